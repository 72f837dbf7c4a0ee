//! The facets with their counts.
//!
//! Every count is of the set that the whole page shows.
//! What the selection leaves out stands last and is greyed, with the count that it has in the whole corpus beside it.

use super::says::outlet_label;
use super::{FacetPanel, FacetRow};
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{self, Count, FacetKey, Matches, OutletId, Selection};
use dateline_core::gazetteer::{CountryCode, PlaceKind};
use std::collections::BTreeMap;

/// More rows of one facet than these help nobody; the search and the map find the rest.
const MOST_ROWS: usize = 200;

pub(super) fn panels(corpus: &Corpus, state: &State, set: &Matches) -> Vec<FacetPanel> {
    let all = facet::matches(corpus, &Selection::default());
    let panel = |key| match key {
        FacetKey::Place => places(corpus, state, set, &all),
        FacetKey::Outlet => outlets(corpus, state, set, &all),
    };
    FacetKey::ALL.into_iter().map(panel).collect()
}

/// A value with its counts in the set, or, when the set has nothing of it, in the whole corpus.
struct Value<T> {
    count: Count<T>,
    is_out: bool,
    label: String,
}

/// Values of the set, then those of the whole corpus that it lacks; both by size.
fn in_and_out<T: Clone + Ord>(
    set: Vec<Count<T>>,
    all: Vec<Count<T>>,
    label: impl Fn(&T) -> String,
) -> Vec<Value<T>> {
    let in_set = |value: &T| set.binary_search_by(|c| c.value.cmp(value)).is_ok();
    let out: Vec<_> = all.into_iter().filter(|c| !in_set(&c.value)).map(|c| (c, true)).collect();
    let mut values: Vec<_> = set
        .into_iter()
        .map(|c| (c, false))
        .chain(out)
        .map(|(count, is_out)| Value { label: label(&count.value), count, is_out })
        .collect();
    values.sort_by(|a, b| {
        a.is_out
            .cmp(&b.is_out)
            .then(b.count.n_articles.cmp(&a.count.n_articles))
            .then(b.count.n_excerpts.cmp(&a.count.n_excerpts))
            .then_with(|| a.label.cmp(&b.label))
    });
    values
}

/// The row of a value, where `most` is the greatest count of its facet.
fn row<T>(value: &Value<T>, id: &str, spoken: String, most: usize, is_selected: bool) -> FacetRow {
    let n_shown = value.count.n_articles;
    let share = (n_shown * 100).checked_div(most).unwrap_or(0);
    FacetRow {
        id: id.to_owned(),
        label: value.label.clone(),
        n_articles: if value.is_out { 0 } else { n_shown },
        n_shown,
        percent: if value.is_out { 0 } else { u8::try_from(share).unwrap_or(100) },
        depth: 0,
        is_selected,
        is_out: value.is_out,
        spoken: if value.is_out { wording::left_out(&spoken) } else { spoken },
    }
}

fn most<T>(values: &[Value<T>]) -> usize {
    values.iter().map(|v| v.count.n_articles).max().unwrap_or(0)
}

fn places(corpus: &Corpus, state: &State, set: &Matches, all: &Matches) -> FacetPanel {
    let label = |p: &CorpusPlaceIdx| corpus.place(*p).name.clone();
    let values =
        in_and_out(facet::count_places(corpus, set), facet::count_places(corpus, all), label);
    let most = most(&values);
    let unplaced = values.iter().filter(|v| corpus.place(v.count.value).point.is_none()).count();
    let is_shown = |&(i, v): &(usize, &Value<CorpusPlaceIdx>)| {
        let place = corpus.place(v.count.value);
        let is_selected = || state.selection.places.contains(&place.id);
        // Countries head what is shown below them.
        i < MOST_ROWS || place.kind == PlaceKind::Country || is_selected()
    };
    let rows: Vec<(FacetRow, CorpusPlaceIdx)> = values
        .iter()
        .enumerate()
        .filter(is_shown)
        .map(|(_, v)| {
            let place = corpus.place(v.count.value);
            let (country, count) = (corpus.country_of(place), &v.count);
            let spoken = wording::listed(place, country, count.n_articles, count.n_excerpts);
            let is_selected = state.selection.places.contains(&place.id);
            (row(v, place.id.as_str(), spoken, most, is_selected), count.value)
        })
        .collect();
    let n_left = values.len() - rows.len();
    let notes = [
        (n_left > 0).then(|| wording::more_values(n_left)),
        (unplaced > 0).then(|| wording::without_coordinates(unplaced)),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    FacetPanel {
        key: FacetKey::Place,
        label: wording::PLACES.to_owned(),
        n_values: values.iter().filter(|v| !v.is_out).count(),
        rows: as_tree(corpus, rows),
        note: (!notes.is_empty()).then(|| notes.join(", ")),
    }
}

/// Places below their country, when the country is named too.
/// A country stands where the first of its places or itself would stand, so that what is left out stays below what is not.
fn as_tree(corpus: &Corpus, rows: Vec<(FacetRow, CorpusPlaceIdx)>) -> Vec<FacetRow> {
    let is_country = |p: CorpusPlaceIdx| corpus.place(p).kind == PlaceKind::Country;
    let named: BTreeMap<CountryCode, CorpusPlaceIdx> = rows
        .iter()
        .filter(|(_, p)| is_country(*p))
        .filter_map(|&(_, p)| Some((corpus.place(p).country?, p)))
        .collect();
    // Each branch: the row of its root, if it has come already, and the rows below it.
    let mut branches: Vec<(CorpusPlaceIdx, Option<FacetRow>, Vec<FacetRow>)> = Vec::new();
    let mut branch_of: BTreeMap<CorpusPlaceIdx, usize> = BTreeMap::new();
    for (row, place) in rows {
        let country = corpus.place(place).country.and_then(|code| named.get(&code).copied());
        let root = country.unwrap_or(place);
        let at = *branch_of.entry(root).or_insert_with(|| {
            branches.push((root, None, Vec::new()));
            branches.len() - 1
        });
        let Some((_, own, below)) = branches.get_mut(at) else { continue };
        if root == place {
            *own = Some(row);
        } else {
            below.push(FacetRow { depth: 1, ..row });
        }
    }
    branches.into_iter().flat_map(|(_, own, below)| own.into_iter().chain(below)).collect()
}

fn outlets(corpus: &Corpus, state: &State, set: &Matches, all: &Matches) -> FacetPanel {
    let (set, all) = (facet::count_outlets(corpus, set), facet::count_outlets(corpus, all));
    let values = in_and_out(set, all, |id| outlet_label(corpus, id));
    let most = most(&values);
    let view = |v: &Value<OutletId>| {
        let spoken = wording::outlet(&v.label, v.count.n_articles);
        row(
            v,
            v.count.value.as_str(),
            spoken,
            most,
            state.selection.outlets.contains(&v.count.value),
        )
    };
    FacetPanel {
        key: FacetKey::Outlet,
        label: wording::OUTLETS.to_owned(),
        n_values: values.iter().filter(|v| !v.is_out).count(),
        rows: values.iter().map(view).collect(),
        note: None,
    }
}
