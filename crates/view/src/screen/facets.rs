//! The facets with their counts.
//!
//! Every count is of the set that the whole page shows.
//! What the selection leaves out stands last and is greyed with a 0; what it has in the whole corpus is told with its name.

use super::{FacetPanel, FacetRow, FindBox, JoinSwitch, MoreRows};
use crate::Action;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{self, Count, Counts, FacetKey};
use dateline_core::gazetteer::{CountryCode, PlaceKind};
use dateline_core::order;
use dateline_core::text::fold::fold;

/// The facets of the page, in its order.
const SHOWN: [FacetKey; 11] = [
    FacetKey::Place,
    FacetKey::Within,
    FacetKey::Person,
    FacetKey::Organisation,
    FacetKey::Said,
    FacetKey::Outlet,
    FacetKey::Agency,
    FacetKey::On,
    FacetKey::Statement,
    FacetKey::Confidence,
    FacetKey::Language,
];
/// Facets with more values than these can be searched.
const MANY_VALUES: usize = 12;
/// Where a list does not scroll by itself, so many rows stand before its end is asked for; the style sheet counts them too.
const FIRST_ROWS: usize = 12;
/// So many places stand before the reader asks for more, unless there are so many that those who look for one type its name. More rows than a reader looks through would only make each change slower.
const FIRST_PLACES: usize = 30;
/// More places than these help nobody; the box above them, the search and the map find the rest.
const MOST_PLACES: usize = 60;
/// More rows of another facet than these.
const MOST_ROWS: usize = 25;

pub(super) fn panels(corpus: &Corpus, state: &State, set: &Counts) -> Vec<FacetPanel> {
    let panel = |key| panel(corpus, state, key, (set, corpus.counts()));
    SHOWN.into_iter().filter_map(panel).collect()
}

/// What a value is called.
pub(super) fn value_label(corpus: &Corpus, key: FacetKey, value: u32) -> String {
    let name = facet::name(corpus, key, value).map(str::to_owned);
    name.unwrap_or_else(|| wording::facets::value(key, facet::id(corpus, key, value)))
}

/// A value with its counts in the set, or, when the set has nothing of it, in the whole corpus.
struct Value {
    count: Count<u32>,
    is_out: bool,
}

/// Values of the set, then those of the whole corpus that it lacks; both by size, and then by name.
struct Listed {
    /// The first of them, and those further down that stay.
    values: Vec<Value>,
    /// How many there are.
    n_known: usize,
    /// How many of them hold what is sought.
    n_all: usize,
    /// The greatest number of articles among them.
    most: usize,
    /// Places without coordinates among them.
    n_unplaced: usize,
}

/// Lists the first values of a facet. There may be tens of thousands, so only what is listed is put in order.
fn listed(
    corpus: &Corpus,
    key: FacetKey,
    (set, all): (&[Count<u32>], &[Count<u32>]),
    (limit, sought): (usize, &str),
    stays: impl Fn(u32) -> bool,
) -> Listed {
    // Both stand in the order of their numbers.
    let mut known = set.iter().map(|c| c.value).peekable();
    let mut is_out = |value: u32| {
        while known.next_if(|&k| k < value).is_some() {}
        known.peek() != Some(&value)
    };
    let out = all.iter().filter(|c| is_out(c.value)).map(|&count| Value { count, is_out: true });
    let values = set.iter().map(|&count| Value { count, is_out: false }).chain(out);
    let name = |v: &Value| {
        let value = v.count.value;
        facet::name(corpus, key, value).unwrap_or_else(|| facet::id(corpus, key, value))
    };
    // Days stand in the order of the calendar, classes in their own.
    let is_natural = matches!(key, FacetKey::On | FacetKey::Statement | FacetKey::Confidence);
    let compare = |a: &Value, b: &Value| {
        if is_natural {
            return a.count.value.cmp(&b.count.value);
        }
        a.is_out
            .cmp(&b.is_out)
            .then(b.count.n_articles.cmp(&a.count.n_articles))
            .then(b.count.n_excerpts.cmp(&a.count.n_excerpts))
            .then_with(|| name(a).cmp(name(b)))
            .then(a.count.value.cmp(&b.count.value))
    };
    let ground = corpus.ground();
    let is_unplaced =
        |value: u32| key == FacetKey::Place && ground.point(CorpusPlaceIdx(value)).is_none();
    let (mut first, mut others) = (Vec::with_capacity(limit + 1), Vec::new());
    let (mut n_known, mut n_all, mut most, mut n_unplaced) = (0, 0, 0, 0);
    for value in values {
        n_known += 1;
        let label = || value_label(corpus, key, value.count.value);
        if !sought.is_empty() && !fold(&label()).contains(sought) {
            continue;
        }
        n_all += 1;
        most = most.max(value.count.n_articles);
        n_unplaced += usize::from(is_unplaced(value.count.value));
        let is_full = first.len() == limit;
        let is_behind = first.last().is_none_or(|last| compare(last, &value).is_le());
        let left = if is_full && is_behind {
            Some(value)
        } else {
            let at = first.partition_point(|before| compare(before, &value).is_le());
            first.insert(at, value);
            is_full.then(|| first.pop()).flatten()
        };
        others.extend(left.filter(|v| stays(v.count.value)));
    }
    order::sort_by(&mut others, compare);
    first.extend(others);
    Listed { values: first, n_known, n_all, most, n_unplaced }
}

fn panel(
    corpus: &Corpus,
    state: &State,
    key: FacetKey,
    counts: (&Counts, &Counts),
) -> Option<FacetPanel> {
    let chosen = state.selection.chosen(key);
    let is_shown = match key {
        FacetKey::Place | FacetKey::Outlet => true,
        // One agency or language tells nothing apart.
        FacetKey::Agency | FacetKey::Language => counts.1.n_values(key) > 1 || !chosen.is_empty(),
        // A page whose articles were read without a tagger knows nobody.
        _ => counts.1.n_values(key) > 0,
    };
    let is_folded = is_foldable(key) && chosen.is_empty() && !state.unfolded.contains(&key);
    let folded = FacetPanel {
        key,
        label: wording::facets::label(key).to_owned(),
        n_values: counts.0.n_values(key),
        find: None,
        is_foldable: is_foldable(key),
        is_folded,
        rows: Vec::new(),
        join: None,
        more: None,
        has_large_numbers: false,
        is_brief: false,
        note: None,
    };
    if !is_shown {
        return None;
    }
    if is_folded {
        return Some(folded);
    }
    let (set, all) = (counts.0.of(key), counts.1.of(key));
    let sought = fold(state.sought_in(key));
    let is_place = key == FacetKey::Place;
    let place = |value: u32| corpus.place(CorpusPlaceIdx(value));
    let is_whole = is_foldable(key) || !sought.is_empty() || state.unfolded.contains(&key);
    let most_rows = if is_place { MOST_PLACES } else { MOST_ROWS };
    let is_huge = counts.1.n_values(key) > MOST_PLACES;
    let first_rows = if is_place && !is_huge { FIRST_PLACES } else { FIRST_ROWS };
    let limit = if is_whole { most_rows } else { first_rows };
    let ids = chosen.included().iter().chain(chosen.excluded());
    let chosen_values: Vec<u32> = ids.filter_map(|id| facet::find(corpus, key, id)).collect();
    let is_chosen = |value: u32| chosen_values.contains(&value);
    // Countries head what is shown below them.
    let is_head = |value: u32| {
        is_place && place(value).kind == PlaceKind::Country
            || key == FacetKey::Within && facet::parent(corpus, key, value).is_none()
    };
    let Listed { mut values, n_known, n_all, most, n_unplaced } =
        listed(corpus, key, (&set, &all), (limit, &sought), |value| {
            is_head(value) || is_chosen(value)
        });
    // Of the heads that were kept only those that head something stay.
    let head = |value: u32| match key {
        FacetKey::Place => place(value).country,
        _ => None,
    };
    let parent = |value: u32| facet::parent(corpus, key, value).map(|(_, parent)| parent);
    let (first, others) = values.split_at(limit.min(values.len()));
    let is_needed = |v: &Value| {
        let value = v.count.value;
        let heads = |below: &Value| {
            let below = below.count.value;
            head(value).is_some() && head(below) == head(value) || parent(below) == Some(value)
        };
        is_chosen(value) || first.iter().any(heads)
    };
    let needed: Vec<bool> = others.iter().map(is_needed).collect();
    let (mut at, n_first) = (0, first.len());
    values.retain(|_| {
        at += 1;
        at <= n_first || needed.get(at - 1 - n_first).copied().unwrap_or(true)
    });
    let rows: Vec<(FacetRow, u32)> = values
        .iter()
        .map(|v| {
            let value = v.count.value;
            let id = facet::id(corpus, key, value);
            let label = value_label(corpus, key, value);
            let spoken = spoken(corpus, key, v, &label);
            let chosen = Choice {
                is_selected: state.selection.includes(key, id),
                is_excluded: state.selection.excludes(key, id),
            };
            (row(v, (id, label), spoken, most, &chosen), value)
        })
        .collect();
    let n_rows = rows.len();
    let n_left = n_all - n_rows;
    let is_cut = !is_whole && n_all.min(most_rows) > n_rows;
    let is_brief = !is_whole && n_rows > FIRST_ROWS;
    let is_unfolded = !is_foldable(key) && sought.is_empty() && state.unfolded.contains(&key);
    let has_range = chosen.included().iter().any(|id| facet::range_of(id).is_some());
    let notes = [
        (n_all == 0 && !sought.is_empty()).then(|| wording::keys::NOTHING.to_owned()),
        (n_left > 0 && !is_cut).then(|| wording::more_values(n_left)),
        (n_unplaced > 0).then(|| wording::without_coordinates(n_unplaced)),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    Some(FacetPanel {
        find: (n_known > MANY_VALUES).then(|| FindBox {
            label: wording::facets::find_in(key),
            text: state.sought_in(key).to_owned(),
        }),
        rows: if is_place { as_tree(corpus, rows) } else { nested(corpus, key, rows) },
        join: (chosen.included().len() > 1 && !has_range).then(|| JoinSwitch {
            label: wording::facets::ALL_OF_THESE.to_owned(),
            is_all: state.selection.chosen(key).is_all(),
        }),
        more: (is_cut || is_brief || is_unfolded && n_rows > FIRST_ROWS).then_some(MoreRows {
            label: if is_unfolded {
                wording::facets::SHOW_FEWER
            } else {
                wording::facets::SHOW_MORE
            },
            choose: Action::Fold(key, is_unfolded),
            is_on_desk: is_cut || is_unfolded && n_rows > first_rows,
        }),
        has_large_numbers: most > 999,
        is_brief,
        note: (!notes.is_empty()).then(|| notes.join(", ")),
        ..folded
    })
}

fn spoken(corpus: &Corpus, key: FacetKey, value: &Value, label: &str) -> String {
    let Count { value: number, n_articles, n_excerpts } = value.count;
    if key == FacetKey::Place {
        let place = corpus.place(CorpusPlaceIdx(number));
        wording::listed(place, corpus.country_of(place), n_articles, n_excerpts)
    } else {
        wording::facets::listed(label, n_articles)
    }
}

/// How a value is chosen.
struct Choice {
    is_selected: bool,
    is_excluded: bool,
}

/// The row of a value, where `most` is the greatest count of its facet.
fn row(
    value: &Value,
    (id, label): (&str, String),
    spoken: String,
    most: usize,
    chosen: &Choice,
) -> FacetRow {
    let n_articles = value.count.n_articles;
    let share = (n_articles * 100).checked_div(most).unwrap_or(0);
    FacetRow {
        id: id.to_owned(),
        n_articles: if value.is_out { 0 } else { n_articles },
        percent: if value.is_out { 0 } else { u8::try_from(share).unwrap_or(100) },
        depth: 0,
        is_selected: chosen.is_selected,
        is_excluded: chosen.is_excluded,
        leave: wording::facets::leave(&label, chosen.is_excluded),
        is_out: value.is_out,
        spoken: if value.is_out { wording::left_out(&label, &spoken) } else { spoken },
        label,
    }
}

/// What few readers ask for is folded away until something of it is chosen.
fn is_foldable(key: FacetKey) -> bool {
    matches!(
        key,
        FacetKey::Within
            | FacetKey::Agency
            | FacetKey::On
            | FacetKey::Statement
            | FacetKey::Confidence
            | FacetKey::Language
    )
}

/// Values below what holds them: divisions below countries, months below years, days below months.
fn nested(corpus: &Corpus, key: FacetKey, rows: Vec<(FacetRow, u32)>) -> Vec<FacetRow> {
    let holder = |value: u32| facet::parent(corpus, key, value).map(|(_, holder)| holder);
    let mut left: Vec<(u8, FacetRow, u32)> = Vec::new();
    let held: Vec<u32> = rows.iter().map(|row| row.1).collect();
    for (row, value) in rows {
        let above = holder(value).filter(|holder| held.contains(holder));
        // Behind the last row that its holder holds, or first of all that it has none.
        let at = above.and_then(|above| {
            let head = left.iter().position(|row| row.2 == above)?;
            let depth = left.get(head)?.0;
            let below = left.iter().skip(head + 1).take_while(|row| row.0 > depth).count();
            Some((head + 1 + below, depth + 1))
        });
        let (at, depth) = at.unwrap_or((left.len(), 0));
        left.insert(at, (depth, FacetRow { depth, ..row }, value));
    }
    left.into_iter().map(|(_, row, _)| row).collect()
}

/// Places below their country, when the country is named too.
/// A country stands where the first of its places or itself would stand, so that what is left out stays below what is not.
fn as_tree(corpus: &Corpus, rows: Vec<(FacetRow, u32)>) -> Vec<FacetRow> {
    let place = |value: u32| corpus.place(CorpusPlaceIdx(value));
    let named: Vec<(CountryCode, u32)> = rows
        .iter()
        .filter(|(_, p)| place(*p).kind == PlaceKind::Country)
        .filter_map(|&(_, p)| Some((place(p).country?, p)))
        .collect();
    // Each branch: its root, the row of that, if it has come already, and the rows below it.
    let mut branches: Vec<(u32, Option<FacetRow>, Vec<FacetRow>)> = Vec::new();
    for (row, value) in rows {
        let country = place(value).country;
        let root = named.iter().find(|(code, _)| Some(*code) == country).map_or(value, |n| n.1);
        let at = branches.iter().position(|branch| branch.0 == root).unwrap_or_else(|| {
            branches.push((root, None, Vec::new()));
            branches.len() - 1
        });
        let Some((_, own, below)) = branches.get_mut(at) else { continue };
        if root == value {
            *own = Some(row);
        } else {
            below.push(FacetRow { depth: 1, ..row });
        }
    }
    branches.into_iter().flat_map(|(_, own, below)| own.into_iter().chain(below)).collect()
}
