//! The words that name a source: the subject of a verb of saying, before it or behind it.
//!
//! In go indexes of tokens; out come ranges of tokens.
//! There is no grammar here: a subject is found by the words that can begin one and the words that cannot be a part of one.

use super::lexicon::{
    ends_source, is_auxiliary, is_between, is_determiner, is_opener, is_plural, is_preposition,
    is_pronoun, is_relative, is_subordinator, is_time,
};
use super::noun::{is_name_joint, last_noun, noun_at};
use super::place::Story;
use crate::text::token::TokenKind;
use std::ops::Range;

/// As many tokens a source has at most.
const LONGEST: usize = 30;

/// The subject that ends before a verb; `from` is where its clause may begin.
pub(super) fn before(story: &Story, from: usize, verb: usize) -> Option<Range<usize>> {
    let end = skip_between(story, from, verb);
    let last = end.checked_sub(1).filter(|&last| last >= from)?;
    let word = story.word(last);
    if is_relative(word) || word == "that" && story.is_word(last.wrapping_sub(1)) && last > from {
        return antecedent(story, from, last);
    }
    match word {
        "," | "—" | "–" | ")" => parenthesised(story, from, last),
        "and" | "but" | "then" | ";" => opening(story, whole(story, from), last),
        _ if story.is_word(last)
            || word == "."
            || story.kind(last) == Some(TokenKind::Possessive) =>
        {
            let start = clause_start(story, from, end);
            // "Maria Lopez, mayor of Leeds said": the comma behind the office is missing.
            let office = story.kind(start) == Some(TokenKind::Word)
                && !is_determiner(story.word(start))
                && !is_pronoun(story.word(start))
                && !is_between(story.word(start))
                && start + 2 < end
                && start > from + 2
                && story.before(start) == ","
                && story.is_capital(start - 2)
                && story.is_capital(end - 1);
            if office && let Some(name) = last_noun(story, &(from..start - 1)) {
                return Some(name);
            }
            trimmed(story, start..end)
        }
        _ => None,
    }
}

/// Where the sentence begins in which a quotation ends before `from`, unless it begins with one: its subject stands there.
fn whole(story: &Story, from: usize) -> usize {
    let at = story.start(from);
    let sentence = story.prose.sentences.partition_point(|s| s.end <= at);
    let first = story.prose.sentences.get(sentence).map_or(from, |s| story.prose.token_range(*s).0);
    let is_near = first < from && from - first <= LONGEST;
    let quote = story.quotes.partition_point(|q| q.end <= first);
    let begins_quoted = || story.quotes.get(quote).is_some_and(|q| q.first <= first);
    if is_near && !begins_quoted() { first } else { from }
}

/// Skips adverbs, helping verbs and days between a subject and its verb, backwards.
fn skip_between(story: &Story, from: usize, verb: usize) -> usize {
    let mut end = verb;
    while end > from + 1 {
        let word = story.before(end);
        let time = is_time(word)
            && (end < 2 || !story.is_capital(end - 2) || matches!(story.word(end - 2), "On"));
        if is_between(word) && !story.is_capital(end - 1)
            || time && matches!(story.word(end - 2), "on" | "last" | "this" | "earlier" | "late")
        {
            end -= if time { 2 } else { 1 };
            // "in a statement on Monday", "late on Monday".
            if matches!(story.before(end), "late" | "early" | "earlier") && end > from {
                end -= 1;
            }
        } else if time && story.is_capital(end - 1) && end > from + 1 && story.is_word(end - 2) {
            end -= 1;
        } else {
            break;
        }
    }
    end
}

/// Where the clause that ends at `end` begins.
fn clause_start(story: &Story, from: usize, end: usize) -> usize {
    let low = from.max(end.saturating_sub(LONGEST));
    let mut idx = end;
    while idx > low {
        let at = idx - 1;
        let word = story.word(at);
        match story.kind(at) {
            Some(TokenKind::Mark) => {
                let joins = match word {
                    "&" | "/" | "(" | ")" => true,
                    // "Mr. Lopez", "J. Lopez", "Lopez Jr."
                    "." => true,
                    // "Lopez, Smith and Jones": a list, or a new clause.
                    _ => false,
                };
                if !joins {
                    return idx;
                }
            }
            Some(TokenKind::Break) | None => return idx,
            Some(TokenKind::Word) => {
                if is_subordinator(word) && !(word == "as" && story.word(at + 1) == "well") {
                    return idx;
                }
                let parts = matches!(word, "and")
                    && !story.is_capital(at.wrapping_sub(1))
                    && (story.is_capital(idx) || is_pronoun(story.word(idx)));
                if parts && at > from {
                    return idx;
                }
            }
            _ => {}
        }
        idx = at;
    }
    idx
}

/// The noun that a relative clause is about, which ends before `end`.
fn antecedent(story: &Story, from: usize, relative: usize) -> Option<Range<usize>> {
    let mut end = relative;
    while end > from && matches!(story.before(end), "," | "and" | "—" | "–" | "of") {
        end -= 1;
    }
    if story.before(end) == "one" || end == from {
        return None;
    }
    let start = clause_start(story, from, end);
    let whole = trimmed(story, start..end)?;
    let tail = last_noun(story, &whole);
    // "Some marched with signs that said".
    if whole.len() > 5
        && tail.as_ref().is_none_or(|t| *t == whole)
        && !story.is_capital(end - 1)
        && is_plural(story.word(end - 1))
    {
        return Some(end - 1..end);
    }
    Some(tail.unwrap_or(whole))
}

/// The subject before words between commas: "Lopez, who was there, said".
fn parenthesised(story: &Story, from: usize, comma: usize) -> Option<Range<usize>> {
    let low = from.max(comma.saturating_sub(2 * LONGEST));
    let mut start = opening_start(story, low, comma)?;
    // Nothing before the comma but an opening: "On Monday, said Lopez".
    let mut end =
        (start..comma).find(|&i| matches!(story.word(i), "," | "—" | "–" | "(")).unwrap_or(comma);
    // "Reports, Lopez, who" is rare; a clause inside the first part ends it: "He thanked Maria Lopez, who said".
    if let Some(clause) =
        (start..end).rev().find(|&i| is_relative(story.word(i)) || story.word(i) == "that")
    {
        end = if clause > start { clause } else { end };
    }
    let inner = clause_start(story, start, end);
    start = if inner < end { inner } else { start };
    // "The minister, Maria Lopez, said": the name belongs to the source.
    let name_end = (end + 1..comma).find(|&i| !(story.is_capital(i) || is_name_joint(story, i)));
    if end < comma
        && name_end.is_none()
        && comma > end + 2
        && !story.is_capital(end.wrapping_sub(1))
    {
        end = comma;
    }
    trimmed(story, start..end)
}

/// The first noun of a clause that has begun before: "She rose and said".
fn opening(story: &Story, from: usize, end: usize) -> Option<Range<usize>> {
    let start = opening_start(story, from, end)?;
    noun_at(story, start, end)
}

/// The subject of the sentence or clause that begins at `from`.
pub(super) fn subject(story: &Story, from: usize, end: usize) -> Option<Range<usize>> {
    // "For Lopez, who lives there, the road is a danger."
    if story.word(from) == "For" && (from + 1..end.min(from + 6)).any(|i| story.is_capital(i)) {
        let about = noun_at(story, from + 1, end)?;
        return story.is_capital(about.end - 1).then_some(about);
    }
    opening(story, from, end)
}

/// Where the subject of a clause begins, behind adverbs and phrases that end in a comma.
fn opening_start(story: &Story, from: usize, end: usize) -> Option<usize> {
    let mut start = from;
    for _ in 0..4 {
        while start < end
            && (!story.is_word(start)
                || is_opener(story.word(start))
                    && !is_determiner(story.word(start + 1))
                    && story.word(start) != "last")
        {
            start += 1;
        }
        let word = story.word(start);
        let adverbial = is_preposition(word)
            || is_subordinator(word)
            || is_time(word)
            || word.ends_with("ing") && story.kind(start + 1) == Some(TokenKind::Word)
            || word.ends_with("ly") && story.word(start + 1) == ","
            || word.eq_ignore_ascii_case("last")
            || word.eq_ignore_ascii_case("earlier");
        if !adverbial {
            return (start < end).then_some(start);
        }
        match (start..end).find(|&i| story.word(i) == ",") {
            Some(comma) if comma + 1 < end => start = comma + 1,
            _ => {
                let tail = last_noun(story, &(start..end))?;
                return (tail.start > start).then_some(tail.start);
            }
        }
    }
    None
}

/// A stretch without the adverbs and phrases that open it, if a source is left.
fn trimmed(story: &Story, tokens: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = tokens;
    while end > start
        && !story.is_word(end - 1)
        && !(story.word(end - 1) == "." && story.is_capital(end.wrapping_sub(2)))
        && story.kind(end - 1) != Some(TokenKind::Possessive)
        && story.word(end - 1) != ")"
    {
        end -= 1;
    }
    while start < end && !story.is_word(start) {
        start += 1;
    }
    while start + 1 < end
        && is_opener(story.word(start))
        && !(is_time(story.word(start + 1)) || story.word(start).eq_ignore_ascii_case("last"))
    {
        start += 1;
    }
    if start >= end || end - start > LONGEST {
        return None;
    }
    // A clause about the source lies between it and the verb: "The man who ran said".
    if let Some(relative) =
        (start + 1..end).find(|&i| is_relative(story.word(i)) && !story.is_capital(i))
    {
        end = relative;
        while end > start && !story.is_word(end - 1) {
            end -= 1;
        }
    }
    let first = story.word(start);
    if is_preposition(first)
        || is_time(first) && end > start + 1
        || first.eq_ignore_ascii_case("last")
        || first.eq_ignore_ascii_case("earlier")
    {
        let tail = last_noun(story, &(start..end))?;
        return (tail.start > start
            && !matches!(
                story.before(tail.start),
                "of" | "in" | "for" | "by" | "with" | "at" | "from"
            ))
        .then_some(tail);
    }
    if is_auxiliary(first) || start >= end {
        return None;
    }
    Some(start..end)
}

/// The source that begins behind a verb or "according to"; `to` is where it must end.
pub(super) fn after(story: &Story, from: usize, to: usize) -> Option<Range<usize>> {
    let mut start = from;
    while start < to && is_between(story.word(start)) && !is_determiner(story.word(start)) {
        start += 1;
    }
    let limit = to.min(start + LONGEST);
    let mut idx = start;
    let mut named = false;
    while idx < limit {
        let word = story.word(idx);
        let goes_on = match story.kind(idx) {
            Some(TokenKind::Capitalised) => {
                let alone = idx == start + 1 && is_determiner(story.word(start));
                if idx > start
                    && !alone
                    && is_time(word)
                    && !matches!(story.word(idx - 1), "Black" | "Bloody")
                {
                    break;
                }
                named = true;
                true
            }
            Some(TokenKind::Word) => {
                let inner = matches!(word, "in" | "at" | "with" | "to" | "about" | "on")
                    && !named
                    && idx > start + 1
                    && !is_time(story.word(idx + 1))
                    && !(word == "in"
                        && is_determiner(story.word(idx + 1))
                        && super::lexicon::is_paper(story.word(idx + 2)))
                    && (!matches!(word, "on" | "at" | "to" | "about")
                        || is_determiner(story.word(start)));
                let list = matches!(word, "and")
                    && !(story.is_capital(idx + 1) || is_determiner(story.word(idx + 1)));
                let name_joint = is_name_joint(story, idx);
                (!ends_source(word) || inner || name_joint || idx == start && is_determiner(word))
                    && !list
                    && !is_auxiliary(word)
            }
            Some(TokenKind::Hyphen | TokenKind::Possessive) => true,
            Some(TokenKind::Mark) => is_name_joint(story, idx) || word == "&",
            _ => false,
        };
        if !goes_on {
            break;
        }
        idx += 1;
    }
    // "the minister, Maria Lopez.": the name belongs to the source.
    let described = !named || idx > start && !story.is_capital(idx - 1);
    if described && story.word(idx) == "," && story.is_capital(idx + 1) {
        let end = (idx + 1..limit)
            .find(|&i| !(story.is_capital(i) || is_name_joint(story, i)))
            .unwrap_or(limit);
        if matches!(story.word(end), "," | ".") || story.is_break(end) || end == to {
            idx = end;
        }
    }
    while idx > start
        && (matches!(story.word(idx - 1), "and" | "of" | "for" | "the")
            || story.kind(idx - 1) == Some(TokenKind::Hyphen))
    {
        idx -= 1;
    }
    let first = story.word(start);
    let fits = idx > start
        && !is_preposition(first)
        && !is_subordinator(first)
        && !is_auxiliary(first)
        && (!first.ends_with("ly") || story.is_capital(start));
    fits.then_some(start..idx)
}
