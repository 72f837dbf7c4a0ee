//! Trained weights as small whole numbers.

use dateline_core::recognise::tagger::{N_LABELS, PassSource, Weights};

use super::crf::Trained;
use super::features::Data;

/// Steps per unit.
const SCALE: f32 = 32.0;
/// Features whose greatest weight is below this are left out.
const WEAKEST: i32 = 5;
/// Weights below this become zero.
const FAINTEST: i32 = 2;

/// The stored form of one reading.
pub(super) fn pass(data: &Data, trained: &Trained) -> PassSource {
    let features = data
        .hashes
        .iter()
        .zip(&trained.weights)
        .filter_map(|(&hash, row)| {
            // What all labels share decides nothing.
            let mut sorted = *row;
            sorted.sort_by(f32::total_cmp);
            let middle = sorted[N_LABELS / 2];
            let mut weights: Weights = [0; N_LABELS];
            let mut greatest = 0;
            for (to, w) in weights.iter_mut().zip(row) {
                let whole = libm::roundf((w - middle) * SCALE) as i32;
                greatest = greatest.max(whole.abs());
                if whole.abs() >= FAINTEST {
                    *to = whole.clamp(-127, 127) as i8;
                }
            }
            (greatest >= WEAKEST).then_some((hash, weights))
        })
        .collect();
    let transitions =
        trained.transitions.iter().flatten().map(|w| libm::roundf(w * SCALE) as i16).collect();
    PassSource { features, transitions }
}
