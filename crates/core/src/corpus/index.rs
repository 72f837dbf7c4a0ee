//! The corpus with its indexes: sentences of every article, what stands in them, and what each facet has of them.

use super::ground::Ground;
use super::{
    Actor, ActorMention, ArticleIdx, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Mention, Record,
    SentenceIdx, Statement, TimeMention, TimeValueIdx, Usage, guard,
};
use crate::annotate::MentionRole;
use crate::article::ArticleId;
use crate::facet;
use crate::gazetteer::{CountryCode, Place, PlaceId, PlaceKind};
use crate::identify::{ActorId, ActorKind};
use crate::order;
use crate::search;
use crate::text::{Span, sentence};
use crate::when::{DayRange, days};
use std::sync::Arc;

/// A sentence of an article: what an excerpt shows. A corpus holds hundreds of thousands: what stands in one is looked up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sentence {
    /// Its article.
    pub article: ArticleIdx,
    /// Where in the article's text.
    pub span: Span,
    /// Twice the number of the first of the record's statements that may share a byte with it; one more if it names a place.
    pub(super) said_and_placed: u32,
}

impl Sentence {
    /// Whether it names a place.
    pub fn names_place(&self) -> bool {
        self.said_and_placed & 1 == 1
    }
}

/// Articles, places, actors, sentences; nothing in it changes once it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Corpus {
    pub(super) data: CorpusData,
    pub(super) sentences: Vec<Sentence>,
    /// What a search asks.
    pub(super) search: search::Index,
    /// For each place how the corpus speaks of it.
    pub(super) usage: Vec<Usage>,
    /// Where its places lie.
    ground: Ground,
    /// For each country of the atlas its index there.
    pub(super) countries: Vec<(CountryCode, usize)>,
    /// For each value of time the days that it covers.
    pub(super) days: Vec<Option<DayRange>>,
    /// What every sentence and article has of each facet.
    pub(super) facets: facet::Index,
    /// Those of the set that nothing narrows.
    counts: Arc<facet::Counts>,
    /// For each correction that made it whether it fits anything.
    pub(super) fits: Vec<bool>,
}

impl Corpus {
    /// Indexes the data. What in it leads nowhere is taken out, so that later look-ups cannot fail.
    pub fn new(mut data: CorpusData) -> Self {
        guard::make_sound(&mut data);
        let mut sentences = Vec::new();
        for (record, i) in data.records.iter().zip((0u32..).map(ArticleIdx)) {
            sentences.extend(sentences_of(record, i));
        }
        // The list grew by doubling, and lives as long as the corpus.
        sentences.shrink_to_fit();
        let search = search::Index::of(&data, &sentences);
        Self::indexed(data, sentences, search)
    }

    /// The same articles with other mentions, of others: sentences and words are those of this corpus.
    pub(super) fn with_data(&self, data: CorpusData) -> Self {
        let mut sentences = Vec::with_capacity(self.sentences.len());
        for (record, i) in data.records.iter().zip((0u32..).map(ArticleIdx)) {
            let spans = self.sentences_of(i).iter().map(|sentence| sentence.span);
            sentences.extend(of_spans(record, i, spans));
        }
        let search = self.search.joined(Vec::new(), &data, &sentences);
        Self::indexed(data, sentences, search)
    }

    /// A corpus from sound data whose sentences and words are known.
    pub(super) fn indexed(
        data: CorpusData,
        sentences: Vec<Sentence>,
        search: search::Index,
    ) -> Self {
        let usage = usage_of(&data);
        let mut corpus = Self {
            ground: Ground::of(&data, &usage),
            usage,
            countries: countries_of(&data),
            days: data.time_values.iter().map(|value| days(value)).collect(),
            facets: facet::Index::default(),
            counts: Arc::default(),
            fits: Vec::new(),
            data,
            sentences,
            search,
        };
        corpus.facets = facet::Index::of(&corpus);
        let everything = facet::matches(&corpus, &facet::Selection::default());
        corpus.counts = Arc::new(facet::count(&corpus, &everything));
        corpus
    }

    /// How often each value of each facet is in all that is shown when nothing narrows.
    pub fn counts(&self) -> &Arc<facet::Counts> {
        &self.counts
    }

    /// Where its places lie on the map, and what it is about.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The index of its words and names.
    pub fn search_index(&self) -> &search::Index {
        &self.search
    }

    /// The title of the whole.
    pub fn title(&self) -> &str {
        &self.data.title
    }

    /// All articles with what was found in them.
    pub fn records(&self) -> &[Record] {
        &self.data.records
    }

    /// All places that are named, by id.
    pub fn places(&self) -> &[Place] {
        &self.data.places
    }

    /// Places that names were weighed for and that no article means, by id.
    pub fn weighed(&self) -> &[Place] {
        &self.data.weighed
    }

    /// Any place that the corpus knows, whether an article means it or names were only weighed for it.
    pub fn known_place(&self, id: &PlaceId) -> Option<&Place> {
        let among = |list: &'_ [Place]| list.binary_search_by(|p| p.id.cmp(id)).ok();
        let named = among(&self.data.places).and_then(|at| self.data.places.get(at));
        named.or_else(|| self.data.weighed.get(among(&self.data.weighed)?))
    }

    /// Whether the correction at this place of the list that made this corpus fits anything in it.
    pub fn fits(&self, correction: usize) -> bool {
        self.fits.get(correction).copied().unwrap_or(false)
    }

    /// Corrections that belong to the corpus, one line each.
    pub fn own_corrections(&self) -> &[String] {
        &self.data.corrections
    }

    /// All people and organisations: the people by id, then the organisations by id.
    pub fn actors(&self) -> &[Actor] {
        &self.data.actors
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

    /// The person or organisation with this index.
    pub fn actor(&self, idx: CorpusActorIdx) -> &Actor {
        &self.data.actors[idx.0 as usize]
    }

    /// The name of the country in which a place lies, when the atlas holds it.
    pub fn country_of(&self, place: &Place) -> Option<&str> {
        self.country_name(place.country?)
    }

    /// The name of a country, when the atlas holds it.
    pub fn country_name(&self, code: CountryCode) -> Option<&str> {
        let at = self.countries.binary_search_by(|(c, _)| c.cmp(&code)).ok()?;
        let idx = self.countries.get(at)?.1;
        self.data.atlas.get(idx).map(|p| p.name.as_str())
    }

    /// Codes of the countries that the atlas holds.
    pub fn countries(&self) -> Vec<CountryCode> {
        self.countries.iter().map(|(code, _)| *code).collect()
    }

    /// How the whole corpus speaks of a place.
    pub fn usage(&self, place: CorpusPlaceIdx) -> Usage {
        self.usage[place.0 as usize]
    }

    /// A value of time in the form of TIMEX3.
    pub fn time_value(&self, idx: TimeValueIdx) -> &str {
        &self.data.time_values[idx.0 as usize]
    }

    /// The days that a mention of a time covers; none for one that lies nowhere on the calendar.
    pub fn days(&self, mention: &TimeMention) -> Option<DayRange> {
        self.days[mention.value?.0 as usize]
    }

    /// The mentions of places in a sentence.
    pub fn mentions(&self, sentence: &Sentence) -> &[Mention] {
        self.record(sentence.article).mentions_in(sentence.span)
    }

    /// The mentions of people and organisations in a sentence.
    pub fn actors_in(&self, sentence: &Sentence) -> &[ActorMention] {
        self.record(sentence.article).actors_in(sentence.span)
    }

    /// The mentions of times in a sentence.
    pub fn times_in(&self, sentence: &Sentence) -> &[TimeMention] {
        self.record(sentence.article).times_in(sentence.span)
    }

    /// The statements of which a sentence holds a part, with their numbers in the record.
    pub fn statements_in(&self, sentence: &Sentence) -> impl Iterator<Item = (usize, &Statement)> {
        let span = sentence.span;
        let all = self.record(sentence.article).statements.iter().enumerate();
        let near = all.skip(sentence.said_and_placed as usize / 2);
        near.take_while(move |(_, said)| said.span.start < span.end)
            .filter(move |(_, said)| said.span.overlaps(span))
    }

    /// Finds a place by its id.
    pub fn find_place(&self, id: &PlaceId) -> Option<CorpusPlaceIdx> {
        let idx = self.data.places.binary_search_by(|p| p.id.cmp(id)).ok()?;
        u32::try_from(idx).ok().map(CorpusPlaceIdx)
    }

    /// Finds a person or an organisation by its id.
    pub fn find_actor(&self, kind: ActorKind, id: &ActorId) -> Option<CorpusActorIdx> {
        let idx = self.data.actors.binary_search_by(|a| (a.kind, &a.id).cmp(&(kind, id))).ok()?;
        u32::try_from(idx).ok().map(CorpusActorIdx)
    }

    /// Finds an article by its id.
    pub fn find_article(&self, id: &ArticleId) -> Option<ArticleIdx> {
        let idx = self.data.records.iter().position(|r| r.article.id == *id)?;
        u32::try_from(idx).ok().map(ArticleIdx)
    }

    pub(crate) fn facets(&self) -> &facet::Index {
        &self.facets
    }
}

/// Where the atlas has each country, by their codes; of two the last.
fn countries_of(data: &CorpusData) -> Vec<(CountryCode, usize)> {
    let countries = data.atlas.iter().enumerate().filter(|(_, p)| p.kind == PlaceKind::Country);
    let mut all: Vec<(CountryCode, usize)> =
        countries.filter_map(|(i, p)| Some((p.country?, i))).collect();
    order::sort_by(&mut all, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    all.dedup_by_key(|pair| pair.0);
    all
}

fn usage_of(data: &CorpusData) -> Vec<Usage> {
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

fn sentences_of(record: &Record, article: ArticleIdx) -> impl Iterator<Item = Sentence> {
    of_spans(record, article, sentence::sentences(&record.article.text).into_iter())
}

/// Sentences from their spans.
fn of_spans(
    record: &Record,
    article: ArticleIdx,
    spans: impl Iterator<Item = Span>,
) -> impl Iterator<Item = Sentence> {
    let mut first_said = 0u32;
    spans.map(move |span| {
        // A statement may go on over several sentences: only what has ended is left behind.
        while record.statements.get(first_said as usize).is_some_and(|s| s.span.end <= span.start) {
            first_said += 1;
        }
        let is_placed = !record.mentions_in(span).is_empty();
        Sentence { article, span, said_and_placed: first_said * 2 + u32::from(is_placed) }
    })
}
