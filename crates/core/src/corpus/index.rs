//! The corpus with its indexes: sentences of every article and the mentions in them.

use super::{ArticleIdx, CorpusData, CorpusPlaceIdx, Mention, Record, SentenceIdx, Usage};
use crate::annotate::MentionRole;
use crate::article::ArticleId;
use crate::gazetteer::{CountryCode, Place, PlaceId, PlaceKind};
use crate::search;
use crate::text::{Span, fold, sentence};
use core::ops::Range;
use std::collections::BTreeMap;

/// A sentence of an article: what an excerpt shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Its article.
    pub article: ArticleIdx,
    /// Where in the article's text.
    pub span: Span,
    /// Which of the record's mentions stand in it.
    pub mentions: Range<usize>,
}

/// Articles, places, sentences; nothing in it changes once it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Corpus {
    pub(super) data: CorpusData,
    pub(super) sentences: Vec<Sentence>,
    /// For each place its name and spellings, folded.
    pub(super) names: Vec<Vec<String>>,
    /// What a search asks.
    pub(super) search: search::Index,
    /// For each place how the corpus speaks of it.
    pub(super) usage: Vec<Usage>,
    /// For each country of the atlas its index there.
    pub(super) countries: BTreeMap<CountryCode, usize>,
}

impl Corpus {
    /// Indexes the data. Mentions that name no place of the list are dropped, so that later look-ups cannot fail.
    pub fn new(mut data: CorpusData) -> Self {
        let n_places = data.places.len();
        for record in &mut data.records {
            record.mentions.retain(|m| (m.place.0 as usize) < n_places);
            record.mentions.sort_by_key(|m| m.span);
        }
        let sentences: Vec<Sentence> = data
            .records
            .iter()
            .zip(0u32..)
            .flat_map(|(record, i)| sentences_of(record, ArticleIdx(i)))
            .collect();
        let names = data
            .places
            .iter()
            .map(|p| {
                core::iter::once(p.name.as_str())
                    .chain(p.spellings.iter())
                    .map(fold::fold)
                    .collect()
            })
            .collect();
        let usage = usage_of(&data);
        let countries = countries_of(&data);
        let search = search::Index::of(&data, &sentences);
        Self { data, sentences, names, search, usage, countries }
    }

    /// The index of its words and names.
    pub fn search_index(&self) -> &search::Index {
        &self.search
    }

    /// The title of the whole.
    pub fn title(&self) -> &str {
        &self.data.title
    }

    /// All articles with their mentions.
    pub fn records(&self) -> &[Record] {
        &self.data.records
    }

    /// All places that are named, by id.
    pub fn places(&self) -> &[Place] {
        &self.data.places
    }

    /// Places for the base map's labels.
    pub fn atlas(&self) -> &[Place] {
        &self.data.atlas
    }

    /// All sentences, in the order of the articles and of their texts.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The sentence with this index.
    pub fn sentence(&self, idx: SentenceIdx) -> &Sentence {
        &self.sentences[idx.0 as usize]
    }

    /// The sentences of an article, in the order of its text.
    pub fn sentences_of(&self, article: ArticleIdx) -> &[Sentence] {
        let first = self.sentences.partition_point(|s| s.article < article);
        let last = self.sentences.partition_point(|s| s.article <= article);
        &self.sentences[first..last]
    }

    /// The record of a sentence or article.
    pub fn record(&self, idx: ArticleIdx) -> &Record {
        &self.data.records[idx.0 as usize]
    }

    /// The place with this index.
    pub fn place(&self, idx: CorpusPlaceIdx) -> &Place {
        &self.data.places[idx.0 as usize]
    }

    /// The name of the country in which a place lies, when the atlas holds it.
    pub fn country_of(&self, place: &Place) -> Option<&str> {
        let idx = *self.countries.get(&place.country?)?;
        self.data.atlas.get(idx).map(|p| p.name.as_str())
    }

    /// How the whole corpus speaks of a place.
    pub fn usage(&self, place: CorpusPlaceIdx) -> Usage {
        self.usage[place.0 as usize]
    }

    /// The name and all spellings of a place, folded.
    pub fn names_of(&self, place: CorpusPlaceIdx) -> &[String] {
        &self.names[place.0 as usize]
    }

    /// The mentions of a sentence.
    pub fn mentions(&self, sentence: &Sentence) -> &[Mention] {
        &self.record(sentence.article).mentions[sentence.mentions.clone()]
    }

    /// Finds a place by its id.
    pub fn find_place(&self, id: &PlaceId) -> Option<CorpusPlaceIdx> {
        let idx = self.data.places.binary_search_by(|p| p.id.cmp(id)).ok()?;
        u32::try_from(idx).ok().map(CorpusPlaceIdx)
    }

    /// Finds an article by its id.
    pub fn find_article(&self, id: &ArticleId) -> Option<ArticleIdx> {
        let idx = self.data.records.iter().position(|r| r.article.id == *id)?;
        u32::try_from(idx).ok().map(ArticleIdx)
    }
}

pub(super) fn countries_of(data: &CorpusData) -> BTreeMap<CountryCode, usize> {
    let countries = data.atlas.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::Country);
    countries.filter_map(|(i, p)| Some((p.country?, i))).collect()
}

pub(super) fn usage_of(data: &CorpusData) -> Vec<Usage> {
    let mut usage = vec![Usage::default(); data.places.len()];
    for mention in data.records.iter().flat_map(|r| &r.mentions) {
        let Some(of) = usage.get_mut(mention.place.0 as usize) else { continue };
        let is_located = mention.role == MentionRole::Story && !mention.metonym;
        of.n_mentions += 1;
        of.n_metonyms += u32::from(mention.metonym);
        of.n_located += u32::from(is_located);
        of.surest = of.surest.max(mention.confidence.hundredths());
    }
    usage
}

fn sentences_of(record: &Record, article: ArticleIdx) -> Vec<Sentence> {
    let text = &record.article.text;
    let mut next = 0;
    sentence::sentences(text)
        .into_iter()
        .map(|span| {
            let first = next;
            while record.mentions.get(next).is_some_and(|m| m.span.start < span.end) {
                next += 1;
            }
            Sentence { article, span, mentions: first..next }
        })
        .collect()
}
