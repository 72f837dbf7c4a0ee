//! Runs: capitalised words in a row, with the hyphens, particles and initials between them.

use super::lists;
use super::word::{Shape, Word};

/// A run, by its first and its last token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) first: u32,
    pub(super) last: u32,
}

impl Run {
    /// How many tokens it has.
    pub(super) fn len(self) -> u32 {
        self.last - self.first + 1
    }
}

/// All runs of a text: `n` tokens, the word of each, and whether it counts as capitalised.
pub(super) fn runs<'a>(
    n: usize,
    word: impl Fn(usize) -> Option<&'a Word>,
    is_capital: impl Fn(usize) -> bool,
    touches: impl Fn(usize) -> bool,
) -> Vec<Run> {
    let mut out = Vec::new();
    let mut idx = 0;
    while idx < n {
        if !is_capital(idx) {
            idx += 1;
            continue;
        }
        let (first, mut last) = (idx, idx);
        let mut next = idx + 1;
        // The gap between two capitals holds three tokens at most: "Abd al-Rahman".
        while next < n && next - last <= 4 {
            if is_capital(next) {
                last = next;
                next += 1;
            } else if joins(&word, last, next, &touches) {
                next += 1;
            } else {
                break;
            }
        }
        out.push(Run { first: first as u32, last: last as u32 });
        idx = last + 1;
    }
    out
}

fn joins<'a>(
    word: &impl Fn(usize) -> Option<&'a Word>,
    last: usize,
    next: usize,
    touches: &impl Fn(usize) -> bool,
) -> bool {
    let Some(w) = word(next) else { return false };
    match w.shape {
        Shape::Hyphen => touches(next),
        // The stop after an initial or a short title: "John F. Kennedy", "St. Louis".
        Shape::Mark => {
            w.folded == dot()
                && last + 1 == next
                && word(last).is_some_and(|w| w.shape == Shape::OneCapital || w.is(lists::TITLE))
        }
        Shape::Small => w.is(lists::PARTICLE),
        _ => false,
    }
}

pub(super) fn dot() -> u64 {
    super::hash::bytes(*b".")
}
