//! Numbers for words: equal words get equal numbers, in the order of their first appearance.
//!
//! Words are told apart by a hash of 64 bits.
//! A table with few probes serves ordinary text; what does not find a slot goes into a tree, so that no text makes it slow.

use std::collections::BTreeMap;

const LONGEST_PROBE: usize = 12;

/// Numbers given so far.
pub(super) struct Interner {
    slots: Vec<(u64, u32)>,
    crowded: BTreeMap<u64, u32>,
    n: u32,
}

impl Interner {
    /// For at most about so many words.
    pub(super) fn with_capacity(n: usize) -> Self {
        let size = (n.max(8) * 2).next_power_of_two();
        Self { slots: vec![(0, u32::MAX); size], crowded: BTreeMap::new(), n: 0 }
    }

    /// The number of a word, and whether it is new.
    #[inline]
    pub(super) fn number(&mut self, hash: u64) -> (u32, bool) {
        let mask = self.slots.len() - 1;
        for step in 0..LONGEST_PROBE {
            let Some(slot) = self.slots.get_mut((hash as usize).wrapping_add(step) & mask) else {
                break;
            };
            if slot.1 == u32::MAX {
                *slot = (hash, self.n);
                self.n += 1;
                return (self.n - 1, true);
            }
            if slot.0 == hash {
                return (slot.1, false);
            }
        }
        self.number_in_crowd(hash)
    }

    #[inline(never)]
    fn number_in_crowd(&mut self, hash: u64) -> (u32, bool) {
        let next = self.n;
        let number = *self.crowded.entry(hash).or_insert(next);
        let is_new = number == next;
        self.n += u32::from(is_new);
        (number, is_new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_get_equal_numbers_even_when_slots_run_out() {
        let mut interner = Interner::with_capacity(4);
        for round in 0..2 {
            for i in 0..100 {
                assert_eq!(interner.number(i * 16), (i as u32, round == 0));
            }
        }
    }
}
