//! What the lines of a text look like as a whole, read once: all in capitals, or in title case.
//!
//! In go a text and its tokens; out come tables that are searched, so that a match on a line of any length is judged at once.
//! Whether that makes a match a place is decided in `context` and `matches`.

use crate::text::Span;
use crate::text::token::{Token, TokenKind};

/// The lines of a text.
pub(super) struct Lines {
    /// Lines as their ends in the text part them.
    written: Vec<Written>,
    /// Lines as breaks between tokens part them, with sums from the beginning of the text.
    of_tokens: Vec<LongWords>,
}

/// A line from one `\n` to the next.
struct Written {
    start: usize,
    len: usize,
    has_small_letter: bool,
}

/// The long words from the beginning of the text to the end of a line.
struct LongWords {
    /// Index of the token that ends the line; past the last one for the last line.
    end: usize,
    n: usize,
    n_small: usize,
}

impl Lines {
    pub(super) fn of(text: &str, tokens: &[Token]) -> Self {
        Self { written: written(text), of_tokens: long_words(text, tokens) }
    }

    /// Whether the line around a span, which must hold no line end, is written in capitals alone.
    pub(super) fn in_capitals(&self, span: Span) -> bool {
        let idx = self.written.partition_point(|l| l.start <= span.start as usize);
        let line = idx.checked_sub(1).and_then(|i| self.written.get(i));
        line.is_some_and(|l| {
            let is_more_than_span = l.len > (span.end - span.start) as usize + 2;
            is_more_than_span && !l.has_small_letter
        })
    }

    /// Whether most long words of the line are capitalised, as in headlines of American papers: there neighbours show nothing.
    /// The line is that of the tokens from `first` up to `end`.
    pub(super) fn in_title_case(&self, first: usize, end: usize) -> bool {
        const FEWEST: usize = 5;
        let line_of = |token: usize| self.of_tokens.partition_point(|l| l.end < token);
        let before = line_of(first).checked_sub(1).and_then(|i| self.of_tokens.get(i));
        let (n_before, n_small_before) = before.map_or((0, 0), |l| (l.n, l.n_small));
        self.of_tokens
            .get(line_of(end))
            .is_some_and(|l| l.n - n_before >= FEWEST && l.n_small == n_small_before)
    }
}

fn written(text: &str) -> Vec<Written> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let has_small_letter = line.chars().any(char::is_lowercase);
            let written = Written { start, len: line.len(), has_small_letter };
            start += line.len() + 1;
            written
        })
        .collect()
}

fn long_words(text: &str, tokens: &[Token]) -> Vec<LongWords> {
    let mut out = Vec::new();
    let (mut n, mut n_small) = (0, 0);
    for (idx, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Break {
            out.push(LongWords { end: idx, n, n_small });
        } else if token.is_word() && is_long(token, text) {
            n += 1;
            n_small += usize::from(token.kind != TokenKind::Capitalised);
        }
    }
    out.push(LongWords { end: tokens.len(), n, n_small });
    out
}

/// Whether a word has four characters or more.
fn is_long(word: &Token, text: &str) -> bool {
    const LONG: usize = 4;
    let n_bytes = (word.span.end - word.span.start) as usize;
    n_bytes >= LONG && (word.is_plain || word.span.of(text).chars().nth(LONG - 1).is_some())
}
