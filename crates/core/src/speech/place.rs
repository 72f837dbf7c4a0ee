//! The text as the parts of this phase read it: words by index, and the stretch of a sentence that lies between quotations.

use super::cue::Cue;
use super::marks::Quote;
use crate::identify::Actors;
use crate::text::Span;
use crate::text::prose::Prose;
use crate::text::token::TokenKind;
use std::ops::Range;

/// As far as a source, a verb or a clause is looked for, in tokens: no sentence that anybody reads is longer, and the work stays linear.
const REACH: usize = 90;

/// A text with its actors, quotations and verbs of saying.
pub(super) struct Story<'a> {
    pub(super) prose: &'a Prose<'a>,
    pub(super) actors: &'a Actors,
    pub(super) quotes: &'a [Quote],
    pub(super) cues: &'a [Cue],
}

impl<'a> Story<'a> {
    /// The token as it is written; empty past either end.
    pub(super) fn word(&self, idx: usize) -> &'a str {
        self.prose.word(idx)
    }

    /// The token before this one as it is written; empty at the beginning.
    pub(super) fn before(&self, idx: usize) -> &'a str {
        idx.checked_sub(1).map_or("", |i| self.word(i))
    }

    pub(super) fn kind(&self, idx: usize) -> Option<TokenKind> {
        self.prose.tokens.get(idx).map(|t| t.kind)
    }

    pub(super) fn is_capital(&self, idx: usize) -> bool {
        self.kind(idx) == Some(TokenKind::Capitalised)
    }

    pub(super) fn is_word(&self, idx: usize) -> bool {
        self.prose.tokens.get(idx).is_some_and(crate::text::token::Token::is_word)
    }

    /// Whether there is a line end or the end of the text.
    pub(super) fn is_break(&self, idx: usize) -> bool {
        self.kind(idx).is_none_or(|k| k == TokenKind::Break)
    }

    /// Where a token begins, in bytes.
    pub(super) fn start(&self, idx: usize) -> u32 {
        self.prose
            .tokens
            .get(idx)
            .map_or_else(|| Span::new(0, self.prose.text.len()).end, |t| t.span.start)
    }

    /// The bytes of a range of tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let start = self.start(tokens.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|i| self.prose.tokens.get(i))
            .map_or(start, |t| t.span.end);
        Span { start, end: end.max(start) }
    }

    /// The tokens of the sentence that holds a token, without quotations, and no further than anybody writes.
    pub(super) fn region(&self, idx: usize) -> Range<usize> {
        let at = self.start(idx);
        let sentence = self.prose.sentences.partition_point(|s| s.end <= at);
        let (first, end) =
            self.prose.sentences.get(sentence).map_or((idx, idx), |s| self.prose.token_range(*s));
        let after = self.quotes.partition_point(|q| q.end <= idx);
        let from = after.checked_sub(1).and_then(|i| self.quotes.get(i)).map_or(0, |q| q.end);
        let to = self.quotes.get(after).map_or(usize::MAX, |q| q.first);
        let from = first.max(from).max(idx.saturating_sub(REACH)).min(idx);
        from..end.min(to).min(idx + REACH).max(idx)
    }

    /// The verbs of saying in a range of tokens.
    pub(super) fn cues_in(&self, tokens: &Range<usize>) -> &'a [Cue] {
        let first = self.cues.partition_point(|c| c.token < tokens.start);
        let end = self.cues.partition_point(|c| c.token < tokens.end);
        self.cues.get(first..end).unwrap_or_default()
    }

    /// The last quotation that ends at or before a token.
    pub(super) fn quote_before(&self, idx: usize) -> Option<usize> {
        self.quotes.partition_point(|q| q.end <= idx).checked_sub(1)
    }
}
