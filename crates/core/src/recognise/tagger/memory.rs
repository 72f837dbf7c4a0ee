//! What was worked out of words in earlier texts: most words of a text were seen before.
//!
//! Only what follows from a word by itself is kept, so that a text has the same names whatever was read before it.
//! The number of words is bounded; a new one takes the place of another.

use super::lists::Lexicon;
use super::model::{Model, sum_up};
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
    /// The word of a token, by a number that tells its surface apart.
    pub(super) fn word<'s>(
        &mut self,
        surface: impl Fn() -> &'s str,
        number: u64,
        token: &Token,
        language: (&Vocabulary, &Lexicon),
    ) -> Word {
        // A hyphen and a dash may look the same.
        let key = hash::pair(number, token.kind as u64);
        let make = || Word { key, ..Word::of(surface(), token, language) };
        match self.remembered(key, make) {
            Some(known) => known.word.clone(),
            None => Word { key, ..Word::of(surface(), token, language) },
        }
    }

    /// Adds the scores of the word by itself for a token so far away.
    #[inline]
    pub(super) fn add_scores<'s>(
        &mut self,
        word: &Word,
        surface: impl FnOnce() -> &'s str,
        offset: i32,
        model: &Model,
        sum: &mut Both,
    ) {
        let slot = self.slots.get(word.key as usize & (N_SLOTS - 1));
        if let Some(Some(known)) = slot
            && known.key == word.key
            && let Some(Some(scores)) = known.scores.get((offset + FURTHEST) as usize)
        {
            sum_up(sum, scores);
        } else {
            sum_up(sum, &self.scores(word, surface(), offset, model));
        }
    }

    /// The scores of a word; kept for the next time.
    #[inline(never)]
    fn scores(&mut self, word: &Word, surface: &str, offset: i32, model: &Model) -> Both {
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
