//! Dates in digits: "2026-01-28", "28/1/2026", "10/30/89", "28.01.2026", "9/11".
//!
//! Where day and month may be the other way round, both readings are handed on and `resolve` decides.

use super::expression::Day;
use super::lexicon::Word;
use super::period::Period;
use super::reader::{Read, Reader};
use crate::article::Date;

impl Reader<'_> {
    /// A date in digits.
    pub(super) fn numeric(&self, at: usize) -> Read<Day> {
        let Word::Digits(first, n_first) = self.word(at) else { return None };
        let mark = self.word(at + 1);
        let joined = matches!(mark, Word::Hyphen | Word::Slash | Word::Dot | Word::Dash);
        if !joined || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        if self.glued(at) && !matches!(self.before(at), Word::Bracket | Word::Apostrophe) {
            return None;
        }
        let Word::Digits(second, n_second) = self.word(at + 2) else { return None };
        let small = |n: u32| u8::try_from(n).ok();
        let third = match (
            self.word(at + 3) == mark && self.glued(at + 3) && self.glued(at + 4),
            self.word(at + 4),
        ) {
            (true, Word::Digits(n, digits)) => Some((n, digits)),
            (true, _) => return None,
            (false, _) => None,
        };
        let Some((third, n_third)) = third else {
            // The one day that is known by its digits.
            let known = (first, second, mark) == (9, 11, Word::Slash);
            return known.then_some((at + 3, Day::Given(Period::of(2001, 9, 11)?)));
        };
        if self.glued(at + 5)
            && matches!(self.word(at + 5), Word::Hyphen | Word::Slash | Word::Digits(..))
        {
            return None;
        }
        if n_first == 4 && n_third <= 2 {
            let year = u16::try_from(first).ok().filter(|y| (1000..2200).contains(y))?;
            return Some((
                at + 5,
                Day::Given(Period::of(
                    year,
                    small(second).filter(|&n| n > 0)?,
                    small(third).filter(|&n| n > 0)?,
                )?),
            ));
        }
        let year = match n_third {
            4 => u16::try_from(third).ok().filter(|y| (1000..2200).contains(y))?,
            2 if mark != Word::Dot => self.full_year(third)?,
            _ => return None,
        };
        if n_first > 2 || n_second > 2 {
            return None;
        }
        let (first, second) = (small(first)?, small(second)?);
        let day_first = Date::new(year, second, first);
        let month_first = Date::new(year, first, second).filter(|_| mark != Word::Dot);
        if day_first.is_none() && month_first.is_none() {
            return None;
        }
        let day = Day::Either { day_first, month_first };
        Some((at + 5, day))
    }
}
