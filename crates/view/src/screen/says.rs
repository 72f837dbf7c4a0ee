//! The selection as a sentence, with its counts and chips.

use super::facets::value_label;
use super::{Chip, MapSet, Says, area};
use crate::action::Action;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Matches, Selection};
use dateline_core::search;

pub(super) fn says(corpus: &Corpus, state: &State, set: &Matches, on_map: &MapSet) -> Says {
    let (n_articles, n_excerpts) = (set.articles.len(), set.sentences.len());
    let n_places = on_map.n_named();
    let is_narrowed = !state.selection.is_empty();
    Says {
        n_articles,
        n_excerpts,
        n_places,
        excerpts: wording::excerpts(n_excerpts),
        between: wording::IN.to_owned(),
        articles: wording::articles(n_articles),
        tail: if is_narrowed { String::new() } else { wording::names_places(n_articles, n_places) },
        chips: chips(corpus, state, n_articles),
        notes: notes(state),
        is_narrowed,
    }
}

/// What a reader should know of how the search was taken.
fn notes(state: &State) -> Vec<String> {
    search::parse(&state.selection.words).notes.iter().map(wording::search::note).collect()
}

/// The facets in the order in which the sentence says them: first what is told, then who tells it.
const TOLD: [FacetKey; 7] = [
    FacetKey::Within,
    FacetKey::Person,
    FacetKey::Organisation,
    FacetKey::Said,
    FacetKey::Statement,
    FacetKey::On,
    FacetKey::Confidence,
];
const TELLERS: [FacetKey; 3] = [FacetKey::Outlet, FacetKey::Agency, FacetKey::Language];

/// What narrows, in the order in which the sentence says it.
fn chips(corpus: &Corpus, state: &State, n_articles: usize) -> Vec<Chip> {
    let selection = &state.selection;
    let of = |key| of_facet(corpus, selection, key, n_articles);
    let range = wording::range(selection.from, selection.to);
    let words = selection.has_words().then(|| wording::quoted(selection.words.trim()));
    let mut chips = of(FacetKey::Place);
    let area = selection.area.map(|a| (area::label(corpus, a), Action::SetArea(None)));
    let lead = wording::area::lead(n_articles, !selection.included(FacetKey::Place).is_empty());
    chips.extend(joined((lead, wording::OR), area.into_iter(), true));
    chips.extend(TOLD.into_iter().chain(TELLERS).flat_map(of));
    let dates = range.map(|label| (label, Action::SetDates(None, None)));
    chips.extend(joined((wording::PUBLISHED_WHEN, wording::OR), dates.into_iter(), false));
    let words = words.map(|label| (label, Action::SetWords(String::new())));
    chips.extend(joined((wording::WITH_WORDS, wording::OR), words.into_iter(), false));
    chips
}

/// The chosen values of a facet, and then those that are excluded.
fn of_facet(corpus: &Corpus, selection: &Selection, key: FacetKey, n_articles: usize) -> Vec<Chip> {
    let chosen = selection.chosen(key);
    let label = |id: &String| {
        let found = facet::find(corpus, key, id);
        found.map_or_else(|| wording::facets::value(key, id), |n| value_label(corpus, key, n))
    };
    let between = if chosen.is_all() { wording::facets::AND } else { wording::OR };
    let wanted = chosen.included().iter();
    let wanted = wanted.map(|id| (label(id), Action::ToggleValue(key, id.clone())));
    let unwanted = chosen.excluded().iter();
    let unwanted = unwanted.map(|id| (label(id), Action::ExcludeValue(key, id.clone())));
    let is_place = key == FacetKey::Place;
    let leads = (wording::facets::lead(key, n_articles), between);
    let mut chips = joined(leads, wanted, is_place);
    chips.extend(joined((wording::facets::lead_out(key), wording::OR), unwanted, is_place));
    chips
}

/// Chips of one kind: the first is led by what the kind says, the others by what stands between them.
fn joined(
    (lead, between): (&str, &str),
    values: impl Iterator<Item = (String, Action)>,
    is_place: bool,
) -> Vec<Chip> {
    let chip = |(i, (label, remove)): (usize, (String, Action))| Chip {
        lead: if i == 0 { lead } else { between }.to_owned(),
        remove_label: wording::remove(&label),
        label,
        remove,
        is_place,
    };
    values.enumerate().map(chip).collect()
}
