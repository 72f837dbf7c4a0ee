//! The cue before a quotation: `Lopez said: "…"`, `told reporters that "…"`, `called it "…"`.
//!
//! In go a quotation and its shape; out comes the cue with the words of its source, and whether the quotation is all of what was said.
//! Which of two cues governs a quotation is not decided here; `direct` does that.

use super::behind::listener;
use super::cue::Cue;
use super::direct::{Found, Shape};
use super::lexicon::{is_auxiliary, is_paper, is_time};
use super::marks::Quote;
use super::phrase;
use super::place::Story;
use super::verbs::{Class, Form};
use std::ops::Range;

/// The cue before a quotation: `Lopez said: "…"`, `called it "…"`.
pub(super) fn left(story: &Story, quote: &Quote, shape: &Shape) -> Option<Found> {
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
pub(super) fn of_participle(
    story: &Story,
    region: &Range<usize>,
    cue: &Cue,
) -> Option<Range<usize>> {
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
    if is_paper(story.before(cue.token)) {
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
