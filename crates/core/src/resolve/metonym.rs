//! Whether the name of a seat of power stands for those who hold it ("Moscow said").
//!
//! Only capitals and seats of government can; a preposition of place, or a verb of going or taking, shows that the place itself is meant.

use crate::gazetteer::{Place, PlaceKind};
use crate::text::Span;

/// Facilities that stand for a government.
const SEATS: &[&str] = &["kremlin", "white-house", "pentagon", "downing-street", "elysee-palace", "capitol-hill"];

/// Right before a name, these show the place itself.
const PLACE_WORDS: &[&str] = &["in", "near", "outside", "inside", "around", "across", "through", "via", "at", "into", "from", "central", "downtown", "greater"];

/// Before "to" and a name, these show the place itself ("fled to Moscow").
const GOING: &[&str] = &[
    "arrive", "arrived", "came", "come", "drive", "driven", "drove", "flee", "fled", "flew", "flight", "flights", "fly", "go", "going", "journey", "moved",
    "officials", "return", "returned", "road", "sent", "delegation", "tour", "travel", "travelled", "traveled", "trip", "visit", "visits", "visiting", "went",
];

/// Right before a name, these show the place itself ("entered Damascus").
const TAKING: &[&str] = &[
    "bombed", "captured", "entered", "enter", "hit", "left", "leave", "leaving", "over", "reach", "reached", "seized", "shelled", "stormed", "struck", "took", "visit", "visited", "visiting",
];

/// Whether the name at the span stands for a government.
pub(super) fn is_metonym(text: &str, span: Span, place: &Place) -> bool {
    let may = place.kind == PlaceKind::Capital || SEATS.contains(&place.id.as_str());
    may && !shows_place(text, span)
}

fn shows_place(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let mut words = line.split_whitespace().rev().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let mut last = words.next().unwrap_or_default();
    if last == "the" {
        last = words.next().unwrap_or_default();
    }
    let among = |list: &[&str], word: &str| list.contains(&word);
    // "took over Damascus", "in Moscow", "second visit to Moscow", "his second to Moscow", "MOSCOW, Jan 28", "Moscow, Russia", "Moscow-based".
    among(PLACE_WORDS, &last)
        || among(TAKING, &last)
        || (last == "to" && words.next().is_some_and(|w| among(GOING, &w) || w == "second" || w == "first"))
        || after.starts_with(", ") && after[2..].starts_with(char::is_uppercase)
        || after.starts_with("-based")
}
