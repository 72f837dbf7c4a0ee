//! A corpus while corrections are applied: places, people and organisations under numbers, and mentions that point to them.
//!
//! Numbers stay until the end, when whoever lost all mentions goes and the lists are sorted again.
//! A corpus that nothing was done to comes out as it went in.

use super::Entity;
use crate::annotate::{Confidence, MentionRole};
use crate::article::Article;
use crate::corpus::{
    Actor, ActorMention, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Mention, Record,
};
use crate::gazetteer::{Place, PlaceId, PlaceKind, Spellings};
use crate::identify::ActorId;
use crate::order;
use crate::text::Span;
use core::cmp::Ordering;

/// Somebody or something in the lists, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Place(u32),
    Actor(u32),
}

pub(super) struct Change {
    data: CorpusData,
    /// Places that the corpus named before.
    n_named: usize,
    /// Places that it knew before: named ones, then weighed ones.
    n_known: usize,
    /// Places and actors that may have lost a mention.
    lost_places: Vec<u32>,
    lost_actors: Vec<u32>,
}

impl Change {
    pub(super) fn of(data: &CorpusData) -> Self {
        let mut data = data.clone();
        let n_named = data.places.len();
        data.places.append(&mut data.weighed);
        let n_known = data.places.len();
        Self { data, n_named, n_known, lost_places: Vec::new(), lost_actors: Vec::new() }
    }

    pub(super) fn articles(&self) -> impl Iterator<Item = &Article> {
        self.data.records.iter().map(|record| &record.article)
    }

    /// Looks among all that are known, the places of the map's own labels included.
    pub(super) fn find(&mut self, entity: &Entity) -> Option<Found> {
        match entity {
            Entity::Place(id) => {
                let known = self.data.places.iter().position(|place| place.id == *id);
                let at = known.or_else(|| {
                    let place = self.data.atlas.iter().find(|place| place.id == *id)?.clone();
                    self.data.places.push(place);
                    Some(self.data.places.len() - 1)
                })?;
                u32::try_from(at).ok().map(Found::Place)
            }
            Entity::Actor(kind, id) => {
                let mut actors = self.data.actors.iter();
                let at = actors.position(|actor| actor.kind == *kind && actor.id == *id)?;
                u32::try_from(at).ok().map(Found::Actor)
            }
        }
    }

    /// Whom or what the names in a span stand for.
    pub(super) fn named(&self, record: usize, span: Span) -> Option<Found> {
        let record = self.data.records.get(record)?;
        let mention = record.mentions.iter().find(|m| m.span.overlaps(span));
        let place = mention.map(|m| Found::Place(m.place.0));
        let actor = || record.actors.iter().find(|m| m.span.overlaps(span));
        place.or_else(|| actor().map(|m| Found::Actor(m.actor.0)))
    }

    /// Where names of a wording stand.
    pub(super) fn spans_worded(&self, record: usize, wording: &str) -> Vec<Span> {
        let Some(record) = self.data.records.get(record) else { return Vec::new() };
        let text = record.article.text.as_str();
        let places = record.mentions.iter().map(|m| m.span);
        let all = places.chain(record.actors.iter().map(|m| m.span));
        all.filter(|span| span.of(text) == wording).collect()
    }

    /// Adds one of the kind of another, with a name of its own.
    pub(super) fn add(&mut self, like: Found, id: &str, name: &str) -> Found {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        match like {
            Found::Place(of) => {
                let kind = self.data.places.get(of as usize).map(|place| place.kind);
                let at = self.data.places.len();
                self.data.places.extend(PlaceId::new(id).map(|id| Place {
                    id,
                    name: name.to_owned(),
                    kind: kind.unwrap_or(PlaceKind::Region),
                    country: None,
                    division: None,
                    point: None,
                    prominence: 5,
                    spellings: Spellings::default(),
                }));
                Found::Place(number(at))
            }
            Found::Actor(of) => {
                let kind = self.data.actors.get(of as usize).map(|actor| actor.kind);
                let at = self.data.actors.len();
                let new = ActorId::new(id).zip(kind).map(|(id, kind)| Actor {
                    id,
                    kind,
                    name: name.to_owned(),
                    spellings: Spellings::default(),
                });
                self.data.actors.extend(new);
                Found::Actor(number(at))
            }
        }
    }

    /// Says whom or what the names in a span stand for; for nobody and nothing when there is none.
    pub(super) fn assign(&mut self, record: usize, span: Span, to: Option<Found>) {
        let Some(record) = self.data.records.get_mut(record) else { return };
        let Record { mentions, actors, statements, .. } = record;
        let is_here = |of: Span| of.overlaps(span);
        let mut kept = None;
        for mention in mentions.iter().filter(|m| is_here(m.span)) {
            self.lost_places.push(mention.place.0);
            kept = kept.or_else(|| Some(mention.clone()));
        }
        let mut kept_span = kept.as_ref().map(|mention| mention.span);
        for mention in actors.iter().filter(|m| is_here(m.span)) {
            self.lost_actors.push(mention.actor.0);
            kept_span = kept_span.or(Some(mention.span));
        }
        let span = kept_span.unwrap_or(span);
        mentions.retain(|m| !is_here(m.span));
        actors.retain(|m| !is_here(m.span));
        let speaker = match to {
            Some(Found::Place(place)) => {
                let at = mentions.partition_point(|m| m.span.start < span.start);
                let mention = Mention {
                    span,
                    place: CorpusPlaceIdx(place),
                    confidence: Confidence::from_hundredths(100),
                    metonym: false,
                    role: kept.as_ref().map_or(MentionRole::Story, |m| m.role),
                    weighing: kept.map_or(u32::MAX, |m| m.weighing),
                };
                mentions.insert(at, mention);
                None
            }
            Some(Found::Actor(actor)) => {
                let actor = CorpusActorIdx(actor);
                let at = actors.partition_point(|m| m.span.start < span.start);
                actors.insert(at, ActorMention { span, actor });
                Some(actor)
            }
            None => None,
        };
        for said in statements {
            if [said.source, said.named].into_iter().flatten().any(is_here) {
                self.lost_actors.extend(said.speaker.map(|speaker| speaker.0));
                said.speaker = speaker;
            }
        }
    }

    /// Makes two one: all names of the first stand for the second; whether there was any.
    pub(super) fn merge(&mut self, from: Found, to: Found) -> bool {
        let names = self.names(from);
        let mut n_moved = 0u32;
        match (from, to) {
            (Found::Place(from), Found::Place(to)) => {
                self.lost_places.push(from);
                for mention in self.data.records.iter_mut().flat_map(|r| &mut r.mentions) {
                    if mention.place.0 == from {
                        mention.place = CorpusPlaceIdx(to);
                        n_moved += 1;
                    }
                }
            }
            (Found::Actor(from), Found::Actor(to)) => {
                self.lost_actors.push(from);
                for record in &mut self.data.records {
                    let named = record.actors.iter_mut().map(|m| &mut m.actor);
                    let speakers = record.statements.iter_mut().flat_map(|s| &mut s.speaker);
                    for idx in named.chain(speakers).filter(|idx| idx.0 == from) {
                        idx.0 = to;
                        n_moved += 1;
                    }
                }
            }
            // A place and a person are not the same, though a name may have been read as the wrong one.
            _ => return false,
        }
        if n_moved > 0 {
            self.add_spellings(to, &names);
        }
        n_moved > 0
    }

    /// Gives a name; the one before becomes a spelling. Whether it had another one.
    pub(super) fn rename(&mut self, of: Found, name: &str) -> bool {
        let before = self.names(of);
        let slot = match of {
            Found::Place(i) => self.data.places.get_mut(i as usize).map(|place| &mut place.name),
            Found::Actor(i) => self.data.actors.get_mut(i as usize).map(|actor| &mut actor.name),
        };
        let Some(slot) = slot.filter(|slot| *slot != name) else { return false };
        name.clone_into(slot);
        self.add_spellings(of, &before);
        true
    }

    /// Its name and its spellings.
    fn names(&self, of: Found) -> Vec<String> {
        let (name, spellings) = match of {
            Found::Place(i) => {
                let Some(place) = self.data.places.get(i as usize) else { return Vec::new() };
                (&place.name, &place.spellings)
            }
            Found::Actor(i) => {
                let Some(actor) = self.data.actors.get(i as usize) else { return Vec::new() };
                (&actor.name, &actor.spellings)
            }
        };
        core::iter::once(name.as_str()).chain(spellings.iter()).map(str::to_owned).collect()
    }

    fn add_spellings(&mut self, of: Found, more: &[String]) {
        let mut all = self.names(of);
        let first = if all.is_empty() { return } else { all.remove(0) };
        for name in more {
            if *name != first && !all.contains(name) {
                all.push(name.clone());
            }
        }
        let slot = match of {
            Found::Place(i) => self.data.places.get_mut(i as usize).map(|p| &mut p.spellings),
            Found::Actor(i) => {
                // Spellings of people and organisations are kept in their order.
                sort(&mut all, &|spelling| (0, spelling.as_str()));
                self.data.actors.get_mut(i as usize).map(|a| &mut a.spellings)
            }
        };
        slot.into_iter().for_each(|slot| *slot = all.iter().collect());
    }

    /// The corpus without those who are named no more, and with its lists in their order.
    pub(super) fn finish(self) -> CorpusData {
        let Self { mut data, n_named, n_known, lost_places, lost_actors } = self;
        let mut has_place = vec![false; data.places.len()];
        has_place.iter_mut().take(n_named).for_each(|has| *has = true);
        let mut has_actor = vec![true; data.actors.len()];
        let set = |list: &mut [bool], i: u32, value: bool| {
            list.iter_mut().skip(i as usize).take(1).for_each(|slot| *slot = value);
        };
        lost_places.iter().for_each(|i| set(&mut has_place, *i, false));
        lost_actors.iter().for_each(|i| set(&mut has_actor, *i, false));
        for record in &data.records {
            record.mentions.iter().for_each(|m| set(&mut has_place, m.place.0, true));
            let named = record.actors.iter().map(|m| m.actor);
            let speakers = record.statements.iter().filter_map(|said| said.speaker);
            named.chain(speakers).for_each(|actor| set(&mut has_actor, actor.0, true));
        }

        let places = core::mem::take(&mut data.places);
        let mut named: Vec<(Place, u32)> = Vec::new();
        for ((place, i), has) in places.into_iter().zip(0u32..).zip(&has_place) {
            if *has {
                named.push((place, i));
            } else if (i as usize) < n_known {
                data.weighed.push(place);
            }
        }
        sort(&mut named, &|(place, _)| (0, place.id.as_str()));
        sort(&mut data.weighed, &|place| (0, place.id.as_str()));
        let place_idx = ranks(has_place.len(), named.iter().map(|(_, i)| *i));
        data.places = named.into_iter().map(|(place, _)| place).collect();

        let actors = core::mem::take(&mut data.actors);
        let kept = actors.into_iter().zip(0u32..).zip(&has_actor).filter(|(_, has)| **has);
        let mut kept: Vec<(Actor, u32)> = kept.map(|(actor, _)| actor).collect();
        sort(&mut kept, &|(actor, _)| (actor.kind as u32, actor.id.as_str()));
        let actor_idx = ranks(has_actor.len(), kept.iter().map(|(_, i)| *i));
        data.actors = kept.into_iter().map(|(actor, _)| actor).collect();

        let rank = |ranks: &[u32], i: u32| ranks.get(i as usize).copied().unwrap_or(u32::MAX);
        for record in &mut data.records {
            record.mentions.iter_mut().for_each(|m| m.place.0 = rank(&place_idx, m.place.0));
            let named = record.actors.iter_mut().map(|m| &mut m.actor);
            let speakers = record.statements.iter_mut().flat_map(|said| &mut said.speaker);
            named.chain(speakers).for_each(|actor| actor.0 = rank(&actor_idx, actor.0));
        }
        data
    }
}

/// Sorts by a number and a text; the sorting itself is there once.
fn sort<T>(list: &mut Vec<T>, key: &dyn Fn(&T) -> (u32, &str)) {
    let mut order: Vec<u32> = (0..list.len()).filter_map(|i| u32::try_from(i).ok()).collect();
    let key_of = |i: u32| list.get(i as usize).map(key);
    let compare: &dyn Fn(&u32, &u32) -> Ordering = &|a, b| key_of(*a).cmp(&key_of(*b));
    order::sort_by(&mut order, compare);
    let mut from: Vec<Option<T>> = core::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|i| from.get_mut(i as usize)?.take()));
}

/// For each number where it stands in an order.
fn ranks(n: usize, order: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut ranks = vec![u32::MAX; n];
    for (i, rank) in order.zip(0u32..) {
        ranks.iter_mut().skip(i as usize).take(1).for_each(|slot| *slot = rank);
    }
    ranks
}
