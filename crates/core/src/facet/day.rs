//! The facet of days that a sentence mentions: days, and the months and years that hold them.
//!
//! A mention belongs to every node that holds all days of its value: "28 January 2026" to that day, to 2026-01 and to 2026; "last week" to the month, if it lies in one; "the 1990s" to none.
//! So whatever is of a day is also of its month and of its year. Days of publication are no mentions; `from` and `to` ask for those.

use crate::article::Date;
use crate::corpus::{ArticleIdx, Corpus, TimeMention};
use crate::text::Span;
use crate::when::{DayRange, TimeKind, days};

/// All days, months and years that are mentioned, in the order of the calendar, each year before its months and each month before its days.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Days {
    pub(super) ids: Vec<String>,
    keys: Vec<u32>,
    /// The days of each.
    pub(super) ranges: Vec<Option<DayRange>>,
    pub(super) unresolved: Unresolved,
}

/// Words for a day that name none: "earlier" in an article without a date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unresolved {
    /// How many there are.
    pub n: usize,
    /// Where the first of them stand, in the order of the corpus.
    pub first: Vec<(ArticleIdx, Span)>,
}

/// So many words without a day are listed.
const MOST_UNRESOLVED: usize = 40;

impl Unresolved {
    fn of(corpus: &Corpus) -> Self {
        let is_unresolved = |m: &TimeMention| {
            matches!(m.kind, TimeKind::Date | TimeKind::Time) && m.value.is_none()
        };
        let mut out = Self::default();
        for (record, idx) in corpus.records().iter().zip(0u32..) {
            for mention in record.times.iter().filter(|m| is_unresolved(m)) {
                out.n += 1;
                if out.first.len() < MOST_UNRESOLVED {
                    out.first.push((ArticleIdx(idx), mention.span));
                }
            }
        }
        out
    }
}

impl Days {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mentions = corpus.records().iter().flat_map(|record| &record.times);
        let ranges = mentions.filter_map(|m| range(corpus, m));
        let mut keys: Vec<u32> =
            ranges.flat_map(|range| nodes(range).into_iter().flatten()).collect();
        keys.sort_unstable();
        keys.dedup();
        // There are far fewer of them than mentions.
        keys.shrink_to_fit();
        let ids: Vec<String> = keys.iter().map(|&key| id(key)).collect();
        let ranges = ids.iter().map(|id| days(id)).collect();
        Self { ids, keys, ranges, unresolved: Unresolved::of(corpus) }
    }

    /// The nodes to which a mention belongs.
    pub(super) fn around(&self, corpus: &Corpus, mention: &TimeMention) -> [Option<u32>; 3] {
        let found = range(corpus, mention).map(nodes).unwrap_or_default();
        found.map(|key| self.number(key?))
    }

    /// The nodes whose days all lie in a range that an id tells: `2024-11..2025-01`; none for what is no range.
    pub(super) fn within(&self, id: &str) -> impl Iterator<Item = u32> + '_ {
        let ends = range_of(id).map(ends);
        let all = self.keys.iter().zip(0u32..);
        all.filter(move |(key, _)| ends.is_some_and(|ends| holds(ends, **key))).map(|(_, n)| n)
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

/// Between the ends of a range of days.
const TO: &str = "..";

/// The days from the beginning of one day, month or year to the end of another.
pub fn range_of(id: &str) -> Option<DayRange> {
    let (from, to) = id.split_once(TO)?;
    let range = DayRange { first: days(from)?.first, last: days(to)?.last };
    (range.first <= range.last).then_some(range)
}

/// The shortest id of a range of days: `2024`, `2024-11..2025-01`, `2024-11-03..2024-11-09`.
pub fn range_id(range: DayRange) -> String {
    let ids = |date: Date| {
        let day = key(date.year(), date.month(), date.day());
        [day / 10_000 * 10_000, day / 100 * 100, day].map(id)
    };
    let pairs = ids(range.first).into_iter().zip(ids(range.last));
    let told = pairs.map(|(from, to)| if from == to { from } else { format!("{from}{TO}{to}") });
    let means_it = |id: &String| range_of(id).or_else(|| days(id)) == Some(range);
    told.into_iter().find(means_it).unwrap_or_default()
}

/// First and last day as keys; the last day of a month is its 31st here, so that nodes need no calendar.
fn ends(range: DayRange) -> (u32, u32) {
    let number = |date: Date| key(date.year(), date.month(), date.day());
    let ends_month =
        days(&id(number(range.last) / 100 * 100)).is_some_and(|m| m.last == range.last);
    (
        number(range.first),
        if ends_month { number(range.last) / 100 * 100 + 31 } else { number(range.last) },
    )
}

fn holds((first, last): (u32, u32), node: u32) -> bool {
    let (month, day) = (node / 100 % 100, node % 100);
    let begins = node
        + if month == 0 {
            101
        } else if day == 0 {
            1
        } else {
            0
        };
    let ends = node
        + if month == 0 {
            1231
        } else if day == 0 {
            31
        } else {
            0
        };
    first <= begins && ends <= last
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_have_one_id() {
        for (first, last, id) in [
            ("2024-01-01", "2024-12-31", "2024"),
            ("2024-01-01", "2025-12-31", "2024..2025"),
            ("2024-02-01", "2024-02-29", "2024-02"),
            ("2024-11-01", "2025-01-31", "2024-11..2025-01"),
            ("2024-11-03", "2024-11-09", "2024-11-03..2024-11-09"),
            ("2024-11-03", "2024-11-03", "2024-11-03"),
            ("2024-11-01", "2025-01-30", "2024-11-01..2025-01-30"),
        ] {
            let range = DayRange { first: first.parse().unwrap(), last: last.parse().unwrap() };
            assert_eq!(range_id(range), id);
            assert_eq!(range_of(id).or_else(|| days(id)), Some(range), "{id}");
        }
        for id in ["2025..2024", "2024..", "..2024", "2024-13..2025", "a..b", "2024"] {
            assert_eq!(range_of(id), None, "{id}");
        }
    }

    #[test]
    fn a_range_holds_whole_nodes_alone() {
        let range = |id: &str| ends(range_of(id).unwrap());
        for (id, node, is_in) in [
            ("2024-11..2025-01", 20_241_130, true),
            ("2024-11..2025-01", 20_250_200, false),
            ("2024-11..2025-01", 20_241_200, true),
            ("2024-11..2025-01", 20_240_000, false),
            ("2024..2025", 20_250_000, true),
            ("2024-01-02..2024-02-29", 20_240_100, false),
            ("2024-01-02..2024-02-29", 20_240_200, true),
            ("2024-01-02..2024-02-28", 20_240_200, false),
            ("2024-01-02..2024-02-28", 20_240_102, true),
        ] {
            assert_eq!(holds(range(id), node), is_in, "{id} {node}");
        }
    }
}
