//! The curated table: reading it.
//!
//! In go the lines of `data/gazetteer.tsv`, whose head explains the columns; out come places and names for `encode`.

use super::source::{GazetteerSource, NameKind, NameSource, Origin, PlaceSource, SourceId};
use super::{CountryCode, PlaceId, PlaceKind};
use crate::geo::LatLon;
use core::fmt;
use std::collections::BTreeMap;

/// Why a table cannot be read: the line and what is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GazetteerError {
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gazetteer, line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for GazetteerError {}

const TABLE: &str = include_str!("../../data/gazetteer.tsv");
const NOT_PLACES: &str = include_str!("../../data/not_places.txt");
const US_STATES: &str = include_str!("../../data/us_states.tsv");
const N_COLUMNS: usize = 11;

impl GazetteerSource {
    /// The hand-written tables.
    ///
    /// # Errors
    /// When a line cannot be read.
    pub fn curated() -> Result<Self, GazetteerError> {
        let mut source = Self::parse(TABLE)?;
        let masks = NOT_PLACES.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty());
        source.not_places = masks.map(str::to_owned).collect();
        source.abbreviate_states();
        Ok(source)
    }

    /// The places of a table.
    ///
    /// # Errors
    /// When a line cannot be read, or names a division that the table does not hold.
    pub fn parse(table: &str) -> Result<Self, GazetteerError> {
        let mut source = Self::default();
        let mut by_id = BTreeMap::new();
        let mut parents = Vec::new();
        for (line, row) in (1..).zip(table.lines()) {
            if !row.starts_with('#') && !row.trim().is_empty() {
                let parent =
                    source.add(row, &mut by_id).map_err(|what| GazetteerError { line, what })?;
                parents.push((line, parent));
            }
        }
        for (place, (line, parent)) in source.places.iter_mut().zip(parents) {
            let Some(parent) = parent else { continue };
            let division = by_id.get(&parent).copied();
            let what = || format!("the division `{}` is missing", parent.as_str());
            place.division = Some(division.ok_or_else(|| GazetteerError { line, what: what() })?);
        }
        Ok(source)
    }

    /// Adds a row and gives back the id of its division.
    fn add(
        &mut self,
        row: &str,
        by_id: &mut BTreeMap<PlaceId, usize>,
    ) -> Result<Option<PlaceId>, String> {
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let &[id, name, kind, country, parent, lat, lon, prominence, latin, native, demonyms] =
            cells.as_slice()
        else {
            return Err(format!("{} columns instead of {N_COLUMNS}", cells.len()));
        };
        let id = PlaceId::new(id).ok_or_else(|| format!("`{id}` is no id"))?;
        let place = self.places.len();
        if by_id.insert(id.clone(), place).is_some() {
            return Err(format!("the id `{}` stands twice", id.as_str()));
        }
        self.places.push(PlaceSource {
            id: SourceId::Slug(id),
            name: name.to_owned(),
            kind: PlaceKind::from_word(kind).ok_or_else(|| format!("`{kind}` is no kind"))?,
            country: optional(country, CountryCode::new)?,
            division: None,
            point: point(lat, lon)?,
            prominence: prominence
                .parse()
                .ok()
                .filter(|n| (1..=5).contains(n))
                .ok_or_else(|| format!("prominence `{prominence}` is not 1 to 5"))?,
            population: 0,
            origin: Origin::Curated,
            spellings: list(latin).chain(list(native)).map(str::to_owned).collect(),
        });
        let mut push = |cell: &str, kind| {
            self.names.extend(list(cell).map(|t| NameSource { text: t.to_owned(), kind, place }));
        };
        push(name, NameKind::Name);
        push(latin, NameKind::Name);
        push(native, NameKind::Name);
        push(demonyms, NameKind::Demonym);
        optional(parent, PlaceId::new)
    }

    /// The short forms of the states of the United States, which count only behind a comma.
    fn abbreviate_states(&mut self) {
        for row in US_STATES.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (_, id) = (cells.next(), cells.next());
            let id = id.and_then(PlaceId::new).map(SourceId::Slug);
            let Some(place) = self.places.iter().position(|p| Some(&p.id) == id.as_ref()) else {
                continue;
            };
            for text in cells.flat_map(list) {
                let kind = NameKind::AfterComma;
                self.names.push(NameSource { text: text.to_owned(), kind, place });
            }
        }
    }

    /// The two-letter codes of the states of the United States with the ids of their places.
    pub fn us_states() -> impl Iterator<Item = (&'static str, &'static str)> {
        US_STATES.lines().filter(|row| !row.starts_with('#')).filter_map(|row| {
            let mut cells = row.split('\t');
            cells.next().zip(cells.next())
        })
    }
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|t| !t.is_empty() && *t != "-")
}

fn optional<T>(cell: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    if cell == "-" {
        Ok(None)
    } else {
        read(cell).map(Some).ok_or_else(|| format!("`{cell}` cannot be read"))
    }
}

fn point(lat: &str, lon: &str) -> Result<Option<LatLon>, String> {
    if lat == "-" && lon == "-" {
        return Ok(None);
    }
    let number = |cell: &str| cell.parse::<f64>().ok();
    number(lat)
        .zip(number(lon))
        .and_then(|(lat, lon)| LatLon::new(lat, lon))
        .map(Some)
        .ok_or_else(|| format!("`{lat}`, `{lon}` is no point on the earth"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curated_table_is_whole() {
        let source = GazetteerSource::curated().unwrap_or_else(|e| panic!("{e}"));
        assert!(source.places.len() >= 1700, "{} places", source.places.len());
        for (code, id) in GazetteerSource::us_states() {
            let id = SourceId::Slug(PlaceId::new(id).unwrap());
            assert!(source.places.iter().any(|p| p.id == id), "{code}");
        }
    }

    #[test]
    fn wrong_rows_are_named() {
        for (row, what) in [
            ("one\ttwo", "2 columns instead of 11"),
            ("A b\tN\tcity\t-\t-\t1\t1\t1\t-\t-\t-", "`A b` is no id"),
            ("a\tN\tcity\tsy\t-\t1\t1\t1\t-\t-\t-", "`sy` cannot be read"),
            ("a\tN\tcity\t-\t-\t91\t1\t1\t-\t-\t-", "`91`, `1` is no point on the earth"),
            ("a\tN\tpub\t-\t-\t9\t1\t1\t-\t-\t-", "`pub` is no kind"),
            ("a\tN\tcity\t-\tb\t9\t1\t1\t-\t-\t-", "the division `b` is missing"),
        ] {
            let error = GazetteerSource::parse(&format!("# head\n{row}")).unwrap_err();
            assert_eq!((error.line, error.what.as_str()), (2, what));
        }
    }
}
