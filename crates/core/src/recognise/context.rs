//! Whether a spelling of the gazetteer is a place where it stands, judged by the words around it.

use super::matches::{Match, MatchKind};
use super::{Reading, words};
use crate::annotate::AssociatedRole;
use crate::gazetteer::{PlaceIdx, PlaceKind};
use crate::text::Span;
use crate::text::token::TokenKind;
use std::collections::BTreeMap;

/// What a match turns out to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// It names the place.
    Place,
    /// It points to the place without naming it.
    Points(AssociatedRole),
    /// It begins the longer name of another place, which ends with this word ("Aleppo International Airport").
    PartOfPlace(Span, String),
    /// It names the place together with the word for its kind ("Anhui Province").
    PlaceWithKind(Span, Vec<PlaceIdx>),
    /// It is the name of a person or of something else.
    Nothing,
}

/// Judges one match.
pub(super) fn judge(reading: &Reading, phrases: &Phrases, m: &Match) -> Verdict {
    match m.kind {
        MatchKind::NotPlace => return Verdict::Nothing,
        MatchKind::Demonym => return Verdict::Points(AssociatedRole::Demonym),
        MatchKind::Name if m.is_inside_name => {
            let surface = m.span.of(reading.text);
            let of_person = words::is_given_name(surface) || words::is_surname(surface);
            return if of_person {
                Verdict::Nothing
            } else {
                Verdict::Points(AssociatedRole::Embedded)
            };
        }
        MatchKind::Name => {}
    }
    let (first, end) = m.tokens;
    let in_headline = reading.lines.in_capitals(m.span) || reading.lines.in_title_case(first, end);
    if in_headline {
        return Verdict::Place;
    }
    if let Some(verdict) = judge_right(reading, m, end) {
        return verdict;
    }
    judge_left(reading, phrases, m, first).unwrap_or(Verdict::Place)
}

/// Capitalised words that follow without a mark between: indexes of their tokens.
fn run_after(reading: &Reading, end: usize) -> Vec<usize> {
    const LONGEST: usize = 6;
    let mut run = Vec::new();
    for idx in end..reading.tokens.len().min(end + LONGEST) {
        match reading.tokens[idx].kind {
            TokenKind::Capitalised => run.push(idx),
            // "&" and small words join names only when another capital follows: "Damascus Chamber of Commerce".
            _ if matches!(reading.word(idx), "&" | "of" | "for" | "and") && !run.is_empty() => {}
            _ => break,
        }
    }
    run
}

fn judge_right(reading: &Reading, m: &Match, end: usize) -> Option<Verdict> {
    let run = run_after(reading, end);
    let &next = run.first()?;
    // The first capital must follow at once, not across "of".
    if next != end {
        return None;
    }
    let unbroken = run.iter().zip(end..).take_while(|&(&idx, i)| idx == i).map(|(&idx, _)| idx);
    if let Some(head) =
        unbroken.clone().take(3).find(|&idx| words::kinds_for(reading.word(idx)).is_some())
    {
        let followed_by_head =
            reading.tokens.get(head + 1).is_some_and(|t| t.kind == TokenKind::Capitalised)
                && words::is_organisation_head(reading.word(head + 1));
        if followed_by_head {
            return Some(Verdict::Points(AssociatedRole::Embedded));
        }
        let span = Span { start: m.span.start, end: reading.tokens[head].span.end };
        let fitting = divisions_of_kind(reading, m, reading.word(head));
        return Some(if head == end && !fitting.is_empty() {
            Verdict::PlaceWithKind(span, fitting)
        } else {
            Verdict::PartOfPlace(span, reading.word(head).to_lowercase())
        });
    }
    let word = reading.word(next);
    if words::is_title(word) {
        return None;
    }
    if run.iter().any(|&idx| words::is_organisation_head(reading.word(idx))) {
        return Some(Verdict::Points(AssociatedRole::Embedded));
    }
    let surface = m.span.of(reading.text);
    words::is_given_name(surface).then_some(Verdict::Nothing)
}

/// Divisions among a match's places that a word for a kind fits.
fn divisions_of_kind(reading: &Reading, m: &Match, head: &str) -> Vec<PlaceIdx> {
    let gazetteer = reading.knowledge.gazetteer();
    let kinds = words::kinds_for(head).unwrap_or_default();
    let fits = |place: &PlaceIdx| {
        let kind = gazetteer.kind(*place);
        matches!(kind, PlaceKind::Division | PlaceKind::District) && kinds.contains(&kind)
    };
    m.places.iter().copied().filter(fits).collect()
}

fn judge_left(reading: &Reading, phrases: &Phrases, m: &Match, first: usize) -> Option<Verdict> {
    let before = first.checked_sub(1)?;
    let surface = m.span.of(reading.text);
    if let Some(head) = head_of_phrase(reading, phrases, before)
        && words::is_organisation_head(reading.word(head))
    {
        return Some(Verdict::Points(AssociatedRole::Embedded));
    }
    let word = reading.word(before);
    let dot_before = word == "."
        && before.checked_sub(1).is_some_and(|i| words::is_person_title(reading.word(i)));
    if dot_before
        || words::is_person_title(word) && reading.tokens[before].kind == TokenKind::Capitalised
    {
        return words::is_surname(surface).then_some(Verdict::Nothing);
    }
    if reading.tokens[before].kind != TokenKind::Capitalised {
        return None;
    }
    if words::is_organisation_lead(word) {
        return Some(Verdict::Points(AssociatedRole::Embedded));
    }
    let bears_name = words::is_surname(surface)
        && !begins_sentence(reading, before)
        && !words::is_opener(word)
        && !words::is_title(word);
    bears_name.then_some(Verdict::Nothing)
}

/// For a name after "of" or "for" (and perhaps "the"): the token of the capitalised word that it belongs to.
fn head_of_phrase(reading: &Reading, phrases: &Phrases, before: usize) -> Option<usize> {
    let mut idx = before;
    if reading.word(idx) == "the" {
        idx = idx.checked_sub(1)?;
    }
    if !matches!(reading.word(idx), "of" | "for") {
        return None;
    }
    let head = idx.checked_sub(1)?;
    if reading.tokens[head].kind != TokenKind::Capitalised {
        return None;
    }
    Some(phrases.get(&head).copied().unwrap_or(head))
}

/// For a capitalised word that is joined to one before it: the word that the whole name belongs to.
pub(super) type Phrases = BTreeMap<usize, usize>;

/// All words of a text that are joined to one before: in "Center for Democracy of X" the way goes back through the whole name, to its first organisation word.
pub(super) fn phrases(reading: &Reading) -> Phrases {
    let mut out = Phrases::new();
    for (joint, token) in reading.tokens.iter().enumerate() {
        let head = joint + 2;
        if token.kind == TokenKind::Capitalised
            && matches!(reading.word(joint + 1), "of" | "for" | "and" | "&")
            && reading.tokens.get(head).is_some_and(|t| t.kind == TokenKind::Capitalised)
            && !words::is_organisation_head(reading.word(head))
        {
            out.insert(head, out.get(&joint).copied().unwrap_or(joint));
        }
    }
    out
}

fn begins_sentence(reading: &Reading, idx: usize) -> bool {
    idx.checked_sub(1).is_none_or(|i| {
        let token = &reading.tokens[i];
        token.kind == TokenKind::Break
            || matches!(token.span.of(reading.text), "." | "!" | "?" | ":" | "\"" | "“" | "”")
    })
}
