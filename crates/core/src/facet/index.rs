//! What every sentence and every article has of each facet, as numbers in two flat tables.
//!
//! The values of all facets are numbered through: those of the first facet, then those of the second, and so on.
//! A row holds the numbers of one sentence or article, sorted, each once; so filters and counts are loops over small numbers, the same for every facet.

use super::class;
use super::day::Days;
use super::key::{FacetKey, N_FACETS};
use super::origin::{Origins, UNKNOWN};
use super::within::Tree;
use crate::corpus::{Corpus, SentenceIdx};
use crate::identify::ActorKind;
use crate::numbers::{Numbers, Row};

/// What every sentence and article of a corpus has of each facet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// The first number of each facet, and behind the last.
    first: [u32; N_FACETS + 1],
    pub(super) within: Tree,
    pub(super) days: Days,
    /// Agencies, outlets, languages.
    agencies: Origins,
    outlets: Origins,
    languages: Origins,
    sentences: Table,
    articles: Table,
}

impl Index {
    /// The index of a corpus whose sentences and days are known.
    pub(crate) fn of(corpus: &Corpus) -> Self {
        let mut index = Self {
            within: Tree::of(corpus),
            days: Days::of(corpus),
            agencies: Origins::of(corpus, |a| a.agency.as_deref(), None),
            outlets: Origins::of(corpus, |a| a.outlet.as_deref(), Some(UNKNOWN)),
            languages: Origins::of(corpus, |a| a.language.as_deref(), Some(UNKNOWN)),
            ..Self::default()
        };
        let mut next = 0u32;
        for key in FacetKey::ALL {
            index.first[key.number()] = next;
            let n_values = u32::try_from(index.n_values(corpus, key)).unwrap_or(u32::MAX);
            next = next.saturating_add(n_values);
        }
        index.first[N_FACETS] = next;
        index.sentences = index.of_sentences(corpus);
        index.articles = index.of_articles(corpus);
        index
    }

    fn n_values(&self, corpus: &Corpus, key: FacetKey) -> usize {
        let n_people = n_people(corpus);
        match key {
            FacetKey::Place => corpus.places().len(),
            FacetKey::Within => self.within.nodes.len(),
            FacetKey::Person => n_people,
            FacetKey::Organisation => corpus.actors().len() - n_people,
            FacetKey::Said => corpus.actors().len(),
            FacetKey::On => self.days.ids.len(),
            FacetKey::Statement => class::STATEMENTS.len(),
            FacetKey::Confidence => class::CONFIDENCES.len(),
            FacetKey::Agency | FacetKey::Outlet | FacetKey::Language => {
                self.origins(key).map_or(0, |origins| origins.list.len())
            }
        }
    }

    /// The origins that a facet of articles shows.
    pub(super) fn origins(&self, key: FacetKey) -> Option<&Origins> {
        match key {
            FacetKey::Agency => Some(&self.agencies),
            FacetKey::Outlet => Some(&self.outlets),
            FacetKey::Language => Some(&self.languages),
            _ => None,
        }
    }

    fn of_sentences(&self, corpus: &Corpus) -> Table {
        let [place, within, actor, said, on, statement, confidence] = [
            FacetKey::Place,
            FacetKey::Within,
            // People and organisations are numbered through, as the corpus numbers them.
            FacetKey::Person,
            FacetKey::Said,
            FacetKey::On,
            FacetKey::Statement,
            FacetKey::Confidence,
        ]
        .map(|key| self.first_of(key));
        let mut table = Table::default();
        table.ends.reserve_exact(corpus.sentences().len());
        let mut row: Vec<u32> = Vec::new();
        for (sentence, idx) in corpus.sentences().iter().zip(0u32..) {
            row.clear();
            for mention in corpus.mentions(sentence) {
                row.push(place + mention.place.0);
                let around = self.within.around(mention.place.0);
                row.extend(around.into_iter().flatten().map(|n| within + n));
                row.push(confidence + class::confidence(mention.confidence));
            }
            row.extend(corpus.actors_in(sentence).iter().map(|m| actor + m.actor.0));
            for mention in corpus.times_in(sentence) {
                let around = self.days.around(corpus, mention);
                row.extend(around.into_iter().flatten().map(|n| on + n));
            }
            let speakers = corpus.statements_in(sentence).filter_map(|(_, s)| s.speaker);
            row.extend(speakers.map(|speaker| said + speaker.0));
            class::statements(corpus, SentenceIdx(idx), |n| row.push(statement + n));
            table.push(&mut row);
        }
        table.numbers.shrink_to_fit();
        table
    }

    fn of_articles(&self, corpus: &Corpus) -> Table {
        let mut table = Table::default();
        let mut row: Vec<u32> = Vec::new();
        for article in 0..corpus.records().len() {
            row.clear();
            for key in FacetKey::ALL {
                let number = self.origins(key).and_then(|origins| origins.number(article));
                row.extend(number.map(|n| self.first_of(key) + n));
            }
            table.push(&mut row);
        }
        table
    }

    /// The first number of a facet.
    pub(super) fn first_of(&self, key: FacetKey) -> u32 {
        self.first[key.number()]
    }

    /// One past the last number of a facet.
    pub(super) fn end_of(&self, key: FacetKey) -> u32 {
        self.first[key.number() + 1]
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.first[N_FACETS] as usize
    }

    /// The numbers of a sentence, sorted.
    pub(super) fn of_sentence(&self, sentence: u32) -> Row<'_> {
        self.sentences.row(sentence as usize)
    }

    /// Hands over the sentences that hold a number that is meant, each once.
    pub(super) fn sentences_with(&self, is_meant: impl Fn(u32) -> bool, on: impl FnMut(u32)) {
        self.sentences.rows_with(is_meant, on);
    }

    /// The numbers of the places that a sentence names, sorted: places are numbered first of all.
    pub(super) fn places_of(&self, sentence: u32) -> impl Iterator<Item = u32> {
        let end = self.end_of(FacetKey::Place);
        self.of_sentence(sentence).iter().take_while(move |number| *number < end)
    }

    /// The numbers of an article, sorted.
    pub(super) fn of_article(&self, article: u32) -> Row<'_> {
        self.articles.row(article as usize)
    }
}

/// How many of the actors are people; they stand first.
pub(super) fn n_people(corpus: &Corpus) -> usize {
    corpus.actors().partition_point(|actor| actor.kind == ActorKind::Person)
}

/// Rows of numbers, one behind the other.
#[derive(Clone, Debug, Default, PartialEq)]
struct Table {
    /// Where each row ends.
    ends: Vec<u32>,
    numbers: Numbers,
}

impl Table {
    fn push(&mut self, row: &mut Vec<u32>) {
        row.sort_unstable();
        row.dedup();
        row.iter().for_each(|number| self.numbers.push(*number));
        // Numbers are fewer than bytes of text, and these fewer than 4 GB.
        self.ends.push(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
    }

    /// Looks through all numbers at once, which is faster than row by row.
    fn rows_with(&self, is_meant: impl Fn(u32) -> bool, mut on: impl FnMut(u32)) {
        let mut ends = (0u32..).zip(&self.ends).peekable();
        let mut from = 0;
        while let Some(at) = self.numbers.all().position_from(from, &is_meant) {
            while ends.next_if(|(_, end)| **end as usize <= at).is_some() {}
            let Some((row, end)) = ends.next() else { return };
            on(row);
            from = *end as usize;
        }
    }

    fn row(&self, idx: usize) -> Row<'_> {
        let end = self.ends.get(idx).copied().unwrap_or(0) as usize;
        let start = idx.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.numbers.row(start.unwrap_or(0) as usize..end)
    }
}
