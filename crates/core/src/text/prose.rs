//! A text read once: its tokens and sentences, shared by all phases that follow.

use super::Span;
use super::sentence::sentences;
use super::token::{Token, token_range, tokens};

/// A text with its tokens and sentences.
#[derive(Clone, Debug)]
pub struct Prose<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words and marks, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order, without overlap.
    pub sentences: Vec<Span>,
}

impl<'a> Prose<'a> {
    /// Reads a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, tokens: tokens(text), sentences: sentences(text) }
    }

    /// The token with this index as it is written; empty past either end.
    pub fn word(&self, idx: usize) -> &'a str {
        self.tokens.get(idx).map_or("", |t| t.span.of(self.text))
    }

    /// The tokens that a span covers, as a half-open range of indexes.
    pub fn token_range(&self, span: Span) -> (usize, usize) {
        token_range(&self.tokens, span)
    }
}
