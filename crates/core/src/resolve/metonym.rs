//! Whether the name of a seat of power stands for those who hold it ("Moscow said").
//!
//! Only capitals and seats of government can; a preposition of place, or a verb of going or taking, shows that the place itself is meant.

use crate::gazetteer::{Place, PlaceKind};
use crate::text::{Span, last_chars};

/// Facilities that stand for a government.
const SEATS: &[&str] =
    &["kremlin", "white-house", "pentagon", "downing-street", "elysee-palace", "capitol-hill"];

/// Right before a name, these show the place itself.
const PLACE_WORDS: &[&str] = &[
    "in", "near", "outside", "inside", "around", "across", "through", "via", "at", "into", "from",
    "central", "downtown", "greater",
];

/// Before "to" and a name, these show the place itself ("fled to Moscow").
const GOING: &[&str] = &[
    "arrive",
    "arrived",
    "brought",
    "came",
    "come",
    "delivered",
    "drive",
    "driven",
    "drove",
    "flee",
    "first",
    "fled",
    "flew",
    "flight",
    "flights",
    "fly",
    "go",
    "going",
    "journey",
    "moved",
    "officials",
    "delegation",
    "return",
    "returned",
    "road",
    "second",
    "sent",
    "taken",
    "tour",
    "travel",
    "travelled",
    "traveled",
    "trip",
    "visit",
    "visits",
    "visiting",
    "went",
];

/// Right before a name, these show the place itself ("entered Damascus").
const TAKING: &[&str] = &[
    "bombed", "captured", "entered", "enter", "hit", "left", "leave", "leaving", "over", "reach",
    "reached", "seized", "shelled", "stormed", "struck", "took", "visit", "visited", "visiting",
];

/// Whether the name at the span stands for a government; `with_container` when the place that contains it is named behind a comma ("Moscow, Russia").
pub(super) fn is_metonym(text: &str, span: Span, place: &Place, with_container: bool) -> bool {
    let may = place.kind == PlaceKind::Capital || SEATS.contains(&place.id.as_str());
    may && !with_container && !shows_place(text, span)
}

fn shows_place(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let mut rest = before;
    let mut previous_word = || {
        let (before, word) = split_last_word(rest);
        rest = before;
        word.to_lowercase()
    };
    let mut last = previous_word();
    if last == "the" {
        last = previous_word();
    }
    let among = |list: &[&str], word: &str| list.contains(&word);
    among(PLACE_WORDS, &last)
        || among(TAKING, &last)
        || (last == "to" && among(GOING, &previous_word()))
        || after.starts_with("-based")
        || after.starts_with(", ") && in_capitals(span.of(text))
}

/// The last word of a text and what stands before it; empty behind a mark, for what stands behind a comma belongs to another phrase.
/// Of a word that is longer than any listed one, only the end is read.
fn split_last_word(text: &str) -> (&str, &str) {
    const LONGEST: usize = 20;
    const MARKS: [char; 10] = ['\n', ',', '.', ';', ':', '"', '“', '”', '(', ')'];
    let text = text.trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
    let end = last_chars(text, LONGEST + 1);
    let word = end.rsplit(|c: char| c.is_whitespace() || MARKS.contains(&c)).next().unwrap_or(end);
    (&text[..text.len() - word.len()], word)
}

/// A dateline is written in capitals: "MOSCOW, Jan 28".
fn in_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}
