//! The facet of days that a sentence mentions: days, and the months and years that hold them.
//!
//! A mention belongs to every node that holds all days of its value: "28 January 2026" to that day, to 2026-01 and to 2026; "last week" to the month, if it lies in one; "the 1990s" to none.
//! So whatever is of a day is also of its month and of its year. Days of publication are no mentions; `from` and `to` ask for those.

use crate::article::Date;
use crate::corpus::{Corpus, TimeMention};
use crate::when::{DayRange, TimeKind};

/// All days, months and years that are mentioned, in the order of the calendar, each year before its months and each month before its days.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Days {
    pub(super) ids: Vec<String>,
    keys: Vec<u32>,
}

impl Days {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mentions = corpus.records().iter().flat_map(|record| &record.times);
        let ranges = mentions.filter_map(|m| range(corpus, m));
        let mut keys: Vec<u32> =
            ranges.flat_map(|range| nodes(range).into_iter().flatten()).collect();
        keys.sort_unstable();
        keys.dedup();
        Self { ids: keys.iter().map(|&key| id(key)).collect(), keys }
    }

    /// The nodes to which a mention belongs.
    pub(super) fn around(&self, corpus: &Corpus, mention: &TimeMention) -> [Option<u32>; 3] {
        let found = range(corpus, mention).map(nodes).unwrap_or_default();
        found.map(|key| self.number(key?))
    }

    /// The month of a day, or the year of a month.
    pub(super) fn parent(&self, number: u32) -> Option<u32> {
        let key = *self.keys.get(number as usize)?;
        self.number(parent(key)?)
    }

    fn number(&self, key: u32) -> Option<u32> {
        u32::try_from(self.keys.binary_search(&key).ok()?).ok()
    }
}

fn range(corpus: &Corpus, mention: &TimeMention) -> Option<DayRange> {
    matches!(mention.kind, TimeKind::Date | TimeKind::Time).then(|| corpus.days(mention))?
}

/// Year, month and day as digits of one number; 0 stands for the whole.
fn key(year: u16, month: u8, day: u8) -> u32 {
    u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)
}

fn parent(key: u32) -> Option<u32> {
    match (key / 100 % 100, key % 100) {
        (0, 0) => None,
        (_, 0) => Some(key / 10_000 * 10_000),
        _ => Some(key / 100 * 100),
    }
}

/// The year, the month and the day that hold all of the range.
fn nodes(range: DayRange) -> [Option<u32>; 3] {
    let parts = |date: Date| (date.year(), date.month(), date.day());
    let ((year, month, day), last) = (parts(range.first), parts(range.last));
    [
        (year == last.0).then(|| key(year, 0, 0)),
        ((year, month) == (last.0, last.1)).then(|| key(year, month, 0)),
        ((year, month, day) == last).then(|| key(year, month, day)),
    ]
}

fn id(key: u32) -> String {
    let (year, month, day) = (key / 10_000, key / 100 % 100, key % 100);
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}
