//! Pairs of spellings: are they one name?

use super::gold::NamePair;
use super::score::Score;
use super::table::Row;
use dateline_core::identify::is_same_name;
use std::time::Instant;

/// Scores a set of pairs: what is to be found are the pairs that are one name.
pub(super) fn row(set: &str, pairs: &[NamePair]) -> Row {
    let start = Instant::now();
    let mut score = Score::default();
    for pair in pairs {
        let (is_gold, is_found) = (pair.same == 1, is_same_name(&pair.a, &pair.b));
        score.n_gold += usize::from(is_gold);
        score.n_found += usize::from(is_found);
        score.n_exact += usize::from(is_gold && is_found);
    }
    let n_bytes: usize = pairs.iter().map(|p| p.a.len() + p.b.len()).sum();
    let speed = n_bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
    Row { has_spans: false, ..Row::of(set, "name pairs", score, None, speed) }
}
