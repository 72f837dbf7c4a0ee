//! A calendar day.
//!
//! Reads and writes ISO 8601 (`2026-01-28`), knows the length of months and the day of the week.
//! Dates written in words are read elsewhere; this module knows no language.

use core::fmt;
use core::str::FromStr;
use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if there is such a one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        ((1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month))
        .then_some(Self { year, month, day })
    }

    /// Year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of the year 1, which is day 0.
    pub fn day_number(self) -> i32 {
        let y = i32::from(self.year) - 1;
        let before_year = y * 365 + y / 4 - y / 100 + y / 400;
        let before_month: i32 =
            (1..self.month).map(|m| i32::from(days_in_month(self.year, m))).sum();
        before_year + before_month + i32::from(self.day) - 1
    }

    /// The day with this number, if it lies within the years 1 to 9999.
    pub fn from_day_number(n: i32) -> Option<Self> {
        let days = u32::try_from(n).ok().filter(|&n| n < 3_652_059)?;
        // Periods of 400, 100 and 4 years and single ones; the last day of a longest one is not the first of a next.
        let (n400, days) = (days / 146_097, days % 146_097);
        let n100 = (days / 36_524).min(3);
        let days = days - n100 * 36_524;
        let (n4, days) = (days / 1461, days % 1461);
        let n1 = (days / 365).min(3);
        let mut days = days - n1 * 365;
        let year = u16::try_from(n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1).ok()?;
        let mut month = 1;
        while days >= u32::from(days_in_month(year, month)) {
            days -= u32::from(days_in_month(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(days + 1).ok()?)
    }

    /// The day so many days later, or earlier.
    pub fn plus_days(self, n: i32) -> Option<Self> {
        Self::from_day_number(self.day_number().checked_add(n)?)
    }

    /// The same day so many months later, or earlier; the last one of a month that is too short.
    pub fn plus_months(self, n: i32) -> Option<Self> {
        let months = (i32::from(self.year) * 12 + i32::from(self.month) - 1).checked_add(n)?;
        let year = u16::try_from(months.div_euclid(12)).ok()?;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// Year and number of the week that holds the day, as ISO 8601 counts them.
    pub fn iso_week(self) -> (u16, u8) {
        // The week belongs to the year of its Thursday.
        let thursday = self.plus_days(3 - i32::from(self.weekday())).unwrap_or(self);
        let first = Self { year: thursday.year, month: 1, day: 1 };
        let week = (thursday.day_number() - first.day_number()) / 7 + 1;
        (thursday.year, u8::try_from(week).unwrap_or(0))
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // Day 0 was a Monday.
        u8::try_from(self.day_number().rem_euclid(7)).unwrap_or(0)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The text is not a day of the form `2026-01-28`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(s: &str) -> Result<Self, NotADate> {
        let part = |from: usize, to: usize| {
            let digits = s.get(from..to)?;
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let dashes = s.len() == 10 && s.get(4..5) == Some("-") && s.get(7..8) == Some("-");
        (|| {
            let month: u16 = part(5, 7)?;
            let day: u16 = part(8, 10)?;
            Date::new(part(0, 4)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
        })()
        .filter(|_| dashes)
        .ok_or(NotADate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_days_are_read_and_others_refused() {
        for (text, ok) in [
            ("2026-01-28", true),
            ("2024-02-29", true),
            ("2026-02-29", false),
            ("2026-13-01", false),
            ("2026-1-28", false),
            ("+026-01-28", false),
            ("2026-01-28T10:00", false),
            ("", false),
            ("٢٠٢٦-٠١", false),
        ] {
            let date = text.parse::<Date>();
            assert_eq!(date.is_ok(), ok, "{text}");
            if let Ok(date) = date {
                assert_eq!(date.to_string(), text);
            }
        }
    }

    #[test]
    fn numbers_lead_back_to_their_days() {
        let first = Date::new(1, 1, 1).unwrap();
        let last = Date::new(9999, 12, 31).unwrap();
        assert_eq!(Date::from_day_number(-1), None);
        assert_eq!(Date::from_day_number(last.day_number() + 1), None);
        for n in (first.day_number()..=last.day_number()).step_by(13).chain([last.day_number()]) {
            assert_eq!(Date::from_day_number(n).map(Date::day_number), Some(n));
        }
    }

    #[test]
    fn weeks_of_iso() {
        for (text, week) in [
            ("2013-03-22", (2013, 12)),
            ("2026-01-28", (2026, 5)),
            ("2021-01-03", (2020, 53)),
            ("2024-12-30", (2025, 1)),
        ] {
            assert_eq!(text.parse::<Date>().unwrap().iso_week(), week, "{text}");
        }
    }

    #[test]
    fn months_are_added() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2024-01-31").plus_months(1), Some(day("2024-02-29")));
        assert_eq!(day("2024-01-31").plus_months(-14), Some(day("2022-11-30")));
    }

    #[test]
    fn weekdays() {
        for (text, weekday) in [("2026-01-28", 2), ("2024-12-08", 6), ("2000-01-01", 5)] {
            assert_eq!(text.parse::<Date>().unwrap().weekday(), weekday, "{text}");
        }
    }
}
