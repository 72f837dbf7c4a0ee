//! Text: spans, folding, tokens and sentences.
//!
//! All positions are byte offsets on character borders, as `u32`: an article is shorter than 4 GB.
//! Nothing here knows what a word means; `recognise` does.

use serde::{Deserialize, Serialize};

mod eight;
pub mod fold;
pub mod percent;
pub(crate) mod keyed;
pub mod prose;
pub mod sentence;
pub mod token;
pub(crate) mod word_table;

/// A half-open range of bytes in a text, on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from two offsets of a text.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The part of the text that the span covers; empty when it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The bytes that the span covers; empty when it does not fit the text. To compare with words of ASCII letters, where no border of characters need be looked for.
    #[inline]
    pub(crate) fn bytes_of(self, text: &str) -> &[u8] {
        text.as_bytes().get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether the other span lies in this one.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span counted in characters (code points) of the text.
    pub fn in_chars(self, text: &str) -> (usize, usize) {
        let before = text.get(..self.start as usize).map_or(0, |t| t.chars().count());
        (before, before + self.of(text).chars().count())
    }
}

/// The end of a text, with so many characters at most; takes no longer for a longer text.
pub(crate) fn last_chars(text: &str, n_chars: usize) -> &str {
    let start = text.char_indices().rev().take(n_chars).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}
