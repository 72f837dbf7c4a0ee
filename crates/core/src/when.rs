//! Dates and times in a text, resolved against the day of the article.
//!
//! In goes a text and the day on which it was written, if that is known; out come spans with a value in the form of TIMEX3 (ISO 8601 and its extensions).
//! The tokens are read once into words of a small lexicon, the readers look at a few of them where one can begin an expression, and `resolve` works out the values in the order of the text.
//! What is read and how values are formed is told in `docs/dates.md`.

use crate::article::Date;
use crate::text::Span;
use crate::text::prose::Prose;
use serde::{Deserialize, Serialize};

mod amount;
mod calendar;
mod clock;
mod expression;
mod holiday;
mod lexicon;
mod numeric;
mod period;
mod pointed;
mod reader;
mod repeated;
mod resolve;
mod tense;
mod words;

/// What an expression of time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day or something longer on the calendar.
    Date,
    /// A time of the day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

/// A span that says when, how long or how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMention {
    /// Where in the text.
    pub span: Span,
    /// What it says.
    pub kind: TimeKind,
    /// The value in the form of TIMEX3; `None` when the text does not say enough.
    pub value: Option<String>,
}

/// Finds all expressions of time.
pub fn times(prose: &Prose, written: Option<Date>) -> Vec<TimeMention> {
    let words = words::words(prose);
    let reader = reader::Reader { prose, words: &words, written };
    resolve::mentions(prose, &words, &reader.expressions(), written)
}
