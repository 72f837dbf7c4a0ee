//! Making the index of words: texts are read once, words are numbered as they come, and sorted at the end.
//!
//! In go sentences in the order of the corpus; out comes [`WordIndex`].
//! What a position is, is said there.

use super::index::{SLOT, WordIndex};
use super::word::{WordReader, is_article};
use crate::numbers::Numbers;
use core::cmp::Ordering;

/// Between two sentences of the stream.
const END: u32 = 0;
/// Between a sentence and the title that counts with it.
const GAP: u32 = 1;
/// The lowest bit of a word of the stream: it stands where the one before it stands.
const STAYS: u32 = 1;

/// So many positions lie between the last word of a sentence and the first of its title.
pub(super) const TITLE_GAP: u32 = 2;

/// Reads sentences.
pub(super) struct Builder<'t> {
    reader: WordReader<'t>,
    counted: Counted,
}

/// Numbers words and notes their order.
struct Counted {
    /// Open addressing: number of a word from 1, or 0; a power of two, at least twice as many as there are words.
    table: Vec<u32>,
    words: Vec<Entry>,
    /// The words one behind the other.
    text: String,
    stream: Stream,
    /// No position is greater.
    greatest: u32,
    /// Forms of words since the last sentence ended.
    n_forms: u32,
}

/// Numbers as they come, seven bits to a byte: words come by their first appearance, so that most have one byte or two.
struct Stream(Vec<u8>);

impl Stream {
    #[inline]
    fn push(&mut self, mut number: u32) {
        while number > 0x7f {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Hands over all numbers.
    #[inline]
    fn each(&self, mut on: impl FnMut(u32)) {
        let (mut number, mut shift) = (0, 0);
        for &byte in &self.0 {
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                on(number);
                (number, shift) = (0, 0);
            }
        }
    }
}

/// A word of the stream.
fn word_entry(number: u32, stays: u32) -> u32 {
    (number + 1) << 1 | stays
}

/// A word as it is counted; what is asked of it together lies together.
struct Entry {
    hash: u32,
    start: u32,
    end: u32,
    count: u32,
}

impl<'t> Builder<'t> {
    /// For texts of so many bytes.
    pub(super) fn new(n_bytes: usize) -> Self {
        let counted = Counted {
            table: vec![0; 1 << 10],
            words: Vec::new(),
            text: String::new(),
            stream: Stream(Vec::with_capacity(n_bytes / 5 * 2)),
            greatest: 0,
            n_forms: 0,
        };
        Self { reader: WordReader::new(""), counted }
    }

    /// Reads the next sentence, and behind it the title that counts with it.
    pub(super) fn add(&mut self, sentence: &'t str, title: Option<&'t str>) {
        self.read(sentence);
        if let Some(title) = title {
            self.counted.stream.push(GAP);
            self.read(title);
        }
        self.counted.end_sentence();
    }

    fn read(&mut self, text: &'t str) {
        self.reader.begin(text);
        let mut stays = 0;
        while self.reader.read() {
            let counted = &mut self.counted;
            self.reader.each_form(|form| {
                counted.note(form, stays);
                counted.n_forms += 1;
                stays = STAYS;
            });
            stays = if is_article(self.reader.word()) { STAYS } else { 0 };
        }
    }

    /// Sorts the words, and sends every position to its word.
    pub(super) fn finish(self) -> WordIndex {
        self.counted.finish()
    }
}

impl Counted {
    #[inline]
    fn note(&mut self, word: &str, stays: u32) {
        let hash = hash(word.as_bytes());
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while let Some(number) = self.table.get(at).and_then(|n| n.checked_sub(1)) {
            if let Some(entry) = self.words.get_mut(number as usize)
                && entry.hash == hash
                && self.text.as_bytes().get(entry.start as usize..entry.end as usize)
                    == Some(word.as_bytes())
            {
                entry.count += 1;
                self.stream.push(word_entry(number, stays));
                return;
            }
            at = (at + 1) & mask;
        }
        self.note_new(word, hash, at, stays);
    }

    /// No form takes more than one position, and a title begins behind a gap.
    fn end_sentence(&mut self) {
        self.stream.push(END);
        let n_slots = (self.n_forms.saturating_add(TITLE_GAP) / SLOT).saturating_add(1);
        self.greatest = self.greatest.saturating_add(n_slots.saturating_mul(SLOT));
        self.n_forms = 0;
    }

    #[cold]
    fn note_new(&mut self, word: &str, hash: u32, at: usize, stays: u32) {
        let number = self.words.len() as u32;
        let start = self.text.len() as u32;
        self.text.push_str(word);
        self.words.push(Entry { hash, start, end: self.text.len() as u32, count: 1 });
        self.stream.push(word_entry(number, stays));
        if let Some(free) = self.table.get_mut(at) {
            *free = number + 1;
        }
        if self.words.len() * 2 > self.table.len() {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        self.table = vec![0; mask + 1];
        for (entry, number) in self.words.iter().zip(1u32..) {
            let mut at = entry.hash as usize & mask;
            while self.table.get(at).is_some_and(|n| *n > 0) {
                at = (at + 1) & mask;
            }
            if let Some(free) = self.table.get_mut(at) {
                *free = number;
            }
        }
    }

    /// Sorts the words, and sends every position to its word.
    fn finish(self) -> WordIndex {
        let text = |entry: &Entry| {
            self.text.get(entry.start as usize..entry.end as usize).unwrap_or_default()
        };
        let word = |number: u32| self.words.get(number as usize).map_or("", text);
        let mut order: Vec<(u64, u32)> =
            self.words.iter().zip(0u32..).map(|(w, i)| (first_bytes(text(w)), i)).collect();
        sort(&mut order, &|a, b| word(a).cmp(word(b)));
        let mut index = WordIndex::default();
        index.words.reserve_exact(self.text.len());
        index.ends.reserve_exact(order.len());
        index.starts.reserve_exact(order.len() + 1);
        // Where the next position of each word goes.
        let mut next = vec![0u32; order.len()];
        let mut n_positions = 0;
        for (_, number) in &order {
            let (Some(entry), Some(next)) =
                (self.words.get(*number as usize), next.get_mut(*number as usize))
            else {
                continue;
            };
            index.words.push_str(text(entry));
            index.ends.push(index.words.len() as u32);
            index.starts.push(n_positions);
            *next = n_positions;
            n_positions += entry.count;
        }
        index.starts.push(n_positions);
        index.positions = Numbers::noughts(n_positions as usize, self.greatest);
        let mut position = 0u32;
        let mut is_first = true;
        self.stream.each(|entry| match entry {
            END => {
                // One position more than there are words: no phrase goes on in the next sentence.
                let end = position.saturating_add(u32::from(!is_first));
                let slots = (end / SLOT).saturating_add(1);
                index.slots.resize(slots as usize, index.n_sentences);
                position = slots.saturating_mul(SLOT);
                index.n_sentences = index.n_sentences.saturating_add(1);
                is_first = true;
            }
            GAP => {
                // No phrase goes on in the title.
                position = position.saturating_add(TITLE_GAP);
                is_first = true;
            }
            word => {
                position = position.saturating_add(u32::from(!is_first && word & STAYS == 0));
                is_first = false;
                let number = (word >> 1) - 1;
                let Some(to) = next.get_mut(number as usize) else { return };
                index.positions.set(*to as usize, position);
                *to += 1;
            }
        });
        // The list grew by doubling, and lives as long as the corpus.
        index.slots.shrink_to_fit();
        index
    }
}

/// Sorts keys, and equal ones by what their numbers stand for.
///
/// One sort for all of search: the library's costs the page some kilobytes for each type.
pub(super) fn sort(keys: &mut [(u64, u32)], tie: &dyn Fn(u32, u32) -> Ordering) {
    keys.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| tie(a.1, b.1)));
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
    let shift = 8 * 8usize.saturating_sub(word.len()) as u32;
    number(word.as_bytes().get(..8).unwrap_or(word.as_bytes())).checked_shl(shift).unwrap_or(0)
}

/// Eight bytes at most as a number, the first one in front.
#[inline]
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Eight bytes at a time, mixed by a multiplication.
#[inline]
fn hash(bytes: &[u8]) -> u32 {
    let mix =
        |hash: u64, part: u64| (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (bytes.chunks(8).map(number).fold(bytes.len() as u64, mix) >> 32) as u32
}
