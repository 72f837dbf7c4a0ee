//! What gazetteer and rules say of each token, as the tagger sees it.

use super::super::context::Verdict;
use super::super::matches::{Match, MatchKind};
use super::super::{PlaceName, Reading};
use crate::annotate::AssociatedRole;
use crate::gazetteer::PlaceKind;

/// What a token is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::recognise) struct Mark {
    /// Sort of place, see [`class`]; 0 for none.
    pub(in crate::recognise) class: u8,
    /// 0 none, 1 place, 2 demonym, 3 embedded, 4 part of a longer place, 5 nothing, 6 name that is no place, 7 read from a pattern.
    pub(in crate::recognise) verdict: u8,
    /// 1 alone, 2 begin, 3 inside, 4 end.
    pub(in crate::recognise) position: u8,
}

impl Mark {
    /// Whether the gazetteer holds a name of a place here.
    pub(super) fn is_place(self) -> bool {
        self.class != 0 && self.verdict == 1
    }
}

fn class(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Country | PlaceKind::Territory | PlaceKind::Historical => 1,
        PlaceKind::Continent => 2,
        PlaceKind::Division => 3,
        PlaceKind::Capital => 4,
        PlaceKind::City => 5,
        PlaceKind::Town | PlaceKind::Village => 6,
        PlaceKind::District => 7,
        PlaceKind::Region | PlaceKind::Line => 8,
        PlaceKind::Airport | PlaceKind::Base | PlaceKind::Port | PlaceKind::Facility => 9,
        _ => 10,
    }
}

/// The marks of all tokens.
pub(super) fn marks(
    reading: &Reading,
    found: &[Match],
    verdicts: &[Verdict],
    places: &[PlaceName],
) -> Vec<Mark> {
    let mut out = vec![Mark::default(); reading.tokens.len()];
    // Places read from a pattern first: what the gazetteer holds is written over them.
    for place in places.iter().filter(|p| p.pattern.is_some()) {
        let mark = Mark { verdict: 7, ..Mark::default() };
        write(&mut out, reading.token_range(place.span), mark, |m| m.class == 0);
    }
    for (m, verdict) in found.iter().zip(verdicts) {
        let gazetteer = reading.knowledge.gazetteer();
        let best = m.places.iter().copied().min_by_key(|&p| gazetteer.prominence(p));
        let mark = Mark {
            class: match m.kind {
                MatchKind::Demonym => 11,
                MatchKind::NotPlace => 12,
                MatchKind::Name => best.map_or(0, |p| class(gazetteer.kind(p))),
            },
            verdict: match verdict {
                Verdict::Place | Verdict::PlaceWithKind(..) => 1,
                Verdict::Points(AssociatedRole::Demonym) => 2,
                Verdict::Points(AssociatedRole::Embedded) => 3,
                Verdict::PartOfPlace(..) => 4,
                Verdict::Nothing if m.kind == MatchKind::NotPlace => 6,
                Verdict::Nothing => 5,
            },
            ..Mark::default()
        };
        write(&mut out, m.tokens, mark, |_| true);
    }
    out
}

fn write(out: &mut [Mark], (first, end): (usize, usize), mark: Mark, may: impl Fn(&Mark) -> bool) {
    for (slot, idx) in out.get_mut(first..end).unwrap_or_default().iter_mut().zip(first..) {
        if may(slot) {
            *slot = Mark { position: position(idx, first, end), ..mark };
        }
    }
}

/// What the gazetteer knows of the longest name that covers a token, trusted or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::recognise) struct Known {
    /// 1 name, 2 demonym, 3 name that is no place; 0 for none.
    pub(in crate::recognise) kind: u8,
    /// As in [`Mark`].
    pub(in crate::recognise) position: u8,
    /// Curated, country, division, county: one bit each.
    pub(in crate::recognise) flags: u8,
    /// The largest population: 0 unknown, then by powers of four from a thousand people.
    pub(in crate::recognise) size: u8,
    pub(in crate::recognise) n_candidates: u8,
    pub(in crate::recognise) len: u8,
}

/// The known names of all tokens.
pub(super) fn known(reading: &Reading, all: &[Match]) -> Vec<Known> {
    let mut out = vec![Known::default(); reading.tokens.len()];
    let mut end_of_last = 0;
    for m in all {
        if m.span.start < end_of_last {
            continue;
        }
        end_of_last = m.span.end;
        let f = m.flags;
        let bits = [f.has_curated, f.has_country, f.has_division, f.has_county];
        let known = Known {
            kind: match m.kind {
                MatchKind::Name => 1,
                MatchKind::Demonym => 2,
                MatchKind::NotPlace => 3,
            },
            flags: bits.iter().rev().fold(0, |all, &bit| all << 1 | u8::from(bit)),
            // Eighths of the binary logarithm.
            size: if f.population_class == 0 {
                0
            } else {
                (f.population_class.saturating_sub(64) / 16).min(9) + 1
            },
            n_candidates: match f.n_candidates {
                n @ 0..=2 => n,
                3..=5 => 3,
                6..=15 => 4,
                _ => 5,
            },
            ..Known::default()
        };
        let (first, end) = m.tokens;
        let len = end.saturating_sub(first);
        for (slot, idx) in out.get_mut(first..end).unwrap_or_default().iter_mut().zip(first..) {
            *slot = Known { position: position(idx, first, end), len: len.min(4) as u8, ..known };
        }
    }
    out
}

fn position(idx: usize, first: usize, end: usize) -> u8 {
    match (idx == first, idx + 1 == end) {
        (true, true) => 1,
        (true, false) => 2,
        (false, false) => 3,
        (false, true) => 4,
    }
}
