//! The names that the rules find and those that the tagger sees, as one list.
//!
//! Both have a say: the gazetteer knows which places carry a name, the tagger reads the sentence around it.

use super::cover::Cover;
use super::matches::{Match, MatchKind};
use super::tagger::{NameKind, Tagged};
use super::{AssociatedName, Candidates, Names, PlaceName, Ruled, language, passage, words};
use crate::annotate::AssociatedRole;
use crate::identify::{ActorKind, ActorName};
use crate::knowledge::Knowledge;
use crate::text::Span;
use crate::text::prose::Prose;
use crate::text::token::TokenKind;
use core::cell::LazyCell;
use std::collections::BTreeSet;

/// Joins both.
pub(super) fn join(prose: &Prose, knowledge: &Knowledge, tagged: &[Tagged], ruled: Ruled) -> Names {
    let foreign = Cover::of(language::foreign(prose).into_iter());
    let tagged: Vec<Tagged> = tagged.iter().filter_map(|&t| trimmed(prose, t)).collect();
    let mut tagged = whole(prose, tagged, &foreign);
    // Seats of power and countries that act are places by our conventions, however the sentence treats them.
    for (span, kind) in &mut tagged {
        if matches!(kind, NameKind::Organisation | NameKind::Other)
            && just_there(&ruled.names.places, *span).is_some_and(|p| is_sure(knowledge, p))
        {
            *kind = NameKind::Place;
        }
        // "Fresno, Calif." ends with its stop.
        let with_stop = Span { end: span.end + 1, ..*span };
        if prose.text.as_bytes().get(span.end as usize).is_some_and(|&b| b != b' ')
            && just_there(&ruled.names.places, with_stop).is_some()
        {
            (*span, *kind) = (with_stop, NameKind::Place);
        }
        // The gazetteer knows where a name of its own ends: "Jabal al-Sheikh".
        if *kind == NameKind::Place
            && prose.text.get(span.end as usize..).is_some_and(|rest| rest.starts_with([' ', '-']))
            && let Some(longer) = longest_from(&ruled.names.places, *span)
            && longer.candidates.iter().any(|&p| knowledge.gazetteer().is_curated(p))
        {
            span.end = longer.span.end;
        }
        // A country bears the name of a man of the story: somebody goes there all the same.
        if *kind == NameKind::Person
            && just_there(&ruled.names.places, *span).is_some_and(|p| is_country(knowledge, p))
            && is_gone_to(prose, *span)
        {
            *kind = NameKind::Place;
        }
    }
    let mut end = 0;
    tagged.retain(|(span, _)| {
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
    // Names that are places somewhere in the text.
    let named = LazyCell::new(|| {
        let places = tagged.iter().filter(|(_, kind)| *kind == NameKind::Place);
        places.map(|(span, _)| span.of(prose.text)).collect::<BTreeSet<_>>()
    });
    // Those that are places somewhere inside a sentence.
    let named_inside = LazyCell::new(|| {
        let places = tagged.iter().filter(|(_, kind)| *kind == NameKind::Place);
        let inside = places.filter(|(span, _)| !opens_sentence(prose, *span));
        inside.map(|(span, _)| span.of(prose.text)).collect::<BTreeSet<_>>()
    });
    let mut names = Names::default();
    for &(span, kind) in &tagged {
        match kind {
            NameKind::Place => {
                let by_rules = just_there(&ruled.names.places, span);
                // Rules trust large places; of others there must be more than a capital.
                if by_rules.is_none()
                    && opens_sentence(prose, span)
                    && !named_inside.contains(span.of(prose.text))
                {
                    continue;
                }
                let chosen = by_rules.map(|p| p.candidates.clone()).filter(|c| !c.is_empty());
                names.places.push(PlaceName {
                    span,
                    candidates: chosen.unwrap_or_else(|| candidates(prose, &ruled.known, span)),
                    pattern: by_rules.and_then(|p| p.pattern.clone()),
                    role: passage::role(&ruled.passages, span),
                });
            }
            NameKind::Person => names.actors.push(ActorName { span, kind: ActorKind::Person }),
            NameKind::Organisation => {
                names.actors.push(ActorName { span, kind: ActorKind::Organisation });
            }
            NameKind::Other => {}
        }
        if matches!(kind, NameKind::Organisation | NameKind::Other) {
            let is_named = |surface: &str| named.contains(surface);
            points(prose, knowledge, &ruled.found, &is_named, span, &mut names.associated);
        }
    }
    // What the rules find where the tagger sees no name.
    let taken = Cover::of(tagged.iter().map(|&(span, _)| span));
    for place in ruled.names.places {
        let is_free = !taken.overlaps(place.span);
        if is_free && (is_sure(knowledge, &place) || foreign.overlaps(place.span)) {
            names.places.push(place);
        }
    }
    names.associated.extend(ruled.names.associated.into_iter().filter(|a| !taken.overlaps(a.span)));
    names.places.sort_by_key(|p| p.span);
    names.associated.sort_by_key(|a| a.span);
    names
}

/// Words before "of" and a place that make one name of all: "University of Nairobi".
const LEADS: &[&str] =
    &["University", "College", "Bank", "Institute", "Church", "Academy", "Museum", "Diocese"];

/// The spans of names: organisations of these words go on to the place behind "of"; no name ends with a small word, and none is in a foreign line.
fn whole(prose: &Prose, tagged: Vec<Tagged>, foreign: &Cover) -> Vec<(Span, NameKind)> {
    let mut joined: Vec<Tagged> = Vec::with_capacity(tagged.len());
    for name in tagged.into_iter().filter(|&t| !foreign.overlaps(span_of(prose, t))) {
        let first = name.first;
        let before = if first > 0 && prose.word(first - 1) == "the" { first - 1 } else { first };
        if let Some(last) = joined.last_mut()
            && last.kind == NameKind::Organisation
            && before == last.end
            && prose.word(before - 1) == "of"
            && name.kind == NameKind::Place
            && before >= 2
            && LEADS.contains(&prose.word(before - 2))
        {
            last.end = name.end;
        } else {
            joined.push(name);
        }
    }
    for name in &mut joined {
        let last = name.end.saturating_sub(1);
        if last > name.first && matches!(prose.word(last), "of" | "for" | "and" | "the") {
            name.end = last;
        }
    }
    joined.into_iter().map(|name| (span_of(prose, name), name.kind)).collect()
}

/// From the first byte of a name to its last.
fn span_of(prose: &Prose, name: Tagged) -> Span {
    let token = |idx: usize| prose.tokens.get(idx).map(|t| t.span).unwrap_or_default();
    Span { start: token(name.first).start, end: token(name.end.saturating_sub(1)).end }
}

/// A name by our conventions: no article, no title, no possessive; none when nothing is left or when it is a currency.
fn trimmed(prose: &Prose, tagged: Tagged) -> Option<Tagged> {
    let (mut first, mut end) = (tagged.first, tagged.end);
    let token = |idx: usize| prose.tokens.get(idx);
    while first < end {
        let is_article = matches!(prose.word(first), "the" | "The" | "THE");
        let is_title = tagged.kind == NameKind::Person && is_before_person(prose, first, end);
        let is_mark = token(first).is_some_and(|t| !t.is_word());
        if !(is_article || is_title || is_mark) {
            break;
        }
        first += 1;
    }
    while first < end && token(end - 1).is_some_and(|t| t.kind == TokenKind::Possessive) {
        end -= 1;
    }
    let behind = token(end.checked_sub(1)?)?.span.end as usize;
    let is_currency = prose.text.as_bytes().get(behind) == Some(&b'$');
    (first < end && !is_currency).then_some(Tagged { first, end, ..tagged })
}

/// Whether a token is a title, or the stop behind one, with more of the name behind it.
fn is_before_person(prose: &Prose, first: usize, end: usize) -> bool {
    first + 1 < end && words::is_person_title(prose.word(first))
}

/// The place that the rules find at a span.
fn just_there(places: &[PlaceName], span: Span) -> Option<&PlaceName> {
    places.get(places.binary_search_by_key(&span, |p| p.span).ok()?)
}

/// Whether a name is one word that begins a sentence: its capital may be no more than that.
fn opens_sentence(prose: &Prose, span: Span) -> bool {
    let (first, end) = prose.token_range(span);
    end - first == 1 && prose.sentences.binary_search_by_key(&span.start, |s| s.start).is_ok()
}

/// The place that the rules find from the same beginning to a later end.
fn longest_from(places: &[PlaceName], span: Span) -> Option<&PlaceName> {
    let idx = places.partition_point(|p| p.span.start < span.start);
    places.get(idx).filter(|p| p.span.start == span.start && p.span.end > span.end)
}

fn is_country(knowledge: &Knowledge, place: &PlaceName) -> bool {
    place.candidates.iter().any(|&p| knowledge.gazetteer().is_country(p))
}

/// Before a place in which something is.
const WITHIN: &[&str] = &["in", "into", "inside", "across", "throughout", "neighbouring"];

/// Before "to" or "from" and a place.
#[rustfmt::skip]
const GOING: &[&str] = &[
    "came", "deported", "drove", "fled", "flew", "flies", "flight", "flights", "fly", "flying",
    "go", "goes", "going", "moved", "return", "returned", "sailed", "sent", "travel", "traveled",
    "travelled", "travels", "trip", "visit", "went",
];

/// Whether the words before a name say that it is a place where somebody is or goes.
fn is_gone_to(prose: &Prose, span: Span) -> bool {
    let (first, _) = prose.token_range(span);
    let word = |back: usize| first.checked_sub(back).map_or("", |idx| prose.word(idx));
    WITHIN.contains(&word(1)) || matches!(word(1), "to" | "from") && GOING.contains(&word(2))
}

/// Whether a place of the rules is one even where the tagger sees no name: a widely known one of the hand-written table.
fn is_sure(knowledge: &Knowledge, place: &PlaceName) -> bool {
    const LEAST_KNOWN: u8 = 3;
    let gazetteer = knowledge.gazetteer();
    place.pattern.is_none()
        && place
            .candidates
            .iter()
            .any(|&p| gazetteer.is_curated(p) && gazetteer.prominence(p) <= LEAST_KNOWN)
}

/// Heads that belong to a name and that gazetteers leave out.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "Province", "County", "State", "District", "Prefecture", "City", "Region", "Governorate",
    "Oblast", "Municipality", "Township", "Town", "Village", "Island", "Islands", "Republic",
    "Department", "Canton", "Parish", "Borough",
];

/// Directions before a name; the place without them is the nearest that a gazetteer knows.
#[rustfmt::skip]
const DIRECTIONS: &[&str] = &[
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Northeast",
    "Northwest", "Southeast", "Southwest", "Northeastern", "Northwestern", "Southeastern",
    "Southwestern", "Central", "Greater", "Upper", "Lower", "Downtown", "Metro",
];

/// The places of the gazetteer that a name may mean: those of the whole name, or of what remains without head or direction.
fn candidates(prose: &Prose, known: &[Match], span: Span) -> Candidates {
    let places = |span| named(known, span).map(|m| m.places.clone());
    if let Some(places) = places(span) {
        return places;
    }
    let (first, end) = prose.token_range(span);
    let token = |idx: usize| prose.tokens.get(idx).map(|t| t.span);
    let mut parts = [None, None];
    if end - first >= 2 && HEADS.contains(&prose.word(end - 1)) {
        parts[0] = token(end - 2).map(|t| Span { start: span.start, end: t.end });
    }
    let is_direction = |idx: usize| DIRECTIONS.contains(&prose.word(idx));
    let mut rest = first;
    while rest + 1 < end && (is_direction(rest) || rest > first && prose.word(rest) == "-") {
        rest += 1;
    }
    if rest > first {
        parts[1] = token(rest).map(|t| Span { start: t.start, end: span.end });
    }
    parts.into_iter().flatten().find_map(places).unwrap_or_default()
}

/// The name of the gazetteer that stands just there; the list is in the order of beginnings.
fn named(known: &[Match], span: Span) -> Option<&Match> {
    let first = known.partition_point(|m| m.span.start < span.start);
    let here = known.iter().skip(first).take_while(|m| m.span.start == span.start);
    here.filter(|m| m.kind == MatchKind::Name).find(|m| m.span == span)
}

/// The class of towns of 250,000 people.
const CITY: u8 = 143;

/// What a name of something else holds: places inside it, or the people that it is.
fn points(
    prose: &Prose,
    knowledge: &Knowledge,
    found: &[Match],
    is_named: &impl Fn(&str) -> bool,
    span: Span,
    out: &mut Vec<AssociatedName>,
) {
    let gazetteer = knowledge.gazetteer();
    let first = found.partition_point(|m| m.span.end <= span.start);
    for m in found.iter().skip(first).take_while(|m| m.span.start < span.end) {
        let role = match m.kind {
            MatchKind::NotPlace => continue,
            MatchKind::Demonym => AssociatedRole::Demonym,
            MatchKind::Name => AssociatedRole::Embedded,
        };
        // A name that is nothing but the name of a small town, a direction, or a word that some town bears too, points nowhere.
        let surface = m.span.of(prose.text);
        let is_known = m.places.iter().any(|&p| gazetteer.is_curated(p))
            || m.flags.population_class >= CITY
            || is_named(surface);
        let is_other = m.kind == MatchKind::Name
            && !(is_known && (m.flags.has_curated || m.span != span))
            || DIRECTIONS.contains(&surface) && !m.flags.has_curated;
        if span.contains(m.span) && !is_other {
            out.push(AssociatedName { span: m.span, candidates: m.places.clone(), role });
        }
    }
}
