//! How often: "every Tuesday", "each year", "daily", "twice a week", "on Mondays".

use super::TimeKind;
use super::expression::What;
use super::lexicon::Word;
use super::period::{Quantity, Unit};
use super::reader::{Read, Reader};

impl Reader<'_> {
    /// A set of times.
    pub(super) fn repeated(&self, at: usize) -> Read<What> {
        let (end, value) = match self.word(at) {
            Word::Every => self.every(at + 1)?,
            Word::Often(unit) => {
                // "The Daily News" is a name.
                let named = self.capitalised(at)
                    && (self.capitalised(at + 1) || self.capitalised(at.wrapping_sub(1)));
                (!named).then(|| (at + 1, Quantity::Exact(1, 0).value(unit)))?
            }
            Word::Weekdays(n) => match self.word(at + 1) {
                Word::Parts => (at + 2, format!("XXXX-WXX-{}", n + 1)),
                _ => (at + 1, format!("XXXX-WXX-{}", n + 1)),
            },
            Word::Weekday(n) if self.word(at + 1) == Word::Parts => {
                (at + 2, format!("XXXX-WXX-{}", n + 1))
            }
            Word::Units(Unit::Weekend) if self.before(at) == Word::On => {
                (at + 1, "XXXX-WXX-WE".to_owned())
            }
            Word::Once | Word::Twice => self.per(at + 1)?,
            Word::Count(_) | Word::Digits(..) | Word::Vague if self.word(at + 1) == Word::Times => {
                self.per(at + 2)?
            }
            Word::Per => self.per(at)?,
            _ => return None,
        };
        Some((end, What::Said(TimeKind::Set, value)))
    }

    /// What stands behind "every".
    fn every(&self, at: usize) -> Read<String> {
        let once = |unit| Quantity::Exact(1, 0).value(unit);
        Some(match self.word(at) {
            Word::Unit(Unit::Weekend) => (at + 1, "XXXX-WXX-WE".to_owned()),
            Word::Unit(unit) => (at + 1, once(unit)),
            Word::Other if self.prose.word(at) == "other" => match self.word(at + 1) {
                Word::Unit(unit) => (at + 2, Quantity::Exact(2, 0).value(unit)),
                _ => return None,
            },
            Word::Straight | Word::Final => match self.word(at + 1) {
                Word::Unit(unit) => (at + 2, once(unit)),
                _ => return None,
            },
            Word::Weekday(n) => match self.word(at + 1) {
                Word::Part(part) => (at + 2, format!("XXXX-WXX-{}T{part}", n + 1)),
                _ => (at + 1, format!("XXXX-WXX-{}", n + 1)),
            },
            Word::Month(n) => (at + 1, format!("XXXX-{n:02}")),
            Word::Season(n) => {
                let season = match n {
                    3 => "SP",
                    6 => "SU",
                    9 => "FA",
                    _ => "WI",
                };
                (at + 1, format!("XXXX-{season}"))
            }
            Word::Part(part) => (at + 1, format!("XXXX-XX-XXT{part}")),
            Word::Vague | Word::Count(_) | Word::Digits(..) => {
                let (end, amount) = self.quantity(at)?;
                let (Word::Unit(unit) | Word::Units(unit)) = self.word(end) else { return None };
                (end + 1, amount.value(unit))
            }
            _ => return None,
        })
    }

    /// What stands behind "twice": "a week", "per week", "every week".
    fn per(&self, at: usize) -> Read<String> {
        match (self.word(at), self.word(at + 1)) {
            (Word::A | Word::Per, Word::Unit(unit)) => {
                Some((at + 2, Quantity::Exact(1, 0).value(unit)))
            }
            (Word::Every, _) => self.every(at + 1),
            _ => None,
        }
    }
}
