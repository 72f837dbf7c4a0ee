//! From places and names to the bytes of a pack.
//!
//! Same source, same bytes. The layout is told in `pack`.

use super::pack::{HEADER_BYTES, MAGIC, NO_POINT, PackError, VERSION};
use super::shape::Shape;
use super::source::{GazetteerSource, NameKind, Origin, PlaceSource, SourceId};
use super::wire::{put_column, put_texts};
use super::{CountryCode, NOT_A_PLACE, PlaceKind};
use crate::checksum::checksum;
use crate::geo::LatLon;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// The longest name by which a place is found, folded, in bytes.
pub(super) const LONGEST_NAME: usize = 90;
/// Places that one name may mean: the best known ones.
const MOST_CANDIDATES: usize = 64;

/// The pack of a source.
///
/// # Errors
/// When there are more places, countries or shapes of names than a pack can number.
pub fn encode(source: &GazetteerSource) -> Result<Vec<u8>, PackError> {
    let order = order(&source.places);
    let mut number = vec![0u32; source.places.len()];
    for (new, &old) in (0u32..).zip(&order) {
        if let Some(slot) = number.get_mut(old) {
            *slot = new;
        }
    }
    if order.len() >= NOT_A_PLACE as usize {
        return Err(PackError::TooMany("places"));
    }
    let places: Vec<&PlaceSource> = order.iter().filter_map(|&i| source.places.get(i)).collect();
    let names = names(source, &number, &places);
    let mut body = Vec::new();
    let out = &mut body;

    let mut shapes: BTreeMap<Shape, u32> = BTreeMap::new();
    for shape in names.values().flatten().map(|name| name.shape) {
        let next = shapes.len() as u32;
        shapes.entry(shape).or_insert(next);
    }
    let mut countries: BTreeMap<CountryCode, u32> =
        places.iter().filter_map(|p| p.country).map(|c| (c, 0)).collect();
    for (number, slot) in (1..).zip(countries.values_mut()) {
        *slot = number;
    }
    if shapes.len() > 512 {
        return Err(PackError::TooMany("shapes of names"));
    }
    if countries.len() > 255 {
        return Err(PackError::TooMany("countries"));
    }
    let (fst, candidates) = index(&names, &shapes)?;
    let n_of = |wanted: Origin| places.iter().filter(|p| p.origin == wanted).count() as u32;
    let n_slugs = places.iter().filter(|p| matches!(p.id, SourceId::Slug(_))).count();
    let counts = [
        places.len() as u32,
        n_of(Origin::Curated),
        n_of(Origin::County),
        n_slugs as u32,
        candidates.len() as u32,
        shapes.len() as u32,
        countries.len() as u32,
        fst.len() as u32,
    ];
    for count in counts {
        out.extend_from_slice(&count.to_le_bytes());
    }
    out.extend_from_slice(&fst);
    put_column(out, &candidates, 4);
    let mut by_number: Vec<(&Shape, &u32)> = shapes.iter().collect();
    by_number.sort_by_key(|&(_, number)| number);
    out.extend(by_number.iter().flat_map(|(shape, _)| shape.to_bytes()));
    out.extend(countries.keys().flat_map(|code| code.as_str().bytes()));

    let column = |value: &dyn Fn(&PlaceSource) -> u32| -> Vec<u32> {
        places.iter().map(|place| value(place)).collect()
    };
    put_column(out, &column(&|p| kind_number(p.kind)), 1);
    let country = |p: &PlaceSource| p.country.and_then(|c| countries.get(&c)).copied();
    put_column(out, &column(&|p| country(p).unwrap_or(0)), 1);
    let division = |p: &PlaceSource| p.division.and_then(|d| number.get(d)).map(|n| n + 1);
    put_column(out, &column(&|p| division(p).unwrap_or(0)), 3);
    put_column(out, &column(&|p| u32::from(p.prominence)), 1);
    put_column(out, &column(&|p| u32::from(population_class(p.population))), 1);
    put_column(out, &column(&|p| p.point.map_or(NO_POINT, |at| steps(at.lat, 90.0))), 3);
    put_column(out, &column(&|p| p.point.map_or(NO_POINT, |at| steps(at.lon, 180.0))), 3);
    let numbers: Vec<u32> = places.iter().filter_map(|p| geonames(p)).collect();
    put_column(out, &numbers, 4);
    put_texts(out, places.iter().filter_map(|p| slug(p)));
    put_texts(out, places.iter().map(|p| p.name.as_str()));
    let spellings: Vec<String> = places.iter().map(|p| p.spellings.join("|")).collect();
    put_texts(out, spellings.iter().map(String::as_str));

    let mut pack = Vec::with_capacity(HEADER_BYTES + body.len());
    pack.extend_from_slice(&MAGIC);
    pack.push(VERSION);
    pack.extend_from_slice(&checksum(&body).to_le_bytes());
    pack.extend_from_slice(&body);
    Ok(pack)
}

fn geonames(place: &PlaceSource) -> Option<u32> {
    match place.id {
        SourceId::GeoNames(number) => Some(number),
        SourceId::Slug(_) => None,
    }
}

fn slug(place: &PlaceSource) -> Option<&str> {
    match &place.id {
        SourceId::Slug(id) => Some(id.as_str()),
        SourceId::GeoNames(_) => None,
    }
}

/// Curated places in the order of their table, then counties, then what has a slug, then the numbered ones by country and division: neighbours pack well.
fn order(places: &[PlaceSource]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_cached_key(|&i| {
        let place = places.get(i);
        let key = place.filter(|p| p.origin != Origin::Curated).map(|p| {
            let number = geonames(p);
            (number.is_some(), p.country, p.division, number, slug(p).map(str::to_owned))
        });
        (place.map(|p| p.origin), key)
    });
    order
}

fn kind_number(kind: PlaceKind) -> u32 {
    (0..).zip(PlaceKind::ALL).find(|&(_, &k)| k == kind).map_or(0, |(n, _)| n)
}

/// Eighths of the binary logarithm.
pub(super) fn population_class(population: u32) -> u8 {
    // At most 8 · 32, so that the cast only cuts the fraction off.
    libm::floor(8.0 * libm::log2(f64::from(population) + 1.0)).min(255.0) as u8
}

/// Ten-thousandths of a degree from the southern or western edge.
fn steps(degrees: f64, edge: f64) -> u32 {
    libm::round((degrees + edge) * 10_000.0).clamp(0.0, f64::from(NO_POINT - 1)) as u32
}

/// The point of a pair of steps.
pub(super) fn point(lat: u32, lon: u32) -> Option<LatLon> {
    // Whole numbers are divided last, so that 34.8 comes back as 34.8.
    let degrees = |steps: u32, edge: f64| (f64::from(steps) - edge * 10_000.0) / 10_000.0;
    if lat == NO_POINT || lon == NO_POINT {
        return None;
    }
    LatLon::new(degrees(lat, 90.0), degrees(lon, 180.0))
}

struct Named {
    place: u32,
    kind: NameKind,
    shape: Shape,
    /// Smaller for a better known place.
    rank: (bool, core::cmp::Reverse<u32>, u32),
}

/// Folded names, each with what it may mean, in the order of kinds and places.
fn names(
    source: &GazetteerSource,
    number: &[u32],
    places: &[&PlaceSource],
) -> BTreeMap<String, Vec<Named>> {
    let mut out: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    for name in &source.names {
        let folded = fold(&name.text);
        let Some(&place) = number.get(name.place) else { continue };
        let Some(it) = places.get(place as usize) else { continue };
        if folded.is_empty() || folded.len() > LONGEST_NAME {
            continue;
        }
        let list = out.entry(folded).or_default();
        if !list.iter().any(|n| n.place == place && n.kind == name.kind) {
            let rank = (it.origin != Origin::Curated, core::cmp::Reverse(it.population), place);
            list.push(Named { place, kind: name.kind, shape: Shape::of(&name.text), rank });
        }
    }
    for name in &source.not_places {
        let folded = fold(name.trim());
        if !folded.is_empty() && folded.len() <= LONGEST_NAME {
            let rank = (false, core::cmp::Reverse(0), 0);
            // Whatever else it may say, it is no place.
            let mask = Named {
                place: NOT_A_PLACE,
                kind: NameKind::NotPlace,
                shape: Shape::default(),
                rank,
            };
            out.insert(folded, vec![mask]);
        }
    }
    for list in out.values_mut() {
        list.sort_by_key(|n| n.rank);
        list.truncate(MOST_CANDIDATES);
        list.sort_by_key(|n| (n.kind, n.place));
    }
    out
}

/// The automaton over all names, and the candidates that its values point to: place (20 bits), kind (2), last of its list (1), shape (9).
fn index(
    names: &BTreeMap<String, Vec<Named>>,
    shapes: &BTreeMap<Shape, u32>,
) -> Result<(Vec<u8>, Vec<u32>), PackError> {
    let mut candidates = Vec::new();
    let mut builder = fst::MapBuilder::memory();
    for (folded, list) in names {
        builder.insert(folded, candidates.len() as u64).map_err(|_| PackError::TooMany("names"))?;
        for (i, name) in (1..).zip(list) {
            let is_last = u32::from(i == list.len());
            let shape = shapes.get(&name.shape).copied().unwrap_or(0);
            candidates.push(name.place | (name.kind as u32) << 20 | is_last << 22 | shape << 23);
        }
    }
    let fst = builder.into_inner().map_err(|_| PackError::TooMany("names"))?;
    Ok((fst, candidates))
}
