//! How fast texts become an index, and how fast a search is answered: `cargo bench -p dateline-core --bench search`.
//!
//! The texts are made up: words by Zipf's law, about 2 KB to an article, one sentence in three names a place.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed benchmark")]

use dateline_core::annotate::{Confidence, MentionRole};
use dateline_core::article::{Article, Date};
use dateline_core::corpus::{Corpus, CorpusData, CorpusPlaceIdx, Mention, Record};
use dateline_core::facet::{self, Selection};
use dateline_core::gazetteer::{Place, PlaceId, PlaceKind};
use dateline_core::search::{Index, Marker, Order, concordance, find, parse, rank, suggest};
use dateline_core::text::Span;
use divan::Bencher;
use divan::counter::BytesCount;
use std::sync::OnceLock;

/// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let corpus = corpus();
    let n_bytes: usize = corpus.records().iter().map(|r| r.article.text.len()).sum();
    let n_index = corpus.search_index().n_bytes();
    println!(
        "{} articles, {} sentences, {n_bytes} bytes of text; the index holds {n_index} bytes, {:.2} for each of the text",
        corpus.records().len(),
        corpus.sentences().len(),
        n_index as f64 / n_bytes as f64
    );
    divan::main();
}

const N_ARTICLES: usize = 10_000;
const N_PLACES: usize = 3_000;
/// Different words at most; half of them come up.
const N_WORDS: usize = 200_000;

/// Numbers that are the same every time; the constants are those of Knuth's MMIX.
struct Numbers(u64);

impl Numbers {
    fn part(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// From 0 on; the power of a uniform share gives few ranks most.
    fn rank(&mut self, n: usize) -> usize {
        ((n as f64).powf(self.part()) as usize).min(n) - 1
    }
}

/// Frequent words are short.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "the", "of", "in", "ta", "ri", "mo", "sen", "ka", "lo", "ver", "di", "an", "pu", "is",
        "ger", "to",
    ];
    let mut out = String::new();
    let mut rest = rank + 1;
    while rest > 0 {
        out += SYLLABLES[rest % 16];
        rest /= 16;
    }
    out
}

fn place_name(rank: usize) -> String {
    let name = word(rank * 7 + 300);
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

fn text(numbers: &mut Numbers) -> (String, Vec<Mention>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    while text.len() < 2_000 {
        let n_words = 8 + (numbers.part() * 24.0) as usize;
        let names = numbers.part() < 0.33;
        for i in 0..n_words {
            if names && i == 3 {
                let place = numbers.rank(N_PLACES);
                let name = place_name(place);
                mentions.push(Mention {
                    span: Span::new(text.len(), text.len() + name.len()),
                    place: CorpusPlaceIdx(place as u32),
                    confidence: Confidence::from_hundredths(90),
                    metonym: false,
                    role: MentionRole::Story,
                    weighing: 0,
                });
                text += &name;
            } else if i == 0 {
                text += "The";
            } else {
                text += &word(numbers.rank(N_WORDS));
            }
            text += if i + 1 == n_words { ". " } else { " " };
        }
    }
    (text, mentions)
}

fn data() -> CorpusData {
    let mut numbers = Numbers(1);
    let places = (0..N_PLACES)
        .map(|i| Place {
            id: PlaceId::new(&format!("made-{i:07}")).unwrap(),
            name: place_name(i),
            kind: PlaceKind::Town,
            country: None,
            point: None,
            prominence: 1,
            division: None,
            spellings: (1..6).map(|n| format!("{} {}", place_name(i), word(i * n))).collect(),
        })
        .collect();
    let records = (0..N_ARTICLES).map(|i| {
        let (text, mentions) = text(&mut numbers);
        let article = Article {
            outlet: Some(format!("Wire {}", i % 9)),
            published: Date::new(2026, 1, 1).and_then(|d| d.plus_days((i % 28) as i32)),
            ..Article::new(format!("{i}"), None, text)
        };
        Record { mentions, ..Record::new(article) }
    });
    CorpusData { records: records.collect(), places, ..CorpusData::default() }
}

fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| Corpus::new(data()))
}

#[divan::bench(sample_count = 10)]
fn indexing(bencher: Bencher) {
    let (data, corpus) = (data(), corpus());
    let n_bytes: usize = data.records.iter().map(|r| r.article.text.len()).sum();
    bencher.counter(BytesCount::new(n_bytes)).bench(|| Index::of(&data, corpus.sentences()));
}

/// Three words of middle rank, the same with a common one, phrases, nearness, a beginning, and what excludes.
const SEARCHES: [&str; 9] = [
    "tasen mokaan verlo",
    "the of in",
    "ta",
    "\"of the\"",
    "\"tari the\"",
    "\"tari ver the\"~5",
    "tari OR verlo -the",
    "place:tari on:2026-01-10..2026-01-12",
    "outlet:\"wire 3\" tasen",
];

#[divan::bench(args = SEARCHES)]
fn finding(bencher: Bencher, search: &str) {
    let corpus = corpus();
    bencher.bench(|| find(corpus, &parse(search).query));
}

/// What a page does for every letter that is typed.
#[divan::bench(args = ["tasen mokaan verlo", "the of in", "ta", ""])]
fn finding_and_counting(bencher: Bencher, search: &str) {
    let corpus = corpus();
    let selection = Selection::searching(search);
    bencher.bench(|| {
        let set = facet::matches(corpus, &selection);
        facet::count(corpus, &set)
    });
}

/// The best articles first.
#[divan::bench(args = ["tasen mokaan verlo", "the of in", "ta"])]
fn ranking(bencher: Bencher, search: &str) {
    let corpus = corpus();
    let query = parse(search).query;
    let selection = Selection::searching(search);
    let set = facet::matches(corpus, &selection);
    bencher.bench(|| rank(corpus, &query, &set));
}

/// The first hundred sentences, as a page shows them.
#[divan::bench(args = ["tasen mokaan verlo", "the of in", "\"of the\""])]
fn marking(bencher: Bencher, search: &str) {
    let corpus = corpus();
    let query = parse(search).query;
    let set = find(corpus, &query).unwrap();
    bencher.bench(|| {
        let marker = Marker::new(corpus, &query);
        set.iter().take(100).map(|idx| marker.spans(corpus, idx).len()).sum::<usize>()
    });
}

#[divan::bench]
fn suggesting(bencher: Bencher) {
    let corpus = corpus();
    let query = parse("tasenmoxkaanverlo").query;
    bencher.bench(|| suggest(corpus, &query));
}

/// A word that a thousand sentences hold.
#[divan::bench(sample_count = 20)]
fn listing_by_neighbours(bencher: Bencher) {
    let corpus = corpus();
    let query = parse("\"tari\"").query;
    let selection = Selection::searching(&query.to_string());
    let set = facet::matches(corpus, &selection);
    bencher.bench(|| concordance(corpus, &query, &set, Order::Left));
}
