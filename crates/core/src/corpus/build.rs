//! Merging annotated articles: one list of places for all, in the order of their ids.

use super::{CorpusData, CorpusPlaceIdx, Mention, Record};
use crate::annotate::Annotations;
use crate::article::{Article, ArticleId};
use crate::gazetteer::{Place, PlaceId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn merge(
    title: String,
    articles: Vec<(Article, Annotations)>,
    atlas: Vec<Place>,
) -> CorpusData {
    let mut seen: BTreeSet<ArticleId> = BTreeSet::new();
    let articles: Vec<_> =
        articles.into_iter().filter(|(article, _)| seen.insert(article.id.clone())).collect();

    let mut by_id: BTreeMap<PlaceId, Place> = BTreeMap::new();
    for (_, annotations) in &articles {
        for place in annotations.places.iter().filter_map(|m| annotations.place(m.place)) {
            by_id.entry(place.id.clone()).or_insert_with(|| place.clone());
        }
    }
    let ids: Vec<PlaceId> = by_id.keys().cloned().collect();
    let idx_of = |id: &PlaceId| {
        ids.binary_search(id).ok().and_then(|i| u32::try_from(i).ok()).map(CorpusPlaceIdx)
    };

    let records = articles
        .into_iter()
        .map(|(article, annotations)| {
            let mentions = annotations
                .places
                .iter()
                .filter_map(|m| {
                    let place = idx_of(&annotations.place(m.place)?.id)?;
                    Some(Mention {
                        span: m.span,
                        place,
                        confidence: m.confidence,
                        metonym: m.metonym,
                        role: m.role,
                    })
                })
                .collect();
            Record { article, mentions }
        })
        .collect();
    let atlas = atlas.into_iter().map(Place::for_labels).collect();
    CorpusData { title, records, places: by_id.into_values().collect(), atlas }
}
