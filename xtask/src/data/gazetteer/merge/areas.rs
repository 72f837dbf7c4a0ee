//! First-level divisions in the source of a pack: which hand-written ones have which code, which are new, which are parts of larger ones.
//!
//! In go areas with codes and the lines of `divisions.tsv`; out come places, and for each code the place that is the division.

use std::collections::{BTreeMap, BTreeSet};

use dateline_core::gazetteer::{
    CountryCode, GazetteerSource, NameKind, Origin, PlaceId, PlaceKind, PlaceSource, SourceId,
};
use dateline_core::geo::LatLon;
use dateline_core::text::fold::fold;

use super::{Admin, Merge};
use crate::data::gazetteer::divisions::Division;

impl Merge<'_> {
    /// Finds GeoNames' codes of the hand-written divisions: by states' codes, by name, by their towns.
    pub(super) fn name_curated_divisions(&mut self) {
        let mut found: BTreeMap<usize, Admin> = BTreeMap::new();
        let place_of = |id: &str| {
            let id = PlaceId::new(id).map(SourceId::Slug);
            self.out.places.iter().position(|p| Some(&p.id) == id.as_ref())
        };
        for (code, id) in GazetteerSource::us_states() {
            if let Some(place) = place_of(id) {
                found.insert(place, ("US".to_owned(), code.to_owned()));
            }
        }
        let mut by_name: BTreeMap<(CountryCode, String), usize> = BTreeMap::new();
        for name in self.out.names.iter().filter(|n| n.kind == NameKind::Name) {
            let place = self.out.places.get(name.place);
            if let Some(country) =
                place.filter(|p| p.kind == PlaceKind::Division).and_then(|p| p.country)
            {
                by_name.entry((country, fold(&name.text))).or_insert(name.place);
            }
        }
        for division in self.inputs.divisions.iter().filter(|d| d.is_whole) {
            let Some(country) = CountryCode::new(&division.country) else { continue };
            let Some(code) = &division.code else { continue };
            let place = spellings(&division.name)
                .into_iter()
                .find_map(|name| by_name.get(&(country, fold(&name))));
            if let Some(&place) = place {
                found.entry(place).or_insert_with(|| (division.country.clone(), code.clone()));
            }
        }
        let mut votes: BTreeMap<usize, BTreeMap<Admin, u32>> = BTreeMap::new();
        for town in &self.inputs.geonames.towns {
            let place = self.same.get(&town.geonameid).and_then(|&p| self.out.places.get(p));
            if let Some(division) = place.and_then(|p| p.division)
                && !town.admin1code.is_empty()
            {
                let (country, code) = town.admin();
                let admin = (country.to_owned(), code.to_owned());
                *votes.entry(division).or_default().entry(admin).or_insert(0) += 1;
            }
        }
        let taken: BTreeSet<Admin> = found.values().cloned().collect();
        for (place, votes) in votes {
            let best = votes.into_iter().max_by_key(|(admin, n)| (*n, admin.clone()));
            if let Some((admin, _)) = best
                && !taken.contains(&admin)
            {
                found.entry(place).or_insert(admin);
            }
        }
        for (place, admin) in found {
            self.by_admin.entry(admin).or_insert(place);
        }
    }

    /// Adds the divisions that no hand-written place is, and the parts of larger ones.
    pub(super) fn add_divisions(&mut self) {
        for division in self.inputs.divisions.iter().filter(|d| d.is_whole) {
            let Some(code) = &division.code else { continue };
            let admin = (division.country.clone(), code.clone());
            let names = spellings(&division.name);
            if let Some(&place) = self.by_admin.get(&admin) {
                self.name(place, &names);
            } else {
                let place = self.add_area(division, PlaceKind::Division, None);
                self.by_admin.insert(admin, place);
            }
        }
    }

    /// Gives divisions the names that newspapers write, and adds those that no area is.
    pub(super) fn rename_divisions(&mut self) {
        for row in self.inputs.known_as.lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
            let [country, code, name, more] = cells[..] else { continue };
            let mut names = vec![name];
            names.extend(more.split('|').filter(|cell| !cell.is_empty() && *cell != "-"));
            let admin = (country.to_owned(), code.to_owned());
            let place = match self.by_admin.get(&admin) {
                Some(&place) => {
                    self.name(place, &names);
                    place
                }
                None => {
                    let place = self.add_by_towns(country, code, &names);
                    self.by_admin.insert(admin, place);
                    place
                }
            };
            if let Some(place) = self.out.places.get_mut(place)
                && place.origin != Origin::Curated
            {
                place.name = name.to_owned();
                place.prominence = 4;
            }
        }
    }

    /// A division that is known by its towns alone; its point is the middle of them.
    fn add_by_towns(&mut self, country: &str, code: &str, names: &[&str]) -> usize {
        let towns = self.inputs.geonames.towns.iter().filter(|t| t.admin() == (country, code));
        let (mut n, mut lat, mut lon) = (0.0, 0.0, 0.0);
        for town in towns {
            n += 1.0;
            lat += town.latitude;
            lon += town.longitude;
        }
        let place = PlaceSource {
            id: self.slug(&format!("{country} {}", names.first().unwrap_or(&code))),
            name: String::new(),
            kind: PlaceKind::Division,
            country: CountryCode::new(country),
            division: None,
            point: if n > 0.0 { LatLon::new(lat / n, lon / n) } else { None },
            prominence: 4,
            population: 0,
            origin: Origin::World,
            spellings: Vec::new(),
        };
        self.add(place, names)
    }

    /// Adds the named parts of divisions that are larger than the data's areas, and sums the people of all.
    pub(super) fn add_parts(&mut self) {
        // Areas that are there by name, each with its country.
        let mut known: BTreeSet<(String, Option<CountryCode>)> = BTreeSet::new();
        for name in &self.out.names {
            use PlaceKind::{Country, Division, Region, Territory};
            let place = self.out.places.get(name.place);
            if let Some(place) =
                place.filter(|p| matches!(p.kind, Division | Region | Country | Territory))
            {
                known.insert((fold(&name.text), place.country));
            }
        }
        for division in self.inputs.divisions.iter().filter(|d| !d.is_whole) {
            let admin = division.code.clone().map(|code| (division.country.clone(), code));
            let outer = admin.and_then(|admin| self.by_admin.get(&admin)).copied();
            let kind = if outer.is_some() { PlaceKind::District } else { PlaceKind::Division };
            let country = CountryCode::new(&division.country);
            let is_known = spellings(&division.name).iter().map(|name| fold(name)).any(|name| {
                known.contains(&(name.clone(), country)) || known.contains(&(name, None))
            });
            if !is_known {
                self.add_area(division, kind, outer);
            }
        }
        let mut population: BTreeMap<usize, u32> = BTreeMap::new();
        for town in &self.inputs.geonames.towns {
            let (country, code) = town.admin();
            if let Some(&place) = self.by_admin.get(&(country.to_owned(), code.to_owned())) {
                let sum = population.entry(place).or_insert(0);
                *sum = sum.saturating_add(town.population);
            }
        }
        for (place, population) in population {
            if let Some(place) = self.out.places.get_mut(place) {
                place.population = population;
            }
        }
    }

    fn add_area(&mut self, division: &Division, kind: PlaceKind, outer: Option<usize>) -> usize {
        let names = spellings(&division.name);
        let slug = format!("{} {}", division.country, names[0]);
        let place = PlaceSource {
            id: self.slug(&slug),
            name: names[0].clone(),
            kind,
            country: CountryCode::new(&division.country),
            division: outer,
            point: Some(division.point),
            // The counties of Britain and Ireland are named as often as states elsewhere.
            prominence: if matches!(division.country.as_str(), "GB" | "IE") { 4 } else { 5 },
            population: 0,
            origin: Origin::World,
            spellings: names[1..].to_vec(),
        };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.add(place, &names)
    }
}

/// Words that are no name by themselves.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "bay", "capital", "center", "central", "centre", "coast", "coastal", "east", "eastern", "est",
    "federal", "greater", "highlands", "inner", "lake", "lakes", "lower", "main", "middle",
    "midlands", "mountain", "mountains", "new", "nord", "north", "northeast", "northeastern",
    "northern", "northwest", "northwestern", "outer", "ouest", "plateau", "river", "rivers",
    "south", "southeast", "southeastern", "southern", "southwest", "southwestern", "sud", "unity",
    "upper", "urban", "west", "western", "island", "islands", "city", "district", "metropolitan",
    "delta", "canal", "valley", "orange", "france", "paul", "saint",
];

/// "Homs (Hims)" is two spellings.
fn spellings(name: &str) -> Vec<String> {
    let parts = name.split(['(', ')', '|', '/']).map(str::trim).filter(|part| !part.is_empty());
    // "Eastern" is a name only together with its kind.
    let full = |part: &str| {
        let is_plain = part
            .split([' ', '-'])
            .all(|word| PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(word)));
        if is_plain { format!("{part} Province") } else { part.to_owned() }
    };
    let parts: Vec<String> = parts.map(full).collect();
    if parts.is_empty() { vec![name.to_owned()] } else { parts }
}
