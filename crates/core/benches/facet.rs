//! How long filters and counts take over 10,000 articles of 20 sentences.
//!
//! Sentences are made up, as dense as news: a place in nearly all, two people or organisations in three, a date or a statement in a third.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed measurement")]

use dateline_core::annotate::{Confidence, MentionRole};
use dateline_core::article::{Article, Date};
use dateline_core::corpus::{
    Actor, ActorMention, Corpus, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Manner, Mention,
    Record, Statement, TimeMention, TimeValueIdx,
};
use dateline_core::facet::{self, FacetKey, Selection};
use dateline_core::gazetteer::{CountryCode, Place, PlaceId, PlaceKind, Spellings};
use dateline_core::identify::{ActorId, ActorKind};
use dateline_core::text::Span;
use dateline_core::when::TimeKind;
use divan::Bencher;
use std::sync::LazyLock;

const N_ARTICLES: usize = 10_000;
const N_SENTENCES: usize = 20;
const N_PLACES: u32 = 8000;
const N_ACTORS: u32 = 12_000;
const N_DAYS: u32 = 3000;

fn main() {
    divan::main();
}

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 40) as u32
    }

    /// Small ones are frequent.
    fn below(&mut self, n: u32) -> u32 {
        let least = self.next() % n + 1;
        self.next() % least
    }

    fn is(&mut self, percent: u32) -> bool {
        self.next() % 100 < percent
    }
}

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| Corpus::new(data()));

fn data() -> CorpusData {
    let mut numbers = Numbers(7);
    let places = (0..N_PLACES).map(|i| Place {
        id: PlaceId::new(&format!("gn{i:06}")).unwrap(),
        name: format!("Place {i}"),
        kind: PlaceKind::Town,
        country: CountryCode::new(["SY", "TR", "IQ", "RU", "US"][i as usize % 5]),
        division: None,
        point: None,
        prominence: 4,
        spellings: Spellings::default(),
    });
    let actors = (0..N_ACTORS).map(|i| Actor {
        id: ActorId::new(&format!("actor-{i:06}")).unwrap(),
        kind: if i < N_ACTORS / 2 { ActorKind::Person } else { ActorKind::Organisation },
        name: format!("Actor {i}"),
        spellings: Spellings::default(),
    });
    let day = |i: u32| Date::from_day_number(735_000 + i.cast_signed()).unwrap().to_string();
    CorpusData {
        places: places.collect(),
        actors: actors.collect(),
        time_values: (0..N_DAYS).map(day).collect(),
        records: (0..N_ARTICLES).map(|i| record(i, &mut numbers)).collect(),
        ..CorpusData::default()
    }
}

fn record(number: usize, numbers: &mut Numbers) -> Record {
    let mut text = String::new();
    let mut record = Record::new(Article::new("", None, String::new()));
    for i in 0..N_SENTENCES {
        let start = text.len();
        text.push_str(&format!("Article {number} says here in sentence {i} what was said about "));
        let span = Span::new(text.len(), text.len() + 5);
        text.push_str("names and about the military police and other things of that year.\n");
        for _ in 0..=u32::from(numbers.is(40)) {
            if numbers.is(85) {
                record.mentions.push(Mention {
                    span,
                    place: CorpusPlaceIdx(numbers.below(N_PLACES)),
                    confidence: Confidence::from_hundredths((numbers.next() % 100) as u8),
                    metonym: false,
                    role: MentionRole::Story,
                    weighing: 0,
                });
            }
            if numbers.is(50) {
                let actor = CorpusActorIdx(numbers.below(N_ACTORS));
                record.actors.push(ActorMention { span, actor });
            }
        }
        if numbers.is(35) {
            let value = Some(TimeValueIdx(numbers.below(N_DAYS)));
            record.times.push(TimeMention { span, kind: TimeKind::Date, value });
        }
        if numbers.is(35) {
            record.statements.push(Statement {
                span: Span::new(start, text.len() - 1),
                verb: Some(span),
                source: Some(span),
                named: Some(span),
                speaker: numbers.is(70).then(|| CorpusActorIdx(numbers.below(N_ACTORS))),
                manner: if numbers.is(50) { Manner::Direct } else { Manner::Told },
                continues: false,
            });
        }
    }
    let mut article = Article::new(format!("{number}"), None, text);
    article.outlet = Some(format!("Outlet {}", numbers.below(300)));
    article.agency = numbers.is(30).then(|| format!("Agency {}", numbers.below(20)));
    Record { article, ..record }
}

fn wanted(parts: &[(FacetKey, &str)]) -> Selection {
    let mut selection = Selection::default();
    parts.iter().for_each(|(key, id)| selection.include(*key, id));
    selection
}

#[divan::bench]
fn indexing_from_the_texts(bencher: Bencher) {
    let data = data();
    bencher.with_inputs(|| data.clone()).bench_values(Corpus::new);
}

#[divan::bench]
fn the_set_of_everything(bencher: Bencher) {
    let corpus = &*CORPUS;
    bencher.bench(|| facet::matches(corpus, &Selection::default()).sentences.len());
}

#[divan::bench]
fn a_set_of_three_facets(bencher: Bencher) {
    let corpus = &*CORPUS;
    let mut selection = wanted(&[(FacetKey::Person, "actor-000000"), (FacetKey::Within, "SY")]);
    selection.exclude(FacetKey::Outlet, "outlet-0");
    assert!(!facet::matches(corpus, &selection).sentences.is_empty());
    bencher.bench(|| facet::matches(corpus, &selection).sentences.len());
}

#[divan::bench]
fn counts_of_everything(bencher: Bencher) {
    let corpus = &*CORPUS;
    let set = facet::matches(corpus, &wanted(&[(FacetKey::Language, "unknown")]));
    assert!(set.sentences.len() > 150_000);
    bencher.bench(|| facet::count(corpus, &set));
}

#[divan::bench]
fn counts_of_a_small_set(bencher: Bencher) {
    let corpus = &*CORPUS;
    let set = facet::matches(corpus, &wanted(&[(FacetKey::Person, "actor-000010")]));
    assert!((20..5000).contains(&set.sentences.len()), "{}", set.sentences.len());
    bencher.bench(|| facet::count(corpus, &set));
}

#[divan::bench]
fn counts_of_the_places_of_everything(bencher: Bencher) {
    let corpus = &*CORPUS;
    let set = facet::matches(corpus, &Selection::default());
    bencher.bench(|| facet::count(corpus, &set).places().count());
}

#[divan::bench]
fn everything_by_place(bencher: Bencher) {
    let corpus = &*CORPUS;
    let set = facet::matches(corpus, &Selection::default());
    bencher.bench(|| facet::groups(corpus, &set, FacetKey::Place).n_rows);
}

#[divan::bench]
fn everything_by_date(bencher: Bencher) {
    let corpus = &*CORPUS;
    let set = facet::matches(corpus, &Selection::default());
    bencher.bench(|| facet::groups(corpus, &set, FacetKey::On).n_rows);
}

#[divan::bench]
fn statements_of_everything(bencher: Bencher) {
    let corpus = &*CORPUS;
    let set = facet::matches(corpus, &Selection::default());
    bencher.bench(|| facet::statements(corpus, &set).n_statements);
}
