//! Lists of short words, laid out when the program is compiled so that a word is found by one number.
//!
//! In go lists of words in small letters, each with its bits; out comes, for any word however it is written, the bits of all lists that hold it.
//! Words of more than [`LONGEST`] bytes are in no list.

/// Most bytes of a word.
pub(crate) const LONGEST: usize = 16;

/// Words with their bits, in `N` slots; `N` is a power of two and at least twice the number of words.
pub(crate) struct WordTable<const N: usize> {
    /// The letters of a word and its bits; each lies in its slot or in one of the next, and behind the last of them is a free one.
    slots: [(u128, u32); N],
}

impl<const N: usize> WordTable<N> {
    /// A table without words.
    pub(crate) const EMPTY: Self = Self { slots: [(0, 0); N] };

    /// The table with the words of one more list, which is known by these bits.
    pub(crate) const fn with_list(mut self, list: &[&str], bits: u32) -> Self {
        let mut i = 0;
        while i < list.len() {
            self = self.with(list[i], bits);
            i += 1;
        }
        self
    }

    /// The table with one more word.
    pub(crate) const fn with(mut self, word: &str, bits: u32) -> Self {
        assert!(N.is_power_of_two() && !word.is_empty() && word.len() <= LONGEST);
        let key = packed(word.as_bytes());
        let mut at = Self::slot(key);
        let mut n_tried = 0;
        while self.slots[at].0 != 0 && self.slots[at].0 != key {
            at = (at + 1) % N;
            n_tried += 1;
            assert!(n_tried < N / 2, "more words than half the slots");
        }
        self.slots[at] = (key, self.slots[at].1 | bits);
        self
    }

    /// The bits of all lists that hold a word; 0 when none does.
    pub(crate) const fn get(&self, word: &str) -> u32 {
        if word.len() > LONGEST {
            return 0;
        }
        let key = packed(word.as_bytes());
        let mut at = Self::slot(key);
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) % N;
        }
        self.slots[at].1
    }

    /// Where the search for a word begins.
    const fn slot(key: u128) -> usize {
        let folded = (key >> 64) as u64 ^ (key as u64).rotate_left(29);
        (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % N
    }
}

/// The bytes of a short word in one number, capital letters as small ones.
///
/// Of other characters some fall together that never stand in a word ("@" and "`").
pub(crate) const fn packed(word: &[u8]) -> u128 {
    const SECOND_BITS: u128 = u128::from_be_bytes([0x40; LONGEST]);
    let mut bytes = [0; LONGEST];
    bytes.split_at_mut(word.len()).0.copy_from_slice(word);
    let key = u128::from_be_bytes(bytes);
    key | (key & SECOND_BITS) >> 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_all_their_lists() {
        const TABLE: WordTable<16> = WordTable::EMPTY
            .with_list(&["port", "été", "administration"], 1)
            .with_list(&["port", "n't"], 2)
            .with("abcdefghijklmnop", 4);
        for (word, bits) in [
            ("port", 3),
            ("PORT", 3),
            ("Port", 3),
            ("été", 1),
            ("Administration", 1),
            ("n't", 2),
            ("abcdefghijklmnop", 4),
            ("abcdefghijklmnopq", 0),
            ("por", 0),
            ("ports", 0),
            ("", 0),
            ("{", 0),
        ] {
            assert_eq!(TABLE.get(word), bits, "{word}");
        }
    }
}
