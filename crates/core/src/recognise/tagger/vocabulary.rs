//! Which words are common in small letters: a capital at the beginning of a sentence or in a headline says little of them.

/// Hashes of folded words, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Words that stand nearly always in small letters.
    pub common: Vec<u32>,
    /// Words that stand in small letters and as names.
    pub mixed: Vec<u32>,
}

impl Vocabulary {
    /// 2 for a common word, 1 for one that is both, 0 for one that is not known.
    pub(super) fn class(&self, folded: u64) -> u8 {
        let short = Self::key(folded);
        if self.common.binary_search(&short).is_ok() {
            2
        } else {
            u8::from(self.mixed.binary_search(&short).is_ok())
        }
    }

    /// The stored form of the hash of a folded word.
    pub(super) fn key(folded: u64) -> u32 {
        (folded >> 32) as u32
    }
}
