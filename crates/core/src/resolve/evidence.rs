//! What speaks for each candidate of a name.

use super::{Surroundings, Weighed};
use crate::annotate::Evidence;
use crate::gazetteer::{CountryCode, Gazetteer, PlaceIdx, PlaceKind};
use crate::recognise::{PlaceName, kinds_for};
use crate::text::last_chars;
use std::collections::BTreeSet;

/// Weight of a place that is known everywhere; each step down costs one.
const PROMINENCE: f64 = 5.0;
/// Weight of a kind that is named beside the name and fits; half of it speaks against one that does not.
const KIND: f64 = 3.0;
/// Weight of "Paris, Texas".
const CONTAINER: f64 = 9.0;
/// Weight of a town over the division of the same name, when nothing else is said.
const SETTLEMENT: f64 = 1.5;
/// From this prominence on, a place is meant before all namesakes that no table lists …
const WELL_KNOWN: u8 = 2;
/// … which weigh so much less.
const OVERSHADOWED: f64 = 2.0;
/// Most that a small population speaks against a place that no table ranks.
const POPULATION: f64 = 2.0;
/// Most that the country's other mentions can add.
const COUNTRY: f64 = 2.5;
/// Most that certain places nearby can add.
const NEAR: f64 = 1.5;
/// How near is near, in kilometres.
const NEAR_KM: f64 = 300.0;

/// How many candidates of a name are kept: the best ones.
const MOST_WEIGHED: usize = 16;

/// Countries whose towns are named together with their division: "Paris, Texas".
const TOWN_COMMA_DIVISION: [&str; 3] = ["US", "CA", "AU"];

/// All candidates of a name with their scores; none for a name that is not listed.
pub(super) fn weigh(name: &PlaceName, around: &Surroundings) -> Vec<Weighed> {
    if is_elsewhere(name, around) {
        return Vec::new();
    }
    let only = name.candidates.len() == 1;
    let overshadowed = name
        .candidates
        .iter()
        .any(|&p| around.gazetteer.is_curated(p) && around.gazetteer.prominence(p) <= WELL_KNOWN);
    let beside = Beside::of(name, around);
    let mut out: Vec<Weighed> = name
        .candidates
        .iter()
        .map(|&place| {
            let mut weighed = Weighed { place, score: 0.0, evidence: Vec::new() };
            if only {
                weighed.evidence.push(Evidence::OnlyPlaceOfThatName);
            }
            let prominence = around.gazetteer.prominence(place);
            weighed.score += PROMINENCE - f64::from(prominence);
            weighed.evidence.push(Evidence::Prominence(prominence));
            if !around.gazetteer.is_curated(place) {
                weighed.score += population(place, around);
                if overshadowed {
                    weighed.score -= OVERSHADOWED;
                }
            }
            if around.gazetteer.kind(place).is_settlement() {
                weighed.score += SETTLEMENT;
            }
            kind_named(&beside, place, around, &mut weighed);
            container_beside(&beside, place, around, &mut weighed);
            country_in_article(place, around, &mut weighed);
            near_certain(place, around, &mut weighed);
            alias_in_brackets(name, place, around, &mut weighed);
            weighed
        })
        .collect();
    if out.len() > MOST_WEIGHED {
        out.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
        out.truncate(MOST_WEIGHED);
        out.shrink_to_fit();
    }
    out
}

/// What stands beside a name, read once for all its candidates.
struct Beside<'a> {
    /// The word for a kind of place, and the kinds that it stands for.
    kind: Option<(&'a str, &'static [PlaceKind])>,
    /// Places behind a comma that may contain others.
    outer: Vec<PlaceIdx>,
}

impl<'a> Beside<'a> {
    fn of(name: &PlaceName, around: &Surroundings<'a>) -> Self {
        let after = around.after(name.span).trim_start();
        let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let before = around.text.get(..name.span.start as usize).unwrap_or_default();
        let words = [Some(word), head_before_of(before)];
        let kind = words.into_iter().flatten().find_map(|w| kinds_for(w).map(|kinds| (w, kinds)));
        let outer = around.name_after_comma(name.span).map(|outer| {
            let is_area = |p: &PlaceIdx| !around.gazetteer.kind(*p).is_settlement();
            outer.candidates.iter().copied().filter(is_area).collect()
        });
        Self { kind, outer: outer.unwrap_or_default() }
    }
}

/// Among places that no table ranks, larger towns are meant more often: at most one less than a step of prominence.
fn population(place: PlaceIdx, around: &Surroundings) -> f64 {
    const LARGEST: f64 = 200.0;
    if around.gazetteer.is_part(place) {
        return 0.0;
    }
    let class = f64::from(around.gazetteer.population_class(place));
    (class / LARGEST).min(1.0) * POPULATION - POPULATION
}

fn kind_named(beside: &Beside, place: PlaceIdx, around: &Surroundings, out: &mut Weighed) {
    let Some((word, kinds)) = beside.kind else { return };
    if kinds.contains(&around.gazetteer.kind(place)) {
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

fn container_beside(beside: &Beside, place: PlaceIdx, around: &Surroundings, out: &mut Weighed) {
    let gazetteer = around.gazetteer;
    let contains = |&outer: &PlaceIdx| {
        let is_parent = gazetteer.division(place) == Some(outer);
        let is_country = gazetteer.kind(outer) == PlaceKind::Country
            && gazetteer.kind(place) != PlaceKind::Country
            && gazetteer.country(outer) == gazetteer.country(place);
        is_parent || is_country
    };
    if let Some(&outer) = beside.outer.iter().find(|o| contains(o)) {
        out.score += CONTAINER;
        out.evidence.push(Evidence::ContainerNamedBeside(gazetteer.id(outer)));
    }
}

/// Whether the division named behind the comma lies in a country where none of the candidates is: then the place is one that the gazetteer lacks.
fn is_elsewhere(name: &PlaceName, around: &Surroundings) -> bool {
    let gazetteer = around.gazetteer;
    let Some(outer) = around.name_after_comma(name.span) else { return false };
    let names_towns = |c: CountryCode| TOWN_COMMA_DIVISION.contains(&c.as_str());
    let division = outer.candidates.iter().find(|&&p| {
        gazetteer.kind(p) == PlaceKind::Division && gazetteer.country(p).is_some_and(names_towns)
    });
    division.is_some_and(|&d| {
        let lies_elsewhere = |&p: &PlaceIdx| {
            gazetteer.kind(p).is_settlement() && gazetteer.country(p) != gazetteer.country(d)
        };
        !name.candidates.is_empty() && name.candidates.iter().all(lies_elsewhere)
    })
}

fn country_in_article(place: PlaceIdx, around: &Surroundings, out: &mut Weighed) {
    let country = around.gazetteer.country(place);
    let Some(&n) = country.and_then(|c| around.countries.get(&c)) else { return };
    if around.gazetteer.kind(place) != PlaceKind::Country {
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
    let point = gazetteer.point(place).filter(|_| !gazetteer.kind(place).is_area());
    let Some(point) = point else { return 0 };
    let n = certain
        .iter()
        .filter(|&&other| other != place)
        .filter_map(|&other| gazetteer.point(other))
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
