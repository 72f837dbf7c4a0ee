//! How fast an article is annotated, and what stands before the first one: `cargo bench -p dateline-core`.
//!
//! The text is that of the bundled corpus; divan prints time and throughput.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed benchmark")]

use dateline_core::annotate::annotate;
use dateline_core::article::Article;
use dateline_core::corpus::{Corpus, CorpusData};
use dateline_core::knowledge::Knowledge;
use dateline_core::pack;
use dateline_core::recognise::tagger::Tagger;
use divan::Bencher;
use divan::counter::BytesCount;
use std::fs;
use std::path::Path;

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

/// With the pocket gazetteer and the tagger, as the page reads.
#[divan::bench]
fn annotating_with_the_tagger(bencher: Bencher) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let pocket = fs::read(data.join("gazetteer/pocket.pack")).unwrap();
    let tagger = fs::read(data.join("tagger/tagger.pack")).unwrap();
    let knowledge = Knowledge::from_pack(pocket).unwrap().with_tagger(&tagger).unwrap();
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
