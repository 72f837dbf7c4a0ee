//! Lists of short words, laid out when the program is compiled so that a word is found by one number.
//!
//! In go lists of words in small letters, each with its bits; out comes, for any word however it is written, the bits of all lists that hold it.
//! Words of more than [`LONGEST`] bytes are in no list.

/// Most bytes of a word.
pub(crate) const LONGEST: usize = 16;

/// At most `WORDS` words with their bits, found by `SLOTS` slots: a power of two, better twice as many.
///
/// Slots are small, so that most words, which are in no list, are passed over in the processor's nearest memory.
pub(crate) struct WordTable<const WORDS: usize, const SLOTS: usize> {
    /// A part of the hash of a word, and its place among the words from 1; each lies in its slot or in one of the next, and behind the last of them is a free one.
    slots: [(u16, u16); SLOTS],
    words: [(u128, u32); WORDS],
    n: usize,
    /// The lengths of the words that begin with a byte, and of those that end with one, as bits: most words are passed over here.
    by_first: [u32; 256],
    by_last: [u32; 256],
}

impl<const WORDS: usize, const SLOTS: usize> WordTable<WORDS, SLOTS> {
    /// A table without words.
    pub(crate) const EMPTY: Self = Self {
        slots: [(0, 0); SLOTS],
        words: [(0, 0); WORDS],
        n: 0,
        by_first: [0; 256],
        by_last: [0; 256],
    };

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
        assert!(SLOTS.is_power_of_two() && !word.is_empty() && word.len() <= LONGEST);
        let bytes = word.as_bytes();
        let (first, last) = (bytes[0], bytes[bytes.len() - 1]);
        self.by_first[first as usize] |= 1 << bytes.len();
        self.by_first[first.to_ascii_uppercase() as usize] |= 1 << bytes.len();
        self.by_last[last as usize] |= 1 << bytes.len();
        self.by_last[last.to_ascii_uppercase() as usize] |= 1 << bytes.len();
        let key = packed(bytes);
        let (part, mut at) = Self::hashes(key);
        while self.slots[at].1 != 0 {
            let place = self.slots[at].1 as usize - 1;
            if self.words[place].0 == key {
                self.words[place].1 |= bits;
                return self;
            }
            at = (at + 1) % SLOTS;
        }
        assert!(self.n < WORDS && self.n + 1 < SLOTS, "the table is full");
        self.words[self.n] = (key, bits);
        self.n += 1;
        self.slots[at] = (part, self.n as u16);
        self
    }

    /// The bits of all lists that hold a word; 0 when none does.
    #[inline]
    pub(crate) const fn get(&self, word: &str) -> u32 {
        self.of_bytes(word.as_bytes())
    }

    /// The same for the bytes of a word.
    #[inline]
    pub(crate) const fn of_bytes(&self, bytes: &[u8]) -> u32 {
        if bytes.is_empty() || bytes.len() > LONGEST {
            return 0;
        }
        let lengths =
            self.by_first[bytes[0] as usize] & self.by_last[bytes[bytes.len() - 1] as usize];
        if lengths >> bytes.len() & 1 == 0 {
            return 0;
        }
        let key = packed(bytes);
        let (part, mut at) = Self::hashes(key);
        while self.slots[at].1 != 0 {
            if self.slots[at].0 == part {
                let (there, bits) = self.words[self.slots[at].1 as usize - 1];
                if there == key {
                    return bits;
                }
            }
            at = (at + 1) % SLOTS;
        }
        0
    }

    /// A part of the hash of a word, and the slot where the search for it begins.
    const fn hashes(key: u128) -> (u16, usize) {
        let hash = hash(key);
        (hash as u16, (hash >> 16) as usize % SLOTS)
    }
}

/// A hash of 32 bits of a packed word.
pub(crate) const fn hash(key: u128) -> u32 {
    let folded = (key >> 64) as u64 ^ (key as u64).rotate_left(29);
    (folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

/// The bytes of a short word in one number, capital letters as small ones: the first eight and the last eight, which may overlap.
///
/// Of other characters some fall together that never stand in a word ("@" and "`").
pub(crate) const fn packed(word: &[u8]) -> u128 {
    const SECOND_BITS: u128 = u128::from_be_bytes([0x40; LONGEST]);
    let len = word.len();
    let (first, last) = match len {
        0 => (0, 0),
        1..4 => {
            let [a, b, c] = [word[0], word[len / 2], word[len - 1]];
            (u32::from_be_bytes([0, a, b, c]) as u64, len as u64)
        }
        4..8 => (four(word, 0) << 32 | four(word, len - 4), len as u64),
        _ => (four(word, 0) << 32 | four(word, 4), four(word, len - 8) << 32 | four(word, len - 4)),
    };
    let key = (first as u128) << 64 | last as u128;
    key | (key & SECOND_BITS) >> 1
}

const fn four(word: &[u8], at: usize) -> u64 {
    u32::from_be_bytes([word[at], word[at + 1], word[at + 2], word[at + 3]]) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_with_all_their_lists() {
        const TABLE: WordTable<5, 8> = WordTable::EMPTY
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
