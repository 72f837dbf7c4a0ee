//! The curated table: reading it, and looking places and spellings up.
//!
//! The columns are explained in the head of `data/gazetteer.tsv`.

use super::{CountryCode, Place, PlaceId, PlaceKind};
use crate::geo::LatLon;
use core::fmt;
use std::collections::BTreeMap;

/// Index of a place in a gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceIdx(pub u32);

/// What a spelling says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellingKind {
    /// It names the place.
    Name,
    /// It is an adjective or a people of the place.
    Demonym,
}

/// A spelling of a place, as the table writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The spelling.
    pub text: String,
    /// What it says.
    pub kind: SpellingKind,
    /// Of which place.
    pub place: PlaceIdx,
}

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

/// Places and their spellings.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    parents: Vec<Option<PlaceId>>,
    spellings: Vec<Spelling>,
    by_id: BTreeMap<PlaceId, PlaceIdx>,
}

const TABLE: &str = include_str!("../../data/gazetteer.tsv");
const N_COLUMNS: usize = 11;

impl Gazetteer {
    /// The table that is part of the program.
    pub fn curated() -> Result<Self, GazetteerError> {
        Self::parse(TABLE)
    }

    /// A gazetteer from a table.
    pub fn parse(table: &str) -> Result<Self, GazetteerError> {
        let mut gazetteer = Self::default();
        for (line, row) in (1..).zip(table.lines()) {
            if !row.starts_with('#') && !row.trim().is_empty() {
                gazetteer.add(row).map_err(|what| GazetteerError { line, what })?;
            }
        }
        Ok(gazetteer)
    }

    fn add(&mut self, row: &str) -> Result<(), String> {
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let &[id, name, kind, country, parent, lat, lon, prominence, latin, native, demonyms] =
            cells.as_slice()
        else {
            return Err(format!("{} columns instead of {N_COLUMNS}", cells.len()));
        };
        let id = PlaceId::new(id).ok_or_else(|| format!("`{id}` is no id"))?;
        let place = PlaceIdx(u32::try_from(self.places.len()).map_err(|_| "too many places")?);
        if self.by_id.insert(id.clone(), place).is_some() {
            return Err(format!("the id `{}` stands twice", id.as_str()));
        }
        self.places.push(Place {
            id,
            name: name.to_owned(),
            kind: PlaceKind::from_word(kind).ok_or_else(|| format!("`{kind}` is no kind"))?,
            country: optional(country, CountryCode::new)?,
            point: point(lat, lon)?,
            prominence: prominence
                .parse()
                .ok()
                .filter(|n| (1..=5).contains(n))
                .ok_or_else(|| format!("prominence `{prominence}` is not 1 to 5"))?,
            spellings: list(latin).chain(list(native)).map(str::to_owned).collect(),
        });
        self.parents.push(optional(parent, PlaceId::new)?);
        let mut push = |cell: &str, kind| {
            self.spellings.extend(list(cell).map(|t| Spelling { text: t.to_owned(), kind, place }));
        };
        push(name, SpellingKind::Name);
        push(latin, SpellingKind::Name);
        push(native, SpellingKind::Name);
        push(demonyms, SpellingKind::Demonym);
        Ok(())
    }

    /// All places, in the order of the table.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// All spellings, in the order of the table.
    pub fn spellings(&self) -> &[Spelling] {
        &self.spellings
    }

    /// The place with this index.
    pub fn place(&self, idx: PlaceIdx) -> &Place {
        &self.places[idx.0 as usize]
    }

    /// The first-level division that contains the place.
    pub fn parent(&self, idx: PlaceIdx) -> Option<&PlaceId> {
        self.parents[idx.0 as usize].as_ref()
    }

    /// Finds a place by its id.
    pub fn find(&self, id: &PlaceId) -> Option<PlaceIdx> {
        self.by_id.get(id).copied()
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
        let gazetteer = Gazetteer::curated().unwrap_or_else(|e| panic!("{e}"));
        assert!(gazetteer.places().len() >= 400, "{} places", gazetteer.places().len());
        for (place, i) in gazetteer.places().iter().zip(0..) {
            if let Some(parent) = gazetteer.parent(PlaceIdx(i)) {
                assert!(
                    gazetteer.find(parent).is_some(),
                    "{}: parent {} is missing",
                    place.id.as_str(),
                    parent.as_str()
                );
            }
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
        ] {
            let error = Gazetteer::parse(&format!("# head\n{row}")).unwrap_err();
            assert_eq!((error.line, error.what.as_str()), (2, what));
        }
    }
}
