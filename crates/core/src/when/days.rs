//! The days that a value of TIMEX3 covers.
//!
//! In goes a value as `times` forms it; out come its first and its last day, if it lies on the calendar.
//! Durations, sets, values with an unknown part and years before the year 1 cover none.

use crate::article::Date;

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayRange {
    /// The first day.
    pub first: Date,
    /// The last day; never before the first.
    pub last: Date,
}

/// The days that a value covers; a time covers its day.
pub fn days(value: &str) -> Option<DayRange> {
    let value = value.split_once('T').map_or(value, |(day, _)| day);
    let mut parts = value.split('-');
    let (year, unit, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    match (year.len(), unit) {
        (2, None) => years(number(year)?.checked_mul(100)?, 100),
        (3, None) => years(number(year)?.checked_mul(10)?, 10),
        (4, None) => years(number(year)?, 1),
        (4, Some(unit)) => part_of_year(number(year)?, unit, day),
        _ => None,
    }
}

fn years(first: u16, n: u16) -> Option<DayRange> {
    Some(DayRange {
        first: Date::new(first, 1, 1)?,
        last: Date::new(first.checked_add(n - 1)?, 12, 31)?,
    })
}

fn part_of_year(year: u16, unit: &str, day: Option<&str>) -> Option<DayRange> {
    let months = |first: u8, n: i32| {
        let first = Date::new(year, first, 1)?;
        Some(DayRange { first, last: first.plus_months(n)?.plus_days(-1)? })
    };
    if let Some(week) = unit.strip_prefix('W').filter(|rest| *rest != "I") {
        return week_of(year, u8::try_from(number(week)?).ok()?, day);
    }
    if let Some(day) = day {
        let (month, day) = (u8::try_from(number(unit)?).ok()?, u8::try_from(number(day)?).ok()?);
        let day = Date::new(year, month, day)?;
        return Some(DayRange { first: day, last: day });
    }
    match unit {
        "SP" => months(3, 3),
        "SU" => months(6, 3),
        "FA" => months(9, 3),
        "WI" => months(12, 3),
        "Q1" => months(1, 3),
        "Q2" => months(4, 3),
        "Q3" => months(7, 3),
        "Q4" => months(10, 3),
        "H1" => months(1, 6),
        "H2" => months(7, 6),
        month => months(u8::try_from(number(month)?).ok()?, 1),
    }
}

/// A week of ISO 8601, its weekend, or a day of it.
fn week_of(year: u16, week: u8, day: Option<&str>) -> Option<DayRange> {
    // The fourth of January lies in the first week.
    let fourth = Date::new(year, 1, 4)?;
    let monday = fourth.plus_days(i32::from(week) * 7 - 7 - i32::from(fourth.weekday()))?;
    if monday.iso_week() != (year, week) {
        return None;
    }
    let (from, to) = match day {
        None => (0, 6),
        Some("WE") => (5, 6),
        Some(day) => {
            let day = i32::from(number(day).filter(|n| (1..=7).contains(n))?) - 1;
            (day, day)
        }
    };
    Some(DayRange { first: monday.plus_days(from)?, last: monday.plus_days(to)? })
}

/// Digits alone; a sign or an `X` is no number.
fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_values_cover() {
        for (value, expected) in [
            ("2026-01-28", "2026-01-28 2026-01-28"),
            ("2026-02", "2026-02-01 2026-02-28"),
            ("2026-12", "2026-12-01 2026-12-31"),
            ("2026", "2026-01-01 2026-12-31"),
            ("199", "1990-01-01 1999-12-31"),
            ("19", "1900-01-01 1999-12-31"),
            ("2026-01-26T14:00", "2026-01-26 2026-01-26"),
            ("2026-01-27TNI", "2026-01-27 2026-01-27"),
            ("2026-W04", "2026-01-19 2026-01-25"),
            ("2026-W04-WE", "2026-01-24 2026-01-25"),
            ("2026-W04-2", "2026-01-20 2026-01-20"),
            ("2026-W01", "2025-12-29 2026-01-04"),
            ("2020-W53", "2020-12-28 2021-01-03"),
            ("2025-SU", "2025-06-01 2025-08-31"),
            ("2025-WI", "2025-12-01 2026-02-28"),
            ("2013-Q1", "2013-01-01 2013-03-31"),
            ("2013-H2", "2013-07-01 2013-12-31"),
            ("2026-W53", "2026-12-28 2027-01-03"),
            ("2025-W53", ""),
            ("2026-W00", ""),
            ("2026-02-30", ""),
            ("2026-13", ""),
            ("2026-1X", ""),
            ("2026-01-28-1", ""),
            ("XXXX-WXX-2", ""),
            ("BC0490", ""),
            ("BC04", ""),
            ("P2Y", ""),
            ("PXY", ""),
            ("PT30M", ""),
            ("T14:00", ""),
            ("PAST_REF", ""),
            ("+026", ""),
            ("0000", ""),
            ("9999-WI", ""),
            ("", ""),
        ] {
            let found = days(value).map(|d| format!("{} {}", d.first, d.last));
            assert_eq!(found.unwrap_or_default(), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn any_value_is_survived(value in "[0-9XWQHT-]{0,12}|\\PC{0,12}") {
            if let Some(range) = days(&value) {
                prop_assert!(range.first <= range.last);
            }
        }
    }
}
