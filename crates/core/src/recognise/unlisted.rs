//! Names of places that the gazetteer does not hold, read from the words around them: "the village of Kafr Xyz", "Xyz Airport".
//!
//! They have no coordinates and are listed all the same.

use super::matches::{Match, MatchKind};
use super::passage::{self, Passage};
use super::{PlaceName, Reading, words};
use crate::text::Span;
use crate::text::token::TokenKind;

const LONGEST_NAME: usize = 4;

/// Adds the names that patterns show and no match covers.
pub(super) fn add(
    reading: &Reading,
    found: &[Match],
    passages: &[Passage],
    out: &mut Vec<PlaceName>,
) {
    let free = |span: Span, out: &[PlaceName]| {
        !found.iter().any(|m| m.span.overlaps(span)) && !out.iter().any(|p| p.span.overlaps(span))
    };
    let mut named: Vec<(String, String)> = Vec::new();
    for idx in 0..reading.tokens.len() {
        let Some((span, head)) =
            after_head(reading, idx).or_else(|| before_head(reading, idx, found))
        else {
            continue;
        };
        if free(span, out) {
            named.push((span.of(reading.text).to_owned(), head.clone()));
            out.push(PlaceName {
                span,
                candidates: Vec::new(),
                pattern: Some(head),
                role: passage::role(passages, span),
            });
        }
    }
    // A name once shown to be a place is one in the rest of the article too.
    for (name, head) in &named {
        for (at, _) in reading.text.match_indices(name.as_str()) {
            let span = Span::new(at, at + name.len());
            let (first, end) = reading.token_range(span);
            let whole = reading.tokens.get(first).is_some_and(|t| t.span.start == span.start)
                && end
                    .checked_sub(1)
                    .and_then(|i| reading.tokens.get(i))
                    .is_some_and(|t| t.span.end == span.end);
            let alone = |i: Option<usize>| {
                i.and_then(|i| reading.tokens.get(i))
                    .is_none_or(|t| t.kind != TokenKind::Capitalised)
            };
            if whole && alone(first.checked_sub(1)) && alone(Some(end)) && free(span, out) {
                out.push(PlaceName {
                    span,
                    candidates: Vec::new(),
                    pattern: Some(head.clone()),
                    role: passage::role(passages, span),
                });
            }
        }
    }
}

/// "village of Xyz Abc": the capitalised words after a head and "of".
fn after_head(reading: &Reading, idx: usize) -> Option<(Span, String)> {
    let head = reading.word(idx);
    if !words::is_head_before_of(head) || reading.word(idx + 1) != "of" {
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
fn before_head(reading: &Reading, idx: usize, found: &[Match]) -> Option<(Span, String)> {
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
            && !found.iter().any(|m| m.kind != MatchKind::NotPlace && m.span.overlaps(token.span));
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
