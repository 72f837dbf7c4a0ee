//! What was worked out of words in earlier texts: most words of a text were seen before.
//!
//! Only what follows from a word by itself is kept, so that a text has the same names whatever was read before it.
//! The number of words is bounded; a new one takes the place of another.

use super::lists::Lexicon;
use super::model::Model;
use super::viterbi::Both;
use super::vocabulary::Vocabulary;
use super::word::{self, Word};
use super::{FURTHEST, N_OFFSETS, hash};
use crate::text::token::Token;

/// Number of slots; a power of two.
const N_SLOTS: usize = 1 << 14;

/// A word with its scores by distance, as far as they were asked for.
struct Remembered {
    key: u64,
    word: Word,
    scores: [Option<Both>; N_OFFSETS],
}

/// Words of earlier texts.
#[derive(Default)]
pub(super) struct Memory {
    slots: Vec<Option<Remembered>>,
}

impl Memory {
    /// The word of a token, by the hash of its surface.
    pub(super) fn word(
        &mut self,
        surface: &str,
        exact: u64,
        token: &Token,
        language: (&Vocabulary, &Lexicon),
    ) -> Word {
        // A hyphen and a dash may look the same.
        let key = hash::pair(exact, token.kind as u64);
        let make = || Word { key, ..Word::of(surface, exact, token, language) };
        match self.remembered(key, make) {
            Some(known) => known.word.clone(),
            None => Word { key, ..Word::of(surface, exact, token, language) },
        }
    }

    /// The scores of the word by itself for a token so far away.
    pub(super) fn scores(
        &mut self,
        word: &Word,
        surface: &str,
        offset: i32,
        model: &Model,
    ) -> Both {
        let known = self.remembered(word.key, || word.clone());
        let slot = known.and_then(|known| known.scores.get_mut((offset + FURTHEST) as usize));
        match slot {
            Some(slot) => *slot.get_or_insert_with(|| scores(word, surface, offset, model)),
            None => scores(word, surface, offset, model),
        }
    }

    fn remembered(&mut self, key: u64, make: impl FnOnce() -> Word) -> Option<&mut Remembered> {
        if self.slots.is_empty() {
            self.slots.resize_with(N_SLOTS, || None);
        }
        let slot = self.slots.get_mut(key as usize & (N_SLOTS - 1))?;
        if slot.as_ref().is_none_or(|known| known.key != key) {
            *slot = Some(Remembered { key, word: make(), scores: [None; N_OFFSETS] });
        }
        slot.as_mut()
    }
}

fn scores(word: &Word, surface: &str, offset: i32, model: &Model) -> Both {
    let mut hashes = Vec::with_capacity(48);
    let distance = offset.unsigned_abs() as word::Reach;
    word::features(word, surface, distance, |feature, reach| {
        if distance <= reach {
            hashes.push(hash::placed(feature, offset));
        }
    });
    let mut sum = Both::default();
    model.add(&hashes, &mut sum);
    sum
}
