//! The names that the rules find and those that the tagger sees, as one list.
//!
//! Both have a say: the gazetteer knows which places carry a name, the tagger reads the sentence around it.

use super::matches::{Match, MatchKind};
use super::tagger::{NameKind, Tagged};
use super::{AssociatedName, Names, PlaceName, Ruled, context, passage};
use crate::annotate::AssociatedRole;
use crate::identify::{ActorKind, ActorName};
use crate::knowledge::Knowledge;
use crate::text::Span;
use crate::text::prose::Prose;

/// Joins both.
pub(super) fn join(prose: &Prose, knowledge: &Knowledge, tagged: &[Tagged], ruled: Ruled) -> Names {
    let _ = knowledge;
    let passages = passage::passages(prose.text);
    let mut names = Names::default();
    let span_of = |t: &Tagged| {
        let first = prose.tokens.get(t.first).map_or(0, |t| t.span.start);
        let last = t.end.checked_sub(1).and_then(|i| prose.tokens.get(i));
        Span { start: first, end: last.map_or(first, |t| t.span.end) }
    };
    for t in tagged {
        let span = span_of(t);
        match t.kind {
            NameKind::Place => {
                let same = ruled.names.places.binary_search_by_key(&span, |p| p.span).ok();
                let same = same.and_then(|i| ruled.names.places.get(i));
                let candidates = same
                    .map(|p| &p.candidates)
                    .filter(|candidates| !candidates.is_empty())
                    .or_else(|| named(&ruled.known, span).map(|m| &m.places))
                    .cloned()
                    .unwrap_or_default();
                let pattern = same.and_then(|p| p.pattern.clone());
                names.places.push(PlaceName {
                    span,
                    candidates,
                    pattern,
                    role: passage::role(&passages, span),
                });
            }
            NameKind::Person => names.actors.push(ActorName { span, kind: ActorKind::Person }),
            NameKind::Organisation => {
                names.actors.push(ActorName { span, kind: ActorKind::Organisation });
            }
            NameKind::Other => {}
        }
        if matches!(t.kind, NameKind::Organisation | NameKind::Other) {
            points(&ruled.found, span, &mut names.associated);
        }
    }
    // Places of the rules where the tagger sees nothing.
    let taken = super::cover::Cover::of(tagged.iter().map(span_of));
    let before = names.places.len();
    for place in ruled.names.places {
        if !taken.overlaps(place.span) && is_sure(knowledge, &place) {
            names.places.push(place);
        }
    }
    for associated in ruled.names.associated {
        if !taken.overlaps(associated.span) {
            names.associated.push(associated);
        }
    }
    if names.places.len() > before {
        names.places.sort_by_key(|p| p.span);
    }
    names.associated.sort_by_key(|a| a.span);
    let _ = context::Verdict::Nothing;
    names
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

/// The name of the gazetteer that stands just there; the list is in the order of beginnings.
fn named(known: &[Match], span: Span) -> Option<&Match> {
    let first = known.partition_point(|m| m.span.start < span.start);
    let here = known.iter().skip(first).take_while(|m| m.span.start == span.start);
    here.filter(|m| m.kind == MatchKind::Name).find(|m| m.span == span)
}

/// What a name of something else holds: places inside it, or the people that it is.
fn points(found: &[Match], span: Span, out: &mut Vec<AssociatedName>) {
    let first = found.partition_point(|m| m.span.end <= span.start);
    for m in found.iter().skip(first).take_while(|m| m.span.start < span.end) {
        let role = match m.kind {
            MatchKind::NotPlace => continue,
            MatchKind::Demonym => AssociatedRole::Demonym,
            MatchKind::Name => AssociatedRole::Embedded,
        };
        if span.contains(m.span) {
            out.push(AssociatedName { span: m.span, candidates: m.places.clone(), role });
        }
    }
}
