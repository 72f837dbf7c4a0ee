//! How often each value of each facet is in a set: one walk over the rows of its sentences.

use super::Matches;
use super::key::{FacetKey, N_FACETS};
use crate::corpus::{ArticleIdx, Corpus, CorpusPlaceIdx, SentenceIdx};
use core::ops::Range;

/// A value with what the set holds of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// Articles that hold it.
    pub n_articles: usize,
    /// Excerpts that hold it.
    pub n_excerpts: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    n_articles: u32,
    n_excerpts: u32,
    /// The article that was counted last, from 1.
    last_article: u32,
}

/// The counts of all facets in one set; the default counts nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    tallies: Vec<Tally>,
    /// The numbers of each facet among them.
    ranges: [Range<usize>; N_FACETS],
}

impl Counts {
    /// The values of a facet that the set holds, by their numbers.
    pub fn of(&self, key: FacetKey) -> Vec<Count<u32>> {
        let tallies = self.tallies.get(self.ranges[key.number()].clone()).unwrap_or_default();
        told(tallies).collect()
    }

    /// The places that the set names, in the order of the corpus.
    pub fn places(&self) -> impl Iterator<Item = Count<CorpusPlaceIdx>> {
        let tallies = self.tallies.get(self.ranges[FacetKey::Place.number()].clone());
        told(tallies.unwrap_or_default()).map(|c| Count {
            value: CorpusPlaceIdx(c.value),
            n_articles: c.n_articles,
            n_excerpts: c.n_excerpts,
        })
    }

    /// How many values of a facet the set holds.
    pub fn n_values(&self, key: FacetKey) -> usize {
        let tallies = self.tallies.get(self.ranges[key.number()].clone()).unwrap_or_default();
        tallies.iter().filter(|tally| tally.n_excerpts > 0).count()
    }
}

/// Counts all facets in a set.
pub fn count(corpus: &Corpus, set: &Matches) -> Counts {
    let index = corpus.facets();
    let range = |key| index.first_of(key) as usize..index.end_of(key) as usize;
    let mut tallies = vec![Tally::default(); index.len()];
    tally_sentences(corpus, set, &mut tallies);
    for run in set.sentences.chunk_by(|&a, &b| article_of(corpus, a) == article_of(corpus, b)) {
        let Some(&first) = run.first() else { continue };
        let n_excerpts = u32::try_from(run.len()).unwrap_or(u32::MAX);
        for number in index.of_article(article_of(corpus, first).0).iter() {
            let Some(tally) = tallies.get_mut(number as usize) else { continue };
            tally.n_articles += 1;
            tally.n_excerpts += n_excerpts;
        }
    }
    Counts { tallies, ranges: FacetKey::ALL.map(range) }
}

/// Counts what sentences hold.
fn tally_sentences(corpus: &Corpus, set: &Matches, tallies: &mut [Tally]) {
    let index = corpus.facets();
    for &sentence in &set.sentences {
        let article = article_of(corpus, sentence).0 + 1;
        index.of_sentence(sentence.0).each_while(|number| {
            let Some(tally) = tallies.get_mut(number as usize) else { return false };
            tally.n_excerpts += 1;
            tally.n_articles += u32::from(tally.last_article != article);
            tally.last_article = article;
            true
        });
    }
}

fn article_of(corpus: &Corpus, sentence: SentenceIdx) -> ArticleIdx {
    corpus.sentence(sentence).article
}

fn told(tallies: &[Tally]) -> impl Iterator<Item = Count<u32>> {
    let counts = tallies.iter().zip(0u32..).map(|(tally, value)| Count {
        value,
        n_articles: tally.n_articles as usize,
        n_excerpts: tally.n_excerpts as usize,
    });
    counts.filter(|count| count.n_excerpts > 0)
}
