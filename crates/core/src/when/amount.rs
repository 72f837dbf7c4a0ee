//! Amounts of time, and what they are counted from: "two-and-a-half years", "six months ago", "three days later", "49-year-old".
//!
//! A bare plural ("years") is a duration only where a preposition or a word such as "ago" says so.

use super::TimeKind;
use super::expression::{Day, Origin, What};
use super::lexicon::Word;
use super::period::{Grain, Quantity, Unit};
use super::pointed::duration;
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// An amount of time.
    pub(super) fn amount(&self, at: usize) -> Read<What> {
        if self.glued(at)
            && matches!(self.before(at), Word::Comma | Word::Dot | Word::Mark | Word::Colon)
        {
            return None;
        }
        match self.word(at) {
            Word::Units(unit) => self.bare(at, unit),
            Word::Lasting(unit) => Some((at + 1, duration(Quantity::Exact(1, 0), unit))),
            Word::Unit(unit)
                if self.word(at + 1) == Word::Hyphen
                    && matches!(self.word(at + 2), Word::Long | Word::Old) =>
            {
                Some((at + 3, duration(Quantity::Exact(1, 0), unit)))
            }
            Word::Unit(_) => None,
            Word::The
            | Word::This
            | Word::Last
            | Word::Next
            | Word::Past
            | Word::Coming
            | Word::Final
            | Word::Ordinal(_)
            | Word::Previous
            | Word::Following
            | Word::Another
            | Word::Recent => {
                let start = self.determined(at)?;
                // The "the" of "the three-year plan" belongs to the plan.
                self.counted(start).filter(|&(end, ref what)| {
                    matches!(what, What::Said(TimeKind::Duration, _))
                        && self.word(end.wrapping_sub(2)) != Word::Hyphen
                })
            }
            _ => self.counted(at),
        }
    }

    /// Steps over "the last", "the first", "another" in front of a number.
    fn determined(&self, first: usize) -> Option<usize> {
        let mut at =
            first + usize::from(self.word(first) == Word::The || self.word(first) == Word::This);
        let pointed = matches!(
            self.word(at),
            Word::Last
                | Word::Next
                | Word::Past
                | Word::Coming
                | Word::Final
                | Word::Ordinal(_)
                | Word::Previous
                | Word::Following
                | Word::Another
                | Word::Recent
        );
        at += usize::from(pointed);
        at += usize::from(self.word(at) == Word::About);
        let number = matches!(
            self.word(at),
            Word::Digits(..)
                | Word::Count(_)
                | Word::Vague
                | Word::Couple
                | Word::Half
                | Word::Dozen
                | Word::Hundred
        );
        number.then_some(at)
    }

    /// A number and its unit, and what follows them.
    fn counted(&self, at: usize) -> Read<What> {
        let (mut end, mut amount) = self.quantity(at)?;
        // "10 to 15 years", "two or three days": nobody says how many.
        if matches!(self.word(end), Word::To | Word::Or | Word::Dash | Word::Hyphen)
            && let Some((after, _)) =
                self.quantity(end + 1).filter(|&(e, _)| matches!(self.word(e), Word::Units(_)))
        {
            (end, amount) = (after, Quantity::Vague);
        }
        end += usize::from(self.word(end) == Word::More);
        end += usize::from(self.word(end) == Word::Straight);
        let hyphened = self.word(end) == Word::Hyphen;
        end += usize::from(hyphened);
        let unit = match self.word(end) {
            Word::Unit(unit) | Word::Units(unit) => unit,
            Word::Ordinal(2) if hyphened => Unit::Second,
            _ => return None,
        };
        end += 1;
        if self.word(at) == Word::A
            && (self.no_length(at, unit) || self.word(end) == Word::Hyphen && !hyphened)
        {
            return None;
        }
        if (self.word(end), self.word(end + 1), self.word(end + 2))
            == (Word::And, Word::A, Word::Half)
        {
            if let Quantity::Exact(n, _) = amount {
                amount = Quantity::Exact(n, 5);
            }
            end += 3;
        }
        if hyphened {
            let tail = self.word(end) == Word::Hyphen
                && matches!(self.word(end + 1), Word::Old | Word::Long);
            return Some((end + if tail { 2 } else { 0 }, duration(amount, unit)));
        }
        // "One day" is mostly some day.
        let some_day =
            unit == Unit::Day && self.word(at) == Word::Count(1) && amount == Quantity::Exact(1, 0);
        let counted = self.after_preposition(at)
            || matches!(
                self.word(end),
                Word::After | Word::Before | Word::Earlier | Word::Later | Word::Ago
            );
        (!some_day || counted).then(|| self.placed(end, amount, unit))
    }

    /// Whether "a" and the unit are no length: "a quarter" is mostly a part.
    fn no_length(&self, at: usize, unit: Unit) -> bool {
        unit == Unit::Quarter
            && !matches!(self.word(at + 2), Word::Ago | Word::Earlier | Word::Later)
            || unit == Unit::Weekend
    }

    /// An amount with what it is counted from: "ago", "later", "from now".
    fn placed(&self, unit_end: usize, amount: Quantity, unit: Unit) -> (usize, What) {
        let so = matches!(
            (self.word(unit_end), self.word(unit_end + 1)),
            (Word::Or, Word::So | Word::More | Word::Less)
        );
        let end = unit_end + if so { 2 } else { 0 };
        let (origin, sign, length) = match (self.word(end), self.word(end + 1)) {
            (Word::Ago, _) => (Origin::Written, -1, 1),
            (Word::From, Word::Now | Word::Today(0)) => (Origin::Written, 1, 2),
            (Word::Earlier, _) => (Origin::Mentioned, -1, 1),
            (Word::Before, next) if amount.whole().is_some() && is_end(next) => {
                (Origin::Mentioned, -1, 1)
            }
            (Word::Later, _) => (Origin::Mentioned, 1, 1),
            (Word::Old, _) => return (end + 1, duration(amount, unit)),
            _ => return (end, duration(amount, unit)),
        };
        (end + length, counted_from(origin, sign, amount, unit))
    }

    /// A plural without a number.
    fn bare(&self, at: usize, unit: Unit) -> Read<What> {
        let next = self.word(at + 1);
        if next == Word::Hyphen {
            let tail = matches!(self.word(at + 2), Word::Old | Word::Long);
            return tail.then(|| (at + 3, duration(Quantity::Vague, unit)));
        }
        if matches!(next, Word::Ago | Word::Earlier | Word::Later) {
            return Some(self.placed(at + 1, Quantity::Vague, unit));
        }
        let led =
            matches!(self.before(at), Word::For | Word::Prep | Word::In | Word::After | Word::Than)
                || matches!(
                    self.prose.word(at.wrapping_sub(1)),
                    "took" | "take" | "takes" | "spent" | "last" | "lasted"
                );
        let followed = matches!(next, Word::Of | Word::After | Word::Before)
            && !matches!(self.before(at), Word::The | Word::Other);
        (led && self.closed(at + 1) || followed).then(|| (at + 1, duration(Quantity::Vague, unit)))
    }

    /// A number in digits or words, or a word for an unknown one.
    pub(super) fn quantity(&self, at: usize) -> Read<Quantity> {
        let exact = |end, n| Some(self.with_half(end, n));
        match self.word(at) {
            Word::Digits(n, digits) => self.number(at, n, digits),
            Word::Count(n) => {
                let n = u32::from(n);
                // "Twenty-five", "twenty five".
                let next = at + 1 + usize::from(self.word(at + 1) == Word::Hyphen);
                match self.word(next) {
                    Word::Count(ones @ 1..=9) if n >= 20 => exact(next + 1, n + u32::from(ones)),
                    Word::Hundred => exact(at + 2, n * 100),
                    Word::Thousand => exact(at + 2, n * 1000),
                    Word::Dozen => exact(at + 2, n * 12),
                    _ => exact(at + 1, n),
                }
            }
            Word::A => match (self.word(at + 1), self.word(at + 2)) {
                (Word::Vague, _) => Some((at + 2, Quantity::Vague)),
                (Word::Couple, Word::Of) => Some((at + 3, Quantity::Vague)),
                (Word::Half, _) => Some((at + 2, Quantity::Exact(0, 5))),
                (Word::Hundred, _) => Some((at + 2, Quantity::Exact(100, 0))),
                (Word::Thousand, _) => Some((at + 2, Quantity::Exact(1000, 0))),
                (Word::Dozen, _) => Some((at + 2, Quantity::Exact(12, 0))),
                (Word::Straight, Word::Unit(_)) | (Word::Unit(_), _) => {
                    Some((at + 1, Quantity::Exact(1, 0)))
                }
                _ => None,
            },
            Word::Half => match self.word(at + 1) {
                Word::A => Some((at + 2, Quantity::Exact(0, 5))),
                _ => Some((at + 1, Quantity::Exact(0, 5))),
            },
            Word::Dozen => Some((at + 1, Quantity::Exact(12, 0))),
            Word::Couple if self.word(at + 1) == Word::Of => Some((at + 2, Quantity::Vague)),
            Word::Vague | Word::Couple => Some((at + 1, Quantity::Vague)),
            Word::Some => Some(
                self.quantity(at + 1)
                    .filter(|_| !matches!(self.word(at + 1), Word::Some | Word::A))
                    .unwrap_or((at + 1, Quantity::Vague)),
            ),
            Word::Another if matches!(self.word(at + 1), Word::Unit(_)) => {
                Some((at + 1, Quantity::Exact(1, 0)))
            }
            _ => None,
        }
    }

    /// Digits, with thousands behind commas and tenths behind a dot.
    fn number(&self, at: usize, n: u32, digits: u8) -> Read<Quantity> {
        match (self.word(at + 1), self.word(at + 2)) {
            (Word::Comma, Word::Digits(more, 3))
                if digits <= 3 && self.glued(at + 1) && self.glued(at + 2) =>
            {
                Some((at + 3, Quantity::Exact(n * 1000 + more, 0)))
            }
            (Word::Dot, Word::Digits(tenths @ 0..=9, 1))
                if self.glued(at + 1) && self.glued(at + 2) =>
            {
                Some((at + 3, Quantity::Exact(n, u8::try_from(tenths).unwrap_or(0))))
            }
            _ => Some(self.with_half(at + 1, n)),
        }
    }

    /// "And a half" behind a number.
    fn with_half(&self, end: usize, n: u32) -> (usize, Quantity) {
        let mut at = end;
        for word in [Word::And, Word::A, Word::Half] {
            at += usize::from(self.word(at) == Word::Hyphen);
            if self.word(at) != word {
                return (end, Quantity::Exact(n, 0));
            }
            at += 1;
        }
        (at, Quantity::Exact(n, 5))
    }
}

fn is_end(word: Word) -> bool {
    matches!(
        word,
        Word::Break
            | Word::Comma
            | Word::Dot
            | Word::Bracket
            | Word::Mark
            | Word::Other
            | Word::And
    ) && word != Word::Other
}

fn counted_from(origin: Origin, sign: i32, amount: Quantity, unit: Unit) -> What {
    let (n, grain) = match (amount, unit.grain()) {
        (Quantity::Vague, _) => {
            let value = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            return What::Said(TimeKind::Date, value.to_owned());
        }
        (_, None) => return What::Unsaid(TimeKind::Time),
        // Ten years ago is a year, so a decade ago is one too.
        (Quantity::Exact(n, tenths), Some(Grain::Decade)) => {
            (n.checked_mul(10).and_then(|n| n.checked_add(u32::from(tenths))), Grain::Year)
        }
        (Quantity::Exact(n, 0), Some(Grain::Century)) => (n.checked_mul(100), Grain::Year),
        // A year and a half are 18 months.
        (Quantity::Exact(n, 5), Some(Grain::Year)) => {
            (n.checked_mul(12).and_then(|n| n.checked_add(6)), Grain::Month)
        }
        (Quantity::Exact(n, 0), Some(grain)) => (Some(n), grain),
        (Quantity::Exact(..), Some(_)) => return What::Unsaid(TimeKind::Date),
    };
    let n = n.and_then(|n| i32::try_from(n).ok()).filter(|&n| n < 10_000_000);
    n.map_or(What::Unsaid(TimeKind::Date), |n| What::On(Day::From(origin, grain, sign * n)))
}
