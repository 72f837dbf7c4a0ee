//! Names and numbers of the calendar: days of the week, months, years, decades, quarters and seasons.
//!
//! Dates in digits alone are read by `numeric`, words such as "last" and "this" by `pointed`.

use super::TimeKind;
use super::expression::{Day, Pick, What};
use super::lexicon::Word;
use super::period::{Grain, Period, Unit};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A date, with the time of the day behind it.
    pub(super) fn date(&self, at: usize) -> Read<What> {
        if let (Word::The, Word::Ordinal(_) | Word::Decade(_) | Word::Apostrophe) =
            (self.word(at), self.word(at + 1))
        {
            return self.date(at + 1);
        }
        if let (Word::Ordinal(n), Word::Unit(Unit::Century)) = (self.word(at), self.word(at + 1)) {
            let before_christ = self.is_before_christ(at + 2);
            let sign = if before_christ { "BC" } else { "" };
            let value = format!("{sign}{:02}", n.saturating_sub(1));
            return Some((at + 2 + usize::from(before_christ), What::Said(TimeKind::Date, value)));
        }
        if let Word::Digits(n, 1..=4) = self.word(at)
            && self.is_before_christ(at + 1)
        {
            return Some((at + 2, What::Said(TimeKind::Date, format!("BC{n:04}"))));
        }
        let (end, day) = self.day(at)?;
        Some(self.with_time(end, day))
    }

    /// A date.
    pub(super) fn day(&self, at: usize) -> Read<Day> {
        match self.word(at) {
            // "The Sunday Times" is a name.
            Word::Weekday(_) if self.word(at + 1) == Word::Times => None,
            Word::Weekday(n) => Some(self.weekday(at + 1, n, Pick::ByTense)),
            Word::ShortWeekday(n) => {
                let end =
                    at + 1 + usize::from(self.word(at + 1) == Word::Dot && self.glued(at + 1));
                let (end, day) = self.weekday(end, n, Pick::ByTense);
                let dated = !matches!(day, Day::Weekday(..));
                (dated || matches!(self.word(end), Word::Part(_))).then_some((end, day))
            }
            Word::Month(_) | Word::ShortMonth(_) => self.month(at, Pick::ByTense),
            Word::Digits(..) => {
                self.numeric(at).or_else(|| self.day_of_month(at)).or_else(|| self.year(at))
            }
            Word::Ordinal(_) => {
                self.day_of_month(at).or_else(|| self.part_of_year(at, Pick::ByTense))
            }
            Word::QuarterName(n) => {
                Some(self.of_year(at + 1, quarter(n), Grain::Quarter, Pick::ByTense))
            }
            Word::Decade(n) => Some((at + 1, self.decade(n)?)),
            Word::Apostrophe if self.glued(at + 1) && !self.glued(at) => match self.word(at + 1) {
                Word::Decade(n) if n < 100 => Some((at + 2, self.decade(n)?)),
                Word::Digits(n, 2) if self.closed(at + 2) && !self.glued(at + 2) || n > 31 => {
                    Some((at + 2, Day::Given(Period::of(self.full_year(n)?, 0, 0)?)))
                }
                _ => None,
            },
            Word::Fiscal => {
                let year = at + 1 + usize::from(self.word(at + 1) == Word::Unit(Unit::Year));
                let Word::Digits(n @ 1900..=2099, 4) = self.word(year) else { return None };
                Some((year + 1, Day::Given(Period::of(u16::try_from(n).ok()?, 0, 0)?)))
            }
            Word::Season(n) => {
                let (end, day) = self.of_year(at + 1, n, Grain::Season, Pick::ByTense);
                let said = matches!(day, Day::Given(_) | Day::Part(_, _, Pick::Years(_)));
                let alone =
                    self.after_preposition(at) && self.before(at) != Word::To && self.closed(end)
                        || matches!(
                            self.before(at),
                            Word::Early | Word::Late | Word::Hyphen | Word::Mid
                        );
                (said || alone).then_some((end, day))
            }
            Word::Holiday => self.holiday(at),
            _ => None,
        }
    }

    /// What follows a day of the week: nothing, or the date of that day.
    pub(super) fn weekday(&self, end: usize, weekday: u8, pick: Pick) -> (usize, Day) {
        let mut at = end + usize::from(self.word(end) == Word::Comma);
        at += usize::from(self.word(at) == Word::The);
        let dated = match self.word(at) {
            Word::Month(_) | Word::ShortMonth(_) => self.month(at, Pick::ByTense),
            Word::Digits(..) => self.numeric(at).or_else(|| self.day_of_month(at)),
            Word::Ordinal(_) => self.day_of_month(at),
            _ => None,
        };
        match dated {
            Some((end, day @ (Day::InYear(_, 1.., _) | Day::Either { .. }))) => (end, day),
            Some((end, day @ Day::Given(Period { grain: Grain::Day, .. }))) => (end, day),
            _ => (end, Day::Weekday(weekday, pick)),
        }
    }

    /// A month, with the day and the year behind it.
    pub(super) fn month(&self, at: usize, pick: Pick) -> Read<Day> {
        let (month, short) = match self.word(at) {
            Word::Month(n) => (n, false),
            Word::ShortMonth(n) => (n, true),
            _ => return None,
        };
        let end = at
            + 1
            + usize::from(
                self.word(at + 1) == Word::Dot
                    && short
                    && (self.glued(at + 1) || matches!(self.word(at + 2), Word::Digits(_, 1..=2))),
            );
        let day = match self.word(end) {
            Word::Digits(n, 1 | 2) => u8::try_from(n).unwrap_or(0),
            Word::Ordinal(n) if !matches!(self.word(end + 1), Word::Unit(_)) => n,
            _ => 0,
        };
        let counted =
            matches!(self.word(end + 1), Word::Colon | Word::Slash) && self.glued(end + 1);
        if (1..=31).contains(&day) && !counted {
            return Some(self.with_year(end + 1, month, day, pick));
        }
        let (end_of_year, day) = self.with_year(end, month, 0, pick);
        if end_of_year > end || self.is_month(at, end, short, pick) {
            return Some((end_of_year, day));
        }
        None
    }

    /// Whether a word that may be a month is one, though no number follows.
    fn is_month(&self, at: usize, end: usize, short: bool, pick: Pick) -> bool {
        let led = pick != Pick::ByTense
            || self.after_preposition(at)
            || matches!(
                self.before(at),
                Word::Early
                    | Word::Late
                    | Word::Mid
                    | Word::Hyphen
                    | Word::Earlier
                    | Word::Later
                    | Word::Every
                    | Word::And
                    | Word::Or
                    | Word::Month(_)
                    | Word::Ordinal(_)
                    | Word::Digits(..)
            );
        let named = self.capitalised(end)
            && self.word(end) == Word::Other
            && self.before(at) != Word::In
            && pick != Pick::Last;
        let next = self.word(end);
        if self.capitalised(end) && matches!(next, Word::Unit(_)) {
            // "May Day".
            return false;
        }
        match (self.prose.word(at).len(), self.before(at)) {
            _ if short => led && next != Word::Other,
            (_, Word::The) if matches!(next, Word::On | Word::To | Word::For | Word::In) => false,
            (_, Word::The | Word::A) => true,
            // May and March are also verbs, and May, April and June also names.
            (3, _) => (led || matches!(self.before(at), Word::Small | Word::Final)) && !named,
            (4..=5, before) => {
                !named
                    && (led
                        || next == Word::Possessive
                        || before != Word::Other
                        || !self.capitalised(at.wrapping_sub(1)))
            }
            _ => true,
        }
    }

    /// A day in front of its month.
    fn day_of_month(&self, at: usize) -> Read<Day> {
        let number = |at| match self.word(at) {
            Word::Digits(n, 1 | 2) => u8::try_from(n).ok().filter(|n| (1..=31).contains(n)),
            Word::Ordinal(n) => Some(n).filter(|n| (1..=31).contains(n)),
            _ => None,
        };
        let day = number(at)?;
        if self.glued(at)
            && matches!(self.before(at), Word::Comma | Word::Dot | Word::Colon | Word::Slash)
        {
            return None;
        }
        let month = at + 1 + usize::from(self.word(at + 1) == Word::Of);
        let named = |at| match self.word(at) {
            Word::Month(n) | Word::ShortMonth(n) => Some(n),
            _ => None,
        };
        if let Some(n) = named(month) {
            let end = month
                + 1
                + usize::from(
                    self.word(month + 1) == Word::Dot
                        && self.glued(month + 1)
                        && matches!(self.word(month), Word::ShortMonth(_)),
                );
            return Some(self.with_year(end, n, day, Pick::ByTense));
        }
        // The "5" of "5-7 May" and "5 and 7 May".
        let joined = matches!(self.word(at + 1), Word::Hyphen | Word::Dash | Word::To | Word::And);
        number(at + 2).filter(|&last| joined && last > day)?;
        Some((at + 1, Day::InYear(named(at + 3)?, day, Pick::ByTense)))
    }

    /// The year behind a day or a month: ", 2015", "of last year".
    pub(super) fn with_year(&self, end: usize, month: u8, day: u8, pick: Pick) -> (usize, Day) {
        let given = |year, end| {
            Period::of(year, month, day)
                .map_or((end, Day::InYear(month, day, pick)), |p| (end, Day::Given(p)))
        };
        let at = end + usize::from(matches!(self.word(end), Word::Comma | Word::Of));
        match (self.word(at), self.word(at + 1)) {
            (Word::Digits(n @ 1000..=2199, 4), next)
                if next != Word::Colon || !self.glued(at + 1) =>
            {
                given(u16::try_from(n).unwrap_or(0), at + 1)
            }
            (Word::Apostrophe, Word::Digits(n, 2)) if self.glued(at + 1) => {
                self.full_year(n).map_or((end, Day::InYear(month, day, pick)), |y| given(y, at + 2))
            }
            (Word::Last, Word::Unit(Unit::Year)) => {
                (at + 2, Day::InYear(month, day, Pick::Years(-1)))
            }
            (Word::Next, Word::Unit(Unit::Year)) => {
                (at + 2, Day::InYear(month, day, Pick::Years(1)))
            }
            (Word::This, Word::Unit(Unit::Year)) => {
                (at + 2, Day::InYear(month, day, Pick::Years(0)))
            }
            _ => (end, Day::InYear(month, day, pick)),
        }
    }

    /// "Third quarter", "first half of 2014".
    pub(super) fn part_of_year(&self, at: usize, pick: Pick) -> Read<Day> {
        let Word::Ordinal(n) = self.word(at) else { return None };
        let unit = at + 1 + usize::from(self.word(at + 1) == Word::Hyphen);
        match self.word(unit) {
            Word::Unit(Unit::Quarter) if n <= 4 => {
                Some(self.of_year(unit + 1, quarter(n), Grain::Quarter, pick))
            }
            Word::Half if (1..=2).contains(&n) => {
                let (end, day) = self.of_year(unit + 1, n * 6 - 5, Grain::Half, pick);
                (end > unit + 1 || unit > at + 1).then_some((end, day))
            }
            _ => None,
        }
    }

    /// The year behind a quarter or a season.
    pub(super) fn of_year(&self, end: usize, month: u8, grain: Grain, pick: Pick) -> (usize, Day) {
        let at = end + usize::from(matches!(self.word(end), Word::Of | Word::Comma));
        let at = at + usize::from(self.word(at) == Word::Fiscal);
        let years = |n| Day::Part(month, grain, Pick::Years(n));
        match (self.word(at), self.word(at + 1)) {
            (Word::Digits(n @ 1000..=2199, 4), _) => {
                let year = u16::try_from(n).ok();
                let start = year.and_then(|y| Period::of(y, month, 0));
                start.map_or((end, Day::Part(month, grain, pick)), |p| {
                    (at + 1, Day::Given(Period { grain, ..p }))
                })
            }
            (Word::This | Word::The, Word::Unit(Unit::Year)) => (at + 2, years(0)),
            (Word::Last, Word::Unit(Unit::Year)) => (at + 2, years(-1)),
            (Word::Next, Word::Unit(Unit::Year)) => (at + 2, years(1)),
            _ => (end, Day::Part(month, grain, pick)),
        }
    }
}

/// The first month of a quarter.
fn quarter(n: u8) -> u8 {
    n.clamp(1, 4) * 3 - 2
}
