//! Which bytes of a text are taken: spans that are asked for overlaps without going through them one by one.
//!
//! In go spans; out comes whether one of them shares a byte with another span.
//! What a span stands for is not known here.

use crate::text::Span;
use std::collections::BTreeMap;

/// Spans that may overlap each other and stay as they are.
pub(super) struct Cover {
    /// In the order of their beginnings; each with the furthest end up to it.
    furthest: Vec<Span>,
}

impl Cover {
    pub(super) fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut furthest: Vec<Span> = spans.collect();
        furthest.sort();
        let mut end = 0;
        for span in &mut furthest {
            end = end.max(span.end);
            span.end = end;
        }
        Self { furthest }
    }

    pub(super) fn overlaps(&self, span: Span) -> bool {
        let idx = self.furthest.partition_point(|s| s.start < span.end);
        let last = idx.checked_sub(1).and_then(|i| self.furthest.get(i));
        last.is_some_and(|s| s.end > span.start)
    }
}

/// Spans without overlap, to which others are added.
pub(super) struct Free {
    taken: Cover,
    /// Ends by beginnings.
    added: BTreeMap<u32, u32>,
}

impl Free {
    /// All that is not taken by a cover.
    pub(super) fn beside(taken: Cover) -> Self {
        Self { taken, added: BTreeMap::new() }
    }

    /// Takes a span if all of it is free, and says whether it was.
    pub(super) fn take(&mut self, span: Span) -> bool {
        let before = self.added.range(..span.end).next_back();
        let is_free =
            !self.taken.overlaps(span) && before.is_none_or(|(_, &end)| end <= span.start);
        if is_free {
            self.added.insert(span.start, span.end);
        }
        is_free
    }
}
