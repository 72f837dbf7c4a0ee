//! The facets with their counts.
//!
//! Every count is of the set that the whole page shows.
//! What the selection leaves out stands last and is greyed, with the count that it has in the whole corpus beside it.

use super::{FacetPanel, FacetRow, FindBox, JoinSwitch};
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
/// More places than these help nobody; the search and the map find the rest.
const MOST_PLACES: usize = 200;
/// More rows of another facet than these.
const MOST_ROWS: usize = 40;

pub(super) fn panels(corpus: &Corpus, state: &State, set: &Counts) -> Vec<FacetPanel> {
    let panel = |key| panel(corpus, state, key, (set, corpus.counts()));
    let is_chosen = |key| !state.selection.chosen(key).is_empty();
    let is_shown = |panel: &FacetPanel| match panel.key {
        FacetKey::Place | FacetKey::Outlet => true,
        // One agency or language tells nothing apart.
        FacetKey::Agency | FacetKey::Language => panel.rows.len() > 1 || is_chosen(panel.key),
        // A page whose articles were read without a tagger knows nobody.
        _ => !panel.rows.is_empty() || panel.find.is_some(),
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
fn in_and_out(corpus: &Corpus, key: FacetKey, (set, all): (&Counts, &Counts)) -> Vec<Value> {
    let set = set.of(key);
    let in_set = |value: u32| set.binary_search_by(|c| c.value.cmp(&value)).is_ok();
    let all = all.of(key);
    let out = all.iter().filter(|c| !in_set(c.value)).map(|&count| (count, true));
    let mut values: Vec<Value> = set
        .iter()
        .map(|&count| (count, false))
        .chain(out)
        .map(|(count, is_out)| Value { count, is_out })
        .collect();
    let name = |v: &Value| {
        let value = v.count.value;
        facet::name(corpus, key, value).unwrap_or_else(|| facet::id(corpus, key, value))
    };
    if matches!(key, FacetKey::On | FacetKey::Statement | FacetKey::Confidence) {
        // Days stand in the order of the calendar, classes in their own.
        order::sort_by(&mut values, |a, b| a.count.value.cmp(&b.count.value));
        return values;
    }
    order::sort_by(&mut values, |a, b| {
        a.is_out
            .cmp(&b.is_out)
            .then(b.count.n_articles.cmp(&a.count.n_articles))
            .then(b.count.n_excerpts.cmp(&a.count.n_excerpts))
            .then_with(|| name(a).cmp(name(b)))
    });
    values
}

fn panel(corpus: &Corpus, state: &State, key: FacetKey, counts: (&Counts, &Counts)) -> FacetPanel {
    let mut values = in_and_out(corpus, key, counts);
    let n_all = values.len();
    let n_values = values.iter().filter(|v| !v.is_out).count();
    let sought = state.sought_in(key);
    if !sought.is_empty() {
        let sought = fold(sought);
        values.retain(|v| fold(&value_label(corpus, key, v.count.value)).contains(&sought));
    }
    let most = values.iter().map(|v| v.count.n_articles).max().unwrap_or(0);
    let is_place = key == FacetKey::Place;
    let place = |value: u32| corpus.place(CorpusPlaceIdx(value));
    let limit = if is_place { MOST_PLACES } else { MOST_ROWS };
    let rows: Vec<(FacetRow, u32)> = values
        .iter()
        .enumerate()
        .filter_map(|(i, v)| {
            let value = v.count.value;
            let id = facet::id(corpus, key, value);
            let is_selected = state.selection.includes(key, id);
            // Countries head what is shown below them.
            let is_head = is_place && place(value).kind == PlaceKind::Country
                || key == FacetKey::Within && facet::parent(corpus, key, value).is_none();
            (i < limit || is_head || is_selected || state.selection.excludes(key, id)).then(|| {
                let label = value_label(corpus, key, value);
                let spoken = spoken(corpus, key, v, &label);
                let chosen = Choice { is_selected, is_excluded: state.selection.excludes(key, id) };
                (row(v, (id, label), spoken, most, &chosen), value)
            })
        })
        .collect();
    let n_left = values.len() - rows.len();
    let unplaced = if is_place {
        values.iter().filter(|v| place(v.count.value).point.is_none()).count()
    } else {
        0
    };
    let notes = [
        (n_left > 0).then(|| wording::more_values(n_left)),
        (unplaced > 0).then(|| wording::without_coordinates(unplaced)),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    FacetPanel {
        key,
        label: wording::facets::label(key).to_owned(),
        n_values,
        find: (n_all > MANY_VALUES).then(|| FindBox {
            label: wording::facets::find_in(key),
            text: state.sought_in(key).to_owned(),
        }),
        is_foldable: is_foldable(key),
        is_folded: is_foldable(key) && state.selection.chosen(key).is_empty(),
        rows: if is_place { as_tree(corpus, rows) } else { nested(corpus, key, rows) },
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
