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
mod days;
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
mod years;

pub use days::{DayRange, days};

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, written: Option<Date>) {
        let found = times(&Prose::of(text), written);
        let mut end = 0;
        for mention in &found {
            assert!(mention.span.start >= end, "{text:?}");
            assert!(mention.span.end > mention.span.start, "{text:?}");
            assert!(!mention.span.of(text).is_empty(), "{text:?}");
            end = mention.span.end;
        }
    }

    /// Pieces that the readers look for, in any order.
    const PIECES: &[&str] = &[
        "the ",
        "last ",
        "next ",
        "this ",
        "May ",
        "Jan. ",
        "Monday ",
        "5",
        "12",
        "1999",
        "99999999",
        "'98 ",
        "-",
        "–",
        ", ",
        ". ",
        ":",
        "/",
        "half ",
        "a ",
        "two ",
        "hundred ",
        "years ",
        "day ",
        "century ",
        "ago ",
        "later ",
        "earlier ",
        "from now ",
        "p.m. ",
        "noon ",
        "of ",
        "and ",
        "to ",
        "every ",
        "end of ",
        "early ",
        "morning ",
        "summer ",
        "third ",
        "quarter ",
        "Easter ",
        "9999",
        "0",
        "th ",
        "s ",
        "GMT ",
        "more than ",
        "é",
        "\n",
        "’",
        "before ",
        "some ",
        "fiscal ",
        "year-ago ",
        "that ",
        "same ",
        "old ",
    ];

    proptest! {
        #[test]
        fn spans_are_in_order_on_borders(text in "\\PC{0,60}") {
            check(&text, Date::new(2026, 1, 28));
        }

        #[test]
        fn any_words_of_time_are_read(
            picks in proptest::collection::vec(0..PIECES.len(), 0..14),
            day in proptest::option::of(0..3_652_059i32),
        ) {
            let text: String = picks.iter().filter_map(|&i| PIECES.get(i).copied()).collect();
            check(&text, day.and_then(Date::from_day_number));
        }
    }
}
