//! A set of sentences: one bit for each.
//!
//! All sets of one corpus are of one length, so that they are joined and cut word by word.

use crate::corpus::SentenceIdx;

/// Some of the sentences of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceSet {
    bits: Vec<u64>,
    n: usize,
}

impl SentenceSet {
    /// No sentence of so many.
    pub fn none(n: usize) -> Self {
        Self { bits: vec![0; n.div_ceil(64)], n }
    }

    /// Every sentence of so many.
    pub fn every(n: usize) -> Self {
        let mut set = Self::none(n);
        set.negate();
        set
    }

    /// Puts a sentence in; one that the corpus does not have changes nothing.
    #[inline]
    pub fn insert(&mut self, idx: u32) {
        if let Some(bits) = self.bits.get_mut(idx as usize / 64) {
            *bits |= 1 << (idx % 64);
        }
    }

    /// Puts a range of sentences in.
    pub fn insert_range(&mut self, range: core::ops::Range<u32>) {
        for idx in range {
            self.insert(idx);
        }
    }

    /// Whether a sentence is in.
    #[inline]
    pub fn has(&self, idx: SentenceIdx) -> bool {
        self.bits.get(idx.0 as usize / 64).is_some_and(|bits| bits >> (idx.0 % 64) & 1 == 1)
    }

    /// Keeps what is also in the other.
    pub fn intersect(&mut self, other: &Self) {
        for (bits, other) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= other;
        }
    }

    /// Adds what is in the other.
    pub fn unite(&mut self, other: &Self) {
        for (bits, other) in self.bits.iter_mut().zip(&other.bits) {
            *bits |= other;
        }
    }

    /// Keeps what was not in.
    pub fn negate(&mut self) {
        for bits in &mut self.bits {
            *bits = !*bits;
        }
        let beyond = self.n % 64;
        if let Some(last) = self.bits.last_mut().filter(|_| beyond > 0) {
            *last &= (1 << beyond) - 1;
        }
    }

    /// How many are in.
    pub fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// Whether none is in.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }

    /// Those that are in, in the order of the corpus.
    pub fn iter(&self) -> impl Iterator<Item = SentenceIdx> + '_ {
        self.bits.iter().zip(0u32..).flat_map(|(bits, at)| {
            let mut rest = *bits;
            core::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.wrapping_sub(1);
                (bit < 64).then_some(SentenceIdx(at * 64 + bit))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_joined_and_cut() {
        for n in [0, 1, 63, 64, 65, 200] {
            let every = SentenceSet::every(n);
            assert_eq!(every.len(), n);
            let mut odd = SentenceSet::none(n);
            (0..n as u32).filter(|i| i % 2 == 1).for_each(|i| odd.insert(i));
            odd.insert(1000);
            assert_eq!(odd.len(), n / 2);
            let mut even = odd.clone();
            even.negate();
            assert!(even.iter().all(|i| i.0 % 2 == 0 && !odd.has(i)));
            let mut both = even.clone();
            both.unite(&odd);
            assert_eq!(both, every);
            both.intersect(&odd);
            assert_eq!(both, odd);
            even.intersect(&odd);
            assert!(even.is_empty());
        }
    }
}
