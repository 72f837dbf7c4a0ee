//! Sentences: where an excerpt begins and ends.
//!
//! A line end always ends a sentence; a full stop does unless it belongs to an abbreviation, an initial or a number.
//! Quotation marks and brackets that close after the stop belong to the sentence before.

use super::word_table::WordTable;
use super::{Span, eight};

/// Abbreviations after which a capital letter does not begin a sentence; in small letters, without the stop.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "gen", "col", "lt", "maj", "capt", "cpl",
    "sgt", "sen", "rep", "gov", "pres", "sr", "jr", "vs", "inc", "ltd", "co", "corp", "dept",
    "approx", "e.g", "i.e", "mt", "ft",
];

/// Months and the like, which are abbreviated before a number.
#[rustfmt::skip]
const BEFORE_NUMBERS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no",
    "vol", "fig",
];

const ABBREVIATION: u32 = 1;
const BEFORE_NUMBER: u32 = 2;

static LISTED: WordTable<64, 128> = WordTable::EMPTY
    .with_list(ABBREVIATIONS, ABBREVIATION)
    .with_list(BEFORE_NUMBERS, BEFORE_NUMBER);

/// The sentences of a text, in order; white space between them belongs to none.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut judged = 0;
    let mut from = 0;
    while let Some((at, c)) = next_mark(text, from) {
        from = at + c.len_utf8();
        if at < start {
            continue;
        }
        let after = at + c.len_utf8();
        let end = match c {
            // A mark in a run of marks that ended nothing ends nothing either.
            _ if at < judged => None,
            '\n' => Some(at),
            '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '！' | '？' => {
                let end = closed_at(text, after);
                judged = end;
                ends_sentence(text, at, end, c).then_some(end)
            }
            _ => None,
        };
        if let Some(end) = end {
            push_trimmed(text, start, end, &mut out);
            start = end;
        }
    }
    push_trimmed(text, start, text.len(), &mut out);
    out
}

/// The next character that may end a sentence, and where it stands; any that is not ASCII is looked at more closely.
fn next_mark(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += eight::letters_and_spaces_len(bytes.get(at..)?);
        if matches!(bytes.get(at)?, b'\n' | b'.' | b'!' | b'?' | 0x80..) {
            return Some((at, text.get(at..)?.chars().next()?));
        }
        at += 1;
    }
}

/// Where the run of stops and closing quotation marks and brackets ends that begins here.
fn closed_at(text: &str, after: usize) -> usize {
    let rest = &text[after..];
    let is_closing =
        |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '.' | '!' | '?');
    after + rest.find(|c| !is_closing(c)).unwrap_or(rest.len())
}

/// Whether the mark at `at`, closed at `end`, ends a sentence.
fn ends_sentence(text: &str, at: usize, end: usize, mark: char) -> bool {
    let rest = &text[end..];
    let Some(next) = rest.chars().next() else { return true };
    if matches!(mark, '。' | '！' | '？') {
        return true;
    }
    if !next.is_whitespace() {
        return false;
    }
    let following = rest.trim_start_matches([' ', '\t', '\u{a0}']).chars().next();
    // A small letter goes on with the sentence, whatever the mark: 'Yahoo! said', '"Why?" he asked', "approx. five".
    if following.is_some_and(char::is_lowercase) {
        return false;
    }
    let is_bare_stop = mark == '.' && end == at + 1;
    !(is_bare_stop && is_abbreviation(&text[..at], following))
}

fn is_abbreviation(before: &str, following: Option<char>) -> bool {
    let word_start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '.')
        .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    let word = &before[word_start..];
    let mut letters = word.chars();
    // A single capital is the initial of a name, unless it is a pronoun.
    let initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    // "U.S." goes on more often than it ends; what follows decides: a common opening word would be capitalised either way.
    let initialism = || word.contains('.') && word.split('.').all(|p| p.chars().count() == 1);
    let number_follows = || following.is_some_and(char::is_numeric);
    initial
        || match LISTED.get(word) {
            ABBREVIATION => true,
            BEFORE_NUMBER => number_follows() || initialism(),
            _ => initialism(),
        }
}

fn push_trimmed(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let piece = &text[start..end];
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        out.push(Span::new(start + lead, start + lead + trimmed.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Rows: a text in which `|` stands where sentences are parted.
    #[test]
    fn sentences_are_parted() {
        for marked in [
            "One. |Two! |Three?",
            "He met Mr. Smith on Jan. 28 in St. Louis. |Then he left.",
            "The U.S. and the U.K. agreed. |Nobody else did.",
            "\"It is over.\" |She left.",
            "\"Why now?\" he asked. |No answer came.",
            "It cost 3.5 million. |That was much.",
            "A heading\n\n|A paragraph (with a note.) |And more",
            "It was no. |He left.",
            "هل هذا صحيح؟ |نعم.",
        ] {
            let text = marked.replace('|', "");
            let expected: Vec<_> = marked.split('|').map(str::trim).collect();
            let found: Vec<_> = sentences(&text).iter().map(|s| s.of(&text)).collect();
            assert_eq!(found, expected);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_space_is_lost(text in "[a-zA-Z .!?\n\"'0-9é؟]{0,80}") {
            let parts = sentences(&text);
            let kept: usize = parts.iter().map(|s| s.of(&text).chars().filter(|c| !c.is_whitespace()).count()).sum();
            prop_assert_eq!(kept, text.chars().filter(|c| !c.is_whitespace()).count());
        }
    }
}
