//! What an expression of time says, before it is set against the day of the article.
//!
//! The readers of the text make these; `resolve` turns them into values.

use super::TimeKind;
use super::lexicon::DayPart;
use super::period::{Grain, Period};
use crate::article::Date;

/// An expression and the tokens that it covers.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// What it says.
    pub(super) what: What,
}

/// What an expression says.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// Its value follows from itself alone.
    Said(TimeKind, String),
    /// It stands for something that cannot be computed.
    Unsaid(TimeKind),
    /// A day, or something longer on the calendar.
    On(Day),
    /// A time of a day.
    At(Day, Hour),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    /// Hour and minute.
    Clock(u8, u8),
    /// Morning, afternoon and so on.
    Part(DayPart),
}

/// From where something is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The day of the article.
    Written,
    /// What the text mentioned last.
    Mentioned,
}

/// Which of all Wednesdays, Octobers or summers is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// The near one on the side that the verb points to.
    ByTense,
    /// That of the present week or year.
    This,
    /// The last one before the day of the article.
    Last,
    /// The first one after it.
    Next,
    /// That of the year so many years after the article's.
    Years(i32),
    /// The first one after what was mentioned last.
    After,
    /// The last one before it.
    Before,
}

/// A stretch of the calendar that is not found yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// It is said in full.
    Given(Period),
    /// A month (day 0) or a day of it.
    InYear(u8, u8, Pick),
    /// A stretch that begins with this month.
    Part(u8, Grain, Pick),
    /// A day of the week, 0 for Monday.
    Weekday(u8, Pick),
    /// A holiday that moves.
    Feast(Feast, Option<u16>, Pick),
    /// The weekend.
    Weekend,
    /// So many periods from the origin.
    From(Origin, Grain, i32),
    /// A year before the quarter or the year that was mentioned last.
    YearBefore,
    /// The day that the text is about at this point.
    Here,
    /// In digits: what it is with the day first, and with the month first.
    Either { day_first: Option<Date>, month_first: Option<Date> },
}

/// Holidays that move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// So many days from Easter Sunday.
    Easter(i8),
    /// Month, day of the week, and which of them; 0 for the last.
    Nth(u8, u8, u8),
}
