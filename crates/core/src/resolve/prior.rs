//! How likely a place is meant before anything of the article is known: by people who live there, kind, and how widely it is known.

use crate::annotate::Evidence;
use crate::gazetteer::{Gazetteer, PlaceIdx, PlaceKind};

/// Weight of a doubling of the population.
const DOUBLING: f64 = 0.55;
/// What a curated place counts like at least, by its prominence: binary logarithm of a population.
const KNOWN_LIKE: [f64; 5] = [22.0, 20.0, 17.5, 15.0, 12.0];
/// What a place without a known population counts like.
const UNKNOWN_LIKE: f64 = 9.0;
/// What a first-level division without one counts like.
const DIVISION_LIKE: f64 = 18.5;
/// What a second-level division without one counts like.
const DISTRICT_LIKE: f64 = 14.0;

/// The weight, and why.
pub(super) fn prior(place: PlaceIdx, gazetteer: &Gazetteer) -> (f64, Evidence) {
    let class = gazetteer.population_class(place);
    let of_people = match gazetteer.kind(place) {
        _ if class > 0 => f64::from(class) / 8.0,
        PlaceKind::Division => DIVISION_LIKE,
        PlaceKind::District => DISTRICT_LIKE,
        _ => UNKNOWN_LIKE,
    };
    let prominence = gazetteer.prominence(place);
    let known = if gazetteer.is_curated(place) {
        KNOWN_LIKE.get(usize::from(prominence.max(1) - 1)).copied().unwrap_or(UNKNOWN_LIKE)
    } else {
        0.0
    };
    let evidence = if known >= of_people || class == 0 {
        Evidence::Prominence(prominence)
    } else {
        Evidence::Population(gazetteer.population(place))
    };
    let kind = of_kind(gazetteer.kind(place));
    (DOUBLING * of_people.max(known) + kind, evidence)
}

/// What a kind is named more, or less, than a town with as many people.
fn of_kind(kind: PlaceKind) -> f64 {
    match kind {
        PlaceKind::Country | PlaceKind::Continent => 2.2,
        PlaceKind::Capital => 1.5,
        PlaceKind::City | PlaceKind::Town => 1.0,
        PlaceKind::Village => 0.5,
        // A town rather than the division of the same name, when nothing else is said; and rather than its own district.
        PlaceKind::Division | PlaceKind::Territory => 0.0,
        PlaceKind::District => -1.0,
        _ => -0.5,
    }
}
