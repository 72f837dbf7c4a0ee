//! What the words of a source name: a person, a body, or somebody without a name.
//!
//! In goes a range of tokens; out comes the name in it, the actor, and what is known of them.
//! Actors found by the phases before are used where they are; a name is also known by its capitals.

use super::lexicon::{
    is_determiner, is_female, is_male, is_opener, is_organisation, is_paper, is_plural,
    is_preposition, is_time, is_title,
};
use super::noun::is_name_joint;
use super::place::Story;
use crate::identify::ActorKind;
use crate::text::Span;
use crate::text::token::TokenKind;
use std::ops::Range;

/// What a source can be called back by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// By "he".
    Male,
    /// By "she".
    Female,
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// One human being, or what may be one.
    Person,
    /// A body, or several people.
    Body,
    /// A paper: a statement, a report.
    Paper,
}

/// A source that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The words that name or describe it.
    pub(super) named: Span,
    /// Its tokens, the description included.
    pub(super) tokens: Range<usize>,
    /// Index into the actors.
    pub(super) speaker: Option<u32>,
    /// What it is.
    pub(super) nature: Nature,
    /// Whether it has a name of its own.
    pub(super) has_name: bool,
    /// How it is called back, if that shows.
    pub(super) gender: Option<Gender>,
}

/// Reads the words of a source, which are no pronoun.
pub(super) fn read(story: &Story, tokens: &Range<usize>) -> Known {
    let name = name_in(story, tokens);
    let (speaker, kind) = match actor_in(story, tokens, name.as_ref()) {
        Some((actor, kind)) => (Some(actor), Some(kind)),
        None => (None, None),
    };
    let paper = name.is_none() && (tokens.clone()).any(|i| is_paper(story.word(i)));
    let nature = match kind {
        Some(ActorKind::Person) => Nature::Person,
        Some(ActorKind::Organisation) => Nature::Body,
        None if paper => Nature::Paper,
        None => nature(story, tokens, name.as_ref()),
    };
    let named = story.span(name.as_ref().unwrap_or(tokens));
    Known {
        named,
        tokens: tokens.clone(),
        speaker,
        nature,
        has_name: name.is_some(),
        gender: if nature == Nature::Person { gender(story, tokens) } else { None },
    }
}

/// The last name in a source that is the source's own: not one behind "of" or before "'s".
pub(super) fn name_in(story: &Story, tokens: &Range<usize>) -> Option<Range<usize>> {
    let mut found = None;
    let mut was_other = false;
    let mut idx = tokens.start;
    while idx < tokens.end {
        let opens_noun =
            idx == tokens.start && (is_determiner(story.word(idx)) || is_opener(story.word(idx)));
        if !story.is_capital(idx) || opens_noun || is_time(story.word(idx)) {
            idx += 1;
            continue;
        }
        let start = idx;
        while idx < tokens.end
            && (story.is_capital(idx)
                || is_name_joint(story, idx)
                || matches!(story.word(idx), "of" | "for" | "and" | "&")
                    && (is_organisation(story.word(idx - 1))
                        || story.word(idx) == "of" && story.before(start) == "the")
                    && story.is_capital(idx + 1))
        {
            idx += 1;
        }
        let before = if start > tokens.start { story.before(start) } else { "" };
        let of_other = is_preposition(before)
            || before == "the" && start > tokens.start + 1 && is_preposition(story.word(start - 2))
            || was_other && matches!(before, "and" | "or" | "&");
        was_other = of_other;
        // "Officials in Geneva": a noun that begins the sentence.
        let is_noun = start == tokens.start
            && idx == start + 1
            && idx < tokens.end
            && is_plural(story.word(start))
            && story.kind(idx) == Some(TokenKind::Word);
        if is_noun {
            continue;
        }
        let owns = story.kind(idx) == Some(TokenKind::Possessive) && idx < tokens.end;
        let is_adjective = idx < tokens.end
            && (story.kind(idx) == Some(TokenKind::Word)
                && !is_preposition(story.word(idx))
                && story.word(idx) != "and"
                || story.kind(idx) == Some(TokenKind::Hyphen));
        // "Minister of Health Ana Cruz": the last words behind an office are the name.
        let office = found.as_ref().is_some_and(|f: &Range<usize>| {
            f.end + 1 == start && is_title(story.word(f.start)) && before == "of"
        });
        if office && idx > start + 2 {
            found = Some(start + 1..idx);
        } else if !(of_other || owns || is_adjective) {
            found = Some(without_title(story, start..idx));
        }
    }
    found
}

/// A name without the titles and offices written large before it, as far as they are known.
fn without_title(story: &Story, name: Range<usize>) -> Range<usize> {
    let low = name.start;
    let last = (low..name.end.saturating_sub(1)).rev().find(|&i| is_title(story.word(i)));
    let start = last.map_or(low, |i| i + 1);
    let start = if story.word(start) == "." { start + 1 } else { start };
    if start < name.end && story.is_capital(start) { start..name.end } else { name }
}

/// The actor that a source is: the one at its name.
fn actor_in(
    story: &Story,
    tokens: &Range<usize>,
    name: Option<&Range<usize>>,
) -> Option<(u32, ActorKind)> {
    let span = story.span(name?);
    let whole = story.span(tokens);
    let mentions = &story.actors.mentions;
    let from = mentions.partition_point(|m| m.span.end <= whole.start);
    let near = mentions.get(from..)?.iter().take_while(|m| m.span.start < whole.end).take(8);
    let kind = |actor: u32| story.actors.list.get(actor as usize).map(|a| a.kind);
    let mut best = None;
    for mention in near.filter(|m| m.span.overlaps(span)) {
        let kind = kind(mention.actor)?;
        if best.is_none() || kind == ActorKind::Person {
            best = Some((mention.actor, kind));
        }
    }
    best
}

fn nature(story: &Story, tokens: &Range<usize>, name: Option<&Range<usize>>) -> Nature {
    let head = head(story, tokens);
    let is_body = match name {
        Some(name) => {
            let initials = name.len() == 1
                && story.word(name.start).len() > 1
                && !story.word(name.start).contains(char::is_lowercase);
            initials
                || name.clone().any(|i| is_organisation(story.word(i)))
                || story.word(tokens.start).eq_ignore_ascii_case("the")
                || tokens.clone().any(|i| story.word(i) == "and" && !name.contains(&i))
        }
        None => is_organisation(story.word(head)) || is_plural(story.word(head)),
    };
    if is_body { Nature::Body } else { Nature::Person }
}

/// The noun that a description without a name is built on: the last word before "of", "for" and the like.
pub(super) fn head(story: &Story, tokens: &Range<usize>) -> usize {
    let end = (tokens.start + 1..tokens.end)
        .find(|&i| {
            is_preposition(story.word(i))
                || matches!(story.word(i), "," | "who" | "close" | "familiar" | "present")
        })
        .unwrap_or(tokens.end);
    end.saturating_sub(1).max(tokens.start)
}

/// What titles, nouns of family and trade, and an apposition show.
fn gender(story: &Story, tokens: &Range<usize>) -> Option<Gender> {
    let by = |i: usize| match story.word(i) {
        "he" | "she" | "his" | "her" | "He" | "She" | "him" => None,
        word if is_male(word) => Some(Gender::Male),
        word if is_female(word) => Some(Gender::Female),
        _ => None,
    };
    let low = tokens.start.saturating_sub(2);
    let own = (low..tokens.end).rev().find_map(by);
    own.or_else(|| {
        // ", a mother of two,"
        let apposed = story.word(tokens.end) == "," && !is_preposition(story.word(tokens.end + 1));
        let end = (tokens.end + 1..tokens.end + 8)
            .find(|&i| matches!(story.word(i), "," | ".") || story.is_break(i));
        (tokens.end + 1..end?).filter(|_| apposed).find_map(by)
    })
}
