//! Names of the gazetteer in a text: the longest at each place, on word borders, with the right capitals.

use super::{Candidates, Reading, trust};
use crate::gazetteer::{
    Entry, NameKind, PlaceIdx, Surface, begins_with_article, is_attached_particle, is_wordy,
};
use crate::knowledge::NameFlags;
use crate::text::Span;
use crate::text::fold::is_apostrophe;
use crate::text::token::TokenKind;
use core::ops::Range;

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
    /// The tokens that it covers, as a half-open range of indexes.
    pub(super) tokens: (usize, usize),
    pub(super) kind: MatchKind,
    pub(super) places: Candidates,
    /// What the gazetteer says of the name.
    pub(super) flags: NameFlags,
    /// Whether it stands inside the name of something that is no place.
    pub(super) is_inside_name: bool,
}

/// All matches, in the order of the text; at each place the longest wins, and only inside the name of something else may another stand.
pub(super) fn longest(reading: &Reading, all: &[Match]) -> Vec<Match> {
    let all = all.iter().filter(|m| trust::is_trusted(reading, m, all)).cloned();
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

/// Every name on word borders whose capitals fit, overlapping ones too: by their beginnings, longer ones first.
pub(super) fn all(reading: &Reading) -> Vec<Match> {
    let mut lookup = reading.knowledge.gazetteer().lookup();
    let mut out = Vec::with_capacity(reading.tokens.len() / 8);
    let mut space = Space::default();
    for_each_beginning(reading, |start, idx, plain_len| {
        let rest = reading.text.get(start..).unwrap_or_default();
        let first = out.len();
        lookup.names_at(rest, plain_len, |len, entry| {
            if ends_on_border(rest, len) {
                let span = Span::new(start, start + len);
                out.extend(judge_entry(reading, span, idx, entry, &mut space));
            }
        });
        if let Some(new) = out.get_mut(first..) {
            new.reverse();
        }
    });
    out
}

/// Where a name may begin: words that begin with no small letter, or with an Arabic article; and behind attached particles.
///
/// The token is told in which that is, and for a plain one its length.
fn for_each_beginning(reading: &Reading, mut visit: impl FnMut(usize, usize, Option<usize>)) {
    let bytes = reading.text.as_bytes();
    let mut end = 0;
    let mut is_inside_word = false;
    for (idx, token) in reading.tokens.iter().enumerate() {
        let start = token.span.start as usize;
        // White space lies between.
        is_inside_word &= start == end;
        end = token.span.end as usize;
        let is_ascii = bytes.get(start).is_some_and(u8::is_ascii);
        if token.kind == TokenKind::Break || token.kind == TokenKind::Mark && is_ascii {
            is_inside_word = false;
        } else if !token.is_plain {
            let visit = &mut |at| visit(at, idx, None);
            is_inside_word = beginnings_in(reading.text, start..end, is_inside_word, visit);
        } else {
            let may_begin = |&b: &u8| may_begin(b, reading.text, start);
            if !is_inside_word && bytes.get(start).is_some_and(may_begin) {
                visit(start, idx, Some(end - start));
            }
            is_inside_word = true;
        }
    }
}

/// Whether a name may begin with the word of an ASCII letter or digit that begins here.
fn may_begin(first: u8, text: &str, at: usize) -> bool {
    !first.is_ascii_lowercase()
        || matches!(first, b'a' | b'e') && begins_with_article(text.get(at..).unwrap_or_default())
}

/// The beginnings inside a token, letter by letter; says whether the token ends inside a word.
fn beginnings_in(
    text: &str,
    token: Range<usize>,
    mut is_inside_word: bool,
    visit: &mut dyn FnMut(usize),
) -> bool {
    const LONGEST_PARTICLE: usize = 2;
    for (at, c) in text.get(token.clone()).unwrap_or_default().char_indices() {
        let at = token.start + at;
        let is_part = is_wordy(c);
        let begins = is_part && !is_inside_word;
        is_inside_word = is_part;
        if !begins {
            continue;
        }
        if c.is_ascii() {
            if may_begin(c as u8, text, at) {
                visit(at);
            }
        } else if is_arabic(c) {
            visit(at);
            let mut behind = at;
            for c in text.get(at..).unwrap_or_default().chars().take(LONGEST_PARTICLE) {
                behind += c.len_utf8();
                let next = text.get(behind..).and_then(|rest| rest.chars().next());
                if !is_attached_particle(c) || !next.is_some_and(is_arabic) {
                    break;
                }
                visit(behind);
            }
        } else if !c.is_lowercase() {
            visit(at);
        }
    }
    is_inside_word
}

/// Whether the name that is so long ends with a word: "Syria's" ends a name, "Ra'ad" does not.
fn ends_on_border(rest: &str, len: usize) -> bool {
    // Most names end before a space or a comma.
    if matches!(rest.as_bytes().get(len), Some(b' ' | b',' | b'.')) {
        return true;
    }
    let mut after = rest.get(len..).unwrap_or_default().chars();
    match after.next() {
        Some(c) if is_apostrophe(c) => {
            let mut after = after.skip_while(|&c| c == 's' || c == 'S').take(1);
            !after.next().is_some_and(is_wordy)
        }
        next => !next.is_some_and(is_wordy),
    }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}')
}

/// Space that is used again for every entry: the places of which it may be a name or a demonym.
#[derive(Default)]
struct Space {
    names: Vec<PlaceIdx>,
    demonyms: Vec<PlaceIdx>,
}

/// What the text at the span says, if its capitals fit one of the entry's spellings.
fn judge_entry(
    reading: &Reading,
    span: Span,
    first: usize,
    entry: Entry,
    Space { names, demonyms }: &mut Space,
) -> Option<Match> {
    let gazetteer = reading.knowledge.gazetteer();
    let surface = Surface::of(span.of(reading.text));
    names.clear();
    demonyms.clear();
    let mut is_behind_comma = None;
    for meaning in gazetteer.meanings(entry) {
        if meaning.kind == NameKind::NotPlace {
            return surface.begins_as_name.then(|| Match {
                span,
                tokens: reading.tokens_from(first, span),
                kind: MatchKind::NotPlace,
                places: Candidates::default(),
                flags: NameFlags::default(),
                is_inside_name: false,
            });
        }
        if !surface.fits(meaning.shape, || reading.lines.in_capitals(span)) {
            continue;
        }
        match meaning.kind {
            NameKind::Demonym => demonyms.push(meaning.place),
            NameKind::AfterComma
                if !*is_behind_comma.get_or_insert_with(|| behind_comma(reading.text, span)) => {}
            _ => names.push(meaning.place),
        }
    }
    // A town in Ontario is called Spanish; the word says something of Spain all the same.
    let is_demonym = !demonyms.is_empty() && !names.iter().any(|&p| gazetteer.is_curated(p));
    let (kind, places) =
        if is_demonym { (MatchKind::Demonym, demonyms) } else { (MatchKind::Name, names) };
    (!places.is_empty()).then(|| Match {
        span,
        tokens: reading.tokens_from(first, span),
        kind,
        flags: reading.knowledge.flags(places),
        places: places.as_slice().into(),
        is_inside_name: false,
    })
}

/// Whether a word and a comma stand right before the span.
fn behind_comma(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).and_then(|before| before.strip_suffix(", "));
    before.and_then(|before| before.chars().next_back()).is_some_and(char::is_alphabetic)
}
