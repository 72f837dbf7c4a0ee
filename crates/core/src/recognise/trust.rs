//! Which names of the gazetteer may be places at all before the words around them are read.
//!
//! The hand-written table holds only names that news stories use as places; a list of all towns of the world also holds "Same", "Young" and "Ali".
//! In goes a match with all others; out comes whether it is looked at. A trained recogniser replaces this one function.

use super::Reading;
use super::matches::{Match, MatchKind};
use super::words;
use crate::gazetteer::PlaceIdx;

/// The class of towns of 100,000 people.
const LARGE: u8 = 132;

/// Whether a name may be a place: a known one, a large town, or a town with its division or country behind a comma.
pub(super) fn is_trusted(reading: &Reading, m: &Match, all: &[Match]) -> bool {
    let flags = m.flags;
    if m.kind != MatchKind::Name || flags.has_curated {
        return true;
    }
    let surface = m.span.of(reading.text);
    if words::is_opener(surface) {
        return false;
    }
    flags.has_country
        || flags.has_division
        || flags.has_county
        || flags.population_class >= LARGE
        || stands_before_container(reading, m, all)
}

/// "Town, Division" or "Town, Country".
fn stands_before_container(reading: &Reading, m: &Match, all: &[Match]) -> bool {
    const COMMA: &str = ", ";
    let gazetteer = reading.knowledge.gazetteer();
    let after = reading.text.get(m.span.end as usize..).unwrap_or_default();
    if !after.starts_with(COMMA) {
        return false;
    }
    let start = m.span.end + COMMA.len() as u32;
    let first = all.partition_point(|other| other.span.start < start);
    let outer = all.iter().skip(first).take_while(|other| other.span.start == start);
    let contains = |outer: PlaceIdx, inner: PlaceIdx| {
        outer != inner
            && (gazetteer.division(inner) == Some(outer)
                || gazetteer.is_country(outer)
                    && gazetteer.country(outer) == gazetteer.country(inner))
    };
    outer.filter(|outer| outer.kind == MatchKind::Name).any(|outer| {
        outer.places.iter().any(|&outer| m.places.iter().any(|&inner| contains(outer, inner)))
    })
}
