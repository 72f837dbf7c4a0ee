//! Merging annotated articles: one list of places, one of people and organisations and one of values for all.
//!
//! Places are the same when their ids are; which names are one person or organisation is told by `identify::across`.

use super::{
    Actor, ActorMention, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Manner, Mention, Record,
    Statement, TimeMention, TimeValueIdx, Weighed, Weighings,
};
use crate::annotate::{Annotations, PlaceMention};
use crate::article::{Article, ArticleId};
use crate::gazetteer::{Place, PlaceId};
use crate::identify::{self, Across, Actors};
use crate::speech;
use std::collections::{BTreeMap, BTreeSet};

/// Most candidates that are kept for a mention.
const MOST_WEIGHED: usize = 5;

pub(super) fn merge(
    title: String,
    articles: Vec<(Article, Annotations)>,
    atlas: Vec<Place>,
) -> CorpusData {
    let mut seen: BTreeSet<ArticleId> = BTreeSet::new();
    let articles: Vec<_> =
        articles.into_iter().filter(|(article, _)| seen.insert(article.id.clone())).collect();
    let places = places_of(&articles, &|m, on| on(m.place));
    let mut weighed = places_of(&articles, &|m, on| {
        m.candidates.iter().take(MOST_WEIGHED).for_each(|candidate| on(candidate.place));
    });
    weighed.retain(|place| places.binary_search_by(|p| p.id.cmp(&place.id)).is_err());
    let (actors, numbers) = actors_of(&articles);
    let time_values: BTreeSet<String> = articles
        .iter()
        .flat_map(|(_, found)| found.times.iter().filter_map(|time| time.value.clone()))
        .collect();
    let time_values: Vec<String> = time_values.into_iter().collect();
    let records = articles
        .into_iter()
        .zip(&numbers)
        .map(|((article, found), actors)| {
            let lists = Lists { places: &places, actors, time_values: &time_values };
            record(article, &found, &lists)
        })
        .collect();
    let atlas = atlas.into_iter().map(Place::for_labels).collect();
    let weighed = weighed.into_iter().map(slim).collect();
    let corrections = Vec::new();
    CorpusData { title, records, places, actors, time_values, atlas, weighed, corrections }
}

/// Hands over places of a mention, as its article numbers them.
type EachPlace<'a> = &'a dyn Fn(&PlaceMention, &mut dyn FnMut(u32));

/// Places of all mentions, by id.
fn places_of(articles: &[(Article, Annotations)], each_place: EachPlace) -> Vec<Place> {
    let mut by_id: BTreeMap<PlaceId, Place> = BTreeMap::new();
    for (_, annotations) in articles {
        for mention in &annotations.places {
            each_place(mention, &mut |idx| {
                if let Some(place) = annotations.place(idx) {
                    by_id.entry(place.id.clone()).or_insert_with(|| place.clone());
                }
            });
        }
    }
    by_id.into_values().collect()
}

/// The actors of all articles, and for each article which of them its own are.
fn actors_of(articles: &[(Article, Annotations)]) -> (Vec<Actor>, Vec<Vec<CorpusActorIdx>>) {
    let parts: Vec<(&str, &Actors)> =
        articles.iter().map(|(article, found)| (article.text.as_str(), &found.actors)).collect();
    let Across { list, of } = identify::across(&parts);
    let mut list: Vec<(Actor, u32)> = list
        .into_iter()
        .zip(0u32..)
        .map(|(actor, old)| {
            let spellings = actor.spellings.into_iter().map(|(spelling, _)| spelling);
            let others: BTreeSet<String> = spellings.filter(|s| *s != actor.name).collect();
            let spellings = others.iter().collect();
            (Actor { id: actor.id, kind: actor.kind, name: actor.name, spellings }, old)
        })
        .collect();
    list.sort_by(|(a, _), (b, _)| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    let mut rank: Vec<u32> = vec![0; list.len()];
    for ((_, old), new) in list.iter().zip(0u32..) {
        if let Some(slot) = rank.get_mut(*old as usize) {
            *slot = new;
        }
    }
    let new_of = |old: u32| CorpusActorIdx(rank.get(old as usize).copied().unwrap_or(u32::MAX));
    let of = of.into_iter().map(|part| part.into_iter().map(new_of).collect()).collect();
    (list.into_iter().map(|(actor, _)| actor).collect(), of)
}

/// The lists into which the indexes of a record point.
struct Lists<'a> {
    places: &'a [Place],
    /// For each actor of the article the one of the corpus.
    actors: &'a [CorpusActorIdx],
    time_values: &'a [String],
}

fn record(article: Article, found: &Annotations, lists: &Lists) -> Record {
    let place = |idx: u32| {
        let id = &found.place(idx)?.id;
        let at = lists.places.binary_search_by(|p| p.id.cmp(id)).ok()?;
        u32::try_from(at).ok().map(CorpusPlaceIdx)
    };
    let actor = |idx: u32| lists.actors.get(idx as usize).copied();
    let value = |value: &String| {
        let at = lists.time_values.binary_search(value).ok()?;
        u32::try_from(at).ok().map(TimeValueIdx)
    };
    let mut weighings: Vec<Vec<Weighed>> = Vec::new();
    let mentions = found.places.iter().filter_map(|m| {
        let weighed = weighed(found, m);
        let known = weighings.iter().position(|of| *of == weighed);
        let weighing = known.unwrap_or_else(|| {
            weighings.push(weighed);
            weighings.len() - 1
        });
        Some(Mention {
            span: m.span,
            place: place(m.place)?,
            confidence: m.confidence,
            metonym: m.metonym,
            role: m.role,
            weighing: u32::try_from(weighing).ok()?,
        })
    });
    let mentions = mentions.collect();
    let named = found.actors.mentions.iter();
    let actors = named.filter_map(|m| Some(ActorMention { span: m.span, actor: actor(m.actor)? }));
    let times = found.times.iter().map(|m| TimeMention {
        span: m.span,
        kind: m.kind,
        value: m.value.as_ref().and_then(value),
    });
    let statements = found.statements.iter().map(|s| Statement {
        span: s.span,
        verb: s.verb,
        source: s.source,
        named: s.named,
        speaker: s.speaker.and_then(actor),
        manner: manner(s),
        continues: s.continues,
    });
    Record {
        mentions,
        actors: actors.collect(),
        times: times.collect(),
        statements: statements.collect(),
        weighings: Weighings::of(&weighings),
        article,
    }
}

/// A place as it is kept when it was only weighed: as the map's own labels are, but with its division.
fn slim(place: Place) -> Place {
    let division = place.division.clone();
    Place { division, ..place.for_labels() }
}

/// The candidates of a mention, those that weigh most.
fn weighed(found: &Annotations, mention: &PlaceMention) -> Vec<Weighed> {
    let candidates = mention.candidates.iter().take(MOST_WEIGHED);
    let weighed = candidates.filter_map(|candidate| {
        Some(Weighed {
            place: found.place(candidate.place)?.id.clone(),
            confidence: candidate.confidence,
            evidence: candidate.evidence.clone(),
        })
    });
    weighed.collect()
}

fn manner(said: &speech::Statement) -> Manner {
    match (said.direct, said.partial) {
        (_, true) => Manner::Mixed,
        (true, false) => Manner::Direct,
        (false, false) => Manner::Told,
    }
}
