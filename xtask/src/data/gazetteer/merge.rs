//! One source of places from all inputs, so that one place has one id.
//!
//! In go the hand-written tables, GeoNames' countries and towns, divisions and counties; out comes what `encode` makes a pack of.
//! Hand-written places keep their ids and all that they say; they take population, code of division and further names from the town that is the same place.

use std::collections::{BTreeMap, BTreeSet};

use dateline_core::gazetteer::{
    CountryCode, GazetteerSource, NameKind, NameSource, Origin, PlaceId, PlaceKind, PlaceSource,
    SourceId,
};
use dateline_core::geo::LatLon;
use dateline_core::text::fold::fold;

use super::counties::County;
use super::divisions::Division;
use super::geonames::{GeoNames, Town};
use super::names::{Choice, alternates, writes_arabic};

/// A hand-written town and one of GeoNames are the same within this distance, if they share a name.
const SAME_TOWN_KM: f64 = 25.0;

/// Which towns and names a pack takes.
pub(super) struct Extent<'a> {
    pub(super) takes: &'a dyn Fn(&Town) -> bool,
    pub(super) names: Choice,
}

/// All inputs.
pub(super) struct Inputs<'a> {
    pub(super) curated: &'a GazetteerSource,
    pub(super) geonames: &'a GeoNames,
    pub(super) divisions: &'a [Division],
    /// Lines of `divisions.tsv`: country, code, name, further spellings.
    pub(super) known_as: &'a str,
    pub(super) counties: &'a [County],
}

/// Country and code of a first-level division.
type Admin = (String, String);

struct Merge<'a> {
    inputs: &'a Inputs<'a>,
    out: GazetteerSource,
    /// Hand-written places by the number of their town.
    same: BTreeMap<u32, usize>,
    /// Places that are first-level divisions.
    by_admin: BTreeMap<Admin, usize>,
    slugs: BTreeSet<String>,
    /// Folded names that belong to a well-known place: no town has them as a second name.
    known: BTreeSet<String>,
    /// The most people of a town that has a name as its first.
    first_names: BTreeMap<String, u32>,
}

/// The source of a pack.
pub(super) fn merge(inputs: &Inputs, extent: &Extent) -> GazetteerSource {
    let mut merge = Merge {
        inputs,
        out: inputs.curated.clone(),
        same: BTreeMap::new(),
        by_admin: BTreeMap::new(),
        slugs: BTreeSet::new(),
        known: inputs.curated.names.iter().map(|name| fold(&name.text)).collect(),
        first_names: BTreeMap::new(),
    };
    for town in &inputs.geonames.towns {
        let people = merge.first_names.entry(fold(&town.name)).or_insert(0);
        *people = (*people).max(town.population);
    }
    let slug = |place: &PlaceSource| match &place.id {
        SourceId::Slug(id) => Some(id.as_str().to_owned()),
        SourceId::GeoNames(_) => None,
    };
    merge.slugs = merge.out.places.iter().filter_map(slug).collect();
    merge.find_same_towns();
    merge.name_curated_divisions();
    merge.add_countries();
    merge.add_divisions();
    merge.rename_divisions();
    merge.add_parts();
    merge.add_counties();
    merge.add_towns(extent);
    merge.out
}

impl Merge<'_> {
    /// Pairs hand-written towns with GeoNames' ones.
    fn find_same_towns(&mut self) {
        let mut by_name: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for name in self.out.names.iter().filter(|n| n.kind == NameKind::Name) {
            let is_town = self.out.places.get(name.place).is_some_and(|p| {
                p.kind.is_settlement() || matches!(p.kind, PlaceKind::Port | PlaceKind::Territory)
            });
            if is_town {
                by_name.entry(fold(&name.text)).or_default().insert(name.place);
            }
        }
        // For each hand-written place the most populous town that fits.
        let mut best: BTreeMap<usize, (bool, u32, u32)> = BTreeMap::new();
        for town in &self.inputs.geonames.towns {
            let Some(point) = town.point() else { continue };
            let spellings = core::iter::once(&town.name).chain(&town.alternatenames);
            let mut near = BTreeSet::new();
            for spelling in spellings {
                near.extend(by_name.get(&fold(spelling)).into_iter().flatten().copied());
            }
            for place in near {
                let Some(it) = self.out.places.get(place) else { continue };
                let km = it.point.map_or(f64::MAX, |at| at.distance_km(point));
                let same_country = it.country == town.country();
                if km <= SAME_TOWN_KM && same_country || km <= SAME_TOWN_KM / 2.0 {
                    let this = (same_country, town.population, town.geonameid);
                    let best = best.entry(place).or_insert(this);
                    *best = (*best).max(this);
                }
            }
        }
        for (place, (_, population, number)) in best {
            if let Some(it) = self.out.places.get_mut(place) {
                it.population = population;
            }
            // Of two hand-written places that claim a town, the first has it.
            self.same.entry(number).or_insert(place);
        }
    }

    /// Finds GeoNames' codes of the hand-written divisions: by states' codes, by name, by their towns.
    fn name_curated_divisions(&mut self) {
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

    fn add_countries(&mut self) {
        let known: BTreeSet<CountryCode> = self
            .out
            .places
            .iter()
            .filter(|p| matches!(p.kind, PlaceKind::Country | PlaceKind::Territory))
            .filter_map(|p| p.country)
            .collect();
        for country in self.inputs.geonames.countries.values() {
            let Some(code) = CountryCode::new(&country.iso) else { continue };
            let is_it = |p: &&mut PlaceSource| {
                matches!(p.kind, PlaceKind::Country | PlaceKind::Territory)
                    && p.country == Some(code)
            };
            if known.contains(&code) {
                if let Some(place) = self.out.places.iter_mut().find(is_it) {
                    place.population = country.population;
                }
                continue;
            }
            let towns = self.inputs.geonames.towns.iter();
            let capital = towns
                .filter(|t| t.countrycode == country.iso)
                .max_by_key(|t| (t.name == country.capital, t.population, t.geonameid));
            let place = PlaceSource {
                id: SourceId::GeoNames(country.geonameid),
                name: country.name.trim().to_owned(),
                kind: PlaceKind::Territory,
                country: Some(code),
                division: None,
                point: capital.and_then(Town::point),
                prominence: 4,
                population: country.population,
                origin: Origin::World,
                spellings: Vec::new(),
            };
            self.add(place, &[country.name.trim()]);
        }
    }

    /// Adds the divisions that no hand-written place is, and the parts of larger ones.
    fn add_divisions(&mut self) {
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
    fn rename_divisions(&mut self) {
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
    fn add_parts(&mut self) {
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
            prominence: 5,
            population: 0,
            origin: Origin::World,
            spellings: names[1..].to_vec(),
        };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.add(place, &names)
    }

    fn add_counties(&mut self) {
        for county in self.inputs.counties {
            let state = self.by_admin.get(&("US".to_owned(), county.state.clone())).copied();
            let Some(id) = PlaceId::new(&format!("us-{}", county.fips)) else { continue };
            let place = PlaceSource {
                id: SourceId::Slug(id),
                name: county.name.clone(),
                kind: PlaceKind::District,
                country: CountryCode::new("US"),
                division: state,
                point: county.point,
                prominence: 5,
                population: 0,
                origin: Origin::County,
                spellings: Vec::new(),
            };
            self.add(place, &[&county.name]);
        }
    }

    fn add_towns(&mut self, extent: &Extent) {
        let geonames = self.inputs.geonames;
        for town in &geonames.towns {
            let languages =
                geonames.countries.get(&town.countrycode).map_or("", |c| c.languages.as_str());
            let more = alternates(
                &town.name,
                &town.alternatenames,
                town.population,
                writes_arabic(languages),
                extent.names,
            );
            let is_free = |name: &&str| {
                let folded = fold(name);
                let people = self.first_names.get(&folded).copied().unwrap_or(0);
                !self.known.contains(&folded) && people < town.population.max(100_000)
            };
            let more: Vec<&str> = more.into_iter().filter(is_free).collect();
            let (country, code) = town.admin();
            let division = self.by_admin.get(&(country.to_owned(), code.to_owned())).copied();
            if let Some(&place) = self.same.get(&town.geonameid) {
                if let Some(it) = self.out.places.get_mut(place) {
                    it.division = it.division.or(division);
                }
                let mut names = vec![town.name.as_str()];
                names.extend(more);
                self.name(place, &names);
            } else if (extent.takes)(town) {
                let place = PlaceSource {
                    id: SourceId::GeoNames(town.geonameid),
                    name: town.name.clone(),
                    kind: kind_of(town.population),
                    country: town.country(),
                    division,
                    point: town.point().map(|p| rounded(p, town.population)),
                    prominence: prominence_of(town.population),
                    population: town.population,
                    origin: Origin::World,
                    spellings: Vec::new(),
                };
                let mut names = vec![town.name.as_str()];
                names.extend(more);
                self.add(place, &names);
            }
        }
    }

    fn add(&mut self, place: PlaceSource, names: &[&str]) -> usize {
        let at = self.out.places.len();
        if !matches!(place.id, SourceId::GeoNames(_)) {
            self.known.extend(names.iter().map(|name| fold(name)));
        }
        self.out.places.push(place);
        self.name(at, names);
        at
    }

    fn name(&mut self, place: usize, names: &[impl AsRef<str>]) {
        for name in names {
            let text = name.as_ref().to_owned();
            self.out.names.push(NameSource { text, kind: NameKind::Name, place });
        }
    }

    /// An id that no other place has.
    fn slug(&mut self, name: &str) -> SourceId {
        let plain: String =
            fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let words: Vec<&str> = plain.split('-').filter(|w| !w.is_empty()).collect();
        let base: String = words.join("-").chars().take(56).collect();
        let base = base.trim_end_matches('-').to_owned();
        let mut slug = base.clone();
        let mut n = 1;
        while !self.slugs.insert(slug.clone()) {
            n += 1;
            slug = format!("{base}-{n}");
        }
        // Made of nothing but letters, digits and hyphens: the second id is never needed.
        PlaceId::new(&slug).map_or(SourceId::GeoNames(0), SourceId::Slug)
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

fn kind_of(population: u32) -> PlaceKind {
    match population {
        100_000.. => PlaceKind::City,
        5_000.. => PlaceKind::Town,
        _ => PlaceKind::Village,
    }
}

fn prominence_of(population: u32) -> u8 {
    match population {
        1_000_000.. => 3,
        100_000.. => 4,
        _ => 5,
    }
}

/// Hundredths of a degree for small towns: a kilometre, as far as they are known and seen on a map.
fn rounded(point: LatLon, population: u32) -> LatLon {
    let steps = if population >= 100_000 { 1000.0 } else { 100.0 };
    let round = |degrees: f64| (degrees * steps).round() / steps;
    LatLon { lat: round(point.lat), lon: round(point.lon) }
}
