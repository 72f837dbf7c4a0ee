//! Days, months and years: what one bar of a row of time stands for.

use crate::wording;
use dateline_core::article::Date;
use dateline_core::when::DayRange;

/// More bars than this are too thin to hit; the unit grows instead.
const MOST_BARS: i32 = 92;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Year,
}

impl Unit {
    /// The finest unit in which a range of days has room.
    pub(super) fn fitting(range: DayRange) -> Self {
        let fits = |u: &Self| u.bar(range.last) - u.bar(range.first) < MOST_BARS;
        [Self::Day, Self::Month].into_iter().find(fits).unwrap_or(Self::Year)
    }

    /// The next finer one.
    pub(super) fn finer(self) -> Option<Self> {
        match self {
            Self::Day => None,
            Self::Month => Some(Self::Day),
            Self::Year => Some(Self::Month),
        }
    }

    /// The days of the bar that holds all of a range, if one does.
    pub(super) fn holding(self, range: DayRange) -> Option<DayRange> {
        (self.bar(range.first) == self.bar(range.last)).then(|| self.range(range.first))
    }

    /// Number of the bar that a day falls into.
    pub(super) fn bar(self, day: Date) -> i32 {
        match self {
            Self::Day => day.day_number(),
            Self::Month => i32::from(day.year()) * 12 + i32::from(day.month()) - 1,
            Self::Year => i32::from(day.year()),
        }
    }

    /// The first day of a bar; none beyond the calendar.
    pub(super) fn first_of(self, bar: i32) -> Option<Date> {
        let year = |n: i32| u16::try_from(n).ok();
        match self {
            Self::Day => Date::from_day_number(bar),
            Self::Month => {
                Date::new(year(bar.div_euclid(12))?, u8::try_from(bar.rem_euclid(12)).ok()? + 1, 1)
            }
            Self::Year => Date::new(year(bar)?, 1, 1),
        }
    }

    /// First and last day of the bar that a day falls into.
    pub(super) fn range(self, day: Date) -> DayRange {
        let bar = self.bar(day);
        let before = |next: Date| next.plus_days(-1);
        DayRange {
            first: self.first_of(bar).unwrap_or(day),
            last: self.first_of(bar + 1).and_then(before).unwrap_or(day),
        }
    }

    /// "28 January 2026", "January 2026", "2026".
    pub(super) fn label(self, day: Date) -> String {
        match self {
            Self::Day => wording::date(day),
            Self::Month => wording::time::month_of(day),
            Self::Year => day.year().to_string(),
        }
    }

    /// The same for an axis: "28 Jan 2026", "Jan 2026", "2026".
    pub(super) fn tick(self, day: Date) -> String {
        match self {
            Self::Day => wording::time::short_date(day),
            Self::Month => wording::time::short_month(day),
            Self::Year => day.year().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_holds_its_days() {
        for (unit, day, first, last) in [
            (Unit::Day, "2024-02-29", "2024-02-29", "2024-02-29"),
            (Unit::Month, "2024-02-29", "2024-02-01", "2024-02-29"),
            (Unit::Month, "2025-12-05", "2025-12-01", "2025-12-31"),
            (Unit::Year, "2024-02-29", "2024-01-01", "2024-12-31"),
        ] {
            let range = unit.range(day.parse().unwrap());
            let told = (range.first.to_string(), range.last.to_string());
            assert_eq!(told, (first.to_owned(), last.to_owned()), "{unit:?} {day}");
        }
    }
}
