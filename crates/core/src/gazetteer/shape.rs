//! Which letters of a spelling are capitals, and whether a surface in a text has the capitals that a spelling asks for.
//!
//! Spellings are looked up folded; what folding takes away and reading needs is kept here.

use crate::text::fold::is_apostrophe;

/// The capitals of a spelling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shape {
    /// Made of capitals (and dots) alone: it must stand letter for letter.
    is_exact: bool,
    /// It begins with a small letter.
    begins_small: bool,
    n_words: u8,
    /// Words that begin with a capital, from the lowest bit.
    capitals: u16,
}

impl Shape {
    /// The shape of a spelling as a table writes it.
    pub(super) fn of(spelling: &str) -> Self {
        let is_exact = spelling.chars().all(|c| c.is_ascii_uppercase() || c == '.');
        let (n_words, capitals) = initials(spelling, char::is_uppercase);
        let begins_small = spelling.starts_with(char::is_lowercase);
        Self { is_exact, begins_small, n_words, capitals }
    }

    pub(super) fn to_bytes(self) -> [u8; 4] {
        let [low, high] = self.capitals.to_le_bytes();
        [u8::from(self.is_exact) | u8::from(self.begins_small) << 1, self.n_words, low, high]
    }

    pub(super) fn from_bytes([flags, n_words, low, high]: [u8; 4]) -> Self {
        Self {
            is_exact: flags & 1 != 0,
            begins_small: flags & 2 != 0,
            n_words,
            capitals: u16::from_le_bytes([low, high]),
        }
    }
}

/// Number of words, and which of the first sixteen begin with a letter of a kind.
fn initials(text: &str, is_wanted: fn(char) -> bool) -> (u8, u16) {
    let mut n = 0u8;
    let mut mask = 0u16;
    let is_part = |c: char| c.is_alphanumeric() || is_apostrophe(c) || c == '.';
    for word in text.split(|c: char| !is_part(c)) {
        if let Some(first) = word.chars().find(|c| c.is_alphanumeric()) {
            if is_wanted(first) {
                mask |= 1u16.checked_shl(u32::from(n)).unwrap_or(0);
            }
            n = n.saturating_add(1);
        }
    }
    (n, mask)
}

/// The capitals of a surface in a text, read once for all spellings that it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Surface {
    n_words: u8,
    smalls: u16,
    begins_with_article: bool,
    /// Whether it begins as a name does: with no small letter, or with an Arabic article.
    pub(crate) begins_as_name: bool,
    is_upper: bool,
    /// All its letters are Latin capitals, dots aside.
    is_all_capitals: bool,
    has_dot: bool,
}

impl Surface {
    pub(crate) fn of(surface: &str) -> Self {
        if surface.is_ascii() { Self::of_ascii(surface) } else { Self::of_any(surface) }
    }

    /// The same for a surface of ASCII letters and marks, as most are: read byte by byte.
    fn of_ascii(surface: &str) -> Self {
        let (mut n_words, mut smalls) = (0u8, 0u16);
        let (mut has_letter, mut has_small, mut has_other, mut has_dot) =
            (false, false, false, false);
        // A word is counted at its first letter or digit.
        let mut is_counted = false;
        for &b in surface.as_bytes() {
            has_small |= b.is_ascii_lowercase();
            has_letter |= b.is_ascii_alphabetic();
            has_dot |= b == b'.';
            has_other |= !b.is_ascii_uppercase() && b != b'.';
            if b.is_ascii_alphanumeric() {
                if !is_counted {
                    let bit = 1u16.checked_shl(u32::from(n_words)).unwrap_or(0);
                    smalls |= if b.is_ascii_lowercase() { bit } else { 0 };
                    n_words = n_words.saturating_add(1);
                }
                is_counted = true;
            } else {
                is_counted &= matches!(b, b'.' | b'\'' | b'`');
            }
        }
        let begins_with_article = begins_with_article(surface);
        let begins_capital = surface.as_bytes().first().is_some_and(|b| !b.is_ascii_lowercase());
        Self {
            n_words,
            smalls,
            begins_with_article,
            begins_as_name: begins_capital || begins_with_article,
            is_upper: has_letter && !has_small,
            is_all_capitals: !has_other,
            has_dot,
        }
    }

    fn of_any(surface: &str) -> Self {
        let (n_words, smalls) = initials(surface, char::is_lowercase);
        let begins_with_article = begins_with_article(surface);
        let begins_capital = surface.chars().next().is_some_and(|c| !c.is_lowercase());
        Self {
            n_words,
            smalls,
            begins_with_article,
            begins_as_name: begins_capital || begins_with_article,
            is_upper: surface.chars().any(char::is_alphabetic)
                && !surface.chars().any(char::is_lowercase),
            is_all_capitals: surface.bytes().all(|b| b.is_ascii_uppercase() || b == b'.'),
            has_dot: surface.contains('.'),
        }
    }

    /// Whether every word that the spelling capitalises is capitalised here.
    /// A spelling all in capitals must stand just so, and (unless it has dots) not in a line of capitals.
    pub(crate) fn fits(&self, shape: Shape, in_line_of_capitals: impl Fn() -> bool) -> bool {
        if shape.is_exact {
            return self.is_all_capitals && (self.has_dot || !in_line_of_capitals());
        }
        let first = if self.begins_with_article { 1 } else { 0 };
        let fits = shape.n_words != self.n_words || shape.capitals & self.smalls & !first == 0;
        fits && (self.begins_as_name || self.is_upper || shape.begins_small)
    }
}

/// Whether a text begins with the Arabic article, written small.
pub(crate) fn begins_with_article(surface: &str) -> bool {
    const LONGEST: usize = 3;
    // Most words are too long: seen without looking at letters.
    let is_long = |b: &[u8]| b.iter().all(u8::is_ascii_alphabetic);
    if surface.as_bytes().get(..=LONGEST).is_some_and(is_long) {
        return false;
    }
    let first = surface.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(
        first,
        "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "az" | "ez" | "es" | "esh"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ascii_is_read_as_any_text(surface in "[A-Za-z0-9 .'`-]{0,24}") {
            prop_assert_eq!(Surface::of_ascii(&surface), Surface::of_any(&surface));
        }
    }

    #[test]
    fn capitals() {
        for (spelling, surface, in_capitals, fits) in [
            ("Ras al-Ayn", "Ras al-Ayn", false, true),
            ("Ras al-Ayn", "RAS AL-AYN", true, true),
            ("Ras al-Ayn", "ras al-ayn", false, false),
            ("Al-Hasakah", "al-Hasakah", false, true),
            ("Al-Hasakah", "al-hasakah", false, false),
            ("US", "US", false, true),
            ("US", "us", false, false),
            ("US", "Us", false, false),
            ("US", "US", true, false),
            ("U.S.", "U.S.", true, true),
            ("the interior", "the interior", false, true),
            ("حلب", "حلب", false, true),
        ] {
            let found = Surface::of(surface).fits(Shape::of(spelling), || in_capitals);
            assert_eq!(found, fits, "{spelling} in {surface}");
            assert_eq!(Shape::from_bytes(Shape::of(spelling).to_bytes()), Shape::of(spelling));
        }
    }
}
