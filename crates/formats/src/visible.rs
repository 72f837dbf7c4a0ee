//! What a reader can see of a text: which characters have no width, and what of a hostile name may be put into a sentence.
//!
//! In go characters and texts of anybody; out come judgements and short texts that a terminal shows as they are.
//! It changes no article: what `text` leaves out of one is decided there, by [`is_invisible`].

/// How many characters of a name or a value are shown; more are cut from its middle, so that the end of a path stays.
const LONGEST: usize = 200;

/// Whether a character has no width and no meaning: marks of direction, soft hyphens, byte order marks, controls.
///
/// The joiners U+200C and U+200D stay: Persian spells with them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whether a text shows nothing at all: white space, joiners and what is invisible.
pub(crate) fn is_blank(text: &str) -> bool {
    let shows_nothing =
        |c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '\u{200c}' | '\u{200d}');
    text.chars().all(shows_nothing)
}

/// A name or a value as it may stand in a sentence on a terminal: on one line, without control characters or marks that turn the direction of writing, and of a readable length.
///
/// Each character that is no part of what it seems to say becomes `�`; of more than 200 characters the middle becomes `…`.
pub fn printable(text: &str) -> String {
    let breaks_sentence = |c: char| {
        c.is_control() || is_invisible(c) || matches!(c, '\u{61c}' | '\u{2028}' | '\u{2029}')
    };
    let shown = |c: char| if breaks_sentence(c) { '\u{fffd}' } else { c };
    let n = text.chars().count();
    if n <= LONGEST {
        return text.chars().map(shown).collect();
    }
    let half = LONGEST / 2;
    let head = text.chars().take(half).map(shown);
    let tail = text.chars().skip(n - half).map(shown);
    head.chain(core::iter::once('…')).chain(tail).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_lie_or_flood() {
        for (name, shown) in [
            ("folder/a b.txt", "folder/a b.txt"),
            ("خبر\u{200c}ها.txt", "خبر\u{200c}ها.txt"),
            ("a\n\u{1b}[31mb\r\t\u{9b}\u{7f}", "a��[31mb����"),
            ("txt.\u{202e}exe\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "txt.�exe�����"),
            ("a\u{2028}b\u{feff}", "a�b�"),
        ] {
            assert_eq!(printable(name), shown, "{name:?}");
        }
        let whole = "é".repeat(200);
        assert_eq!(printable(&whole), whole);
        let cut = printable(&format!("{}.txt", "é".repeat(100_000)));
        assert_eq!(cut, format!("{}…{}.txt", "é".repeat(100), "é".repeat(96)));
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        for (text, blank) in [
            ("", true),
            (" \u{a0}\r\n\u{3000}", true),
            ("\u{200b}\u{feff}\u{200d}\n\u{2060}", true),
            ("\u{200b}.", false),
        ] {
            assert_eq!(is_blank(text), blank, "{text:?}");
        }
    }
}
