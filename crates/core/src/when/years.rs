//! Numbers that are years, and those that only look so: "2000 people", "Resolution 1973".

use super::expression::Day;
use super::lexicon::Word;
use super::period::{Grain, Period, Unit};
use super::reader::{Read, Reader};

/// Words whose number is no year.
const NUMBERED: &[&str] = &[
    "resolution",
    "flight",
    "windows",
    "number",
    "no",
    "room",
    "route",
    "highway",
    "article",
    "section",
    "page",
    "model",
    "boeing",
    "office",
    "chapter",
    "paragraph",
    "lot",
    "unit",
];

/// Words for what is often counted by the thousand.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "fighters",
    "civilians",
    "refugees",
    "families",
    "workers",
    "residents",
    "members",
    "villagers",
    "km",
    "kilometers",
    "kilometres",
    "miles",
    "meters",
    "metres",
    "feet",
    "tons",
    "tonnes",
    "dollars",
    "euros",
    "pounds",
    "jobs",
    "homes",
    "houses",
];

impl Reader<'_> {
    /// Whether the token says that a year is counted back from the year 1.
    pub(super) fn is_before_christ(&self, at: usize) -> bool {
        matches!(self.prose.word(at), "BC" | "BCE" | "B.C." | "B.C")
    }

    /// A year of four digits, unless it counts something.
    pub(super) fn year(&self, at: usize) -> Read<Day> {
        let Word::Digits(n @ 1000..=2099, 4) = self.word(at) else { return None };
        let (before, next) = (self.before(at), self.word(at + 1));
        if self.glued(at)
            && !(before == Word::Comma && self.word(at.wrapping_sub(2)) == Word::Other)
            && matches!(before, Word::Comma | Word::Dot | Word::Colon | Word::Slash | Word::Mark)
        {
            return None;
        }
        let part_of_more = self.glued(at + 1)
            && match next {
                Word::Comma | Word::Dot | Word::Colon => {
                    self.glued(at + 2)
                        && matches!(self.word(at + 2), Word::Digits(..) | Word::Other)
                }
                Word::Hyphen | Word::Dash => match self.word(at + 2) {
                    Word::Unit(_) => true,
                    Word::Digits(_, 2) => false,
                    Word::Digits(last, _) => self.glued(at + 2) && !(n + 1..2100).contains(&last),
                    _ => false,
                },
                Word::Mark => !self.prose.word(at + 1).starts_with([';', '?', '!', '…']),
                _ => false,
            };
        let led = matches!(
            before,
            Word::In
                | Word::Prep
                | Word::Until
                | Word::By
                | Word::From
                | Word::Before
                | Word::About
                | Word::Unit(Unit::Year)
                | Word::After
        ) || matches!(before, Word::To | Word::And | Word::Hyphen | Word::Dash)
            && matches!(self.word(at.wrapping_sub(2)), Word::Digits(_, 4))
            || before == Word::Bracket
                && matches!(next, Word::Hyphen | Word::Dash)
                && matches!(self.word(at + 2), Word::Digits(_, 4));
        let counts = matches!(
            next,
            Word::Units(_) | Word::Hundred | Word::Thousand | Word::Part(_) | Word::Zone
        ) || next == Word::Other
            && !self.capitalised(at + 1)
            && !led
            && self.is_counted(at + 1, n)
            && !self.owned(at);
        let modern = (1900..=2049).contains(&n);
        let numbered = at.checked_sub(1).is_some_and(|b| {
            NUMBERED.iter().any(|word| self.prose.word(b).eq_ignore_ascii_case(word))
        }) || before == Word::Hyphen
            && self.glued(at)
            && matches!(self.word(at.wrapping_sub(2)), Word::Digits(_, 1..=3));
        let old = led && (self.closed(at + 1) || next == Word::Hyphen);
        if part_of_more || counts || numbered || !(modern || old) {
            return None;
        }
        let year = u16::try_from(n).ok()?;
        // "The 1990's", as some write it.
        let spoken = matches!(before, Word::The | Word::Early | Word::Late | Word::Hyphen);
        if spoken && next == Word::Possessive && n % 10 == 0 {
            return Some((at + 2, self.decade(year)?));
        }
        let given = Day::Given(Period::of(year, 0, 0)?);
        // "2014/15" is named after its first year.
        let season = self.word(at + 1) == Word::Slash
            && self.glued(at + 1)
            && matches!(self.word(at + 2), Word::Digits(_, 2 | 4));
        Some((at + if season { 3 } else { 1 }, given))
    }

    /// Whether the number counts what follows: people and measures, and other plurals if it is round.
    fn is_counted(&self, at: usize, n: u32) -> bool {
        let word = self.prose.word(at);
        COUNTED.contains(&word) || n.is_multiple_of(50) && word.ends_with('s')
    }

    /// Whether "the" or a possessive stands before: "the 2012 elections".
    fn owned(&self, at: usize) -> bool {
        matches!(self.before(at), Word::The | Word::Possessive | Word::Small)
    }

    /// A decade of two or four digits; "the 1800s" is a century.
    pub(super) fn decade(&self, n: u16) -> Option<Day> {
        let year = if n < 100 { 1900 + n } else { n };
        (n >= 20).then_some(())?;
        let grain = if year.is_multiple_of(100) && !(1900..=2000).contains(&year) {
            Grain::Century
        } else {
            Grain::Decade
        };
        Some(Day::Given(Period::around(Period::of(year, 0, 0)?.start, grain)?))
    }

    /// A year of two digits: never more than ten years after the article.
    pub(super) fn full_year(&self, n: u32) -> Option<u16> {
        let now = self.written.map_or(2020, |d| u32::from(d.year()));
        let year = now / 100 * 100 + n;
        u16::try_from(if year > now + 10 { year.checked_sub(100)? } else { year }).ok()
    }
}
