//! Which quotations are words that somebody said, and which verb and source belong to each.
//!
//! In go quotations and cues; out come the quotations that are kept, in order.
//! A quotation is kept when a verb of saying governs it, when it is a sentence of its own beside one that is kept, or when it goes on with one.
//! Titles, nicknames and single words that no such verb governs are left out.
//! Who is meant by the source is not decided here; `memory` does that.

use super::before::left;
use super::behind::right;
use super::cue::Cue;
use super::lexicon::is_opener;
use super::marks::Quote;
use super::place::Story;
use std::ops::Range;

/// Who said a quotation, as far as its sentence shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The words in this range of tokens name or describe the source.
    Source(Range<usize>),
    /// Nothing beside it says so: whoever spoke before, or the subject of the sentence before.
    Context,
}

/// A quotation that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// Index into the quotations.
    pub(super) quote: usize,
    /// The cue that governs it.
    pub(super) cue: Option<Cue>,
    /// Who said it.
    pub(super) by: By,
    /// Whether the writer's words say the rest.
    pub(super) partial: bool,
}

/// What can be seen of a quotation without its surroundings.
pub(super) struct Shape {
    pub(super) n_words: usize,
    pub(super) begins_large: bool,
    pub(super) is_title: bool,
    /// The last character inside.
    pub(super) last: char,
    /// Whether a comma closes it, inside or behind the mark.
    pub(super) comma: bool,
}

/// A cue with its source.
pub(super) struct Found {
    pub(super) cue: Option<Cue>,
    pub(super) source: Range<usize>,
    pub(super) partial: bool,
}

/// Finds the quotations that somebody said.
pub(super) fn attribute(story: &Story) -> Vec<Quoted> {
    let mut out: Vec<Quoted> = Vec::new();
    for (idx, quote) in story.quotes.iter().enumerate() {
        let shape = shape(story, quote);
        // John “Jack” Miller: a nickname inside a name.
        let in_name = quote.first.checked_sub(1).is_some_and(|i| story.is_capital(i));
        if shape.n_words < 3 && in_name && story.is_capital(quote.end) {
            continue;
        }
        let left = left(story, quote, &shape);
        let right = right(story, idx, quote, &shape);
        let is_strong_left = left.as_ref().is_some_and(|f| !f.partial);
        let found = match (left, right) {
            (Some(left), Some(_)) if is_strong_left && !shape.comma => Some(left),
            (_, Some(right)) => Some(right),
            (left, None) => left,
        };
        let broken_off = !quote.closed && !story.quotes.get(idx + 1).is_some_and(|q| q.continues);
        if let Some(found) = found {
            if !broken_off || !found.partial && shape.n_words > 4 {
                out.push(Quoted {
                    quote: idx,
                    cue: found.cue,
                    by: By::Source(found.source),
                    partial: found.partial,
                });
            }
        } else if quote.continues && out.last().is_some_and(|q| q.quote + 1 == idx)
            || stands_alone(story, idx, quote, &shape, &out)
        {
            out.push(Quoted { quote: idx, cue: None, by: By::Context, partial: false });
        }
    }
    out
}

fn shape(story: &Story, quote: &Quote) -> Shape {
    const ENOUGH: usize = 40;
    let text = quote.inner.of(story.prose.text);
    let words = || (quote.first..quote.end).filter(|&i| story.is_word(i)).take(ENOUGH);
    let n_words = words().count();
    let n_large = words().filter(|&i| story.is_capital(i)).count();
    let n_small = words().filter(|&i| !story.is_capital(i) && story.word(i).len() > 3).count();
    let last =
        text.trim_end_matches(['\'', '’', '"', '”', ')', ']']).chars().next_back().unwrap_or(' ');
    let first =
        text.trim_start_matches(['"', '\'', '“', '‘', '(', '[', '…', '.', ' ']).chars().next();
    Shape {
        n_words,
        begins_large: first.is_some_and(|c| !c.is_lowercase()),
        is_title: n_large > 1 && n_small == 0 && n_words < 12 && !matches!(last, '.' | '!' | '?'),
        last,
        comma: last == ','
            || story.word(quote.end) == ","
                && story.start(quote.end) == story.span(&(quote.first..quote.end)).end,
    }
}

/// Whether a quotation begins a sentence, or a clause that a comma or a colon parts.
pub(super) fn is_clause_start(story: &Story, quote: &Quote) -> bool {
    let Some(before) = quote.first.checked_sub(1) else { return true };
    let word = story.word(before);
    story.is_break(before)
        || matches!(
            word,
            "." | "!"
                | "?"
                | ":"
                | ","
                | "—"
                | "–"
                | "-"
                | ";"
                | "("
                | "”"
                | "\""
                | "''"
                | "'"
                | "’"
                | "»"
        )
        || is_opener(word) && story.is_capital(before)
}

impl Shape {
    pub(super) fn comma_or_stop(&self) -> bool {
        self.comma || matches!(self.last, '.' | '!' | '?')
    }
}

/// Whether a quotation without a cue is a sentence that somebody said: complete, and beside one that is kept.
fn stands_alone(story: &Story, idx: usize, quote: &Quote, shape: &Shape, kept: &[Quoted]) -> bool {
    let before = quote.first.checked_sub(1);
    let begins = before.is_none_or(|before| {
        story.is_break(before)
            || matches!(
                story.word(before),
                "." | "!" | "?" | "\"" | "”" | "''" | "'" | "’" | "»" | ":"
            )
    });
    let stop_behind = matches!(story.word(quote.end), "." | "!" | "?")
        || story.is_break(quote.end) && shape.n_words > 12;
    let ends = matches!(shape.last, '.' | '!' | '?' | '…' | '—')
        || stop_behind && shape.n_words > 5
        || story.quotes.get(idx + 1).is_some_and(|q| q.continues)
        || !quote.closed && shape.n_words > 5;
    if !(begins && ends && shape.begins_large) || shape.is_title {
        return false;
    }
    let near = kept.last().is_some_and(|k| k.quote + 1 == idx || k.quote + 2 >= idx);
    shape.n_words > 2 || near && shape.n_words > 0 && !shape.is_title
}
