//! Spans in a pack: how far each begins behind the one before, and how long it is.
//!
//! Such numbers are small, so they take a byte or two, and alike, so they compress.
//! Both directions take any numbers and fail at nothing; whether a span fits its text is seen to by `guard`.

use super::CorpusData;
use crate::text::Span;

/// From places in the text to distances.
pub(crate) fn shorten(data: &mut CorpusData) {
    for record in &mut data.records {
        let mut before = 0;
        record.for_each_span(&mut |span| {
            let Span { start, end } = *span;
            let step = start.wrapping_sub(before).cast_signed();
            let zigzag = (step << 1) ^ (step >> 31);
            *span = Span { start: zigzag.cast_unsigned(), end: end.wrapping_sub(start) };
            before = start;
        });
    }
}

/// From distances to places in the text.
pub(crate) fn restore(data: &mut CorpusData) {
    for record in &mut data.records {
        let mut before = 0u32;
        record.for_each_span(&mut |span| {
            let Span { start: zigzag, end: len } = *span;
            let step = (zigzag >> 1) ^ 0u32.wrapping_sub(zigzag & 1);
            let start = before.wrapping_add(step);
            *span = Span { start, end: start.wrapping_add(len) };
            before = start;
        });
    }
}
