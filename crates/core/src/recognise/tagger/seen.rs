//! Gathers what a document shows of its words: one pass over the runs.

use super::document::{Document, Line};
use super::facts::{self, Seen};
use super::lists;
use super::runs::Run;
use super::word::{Shape, Word};
use std::collections::BTreeMap;

/// Fills the facts of a document whose runs are known.
pub(super) fn gather(document: &mut Document) {
    for number in 0..document.runs.len() {
        let Some(&run) = document.runs.get(number) else { continue };
        if document.line(run.first as usize) == Line::Plain {
            see_run(document, run);
        }
    }
    for idx in 0..document.tokens.len() {
        if document.mark(idx).verdict == 1
            && let Some(word) = document.word(idx)
        {
            let lower_idx = word.lower_idx as usize;
            set(document, lower_idx, facts::RULED_PLACE);
        }
    }
    see_acronyms(document);
}

fn set(document: &mut Document, lower_idx: usize, seen: Seen) {
    if let Some(facts) = document.facts.get_mut(lower_idx) {
        facts.seen |= seen;
    }
}

fn see_run(document: &mut Document, run: Run) {
    let around = around(document, run);
    let (first, last) = (run.first as usize, run.last as usize);
    let mut before_given = false;
    for idx in first..=last {
        let Some(word) = document.word(idx) else { continue };
        if !matches!(
            word.shape,
            Shape::Capital | Shape::Capitals | Shape::Mixed | Shape::Initials | Shape::OneCapital
        ) {
            continue;
        }
        let mut seen = match (idx == first, idx == last) {
            (true, true) => facts::ALONE,
            (true, false) => facts::FIRST_OF_RUN,
            (false, true) => facts::LAST_OF_RUN,
            (false, false) => facts::INSIDE_RUN,
        };
        // What stands before a run says something of its first word or, for names of persons, of all.
        seen |= around & (facts::AFTER_TITLE | facts::BEFORE_SAYING | facts::BEFORE_WHO);
        if idx == first {
            seen |= around
                & (facts::AFTER_WHERE
                    | facts::AFTER_TO
                    | facts::AFTER_THE
                    | facts::AFTER_AND_PLACE);
        }
        if idx == last {
            seen |= around
                & (facts::BEFORE_POSSESSIVE | facts::BEFORE_COMMA_PLACE | facts::BEFORE_PLACE_HEAD);
        }
        if first == last {
            seen |= around & facts::IN_BRACKETS;
        }
        if before_given {
            seen |= facts::AFTER_GIVEN;
        }
        if idx > first && document.near(idx, -1).is_some_and(|w| w.is(lists::TITLE)) {
            seen |= facts::AFTER_TITLE;
        }
        if document.near(idx, 1).is_some_and(|w| w.is(lists::ORGANISATION_HEAD)) && idx < last {
            seen |= facts::BEFORE_ORGANISATION_HEAD;
        }
        before_given = word.is(lists::GIVEN_NAME);
        let lower_idx = word.lower_idx as usize;
        set(document, lower_idx, seen);
        if let Some(facts) = document.facts.get_mut(lower_idx) {
            if facts.n_capital >= 4 {
                facts.seen |= facts::MANY;
            }
            if run.len() > facts.longest.map_or(1, Run::len) {
                facts.longest = Some(run);
            }
        }
    }
}

/// What stands before and after a run, as bits.
fn around(document: &Document, run: Run) -> Seen {
    let (first, last) = (run.first as usize, run.last as usize);
    let mut seen = 0;
    if let Some(before) = document.near(first, -1) {
        let list_bits = [
            (lists::TITLE | lists::PERSON_NOUN, facts::AFTER_TITLE),
            (lists::WHERE, facts::AFTER_WHERE),
            (lists::TO, facts::AFTER_TO),
        ];
        for (list, bit) in list_bits {
            if before.is(list) {
                seen |= bit;
            }
        }
        match document.tokens.get(before_idx(first)).map(|t| t.span.of(document.text)) {
            Some("the" | "The") => seen |= facts::AFTER_THE,
            Some("(") if document.near(last, 1).is_some_and(is_closing) => {
                seen |= facts::IN_BRACKETS;
            }
            Some("and" | ",") if first >= 2 && document.mark(first - 2).is_place() => {
                seen |= facts::AFTER_AND_PLACE;
            }
            _ => {}
        }
    }
    if let Some(after) = document.near(last, 1) {
        if after.shape == Shape::Possessive {
            seen |= facts::BEFORE_POSSESSIVE;
        }
        if after.is(lists::SAYING) {
            seen |= facts::BEFORE_SAYING;
        }
        if after.is(lists::PLACE_HEAD) {
            seen |= facts::BEFORE_PLACE_HEAD;
        }
        if after.folded == comma() {
            if document.mark(last + 2).is_place() {
                seen |= facts::BEFORE_COMMA_PLACE;
            }
            if document.near(last, 2).is_some_and(|w| w.folded == who()) {
                seen |= facts::BEFORE_WHO;
            }
        }
    }
    seen
}

fn before_idx(idx: usize) -> usize {
    idx.wrapping_sub(1)
}

fn is_closing(word: &Word) -> bool {
    word.folded == super::hash::bytes(*b")")
}

pub(super) fn comma() -> u64 {
    super::hash::bytes(*b",")
}

fn who() -> u64 {
    super::hash::bytes(*b"who")
}

/// Finds for words in capitals the runs whose initials they are.
fn see_acronyms(document: &mut Document) {
    const LONGEST: usize = 8;
    let acronyms = acronyms::<LONGEST>(document);
    // The first run with the initials of each.
    let mut runs: BTreeMap<_, Option<Run>> = acronyms.iter().map(|&(key, _)| (key, None)).collect();
    if runs.is_empty() {
        return;
    }
    let mut see = |run: Run| {
        for with_small in [false, true] {
            let key = initials::<LONGEST>(document, run, with_small);
            if let Some(first) = key.and_then(|key| runs.get_mut(&key)) {
                first.get_or_insert(run);
            }
        }
    };
    for (number, &run) in document.runs.iter().enumerate() {
        if run.len() > 1 {
            see(run);
        }
        // A name can hold "of" or "for" between two runs.
        let joined = document.runs.get(number + 1).filter(|next| {
            next.first - run.last == 2
                && document
                    .near(run.last as usize, 1)
                    .is_some_and(|w| w.shape == Shape::Small && w.is(lists::OPENER))
        });
        if let Some(next) = joined {
            see(Run { first: run.first, last: next.last });
        }
    }
    for (key, lower_idx) in acronyms {
        if let Some(&Some(run)) = runs.get(&key)
            && let Some(facts) = document.facts.get_mut(lower_idx as usize)
        {
            facts.stands_for = Some(run);
        }
    }
}

/// The words of a document that are written as acronyms are: their capitals, and their numbers when folded.
fn acronyms<const N: usize>(document: &Document) -> Vec<([u8; N], u32)> {
    let mut out = Vec::new();
    for word in &document.words {
        if !matches!(word.shape, Shape::Capitals | Shape::Initials) {
            continue;
        }
        let token = document.tokens.get(word.token as usize);
        let surface = token.map_or(&[][..], |t| t.span.bytes_of(document.text));
        let mut key = [0; N];
        let mut n = 0;
        for (slot, &b) in key.iter_mut().zip(surface.iter().filter(|b| b.is_ascii_uppercase())) {
            *slot = b;
            n += 1;
        }
        if n >= 2 {
            out.push((key, word.lower_idx));
        }
    }
    out
}

/// The capital initials of a run of two to eight words; with small words or without them.
fn initials<const N: usize>(document: &Document, run: Run, with_small: bool) -> Option<[u8; N]> {
    let mut key = [0; N];
    let mut n = 0;
    for idx in run.first..=run.last {
        let token = document.tokens.get(idx as usize)?;
        let word = document.word(idx as usize)?;
        if !token.is_word() || word.shape == Shape::Small && !with_small {
            continue;
        }
        let initial = token.span.of(document.text).bytes().next()?.to_ascii_uppercase();
        if !initial.is_ascii_uppercase() {
            return None;
        }
        *key.get_mut(n)? = initial;
        n += 1;
    }
    (n >= 2).then_some(key)
}
