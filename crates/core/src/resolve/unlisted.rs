//! Names of places that stand in no gazetteer: known by name and kind, without coordinates.
//!
//! A facility that begins with the name of a listed town ("Da Nang International Airport") stands where the town is, and says so in its evidence.

use super::Entities;
use super::around::Around;
use crate::annotate::{Candidate, Confidence, Evidence};
use crate::gazetteer::{CountryCode, Place, PlaceId, PlaceIdx, PlaceKind, Spellings};
use crate::geo::LatLon;
use crate::recognise::{PlaceName, kinds_for};
use crate::text::fold::fold;

/// How sure a name is that stands in no gazetteer: it is a place, and where is not known.
const FROM_PATTERN: u8 = 25;
/// How sure it is that a facility stands in the town whose name it bears.
const NAMED_AFTER: u8 = 70;

pub(super) fn candidate(name: &PlaceName, around: &Around, entities: &mut Entities) -> Candidate {
    let surface = name.span.of(around.text);
    let beside = || around.name_behind(name.span, &[", "]).map(|n| n.span.of(around.text));
    // A name without a pattern is one whose place lies elsewhere than its namesakes: the division tells them apart.
    let (slug, pattern) = match (&name.pattern, beside()) {
        (Some(pattern), _) => (slug(surface), pattern.clone()),
        (None, Some(division)) => (slug(&format!("{surface} {division}")), "town".to_owned()),
        (None, None) => (slug(surface), String::new()),
    };
    let kind = kinds_for(&pattern).and_then(|k| k.first().copied()).unwrap_or(PlaceKind::Facility);
    let town = town_in_name(surface, around);
    let gazetteer = around.gazetteer;
    let (point, country): (Option<LatLon>, Option<CountryCode>) =
        town.map_or((None, None), |town| (gazetteer.point(town), gazetteer.country(town)));
    let place = Place {
        id: slug,
        name: surface.to_owned(),
        kind,
        country,
        division: None,
        point,
        prominence: 5,
        spellings: Spellings::default(),
    };
    let (confidence, evidence) = match town {
        Some(town) => (NAMED_AFTER, Evidence::NamedAfter(gazetteer.id(town))),
        None => (FROM_PATTERN, Evidence::ReadFromPattern(pattern)),
    };
    Candidate {
        place: entities.index(place),
        confidence: Confidence::from_hundredths(confidence),
        evidence: vec![evidence],
    }
}

/// For a building or work: the best-known town whose name begins its own.
fn town_in_name(surface: &str, around: &Around) -> Option<PlaceIdx> {
    let is_work = |kind: &PlaceKind| {
        matches!(kind, PlaceKind::Airport | PlaceKind::Base | PlaceKind::Port | PlaceKind::Facility)
    };
    let head = surface.rsplit(' ').next().and_then(kinds_for);
    if !head.is_some_and(|kinds| kinds.iter().all(is_work)) {
        return None;
    }
    let gazetteer = around.gazetteer;
    let towns = gazetteer.named_at_beginning(surface);
    towns
        .into_iter()
        .filter(|&place| gazetteer.kind(place).is_settlement())
        .max_by_key(|&place| (gazetteer.population_class(place), core::cmp::Reverse(place)))
}

/// An id made from a name.
fn slug(name: &str) -> PlaceId {
    let folded = fold(name);
    let mut plain: String =
        folded.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(50).collect();
    if !plain.chars().any(|c| c.is_ascii_alphanumeric()) {
        // A name in another script: its code points are its id.
        plain = folded
            .chars()
            .take(8)
            .map(|c| format!("{:x}", u32::from(c)))
            .collect::<Vec<_>>()
            .join("-");
    }
    PlaceId::unlisted(plain.trim_matches('-'))
}
