//! Names of places, and the sentences that name each place.
//!
//! In go the places of a corpus and the mentions in its sentences; a name is kept as its words, without articles, so that "Hasakah" and "al-Hasakah" are one.
//! Which names a search spells is found here; what a search is, is not known.

use super::build::part;
use super::set::SentenceSet;
use super::word::{WordReader, is_article, stem};
use crate::corpus::{CorpusData, Sentence};

/// Names of places and where these are named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// All names, one behind the other.
    text: String,
    /// Where each name ends.
    ends: Vec<u32>,
    /// The place of each name.
    places: Vec<u32>,
    /// Where the sentences of each place begin, and where the last end.
    starts: Vec<u32>,
    /// Sentences, ascending for each place.
    sentences: Vec<u32>,
}

impl Names {
    pub(super) fn of(data: &CorpusData, sentences: &[Sentence]) -> Self {
        let mut out = Self::default();
        let mut last = String::new();
        for (place, number) in data.places.iter().zip(0u32..) {
            last.clear();
            for name in core::iter::once(place.name.as_str()).chain(place.spellings.iter()) {
                let name = plain_name(name);
                if !name.is_empty() && name != last {
                    out.text.push_str(&name);
                    out.ends.push(out.text.len() as u32);
                    out.places.push(number);
                    last = name;
                }
            }
        }
        out.note_sentences(data, sentences);
        out
    }

    /// Two rounds: how many sentences each place has, then which.
    fn note_sentences(&mut self, data: &CorpusData, sentences: &[Sentence]) {
        let n_places = data.places.len();
        let mut last = vec![u32::MAX; n_places];
        let mut counts = vec![0u32; n_places + 1];
        let named = |sentence: &Sentence| {
            let record = data.records.get(sentence.article.0 as usize);
            record.and_then(|r| r.mentions.get(sentence.mentions.clone())).unwrap_or_default()
        };
        for round in 0..2 {
            for (sentence, idx) in sentences.iter().zip(0u32..) {
                for mention in named(sentence) {
                    let place = mention.place.0 as usize;
                    let (Some(last), Some(count)) = (last.get_mut(place), counts.get_mut(place))
                    else {
                        continue;
                    };
                    if core::mem::replace(last, idx) == idx {
                        continue;
                    }
                    if round == 1
                        && let Some(at) = self.sentences.get_mut(*count as usize)
                    {
                        *at = idx;
                    }
                    *count += 1;
                }
            }
            if round == 0 {
                let mut n = 0;
                for count in &mut counts {
                    n += core::mem::replace(count, n);
                }
                self.starts.clone_from(&counts);
                self.sentences = vec![0; n as usize];
                last.fill(u32::MAX);
            }
        }
    }

    /// Each name with its place, as plain words.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let place = |i: usize| self.places.get(i).copied().unwrap_or(u32::MAX);
        (0..self.ends.len()).map(move |i| (part(&self.text, &self.ends, i), place(i)))
    }

    /// Puts the sentences that name a place into a set.
    pub(super) fn collect(&self, place: u32, set: &mut SentenceSet) {
        let at = |i: u32| self.starts.get(i as usize).map_or(0, |at| *at as usize);
        for &sentence in self.sentences.get(at(place)..at(place + 1)).unwrap_or_default() {
            set.insert(sentence);
        }
    }

    pub(super) fn n_bytes(&self) -> usize {
        let numbers =
            self.ends.len() + self.places.len() + self.starts.len() + self.sentences.len();
        self.text.len() + 4 * numbers
    }
}

/// The words of a name with spaces between them: without articles that stand before a word.
pub(super) fn plain_name(name: &str) -> String {
    let mut reader = WordReader::new(name);
    let mut out = String::new();
    let mut last = 0;
    while reader.read() {
        if is_article(out.get(last..).unwrap_or_default()) {
            out.truncate(last);
        }
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        last = out.len();
        out.push_str(stem(reader.word()));
    }
    out
}
