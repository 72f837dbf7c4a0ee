//! Expressions that point: "today", "last October", "this week", "the following month", "the past", "now".
//!
//! Amounts of time behind such words ("the last two weeks") are read by `amount`.

use super::TimeKind;
use super::expression::{Day, Hour, Origin, Pick, What};
use super::lexicon::{DayPart, Word};
use super::period::{Grain, Period, Quantity, Unit};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// An expression that points.
    pub(super) fn pointed(&self, at: usize) -> Read<What> {
        match self.word(at) {
            Word::Today(_) => {
                let (end, day) = self.today(at)?;
                Some(self.with_time(end, day))
            }
            Word::Tonight => {
                Some((at + 1, What::At(written(Grain::Day, 0), Hour::Part(DayPart::Night))))
            }
            Word::Now if self.word(at + 1) != Word::Hyphen => {
                Some((at + 1, reference("PRESENT_REF")))
            }
            Word::Recently if self.before(at) == Word::As => None,
            Word::Recently => Some((at + 1, reference("PAST_REF"))),
            Word::Soon => {
                let compared = self.before(at) == Word::As
                    || matches!(self.word(at + 1), Word::As | Word::After);
                (!compared).then(|| (at + 1, reference("FUTURE_REF")))
            }
            Word::Recent => Some((self.units(at + 1)?, reference("PAST_REF"))),
            Word::Coming => Some((self.units(at + 1)?, reference("FUTURE_REF"))),
            Word::Future if self.before(at) == Word::In && self.closed(at + 1) => {
                Some((at + 1, reference("FUTURE_REF")))
            }
            Word::This => self.this(at + 1),
            Word::Last => self.shifted(at + 1, -1, Pick::Last),
            Word::Next => self.shifted(at + 1, 1, Pick::Next),
            Word::Past if matches!(self.word(at + 1), Word::Weekday(_)) => {
                self.shifted(at + 1, -1, Pick::Last)
            }
            Word::Previous => self.after_mention(at + 1, -1),
            Word::Following => self.after_mention(at + 1, 1),
            Word::That => {
                let unit = at + 1 + usize::from(self.word(at + 1) == Word::Same);
                self.after_mention(unit, 0)
            }
            Word::The => self.the(at + 1),
            Word::Unit(Unit::Year) => self.year_before(at),
            _ => None,
        }
    }

    /// "Today", "yesterday", "tomorrow".
    pub(super) fn today(&self, at: usize) -> Read<Day> {
        match self.word(at) {
            Word::Today(n) => Some((at + 1, written(Grain::Day, i32::from(n)))),
            _ => None,
        }
    }

    /// Behind "this".
    fn this(&self, at: usize) -> Read<What> {
        match self.word(at) {
            Word::Unit(Unit::Day) => None,
            Word::Units(Unit::Day) => Some((at + 1, reference("PRESENT_REF"))),
            Word::Part(part) => Some((at + 1, What::At(written(Grain::Day, 0), Hour::Part(part)))),
            Word::Past | Word::Last | Word::Coming => match self.word(at + 1) {
                Word::Unit(Unit::Weekend) | Word::Weekday(_) | Word::Month(_) | Word::Season(_) => {
                    let back = self.word(at) != Word::Coming;
                    let (n, pick) = if back { (-1, Pick::Last) } else { (1, Pick::Next) };
                    self.shifted(at + 1, n, pick)
                }
                Word::Unit(unit) => Some((at + 2, duration(Quantity::Exact(1, 0), unit))),
                _ => None,
            },
            _ => self.shifted(at, 0, Pick::This),
        }
    }

    /// Behind "this", "last" and "next".
    fn shifted(&self, at: usize, n: i32, pick: Pick) -> Read<What> {
        match self.word(at) {
            Word::Unit(unit) => Some((at + 1, What::On(written(unit.grain()?, n)))),
            Word::Part(part) => Some((at + 1, What::At(written(Grain::Day, n), Hour::Part(part)))),
            Word::Weekday(weekday) => {
                let (end, day) = self.weekday(at + 1, weekday, pick);
                Some(self.with_time(end, day))
            }
            Word::Month(_) | Word::ShortMonth(_) => {
                let (end, day) = self.month(at, pick)?;
                Some(self.with_time(end, day))
            }
            Word::Season(month) => {
                let (end, day) = self.of_year(at + 1, month, Grain::Season, pick);
                Some((end, What::On(day)))
            }
            Word::Holiday => {
                let (end, day) = self.holiday(at)?;
                Some((end, What::On(day.picked(pick))))
            }
            Word::Fiscal if self.word(at + 1) == Word::Unit(Unit::Year) => {
                Some((at + 2, What::On(written(Grain::Year, n))))
            }
            _ => None,
        }
    }

    /// Behind "that", "the following" and "the previous".
    fn after_mention(&self, at: usize, n: i32) -> Read<What> {
        match self.word(at) {
            Word::Unit(unit) => {
                Some((at + 1, What::On(Day::From(Origin::Mentioned, unit.grain()?, n))))
            }
            Word::Part(part) => Some((
                at + 1,
                What::At(Day::From(Origin::Mentioned, Grain::Day, n), Hour::Part(part)),
            )),
            Word::Weekday(_) | Word::Month(_) | Word::Season(_) => {
                self.shifted(at, 0, if n < 0 { Pick::Before } else { Pick::After })
            }
            _ => None,
        }
    }

    /// Behind "the".
    fn the(&self, at: usize) -> Read<What> {
        let next = self.word(at + 1);
        match self.word(at) {
            Word::Same => self.after_mention(at + 1, 0),
            Word::Previous => self.after_mention(at + 1, -1),
            Word::Following => self.after_mention(at + 1, 1),
            Word::Next if matches!(next, Word::Unit(Unit::Day) | Word::Part(_)) => {
                self.after_mention(at + 1, 1)
            }
            Word::Recent | Word::Coming if matches!(next, Word::Units(_)) => self.pointed(at),
            Word::Last | Word::Past | Word::Next | Word::Coming | Word::Recent => match next {
                // "The last year" is twelve months, "the last decade" ten years; so are they with "next".
                Word::Unit(unit) if unit != Unit::Weekend => {
                    Some((at + 2, duration(Quantity::Exact(1, 0), unit)))
                }
                Word::Units(unit) => Some((at + 2, duration(Quantity::Vague, unit))),
                Word::Past if self.closed(at + 2) => Some((at + 2, reference("PAST_REF"))),
                _ if self.word(at) == Word::Past && self.closed(at + 1) => {
                    Some((at + 1, reference("PAST_REF")))
                }
                _ => self.pointed(at),
            },
            Word::Unit(Unit::Year) if matches!(next, Word::Digits(1000..=2199, 4)) => {
                let Word::Digits(n, _) = next else { return None };
                Some((at + 2, What::On(Day::Given(Period::of(u16::try_from(n).ok()?, 0, 0)?))))
            }
            Word::Current => match next {
                Word::Unit(unit) => Some((at + 2, What::On(written(unit.grain()?, 0)))),
                _ => None,
            },
            Word::Future if self.closed(at + 1) && next != Word::Of => {
                Some((at + 1, reference("FUTURE_REF")))
            }
            Word::Present if self.closed(at + 1) => {
                let moment = self.prose.word(at).eq_ignore_ascii_case("moment");
                (!moment || self.before(at - 1) == Word::At)
                    .then(|| (at + 1, reference("PRESENT_REF")))
            }
            Word::Other if self.prose.word(at) == "near" && next == Word::Future => {
                Some((at + 2, reference("FUTURE_REF")))
            }
            Word::Unit(Unit::Day) if matches!(next, Word::Before | Word::After) => {
                let n = if next == Word::Before { -1 } else { 1 };
                match self.word(at + 2) {
                    Word::Today(day) if i32::from(day) == n => {
                        Some((at + 3, What::On(written(Grain::Day, 2 * n))))
                    }
                    _ if self.ended(at + 2) => {
                        Some((at + 2, What::On(Day::From(Origin::Mentioned, Grain::Day, n))))
                    }
                    _ => None,
                }
            }
            Word::Unit(Unit::Weekend) => Some((at + 1, What::On(Day::Weekend))),
            Word::Unit(Unit::Year) if next == Word::Hyphen => self.year_before(at),
            Word::Unit(
                unit @ (Unit::Century
                | Unit::Decade
                | Unit::Year
                | Unit::Month
                | Unit::Week
                | Unit::Quarter
                | Unit::Day),
            ) => {
                let led = matches!(
                    self.before(at - 1),
                    Word::In | Word::For | Word::Of | Word::Prep | Word::By
                ) && !(unit == Unit::Day && self.before(at - 1) != Word::In);
                let led = led || unit == Unit::Quarter;
                (led && self.ended(at + 1)).then(|| {
                    Some((at + 1, What::On(Day::From(Origin::Mentioned, unit.grain()?, 0))))
                })?
            }
            Word::Season(month) => {
                let (end, day) = self.of_year(at + 1, month, Grain::Season, Pick::ByTense);
                let closed =
                    self.closed(end) && self.word(end) != Word::Of && self.word(end) != Word::In;
                (end > at + 1 || closed).then_some((end, What::On(day)))
            }
            _ => None,
        }
    }

    /// "Year-ago", "year-earlier", with the quarter behind it.
    fn year_before(&self, at: usize) -> Read<What> {
        let compared = self.word(at + 1) == Word::Hyphen
            && matches!(self.word(at + 2), Word::Ago | Word::Earlier);
        let end = at
            + 3
            + usize::from(
                self.word(at + 3) == Word::Unit(Unit::Quarter)
                    || self.prose.word(at + 3) == "period",
            );
        compared.then_some((end, What::On(Day::YearBefore)))
    }

    /// Whether a clause may end before the token.
    fn ended(&self, at: usize) -> bool {
        at >= self.words.len()
            || !matches!(
                self.word(at),
                Word::Other
                    | Word::Attack
                    | Word::Hyphen
                    | Word::Of
                    | Word::Small
                    | Word::Is
                    | Word::Possessive
                    | Word::The
                    | Word::A
                    | Word::That
                    | Word::Did
                    | Word::Will
                    | Word::Unit(_)
                    | Word::Units(_)
                    | Word::Every
            ) && !self.capitalised(at)
    }

    /// Plain units, such as "days and weeks".
    fn units(&self, at: usize) -> Option<usize> {
        if !matches!(self.word(at), Word::Units(_)) {
            return None;
        }
        let pair = matches!(
            (self.word(at + 1), self.word(at + 2)),
            (Word::And | Word::Or, Word::Units(_))
        );
        Some(if pair { at + 3 } else { at + 1 })
    }
}

impl Day {
    /// The same with another choice.
    fn picked(self, pick: Pick) -> Self {
        match self {
            Self::InYear(month, day, _) => Self::InYear(month, day, pick),
            Self::Feast(feast, year, _) => Self::Feast(feast, year, pick),
            other => other,
        }
    }
}

fn written(grain: Grain, n: i32) -> Day {
    Day::From(Origin::Written, grain, n)
}

fn reference(value: &str) -> What {
    What::Said(TimeKind::Date, value.to_owned())
}

/// A length of time.
pub(super) fn duration(amount: Quantity, unit: Unit) -> What {
    What::Said(TimeKind::Duration, amount.value(unit))
}
