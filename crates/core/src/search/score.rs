//! How well articles and sentences fit a search (BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
//!
//! In go a corpus, a query and the set that was found; out come its articles, the best first.
//! The unit is the article: a word counts more that few articles hold, that stands there often, and that stands in a short one.
//! A word that is found whole counts twice as much as one that only begins so, and a place that the words spell counts as such a one.
//! Of equal scores the earlier article comes first; scores are kept in whole thousandths, so that equal is equal on every machine.

use super::find::{each_leaf, each_spelled, find_phrase};
use super::phrase::{needed, positions, stretches};
use super::query::{Phrase, Query};
use super::set::SentenceSet;
use crate::corpus::{ArticleIdx, Corpus, SentenceIdx};
use crate::facet::Matches;
use crate::order;

/// How soon more of a word adds less.
const K1: f64 = 1.2;
/// How much the length of an article counts.
const B: f64 = 0.75;

/// An article of the set with its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The article.
    pub article: ArticleIdx,
    /// In thousandths; more is better.
    pub score: u32,
    /// The sentence of the set that holds the most and the rarest words; the first of equal ones.
    pub best: SentenceIdx,
}

/// What one word or phrase adds.
struct Leaf {
    /// How often each article holds it, twice for what is whole.
    often: Vec<u32>,
    sentences: SentenceSet,
    rarity: f64,
}

/// The articles of a set, the best first.
pub fn rank(corpus: &Corpus, query: &Query, set: &Matches) -> Vec<Ranked> {
    let mut leaves: Vec<Leaf> = Vec::new();
    if let Some(root) = &query.root {
        each_leaf(root, &mut |run: &[&Phrase]| {
            let from = leaves.len();
            leaves.extend(run.iter().map(|phrase| leaf(corpus, phrase)));
            each_spelled(&corpus.search_index().places, run, &mut |place, first, last| {
                let mut named = SentenceSet::none(corpus.sentences().len());
                corpus.search_index().places.collect(place, &mut named);
                for leaf in leaves.get_mut(from + first..=from + last).unwrap_or_default() {
                    leaf.sentences.unite(&named);
                    named.iter().for_each(|idx| count(corpus, &mut leaf.often, idx.0, 1));
                }
            });
        });
    }
    let n_articles = corpus.records().len() as f64;
    for leaf in &mut leaves {
        let n_holding = leaf.often.iter().filter(|n| **n > 0).count() as f64;
        leaf.rarity = libm::log(1.0 + (n_articles - n_holding + 0.5) / (n_holding + 0.5));
    }
    let n_bytes: usize = corpus.records().iter().map(|r| r.article.text.len()).sum();
    let mean = (n_bytes as f64 / n_articles.max(1.0)).max(1.0);
    let mut out: Vec<Ranked> = Vec::with_capacity(set.articles.len());
    let sentence_score = |idx: SentenceIdx| {
        let holding = leaves.iter().filter(|leaf| leaf.sentences.has(idx));
        thousandths(holding.map(|leaf| leaf.rarity).sum())
    };
    let mut best = 0;
    for &idx in &set.sentences {
        let Some(article) = corpus.sentences().get(idx.0 as usize).map(|s| s.article) else {
            continue;
        };
        let here = sentence_score(idx);
        match out.last_mut().filter(|last| last.article == article) {
            Some(last) if here > best => (last.best, best) = (idx, here),
            Some(_) => {}
            None => {
                let length = corpus.record(article).article.text.len() as f64 / mean;
                let score = leaves.iter().map(|leaf| {
                    let often = leaf.often.get(article.0 as usize).copied().unwrap_or(0);
                    let often = f64::from(often) / 2.0;
                    leaf.rarity * often * (K1 + 1.0) / (often + K1 * (1.0 - B + B * length))
                });
                out.push(Ranked { article, score: thousandths(score.sum()), best: idx });
                best = here;
            }
        }
    }
    order::sort_by_key(&mut out, |ranked| core::cmp::Reverse(ranked.score));
    out
}

fn leaf(corpus: &Corpus, phrase: &Phrase) -> Leaf {
    let index = &corpus.search_index().words;
    let mut often = vec![0; corpus.records().len()];
    let mut needed_words = needed(phrase);
    if let (Some(word), None) = (needed_words.next(), needed_words.next()) {
        positions(index, word).0.each_while(|position| {
            count(corpus, &mut often, index.sentence_of(position), 1);
            true
        });
        positions(index, (word.0, false)).0.each_while(|position| {
            count(corpus, &mut often, index.sentence_of(position), 1);
            true
        });
    } else {
        for (position, _) in stretches(index, phrase) {
            count(corpus, &mut often, index.sentence_of(position), 2);
        }
    }
    Leaf { often, sentences: find_phrase(corpus, phrase), rarity: 0.0 }
}

fn count(corpus: &Corpus, often: &mut [u32], sentence: u32, n: u32) {
    let article = corpus.sentences().get(sentence as usize).map(|s| s.article.0 as usize);
    if let Some(often) = article.and_then(|article| often.get_mut(article)) {
        *often = often.saturating_add(n);
    }
}

fn thousandths(score: f64) -> u32 {
    libm::round(score * 1000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facet::{Selection, matches};
    use crate::search::parse;
    use crate::search::tests::corpus;

    /// The articles in their order, each with its best sentence.
    fn ranked(texts: &[&str], words: &str) -> String {
        let corpus = corpus(texts);
        let set = matches(&corpus, &Selection::searching(words));
        let ranked = rank(&corpus, &parse(words).query, &set);
        let all: Vec<String> =
            ranked.iter().map(|r| format!("{}:{}", r.article.0, r.best.0)).collect();
        all.join(" ")
    }

    #[test]
    fn the_best_comes_first() {
        let texts = [
            "A road was closed. Nothing else.",
            "The road and the road behind it. A road.",
            "Roads are many here. Here are trees and some other things, and more.",
            "A bridge. A bridge and a road.",
            "Nothing at all here.",
        ];
        for (query, order) in [
            ("road", "1:2 3:7 0:0 2:4"),
            ("road OR bridge", "3:7 1:2 0:0 2:4"),
            ("\"a road\"", "3:7 0:0 1:3"),
            ("-road", "0:1 2:5 3:6 4:8"),
            ("", ""),
            ("nowhere", ""),
        ] {
            assert_eq!(ranked(&texts, query), order, "{query}");
        }
        assert_eq!(ranked(&["Qamishlo here.", "Not there.", "Qamishli."], "qamishli"), "2:2 0:0");
    }
}
