//! What speaks for each candidate of a name.

use super::{Surroundings, Weighed};
use crate::annotate::Evidence;
use crate::gazetteer::{Gazetteer, Place, PlaceIdx, PlaceKind};
use crate::recognise::{PlaceName, kinds_for};
use crate::text::last_chars;
use std::collections::BTreeSet;

/// Weight of a place that is known everywhere; each step down costs one.
const PROMINENCE: f64 = 5.0;
/// Weight of a kind that is named beside the name and fits; half of it speaks against one that does not.
const KIND: f64 = 3.0;
/// Weight of "Paris, Texas".
const CONTAINER: f64 = 5.0;
/// Weight of a town over the division of the same name, when nothing else is said.
const SETTLEMENT: f64 = 1.5;
/// Most that the country's other mentions can add.
const COUNTRY: f64 = 2.5;
/// Most that certain places nearby can add.
const NEAR: f64 = 1.5;
/// How near is near, in kilometres.
const NEAR_KM: f64 = 300.0;

/// Countries whose towns are named together with their division: "Paris, Texas".
const TOWN_COMMA_DIVISION: [&str; 3] = ["US", "CA", "AU"];

/// All candidates of a name with their scores; none for a name that is not listed.
pub(super) fn weigh(name: &PlaceName, around: &Surroundings) -> Vec<Weighed> {
    if is_elsewhere(name, around) {
        return Vec::new();
    }
    let only = name.candidates.len() == 1;
    name.candidates
        .iter()
        .map(|&place| {
            let mut weighed = Weighed { place, score: 0.0, evidence: Vec::new() };
            if only {
                weighed.evidence.push(Evidence::OnlyPlaceOfThatName);
            }
            let it = around.gazetteer.place(place);
            weighed.score += PROMINENCE - f64::from(it.prominence);
            weighed.evidence.push(Evidence::Prominence(it.prominence));
            if it.kind.is_settlement() {
                weighed.score += SETTLEMENT;
            }
            kind_named(name, it, around, &mut weighed);
            container_beside(name, place, around, &mut weighed);
            country_in_article(it, around, &mut weighed);
            near_certain(place, around, &mut weighed);
            alias_in_brackets(name, place, around, &mut weighed);
            weighed
        })
        .collect()
}

fn kind_named(name: &PlaceName, it: &Place, around: &Surroundings, out: &mut Weighed) {
    let after = around.after(name.span).trim_start();
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let before = around.text.get(..name.span.start as usize).unwrap_or_default();
    let Some(word) =
        [Some(word), head_before_of(before)].into_iter().flatten().find(|w| kinds_for(w).is_some())
    else {
        return;
    };
    if kinds_for(word).is_some_and(|kinds| kinds.contains(&it.kind)) {
        out.score += KIND;
        out.evidence.push(Evidence::KindNamed(word.to_lowercase()));
    } else {
        out.score -= KIND / 2.0;
    }
}

/// The word before "of" at the end of a text, if it can be the head of a name.
fn head_before_of(before: &str) -> Option<&str> {
    // No head is longer: of a longer word, the end is enough.
    const LONGEST: usize = 20;
    let before = before.trim_end().strip_suffix("of")?;
    before.ends_with(char::is_whitespace).then_some(())?;
    last_chars(before.trim_end(), LONGEST + 1).split_whitespace().next_back()
}

fn container_beside(name: &PlaceName, place: PlaceIdx, around: &Surroundings, out: &mut Weighed) {
    let Some(outer) = around.name_after_comma(name.span) else { return };
    let it = around.gazetteer.place(place);
    let contains = |&outer: &PlaceIdx| {
        let outer_place = around.gazetteer.place(outer);
        let is_parent = around.gazetteer.parent(place) == Some(&outer_place.id);
        let is_country = outer_place.kind == PlaceKind::Country
            && it.kind != PlaceKind::Country
            && outer_place.country == it.country;
        is_parent || is_country
    };
    if let Some(&outer) = outer.candidates.iter().find(|o| contains(o)) {
        out.score += CONTAINER;
        out.evidence.push(Evidence::ContainerNamedBeside(around.gazetteer.place(outer).id.clone()));
    }
}

/// Whether the division named behind the comma lies in a country where none of the candidates is: then the place is one that the gazetteer lacks.
fn is_elsewhere(name: &PlaceName, around: &Surroundings) -> bool {
    let places = |name: &PlaceName| {
        name.candidates.iter().map(|&p| around.gazetteer.place(p)).collect::<Vec<_>>()
    };
    let Some(outer) = around.name_after_comma(name.span) else { return false };
    let division = places(outer).into_iter().find(|p| {
        p.kind == PlaceKind::Division
            && p.country.is_some_and(|c| TOWN_COMMA_DIVISION.contains(&c.as_str()))
    });
    let candidates = places(name);
    division.is_some_and(|d| {
        !candidates.is_empty()
            && candidates.iter().all(|p| p.kind.is_settlement() && p.country != d.country)
    })
}

fn country_in_article(it: &Place, around: &Surroundings, out: &mut Weighed) {
    let Some(&n) = it.country.and_then(|c| around.countries.get(&c)) else { return };
    if it.kind != PlaceKind::Country {
        out.score += (0.8 * libm::log1p(f64::from(n))).min(COUNTRY);
        out.evidence.push(Evidence::CountryInArticle(n));
    }
}

fn near_certain(place: PlaceIdx, around: &Surroundings, out: &mut Weighed) {
    let Some(&n) = around.near.get(&place).filter(|&&n| n > 0) else { return };
    out.score += (0.5 * f64::from(n)).min(NEAR);
    out.evidence.push(Evidence::NearCertainPlaces(n));
}

/// How many certain places lie near a place; none when it is no point itself.
pub(super) fn count_near(
    place: PlaceIdx,
    certain: &BTreeSet<PlaceIdx>,
    gazetteer: &Gazetteer,
) -> u32 {
    let it = gazetteer.place(place);
    let Some(point) = it.point.filter(|_| !it.kind.is_area()) else { return 0 };
    let n = certain
        .iter()
        .filter(|&&other| other != place)
        .filter_map(|&other| gazetteer.place(other).point)
        .filter(|other| other.distance_km(point) <= NEAR_KM)
        .count();
    u32::try_from(n).unwrap_or(0)
}

fn alias_in_brackets(name: &PlaceName, place: PlaceIdx, around: &Surroundings, out: &mut Weighed) {
    const OPENING: &str = " (";
    let before = around.text.get(..name.span.start as usize).unwrap_or_default();
    let after = around.after(name.span);
    let is_closed = |name: &PlaceName| around.after(name.span).starts_with(')');
    let outer = before
        .strip_suffix(OPENING)
        .filter(|_| is_closed(name))
        .and_then(|outer| around.name_up_to(u32::try_from(outer.len()).ok()?));
    let inner = || {
        let inner = after.strip_prefix(OPENING)?;
        around.names_at(around.text.len() - inner.len()).find(|n| is_closed(n))
    };
    if let Some(other) = outer.or_else(inner).filter(|p| p.candidates.contains(&place)) {
        out.score += KIND;
        out.evidence.push(Evidence::AliasInBrackets(other.span.of(around.text).to_owned()));
    }
}
