//! Pairs of different names that differ in their first letters.
//!
//! The sets of pairs hold different names only where both begin alike, so from them alone one would learn that another first letter costs nothing.
//! Here such pairs are made of the names that are learned from: alike but for the beginning, and nowhere said to be the same.

use std::collections::{BTreeMap, BTreeSet};

use dateline_core::identify::likeness::letters;

use super::Pair;

/// How many pairs are taken.
const N_PAIRS: usize = 3000;
/// How many names of one rest are compared with each other.
const N_COMPARED: usize = 40;

/// Pairs of names of the given pairs; the same ones every time.
pub(super) fn pairs(pairs: &[&Pair]) -> Vec<Pair> {
    let same: BTreeSet<_> = pairs.iter().filter(|p| p.same).map(|p| p.names.clone()).collect();
    let mut found = Vec::new();
    for set in 0..super::FILES.len() {
        let of_set = pairs.iter().filter(|p| p.set == set);
        let names: BTreeSet<&str> =
            of_set.flat_map(|p| p.names.iter().map(String::as_str)).collect();
        let mut apart = BTreeSet::new();
        for alike in by_rest(&names).into_values() {
            for (n, a) in alike.iter().enumerate() {
                for b in &alike[n + 1..] {
                    let (a, b) = if a < b { (a, b) } else { (b, a) };
                    let known = same.contains(&[(*a).to_owned(), (*b).to_owned()]);
                    if letters(a).first() != letters(b).first() && !known {
                        apart.insert((*a, *b));
                    }
                }
            }
        }
        found.extend(apart.into_iter().map(|(a, b)| Pair::new(a, b, false, set)));
    }
    shuffle(&mut found);
    found.truncate(N_PAIRS);
    found
}

/// The names by what they share behind the first letter: all of it, or all but one letter.
fn by_rest<'a>(names: &BTreeSet<&'a str>) -> BTreeMap<Vec<Option<u8>>, Vec<&'a str>> {
    let mut rests: BTreeMap<Vec<Option<u8>>, Vec<&str>> = BTreeMap::new();
    for name in names {
        let whole: Vec<_> = letters(name).into_iter().map(Some).collect();
        if whole.len() < 3 {
            continue;
        }
        let rest = &whole[1..];
        let with_gap = (0..rest.len().min(3)).map(|at| {
            let mut rest = rest.to_vec();
            rest[at] = None;
            rest
        });
        for key in [whole.clone(), rest.to_vec()].into_iter().chain(with_gap) {
            let names = rests.entry(key).or_default();
            if names.len() < N_COMPARED {
                names.push(name);
            }
        }
    }
    rests
}

/// The order of Fisher and Yates with a linear congruential generator from a fixed seed.
fn shuffle(pairs: &mut [Pair]) {
    let mut state = 7_u64;
    for last in (1..pairs.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = (state >> 33) % (last as u64 + 1);
        pairs.swap(last, usize::try_from(at).unwrap_or(last));
    }
}
