//! How fast an article is annotated, and what stands before the first one: `cargo bench -p dateline-core`.
//!
//! The text is that of the bundled corpus; divan prints time and throughput.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed benchmark")]

use dateline_core::annotate::annotate;
use dateline_core::article::{Article, Date};
use dateline_core::corpus::{Corpus, CorpusData};
use dateline_core::identify::{ActorKind, ActorName, identify};
use dateline_core::knowledge::Knowledge;
use dateline_core::pack;
use dateline_core::recognise::tagger::Tagger;
use dateline_core::text::prose::Prose;
use dateline_core::text::token::TokenKind;
use dateline_core::when::times;
use divan::Bencher;
use divan::counter::BytesCount;
use std::fs;
use std::path::Path;

/// As in the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn articles() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|f| Article::new(f.display().to_string(), None, fs::read_to_string(f).unwrap()))
        .collect()
}

#[divan::bench]
fn making_the_knowledge(bencher: Bencher) {
    bencher.bench(|| Knowledge::curated().unwrap());
}

const POCKET: &[u8] = include_bytes!("../data/gazetteer/pocket.pack");
const WORLD: &[u8] = include_bytes!("../data/gazetteer/world.pack");

#[divan::bench]
fn opening_the_pocket_gazetteer(bencher: Bencher) {
    bencher.bench(|| Knowledge::from_pack(POCKET).unwrap());
}

#[divan::bench]
fn opening_the_world_gazetteer(bencher: Bencher) {
    bencher.bench(|| Knowledge::from_pack(WORLD).unwrap());
}

#[divan::bench]
fn finding_one_name(bencher: Bencher) {
    let knowledge = Knowledge::from_pack(WORLD).unwrap();
    bencher.bench(|| knowledge.gazetteer().find_name("San Antonio").count());
}

#[divan::bench]
fn annotating_five_articles_with_the_world(bencher: Bencher) {
    let knowledge = Knowledge::from_pack(WORLD).unwrap();
    let articles = articles();
    let n_bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench(|| articles.iter().map(|a| annotate(a, &knowledge).places.len()).sum::<usize>());
}

#[divan::bench]
fn annotating_five_articles(bencher: Bencher) {
    let knowledge = Knowledge::curated().unwrap();
    let articles = articles();
    let n_bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench(|| articles.iter().map(|a| annotate(a, &knowledge).places.len()).sum::<usize>());
}

/// Public news that lies beside the project; nothing where it does not.
fn public_news() -> Vec<Article> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/train/gmb-news.jsonl");
    let text = fs::read_to_string(&file).unwrap_or_default();
    if text.is_empty() {
        println!("no public news: {} is not here", file.display());
    }
    let articles = text.lines().map(|line| {
        let read: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| read[key].as_str().unwrap_or_default().to_owned();
        Article::new(text("id"), None, text("text"))
    });
    articles.collect()
}

/// Thousands of different articles, each once, with knowledge that has not read anything yet: what a command costs that reads an archive.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn reading_public_news_once(bencher: Bencher) {
    let articles = public_news();
    let n_bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    bencher.counter(BytesCount::new(n_bytes)).with_inputs(as_the_page_knows).bench_values(
        |knowledge| articles.iter().map(|a| annotate(a, &knowledge).places.len()).sum::<usize>(),
    );
}

/// Every run of words with capitals is taken as a name, which is more than there are.
#[divan::bench]
fn identifying_actors_of_five_articles(bencher: Bencher) {
    let articles = articles();
    let n_bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let read: Vec<_> = articles
        .iter()
        .map(|a| {
            let prose = Prose::of(&a.text);
            let names = capitalised(&prose);
            (prose, names)
        })
        .collect();
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench(|| read.iter().map(|(p, names)| identify(p, names).list.len()).sum::<usize>());
}

fn capitalised(prose: &Prose) -> Vec<ActorName> {
    let mut names: Vec<ActorName> = Vec::new();
    let mut goes_on = false;
    for token in &prose.tokens {
        let is_name = token.kind == TokenKind::Capitalised;
        match names.last_mut() {
            Some(last) if is_name && goes_on => last.span.end = token.span.end,
            _ if is_name => {
                let kind = if names.len().is_multiple_of(3) {
                    ActorKind::Organisation
                } else {
                    ActorKind::Person
                };
                names.push(ActorName { span: token.span, kind });
            }
            _ => {}
        }
        goes_on = is_name;
    }
    names
}

/// Tokens and sentences are made before and not counted.
#[divan::bench]
fn reading_dates_and_times(bencher: Bencher) {
    let articles = articles();
    let proses: Vec<_> = articles.iter().map(|a| Prose::of(&a.text)).collect();
    let n_bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let day = Date::new(2026, 1, 28);
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench(|| proses.iter().map(|p| times(p, day).len()).sum::<usize>());
}

/// The pocket gazetteer and the tagger.
fn as_the_page_knows() -> Knowledge {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let tagger = fs::read(data.join("tagger/tagger.pack")).unwrap();
    Knowledge::from_pack(POCKET).unwrap().with_tagger(&tagger).unwrap()
}

/// With the pocket gazetteer and the tagger, as the page reads.
#[divan::bench]
fn annotating_with_the_tagger(bencher: Bencher) {
    let knowledge = as_the_page_knows();
    let articles = articles();
    let n_bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    bencher
        .counter(BytesCount::new(n_bytes))
        .bench(|| articles.iter().map(|a| annotate(a, &knowledge).places.len()).sum::<usize>());
}

#[divan::bench]
fn reading_the_tagger(bencher: Bencher) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/tagger/tagger.pack");
    let tagger = fs::read(path).unwrap();
    bencher.bench(|| Tagger::decode(&tagger).unwrap());
}

#[divan::bench]
fn decoding_and_indexing_the_pack(bencher: Bencher) {
    let knowledge = Knowledge::curated().unwrap();
    let annotated = articles().into_iter().map(|a| (a.clone(), annotate(&a, &knowledge))).collect();
    let gazetteer = knowledge.gazetteer();
    let atlas: Vec<_> = gazetteer.curated().map(|p| gazetteer.place(p)).collect();
    let bytes = pack::encode(&CorpusData::from_annotated(String::new(), annotated, atlas));
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| Corpus::new(pack::decode(&bytes).unwrap()));
}
