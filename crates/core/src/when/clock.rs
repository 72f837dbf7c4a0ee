//! Times of the day: "2 p.m.", "8:30 pm Friday", "0600 GMT", "noon", "the morning of June 5".

use super::expression::{Day, Hour, Origin, What};
use super::lexicon::{DayPart, Word};
use super::period::{Grain, Period};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A time of the day, with the day behind it.
    pub(super) fn time(&self, at: usize) -> Read<What> {
        let (end, hour) = self.hour(at).or_else(|| self.part_of_day(at))?;
        let (end, day) = self.day_behind(end).unwrap_or((end, Day::Here));
        Some((end, What::At(day, hour)))
    }

    /// The date with a time of the day behind it, if there is one.
    pub(super) fn with_time(&self, end: usize, day: Day) -> (usize, What) {
        if !day.is_one_day() {
            return (end, What::On(day));
        }
        if let Word::Part(part) = self.word(end) {
            return (end + 1, What::At(day, Hour::Part(part)));
        }
        let at = end + usize::from(self.word(end) == Word::Comma);
        let at = at + usize::from(self.word(at) == Word::At);
        match self.hour(at) {
            Some((end, hour)) => (end, What::At(day, hour)),
            None => (end, What::On(day)),
        }
    }

    /// The day behind a time: "2 p.m. on Friday".
    fn day_behind(&self, end: usize) -> Read<Day> {
        let at = end + usize::from(self.word(end) == Word::Comma);
        let at = at + usize::from(matches!(self.word(at), Word::On | Word::Of));
        let day = match self.word(at) {
            Word::Today(_) => self.today(at),
            Word::This if matches!(self.word(at + 1), Word::Part(_)) => {
                Some((at + 2, Day::From(Origin::Written, Grain::Day, 0)))
            }
            Word::Weekday(_) | Word::Month(_) | Word::ShortMonth(_) | Word::ShortWeekday(_) => {
                self.day(at)
            }
            Word::Digits(..) | Word::Ordinal(_) if at > end => self.day(at),
            _ => None,
        };
        day.filter(|(_, day)| day.is_one_day())
    }

    /// An hour, and the words that belong to it.
    pub(super) fn hour(&self, at: usize) -> Read<Hour> {
        let (end, hour) = match self.word(at) {
            Word::Noon => (at + 1, Hour::Clock(12, 0)),
            Word::Midnight => (at + 1, Hour::Clock(24, 0)),
            Word::Hour(n) => (at + 1, Hour::Clock(n, 0)),
            Word::Digits(..) | Word::Count(1..=12) => self.clock(at)?,
            _ => return None,
        };
        Some((self.zone(end), hour))
    }

    fn clock(&self, at: usize) -> Read<Hour> {
        if self.glued(at)
            && matches!(
                self.before(at),
                Word::Colon | Word::Dot | Word::Comma | Word::Mark | Word::Hyphen
            )
        {
            return None;
        }
        let (n, digits) = match self.word(at) {
            Word::Digits(n, digits) => (n, digits),
            Word::Count(n) => (u32::from(n), 0),
            _ => return None,
        };
        if digits == 4 {
            let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
            let zoned = self.word(at + 1) == Word::Zone && self.prose.word(at + 1).len() == 3;
            return (zoned && hour < 25 && minute < 60)
                .then_some((at + 1, Hour::Clock(hour, minute)));
        }
        let hour = u8::try_from(n).ok().filter(|&n| n <= 24)?;
        let o_clock = self.word(at + 1) == Word::OClock;
        let mut end = at + if o_clock { 2 } else { 1 };
        let mut minute = None;
        let marked = matches!(self.word(end), Word::Colon | Word::Dot)
            && self.glued(end)
            && self.glued(end + 1);
        if let (true, Word::Digits(n @ 0..=59, 2)) = (marked && digits > 0, self.word(end + 1)) {
            minute = u8::try_from(n).ok();
            end += 2;
        } else if let (true, [tens @ b'0'..=b'5', ones @ b'0'..=b'9', half, b'm' | b'M']) =
            (marked, self.prose.word(end + 1).as_bytes())
        {
            // "8:05pm": minutes and half of the day are one token.
            let noon = if half.eq_ignore_ascii_case(&b'p') { 12 } else { 0 };
            return Some((
                end + 2,
                Hour::Clock(hour % 12 + noon, (tens - b'0') * 10 + ones - b'0'),
            ));
        }
        let after_dot = self.word(at + 1) == Word::Dot;
        if let Some((end, noon)) = self.half_of_day(end) {
            let hour = if hour <= 12 { hour % 12 + noon } else { hour };
            return Some((end, Hour::Clock(hour, minute.unwrap_or(0))));
        }
        if let (Word::In, Word::The, Word::Part(part)) =
            (self.word(end), self.word(end + 1), self.word(end + 2))
        {
            let noon = if part == DayPart::Morning || hour > 11 { 0 } else { 12 };
            return Some((end + 3, Hour::Clock(hour + noon, minute.unwrap_or(0))));
        }
        if o_clock {
            return Some((end, Hour::Clock(hour, 0)));
        }
        let minute = minute?;
        let zoned = self.word(end) == Word::Zone;
        let told = matches!(
            self.before(at),
            Word::At
                | Word::By
                | Word::Prep
                | Word::Until
                | Word::About
                | Word::From
                | Word::To
                | Word::Before
                | Word::After
        );
        let more = self.glued(end)
            && matches!(self.word(end), Word::Colon | Word::Hyphen | Word::Dot)
            && self.glued(end + 1);
        (zoned || told && !after_dot && !more && self.closed(end))
            .then_some((end, Hour::Clock(hour, minute)))
    }

    /// "a.m." or "p.m.", however it is written; for the second, 12 hours.
    fn half_of_day(&self, at: usize) -> Read<u8> {
        let noon = |word: &str| match word.as_bytes() {
            [b'a' | b'A', ..] => Some(0),
            [b'p' | b'P', ..] => Some(12),
            _ => None,
        };
        let letter = self.prose.word(at);
        match self.word(at) {
            Word::Am | Word::Pm => {
                let stop = self.word(at + 1) == Word::Dot
                    && self.glued(at + 1)
                    && letter.contains('.')
                    && !letter.ends_with('.');
                Some((at + 1 + usize::from(stop), noon(letter)?))
            }
            // The letters with their dots: "p", ".", "m", ".".
            _ if letter.len() == 1
                && self.word(at + 1) == Word::Dot
                && self.prose.word(at + 2).eq_ignore_ascii_case("m")
                && self.glued(at + 1)
                && self.glued(at + 2) =>
            {
                let stop = self.word(at + 3) == Word::Dot && self.glued(at + 3);
                Some((at + 3 + usize::from(stop), noon(letter)?))
            }
            _ => None,
        }
    }

    /// Steps over "GMT", "local time" and "in the morning".
    fn zone(&self, end: usize) -> usize {
        match (self.word(end), self.word(end + 1), self.word(end + 2)) {
            (Word::Zone, ..) => end + 1,
            (Word::Local, Word::Time, _) => end + 2,
            (Word::In, Word::The, Word::Part(_)) => end + 3,
            _ => end,
        }
    }

    /// "The morning", where it is a time: "in the morning", "the morning of June 5", "at night", "overnight".
    fn part_of_day(&self, at: usize) -> Read<Hour> {
        let (end, part) = match (self.word(at), self.word(at + 1)) {
            (Word::The, Word::Part(part)) => (at + 2, part),
            (Word::The, Word::Early | Word::Late) => match self.word(at + 2) {
                Word::Part(part) => (at + 3, part),
                _ => return None,
            },
            (Word::Part(part), _) => (at + 1, part),
            _ => return None,
        };
        let dated = self.day_behind(end).is_some();
        let word = self.prose.word(end.saturating_sub(1));
        let alone = word.eq_ignore_ascii_case("overnight")
            || matches!(
                self.before(at),
                Word::In
                    | Word::Prep
                    | Word::Until
                    | Word::By
                    | Word::Early
                    | Word::Late
                    | Word::To
            ) && self.closed(end);
        (dated || alone).then_some((end, Hour::Part(part)))
    }
}

impl Day {
    /// Whether it is a single day, so that a time can belong to it.
    pub(super) fn is_one_day(self) -> bool {
        match self {
            Self::Given(Period { grain, .. }) | Self::From(_, grain, _) => grain == Grain::Day,
            Self::InYear(_, day, _) => day > 0,
            Self::Weekday(..) | Self::Feast(..) | Self::Either { .. } | Self::Here => true,
            Self::Part(..) | Self::Weekend | Self::YearBefore => false,
        }
    }
}
