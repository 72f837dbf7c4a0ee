//! The index of words: every word of the corpus, sorted, with the positions where it stands.
//!
//! A position is a number over the whole corpus: words of a sentence have consecutive ones, and every sentence begins in a slot of its own, so that the sentence of a position is looked up and never searched for.
//! The words of a title stand behind those of the first sentence of its article, so that it is found by both.
//! A word has one position; the article al- has that of the word behind it, and a word without its attached particles that of the whole.
//! It is made when a corpus is opened, and nothing of it is stored; it does not know what is asked.

use super::build::{Builder, part};
use super::names::Names;
use super::set::SentenceSet;
use crate::corpus::{CorpusData, Record, Sentence};
use crate::numbers::{Numbers, Row};
use core::cmp::Ordering;
use core::ops::Range;

/// Positions of a slot.
pub(super) const SLOT: u32 = 32;

/// What a search asks: words and names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Words of the texts.
    pub(super) words: WordIndex,
    /// Names of places.
    pub(super) places: Names,
    /// Names of people and organisations.
    pub(super) actors: Names,
}

impl Index {
    /// Reads all sentences of a corpus.
    pub fn of(data: &CorpusData, sentences: &[Sentence]) -> Self {
        Self::with_names(WordIndex::of(&data.records, sentences), data, sentences)
    }

    /// The index of a corpus that was joined of this one and others, from the words of those.
    pub(crate) fn joined(
        &self,
        mut words: Vec<WordIndex>,
        data: &CorpusData,
        sentences: &[Sentence],
    ) -> Self {
        // Neighbours of about one size are joined, so that no word is copied often.
        while words.len() > 1 {
            let pairs = words.chunks(2);
            words = pairs
                .map(|pair| match pair {
                    [a, b] => a.join(b),
                    rest => rest.first().cloned().unwrap_or_default(),
                })
                .collect();
        }
        let words = words.first().map_or_else(|| self.words.clone(), |new| self.words.join(new));
        Self::with_names(words, data, sentences)
    }

    fn with_names(words: WordIndex, data: &CorpusData, sentences: &[Sentence]) -> Self {
        let places = Names::of_places(data, sentences);
        Self { words, places, actors: Names::of_actors(data, sentences) }
    }

    /// The words alone.
    pub(crate) fn into_words(self) -> WordIndex {
        self.words
    }

    /// Bytes that it holds, for measurements.
    pub fn n_bytes(&self) -> usize {
        self.words.n_bytes() + self.places.n_bytes() + self.actors.n_bytes()
    }
}

/// Words and their positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordIndex {
    /// All words, sorted, one behind the other.
    pub(super) words: String,
    /// Where each word ends.
    pub(super) ends: Vec<u32>,
    /// Where the positions of each word begin, and where the last end.
    pub(super) starts: Vec<u32>,
    /// Positions, ascending for each word.
    pub(super) positions: Numbers,
    /// The sentence of each slot.
    pub(super) slots: Vec<u32>,
    pub(super) n_sentences: u32,
}

impl WordIndex {
    /// Reads sentences of records.
    pub(crate) fn of(records: &[Record], sentences: &[Sentence]) -> Self {
        let mut builder = Builder::new(records.iter().map(|r| r.article.text.len()).sum());
        let mut last = None;
        for sentence in sentences {
            let record = records.get(sentence.article.0 as usize);
            // A title counts with the first sentence of its article.
            let is_first = last.replace(sentence.article) != Some(sentence.article);
            let title = record.filter(|_| is_first).and_then(|r| r.article.title.as_deref());
            builder.add(record.map_or("", |r| sentence.span.of(&r.article.text)), title);
        }
        builder.finish()
    }

    /// How many words there are, each counted once.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number.
    pub(super) fn word(&self, number: usize) -> &str {
        part(&self.words, &self.ends, number)
    }

    /// Where the words with these numbers stand, ascending for each of them.
    pub(super) fn positions_of(&self, numbers: Range<usize>) -> Row<'_> {
        let at = |i: usize| self.starts.get(i).map_or(0, |at| *at as usize);
        self.positions.row(at(numbers.start)..at(numbers.end))
    }

    /// The numbers of the words that begin so, or of the one that is so.
    pub(super) fn numbers(&self, word: &str, is_beginning: bool) -> Range<usize> {
        let first = self.first_not(0, |w| w < word);
        let end = if is_beginning {
            self.first_not(first, |w| w.starts_with(word))
        } else {
            first + usize::from(first < self.len() && self.word(first) == word)
        };
        first..end
    }

    /// The first word from a number on that is not so; all that are so stand before it.
    fn first_not(&self, from: usize, is_so: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if is_so(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The sentence of a position.
    #[inline]
    pub(super) fn sentence_of(&self, position: u32) -> u32 {
        self.slots.get((position / SLOT) as usize).copied().unwrap_or(u32::MAX)
    }

    /// Puts the sentences of positions into a set.
    pub(super) fn collect(&self, positions: Row, set: &mut SentenceSet) {
        positions.each_while(|position| {
            set.insert(self.sentence_of(position));
            true
        });
    }

    /// The words of this index and of one whose sentences follow.
    pub(crate) fn join(&self, other: &Self) -> Self {
        let (n, n_other) = (self.len(), other.len());
        let mut out = Self {
            words: String::with_capacity(self.words.len() + other.words.len() / 2),
            ends: Vec::with_capacity(n + n_other / 2),
            starts: vec![0],
            positions: Numbers::default(),
            slots: self.slots.clone(),
            n_sentences: self.n_sentences + other.n_sentences,
        };
        let moved = (self.slots.len() as u32).saturating_mul(SLOT);
        out.slots.extend(other.slots.iter().map(|sentence| sentence + self.n_sentences));
        let (mut i, mut j) = (0, 0);
        while i < n || j < n_other {
            let order = match (i < n, j < n_other) {
                (true, true) => self.word(i).cmp(other.word(j)),
                (true, false) => Ordering::Less,
                _ => Ordering::Greater,
            };
            out.words.push_str(if order.is_le() { self.word(i) } else { other.word(j) });
            out.ends.push(out.words.len() as u32);
            if order.is_le() {
                self.positions_of(i..i + 1).iter().for_each(|at| out.positions.push(at));
                i += 1;
            }
            if order.is_ge() {
                for position in other.positions_of(j..j + 1).iter() {
                    out.positions.push(position.saturating_add(moved));
                }
                j += 1;
            }
            out.starts.push(out.positions.len() as u32);
        }
        out
    }

    fn n_bytes(&self) -> usize {
        let numbers = self.ends.len() + self.starts.len() + self.slots.len();
        self.words.len() + self.positions.n_bytes() + 4 * numbers
    }
}
