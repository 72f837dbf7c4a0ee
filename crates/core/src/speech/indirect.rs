//! What somebody said in the writer's words: the clause behind "said that", or before ", she said".
//!
//! In go cues and the quotations that are kept; out come clauses with their cue and source, in order.
//! Cues that govern a whole quotation are passed over; precision comes before completeness.

use super::before::source_of;
use super::behind::{ends_after, listener};
use super::cue::Cue;
use super::direct::Quoted;
use super::lexicon::{ends_source, is_auxiliary, is_determiner, is_opener, is_time};
use super::phrase;
use super::place::Story;
use super::verbs::{Class, Form};
use crate::text::Span;
use std::ops::Range;

/// A clause that somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The clause.
    pub(super) content: Span,
    /// Its cue.
    pub(super) cue: Cue,
    /// The tokens of its source.
    pub(super) source: Range<usize>,
}

/// Finds the clauses.
pub(super) fn clauses(story: &Story, quoted: &[Quoted]) -> Vec<Told> {
    let mut governing: Vec<usize> =
        quoted.iter().filter(|q| !q.partial).filter_map(|q| q.cue.map(|c| c.token)).collect();
    governing.sort_unstable();
    let mut out: Vec<Told> = Vec::new();
    for cue in story.cues {
        if matches!(cue.class, Class::Quote | Class::Judge | Class::Cite)
            || governing.binary_search(&cue.token).is_ok()
        {
            continue;
        }
        let told = clause(story, cue);
        // A clause inside another ("Lopez said Smith had said …") belongs to the outer one.
        if let Some(told) =
            told.filter(|t| out.last().is_none_or(|o| o.content.end <= t.content.start))
        {
            out.push(told);
        }
    }
    out
}

fn clause(story: &Story, cue: &Cue) -> Option<Told> {
    let region = story.region(cue.token);
    let sentence = sentence(story, cue.token);
    if cue.class == Class::According {
        let source = phrase::after(story, cue.end, region.end)?;
        let behind = source.end;
        let content = if sentence.start + 1 >= cue.token || story.is_capital(cue.token) {
            let comma = (behind..region.end).find(|&i| story.word(i) == ",")?;
            comma + 1..sentence.end
        } else {
            sentence.start..cue.token
        };
        return told(story, cue, source, content);
    }
    if let Some(source) = inverted(story, cue, &region) {
        let comma = cue.token - 1;
        return told(story, cue, source, sentence.start..comma);
    }
    let (source, _) = source_of(story, &region, cue, region.end)?;
    if ends_after(story, cue, region.end) && !leads_to_that(story, cue, region.end) {
        // "…, Lopez said."
        let comma =
            source.start.checked_sub(1).filter(|&i| story.word(i) == "," && i > sentence.start)?;
        return if cue.form == Form::Ing {
            None
        } else {
            told(story, cue, source, sentence.start..comma)
        };
    }
    let mut at = cue.end;
    if cue.class == Class::Tell {
        at = listener(story, at, region.end);
    }
    let that = (at..region.end.min(at + 14))
        .find(|&i| matches!(story.word(i), "that" | "," | ":" | "whether" | "if"));
    at = match that {
        Some(that) if story.word(that) == "that" && leads(story, at, that) => that + 1,
        _ if cue.class == Class::That => return None,
        _ => skip_times(story, at, region.end),
    };
    if story.word(at) == ","
        || is_auxiliary(story.word(at))
        || matches!(
            story.word(at),
            "." | "to" | "of" | "by" | "and" | ":" | "so" | "goodbye" | "yes" | "no" | "nothing"
        )
    {
        return None;
    }
    told(story, cue, source, at..sentence.end)
}

/// The source in "…, says Lopez, a teacher.": behind the verb, and nothing that was said follows.
fn inverted(story: &Story, cue: &Cue, region: &Range<usize>) -> Option<Range<usize>> {
    let opens = story.is_capital(cue.end) || is_determiner(story.word(cue.end));
    if story.before(cue.token) != ","
        || cue.form == Form::Ing
        || !opens
        || wants_object(story.word(cue.token))
        || is_time(story.word(cue.end))
    {
        return None;
    }
    let source = phrase::after(story, cue.end, region.end)?;
    let ends =
        source.end >= region.end || matches!(story.word(source.end), "," | "." | "who" | "—");
    // "Lopez, the mayor, said Smith, too, would go" is not told from it, and rare.
    ends.then_some(source)
}

/// Whether what follows a verb is what was wanted, and not who wanted it: "the envoy, on arrival, demanded two things".
fn wants_object(verb: &str) -> bool {
    matches!(verb, "demanded" | "wanted" | "requested" | "sought" | "ordered")
}

/// Whether only a time, a place or a paper stands between a verb and "that".
fn leads(story: &Story, from: usize, that: usize) -> bool {
    from == that
        || ends_source(story.word(from))
        || is_time(story.word(from))
        || story.is_capital(from)
        || story.word(from).ends_with("ly")
}

fn leads_to_that(story: &Story, cue: &Cue, end: usize) -> bool {
    let found =
        (cue.end..end.min(cue.end + 14)).find(|&i| matches!(story.word(i), "that" | "," | "."));
    let at_time =
        matches!(story.word(cue.end), "on" | "last" | "earlier") || is_time(story.word(cue.end));
    found.is_some_and(|i| story.word(i) == "that")
        || at_time
            && skip_times(story, cue.end, end) + 3 < end
            && story.word(skip_times(story, cue.end, end)) != ","
}

/// Behind "on Monday", "last week", "Tuesday".
fn skip_times(story: &Story, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let word = story.word(at);
        if is_time(word) && (story.is_capital(at) || matches!(word, "yesterday" | "today")) {
            at += 1;
        } else if matches!(word, "on" | "last" | "this" | "earlier" | "late")
            && is_time(story.word(at + 1))
        {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// The tokens of the sentence around a token, quotations included, no further than anybody writes.
fn sentence(story: &Story, idx: usize) -> Range<usize> {
    const REACH: usize = 150;
    let at = story.start(idx);
    let s = story.prose.sentences.partition_point(|s| s.end <= at);
    let (first, end) =
        story.prose.sentences.get(s).map_or((idx, idx), |s| story.prose.token_range(*s));
    first.max(idx.saturating_sub(REACH))..end.min(idx + REACH)
}

fn told(story: &Story, cue: &Cue, source: Range<usize>, content: Range<usize>) -> Option<Told> {
    let Range { mut start, mut end } = content;
    while end > start
        && !story.is_word(end - 1)
        && !matches!(story.word(end - 1), "\"" | "”" | "'" | "’" | ")" | "»" | "%")
    {
        end -= 1;
    }
    while start < end
        && (matches!(story.word(start), "," | "that" | "—" | "-")
            || is_opener(story.word(start)) && story.word(start + 1) == ",")
    {
        start += 1;
    }
    let n_words = (start..end).filter(|&i| story.is_word(i)).take(3).count();
    let clear = !((start..end).contains(&cue.token) || start < source.end && source.start < end);
    let crosses = |at: usize| {
        let idx = story.quotes.partition_point(|q| q.end <= at);
        story.quotes.get(idx).is_some_and(|q| q.first < at)
    };
    if crosses(start) || crosses(end) {
        return None;
    }
    (n_words > 2 && clear).then(|| Told { content: story.span(&(start..end)), cue: *cue, source })
}
