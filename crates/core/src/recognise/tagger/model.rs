//! The trained weights: whole numbers for features, found by their hashes, and for transitions between labels.
//!
//! In goes a file that `cargo xtask train` wrote; out come weights.
//! The file holds magic, version and checksum, then columns: hashes as differences, which labels have a weight, the weights.

use super::label::N_LABELS;
use super::viterbi::{Both, N_LANES, Scores, Transitions, lane};
use super::vocabulary::Vocabulary;
use crate::checksum::checksum;
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

/// One more than a number of sixteen bits can be.
const N_STARTS: usize = (1 << 16) + 1;

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
    /// For the upper half of a hash: where its features begin; one more than there are halves.
    starts: Box<[u32; N_STARTS]>,
    /// The lower halves of all hashes, in ascending order of the whole: small, so that they stay near.
    lows: Vec<u16>,
    /// For each hash what it adds to the scores.
    rows: Vec<Both>,
    /// Scores of transitions in both readings.
    pub(super) transitions: [Transitions; 2],
    pub(super) vocabulary: Vocabulary,
}

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
        out.extend(checksum(&body).to_le_bytes());
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
        if checksum(reader.rest) != sum {
            return Err(TaggerError::Damaged);
        }
        Self::body(reader).ok_or(TaggerError::Damaged)
    }

    fn body(mut reader: Reader) -> Option<Self> {
        let passes = [PassSource::read(&mut reader)?, PassSource::read(&mut reader)?];
        let vocabulary = Vocabulary { common: reader.sorted()?, mixed: reader.sorted()? };
        let transitions = passes.each_ref().map(|pass| {
            let mut rows: [Scores; N_LABELS] = Default::default();
            for (to, from) in rows.iter_mut().flatten().zip(&pass.transitions) {
                *to = i32::from(*from);
            }
            Transitions::of(&rows)
        });
        let [once, twice] = &passes;
        let mut hashes: Vec<u32> =
            once.features.iter().chain(&twice.features).map(|f| f.0).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let mut rows = vec![Both::default(); hashes.len()];
        for (pass, at) in passes.iter().zip([0, N_LANES]) {
            for (hash, weights) in &pass.features {
                let row = rows.get_mut(hashes.binary_search(hash).ok()?)?;
                more_than_outside(weights, row.get_mut(at..at + N_LANES)?);
            }
        }
        let mut starts = vec![0u32; N_STARTS];
        for &hash in &hashes {
            *starts.get_mut((hash >> 16) as usize + 1)? += 1;
        }
        let mut n = 0;
        for start in &mut starts {
            n += *start;
            *start = n;
        }
        let starts = starts.into_boxed_slice().try_into().ok()?;
        let lows = hashes.iter().map(|&hash| hash as u16).collect();
        Some(Self { starts, lows, rows, transitions, vocabulary })
    }

    /// Adds the weights of features to the scores of both readings.
    ///
    /// All features of a token at once, and never as a part of its caller: one short loop stays in the processor's nearest memory.
    #[inline(never)]
    pub(super) fn add(&self, hashes: &[u32], scores: &mut Both) {
        for &hash in hashes {
            if let Some(row) = self.find(hash) {
                sum_up(scores, row);
            }
        }
    }

    #[inline]
    fn find(&self, hash: u32) -> Option<&Both> {
        // Of a number of sixteen bits both are there.
        let top = (hash >> 16) as usize;
        let (from, to) = (self.starts[top] as usize, self.starts[top + 1] as usize);
        let near = self.lows.get(from..to)?;
        let at = near.iter().position(|&low| low == hash as u16)?;
        self.rows.get(from + at)
    }
}

/// What each label gains more than the outside does.
fn more_than_outside(weights: &Weights, lanes: &mut [i16]) {
    let [outside, ..] = weights.map(i16::from);
    for (label, &weight) in weights.iter().enumerate() {
        if let Some(to) = lane(label).and_then(|lane| lanes.get_mut(lane)) {
            *to = i16::from(weight) - outside;
        }
    }
}

/// Adds scores to others.
#[inline]
pub(super) fn sum_up(scores: &mut Both, more: &Both) {
    for (score, &more) in scores.iter_mut().zip(more) {
        *score = score.wrapping_add(more);
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
        let mut scores = Both::default();
        for hash in [3, 4, 70_000, u32::MAX] {
            model.add(&[hash], &mut scores);
        }
        // Beginnings first, each less the 3 of the outside.
        assert_eq!(scores[..N_LANES], [-1, -1, -1, -1, -6, -1, -1, 126]);
        assert_eq!(scores[..N_LANES], scores[N_LANES..]);
        for cut in [0, 7, 11, 15, bytes.len() - 1] {
            assert!(Model::decode(&bytes[..cut]).is_err(), "{cut}");
        }
    }
}
