//! Joining corpora: what was added while the page is open becomes one with what it held.
//!
//! In: a corpus and further ones, each indexed by itself.
//! Out: one corpus, with the places as if all articles had been merged at once; an article that is there already is skipped and counted.
//! Who of the added people and organisations is there already is told by `same`; what the first corpus calls somebody stays.
//! Sentences and words are taken over and not made again, so that joining costs little more than copying.

use super::{
    Actor, ArticleIdx, Corpus, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Record, Sentence,
    TimeValueIdx,
};
use crate::gazetteer::{Place, PlaceId};
use crate::search::WordIndex;
use crate::text::keyed::Keyed;
use std::collections::BTreeMap;

mod same;

use same::Pool;

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

/// What the indexes of one part mean until all parts are known.
struct Part {
    places: Vec<PlaceId>,
    /// Numbers in the pool.
    actors: Vec<u32>,
    time_values: Vec<String>,
}

impl Corpus {
    /// This corpus with the articles of others at its end; title and atlas stay.
    #[must_use]
    pub fn join(&self, others: Vec<Self>) -> Joined {
        // Filled one by one: collecting would sort, which the page has no other use for; and of one kind, which is a kilobyte of the program.
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        for record in &self.data.records {
            seen.insert(record.article.id.as_str().to_owned(), 0);
        }
        let mut places: BTreeMap<PlaceId, Place> = BTreeMap::new();
        let mut weighed: BTreeMap<PlaceId, Place> = BTreeMap::new();
        let mut pool = Pool::default();
        let mut records = self.data.records.clone();
        let mut sentences = self.sentences.clone();
        note_new(&self.data.weighed, &mut weighed);
        let mut parts: Vec<Part> = vec![part_of(self, &mut places, &mut pool)];
        let mut of_record: Vec<usize> = vec![0; records.len()];
        let mut words = Vec::with_capacity(others.len());
        let mut n_twice = 0;
        let n_before = records.len();
        for other in others {
            note_new(&other.data.weighed, &mut weighed);
            parts.push(part_of(&other, &mut places, &mut pool));
            let mut moved: Vec<Option<ArticleIdx>> = Vec::with_capacity(other.data.records.len());
            for record in other.data.records {
                let next = u32::try_from(records.len()).ok().map(ArticleIdx);
                let next = next
                    .filter(|_| seen.insert(record.article.id.as_str().to_owned(), 0).is_none());
                n_twice += usize::from(next.is_none());
                moved.push(next);
                if next.is_some() {
                    records.push(record);
                    of_record.push(parts.len() - 1);
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
        // What an article that was skipped named may be named nowhere else.
        let mut used = Used::of(self, pool.len());
        for (record, part) in records.iter().zip(&of_record).skip(n_before) {
            parts.get(*part).into_iter().for_each(|part| used.note(record, part));
        }
        // What one part only weighed, another may mean.
        let mut place_idx: BTreeMap<String, u32> = BTreeMap::new();
        let (mut kept, mut kept_weighed) = (Vec::new(), Vec::new());
        for (id, place) in places {
            if used.places.contains_key(id.as_str()) {
                place_idx
                    .insert(id.as_str().to_owned(), u32::try_from(kept.len()).unwrap_or(u32::MAX));
                kept.push(place);
            }
        }
        for (id, place) in weighed {
            if !used.places.contains_key(id.as_str()) {
                kept_weighed.push(place);
            }
        }
        let time_values = Keyed::firsts(used.time_values.into_iter().zip(0..));
        let (actors, actor_idx) = pool.into_list(&used.actors);
        for (record, part) in records.iter_mut().zip(of_record) {
            let Some(part) = parts.get(part) else { continue };
            renumber(record, part, &place_idx, &actor_idx, &time_values);
        }
        let data = CorpusData {
            title: self.data.title.clone(),
            records,
            places: kept,
            actors,
            time_values: time_values.pairs().iter().map(|(v, _)| (*v).to_owned()).collect(),
            atlas: self.data.atlas.clone(),
            weighed: kept_weighed,
            corrections: self.data.corrections.clone(),
        };
        let first = ArticleIdx(u32::try_from(n_before).unwrap_or(u32::MAX));
        let search = self.search.joined(words, &data, &sentences);
        let corpus = Self::indexed(data, sentences, search);
        Joined { corpus, first, n_twice }
    }
}

/// Notes what is new in a corpus, and what its indexes mean.
fn part_of(corpus: &Corpus, places: &mut BTreeMap<PlaceId, Place>, pool: &mut Pool) -> Part {
    note_new(&corpus.data.places, places);
    Part {
        places: corpus.data.places.iter().map(|place| place.id.clone()).collect(),
        actors: pool.take(&corpus.data.actors),
        time_values: corpus.data.time_values.clone(),
    }
}

/// Adds places that are not there yet.
fn note_new(list: &[Place], places: &mut BTreeMap<PlaceId, Place>) {
    for place in list {
        if !places.contains_key(&place.id) {
            places.insert(place.id.clone(), place.clone());
        }
    }
}

/// What the articles of the joined corpus name; of the first corpus, all that it had.
struct Used<'a> {
    /// Under their ids.
    places: BTreeMap<String, u32>,
    /// By their numbers in the pool.
    actors: Vec<bool>,
    /// In any order.
    time_values: Vec<&'a str>,
}

impl<'a> Used<'a> {
    fn of(first: &'a Corpus, n_actors: usize) -> Self {
        let mut actors = vec![false; n_actors];
        actors.iter_mut().take(first.data.actors.len()).for_each(|used| *used = true);
        let mut places = BTreeMap::new();
        for place in &first.data.places {
            places.insert(place.id.as_str().to_owned(), 0);
        }
        Self {
            places,
            actors,
            time_values: first.data.time_values.iter().map(String::as_str).collect(),
        }
    }

    fn note(&mut self, record: &Record, part: &'a Part) {
        for mention in &record.mentions {
            if let Some(id) = part.places.get(mention.place.0 as usize)
                && !self.places.contains_key(id.as_str())
            {
                self.places.insert(id.as_str().to_owned(), 0);
            }
        }
        let named = record.actors.iter().map(|m| m.actor);
        for actor in named.chain(record.statements.iter().filter_map(|s| s.speaker)) {
            let number = part.actors.get(actor.0 as usize);
            let slot = number.and_then(|n| self.actors.get_mut(*n as usize));
            slot.into_iter().for_each(|used| *used = true);
        }
        let values = record.times.iter().filter_map(|m| m.value);
        let values = values.filter_map(|value| part.time_values.get(value.0 as usize));
        self.time_values.extend(values.map(String::as_str));
    }
}

/// From the indexes of its part to those of the joined corpus. In an indexed corpus every one of them leads somewhere.
fn renumber(
    record: &mut Record,
    part: &Part,
    place_idx: &BTreeMap<String, u32>,
    actor_idx: &[CorpusActorIdx],
    time_values: &Keyed,
) {
    let actor = |idx: CorpusActorIdx| {
        let number = part.actors.get(idx.0 as usize).copied();
        number.and_then(|n| actor_idx.get(n as usize)).copied().unwrap_or(idx)
    };
    for mention in &mut record.mentions {
        let id = part.places.get(mention.place.0 as usize);
        let idx = id.and_then(|id| place_idx.get(id.as_str())).copied();
        mention.place = idx.map_or(mention.place, CorpusPlaceIdx);
    }
    for mention in &mut record.actors {
        mention.actor = actor(mention.actor);
    }
    for said in &mut record.statements {
        said.speaker = said.speaker.map(actor);
    }
    for mention in &mut record.times {
        mention.value = mention.value.and_then(|value| {
            let value = part.time_values.get(value.0 as usize)?;
            time_values.place(value).map(TimeValueIdx)
        });
    }
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
