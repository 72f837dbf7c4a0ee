//! Names of places that the gazetteer does not hold, read from the words around them: "the village of Kafr Xyz", "Xyz Airport".
//!
//! They have no coordinates and are listed all the same.

use super::cover::{Cover, Free};
use super::matches::{Match, MatchKind};
use super::passage::{self, Passage};
use super::{Candidates, PlaceName, Reading, words};
use crate::text::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeMap;

const LONGEST_NAME: usize = 4;

/// Adds the names that patterns show and no match covers.
pub(super) fn add(
    reading: &Reading,
    found: &[Match],
    passages: &[Passage],
    out: &mut Vec<PlaceName>,
) {
    let taken = found.iter().map(|m| m.span).chain(out.iter().map(|p| p.span));
    let mut free = Free::beside(Cover::of(taken));
    let may_be_places = found.iter().filter(|m| m.kind != MatchKind::NotPlace);
    let may_be_places = Cover::of(may_be_places.map(|m| m.span));
    let mut take = |span: Span, head: &str| {
        let is_free = free.take(span);
        if is_free {
            out.push(PlaceName {
                span,
                candidates: Candidates::default(),
                pattern: Some(head.to_owned()),
                role: passage::role(passages, span),
            });
        }
        is_free
    };
    let mut named: Vec<Named> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for idx in 0..reading.tokens.len() {
        if let Some((span, head)) =
            after_head(reading, idx).or_else(|| before_head(reading, idx, &may_be_places))
            && take(span, &head)
        {
            numbers.entry(span.of(reading.text)).or_insert_with(|| {
                named.push(Named { head, repeats: Vec::new() });
                named.len() - 1
            });
        }
    }
    // A name once shown to be a place is one in the rest of the article too.
    find_repeats(reading, &numbers, &mut named);
    for Named { head, repeats } in &named {
        for &span in repeats {
            take(span, head);
        }
    }
}

/// A name that a pattern showed.
struct Named {
    head: String,
    /// Where else it stands, in the order of the text, without overlap.
    repeats: Vec<Span>,
}

/// Finds where the numbered names stand as whole words, with no other capital beside; in one pass, whatever their number.
fn find_repeats(reading: &Reading, numbers: &BTreeMap<&str, usize>, named: &mut [Named]) {
    if named.is_empty() {
        return;
    }
    let mut ends = vec![0; named.len()];
    let mut begins = [false; 256];
    for first in numbers.keys().filter_map(|name| name.as_bytes().first()) {
        begins[usize::from(*first)] = true;
    }
    let is_capital = |t: &Token| t.kind == TokenKind::Capitalised;
    for (first, token) in reading.tokens.iter().enumerate() {
        let letter = reading.text.as_bytes().get(token.span.start as usize);
        if !letter.is_some_and(|&letter| begins[usize::from(letter)]) {
            continue;
        }
        let is_alone = first.checked_sub(1).is_none_or(|i| !is_capital(&reading.tokens[i]));
        // A name with its head.
        for last in first..(first + LONGEST_NAME + 1).min(reading.tokens.len()) {
            let span = Span { start: token.span.start, end: reading.tokens[last].span.end };
            let Some(&number) = numbers.get(span.of(reading.text)) else { continue };
            if span.start < ends[number] {
                continue;
            }
            ends[number] = span.end;
            if is_alone && !reading.tokens.get(last + 1).is_some_and(is_capital) {
                named[number].repeats.push(span);
            }
        }
    }
}

/// "village of Xyz Abc": the capitalised words after a head and "of".
fn after_head(reading: &Reading, idx: usize) -> Option<(Span, String)> {
    const OF: u32 = 2;
    let is_of =
        |t: &Token| t.span.end - t.span.start == OF && t.span.bytes_of(reading.text) == b"of";
    if !reading.tokens.get(idx + 1).is_some_and(is_of) {
        return None;
    }
    let head = reading.word(idx);
    if !words::is_head_before_of(head) {
        return None;
    }
    let mut last = None;
    for next in idx + 2..(idx + 2 + LONGEST_NAME).min(reading.tokens.len()) {
        let token = &reading.tokens[next];
        let article = matches!(token.span.of(reading.text), "al" | "el" | "-");
        match token.kind {
            TokenKind::Capitalised => last = Some(token.span.end),
            _ if article => {}
            _ => break,
        }
    }
    let start = reading.tokens.get(idx + 2)?.span.start;
    Some((Span { start, end: last? }, head.to_lowercase()))
}

/// "Xyz district", "Xyz Abc Airport": the capitalised words before a head.
fn before_head(reading: &Reading, idx: usize, may_be_places: &Cover) -> Option<(Span, String)> {
    // Some part of the name stands before the head.
    let before = reading.tokens.get(idx.checked_sub(1)?)?;
    if before.kind != TokenKind::Capitalised {
        return None;
    }
    let token = reading.tokens.get(idx)?;
    let head = reading.word(idx);
    let capital_head = token.kind == TokenKind::Capitalised
        && words::kinds_for(head).is_some()
        && !head.eq_ignore_ascii_case("state");
    if !(capital_head || words::is_small_head(head)) {
        return None;
    }
    let mut first = idx;
    while let Some(before) = first.checked_sub(1)
        && idx - before <= LONGEST_NAME
    {
        let token = &reading.tokens[before];
        let word = token.span.of(reading.text);
        let part = token.kind == TokenKind::Capitalised
            && !words::is_opener(word)
            && !words::is_title(word)
            && !words::is_organisation_head(word)
            && !may_be_places.overlaps(token.span);
        let article = matches!(word, "al" | "el" | "-") && first < idx;
        if !(part || article) {
            break;
        }
        first = before;
    }
    // A single capital at the beginning of a sentence may be any word.
    let opens = first.checked_sub(1).is_none_or(|i| !reading.tokens[i].is_word());
    if first == idx || (opens && idx - first == 1 && !capital_head) {
        return None;
    }
    let start = reading.tokens[first].span.start;
    let end = if capital_head { token.span.end } else { reading.tokens[idx - 1].span.end };
    Some((Span { start, end }, head.to_lowercase()))
}
