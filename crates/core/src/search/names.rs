//! Names, and the sentences that name each of those who bear them: places, and whoever else is named.
//!
//! In go names and who is named in each sentence; a name is kept as its words, without articles, so that "Hasakah" and "al-Hasakah" are one.
//! Which names a search spells is found here; what a search is, is not known.

use super::build::part;
use super::set::SentenceSet;
use super::word::{WordReader, is_article, stem};
use crate::corpus::{CorpusData, Sentence};
use crate::gazetteer::Spellings;

/// Hands over whoever is named in a sentence.
type EachNamed<'a> = &'a dyn Fn(&Sentence, &mut dyn FnMut(u32));

/// Names, and where those who bear them are named; these are numbers here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// All names, one behind the other.
    text: String,
    /// Where each name ends.
    ends: Vec<u32>,
    /// Who bears each name.
    bearers: Vec<u32>,
    /// Where the sentences of each bearer begin, and where the last end.
    starts: Vec<u32>,
    /// Sentences, ascending for each bearer.
    sentences: Vec<u32>,
}

impl Names {
    /// The places of a corpus.
    pub(super) fn of_places(data: &CorpusData, sentences: &[Sentence]) -> Self {
        let mut out = Self::default();
        for (place, number) in data.places.iter().zip(0u32..) {
            out.note(number, &place.name, &place.spellings);
        }
        out.note_sentences(data.places.len(), sentences, &|sentence, on| {
            let record = data.records.get(sentence.article.0 as usize);
            let mentions = record.map(|r| r.mentions_in(sentence.span));
            mentions.unwrap_or_default().iter().for_each(|mention| on(mention.place.0));
        });
        out
    }

    /// The people and organisations of a corpus.
    pub(super) fn of_actors(data: &CorpusData, sentences: &[Sentence]) -> Self {
        let mut out = Self::default();
        for (actor, number) in data.actors.iter().zip(0u32..) {
            out.note(number, &actor.name, &actor.spellings);
        }
        out.note_sentences(data.actors.len(), sentences, &|sentence, on| {
            let record = data.records.get(sentence.article.0 as usize);
            let mentions = record.map(|r| r.actors_in(sentence.span));
            mentions.unwrap_or_default().iter().for_each(|mention| on(mention.actor.0));
        });
        out
    }

    /// Notes the names of the next bearer.
    fn note(&mut self, bearer: u32, name: &str, spellings: &Spellings) {
        let mut last = String::new();
        for name in core::iter::once(name).chain(spellings.iter()) {
            let name = plain_name(name);
            if !name.is_empty() && name != last {
                self.text.push_str(&name);
                self.ends.push(self.text.len() as u32);
                self.bearers.push(bearer);
                last = name;
            }
        }
    }

    /// Two rounds: how many sentences each bearer has, then which.
    fn note_sentences(&mut self, n_bearers: usize, sentences: &[Sentence], each_named: EachNamed) {
        let mut last = vec![u32::MAX; n_bearers];
        let mut counts = vec![0u32; n_bearers + 1];
        for round in 0..2 {
            for (sentence, idx) in sentences.iter().zip(0u32..) {
                each_named(sentence, &mut |bearer| {
                    let bearer = bearer as usize;
                    if let (Some(last), Some(count)) =
                        (last.get_mut(bearer), counts.get_mut(bearer))
                        && core::mem::replace(last, idx) != idx
                    {
                        if round == 1
                            && let Some(at) = self.sentences.get_mut(*count as usize)
                        {
                            *at = idx;
                        }
                        *count += 1;
                    }
                });
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

    /// Each name as plain words, and who bears it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let bearer = |i: usize| self.bearers.get(i).copied().unwrap_or(u32::MAX);
        (0..self.ends.len()).map(move |i| (part(&self.text, &self.ends, i), bearer(i)))
    }

    /// Puts the sentences that name a bearer into a set.
    pub(super) fn collect(&self, bearer: u32, set: &mut SentenceSet) {
        let at = |i: u32| self.starts.get(i as usize).map_or(0, |at| *at as usize);
        for &sentence in self.sentences.get(at(bearer)..at(bearer + 1)).unwrap_or_default() {
            set.insert(sentence);
        }
    }

    pub(super) fn n_bytes(&self) -> usize {
        let numbers =
            self.ends.len() + self.bearers.len() + self.starts.len() + self.sentences.len();
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
