//! Joining corpora: what was added while the page is open becomes one with what it held.
//!
//! In: a corpus and further ones, each indexed by itself.
//! Out: one corpus, as if all articles had been merged at once; an article that is there already is skipped and counted.
//! Sentences and folded names are taken over and not made again, so that joining costs little more than copying.

use super::index::{countries_of, usage_of};
use super::{ArticleIdx, Corpus, CorpusData, CorpusPlaceIdx, Sentence};
use crate::article::ArticleId;
use crate::gazetteer::{Place, PlaceId};
use crate::search::WordIndex;
use std::collections::{BTreeMap, BTreeSet};

/// A joined corpus, and what came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// All of it. What was there stands first, in its order; what came in follows.
    pub corpus: Corpus,
    /// The first article that came in; as many as the corpus has when none did.
    pub first: ArticleIdx,
    /// Articles that were there already, or came twice.
    pub n_twice: usize,
}

/// A place with its folded names.
type Named = (Place, Vec<String>);

impl Corpus {
    /// This corpus with the articles of others at its end; title and atlas stay.
    #[must_use]
    pub fn join(&self, others: Vec<Self>) -> Joined {
        let mut seen: BTreeSet<ArticleId> =
            self.data.records.iter().map(|r| r.article.id.clone()).collect();
        let mut places: BTreeMap<PlaceId, Named> = BTreeMap::new();
        let mut records = self.data.records.clone();
        let mut sentences = self.sentences.clone();
        // Which place each mention means is settled when all places are known: until then, ids by part.
        let mut ids: Vec<Vec<PlaceId>> =
            vec![note_places(&self.data.places, &self.names, &mut places)];
        let mut part_of: Vec<usize> = vec![0; records.len()];
        let mut words = Vec::with_capacity(others.len());
        let mut n_twice = 0;
        let n_before = records.len();
        for other in others {
            ids.push(note_places(&other.data.places, &other.names, &mut places));
            let mut moved: Vec<Option<ArticleIdx>> = Vec::with_capacity(other.data.records.len());
            for record in other.data.records {
                let next = u32::try_from(records.len()).ok().map(ArticleIdx);
                let next = next.filter(|_| seen.insert(record.article.id.clone()));
                n_twice += usize::from(next.is_none());
                moved.push(next);
                if next.is_some() {
                    records.push(record);
                    part_of.push(ids.len() - 1);
                }
            }
            let first = sentences.len();
            sentences.extend(other.sentences.into_iter().filter_map(|sentence| {
                let article = *moved.get(sentence.article.0 as usize)?;
                Some(Sentence { article: article?, ..sentence })
            }));
            // What was read is read again only where articles were skipped.
            words.push(if moved.iter().all(Option::is_some) {
                other.search.into_words()
            } else {
                WordIndex::of(&records, sentences.get(first..).unwrap_or_default())
            });
        }
        let named: BTreeSet<PlaceId> = records
            .iter()
            .zip(&part_of)
            .flat_map(|(record, part)| {
                let of_part = ids.get(*part);
                record
                    .mentions
                    .iter()
                    .filter_map(move |m| of_part?.get(m.place.0 as usize).cloned())
            })
            .collect();
        // The places of an article that was skipped may be named nowhere else.
        let kept = |id: &PlaceId| named.contains(id) || self.find_place(id).is_some();
        places.retain(|id, _| kept(id));
        let idx_of: BTreeMap<PlaceId, CorpusPlaceIdx> =
            places.keys().cloned().zip((0u32..).map(CorpusPlaceIdx)).collect();
        for (record, part) in records.iter_mut().zip(part_of) {
            for mention in &mut record.mentions {
                let id = ids.get(part).and_then(|ids| ids.get(mention.place.0 as usize));
                // Every mention of an indexed corpus names one of its places.
                if let Some(idx) = id.and_then(|id| idx_of.get(id)) {
                    mention.place = *idx;
                }
            }
        }
        let (places, names) = places.into_values().unzip();
        let data = CorpusData {
            title: self.data.title.clone(),
            records,
            places,
            atlas: self.data.atlas.clone(),
        };
        let first = ArticleIdx(u32::try_from(n_before).unwrap_or(u32::MAX));
        let (usage, countries) = (usage_of(&data), countries_of(&data));
        let search = self.search.joined(words, &data, &sentences);
        Joined { corpus: Self { data, sentences, names, search, usage, countries }, first, n_twice }
    }
}

/// Notes places that are new with their names; the ids of the part, by its own numbers.
fn note_places(
    list: &[Place],
    names: &[Vec<String>],
    all: &mut BTreeMap<PlaceId, Named>,
) -> Vec<PlaceId> {
    for (place, names) in list.iter().zip(names) {
        if !all.contains_key(&place.id) {
            all.insert(place.id.clone(), (place.clone(), names.clone()));
        }
    }
    list.iter().map(|place| place.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::article::Article;
    use crate::knowledge::Knowledge;

    /// Texts of one corpus.
    type Texts = &'static [&'static str];

    fn corpus(texts: &[&str]) -> Corpus {
        let knowledge = Knowledge::curated().unwrap();
        let annotated = texts.iter().map(|text| {
            let article = Article::new("a", None, (*text).to_owned());
            let annotations = annotate(&article, &knowledge);
            (article, annotations)
        });
        Corpus::new(CorpusData::from_annotated("One".into(), annotated.collect(), Vec::new()))
    }

    #[test]
    fn joined_is_as_if_merged_at_once() {
        let rows: [(Texts, &[Texts], usize); 7] = [
            (&[], &[], 0),
            (&["Ships left Tartous."], &[], 0),
            (&["Ships left Tartous."], &[&["A road to Qamishli. It was closed."]], 0),
            (&["Ships left Tartous."], &[&["Ships left Tartous."]], 1),
            (
                &["Qamishli and Aleppo."],
                &[&["Aleppo alone."], &["Nothing."], &["Damascus, then Aleppo."]],
                0,
            ),
            (&[], &[&["In Paris.", "In Berlin."], &["In Berlin.", "In Ankara."]], 1),
            (&["In Berlin. In Rome."], &[&[], &["In Berlin. In Rome.", "In Cairo."]], 1),
        ];
        for (base, parts, n_twice) in rows {
            let joined = corpus(base).join(parts.iter().map(|texts| corpus(texts)).collect());
            let mut all: Vec<&str> = base.to_vec();
            all.extend(parts.iter().copied().flatten());
            assert_eq!(joined.corpus, corpus(&all), "{base:?} {parts:?}");
            assert_eq!(joined.n_twice, n_twice, "{base:?} {parts:?}");
            assert_eq!(joined.first.0 as usize, base.len());
        }
    }

    #[test]
    fn title_and_atlas_stay() {
        let mut data = CorpusData { title: "Mine".into(), ..CorpusData::default() };
        data.atlas = corpus(&["In Cairo."]).places().to_vec();
        let joined = Corpus::new(data.clone()).join(vec![corpus(&["In Rome."])]);
        assert_eq!(joined.corpus.title(), "Mine");
        assert_eq!(joined.corpus.atlas(), data.atlas);
    }
}
