//! What it costs to turn one spelling of a name into another, learned from pairs of spellings.
//!
//! In go two files of pairs with `same` 1 or 0; out comes `crates/core/src/identify/costs.rs`, and on the way precision, recall and F1 by cross-validation.
//! The folds are made of names, not of pairs: no name that is judged was learned from.

use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context as _, Result, bail};
use dateline_core::identify::likeness::{self, SAME_NAME};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

mod apart;
mod fit;
mod write;

use fit::Model;

/// The files of pairs, below the folder of data.
const FILES: [&str; 2] = ["dev/name-pairs-arabic-a.jsonl", "dev/name-pairs-russian-a.jsonl"];
/// Into how many parts the names are divided.
const N_FOLDS: u64 = 5;

#[derive(Deserialize)]
struct Line {
    a: String,
    b: String,
    same: u8,
}

/// Two spellings, and whether they are one name.
#[derive(Clone)]
struct Pair {
    names: [String; 2],
    letters: [Vec<u8>; 2],
    same: bool,
    /// Index into [`FILES`].
    set: usize,
}

impl Pair {
    fn new(a: &str, b: &str, same: bool, set: usize) -> Self {
        let letters = [likeness::letters(a), likeness::letters(b)];
        Self { names: [a.to_owned(), b.to_owned()], letters, same, set }
    }

    fn folds(&self) -> [u64; 2] {
        [fold_of(&self.names[0]), fold_of(&self.names[1])]
    }
}

/// Learns, judges and writes.
pub(super) fn run(data: &Path) -> Result<()> {
    let mut pairs = Vec::new();
    let mut inputs = Vec::new();
    for (set, file) in FILES.into_iter().enumerate() {
        let path = data.join(file);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        inputs.push((file, format!("{:x}", Sha256::digest(&bytes))));
        for line in String::from_utf8(bytes)?.lines() {
            let line: Line = serde_json::from_str(line)
                .with_context(|| format!("no pair in {}: {line}", path.display()))?;
            pairs.push(Pair::new(&line.a, &line.b, line.same == 1, set));
        }
    }
    if pairs.iter().any(|p| p.letters.iter().any(|l| l.len() > likeness::MAX_LETTERS)) {
        bail!("a name is longer than {} letters", likeness::MAX_LETTERS);
    }
    let judged = cross_validate(&pairs);
    for (set, file) in FILES.into_iter().enumerate() {
        let of_set: Vec<_> = judged.iter().filter(|j| j.0 == set).map(|j| (j.1, j.2)).collect();
        println!("{file}, {} pairs of names that were not learned from:", of_set.len());
        for threshold in [0.3, SAME_NAME, 0.7, 0.8, 0.9] {
            println!("  from likeness {threshold:.2}: {}", Figures::of(&of_set, threshold));
        }
    }
    let model = fit::fit(&with_pairs_apart(pairs.iter().collect()));
    write::write(&model, &inputs)
}

/// For every pair whose two names lie in one fold: set, likeness learned from the other folds, and truth.
fn cross_validate(pairs: &[Pair]) -> Vec<(usize, f64, bool)> {
    let judge = |fold: u64| {
        let learned = pairs.iter().filter(|p| p.folds().iter().all(|&f| f != fold)).collect();
        let model = fit::fit(&with_pairs_apart(learned));
        let judged = pairs.iter().filter(|p| p.folds() == [fold, fold]);
        judged.map(|p| (p.set, model.likeness(p), p.same)).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..N_FOLDS).map(|f| scope.spawn(move || judge(f))).collect();
        running.into_iter().flat_map(|r| r.join().unwrap_or_default()).collect()
    })
}

/// The pairs, and beside them pairs of names that differ at the start, which the sets lack.
fn with_pairs_apart(pairs: Vec<&Pair>) -> Vec<Pair> {
    let apart = apart::pairs(&pairs);
    pairs.into_iter().cloned().chain(apart).collect()
}

/// FNV-1a, so that a name keeps its fold whatever else the files hold.
fn fold_of(name: &str) -> u64 {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 17) % N_FOLDS
}

struct Figures {
    precision: f64,
    recall: f64,
    f1: f64,
}

impl Figures {
    fn of(judged: &[(f64, bool)], threshold: f64) -> Self {
        let count = |said: bool, same: bool| {
            judged.iter().filter(|j| (j.0 >= threshold) == said && j.1 == same).count() as f64
        };
        let (hits, wrong, missed) = (count(true, true), count(true, false), count(false, true));
        Self {
            precision: hits / (hits + wrong),
            recall: hits / (hits + missed),
            f1: 2.0 * hits / (2.0 * hits + wrong + missed),
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { precision, recall, f1 } = self;
        write!(f, "precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}")
    }
}
