//! Which place is meant: the names of an article are weighed together, and the evidence is kept.
//!
//! In go the names that `recognise` found; out come mentions, each with its ranked candidates.
//!
//! Method: names that may mean the same places form a group, and a group has one sense in an article.
//! What a group may mean is weighed by how widely each candidate is known and by what is said beside the name; then, a few times over, by what the other groups make likely: countries, divisions and neighbourhoods gain from each group in proportion to how sure it is (the mean field of a Markov random field over the article's names).
//! Weights are sums on a logarithmic scale; the confidence of a candidate is its share of the softmax.

use crate::annotate::{Associated, Candidate, Confidence, PlaceMention};
use crate::gazetteer::{Gazetteer, Place, PlaceId, PlaceIdx, Places};
use crate::knowledge::Knowledge;
use crate::recognise::Names;
use std::collections::BTreeMap;

mod around;
mod context;
mod evidence;
mod ground;
mod groups;
mod metonym;
mod prior;
mod unlisted;

use around::Around;
use groups::{Groups, Weighed};

/// How sure a name can be that has but one candidate: the rest is the chance that it is no place at all, or one that no gazetteer holds.
const CEILING: f64 = 0.97;
/// Most candidates that are told for a mention.
const MOST_CANDIDATES: usize = 6;

/// The places of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// Every place that is chosen or weighed below.
    pub entities: Vec<Place>,
    /// Mentions of places, in the order of the text.
    pub places: Vec<PlaceMention>,
    /// What points to places, in the order of the text.
    pub associated: Vec<Associated>,
}

/// Resolves all names of a text.
pub fn resolve(text: &str, names: &Names, knowledge: &Knowledge) -> Resolved {
    let gazetteer = knowledge.gazetteer();
    let around = Around::of(text, &names.places, gazetteer);
    let mut groups = Groups::of(names, &around);
    context::settle(&mut groups, gazetteer);

    let mut entities = Entities::of(gazetteer);
    let mut places = Vec::with_capacity(names.places.len());
    for (idx, name) in names.places.iter().enumerate() {
        let candidates = match groups.weigh(idx, name) {
            Some(weighed) => ranked(weighed, &mut entities),
            None => vec![unlisted::candidate(name, &around, &mut entities)],
        };
        let Some(best) = candidates.first() else { continue };
        let (place, confidence) = (best.place, best.confidence);
        let has_container = best.evidence.iter().any(evidence::is_of_container);
        let metonym = entities
            .list
            .get(place as usize)
            .is_some_and(|p| metonym::is_metonym(text, name.span, p, has_container));
        places.push(PlaceMention {
            span: name.span,
            place,
            confidence,
            metonym,
            role: name.role,
            candidates,
        });
    }
    let associated = names
        .associated
        .iter()
        .enumerate()
        .filter_map(|(idx, name)| {
            let best = groups.best_of_associated(idx)?;
            let place = entities.listed(best);
            Some(Associated { span: name.span, place, role: name.role })
        })
        .collect();
    Resolved { entities: entities.list, places, associated }
}

/// Candidates as the reader gets them, the best first.
fn ranked(mut weighed: Vec<Weighed>, entities: &mut Entities) -> Vec<Candidate> {
    weighed.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    let best = weighed.first().map_or(0.0, |w| w.score);
    let total: f64 = weighed.iter().map(|w| libm::exp(w.score - best)).sum();
    let share = |w: &Weighed| CEILING * libm::exp(w.score - best) / total;
    weighed.truncate(MOST_CANDIDATES);
    let candidate = |w: Weighed| Candidate {
        place: entities.listed(w.place),
        confidence: Confidence::from_share(share(&w)),
        evidence: w.evidence,
    };
    weighed.into_iter().map(candidate).collect()
}

/// The places that an article's annotations speak of, each once.
struct Entities<'g> {
    gazetteer: Places<'g>,
    list: Vec<Place>,
    /// Those of the gazetteer.
    listed: BTreeMap<PlaceIdx, u32>,
    /// Those that no gazetteer holds.
    unlisted: BTreeMap<PlaceId, u32>,
}

impl<'g> Entities<'g> {
    fn of(gazetteer: &'g Gazetteer) -> Self {
        Self {
            gazetteer: gazetteer.places(),
            list: Vec::new(),
            listed: BTreeMap::new(),
            unlisted: BTreeMap::new(),
        }
    }

    /// The index of a place of the gazetteer; it is taken out of it once.
    fn listed(&mut self, place: PlaceIdx) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let idx = *self.listed.entry(place).or_insert(next);
        if idx == next {
            self.list.push(self.gazetteer.get(place));
        }
        idx
    }

    /// The index of a place that no gazetteer holds; its id is no other's.
    fn index(&mut self, place: Place) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let idx = *self.unlisted.entry(place.id.clone()).or_insert(next);
        if idx == next {
            self.list.push(place);
        }
        idx
    }
}
