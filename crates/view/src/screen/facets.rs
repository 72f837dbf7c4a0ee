//! The facets with their counts.
//!
//! Every count is of the set that the other facets leave, so that a reader sees what adding a value would bring.
//! What the selection leaves out stands last and is greyed, with the count it has in the whole corpus.

use super::says::outlet_label;
use super::{FacetPanel, FacetRow};
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{self, Count, FacetKey, Matches, Selection};
use dateline_core::gazetteer::PlaceKind;

pub(super) fn panels(corpus: &Corpus, state: &State) -> Vec<FacetPanel> {
    let all = facet::matches(corpus, &Selection::default());
    FacetKey::ALL
        .into_iter()
        .map(|key| {
            let open = facet::matches(corpus, &state.selection.without(key));
            match key {
                FacetKey::Place => places(corpus, state, &open, &all),
                FacetKey::Outlet => outlets(corpus, state, &open, &all),
            }
        })
        .collect()
}

fn percent(n: usize, most: usize) -> u8 {
    u8::try_from((n * 100).checked_div(most).unwrap_or(0)).unwrap_or(100)
}

/// Counts of the open set, then those of the whole corpus that the open set lacks; both by size.
fn in_and_out<T: Clone + PartialEq>(
    open: &[Count<T>],
    all: Vec<Count<T>>,
    label: impl Fn(&T) -> String,
) -> Vec<(Count<T>, bool)> {
    let out =
        all.into_iter().filter(|c| !open.iter().any(|o| o.value == c.value)).map(|c| (c, true));
    let mut rows: Vec<_> = open.iter().cloned().map(|c| (c, false)).chain(out).collect();
    rows.sort_by_cached_key(|(c, is_out)| {
        (*is_out, usize::MAX - c.n_articles, usize::MAX - c.n_excerpts, label(&c.value))
    });
    rows
}

fn places(corpus: &Corpus, state: &State, open: &Matches, all: &Matches) -> FacetPanel {
    let label = |p: &CorpusPlaceIdx| corpus.place(*p).name.clone();
    let rows =
        in_and_out(&facet::count_places(corpus, open), facet::count_places(corpus, all), label);
    let most = rows.iter().map(|(c, _)| c.n_articles).max().unwrap_or(0);
    let n_values = rows.iter().filter(|(_, out)| !out).count();
    let n_unplaced = rows.iter().filter(|(c, _)| corpus.place(c.value).point.is_none()).count();
    let rows: Vec<(FacetRow, CorpusPlaceIdx)> = rows
        .into_iter()
        .map(|(c, is_out)| {
            let place = corpus.place(c.value);
            let row = FacetRow {
                id: place.id.as_str().to_owned(),
                label: place.name.clone(),
                n_articles: c.n_articles,
                percent: if is_out { 0 } else { percent(c.n_articles, most) },
                depth: 0,
                is_selected: state.selection.places.contains(&place.id),
                is_out,
                spoken: wording::marker(
                    place,
                    corpus.country_of(place),
                    c.n_articles,
                    c.n_excerpts,
                ),
            };
            (row, c.value)
        })
        .collect();
    FacetPanel {
        key: FacetKey::Place,
        label: "Places".to_owned(),
        n_values,
        rows: as_tree(corpus, &rows),
        note: (n_unplaced > 0).then(|| wording::without_coordinates(n_unplaced)),
    }
}

/// Places below their country, when the country is named too; otherwise in the order in which they come.
fn as_tree(corpus: &Corpus, rows: &[(FacetRow, CorpusPlaceIdx)]) -> Vec<FacetRow> {
    let is_country = |p: CorpusPlaceIdx| corpus.place(p).kind == PlaceKind::Country;
    let country_row = |p: CorpusPlaceIdx| {
        let code = corpus.place(p).country?;
        rows.iter()
            .position(|&(_, other)| is_country(other) && corpus.place(other).country == Some(code))
    };
    let mut out = Vec::with_capacity(rows.len());
    for (i, (row, place)) in rows.iter().enumerate() {
        if !is_country(*place) && country_row(*place).is_some() {
            continue;
        }
        out.push(row.clone());
        if is_country(*place) {
            let below = rows.iter().filter(|&&(_, p)| !is_country(p) && country_row(p) == Some(i));
            out.extend(below.map(|(row, _)| FacetRow { depth: 1, ..row.clone() }));
        }
    }
    out
}

fn outlets(corpus: &Corpus, state: &State, open: &Matches, all: &Matches) -> FacetPanel {
    let rows =
        in_and_out(&facet::count_outlets(corpus, open), facet::count_outlets(corpus, all), |id| {
            outlet_label(corpus, id)
        });
    let most = rows.iter().map(|(c, _)| c.n_articles).max().unwrap_or(0);
    FacetPanel {
        key: FacetKey::Outlet,
        label: "Outlets".to_owned(),
        n_values: rows.iter().filter(|(_, out)| !out).count(),
        rows: rows
            .into_iter()
            .map(|(c, is_out)| {
                let label = outlet_label(corpus, &c.value);
                FacetRow {
                    id: c.value.as_str().to_owned(),
                    spoken: format!("{label}, {}", wording::articles(c.n_articles)),
                    label,
                    n_articles: c.n_articles,
                    percent: if is_out { 0 } else { percent(c.n_articles, most) },
                    depth: 0,
                    is_selected: state.selection.outlets.contains(&c.value),
                    is_out,
                }
            })
            .collect(),
        note: None,
    }
}
