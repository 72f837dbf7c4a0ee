//! The list of places beside the map: all that the map does with places, without looking at it.
//!
//! In go the places of the set, most important first; out come those in view, those elsewhere, and those without coordinates.
//! The rows are only made while the list is open; the counts always.

use super::map_set::MapSet;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{Count, FacetKey};
use dateline_core::geo::mercator::Point;
use std::rc::Rc;

/// More rows of one group than these help nobody; the map and the search find the rest.
const MOST_ROWS: usize = 100;

/// What is said about the places on the map, and the list of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacesScreen {
    /// How many lie in view.
    pub n_in_view: usize,
    /// "Places in view, 12", on the button that opens the list.
    pub button: String,
    /// "12 places in view, 3 elsewhere.", for those who do not see the map.
    pub announced: String,
    /// The list, while it is open.
    pub list: Option<Rc<PlaceList>>,
}

/// The list of places.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceList {
    /// Those in view, those elsewhere, those without coordinates; none of them empty.
    pub groups: Vec<PlaceGroup>,
    /// Said when there is no place at all.
    pub empty: Option<String>,
}

/// Places of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceGroup {
    /// "In view, 12".
    pub heading: String,
    /// The places.
    pub rows: Vec<PlaceRow>,
    /// "and 900 more", when not all are listed.
    pub more: Option<String>,
}

/// One place of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Articles of the set that name it.
    pub n_articles: usize,
    /// Accessible name: "Qamishli, city in Syria, 5 articles, 7 excerpts".
    pub spoken: String,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Accessible name of the button that adds it or takes it away.
    pub toggle_label: String,
    /// Accessible name of the button that shows it on the map; none when it has no coordinates.
    pub show_label: Option<String>,
}

/// How many places of the set lie in view, and how many have a point elsewhere: the map has looked already.
pub(super) struct Seen {
    pub(super) n_in_view: usize,
    pub(super) n_elsewhere: usize,
}

pub(super) fn places(
    corpus: &Corpus,
    state: &State,
    set: &MapSet,
    is_in_view: &dyn Fn(Point) -> bool,
    seen: &Seen,
) -> PlacesScreen {
    let &Seen { n_in_view, n_elsewhere } = seen;
    let n_unplaced = set.spots.len().saturating_sub(n_in_view + n_elsewhere);
    PlacesScreen {
        n_in_view,
        button: wording::places::button(n_in_view),
        announced: wording::places::announced(n_in_view, n_elsewhere, n_unplaced),
        list: state.is_list_open.then(|| Rc::new(list(corpus, state, set, is_in_view))),
    }
}

fn list(
    corpus: &Corpus,
    state: &State,
    set: &MapSet,
    is_in_view: &dyn Fn(Point) -> bool,
) -> PlaceList {
    let (mut in_view, mut elsewhere, mut unplaced) = (Vec::new(), Vec::new(), Vec::new());
    for spot in &set.spots {
        match spot.at {
            None => unplaced.push(&spot.count),
            Some(at) if is_in_view(at) => in_view.push(&spot.count),
            Some(_) => elsewhere.push(&spot.count),
        }
    }
    let group = |heading: fn(usize) -> String, members: &[&Count<CorpusPlaceIdx>]| {
        let left = members.len().saturating_sub(MOST_ROWS);
        (!members.is_empty()).then(|| PlaceGroup {
            heading: heading(members.len()),
            rows: members.iter().take(MOST_ROWS).map(|c| row(corpus, state, c)).collect(),
            more: (left > 0).then(|| wording::places::and_more(left)),
        })
    };
    let groups = [
        group(wording::places::in_view, &in_view),
        group(wording::places::elsewhere, &elsewhere),
        group(wording::places::unplaced, &unplaced),
    ];
    PlaceList {
        groups: groups.into_iter().flatten().collect(),
        empty: set.spots.is_empty().then(|| wording::places::NONE.to_owned()),
    }
}

fn row(corpus: &Corpus, state: &State, count: &Count<CorpusPlaceIdx>) -> PlaceRow {
    let place = corpus.place(count.value);
    let is_selected = state.selection.includes(FacetKey::Place, place.id.as_str());
    let toggle = if is_selected { wording::places::take_away } else { wording::places::add };
    PlaceRow {
        id: place.id.as_str().to_owned(),
        label: place.name.clone(),
        n_articles: count.n_articles,
        spoken: wording::listed(
            place,
            corpus.country_of(place),
            count.n_articles,
            count.n_excerpts,
        ),
        is_selected,
        toggle_label: toggle(&place.name),
        show_label: place.point.map(|_| wording::places::show(&place.name)),
    }
}
