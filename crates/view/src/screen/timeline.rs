//! Two rows of time: when articles were published, and which days their sentences mention.
//!
//! In: the corpus, the state, the set and its counts. Out: bars of days, months or years with what the corpus and the set have of each.
//! A row shows what the rest of the selection leaves: its own range is drawn over it.
//! Where a row has no room for days, choosing a year shows its months, and choosing a month its days.

use super::excerpts::{CharCounter, title};
use crate::action::Action;
use crate::state::{OpenArticle, State};
use crate::wording;
use dateline_core::corpus::{ArticleIdx, Corpus};
use dateline_core::facet::{self, Counts, FacetKey, Matches, Selection};
use dateline_core::text::Span;
use dateline_core::when::{DayRange, days};
use unit::Unit;

mod unit;

/// So many undated things are listed.
const MOST_UNDATED: usize = 40;
/// About so many places along an axis are named.
const TICKS: i32 = 4;

/// The rows of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// When articles were published.
    pub published: TimeRow,
    /// Which days are mentioned; none when no sentence mentions any.
    pub mentioned: Option<TimeRow>,
}

impl Timeline {
    /// The row of days that are mentioned, or the one of publication.
    pub fn row(&self, is_of_mentions: bool) -> Option<&TimeRow> {
        if is_of_mentions { self.mentioned.as_ref() } else { Some(&self.published) }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// Its name: "Published", "Mentioned".
    pub label: String,
    /// Name in the style sheet.
    pub hook: &'static str,
    /// Bars from first to last.
    pub bars: Vec<TimeBar>,
    /// Names along the axis, with their places on it, 0 to 1.
    pub ticks: Vec<(f64, String)>,
    /// "28 January 2026", the ends of what has bars; the last is empty when there is only one.
    pub ends: (String, String),
    /// Takes the range away, where there is one.
    pub reset: Option<Action>,
    /// What has no day, when there is anything.
    pub undated: Option<Undated>,
    is_of_mentions: bool,
}

/// What has no day.
#[derive(Clone, Debug, PartialEq)]
pub struct Undated {
    /// "2 articles without a date".
    pub label: String,
    /// The first of them, and what opens them.
    pub items: Vec<(String, Action)>,
}

/// One day, month or year of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeBar {
    /// Position of its left edge on the axis, 0 to 1.
    pub left: f64,
    /// Its width, 0 to 1.
    pub width: f64,
    /// Height of all that the corpus has, 0 to 1.
    pub height: f64,
    /// Height of those in the set, 0 to 1.
    pub height_in: f64,
    /// "28 January 2026, 5 of 5 articles".
    pub spoken: String,
    /// Its days.
    pub days: DayRange,
    /// What choosing it does.
    pub choose: Action,
    /// Whether it lies in the selected range.
    pub is_selected: bool,
}

impl TimeRow {
    /// What choosing all bars from one to another does, in either order; nothing where there are no such bars.
    pub fn brush(&self, from: usize, to: usize) -> Option<Action> {
        let (first, last) = (self.bars.get(from.min(to))?, self.bars.get(from.max(to))?);
        let range = DayRange { first: first.days.first, last: last.days.last };
        Some(choose(self.is_of_mentions, range))
    }

    /// What a drag along the axis does, from one share of it to another; nothing where it meets no bar.
    pub fn brush_between(&self, from: f64, to: f64) -> Option<Action> {
        let is_met = |bar: &TimeBar| bar.left < from.max(to) && bar.left + bar.width > from.min(to);
        self.brush(self.bars.iter().position(is_met)?, self.bars.iter().rposition(is_met)?)
    }

    /// What going on from a bar by so many steps does, when all began at another; beyond the ends are the ends.
    pub fn brush_by(&self, anchor: usize, at: usize, steps: isize) -> Option<Action> {
        self.brush(anchor, at.saturating_add_signed(steps).min(self.bars.len().checked_sub(1)?))
    }
}

fn choose(is_of_mentions: bool, range: DayRange) -> Action {
    if is_of_mentions {
        Action::ChooseDays(Some(facet::range_id(range)))
    } else {
        Action::SetDates(Some(range.first), Some(range.last))
    }
}

pub(super) fn timeline(corpus: &Corpus, state: &State, set: &Matches, counts: &Counts) -> Timeline {
    Timeline {
        published: published(corpus, &state.selection, set),
        mentioned: mentioned(corpus, &state.selection, counts),
    }
}

/// What falls on a bar: a day of it, how many things of the corpus, how many of the set.
type Fall = (i32, u32, u32);

fn published(corpus: &Corpus, selection: &Selection, set: &Matches) -> TimeRow {
    let mut open = selection.clone();
    (open.from, open.to) = (None, None);
    let rest = (open != *selection).then(|| facet::matches(corpus, &open));
    let articles = &rest.as_ref().unwrap_or(set).articles;
    let dated =
        || corpus.records().iter().zip(0u32..).filter_map(|(r, i)| Some((r.article.published?, i)));
    let all = extent(dated().map(|(day, _)| DayRange { first: day, last: day }));
    let chosen = all.filter(|_| selection.from.is_some() || selection.to.is_some()).map(|all| {
        let (from, to) = (selection.from, selection.to);
        DayRange { first: from.unwrap_or(all.first), last: to.unwrap_or(all.last) }
    });
    let undated = corpus.records().iter().filter(|r| r.article.published.is_none());
    let n_undated = undated.clone().count();
    let items = undated.take(MOST_UNDATED).map(|r| {
        (title(&r.article).0, Action::Open(OpenArticle { id: r.article.id.clone(), at: None }))
    });
    let falls = |unit: Unit| -> Vec<Fall> {
        // Both come in the order of the corpus.
        let mut left = articles.iter().copied().peekable();
        let mut is_in = |article: ArticleIdx| {
            while left.next_if(|&a| a < article).is_some() {}
            left.peek() == Some(&article)
        };
        dated().map(|(day, i)| (unit.bar(day), 1, u32::from(is_in(ArticleIdx(i))))).collect()
    };
    let row = TimeRow {
        label: wording::time::PUBLISHED.to_owned(),
        hook: "published",
        reset: chosen.map(|_| Action::SetDates(None, None)),
        undated: (n_undated > 0)
            .then(|| Undated { label: wording::time::undated(n_undated), items: items.collect() }),
        ..TimeRow::empty(false)
    };
    row.with_bars(all, chosen, falls)
}

fn mentioned(corpus: &Corpus, selection: &Selection, counts: &Counts) -> Option<TimeRow> {
    let mut open = selection.clone();
    open.clear(FacetKey::On);
    let rest = (open != *selection).then(|| facet::count(corpus, &facet::matches(corpus, &open)));
    let (all, open) =
        (corpus.counts().of(FacetKey::On), rest.as_ref().unwrap_or(counts).of(FacetKey::On));
    let range_of = |value: u32| facet::days_of(corpus, value);
    let reach = extent(all.iter().filter_map(|c| range_of(c.value)))?;
    let chosen = selection.included(FacetKey::On).iter();
    let chosen = extent(chosen.filter_map(|id| facet::range_of(id).or_else(|| days(id))));
    let falls = |unit: Unit| -> Vec<Fall> {
        let of_unit = |value| range_of(value).filter(|range| unit.range(range.first) == *range);
        let in_set = |value: u32| {
            let at = open.binary_search_by(|c| c.value.cmp(&value)).ok();
            at.and_then(|at| open.get(at)).map_or(0, |c| c.n_excerpts as u32)
        };
        let fall = |c: &facet::Count<u32>| {
            Some((unit.bar(of_unit(c.value)?.first), c.n_excerpts as u32, in_set(c.value)))
        };
        all.iter().filter_map(fall).collect()
    };
    let row = TimeRow {
        label: wording::time::MENTIONED.to_owned(),
        hook: "mentioned",
        reset: chosen.map(|_| Action::ChooseDays(None)),
        undated: unresolved(corpus),
        ..TimeRow::empty(true)
    };
    Some(row.with_bars(Some(reach), chosen, falls))
}

/// Words for a day that name none.
fn unresolved(corpus: &Corpus) -> Option<Undated> {
    let facet::Unresolved { n, first } = facet::unresolved(corpus);
    let item = |&(idx, span): &(ArticleIdx, Span)| {
        let article = &corpus.record(idx).article;
        let at = Some(CharCounter::new(&article.text).span(span));
        let open = Action::Open(OpenArticle { id: article.id.clone(), at });
        (wording::quoted(span.of(&article.text)), open)
    };
    (*n > 0).then(|| Undated {
        label: wording::time::unresolved_dates(*n),
        items: first.iter().map(item).collect(),
    })
}

/// From the first day of all ranges to the last.
fn extent(ranges: impl Iterator<Item = DayRange>) -> Option<DayRange> {
    ranges.reduce(|a, b| DayRange { first: a.first.min(b.first), last: a.last.max(b.last) })
}

impl TimeRow {
    fn empty(is_of_mentions: bool) -> Self {
        Self {
            label: String::new(),
            hook: "",
            bars: Vec::new(),
            ticks: Vec::new(),
            ends: (String::new(), String::new()),
            reset: None,
            undated: None,
            is_of_mentions,
        }
    }

    /// The row with what falls on its bars, in the unit that fits.
    fn with_bars(
        self,
        all: Option<DayRange>,
        chosen: Option<DayRange>,
        falls: impl Fn(Unit) -> Vec<Fall>,
    ) -> Self {
        let Some(all) = all else { return self };
        let mut unit = Unit::fitting(all);
        let (mut low, mut high) = (unit.bar(all.first), unit.bar(all.last));
        let within = |unit: Unit, low: i32, high: i32| {
            let mut falls = falls(unit);
            falls.retain(|fall| (low..=high).contains(&fall.0));
            falls
        };
        let mut falls = within(unit, low, high);
        // What lies in one bar is shown closer, if there is anything closer to show.
        let closer = |unit: Unit| Some((unit.finer()?, unit.holding(chosen?)?));
        while let Some((finer, range)) = closer(unit) {
            let (first, last) = (finer.bar(range.first), finer.bar(range.last));
            let found = within(finer, first, last);
            if found.is_empty() {
                break;
            }
            (unit, low, high, falls) = (finer, first, last, found);
        }
        let falls = summed(&falls);
        // A lone day stands in the middle of a short axis instead of filling all of it.
        let margin = if high - low < 6 { 3 } else { 0 };
        let n = f64::from(high - low + 1 + 2 * margin);
        let left = |bar: i32| f64::from(bar - low + margin) / n;
        let most = f64::from(falls.iter().map(|f| f.1).max().unwrap_or(1).max(1));
        let is_of_mentions = self.is_of_mentions;
        let bars: Vec<TimeBar> = falls
            .into_iter()
            .filter_map(|(bar, n_all, n_in)| {
                let day = unit.first_of(bar)?;
                let days = unit.range(day);
                let is_alone = chosen == Some(days);
                let reset = || self.reset.clone().filter(|_| is_alone);
                Some(TimeBar {
                    left: left(bar),
                    width: 1.0 / n,
                    height: f64::from(n_all) / most,
                    height_in: f64::from(n_in) / most,
                    spoken: spoken(is_of_mentions, &unit.label(day), n_in, n_all),
                    days,
                    choose: reset().unwrap_or_else(|| choose(is_of_mentions, days)),
                    is_selected: chosen
                        .is_some_and(|c| c.first <= days.first && days.last <= c.last),
                })
            })
            .collect();
        let label = |bar: Option<&TimeBar>| bar.map_or(String::new(), |b| unit.label(b.days.first));
        let ends = (label(bars.first()), label(bars.last().filter(|_| bars.len() > 1)));
        Self { ticks: ticks(unit, (low, high), |bar| left(bar) + 0.5 / n), ends, bars, ..self }
    }
}

/// What falls on each bar, in the order of the axis. There are few bars, and many things fall on each.
fn summed(falls: &[Fall]) -> Vec<Fall> {
    let mut sums: Vec<Fall> = Vec::new();
    for &(bar, n_all, n_in) in falls {
        let at = match sums.binary_search_by(|sum| sum.0.cmp(&bar)) {
            Ok(at) => at,
            Err(at) => {
                sums.insert(at, (bar, 0, 0));
                at
            }
        };
        if let Some(sum) = sums.get_mut(at) {
            sum.1 += n_all;
            sum.2 += n_in;
        }
    }
    sums
}

fn spoken(is_of_mentions: bool, label: &str, n_in: u32, n_all: u32) -> String {
    if is_of_mentions {
        wording::time::mention_bar(label, n_in as usize, n_all as usize)
    } else {
        wording::time::time_bar(label, n_in as usize, n_all as usize)
    }
}

/// Names at whole steps along the axis, beginning with its first bar.
fn ticks(unit: Unit, (low, high): (i32, i32), left: impl Fn(i32) -> f64) -> Vec<(f64, String)> {
    let steps: &[i32] = match unit {
        Unit::Day => &[1, 2, 7, 14, 28],
        Unit::Month => &[1, 2, 3, 6, 12, 24],
        Unit::Year => &[1, 2, 5, 10, 20, 50, 100, 500, 1000],
    };
    let wide = |step: &&i32| (high - low) / **step <= TICKS;
    let step = steps.iter().find(wide).copied().unwrap_or(high - low + 1);
    let first = if unit == Unit::Day { low } else { low + (-low).rem_euclid(step) };
    let bars = core::iter::successors(Some(first), |bar| Some(bar + step));
    let bars = bars.take_while(|bar| *bar <= high);
    bars.filter_map(|bar| Some((left(bar), unit.tick(unit.first_of(bar)?)))).collect()
}
