//! Making the index of words: texts are read once, words are numbered as they come, and sorted at the end.
//!
//! In go sentences in the order of the corpus; out comes [`WordIndex`].
//! What a position is, is said there.

use super::index::{SLOT, WordIndex};
use super::word::{WordReader, is_article, without_particle};

/// Marks a word of the stream that stands where the one before it stands.
const STAYS: u32 = 1 << 31;
/// Between two sentences of the stream.
const END: u32 = u32::MAX;

/// Numbers words and notes their order.
pub(super) struct Builder<'t> {
    reader: WordReader<'t>,
    /// Open addressing: number of a word from 1, or 0.
    table: Vec<u32>,
    hashes: Vec<u32>,
    words: String,
    ends: Vec<u32>,
    counts: Vec<u32>,
    stream: Vec<u32>,
}

impl<'t> Builder<'t> {
    /// For texts of so many bytes.
    pub(super) fn new(n_bytes: usize) -> Self {
        Self {
            reader: WordReader::new(""),
            table: vec![0; 1 << 10],
            hashes: Vec::new(),
            words: String::new(),
            ends: Vec::new(),
            counts: Vec::new(),
            stream: Vec::with_capacity(n_bytes / 5),
        }
    }

    /// Reads the next sentence.
    pub(super) fn add(&mut self, sentence: &'t str) {
        self.reader.begin(sentence);
        let mut stays = 0;
        while self.reader.read() {
            let word = core::mem::take(&mut self.reader.word);
            self.note(&word, stays);
            if let Some(base) = self.reader.base {
                self.note(word.get(..base).unwrap_or_default(), STAYS);
            }
            if word.as_bytes().first().is_some_and(|byte| !byte.is_ascii()) {
                let mut rest = word.as_str();
                while let Some(next) = without_particle(rest) {
                    self.note(next, STAYS);
                    rest = next;
                }
            }
            stays = if is_article(&word) { STAYS } else { 0 };
            self.reader.word = word;
        }
        self.stream.push(END);
    }

    #[inline]
    fn note(&mut self, word: &str, stays: u32) {
        let number = self.number(word);
        if let Some(count) = self.counts.get_mut(number as usize) {
            *count += 1;
        }
        self.stream.push(number | stays);
    }

    fn number(&mut self, word: &str) -> u32 {
        let hash = hash(word.as_bytes());
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(number) = self.table.get(at).and_then(|n| n.checked_sub(1)) {
            if self.hashes.get(number as usize) == Some(&hash)
                && part(&self.words, &self.ends, number as usize) == word
            {
                return number;
            }
            at = (at + 1) & mask;
        }
        let number = self.ends.len() as u32;
        self.words.push_str(word);
        self.ends.push(self.words.len() as u32);
        self.hashes.push(hash);
        self.counts.push(0);
        if let Some(free) = self.table.get_mut(at) {
            *free = number + 1;
        }
        if self.ends.len() * 2 > self.table.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        self.table = vec![0; mask + 1];
        for (hash, number) in self.hashes.iter().zip(1u32..) {
            let mut at = *hash as usize & mask;
            while self.table.get(at).is_some_and(|n| *n > 0) {
                at = (at + 1) & mask;
            }
            if let Some(free) = self.table.get_mut(at) {
                *free = number;
            }
        }
    }

    /// Sorts the words, and sends every position to its word.
    pub(super) fn finish(self) -> WordIndex {
        let mut order: Vec<(u64, u32)> = (0..self.ends.len())
            .map(|i| (first_bytes(part(&self.words, &self.ends, i)), i as u32))
            .collect();
        let word = |number: u32| part(&self.words, &self.ends, number as usize);
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| word(a.1).cmp(word(b.1))));
        let mut index = WordIndex::default();
        index.words.reserve_exact(self.words.len());
        index.ends.reserve_exact(order.len());
        index.starts.reserve_exact(order.len() + 1);
        // Where the next position of each word goes.
        let mut next = vec![0u32; order.len()];
        let mut n_positions = 0;
        for (_, number) in &order {
            index.words.push_str(word(*number));
            index.ends.push(index.words.len() as u32);
            index.starts.push(n_positions);
            if let Some(next) = next.get_mut(*number as usize) {
                *next = n_positions;
            }
            n_positions += self.counts.get(*number as usize).copied().unwrap_or(0);
        }
        index.starts.push(n_positions);
        index.positions = vec![0; n_positions as usize];
        let mut position = 0u32;
        let mut is_first = true;
        for &entry in &self.stream {
            if entry == END {
                // One position more than there are words: no phrase goes on in the next sentence.
                let end = position.saturating_add(u32::from(!is_first));
                let slots = (end / SLOT).saturating_add(1);
                index.slots.resize(slots as usize, index.n_sentences);
                position = slots.saturating_mul(SLOT);
                index.n_sentences = index.n_sentences.saturating_add(1);
                is_first = true;
                continue;
            }
            position = position.saturating_add(u32::from(!is_first && entry & STAYS == 0));
            is_first = false;
            let Some(to) = next.get_mut((entry & !STAYS) as usize) else { continue };
            if let Some(at) = index.positions.get_mut(*to as usize) {
                *at = position;
            }
            *to += 1;
        }
        index
    }
}

/// The part of a list of texts with this number.
#[inline]
pub(super) fn part<'a>(all: &'a str, ends: &[u32], i: usize) -> &'a str {
    let start = i.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(i).copied().unwrap_or(start);
    all.get(start as usize..end as usize).unwrap_or_default()
}

/// The first eight bytes as a number that is ordered as they are.
fn first_bytes(word: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, byte) in bytes.iter_mut().zip(word.bytes()) {
        *to = byte;
    }
    u64::from_be_bytes(bytes)
}

/// Eight bytes at a time, mixed by a multiplication.
fn hash(bytes: &[u8]) -> u32 {
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut padded = [0; 8];
        for (to, byte) in padded.iter_mut().zip(chunk) {
            *to = *byte;
        }
        hash =
            (hash.rotate_left(23) ^ u64::from_le_bytes(padded)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    (hash >> 32) as u32
}
