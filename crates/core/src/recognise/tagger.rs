//! A tagger for names of places, persons, organisations and others: a linear-chain conditional random field.
//!
//! In goes a text with what gazetteer and rules say of it; out come the names that the trained weights see.
//! Training is `cargo xtask train`; it asks for the same features by [`samples`], so that both always agree.
//! All scores are whole numbers: the same text has the same names on every machine.

use super::Reading;
use crate::knowledge::Knowledge;
use crate::shared_memory::SharedMemory;
use crate::text::prose::Prose;

mod document;
mod facts;
mod hash;
mod intern;
mod label;
mod lists;
mod local;
mod marks;
mod memory;
mod model;
mod runs;
mod second;
mod seen;
mod series;
mod viterbi;
mod vocabulary;
mod word;

use document::Document;
pub use label::{N_LABELS, NameKind, OUTSIDE, may_follow};
pub use lists::Lexicon;
use memory::Memory;
pub use model::{Model, ModelSource, PassSource, TaggerError, Weights};
use second::First;
use viterbi::{Both, N_LANES, Transitions, Viterbi};
pub use vocabulary::Vocabulary;

/// How far from a token its features look.
const FURTHEST: i32 = 2;

/// A trained tagger.
#[derive(Clone, Debug)]
pub struct Tagger {
    model: Model,
    lexicon: Lexicon,
    memory: SharedMemory<Memory>,
}

/// A name that the tagger sees: tokens from `first` up to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) kind: NameKind,
}

impl Tagger {
    /// Reads a tagger that `cargo xtask train` wrote.
    ///
    /// # Errors
    /// When the bytes are no whole tagger of this version.
    pub fn decode(bytes: &[u8]) -> Result<Self, TaggerError> {
        Ok(Self {
            model: Model::decode(bytes)?,
            lexicon: Lexicon::new(),
            memory: SharedMemory::default(),
        })
    }

    /// The names of a text, in its order, without overlap.
    pub(super) fn names(&self, prose: &Prose, hints: Hints) -> Vec<Tagged> {
        let mut shared = self.memory.take();
        let mut own = Memory::default();
        let memory = shared.as_deref_mut().unwrap_or(&mut own);
        let language = (&self.model.vocabulary, &self.lexicon);
        let document = Document::read(prose, hints, language, memory);
        let segments = document.segments();
        let mut scores = self.scores(&document, &segments, memory);
        let [once, twice] = &self.model.transitions;
        let first = First::of(&document, decode(&document, &segments, &scores, 0, once));
        let mut at = 0;
        let mut hashes = Vec::with_capacity(MOST_FEATURES);
        for &(from, end) in &segments {
            for idx in from..end {
                if let Some(scores) = scores.get_mut(at) {
                    hashes.clear();
                    second::features(&document, &first, idx, |f| hashes.push(hash::placed(f, 0)));
                    self.model.add(&hashes, scores);
                }
                at += 1;
            }
        }
        let mut out = collect(&decode(&document, &segments, &scores, 1, twice));
        out.retain_mut(|name| document.keep_in_headline(name));
        out
    }

    /// The labels of the first reading, one for each token.
    pub fn first_labels(&self, prose: &Prose, knowledge: &Knowledge) -> Vec<u8> {
        let reading = Reading::of(prose, knowledge);
        let hints = Hints::of(&reading, &super::rules(&reading));
        let memory = &mut Memory::default();
        let language = (&self.model.vocabulary, &self.lexicon);
        let document = Document::read(prose, hints, language, memory);
        let segments = document.segments();
        let scores = self.scores(&document, &segments, memory);
        decode(&document, &segments, &scores, 0, &self.model.transitions[0])
    }

    /// For every token of the segments its scores in both readings, as far as they do not depend on the first.
    fn scores(
        &self,
        document: &Document,
        segments: &[(usize, usize)],
        memory: &mut Memory,
    ) -> Vec<Both> {
        let mut sums = Sums {
            model: &self.model,
            memory,
            hashes: Vec::with_capacity(MOST_FEATURES),
            numbers: vec![[0; N_SHOWN]; document.words.len()],
            sums: Vec::new(),
        };
        let tokens = segments.iter().flat_map(|&(first, end)| first..end);
        tokens.map(|idx| sums.scores(document, idx)).collect()
    }
}

/// The best labels of all tokens in one of the readings.
fn decode(
    document: &Document,
    segments: &[(usize, usize)],
    scores: &[Both],
    pass: usize,
    transitions: &Transitions,
) -> Vec<u8> {
    let mut out = vec![0; document.tokens.len()];
    let mut viterbi = Viterbi::default();
    let mut at = 0;
    for &(first, end) in segments {
        let here = scores.get(at..at + (end - first)).unwrap_or_default();
        at += end - first;
        let here = here.iter().filter_map(|both| both.as_chunks::<N_LANES>().0.get(pass));
        viterbi.decode(here, transitions, out.get_mut(first..end).unwrap_or_default());
    }
    out
}

/// Turns the labels of all tokens into names.
fn collect(labels: &[u8]) -> Vec<Tagged> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(ahead) =
        labels.get(from..).and_then(|rest| rest.iter().position(|&l| usize::from(l) != OUTSIDE))
    {
        let first = from + ahead;
        from = first + 1;
        let label = labels.get(first).copied().unwrap_or_default();
        let Some(kind) = NameKind::of_label(label.into()) else { continue };
        while labels.get(from).is_some_and(|&l| usize::from(l) == kind.inside()) {
            from += 1;
        }
        out.push(Tagged { first, end: from, kind });
    }
    out
}

/// About as many as a token has by where it stands.
const MOST_FEATURES: usize = 96;

/// How many distances there are.
const N_OFFSETS: usize = 2 * FURTHEST as usize + 1;

/// How far what a document shows of a word reaches, and how many distances that are.
const FURTHEST_SHOWN: i32 = 1;
const N_SHOWN: usize = 2 * FURTHEST_SHOWN as usize + 1;

/// Scores of tokens in both readings.
struct Sums<'m> {
    model: &'m Model,
    memory: &'m mut Memory,
    /// Space for the features of a token.
    hashes: Vec<u32>,
    /// For every word and distance where the sum lies of what the document shows of it, and one; 0 as long as there is none.
    numbers: Vec<[u32; N_SHOWN]>,
    /// Each summed once per document and only when it is asked for.
    sums: Vec<Both>,
}

impl Sums<'_> {
    fn scores(&mut self, document: &Document, idx: usize) -> Both {
        let mut scores = Both::default();
        for offset in -FURTHEST..=FURTHEST {
            let Some(near) = idx.checked_add_signed(offset as isize) else { continue };
            let Some(&number) = document.word_of.get(near) else { continue };
            let Some(word) = document.words.get(number as usize) else { continue };
            let surface = || surface_of(document, word);
            self.memory.add_scores(word, surface, offset, self.model, &mut scores);
            if let Some(sum) = self.shown(document, word, number, offset) {
                model::sum_up(&mut scores, sum);
            }
        }
        self.hashes.clear();
        local::features(document, idx, |f| self.hashes.push(hash::placed(f, 0)));
        self.model.add(&self.hashes, &mut scores);
        scores
    }

    /// The scores of what the document shows of a word, for a token so far away.
    fn shown(
        &mut self,
        document: &Document,
        word: &word::Word,
        number: u32,
        offset: i32,
    ) -> Option<&Both> {
        let at = usize::try_from(offset + FURTHEST_SHOWN).ok().filter(|&at| at < N_SHOWN)?;
        let facts = document.facts.get(word.lower_idx as usize)?;
        facts::shows_anything(facts, word).then_some(())?;
        let known = self.numbers.get_mut(number as usize)?.get_mut(at)?;
        if *known == 0 {
            let mut sum = Both::default();
            self.hashes.clear();
            document_features(document, word, offset.unsigned_abs() as word::Reach, |feature| {
                self.hashes.push(hash::placed(feature, offset));
            });
            self.model.add(&self.hashes, &mut sum);
            self.sums.push(sum);
            *known = self.sums.len() as u32;
        }
        self.sums.get((*known as usize).checked_sub(1)?)
    }
}

fn surface_of<'a>(document: &Document<'a>, word: &word::Word) -> &'a str {
    document.tokens.get(word.token as usize).map_or("", |t| t.span.of(document.text))
}

/// The features that follow from what the document shows of a word.
fn document_features(
    document: &Document,
    word: &word::Word,
    distance: word::Reach,
    mut add: impl FnMut(u64),
) {
    if i32::from(distance) <= FURTHEST_SHOWN {
        let facts = document.facts_of(word);
        let add = |feature: u64, reach: word::Reach| {
            if distance <= reach {
                add(feature);
            }
        };
        facts::features(&facts, word, |idx| document.word(idx as usize), add);
    }
}

/// The features of a distinct word that reach so far: those of its own, and those of what the document shows of it.
fn word_features(
    document: &Document,
    number: u32,
    distance: word::Reach,
    mut add: impl FnMut(u64),
) {
    let Some(word) = document.words.get(number as usize) else { return };
    word::features(word, surface_of(document, word), distance, |feature, reach| {
        if distance <= reach {
            add(feature);
        }
    });
    document_features(document, word, distance, add);
}

/// Tokens in a row in which names can be, with the features of each: what training learns from.
pub struct Sample {
    /// Index of the first token.
    pub first: usize,
    /// Hashes of the features of every token.
    pub features: Vec<Vec<u32>>,
}

/// All samples of a text.
///
/// With the labels of a first reading they are samples for the second.
pub fn samples(
    prose: &Prose,
    knowledge: &Knowledge,
    language: (&Vocabulary, &Lexicon),
    first_labels: Option<Vec<u8>>,
) -> Vec<Sample> {
    let reading = Reading::of(prose, knowledge);
    let hints = Hints::of(&reading, &super::rules(&reading));
    let document = Document::read(prose, hints, language, &mut Memory::default());
    let first = first_labels.map(|labels| First::of(&document, labels));
    let features = |idx: usize| {
        let mut out = Vec::with_capacity(96);
        for offset in -FURTHEST..=FURTHEST {
            let near = idx.checked_add_signed(offset as isize);
            let Some(&number) = near.and_then(|i| document.word_of.get(i)) else { continue };
            word_features(&document, number, offset.unsigned_abs() as word::Reach, |feature| {
                out.push(hash::placed(feature, offset));
            });
        }
        local::features(&document, idx, |f| out.push(hash::placed(f, 0)));
        if let Some(first) = &first {
            second::features(&document, first, idx, |f| out.push(hash::placed(f, 0)));
        }
        out
    };
    let segments = document.segments();
    segments
        .into_iter()
        .map(|(first, end)| Sample { first, features: (first..end).map(features).collect() })
        .collect()
}

/// The stored hash of a word, as a [`Vocabulary`] holds it.
pub fn vocabulary_key(word: &str) -> u32 {
    Vocabulary::key(hash::bytes(crate::text::fold::fold(word).bytes()))
}

/// Whether a word stands before names of persons without being a part of them; given in small letters.
pub fn is_title(word: &str) -> bool {
    lists::is_title(word)
}

/// What gazetteer and rules say of each token.
pub(super) struct Hints {
    marks: Vec<marks::Mark>,
    known: Vec<marks::Known>,
}

impl Hints {
    pub(super) fn of(reading: &Reading, ruled: &super::Ruled) -> Self {
        Self {
            marks: marks::marks(reading, &ruled.found, &ruled.verdicts, &ruled.names.places),
            known: marks::known(reading, &ruled.known),
        }
    }
}
