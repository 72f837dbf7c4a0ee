//! Every token of a text as the word of the lexicon that it may be.

use super::lexicon::{Word, look_up};
use crate::text::prose::Prose;
use crate::text::token::{Token, TokenKind};

/// The words of a text, one for each token.
pub(super) fn words(prose: &Prose) -> Vec<Word> {
    prose.tokens.iter().map(|token| word_of(prose.text, token)).collect()
}

fn word_of(text: &str, token: &Token) -> Word {
    let bytes = token.span.bytes_of(text);
    match token.kind {
        TokenKind::Break => Word::Break,
        TokenKind::Possessive => Word::Possessive,
        TokenKind::Hyphen => Word::Hyphen,
        TokenKind::Mark => mark(token.span.of(text)),
        TokenKind::Capitalised => look_up(bytes).capitalised(bytes),
        TokenKind::Word if bytes.first().is_some_and(u8::is_ascii_digit) => number(bytes),
        TokenKind::Word => look_up(bytes).small(bytes),
    }
}

impl Word {
    /// What a word that begins with a capital letter may say.
    fn capitalised(self, bytes: &[u8]) -> Self {
        match (self, bytes) {
            (Self::Other, [b'Q', n @ b'1'..=b'4']) => Self::QuarterName(n - b'0'),
            (Self::Other, [b'F', b'Y', digits @ ..]) => match number(digits) {
                Self::Digits(n, 4) => Self::Digits(n, 4),
                _ => Self::Other,
            },
            _ => self,
        }
    }

    /// What a word without a capital letter may say: no name of a month or a day.
    fn small(self, bytes: &[u8]) -> Self {
        match self {
            Self::Month(5) => Self::Will,
            Self::Month(_)
            | Self::ShortMonth(_)
            | Self::Weekday(_)
            | Self::ShortWeekday(_)
            | Self::Weekdays(_)
            | Self::Holiday => Self::Other,
            Self::Zone if bytes.len() < 3 => Self::Other,
            // "Killed", "ended": what is done.
            Self::Other if bytes.len() > 4 && bytes.ends_with(b"ed") => Self::Did,
            Self::Other if bytes.starts_with(b"o") && bytes.ends_with("’clock".as_bytes()) => {
                Self::OClock
            }
            other => other,
        }
    }
}

fn mark(written: &str) -> Word {
    match written {
        "," => Word::Comma,
        "." => Word::Dot,
        ":" => Word::Colon,
        "/" => Word::Slash,
        "-" | "–" | "—" | "\u{2010}" | "\u{2011}" => Word::Dash,
        "'" | "’" | "‘" => Word::Apostrophe,
        "(" | ")" | "[" | "]" | "\"" | "“" | "”" | "`" => Word::Bracket,
        _ => Word::Mark,
    }
}

/// A word that begins with a digit: a number, an ordinal, a decade or an hour.
fn number(bytes: &[u8]) -> Word {
    let n_digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if n_digits == 0 || n_digits > 9 {
        return Word::Other;
    }
    let (digits, rest) = bytes.split_at(n_digits);
    let n = digits.iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let lower = |i: usize| rest.get(i).map(u8::to_ascii_lowercase);
    match (rest.len(), lower(0), lower(1)) {
        (0, ..) => Word::Digits(n, u8::try_from(n_digits).unwrap_or(9)),
        (1, Some(b's'), _) if n % 10 == 0 && (n_digits == 4 || n_digits == 2) => {
            Word::Decade(u16::try_from(n).unwrap_or(0))
        }
        (2, Some(b's'), Some(b't'))
        | (2, Some(b'n' | b'r'), Some(b'd'))
        | (2, Some(b't'), Some(b'h')) => u8::try_from(n).map_or(Word::Other, Word::Ordinal),
        (2, Some(b'a'), Some(b'm')) => hour(n, 0),
        (2, Some(b'p'), Some(b'm')) => hour(n, 12),
        _ => Word::Other,
    }
}

/// An hour of the clock of twelve, before noon or 12 hours later.
fn hour(n: u32, plus: u8) -> Word {
    match u8::try_from(n) {
        Ok(n @ 1..=12) => Word::Hour(n % 12 + plus),
        _ => Word::Other,
    }
}
