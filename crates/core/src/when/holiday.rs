//! Holidays that name a day: those with a fixed date, those of a weekday in a month, and those that follow Easter.
//!
//! Only holidays of the Gregorian calendar; the days of the Islamic, Jewish and Hindu calendars depend on sightings and countries.

use super::expression::{Day, Feast, Pick};
use super::lexicon::Word;
use super::period::{Period, Unit};
use super::reader::{Read, Reader};
use crate::article::Date;

impl Reader<'_> {
    /// A holiday, with the year behind it.
    pub(super) fn holiday(&self, at: usize) -> Read<Day> {
        let next = |n: usize| self.prose.word(at + n);
        let is = |n: usize, word: &str| next(n).eq_ignore_ascii_case(word);
        let is_day =
            |n: usize| self.word(at + n) == Word::Unit(Unit::Day) && self.capitalised(at + n);
        let fixed = |month, day| Day::InYear(month, day, Pick::ByTense);
        let easter = |days| Day::Feast(Feast::Easter(days), None, Pick::ByTense);
        let nth =
            |month, weekday, n| Day::Feast(Feast::Nth(month, weekday, n), None, Pick::ByTense);
        let s = usize::from(self.word(at + 1) == Word::Possessive);
        let (end, day) = match self.prose.word(at).to_ascii_lowercase().as_str() {
            "christmas" if is(1, "eve") => (2, fixed(12, 24)),
            "christmas" => (if is_day(1) { 2 } else { 1 }, fixed(12, 25)),
            "halloween" => (1, fixed(10, 31)),
            "easter" if is(1, "monday") => (2, easter(1)),
            "easter" => (if is(1, "sunday") { 2 } else { 1 }, easter(0)),
            "good" if is(1, "friday") && self.capitalised(at + 1) => (2, easter(-2)),
            "palm" if is(1, "sunday") => (2, easter(-7)),
            "ash" if is(1, "wednesday") => (2, easter(-46)),
            "thanksgiving" => (if is_day(1) { 2 } else { 1 }, nth(11, 3, 4)),
            "new" if is(1, "year") && self.word(at + 2) == Word::Possessive && is(3, "eve") => {
                (4, fixed(12, 31))
            }
            "new" if is(1, "year") && self.word(at + 2) == Word::Possessive && is_day(3) => {
                (4, fixed(1, 1))
            }
            "valentine" if s == 1 && is_day(2) => (3, fixed(2, 14)),
            "labor" | "labour" if is_day(1) => (2, nth(9, 0, 1)),
            "memorial" if is_day(1) => (2, nth(5, 0, 0)),
            "independence" if is_day(1) => (2, fixed(7, 4)),
            "veterans" if is_day(1 + s) => (2 + s, fixed(11, 11)),
            "boxing" if is_day(1) => (2, fixed(12, 26)),
            _ => return None,
        };
        let end = at + end;
        if !self.closed(end) && !matches!(self.word(end), Word::Unit(_)) {
            // A Christmas tree is no day.
            return None;
        }
        let year_at = end + usize::from(matches!(self.word(end), Word::Comma | Word::Of));
        match (self.word(year_at), day) {
            (Word::Digits(n @ 1000..=2199, 4), Day::InYear(month, of_month, _)) => Some((
                year_at + 1,
                Day::Given(Period::of(u16::try_from(n).ok()?, month, of_month)?),
            )),
            (Word::Digits(n @ 1000..=2199, 4), Day::Feast(feast, ..)) => {
                Some((year_at + 1, Day::Feast(feast, u16::try_from(n).ok(), Pick::ByTense)))
            }
            _ => Some((end, day)),
        }
    }
}

impl Feast {
    /// The day on which it falls in a year.
    pub(super) fn in_year(self, year: u16) -> Option<Date> {
        match self {
            Self::Easter(days) => easter(year)?.plus_days(i32::from(days)),
            Self::Nth(month, weekday, 0) => {
                let last = Date::new(year, month, 1)?.plus_months(1)?.plus_days(-1)?;
                last.plus_days(-((i32::from(last.weekday()) - i32::from(weekday)).rem_euclid(7)))
            }
            Self::Nth(month, weekday, n) => {
                let first = Date::new(year, month, 1)?;
                let to_first = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
                first.plus_days(to_first + 7 * (i32::from(n) - 1))
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the method printed in Nature in 1876.
fn easter(year: u16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Date::new(year, u8::try_from(sum / 31).ok()?, u8::try_from(sum % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_they_fell() {
        for (feast, year, day) in [
            (Feast::Easter(0), 2024, "2024-03-31"),
            (Feast::Easter(0), 2011, "2011-04-24"),
            (Feast::Easter(-2), 2013, "2013-03-29"),
            (Feast::Nth(11, 3, 4), 2013, "2013-11-28"),
            (Feast::Nth(9, 0, 1), 2012, "2012-09-03"),
            (Feast::Nth(5, 0, 0), 2014, "2014-05-26"),
        ] {
            assert_eq!(feast.in_year(year).unwrap().to_string(), day);
        }
    }
}
