//! The best sequence of labels for some tokens in a row, the tokens before and after being outside of names.

use super::label::{N_LABELS, OUTSIDE, may_follow};

/// Scores of labels for one token.
pub(super) type Scores = [i32; N_LABELS];

/// Scores in both readings, one behind the other: some hundred weights of eight bits fit into sixteen.
pub(super) type Both = [i16; 2 * N_LABELS];

const NEVER: i32 = i32::MIN / 4;

/// The labels, filled up so that a row is added in a few wide steps.
const WIDTH: usize = 12;

/// The score of each label after each other; [`NEVER`] where it may not follow.
#[derive(Clone, Debug)]
pub(super) struct Transitions([[i32; WIDTH]; N_LABELS]);

impl Transitions {
    /// From the scores of all pairs, row by row: `rows[a][b]` is the score of `b` after `a`.
    pub(super) fn of(rows: &[Scores; N_LABELS]) -> Self {
        let mut out = [[NEVER; WIDTH]; N_LABELS];
        for (before, (to, from)) in out.iter_mut().zip(rows).enumerate() {
            for (label, (to, &score)) in to.iter_mut().zip(from).enumerate() {
                if may_follow(before, label) {
                    *to = score;
                }
            }
        }
        Self(out)
    }
}

/// Space that is used again for every segment.
#[derive(Default)]
pub(super) struct Viterbi {
    from: Vec<[u8; WIDTH]>,
}

impl Viterbi {
    /// Writes the best labels for the scores of a segment into `out`.
    pub(super) fn decode(
        &mut self,
        scores: impl Iterator<Item = Scores>,
        Transitions(transitions): &Transitions,
        out: &mut Vec<u8>,
    ) {
        out.clear();
        self.from.clear();
        let mut best = [NEVER; N_LABELS];
        best[OUTSIDE] = 0;
        for emitted in scores {
            let mut next = [NEVER; WIDTH];
            let mut from = [0i32; WIDTH];
            for ((&score, row), before) in best.iter().zip(transitions).zip(0..) {
                for ((next, from), &way) in next.iter_mut().zip(&mut from).zip(row) {
                    let is_better = score + way > *next;
                    *next = if is_better { score + way } else { *next };
                    *from = if is_better { before } else { *from };
                }
            }
            for ((best, &next), emitted) in best.iter_mut().zip(&next).zip(emitted) {
                *best = (next + emitted).max(NEVER);
            }
            self.from.push(from.map(|before| before as u8));
        }
        let end = |l: usize| best[l] + transitions[l][OUTSIDE];
        let last = (0..N_LABELS).max_by_key(|&l| (end(l), N_LABELS - l));
        let mut label = last.unwrap_or(OUTSIDE) as u8;
        for from in self.from.iter().rev() {
            out.push(label);
            label = from.get(usize::from(label)).copied().unwrap_or(0);
        }
        out.reverse();
    }
}
