//! The best sequence of labels for some tokens in a row, the tokens before and after being outside of names.

use super::label::{N_LABELS, OUTSIDE, may_follow};

/// Scores of labels for one token.
pub(super) type Scores = [i32; N_LABELS];

/// Scores in both readings, one behind the other: some hundred weights of eight bits fit into sixteen.
pub(super) type Both = [i16; 2 * N_LABELS];

const NEVER: i32 = i32::MIN / 4;

/// Space that is used again for every segment.
#[derive(Default)]
pub(super) struct Viterbi {
    from: Vec<[u8; N_LABELS]>,
}

impl Viterbi {
    /// Writes the best labels for the scores of a segment into `out`; `transitions[a][b]` is the score of `b` after `a`.
    pub(super) fn decode(
        &mut self,
        scores: impl Iterator<Item = Scores>,
        transitions: &[Scores; N_LABELS],
        out: &mut Vec<u8>,
    ) {
        out.clear();
        self.from.clear();
        let mut best = [NEVER; N_LABELS];
        best[OUTSIDE] = 0;
        for emitted in scores {
            let mut next = [NEVER; N_LABELS];
            let mut from = [0u8; N_LABELS];
            for label in 0..N_LABELS {
                for before in 0..N_LABELS {
                    let score = best[before] + transitions[before][label];
                    if may_follow(before, label) && score > next[label] {
                        next[label] = score;
                        from[label] = before as u8;
                    }
                }
                next[label] = (next[label] + emitted[label]).max(NEVER);
            }
            self.from.push(from);
            best = next;
        }
        let last = (0..N_LABELS).max_by_key(|&l| (best[l] + transitions[l][OUTSIDE], N_LABELS - l));
        let mut label = last.unwrap_or(OUTSIDE) as u8;
        for from in self.from.iter().rev() {
            out.push(label);
            label = from.get(usize::from(label)).copied().unwrap_or(0);
        }
        out.reverse();
    }
}
