//! The trained weights: whole numbers for features, found by their hashes, and for transitions between labels.
//!
//! In goes a file that `cargo xtask train` wrote; out come weights.
//! The file holds magic, version and checksum, then columns: hashes as differences, which labels have a weight, the weights.

use super::label::N_LABELS;
use super::viterbi::{Both, Scores};
use super::vocabulary::Vocabulary;
use core::fmt;

const MAGIC: &[u8; 8] = b"dltagger";
const VERSION: u32 = 1;

/// Why a file is no tagger that this program can use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaggerError {
    /// It does not begin as a tagger does.
    NotATagger,
    /// It was written for another version of the program.
    Version(u32),
    /// It is damaged or cut short.
    Damaged,
}

impl fmt::Display for TaggerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATagger => f.write_str("the file is no tagger"),
            Self::Version(v) => {
                write!(f, "the tagger has version {v}, this program reads version {VERSION}")
            }
            Self::Damaged => f.write_str("the tagger is damaged or cut short"),
        }
    }
}

impl std::error::Error for TaggerError {}

/// Weights of one feature for all labels.
pub type Weights = [i8; N_LABELS];

/// What training found for one reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassSource {
    /// Hashes of features in ascending order, each with its weights.
    pub features: Vec<(u32, Weights)>,
    /// Scores of transitions, row by row.
    pub transitions: Vec<i16>,
}

/// What training found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelSource {
    /// The first and the second reading.
    pub passes: [PassSource; 2],
    /// Words that are common in small letters.
    pub vocabulary: Vocabulary,
}

/// Weights ready for use.
#[derive(Clone, Debug)]
pub struct Model {
    /// One bit for the lower bits of every hash that is there: most that are asked for are not.
    filter: Vec<u64>,
    /// Hashes with the number of their row and one; nothing is 0. At most half of the slots are taken.
    slots: Vec<(u32, u32)>,
    /// Weights in both readings, one behind the other.
    rows: Vec<[i8; 2 * N_LABELS]>,
    /// Scores of transitions in both readings.
    pub(super) transitions: [[Scores; N_LABELS]; 2],
    pub(super) vocabulary: Vocabulary,
}

const FILTER_BITS: u32 = 21;

impl ModelSource {
    /// The file.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for pass in &self.passes {
            pass.push(&mut body);
        }
        push_sorted(&mut body, self.vocabulary.common.iter().copied());
        push_sorted(&mut body, self.vocabulary.mixed.iter().copied());
        let mut out = MAGIC.to_vec();
        out.extend(VERSION.to_le_bytes());
        out.extend(crc32fast::hash(&body).to_le_bytes());
        out.extend(body);
        out
    }
}

impl PassSource {
    fn read(reader: &mut Reader) -> Option<Self> {
        let hashes = reader.sorted()?;
        let mut masks = Vec::with_capacity(hashes.len());
        for _ in 0..hashes.len() {
            masks.push(u16::from_le_bytes(reader.array()?));
        }
        let mut features = Vec::with_capacity(hashes.len());
        for (hash, mask) in hashes.into_iter().zip(masks) {
            let mut weights = [0i8; N_LABELS];
            for (i, w) in weights.iter_mut().enumerate() {
                if mask >> i & 1 == 1 {
                    *w = reader.array::<1>()?[0].cast_signed();
                }
            }
            features.push((hash, weights));
        }
        let mut transitions = Vec::with_capacity(N_LABELS * N_LABELS);
        for _ in 0..N_LABELS * N_LABELS {
            transitions.push(i16::from_le_bytes(reader.array()?));
        }
        Some(Self { features, transitions })
    }

    fn push(&self, body: &mut Vec<u8>) {
        push_sorted(body, self.features.iter().map(|&(h, _)| h));
        for (_, weights) in &self.features {
            let mask =
                weights.iter().enumerate().fold(0u16, |m, (i, &w)| m | u16::from(w != 0) << i);
            body.extend(mask.to_le_bytes());
        }
        for (_, weights) in &self.features {
            body.extend(weights.iter().filter(|&&w| w != 0).map(|&w| w.cast_unsigned()));
        }
        for t in &self.transitions {
            body.extend(t.to_le_bytes());
        }
    }
}

impl Model {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is not a whole tagger of this version.
    pub fn decode(bytes: &[u8]) -> Result<Self, TaggerError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(TaggerError::NotATagger)?;
        let mut reader = Reader { rest };
        let version = reader.u32().ok_or(TaggerError::Damaged)?;
        if version != VERSION {
            return Err(TaggerError::Version(version));
        }
        let sum = reader.u32().ok_or(TaggerError::Damaged)?;
        if crc32fast::hash(reader.rest) != sum {
            return Err(TaggerError::Damaged);
        }
        Self::body(reader).ok_or(TaggerError::Damaged)
    }

    fn body(mut reader: Reader) -> Option<Self> {
        let passes = [PassSource::read(&mut reader)?, PassSource::read(&mut reader)?];
        let vocabulary = Vocabulary { common: reader.sorted()?, mixed: reader.sorted()? };
        let n = passes.iter().map(|p| p.features.len()).sum::<usize>();
        let mut model = Self {
            filter: vec![0u64; 1 << (FILTER_BITS - 6)],
            slots: vec![(0, 0); (n * 2).next_power_of_two()],
            rows: Vec::with_capacity(n),
            transitions: [[[0; N_LABELS]; N_LABELS]; 2],
            vocabulary,
        };
        for (pass, number) in passes.iter().zip(0..) {
            for (to, from) in
                model.transitions.get_mut(number)?.iter_mut().flatten().zip(&pass.transitions)
            {
                *to = i32::from(*from);
            }
            for &(hash, weights) in &pass.features {
                let at = number * N_LABELS;
                model.row(hash)?.get_mut(at..at + N_LABELS)?.copy_from_slice(&weights);
            }
        }
        Some(model)
    }

    /// The row of a hash, a new one if there is none.
    fn row(&mut self, hash: u32) -> Option<&mut [i8; 2 * N_LABELS]> {
        let mask = self.slots.len() - 1;
        let bit = hash & ((1 << FILTER_BITS) - 1);
        *self.filter.get_mut((bit >> 6) as usize)? |= 1 << (bit & 63);
        for step in 0..self.slots.len() {
            let slot = self.slots.get_mut((hash as usize).wrapping_add(step) & mask)?;
            if slot.1 == 0 {
                self.rows.push([0; 2 * N_LABELS]);
                *slot = (hash, self.rows.len() as u32);
            }
            if slot.0 == hash {
                return self.rows.get_mut(slot.1 as usize - 1);
            }
        }
        None
    }

    /// Adds the weights of a feature to the scores of both readings.
    #[inline]
    pub(super) fn add(&self, hash: u32, scores: &mut Both) {
        let bit = hash & ((1 << FILTER_BITS) - 1);
        let is_there =
            self.filter.get((bit >> 6) as usize).is_some_and(|w| w >> (bit & 63) & 1 == 1);
        if is_there && let Some(row) = self.find(hash) {
            for (score, &w) in scores.iter_mut().zip(row) {
                *score = score.wrapping_add(i16::from(w));
            }
        }
    }

    fn find(&self, hash: u32) -> Option<&[i8; 2 * N_LABELS]> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let &(stored, number) = self.slots.get(at)?;
            if number == 0 {
                return None;
            }
            if stored == hash {
                return self.rows.get(number as usize - 1);
            }
            at = (at + 1) & mask;
        }
    }
}

fn push_sorted(out: &mut Vec<u8>, sorted: impl ExactSizeIterator<Item = u32>) {
    out.extend((sorted.len() as u32).to_le_bytes());
    let mut last = 0;
    for n in sorted {
        let mut step = n.wrapping_sub(last);
        last = n;
        while step >= 0x80 {
            out.push(step as u8 | 0x80);
            step >>= 7;
        }
        out.push(step as u8);
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*first)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn sorted(&mut self) -> Option<Vec<u32>> {
        let n = self.u32()? as usize;
        // Each takes a byte at least, so that a wrong number cannot ask for much.
        if n > self.rest.len() {
            return None;
        }
        let mut out = Vec::with_capacity(n);
        let mut last = 0u32;
        for _ in 0..n {
            let (mut step, mut shift) = (0u32, 0);
            loop {
                let [b] = self.array::<1>()?;
                step |= u32::from(b & 0x7f).checked_shl(shift)?;
                shift += 7;
                if b < 0x80 {
                    break;
                }
            }
            last = last.wrapping_add(step);
            out.push(last);
        }
        out.is_sorted().then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tagger_is_read_as_it_was_written_and_damage_is_noticed() {
        let pass = PassSource {
            features: vec![
                (3, [1, 0, -5, 0, 0, 0, 0, 0, 127]),
                (70_000, [0; 9]),
                (u32::MAX, [2; 9]),
            ],
            transitions: (0..81).collect(),
        };
        let source = ModelSource {
            passes: [pass.clone(), pass],
            vocabulary: Vocabulary { common: vec![1, 9], mixed: vec![] },
        };
        let bytes = source.encode();
        let model = Model::decode(&bytes).unwrap();
        let mut scores = [0; 2 * N_LABELS];
        for hash in [3, 4, 70_000, u32::MAX] {
            model.add(hash, &mut scores);
        }
        assert_eq!(scores[..N_LABELS], [3, 2, -3, 2, 2, 2, 2, 2, 129]);
        assert_eq!(scores[..N_LABELS], scores[N_LABELS..]);
        assert_eq!(model.transitions[1][8][8], 80);
        for cut in [0, 7, 11, 15, bytes.len() - 1] {
            assert!(Model::decode(&bytes[..cut]).is_err(), "{cut}");
        }
    }
}
