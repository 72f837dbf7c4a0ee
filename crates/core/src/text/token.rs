//! Words and the marks between them.
//!
//! A token is a word (letters and digits with inner apostrophes or dots of an initialism) or one mark.
//! A hyphen ends a word, so that "US-backed" holds the word "US"; a possessive `'s` is a token of its own.

use super::fold::is_apostrophe;
use super::{Span, eight};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word that begins with a capital letter.
    Capitalised,
    /// Any other word or number.
    Word,
    /// The ending `'s` or `’s`, or the bare apostrophe after an s.
    Possessive,
    /// A hyphen between two words.
    Hyphen,
    /// Any other mark.
    Mark,
    /// One or more line ends.
    Break,
}

/// A word or a mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it has nothing but ASCII letters and digits, and nothing follows that may belong to it.
    pub(crate) is_plain: bool,
}

impl Token {
    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Capitalised | TokenKind::Word)
    }
}

/// The tokens of a text in their order; white space other than line ends is left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 4);
    let mut apostrophes = Apostrophes { text, end: 0, is_possessive: false };
    let mut start = 0;
    while let Some(&byte) = text.as_bytes().get(start) {
        // Most of a text is plain words and single spaces.
        if byte == b' ' {
            start += 1;
            continue;
        }
        let plain = plain_word_len(text.as_bytes().get(start..).unwrap_or_default());
        if plain > 0 {
            let is_capital = byte.is_ascii_uppercase();
            let kind = if is_capital { TokenKind::Capitalised } else { TokenKind::Word };
            out.push(Token { span: Span::new(start, start + plain), kind, is_plain: true });
            start += plain;
            continue;
        }
        let Some(rest) = text.get(start..) else { break };
        let Some(c) = rest.chars().next() else { break };
        let (len, kind) = if c == '\n' || c == '\r' {
            let len = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            (len, TokenKind::Break)
        } else if c.is_whitespace() {
            start += c.len_utf8();
            continue;
        } else if c.is_alphanumeric() {
            let kind = if c.is_uppercase() { TokenKind::Capitalised } else { TokenKind::Word };
            (word_len(text, start, &mut apostrophes), kind)
        } else if is_apostrophe(c) && after_word(&out, start) && apostrophes.is_possessive(start) {
            let with_s = rest[c.len_utf8()..].starts_with(['s', 'S']);
            (c.len_utf8() + usize::from(with_s), TokenKind::Possessive)
        } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && after_word(&out, start) {
            (c.len_utf8(), TokenKind::Hyphen)
        } else {
            (c.len_utf8(), TokenKind::Mark)
        };
        out.push(Token { span: Span::new(start, start + len), kind, is_plain: false });
        start += len;
    }
    out
}

/// The tokens that a span covers, as a half-open range of indexes.
pub(crate) fn token_range(tokens: &[Token], span: Span) -> (usize, usize) {
    let first = tokens.partition_point(|t| t.span.end <= span.start);
    (first, first + tokens_before(tokens, first, span.end))
}

/// How many tokens in a row, from one on, begin before an offset: few most of the time.
pub(crate) fn tokens_before(tokens: &[Token], first: usize, end: u32) -> usize {
    const FEW: usize = 8;
    let rest = tokens.get(first..).unwrap_or_default();
    let is_before = |t: &Token| t.span.start < end;
    let n = rest.iter().take(FEW).take_while(|t| is_before(t)).count();
    if n < FEW { n } else { n + rest.get(FEW..).unwrap_or_default().partition_point(is_before) }
}

/// The length of a word of nothing but ASCII letters and digits, as most are; 0 where there is none, or where what follows needs a closer look.
fn plain_word_len(rest: &[u8]) -> usize {
    let len = eight::alphanumeric_len(rest);
    match rest.get(len) {
        Some(b'.') if len == 1 => 0,
        Some(b'\'' | b'`' | 0x80..) => 0,
        _ => len,
    }
}

fn after_word(out: &[Token], at: usize) -> bool {
    out.last().is_some_and(|t| t.is_word() && t.span.end as usize == at)
}

/// What the apostrophes of a text are, asked from its beginning to its end; each run of them is read once.
struct Apostrophes<'a> {
    text: &'a str,
    /// Where the run that was read last ends.
    end: usize,
    is_possessive: bool,
}

impl Apostrophes<'_> {
    /// Whether an apostrophe stands with `s` and no further letter, or alone before no letter.
    fn is_possessive(&mut self, at: usize) -> bool {
        if at >= self.end {
            let rest = &self.text[at..];
            let after = rest.trim_start_matches(is_apostrophe);
            self.end = self.text.len() - after.len();
            let after = after.strip_prefix(['s', 'S']).unwrap_or(after);
            self.is_possessive = !after.starts_with(char::is_alphanumeric);
        }
        self.is_possessive
    }
}

/// The length of the word at the beginning: letters and digits, single apostrophes between letters, dots inside initialisms.
fn word_len(text: &str, start: usize, apostrophes: &mut Apostrophes) -> usize {
    let rest = &text[start..];
    let mut len = 0;
    let mut dotted = false;
    // Single capitals with dots between them: the `U` or `U.S` of "U.S.".
    let mut is_initialism = true;
    let mut n_since_dot = 0;
    for (at, c) in rest.char_indices() {
        let next = rest[at + c.len_utf8()..].chars().next();
        let joins_initials = c == '.'
            && is_initialism
            && n_since_dot == 1
            && (dotted || next.is_some_and(char::is_uppercase));
        let goes_on = c.is_alphanumeric()
            || is_combining(c)
            || joins_initials
            || is_apostrophe(c)
                && next.is_some_and(char::is_alphabetic)
                && !apostrophes.is_possessive(start + at);
        if !goes_on {
            break;
        }
        if joins_initials {
            dotted = true;
            n_since_dot = 0;
        } else {
            n_since_dot += 1;
            is_initialism &= n_since_dot == 1 && c.is_uppercase();
        }
        len = at + c.len_utf8();
    }
    len
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{0640}' | '\u{0670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown: Vec<_> =
            tokens(text).iter().map(|t| t.span.of(text).replace('\n', "¶")).collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn words_and_marks() {
        check("Syria’s coast, in 2015.", "Syria ’s coast , in 2015 .");
        check("US-backed U.S. or U.N. aid.", "US - backed U.S. or U.N. aid .");
        check("the Kurds' project", "the Kurds ' project");
        check("Ra'ad al-Ali 'said'", "Ra'ad al - Ali ' said '");
        check("one\n\ntwo", "one ¶¶ two");
        check("أهلا بكم، العالم", "أهلا بكم ، العالم");
    }
}
