//! The selection as a sentence, with its counts and chips.

use super::{Chip, Says};
use crate::action::Action;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Matches, OutletId};

pub(super) fn says(corpus: &Corpus, state: &State, set: &Matches) -> Says {
    let (n_articles, n_excerpts) = (set.articles.len(), set.sentences.len());
    let n_places = facet::count_places(corpus, set).len();
    let is_narrowed = !state.selection.is_empty();
    Says {
        n_articles,
        n_excerpts,
        n_places,
        excerpts: wording::excerpts(n_excerpts),
        between: "in".to_owned(),
        articles: wording::articles(n_articles),
        tail: wording::says_tail(n_places, is_narrowed, !state.selection.places.is_empty()),
        chips: chips(corpus, state),
        is_narrowed,
    }
}

fn chips(corpus: &Corpus, state: &State) -> Vec<Chip> {
    let selection = &state.selection;
    let places = selection.places.iter().map(|id| {
        let name = corpus.find_place(id).map_or(id.as_str(), |p| corpus.place(p).name.as_str());
        chip(name.to_owned(), Action::ToggleValue(FacetKey::Place, id.as_str().to_owned()), true)
    });
    let outlets = selection.outlets.iter().map(|id| {
        chip(
            outlet_label(corpus, id),
            Action::ToggleValue(FacetKey::Outlet, id.as_str().to_owned()),
            false,
        )
    });
    let range = wording::range(selection.from, selection.to)
        .map(|label| chip(label, Action::SetDates(None, None), false));
    let words = (!selection.words.trim().is_empty()).then(|| {
        chip(wording::quoted(selection.words.trim()), Action::SetWords(String::new()), false)
    });
    places.chain(outlets).chain(range).chain(words).collect()
}

fn chip(label: String, remove: Action, is_place: bool) -> Chip {
    Chip { remove_label: wording::remove(&label), label, remove, is_place }
}

/// The name of an outlet as its articles write it.
pub(super) fn outlet_label(corpus: &Corpus, id: &OutletId) -> String {
    corpus
        .records()
        .iter()
        .find(|r| OutletId::of(&r.article) == *id)
        .and_then(|r| r.article.outlet.clone())
        .unwrap_or_else(|| wording::UNKNOWN_OUTLET.to_owned())
}
