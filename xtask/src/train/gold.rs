//! What each token may be called: the sets' names on the borders of our tokens, by our conventions.
//!
//! Sets disagree on where a name begins: titles, "the", directions in small letters and kinds in small letters stay outside of it here.
//! Where a set leaves names unmarked, a token may be called by more than one label.

use std::collections::BTreeMap;

use dateline_core::gazetteer::{self, GazetteerSource, PlaceKind};
use dateline_core::recognise::tagger::{N_LABELS, NameKind, OUTSIDE, is_title};
use dateline_core::text::fold::fold;
use dateline_core::text::prose::Prose;
use dateline_core::text::token::TokenKind;

use super::corpus::{Document, Marks};

/// Labels that a token may have, one bit each.
pub(super) type Allowed = u16;

const ANY: Allowed = (1 << N_LABELS) - 1;
const OTHER: Allowed =
    (1 << (NameKind::Other as u16 * 2 + 1)) | (1 << (NameKind::Other as u16 * 2 + 2));

/// What the gazetteer says of names as a whole, where sets disagree.
pub(super) struct Conventions {
    /// Folded spellings: true for countries and divisions, false for demonyms.
    by_fold: BTreeMap<String, bool>,
}

impl Conventions {
    /// From the hand-written table.
    pub(super) fn of(source: &GazetteerSource) -> Self {
        let mut by_fold = BTreeMap::new();
        for name in &source.names {
            let kind = source.places[name.place].kind;
            match name.kind {
                gazetteer::NameKind::Demonym => {
                    by_fold.entry(fold(&name.text)).or_insert(false);
                }
                gazetteer::NameKind::Name
                    if matches!(
                        kind,
                        PlaceKind::Country
                            | PlaceKind::Division
                            | PlaceKind::Territory
                            | PlaceKind::Region
                    ) =>
                {
                    by_fold.insert(fold(&name.text), true);
                }
                _ => {}
            }
        }
        Self { by_fold }
    }

    /// The kind of a name by our conventions.
    pub(super) fn kind(&self, surface: &str, kind: NameKind) -> NameKind {
        match (kind, self.by_fold.get(&fold(surface))) {
            (NameKind::Organisation | NameKind::Other, Some(true)) => NameKind::Place,
            (NameKind::Place, Some(false)) => NameKind::Other,
            _ => kind,
        }
    }
}

/// For every token of a document the labels that it may have.
pub(super) fn allowed(
    document: &Document,
    prose: &Prose,
    conventions: &Conventions,
) -> Vec<Allowed> {
    let mut out: Vec<Allowed> = prose
        .tokens
        .iter()
        .map(|t| {
            let outside = 1 << OUTSIDE;
            match document.marks {
                Marks::NoOthers if t.kind == TokenKind::Capitalised => outside | OTHER,
                Marks::Some if t.kind == TokenKind::Capitalised => ANY,
                _ => outside,
            }
        })
        .collect();
    for name in &document.names {
        let first = prose.tokens.partition_point(|t| t.span.end as usize <= name.start);
        let end = prose.tokens.partition_point(|t| (t.span.start as usize) < name.end);
        let has_small = (first..end).any(|i| matches!(prose.word(i), "of" | "for" | "and"));
        if document.set == "re3d-a" && name.kind == NameKind::Person && has_small {
            out[first..end].fill(ANY);
            continue;
        }
        for slot in &mut out[first..end] {
            *slot = 1 << OUTSIDE;
        }
        for (first, end) in pieces(prose, first, end, name.kind) {
            let surface = &prose.text
                [prose.tokens[first].span.start as usize..prose.tokens[end - 1].span.end as usize];
            let kind = conventions.kind(surface, name.kind);
            for (slot, idx) in out[first..end].iter_mut().zip(first..) {
                *slot = 1 << if idx == first { kind.begin() } else { kind.inside() };
            }
        }
    }
    out
}

/// A name whose beginning lies outside of a segment begins with it.
pub(super) fn make_possible(segment: &mut [Allowed]) {
    let mut before: Allowed = 1 << OUTSIDE;
    for slot in segment {
        for kind in NameKind::ALL {
            let goes_on = 1 << kind.begin() | 1 << kind.inside();
            if *slot == 1 << kind.inside() && before & goes_on == 0 {
                *slot = 1 << kind.begin();
            }
        }
        before = *slot;
    }
}

/// The parts of a marked span that are names by our conventions.
fn pieces(prose: &Prose, first: usize, end: usize, kind: NameKind) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = first;
    for idx in first..=end {
        let splits = kind == NameKind::Place
            && idx < end
            && (prose.word(idx) == ","
                || prose.tokens[idx].kind == TokenKind::Possessive
                    && idx > first
                    && prose.tokens.get(idx + 1).is_some_and(|t| t.kind == TokenKind::Capitalised));
        if idx == end || splits {
            let trimmed = trim(prose, start, idx, kind);
            if trimmed.0 < trimmed.1 {
                out.push(trimmed);
            }
            start = idx + 1;
        }
    }
    out
}

fn trim(prose: &Prose, mut first: usize, mut end: usize, kind: NameKind) -> (usize, usize) {
    let is_small = |i: usize| {
        prose.tokens[i].kind == TokenKind::Word && prose.word(i).starts_with(char::is_lowercase)
    };
    let has_capital = (first..end).any(|i| prose.tokens[i].kind == TokenKind::Capitalised);
    while first < end {
        let word = prose.word(first);
        let is_mark = !prose.tokens[first].is_word() && word != "@" && word != "#";
        let is_article = matches!(word, "the" | "The" | "THE" | "a" | "A") && end - first > 1;
        let small_lead = kind == NameKind::Place
            && has_capital
            && is_small(first)
            && !matches!(word, "al" | "el" | "de" | "as" | "ash" | "an" | "ar");
        let title = kind == NameKind::Person && is_title(&word.to_lowercase());
        if !(is_mark || is_article || small_lead || title) {
            break;
        }
        first += 1;
    }
    while first < end {
        let last = end - 1;
        let word = prose.word(last);
        let is_mark = !prose.tokens[last].is_word() && word != ")";
        let small_tail = has_capital && is_small(last) && kind == NameKind::Place;
        if !(is_mark || small_tail) {
            break;
        }
        end = last;
    }
    (first, end)
}
