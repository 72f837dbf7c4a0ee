//! The selection as a sentence, with its counts and chips.

use super::{Chip, Says, area};
use crate::action::Action;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Matches, OutletId};
use dateline_core::gazetteer::PlaceId;

pub(super) fn says(corpus: &Corpus, state: &State, set: &Matches) -> Says {
    let (n_articles, n_excerpts) = (set.articles.len(), set.sentences.len());
    let n_places = facet::count_places(corpus, set).len();
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
        is_narrowed,
    }
}

/// What narrows, in the order in which the sentence says it.
fn chips(corpus: &Corpus, state: &State, n_articles: usize) -> Vec<Chip> {
    let selection = &state.selection;
    let place = |id: &PlaceId| {
        let name = corpus.find_place(id).map_or(id.as_str(), |p| corpus.place(p).name.as_str());
        (name.to_owned(), Action::ToggleValue(FacetKey::Place, id.as_str().to_owned()))
    };
    let outlet = |id: &OutletId| {
        let remove = Action::ToggleValue(FacetKey::Outlet, id.as_str().to_owned());
        (outlet_label(corpus, id), remove)
    };
    let range = wording::range(selection.from, selection.to);
    let words = selection.has_words().then(|| wording::quoted(selection.words.trim()));
    let mut chips = Vec::new();
    chips.extend(joined(wording::that_name(n_articles), selection.places.iter().map(place), true));
    let area = selection.area.map(|a| (area::label(corpus, a), Action::SetArea(None)));
    let lead = wording::area::lead(n_articles, !selection.places.is_empty());
    chips.extend(joined(lead, area.into_iter(), true));
    chips.extend(joined(wording::IN, selection.outlets.iter().map(outlet), false));
    let dates = range.map(|label| (label, Action::SetDates(None, None)));
    chips.extend(joined(wording::PUBLISHED_WHEN, dates.into_iter(), false));
    let words = words.map(|label| (label, Action::SetWords(String::new())));
    chips.extend(joined(wording::WITH_WORDS, words.into_iter(), false));
    chips
}

/// Chips of one kind: the first is led by what the kind says, the others by "or".
fn joined<'a>(
    lead: &'a str,
    values: impl Iterator<Item = (String, Action)> + 'a,
    is_place: bool,
) -> impl Iterator<Item = Chip> + 'a {
    values.enumerate().map(move |(i, (label, remove))| Chip {
        lead: if i == 0 { lead } else { wording::OR }.to_owned(),
        remove_label: wording::remove(&label),
        label,
        remove,
        is_place,
    })
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
