//! The facets with their counts.
//!
//! Every count is of the set that the whole page shows.
//! What the selection leaves out stands last and is greyed, with the count that it has in the whole corpus beside it.

use super::{FacetPanel, FacetRow, JoinSwitch};
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{self, Count, Counts, FacetKey, Matches};
use dateline_core::gazetteer::{CountryCode, PlaceKind};
use dateline_core::order;

/// The facets of the page, in its order.
const SHOWN: [FacetKey; 5] =
    [FacetKey::Place, FacetKey::Person, FacetKey::Organisation, FacetKey::Said, FacetKey::Outlet];
/// More places than these help nobody; the search and the map find the rest.
const MOST_PLACES: usize = 200;
/// More rows of another facet than these.
const MOST_ROWS: usize = 40;

pub(super) fn panels(corpus: &Corpus, state: &State, set: &Matches) -> Vec<FacetPanel> {
    let set = facet::count(corpus, set);
    let panel = |key| panel(corpus, state, key, (&set, corpus.counts()));
    // A page whose articles were read without a tagger knows nobody.
    let is_shown = |panel: &FacetPanel| {
        matches!(panel.key, FacetKey::Place | FacetKey::Outlet) || !panel.rows.is_empty()
    };
    SHOWN.into_iter().map(panel).filter(is_shown).collect()
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
    limit: usize,
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
    let compare = |a: &Value, b: &Value| {
        a.is_out
            .cmp(&b.is_out)
            .then(b.count.n_articles.cmp(&a.count.n_articles))
            .then(b.count.n_excerpts.cmp(&a.count.n_excerpts))
            .then_with(|| name(a).cmp(name(b)))
            .then(a.count.value.cmp(&b.count.value))
    };
    let is_unplaced =
        |value: u32| key == FacetKey::Place && corpus.place(CorpusPlaceIdx(value)).point.is_none();
    let (mut first, mut others) = (Vec::with_capacity(limit + 1), Vec::new());
    let (mut n_all, mut most, mut n_unplaced) = (0, 0, 0);
    for value in values {
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
    Listed { values: first, n_all, most, n_unplaced }
}

fn panel(corpus: &Corpus, state: &State, key: FacetKey, counts: (&Counts, &Counts)) -> FacetPanel {
    let (set, all) = (counts.0.of(key), counts.1.of(key));
    let is_place = key == FacetKey::Place;
    let place = |value: u32| corpus.place(CorpusPlaceIdx(value));
    let limit = if is_place { MOST_PLACES } else { MOST_ROWS };
    let is_chosen = |value: u32| {
        let id = facet::id(corpus, key, value);
        state.selection.includes(key, id) || state.selection.excludes(key, id)
    };
    // Countries head what is shown below them.
    let is_head = |value: u32| is_place && place(value).kind == PlaceKind::Country;
    let Listed { values, n_all, most, n_unplaced } =
        listed(corpus, key, (&set, &all), limit, |value| is_head(value) || is_chosen(value));
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
    let n_left = n_all - rows.len();
    let notes = [
        (n_left > 0).then(|| wording::more_values(n_left)),
        (n_unplaced > 0).then(|| wording::without_coordinates(n_unplaced)),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    FacetPanel {
        key,
        label: wording::facets::label(key).to_owned(),
        n_values: set.len(),
        rows: if is_place {
            as_tree(corpus, rows)
        } else {
            rows.into_iter().map(|(row, _)| row).collect()
        },
        join: (state.selection.included(key).len() > 1).then(|| JoinSwitch {
            label: wording::facets::ALL_OF_THESE.to_owned(),
            is_all: state.selection.chosen(key).is_all(),
        }),
        note: (!notes.is_empty()).then(|| notes.join(", ")),
    }
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
    let n_shown = value.count.n_articles;
    let share = (n_shown * 100).checked_div(most).unwrap_or(0);
    FacetRow {
        id: id.to_owned(),
        n_articles: if value.is_out { 0 } else { n_shown },
        n_shown,
        percent: if value.is_out { 0 } else { u8::try_from(share).unwrap_or(100) },
        depth: 0,
        title: wording::facets::row_title(&label),
        is_selected: chosen.is_selected,
        is_excluded: chosen.is_excluded,
        leave: wording::facets::leave(&label, chosen.is_excluded),
        label,
        is_out: value.is_out,
        spoken: if value.is_out { wording::left_out(&spoken) } else { spoken },
    }
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
