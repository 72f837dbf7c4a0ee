//! The search of the page as a wasm program of its own, for measurements.
//!
//! In: texts, then searches as they are typed. Out: numbers of sentences.
//! It is built as the page's program is; nothing else of the page is in it, and nothing in the page uses it.

use dateline_core::article::Article;
use dateline_core::corpus::{Corpus, CorpusData, Record};
use dateline_core::search::{Index, find, parse};
use wasm_bindgen::prelude::wasm_bindgen;

/// Texts, and their index when it is made.
#[wasm_bindgen]
#[derive(Default)]
pub struct Searcher {
    data: CorpusData,
    corpus: Option<Corpus>,
}

#[wasm_bindgen]
impl Searcher {
    /// Without texts.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a text.
    pub fn add(&mut self, text: String) {
        self.data.records.push(Record::new(Article::new("", None, text)));
    }

    /// Finds the sentences of all texts, and makes all that a page makes when it opens.
    pub fn open(&mut self) {
        self.corpus = Some(Corpus::new(self.data.clone()));
    }

    /// Makes the index of the words alone; returns the bytes that it holds.
    pub fn index(&self) -> u32 {
        let index = self.corpus.as_ref().map(|corpus| Index::of(&self.data, corpus.sentences()));
        index.map_or(0, |index| u32::try_from(index.n_bytes()).unwrap_or(u32::MAX))
    }

    /// Number of the article of each sentence.
    pub fn articles(&self) -> Vec<u32> {
        let sentences = self.corpus.iter().flat_map(Corpus::sentences);
        sentences.map(|sentence| sentence.article.0).collect()
    }

    /// The text of a sentence.
    pub fn sentence(&self, number: u32) -> String {
        let text = || {
            let corpus = self.corpus.as_ref()?;
            let sentence = corpus.sentences().get(number as usize)?;
            let text = &corpus.record(sentence.article).article.text;
            Some(sentence.span.of(text).to_owned())
        };
        text().unwrap_or_default()
    }

    /// The sentences that a search finds.
    pub fn find(&self, search: &str) -> Vec<u32> {
        let found = self.corpus.as_ref().and_then(|corpus| find(corpus, &parse(search).query));
        found.map(|set| set.iter().map(|idx| idx.0).collect()).unwrap_or_default()
    }
}
