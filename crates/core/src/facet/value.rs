//! The values of a facet: from id to number and back, their names, and what holds them in a tree.
//!
//! A number counts within its facet and holds for one corpus; an id stands in addresses and holds for all.

use super::class;
use super::day::Unresolved;
use super::index::n_people;
use super::key::FacetKey;
use super::selection::{Selection, is_id};
use crate::corpus::{Corpus, CorpusActorIdx, CorpusPlaceIdx};
use crate::gazetteer::PlaceId;
use crate::identify::{ActorId, ActorKind};
use crate::when::DayRange;

/// The number of a value; none when the corpus does not hold it.
pub fn find(corpus: &Corpus, key: FacetKey, id: &str) -> Option<u32> {
    if !is_id(id) {
        return None;
    }
    let actor = |kind| corpus.find_actor(kind, &ActorId::new(id)?).map(|idx| idx.0);
    let index = corpus.facets();
    let at = match key {
        FacetKey::Place => return corpus.find_place(&PlaceId::new(id)?).map(|idx| idx.0),
        FacetKey::Within => return index.within.find(id),
        FacetKey::Person => return actor(ActorKind::Person),
        FacetKey::Organisation => {
            let n_people = u32::try_from(n_people(corpus)).ok()?;
            return actor(ActorKind::Organisation)?.checked_sub(n_people);
        }
        FacetKey::Said => {
            return actor(ActorKind::Person).or_else(|| actor(ActorKind::Organisation));
        }
        FacetKey::On => index.days.ids.binary_search_by(|v| v.as_str().cmp(id)).ok(),
        FacetKey::Statement => class::STATEMENTS.iter().position(|v| *v == id),
        FacetKey::Confidence => class::CONFIDENCES.iter().position(|v| *v == id),
        FacetKey::Agency | FacetKey::Outlet | FacetKey::Language => {
            index.origins(key)?.list.binary_search_by(|(v, _)| v.as_str().cmp(id)).ok()
        }
    };
    u32::try_from(at?).ok()
}

/// The days of a value of the facet of days.
pub fn days_of(corpus: &Corpus, number: u32) -> Option<DayRange> {
    corpus.facets().days.ranges.get(number as usize).copied().flatten()
}

/// Words for a day that name none.
pub fn unresolved(corpus: &Corpus) -> &Unresolved {
    &corpus.facets().days.unresolved
}

/// The numbers of all values that an id stands for: one, or those of a range of days. None when the corpus holds nothing of it.
pub fn numbers(corpus: &Corpus, key: FacetKey, id: &str) -> Vec<u32> {
    match find(corpus, key, id) {
        Some(number) => vec![number],
        None if key == FacetKey::On => corpus.facets().days.within(id).collect(),
        None => Vec::new(),
    }
}

/// The id of a value; empty for a number that the facet does not have.
pub fn id(corpus: &Corpus, key: FacetKey, number: u32) -> &str {
    let index = corpus.facets();
    let at = number as usize;
    let found = match key {
        FacetKey::Place => corpus.places().get(at).map(|place| place.id.as_str()),
        FacetKey::Within => index.within.nodes.get(at).map(|node| node.id.as_str()),
        FacetKey::Person | FacetKey::Organisation | FacetKey::Said => {
            actor(corpus, key, number).map(|idx| corpus.actor(idx).id.as_str())
        }
        FacetKey::On => index.days.ids.get(at).map(String::as_str),
        FacetKey::Statement => class::STATEMENTS.get(at).copied(),
        FacetKey::Confidence => class::CONFIDENCES.get(at).copied(),
        FacetKey::Agency | FacetKey::Outlet | FacetKey::Language => {
            index.origins(key).and_then(|o| o.list.get(at)).map(|(id, _)| id.as_str())
        }
    };
    found.unwrap_or_default()
}

/// The name of a value as the corpus has it; none for days, classes and what is not known, which are worded elsewhere.
pub fn name(corpus: &Corpus, key: FacetKey, number: u32) -> Option<&str> {
    let index = corpus.facets();
    let at = number as usize;
    match key {
        FacetKey::Place => corpus.places().get(at).map(|place| place.name.as_str()),
        FacetKey::Within => index.within.nodes.get(at).map(|node| node.name.as_str()),
        FacetKey::Person | FacetKey::Organisation | FacetKey::Said => {
            actor(corpus, key, number).map(|idx| corpus.actor(idx).name.as_str())
        }
        FacetKey::On | FacetKey::Statement | FacetKey::Confidence => None,
        FacetKey::Agency | FacetKey::Outlet | FacetKey::Language => {
            index.origins(key)?.list.get(at)?.1.as_deref()
        }
    }
}

/// What holds a value in a tree: the division or country of a place, the country of a division, the month of a day, the year of a month.
/// Whatever holds the value also has the one that it is held by.
pub fn parent(corpus: &Corpus, key: FacetKey, number: u32) -> Option<(FacetKey, u32)> {
    let index = corpus.facets();
    match key {
        FacetKey::Place => {
            let [country, division] = index.within.around(number);
            Some((FacetKey::Within, division.or(country)?))
        }
        FacetKey::Within => {
            Some((key, index.within.nodes.get(number as usize).and_then(|node| node.parent)?))
        }
        FacetKey::On => Some((key, index.days.parent(number)?)),
        _ => None,
    }
}

/// The wanted places that the corpus holds, in the order in which they were chosen.
pub fn wanted_places<'a>(
    corpus: &'a Corpus,
    selection: &'a Selection,
) -> impl Iterator<Item = CorpusPlaceIdx> + Clone + 'a {
    let ids = selection.included(FacetKey::Place).iter();
    ids.filter_map(|id| find(corpus, FacetKey::Place, id)).map(CorpusPlaceIdx)
}

/// The person or organisation of a value: who is named, or who speaks.
pub fn actor(corpus: &Corpus, key: FacetKey, number: u32) -> Option<CorpusActorIdx> {
    let n_people = u32::try_from(n_people(corpus)).ok()?;
    let n_actors = u32::try_from(corpus.actors().len()).ok()?;
    let (idx, end) = match key {
        FacetKey::Person => (number, n_people),
        FacetKey::Organisation => (n_people.checked_add(number)?, n_actors),
        FacetKey::Said => (number, n_actors),
        _ => return None,
    };
    (idx < end).then_some(CorpusActorIdx(idx))
}
