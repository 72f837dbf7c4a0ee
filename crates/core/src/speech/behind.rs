//! The cue behind a quotation: `"…," she said`, `"…," said Lopez`, `"…", according to Lopez`.
//!
//! In go a quotation and its shape; out comes the cue with the words of its source.
//! Which of two cues governs a quotation is not decided here; `direct` does that.

use super::before::of_participle;
use super::cue::Cue;
use super::direct::{Found, Shape, is_clause_start};
use super::lexicon::{is_listener, is_pronoun, is_relative, is_time};
use super::marks::Quote;
use super::noun;
use super::phrase;
use super::place::Story;
use super::verbs::{Class, Form};
use std::ops::Range;

/// The cue behind a quotation: `"…," she said`, `"…," said Lopez`.
pub(super) fn right(story: &Story, idx: usize, quote: &Quote, shape: &Shape) -> Option<Found> {
    let mut at = quote.end;
    while at < quote.end + 2 && matches!(story.word(at), "," | "—" | "–" | "-" | "…") {
        at += 1;
    }
    let next_quote = story.quotes.get(idx + 1).map_or(usize::MAX, |q| q.first);
    if story.is_break(at) || at >= next_quote {
        return None;
    }
    let region = at..story.region(at).end;
    let stops = shape.last == '.';
    let asks = matches!(shape.last, '?' | '!' | '…' | '—' | '–' | '-');
    let begins = is_clause_start(story, quote);
    let partial = !begins && !shape.begins_large;
    let found = |cue: &Cue, source| {
        Some(Found {
            cue: Some(*cue),
            source,
            partial: partial || shape.n_words < 2 && !(shape.comma || asks),
        })
    };
    for (nth, cue) in story.cues_in(&region).iter().enumerate() {
        if cue.class == Class::According {
            let near = cue.token <= at || begins && shape.comma;
            return if near && !stops {
                found(cue, phrase::after(story, cue.end, region.end)?)
            } else {
                None
            };
        }
        if cue.class == Class::Judge || matches!(cue.form, Form::Ing) {
            if story.before(cue.token) == "as" && shape.comma && cue.token < at + 12 {
                return found(cue, of_participle(story, &region, cue)?);
            }
            continue;
        }
        if cue.token == at {
            if !(shape.comma || asks || shape.n_words > 3) {
                return None;
            }
            if let Some(source) = phrase::after(story, cue.end, region.end) {
                return found(cue, source);
            }
            continue;
        }
        let word = story.word(at);
        if matches!(
            word,
            "and"
                | "but"
                | "or"
                | "because"
                | "that"
                | "which"
                | "while"
                | "is"
                | "was"
                | "with"
                | "in"
                | "to"
                | "for"
                | "of"
                | "by"
                | "from"
                | "on"
                | "at"
                | "about"
        ) {
            return trailing(story, &region, shape).and_then(|(cue, source)| found(&cue, source));
        }
        if is_relative(story.before(cue.token)) && story.cues_in(&region).len() > nth + 1 {
            continue;
        }
        let Some(source) = phrase::before(story, at, cue.token) else { continue };
        let verbal = word.ends_with("ing") && !story.is_capital(at);
        if source.start > at + 12 || verbal {
            return None;
        }
        let by_pronoun = is_pronoun(story.word(source.start)) && !story.is_capital(source.start);
        let ends = shape.comma || asks && by_pronoun || ends_after(story, cue, region.end);
        let close = shape.comma || source.start <= at + 1;
        if ends
            && close
            && (!stops || source.start == at)
            && (shape.comma || story.word(region.end.wrapping_sub(1)) != ":")
        {
            return found(cue, source);
        }
        return None;
    }
    None
}

/// A cue that ends the sentence, for a quotation inside it: `It was "a disgrace" for all, Lopez said.`
fn trailing(story: &Story, region: &Range<usize>, shape: &Shape) -> Option<(Cue, Range<usize>)> {
    if shape.n_words < 3 {
        return None;
    }
    let cue = story.cues_in(region).last()?;
    let source = if cue.class == Class::According {
        phrase::after(story, cue.end, region.end)?
    } else {
        phrase::before(story, region.start, cue.token)?
    };
    let parted = matches!(story.before(source.start.min(cue.token)), "," | "—");
    (parted && (cue.class == Class::According || ends_after(story, cue, region.end)))
        .then_some((*cue, source))
}

/// Whether nothing that was said follows a verb in its sentence.
pub(super) fn ends_after(story: &Story, cue: &Cue, end: usize) -> bool {
    let mut at = cue.end;
    if cue.class == Class::Tell {
        at = listener(story, at, end);
    }
    let word = story.word(at);
    at >= end
        || matches!(
            word,
            "." | ","
                | ";"
                | "—"
                | ")"
                | "in"
                | "on"
                | "at"
                | "during"
                | "after"
                | "as"
                | "when"
                | "while"
                | "before"
                | "via"
                | "through"
                | "last"
                | "earlier"
                | "with"
                | "from"
                | "of"
                | "by"
                | "about"
        )
        || is_time(word)
        || word.ends_with("ly") && matches!(story.word(at + 1), "." | ",")
}

/// Where the one who is told ends: "told", then a name, a pronoun or "reporters in Leeds".
pub(super) fn listener(story: &Story, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end.min(from + 8) {
        let word = story.word(at);
        let is_name = story.is_capital(at)
            || noun::is_name_joint(story, at)
            || matches!(word, "the" | "a")
                && (at == from || matches!(story.before(at), "in" | "at" | "of" | "and"))
            || word == "'s"
            || word == "’s";
        let is_place = at > from
            && matches!(word, "in" | "at" | "of" | "from" | "and")
            && (story.is_capital(at + 1) || matches!(story.word(at + 1), "a" | "the"));
        let is_noun = is_listener(word)
            || at > from
                && matches!(story.before(at), "the" | "a" | "news" | "press" | "'s" | "’s");
        if !(is_name || is_place || is_noun) {
            break;
        }
        at += 1;
        if is_pronoun(word) || matches!(word, "him" | "her" | "them" | "us" | "me") {
            break;
        }
    }
    at
}
