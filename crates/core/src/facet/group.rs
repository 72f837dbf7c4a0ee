//! The sentences of a set by what they have of one facet: by place, by day, by speaker.
//!
//! In go a set, a facet and how many rows are shown; out come the groups that hold these rows, and how many there are in all.
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
    /// Sentences of the set that hold it.
    pub n_excerpts: usize,
    /// Those of them that are shown, in the order of the corpus.
    pub shown: Vec<SentenceIdx>,
}

/// The first groups of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// Those that hold a shown sentence: days in the order of the calendar, all else by the number of articles.
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

/// Groups a set by a facet, as far as `n_shown` rows go.
pub fn groups(corpus: &Corpus, set: &Matches, key: FacetKey, n_shown: usize) -> Groups {
    let index = corpus.facets();
    let n_values = (index.end_of(key) - index.first_of(key)) as usize;
    // The last one is that of the sentences that have none.
    let mut tallies = vec![Tally::default(); n_values + 1];
    for &idx in &set.sentences {
        let article = corpus.sentence(idx).article.0 + 1;
        each_value(corpus, key, idx, &mut |value| {
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
    let mut slots = Slots::new(rooms, n_values + 1, n_shown);
    for &idx in &set.sentences {
        each_value(corpus, key, idx, &mut |value| slots.push(value.unwrap_or(n_values), idx));
    }
    let groups = order.into_iter().zip(slots.rows()).map(|((value, tally), shown)| Group {
        value: u32::try_from(value).ok().filter(|_| value < n_values),
        n_articles: tally.n_articles,
        n_excerpts: tally.n_excerpts,
        shown,
    });
    Groups { groups: groups.collect(), n_rows }
}

/// Hands over the values that a sentence has of a facet, or none, once.
fn each_value(corpus: &Corpus, key: FacetKey, idx: SentenceIdx, on: &mut dyn FnMut(Option<usize>)) {
    let index = corpus.facets();
    let first = index.first_of(key);
    let row = index.of_sentence(idx.0);
    let from = row.partition_point(|number| *number < first);
    let to = row.partition_point(|number| *number < index.end_of(key));
    let row = row.get(from..to).unwrap_or_default();
    let holds_another = |number: u32| {
        matches!(key, FacetKey::On | FacetKey::Within)
            && row
                .iter()
                .any(|&inner| parent(corpus, key, inner - first) == Some((key, number - first)))
    };
    for &number in row.iter().filter(|number| !holds_another(**number)) {
        on(Some((number - first) as usize));
    }
    if row.is_empty() {
        on(None);
    }
}
