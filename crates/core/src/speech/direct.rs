//! Which quotations are words that somebody said, and which verb and source belong to each.
//!
//! In go quotations and cues; out come the quotations that are kept, in order.
//! A quotation is kept when a verb of saying governs it, when it is a sentence of its own beside one that is kept, or when it goes on with one.
//! Titles, nicknames and single words that no such verb governs are left out.
//! Who is meant by the source is not decided here; `memory` does that.

use super::cue::Cue;
use super::lexicon::{is_auxiliary, is_listener, is_opener, is_pronoun, is_relative, is_time};
use super::marks::Quote;
use super::phrase;
use super::place::Story;
use super::verbs::{Class, Form};
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
struct Shape {
    n_words: usize,
    begins_large: bool,
    is_title: bool,
    /// The last character inside.
    last: char,
    /// Whether a comma closes it, inside or behind the mark.
    comma: bool,
}

/// A cue with its source.
struct Found {
    cue: Option<Cue>,
    source: Range<usize>,
    partial: bool,
}

/// Finds the quotations that somebody said.
pub(super) fn attribute(story: &Story) -> Vec<Quoted> {
    let mut out: Vec<Quoted> = Vec::new();
    for (idx, quote) in story.quotes.iter().enumerate() {
        let shape = shape(story, quote);
        let left = left(story, quote, &shape);
        let right = right(story, idx, quote, &shape);
        let is_strong_left = left.as_ref().is_some_and(|f| !f.partial);
        let found = match (left, right) {
            (Some(left), Some(right)) if is_strong_left && !shape.comma => {
                let _ = right;
                Some(left)
            }
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
    let last = text.chars().next_back().unwrap_or(' ');
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

/// The cue behind a quotation: `"…," she said`, `"…," said Lopez`.
fn right(story: &Story, idx: usize, quote: &Quote, shape: &Shape) -> Option<Found> {
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
            if stops || !(shape.comma || asks || shape.n_words > 3) {
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
        .then(|| (*cue, source))
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
            || phrase::is_name_joint(story, at)
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

/// Whether a quotation begins a sentence, or a clause that a comma or a colon parts.
fn is_clause_start(story: &Story, quote: &Quote) -> bool {
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

/// The cue before a quotation: `Lopez said: "…"`, `called it "…"`.
fn left(story: &Story, quote: &Quote, shape: &Shape) -> Option<Found> {
    let mut last = quote.first.checked_sub(1)?;
    // "Lopez said:" may end a line of its own.
    if story.is_break(last) {
        last = last.checked_sub(1).filter(|&i| story.word(i) == ":")?;
    }
    if story
        .quote_before(last + 1)
        .and_then(|i| story.quotes.get(i))
        .is_some_and(|q| q.end == last + 1)
    {
        return None;
    }
    let mut region = story.region(last);
    let parted = matches!(story.word(last), "." | "!" | "?")
        && story.start(last) + 1 >= sentence_end(story, last);
    if parted {
        return None;
    }
    region.end = last + 1;
    let colon = story.word(last) == ":";
    let comma = matches!(story.word(last), "," | "—" | "–" | "-");
    for cue in story.cues_in(&region).iter().rev() {
        let gap = cue.end..last + 1;
        let Some((source, source_end)) = source_of(story, &region, cue, last) else { continue };
        let n_gap = gap.len().saturating_sub(usize::from(colon || comma));
        let bare = n_gap == 0
            || n_gap == 1 && matches!(story.word(cue.end), "that" | "in" | "to")
            || listener(story, cue.end, last + 1) + usize::from(colon || comma) > last
            || source_end + usize::from(colon || comma) > last && source_end > cue.end;
        let judged = cue.class == Class::Judge;
        let whole = if colon {
            shape.n_words > 1 || shape.begins_large
        } else if comma {
            !judged && (shape.begins_large || bare && shape.n_words > 2)
        } else {
            bare && !judged
                && (shape.n_words > 3 && !goes_on(story, quote)
                    || n_gap == 0 && shape.begins_large && shape.comma_or_stop())
        };
        if !whole {
            let word = story.before(quote.first);
            let named = matches!(
                word,
                "titled"
                    | "entitled"
                    | "song"
                    | "film"
                    | "book"
                    | "novel"
                    | "album"
                    | "slogan"
                    | "nicknamed"
                    | "magazine"
            ) || matches!(word, "called" | "named" | "dubbed") && shape.begins_large;
            let governs = match cue.class {
                Class::Judge => n_gap < 25 && !(n_gap == 0 && shape.begins_large),
                Class::Quote => bare,
                _ if shape.n_words > 2 => n_gap < 40,
                // "said it was 'tragic'", not "adds lemon to the 'salad'".
                _ => bare || n_gap < 7 && gap.clone().any(|i| is_auxiliary(story.word(i))),
            };
            if !governs || named || shape.is_title {
                continue;
            }
        }
        if cue.class == Class::Quote && !(colon || comma || bare) {
            continue;
        }
        return Some(Found { cue: Some(*cue), source, partial: !whole });
    }
    // "Lopez was clear: …", and in headlines "Lopez: …".
    let titled = matches!(
        story.before(last),
        "theme"
            | "title"
            | "slogan"
            | "motto"
            | "name"
            | "called"
            | "titled"
            | "entitled"
            | "themed"
            | "topic"
    );
    let subject = (colon && !titled && shape.begins_large && shape.n_words > 2)
        .then(|| phrase::subject(story, region.start, last))??;
    Some(Found { cue: None, source: subject, partial: false })
}

impl Shape {
    fn comma_or_stop(&self) -> bool {
        self.comma || matches!(self.last, '.' | '!' | '?')
    }
}

/// Whether the sentence goes on behind a quotation with more of what was said.
fn goes_on(story: &Story, quote: &Quote) -> bool {
    story.is_word(quote.end)
        && !is_time(story.word(quote.end))
        && !story.is_capital(quote.end)
        && !matches!(
            story.word(quote.end),
            "in" | "on"
                | "at"
                | "and"
                | "during"
                | "after"
                | "when"
                | "while"
                | "as"
                | "but"
                | "before"
        )
}

fn sentence_end(story: &Story, idx: usize) -> u32 {
    let at = story.start(idx);
    let sentence = story.prose.sentences.partition_point(|s| s.end <= at);
    story.prose.sentences.get(sentence).map_or(u32::MAX, |s| s.end)
}

/// The source of a cue, and where it ends if it stands behind the cue.
pub(super) fn source_of(
    story: &Story,
    region: &Range<usize>,
    cue: &Cue,
    last: usize,
) -> Option<(Range<usize>, usize)> {
    if cue.class == Class::According {
        let source = phrase::after(story, cue.end, last)?;
        let end = source.end;
        return Some((source, end));
    }
    if story.is_capital(cue.token) {
        let source = phrase::after(story, cue.end, last)?;
        let end = source.end;
        return Some((source, end));
    }
    if cue.token == region.start && cue.form != Form::Ing {
        let source = phrase::after(story, cue.end, last)?;
        let end = source.end;
        return Some((source, end));
    }
    let source = if cue.form == Form::Ing {
        of_participle(story, region, cue)?
    } else {
        phrase::before(story, region.start, cue.token)?
    };
    Some((source, 0))
}

/// Whom a participle is about: "Lopez left, saying", "was quoted as saying", "quoted Lopez as saying".
fn of_participle(story: &Story, region: &Range<usize>, cue: &Cue) -> Option<Range<usize>> {
    if story.before(cue.token) == "as" {
        let as_ = cue.token - 1;
        let low = region.start.max(as_.saturating_sub(16));
        let quoted = (low..as_).rev().find(|&i| {
            matches!(story.word(i), "quoted" | "cited" | "quotes" | "cites" | "quoting" | "citing")
        })?;
        return if is_auxiliary(story.before(quoted)) {
            phrase::before(story, region.start, quoted - 1)
        } else {
            phrase::after(story, quoted + 1, as_)
        };
    }
    // "with the court saying".
    let low = region.start.max(cue.token.saturating_sub(8));
    if let Some(with) = (low..cue.token).rev().find(|&i| story.word(i) == "with")
        && !(with..cue.token).any(|i| story.word(i) == ",")
    {
        return (with + 1 < cue.token).then_some(with + 1..cue.token);
    }
    if super::lexicon::is_paper(story.before(cue.token)) {
        return phrase::subject(story, region.start, cue.token);
    }
    let earlier = region.start..cue.token;
    let last = story
        .cues_in(&earlier)
        .iter()
        .rev()
        .find(|c| c.form != Form::Ing && c.class != Class::According);
    last.and_then(|c| {
        phrase::before(story, region.start, c.token)
            .or_else(|| phrase::after(story, c.end, cue.token))
    })
    .or_else(|| phrase::subject(story, region.start, cue.token))
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
