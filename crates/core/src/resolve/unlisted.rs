//! Places that were read from a pattern and stand in no gazetteer: known by name and kind, without coordinates.

use super::{Entities, Surroundings};
use crate::annotate::{Candidate, Confidence, Evidence};
use crate::gazetteer::{Place, PlaceId, PlaceKind};
use crate::recognise::{PlaceName, kinds_for};
use crate::text::fold::fold;

/// How sure a name is that only its surroundings show to be a place.
const FROM_PATTERN: u8 = 60;

pub(super) fn candidate(
    name: &PlaceName,
    around: &Surroundings,
    entities: &mut Entities,
) -> Candidate {
    let surface = name.span.of(around.text);
    let beside = || around.name_after_comma(name.span).map(|n| n.span.of(around.text));
    // A name without a pattern is one whose place lies elsewhere than its namesakes: the division tells them apart.
    let (slug, pattern) = match (&name.pattern, beside()) {
        (Some(pattern), _) => (slug(surface), pattern.clone()),
        (None, Some(division)) => (slug(&format!("{surface} {division}")), "town".to_owned()),
        (None, None) => (slug(surface), String::new()),
    };
    let kind = kinds_for(&pattern).and_then(|k| k.first().copied()).unwrap_or(PlaceKind::Facility);
    let place = Place {
        id: slug,
        name: surface.to_owned(),
        kind,
        country: None,
        point: None,
        prominence: 5,
        spellings: Vec::new(),
    };
    Candidate {
        place: entities.index_unlisted(&place),
        confidence: Confidence::from_hundredths(FROM_PATTERN),
        evidence: vec![Evidence::ReadFromPattern(pattern)],
    }
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
