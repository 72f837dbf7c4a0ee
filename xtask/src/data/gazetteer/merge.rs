//! One source of places from all inputs, so that one place has one id.
//!
//! In go the hand-written tables, GeoNames' countries and towns, divisions and counties; out comes what `encode` makes a pack of.
//! Hand-written places keep their ids and all that they say; they take population, code of division and further names from the town that is the same place.

mod areas;

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
