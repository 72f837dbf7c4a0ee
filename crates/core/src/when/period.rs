//! Stretches of the calendar and lengths of time, with their values in the form of TIMEX3.
//!
//! A period is a first day and a grain: 1 March 2013 with the grain of a quarter is 2013-Q1.
//! Nothing here reads text.

use crate::article::Date;

/// How long a period of the calendar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    Day,
    Week,
    Weekend,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

impl Grain {
    /// Months in it; `None` for what is counted in days.
    fn n_months(self) -> Option<i32> {
        Some(match self {
            Self::Day | Self::Week | Self::Weekend => return None,
            Self::Month => 1,
            Self::Season | Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1200,
        })
    }

    /// Rank by length; what has the same rank can stand for the other.
    pub(super) fn rank(self) -> usize {
        match self {
            Self::Day => 0,
            Self::Week | Self::Weekend => 1,
            Self::Month => 2,
            Self::Season | Self::Quarter | Self::Half => 3,
            Self::Year => 4,
            Self::Decade => 5,
            Self::Century => 6,
        }
    }
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// Its first day.
    pub(super) start: Date,
    /// How long it is.
    pub(super) grain: Grain,
}

impl Period {
    /// The period of that grain in which a day lies.
    pub(super) fn around(day: Date, grain: Grain) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        let start = match grain {
            Grain::Day => Some(day),
            Grain::Week => day.plus_days(-i32::from(day.weekday())),
            Grain::Weekend => day.plus_days(5 - i32::from(day.weekday())),
            Grain::Month => Date::new(year, month, 1),
            // Winter begins in December, so that January belongs to that of the year before.
            Grain::Season => Date::new(year, month, 1)?.plus_months(-i32::from(month % 3)),
            Grain::Quarter => Date::new(year, (month - 1) / 3 * 3 + 1, 1),
            Grain::Half => Date::new(year, (month - 1) / 6 * 6 + 1, 1),
            Grain::Year => Date::new(year, 1, 1),
            Grain::Decade => Date::new(year / 10 * 10, 1, 1),
            Grain::Century => Date::new(year / 100 * 100, 1, 1),
        }?;
        Some(Self { start, grain })
    }

    /// A day, a month (day 0) or a year (month 0).
    pub(super) fn of(year: u16, month: u8, day: u8) -> Option<Self> {
        let grain = match (month, day) {
            (0, _) => Grain::Year,
            (_, 0) => Grain::Month,
            _ => Grain::Day,
        };
        Some(Self { start: Date::new(year, month.max(1), day.max(1))?, grain })
    }

    /// The period so many of its kind later, or earlier.
    pub(super) fn shifted(self, n: i32) -> Option<Self> {
        let start = match self.grain.n_months() {
            Some(months) => self.start.plus_months(n.checked_mul(months)?),
            None => {
                let days = if self.grain == Grain::Day { 1 } else { 7 };
                self.start.plus_days(n.checked_mul(days)?)
            }
        }?;
        Some(Self { start, ..self })
    }

    /// The value of TIMEX3.
    pub(super) fn value(self) -> String {
        let (year, month) = (self.start.year(), self.start.month());
        match self.grain {
            Grain::Day => self.start.to_string(),
            Grain::Week | Grain::Weekend => {
                let (year, week) = self.start.iso_week();
                let end = if self.grain == Grain::Weekend { "-WE" } else { "" };
                format!("{year:04}-W{week:02}{end}")
            }
            Grain::Month => format!("{year:04}-{month:02}"),
            Grain::Season => {
                let season = match month {
                    3..=5 => "SP",
                    6..=8 => "SU",
                    9..=11 => "FA",
                    _ => "WI",
                };
                format!("{year:04}-{season}")
            }
            Grain::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
            Grain::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
            Grain::Year => format!("{year:04}"),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Century => format!("{:02}", year / 100),
        }
    }
}

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The period of the calendar that goes by its name.
    pub(super) fn grain(self) -> Option<Grain> {
        Some(match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => Grain::Day,
            Self::Week => Grain::Week,
            Self::Weekend => Grain::Weekend,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
            Self::Year => Grain::Year,
            Self::Decade => Grain::Decade,
            Self::Century => Grain::Century,
        })
    }

    fn letters(self) -> (&'static str, &'static str) {
        match self {
            Self::Second => ("PT", "S"),
            Self::Minute => ("PT", "M"),
            Self::Hour => ("PT", "H"),
            Self::Day => ("P", "D"),
            Self::Week => ("P", "W"),
            Self::Weekend => ("P", "WE"),
            Self::Month => ("P", "M"),
            Self::Quarter => ("P", "Q"),
            Self::Year => ("P", "Y"),
            Self::Decade => ("P", "DE"),
            Self::Century => ("P", "CE"),
        }
    }
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    /// A number, with tenths.
    Exact(u32, u8),
    /// "Several", "some", or no word at all.
    Vague,
}

impl Quantity {
    /// The number, when it is a whole one.
    pub(super) fn whole(self) -> Option<i32> {
        match self {
            Self::Exact(n, 0) => i32::try_from(n).ok(),
            _ => None,
        }
    }

    /// The value of TIMEX3 for so many of a unit.
    pub(super) fn value(self, unit: Unit) -> String {
        let half = match unit {
            Unit::Minute => "PT30S",
            Unit::Hour => "PT30M",
            Unit::Day => "PT12H",
            Unit::Year => "P6M",
            Unit::Decade => "P5Y",
            Unit::Century => "P50Y",
            _ => "",
        };
        let (head, tail) = unit.letters();
        match self {
            Self::Exact(0, 5) if !half.is_empty() => half.to_owned(),
            Self::Exact(n, 0) => format!("{head}{n}{tail}"),
            Self::Exact(n, tenths) => format!("{head}{n}.{tenths}{tail}"),
            Self::Vague => format!("{head}X{tail}"),
        }
    }
}
