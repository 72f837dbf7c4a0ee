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
    fn weekdays() {
        for (text, weekday) in [("2026-01-28", 2), ("2024-12-08", 6), ("2000-01-01", 5)] {
            assert_eq!(text.parse::<Date>().unwrap().weekday(), weekday, "{text}");
        }
    }
}
