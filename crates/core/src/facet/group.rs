//! The sentences of a set by what they have of one facet: by place, by day, by speaker.
//!
//! In go a set and a facet; out come all groups with their sentences.
//! A sentence stands in every group to which it belongs; one that has nothing of the facet stands in a last group, so that none is lost.
//! Of values that hold each other only the inner one counts: a sentence of 28 January 2026 does not stand under 2026, too.

use super::Matches;
use super::key::FacetKey;
use super::slots::Slots;
use super::value::parent;
use crate::corpus::{Corpus, SentenceIdx};
use crate::order;
use core::cmp::Reverse;

/// Sentences that have a value in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The value; none for sentences that have nothing of the facet.
    pub value: Option<u32>,
    /// Articles of the set that hold it.
    pub n_articles: usize,
    /// Sentences of the set that hold it, in the order of the corpus.
    pub excerpts: Vec<SentenceIdx>,
}

/// The groups of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// Days in the order of the calendar, all else by the number of articles.
    pub groups: Vec<Group>,
    /// How many sentences stand in all groups, each counted in every one.
    pub n_rows: usize,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    n_articles: usize,
    n_excerpts: usize,
    /// The article that was counted last, from 1.
    last_article: u32,
}

/// Groups a set by a facet.
pub fn groups(corpus: &Corpus, set: &Matches, key: FacetKey) -> Groups {
    let values = Values::new(corpus, key);
    let n_values = (values.end - values.first) as usize;
    // The last one is that of the sentences that have none.
    let mut tallies = vec![Tally::default(); n_values + 1];
    for &idx in &set.sentences {
        let article = corpus.sentence(idx).article.0 + 1;
        values.each(idx, &mut |value| {
            let Some(tally) = tallies.get_mut(value.unwrap_or(n_values)) else { return };
            tally.n_excerpts += 1;
            tally.n_articles += usize::from(tally.last_article != article);
            tally.last_article = article;
        });
    }
    let n_rows = tallies.iter().map(|tally| tally.n_excerpts).sum();
    let mut order: Vec<(usize, Tally)> =
        tallies.into_iter().enumerate().filter(|(_, tally)| tally.n_excerpts > 0).collect();
    if key != FacetKey::On {
        order::sort_by_key(&mut order, |(value, tally)| {
            (*value == n_values, Reverse((tally.n_articles, tally.n_excerpts)))
        });
    }
    let rooms = order.iter().map(|(value, tally)| (*value, tally.n_excerpts));
    let mut slots = Slots::new(rooms, n_values + 1);
    for &idx in &set.sentences {
        values.each(idx, &mut |value| slots.push(value.unwrap_or(n_values), idx));
    }
    let groups = order.into_iter().zip(slots.rows()).map(|((value, tally), excerpts)| Group {
        value: u32::try_from(value).ok().filter(|_| value < n_values),
        n_articles: tally.n_articles,
        excerpts,
    });
    Groups { groups: groups.collect(), n_rows }
}

/// The values of one facet, sentence by sentence.
struct Values<'a> {
    corpus: &'a Corpus,
    first: u32,
    end: u32,
    /// For every value the one that holds it; empty for facets whose values do not hold each other.
    holders: Vec<Option<u32>>,
}

impl<'a> Values<'a> {
    fn new(corpus: &'a Corpus, key: FacetKey) -> Self {
        let (first, end) = (corpus.facets().first_of(key), corpus.facets().end_of(key));
        let holder = |value| parent(corpus, key, value).filter(|(of, _)| *of == key).map(|p| p.1);
        let is_tree = matches!(key, FacetKey::On | FacetKey::Within);
        let n_values = if is_tree { end - first } else { 0 };
        Self { corpus, first, end, holders: (0..n_values).map(holder).collect() }
    }

    /// Hands over the values that a sentence has, or none, once.
    fn each(&self, idx: SentenceIdx, on: &mut dyn FnMut(Option<usize>)) {
        let row = self.corpus.facets().of_sentence(idx.0);
        let holder = |number: u32| *self.holders.get(number.checked_sub(self.first)? as usize)?;
        let mut has_none = true;
        row.each_while(|number| {
            if number < self.first {
                return true;
            }
            if number >= self.end {
                return false;
            }
            has_none = false;
            let value = number - self.first;
            if self.holders.is_empty() || row.iter().all(|inner| holder(inner) != Some(value)) {
                on(Some(value as usize));
            }
            true
        });
        if has_none {
            on(None);
        }
    }
}
