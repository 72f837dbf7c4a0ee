//! Spellings of the gazetteer in a text: the longest at each place, on word borders, with the right capitals.

use super::Reading;
use crate::gazetteer::PlaceIdx;
use crate::knowledge::Entry;
use crate::text::fold::{fold_with_source, is_apostrophe};
use crate::text::{Span, last_chars};

/// What a matched spelling is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatchKind {
    Name,
    Demonym,
    NotPlace,
}

/// A spelling found in the text.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) span: Span,
    pub(super) kind: MatchKind,
    pub(super) places: Vec<PlaceIdx>,
    /// Whether it stands inside the name of something that is no place.
    pub(super) is_inside_name: bool,
}

/// All matches, in the order of the text; at each place the longest wins, and only inside the name of something else may another stand.
pub(super) fn longest(reading: &Reading) -> Vec<Match> {
    let folded = fold_with_source(reading.text);
    let mut all: Vec<Match> = reading
        .knowledge
        .occurrences(&folded.text)
        .filter_map(|(start, end, entry)| {
            let span = source_span(reading.text, &folded.source, start, end)?;
            on_borders(reading.text, span)
                .and_then(|()| judge_entry(reading, span, reading.knowledge.entry(entry)))
        })
        .collect();
    all.sort_by_key(|m| (m.span.start, core::cmp::Reverse(m.span.end)));
    let mut out: Vec<Match> = Vec::new();
    let mut end_of_mask = 0;
    for mut m in all {
        let is_free = out.last().is_none_or(|last| last.span.end <= m.span.start);
        let is_inside = m.span.end <= end_of_mask && m.kind != MatchKind::NotPlace;
        if is_inside
            && (is_free
                || out.last().is_some_and(|last| {
                    last.kind == MatchKind::NotPlace && last.span.contains(m.span)
                }))
        {
            m.is_inside_name = true;
            out.push(m);
        } else if is_free {
            if m.kind == MatchKind::NotPlace {
                end_of_mask = m.span.end;
            }
            out.push(m);
        }
    }
    out
}

fn source_span(text: &str, source: &[u32], start: usize, end: usize) -> Option<Span> {
    let first = *source.get(start)? as usize;
    let last = *source.get(end.checked_sub(1)?)? as usize;
    // A letter that folds to two ("æ") must be matched as a whole.
    let whole = start == 0 || source.get(start - 1) != source.get(start);
    let last_len = text.get(last..)?.chars().next()?.len_utf8();
    let whole = whole && source.get(end).is_none_or(|&next| next as usize != last);
    whole.then(|| Span::new(first, last + last_len))
}

/// Whether the span stands between word borders and on one line; Arabic names may carry an attached particle.
fn on_borders(text: &str, span: Span) -> Option<()> {
    const LONGEST_PARTICLE: usize = 2;
    let (before, after) = (text.get(..span.start as usize)?, text.get(span.end as usize..)?);
    let inside = span.of(text);
    let is_wordy = |c: char| {
        c.is_alphanumeric() || matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}')
    };
    let mut rest = after.chars();
    let ends = match rest.next() {
        Some(c) if is_apostrophe(c) => {
            // "Syria's" ends here, "Ra'ad" does not.
            let mut rest = rest.skip_while(|&c| c == 's' || c == 'S').take(1);
            !rest.next().is_some_and(is_wordy)
        }
        next => !next.is_some_and(is_wordy),
    };
    // No more is read than a particle is long, however long the word.
    let word = last_chars(before, LONGEST_PARTICLE + 1);
    let word = word.rsplit(|c: char| !is_wordy(c)).next().unwrap_or_default();
    let arabic_particle = !word.is_empty()
        && inside.starts_with(is_arabic)
        && word.chars().count() <= LONGEST_PARTICLE
        && word.chars().all(|c| matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك'));
    let begins = word.is_empty() || arabic_particle;
    (begins && ends && !inside.contains('\n')).then_some(())
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}')
}

/// What the text at the span says, if its capitals fit one of the entry's spellings.
fn judge_entry(reading: &Reading, span: Span, entry: &Entry) -> Option<Match> {
    let surface = span.of(reading.text);
    let begins_as_name =
        surface.chars().next().is_some_and(|c| !c.is_lowercase()) || begins_with_article(surface);
    if entry.not_place {
        return begins_as_name.then(|| Match {
            span,
            kind: MatchKind::NotPlace,
            places: Vec::new(),
            is_inside_name: false,
        });
    }
    let fitting = |list: &[(String, PlaceIdx)]| -> Vec<PlaceIdx> {
        list.iter()
            .filter(|(spelling, _)| capitals_fit(reading, span, spelling))
            .map(|&(_, p)| p)
            .collect()
    };
    let names = fitting(&entry.names);
    if !names.is_empty() {
        return Some(Match { span, kind: MatchKind::Name, places: names, is_inside_name: false });
    }
    let demonyms = fitting(&entry.demonyms);
    (!demonyms.is_empty()).then_some(Match {
        span,
        kind: MatchKind::Demonym,
        places: demonyms,
        is_inside_name: false,
    })
}

fn begins_with_article(surface: &str) -> bool {
    let first = surface.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(
        first,
        "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "az" | "ez" | "es" | "esh"
    )
}

/// Every word that the spelling capitalises must be capitalised; a spelling all in capitals must stand just so, and not in a line of capitals.
fn capitals_fit(reading: &Reading, span: Span, spelling: &str) -> bool {
    let surface = span.of(reading.text);
    let is_upper =
        |s: &str| s.chars().any(char::is_alphabetic) && !s.chars().any(char::is_lowercase);
    if !spelling.chars().any(char::is_lowercase)
        && spelling.chars().all(|c| c.is_ascii_uppercase() || c == '.')
    {
        return surface == spelling && (spelling.contains('.') || !reading.lines.in_capitals(span));
    }
    let words = |s: &str| -> Vec<char> {
        s.split(|c: char| !(c.is_alphanumeric() || is_apostrophe(c) || c == '.'))
            .filter_map(|w| w.chars().find(|c| c.is_alphanumeric()))
            .collect()
    };
    let (wanted, found) = (words(spelling), words(surface));
    let fits = wanted.len() != found.len()
        || wanted.iter().zip(&found).enumerate().all(|(i, (w, f))| {
            !w.is_uppercase() || !f.is_lowercase() || (i == 0 && begins_with_article(surface))
        });
    let begins =
        surface.chars().next().is_some_and(|c| !c.is_lowercase()) || begins_with_article(surface);
    fits && (begins || is_upper(surface) || spelling.starts_with(char::is_lowercase))
}
