//! When the articles of the corpus were published, and how many of each day, month or year are in the set.

use super::{TimeBar, Timeline};
use crate::action::Action;
use crate::state::State;
use crate::wording;
use dateline_core::article::Date;
use dateline_core::corpus::{ArticleIdx, Corpus};
use dateline_core::facet::{self, Matches};
use std::collections::BTreeMap;

/// More bars than this are too thin to hit; the unit grows instead.
const MOST_BARS: i32 = 92;

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Month,
    Year,
}

impl Unit {
    /// Number of the bar that a day falls into.
    fn bar(self, day: Date) -> i32 {
        match self {
            Self::Day => day.day_number(),
            Self::Month => i32::from(day.year()) * 12 + i32::from(day.month()) - 1,
            Self::Year => i32::from(day.year()),
        }
    }

    fn label(self, day: Date) -> String {
        match self {
            Self::Day => wording::date(day),
            Self::Month => format!("{} {}", wording::month(day.month()), day.year()),
            Self::Year => day.year().to_string(),
        }
    }

    /// First and last day of the bar that a day falls into.
    fn range(self, day: Date) -> (Date, Date) {
        let make = |year, month, day_of| Date::new(year, month, day_of);
        let last_of =
            |year, month| (28..=31).rev().find_map(|d| make(year, month, d)).unwrap_or(day);
        match self {
            Self::Day => (day, day),
            Self::Month => {
                (make(day.year(), day.month(), 1).unwrap_or(day), last_of(day.year(), day.month()))
            }
            Self::Year => (make(day.year(), 1, 1).unwrap_or(day), last_of(day.year(), 12)),
        }
    }
}

pub(super) fn timeline(corpus: &Corpus, state: &State, set: &Matches) -> Timeline {
    // The row shows what the rest of the selection leaves: the range itself is drawn over it.
    let mut rest = state.selection.clone();
    (rest.from, rest.to) = (None, None);
    let wider = (rest != state.selection).then(|| facet::matches(corpus, &rest));
    let open = wider.as_ref().unwrap_or(set);
    let dated: Vec<Date> = corpus.records().iter().filter_map(|r| r.article.published).collect();
    let undated = corpus.records().len() - dated.len();
    let (Some(&first), Some(&last)) = (dated.iter().min(), dated.iter().max()) else {
        return Timeline {
            bars: Vec::new(),
            first: String::new(),
            last: String::new(),
            undated: (undated > 0).then(|| wording::undated(undated)),
            label: wording::PUBLISHED.to_owned(),
        };
    };
    let unit = [Unit::Day, Unit::Month]
        .into_iter()
        .find(|u| u.bar(last) - u.bar(first) < MOST_BARS)
        .unwrap_or(Unit::Year);

    let mut bars: BTreeMap<i32, (Date, usize, usize)> = BTreeMap::new();
    // Both stand in the order of the corpus.
    let mut in_set = open.articles.iter().peekable();
    for (record, i) in corpus.records().iter().zip(0u32..) {
        let is_in = in_set.next_if_eq(&&ArticleIdx(i)).is_some();
        if let Some(day) = record.article.published {
            let bar = bars.entry(unit.bar(day)).or_insert((day, 0, 0));
            bar.1 += 1;
            bar.2 += usize::from(is_in);
        }
    }
    let (low, high) = (unit.bar(first), unit.bar(last));
    // A lone day stands in the middle of a short axis instead of filling all of it.
    let margin = if high - low < 6 { 3 } else { 0 };
    let n = f64::from(high - low + 1 + 2 * margin);
    let most = bars.values().map(|b| b.1).max().unwrap_or(1).max(1) as f64;
    let bars = bars
        .into_iter()
        .map(|(number, (day, n_all, n_in))| {
            let (from, to) = unit.range(day);
            let is_selected = state.selection.from == Some(from) && state.selection.to == Some(to);
            TimeBar {
                left: f64::from(number - low + margin) / n,
                width: 1.0 / n,
                height: n_all as f64 / most,
                height_in: n_in as f64 / most,
                spoken: wording::time_bar(&unit.label(day), n_in, n_all),
                choose: if is_selected {
                    Action::SetDates(None, None)
                } else {
                    Action::SetDates(Some(from), Some(to))
                },
                is_selected,
            }
        })
        .collect();
    Timeline {
        bars,
        first: unit.label(first),
        last: if low == high { String::new() } else { unit.label(last) },
        undated: (undated > 0).then(|| wording::undated(undated)),
        label: wording::PUBLISHED.to_owned(),
    }
}
