//! The best sequence of labels for some tokens in a row, the tokens before and after being outside of names.
//!
//! In go scores of labels and of transitions; out come labels.
//! Only differences of scores count: at every token all are told as what they are more than the outside, whose score is 0 then.
//! The labels of the four kinds lie side by side, so that they are reckoned in one step.

use super::label::{N_LABELS, NameKind, OUTSIDE, may_follow};

/// Scores of all pairs of labels, row by row: `rows[a][b]` is the score of `b` after `a`.
pub(super) type Scores = [i32; N_LABELS];

const N_KINDS: usize = NameKind::ALL.len();

/// One number for each kind of name.
type Kinds = [i32; N_KINDS];

/// Labels but the outside: those that begin a name, then those that go on with it.
pub(super) const N_LANES: usize = 2 * N_KINDS;

/// For each label how much more it scores than the outside, in both readings, one behind the other: some hundred weights of eight bits fit into sixteen.
pub(super) type Both = [i16; 2 * N_LANES];

/// Where a label but the outside lies among the lanes of a reading.
pub(super) fn lane(label: usize) -> Option<usize> {
    let kind = NameKind::of_label(label)?;
    Some(if label == kind.begin() { kind as usize } else { N_KINDS + kind as usize })
}

/// So far behind that no way through it is the best: more than the scores of two tokens can make good.
const NEVER: i32 = -(1 << 24);

/// A score stands above these bits, which hold the label before: 15 less its number, so that of equal scores the first label is the greatest.
const BITS: u32 = 4;
const OF_LABEL: i32 = (1 << BITS) - 1;

/// The score of each label after each other, with the bits of the label before.
#[derive(Clone, Debug)]
pub(super) struct Transitions {
    /// From the outside.
    to_outside: i32,
    to_begin: Kinds,
    /// From the labels that begin and go on, by their kind.
    begin_to_begin: [Kinds; N_KINDS],
    inside_to_begin: [Kinds; N_KINDS],
    /// From labels of a kind to its own.
    begin_to_inside: Kinds,
    inside_to_inside: Kinds,
    begin_to_outside: Kinds,
    inside_to_outside: Kinds,
}

impl Transitions {
    /// From the scores of all pairs.
    pub(super) fn of(rows: &[Scores; N_LABELS]) -> Self {
        let from = |before: usize, label: usize| {
            let score = rows.get(before).and_then(|row| row.get(label)).copied();
            let score = score.filter(|_| may_follow(before, label)).unwrap_or(NEVER);
            (score << BITS) | (OF_LABEL - before as i32)
        };
        let kinds = NameKind::ALL;
        Self {
            to_outside: from(OUTSIDE, OUTSIDE),
            to_begin: kinds.map(|kind| from(OUTSIDE, kind.begin())),
            begin_to_begin: kinds.map(|k| kinds.map(|kind| from(k.begin(), kind.begin()))),
            inside_to_begin: kinds.map(|k| kinds.map(|kind| from(k.inside(), kind.begin()))),
            begin_to_inside: kinds.map(|kind| from(kind.begin(), kind.inside())),
            inside_to_inside: kinds.map(|kind| from(kind.inside(), kind.inside())),
            begin_to_outside: kinds.map(|kind| from(kind.begin(), OUTSIDE)),
            inside_to_outside: kinds.map(|kind| from(kind.inside(), OUTSIDE)),
        }
    }
}

/// For each label its score at a token, with the bits of the best label before.
#[derive(Clone, Copy)]
struct Step {
    outside: i32,
    begin: Kinds,
    inside: Kinds,
}

impl Step {
    fn before(&self, label: u8) -> u8 {
        let at = match lane(label.into()) {
            None => self.outside,
            Some(lane) => {
                self.begin.iter().chain(&self.inside).nth(lane).copied().unwrap_or_default()
            }
        };
        (OF_LABEL - (at & OF_LABEL)) as u8
    }
}

/// Space that is used again for every segment.
#[derive(Default)]
pub(super) struct Viterbi {
    steps: Vec<Step>,
}

impl Viterbi {
    /// Writes the best labels for the scores of a segment into `out`.
    pub(super) fn decode<'s>(
        &mut self,
        scores: impl Iterator<Item = &'s [i16; N_LANES]>,
        ways: &Transitions,
        out: &mut [u8],
    ) {
        self.steps.clear();
        let mut begin = [NEVER << BITS; N_KINDS];
        let mut inside = begin;
        for scores in scores {
            let step = step(&begin, &inside, ways);
            // The bits fall away; the outside is 0 from here on.
            let base = step.outside & !OF_LABEL;
            let [a, b, c, d, w, x, y, z] = scores.map(|score| (i32::from(score) << BITS) - base);
            begin = plus(without_bits(step.begin), &[a, b, c, d]);
            inside = plus(without_bits(step.inside), &[w, x, y, z]);
            self.steps.push(step);
        }
        // Behind the last token stands the outside.
        let mut label = step(&begin, &inside, ways).before(OUTSIDE as u8);
        for (slot, step) in out.iter_mut().zip(&self.steps).rev() {
            *slot = label;
            label = step.before(label);
        }
    }
}

/// The best ways to each label, its own score aside.
#[inline(always)]
fn step(begin: &Kinds, inside: &Kinds, ways: &Transitions) -> Step {
    let mut to_begin = ways.to_begin;
    for (&score, way) in begin.iter().zip(&ways.begin_to_begin) {
        to_begin = better(to_begin, plus([score; N_KINDS], way));
    }
    for (&score, way) in inside.iter().zip(&ways.inside_to_begin) {
        to_begin = better(to_begin, plus([score; N_KINDS], way));
    }
    let [a, b, c, d] =
        better(plus(*begin, &ways.begin_to_outside), plus(*inside, &ways.inside_to_outside));
    Step {
        outside: a.max(b).max(c.max(d)).max(ways.to_outside),
        begin: to_begin,
        inside: better(plus(*begin, &ways.begin_to_inside), plus(*inside, &ways.inside_to_inside)),
    }
}

fn plus([a, b, c, d]: Kinds, [w, x, y, z]: &Kinds) -> Kinds {
    [a + w, b + x, c + y, d + z]
}

fn without_bits(scores: Kinds) -> Kinds {
    scores.map(|score| score & !OF_LABEL)
}

fn better([a, b, c, d]: Kinds, [w, x, y, z]: Kinds) -> Kinds {
    [a.max(w), b.max(x), c.max(y), d.max(z)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by trying every sequence.
    fn best_of_all(scores: &[Scores], rows: &[Scores; N_LABELS]) -> Vec<u8> {
        let mut best: Vec<(Vec<u8>, i32)> = vec![(vec![], 0)];
        for emitted in scores {
            let mut longer = Vec::new();
            for (labels, score) in &best {
                let before = labels.last().map_or(OUTSIDE, |&l| l.into());
                for label in (0..N_LABELS).filter(|&label| may_follow(before, label)) {
                    let labels = labels.iter().copied().chain([label as u8]).collect();
                    longer.push((labels, score + rows[before][label] + emitted[label]));
                }
            }
            best = longer;
        }
        let end = |labels: &[u8]| labels.last().map_or(0, |&l| rows[usize::from(l)][OUTSIDE]);
        // Of equal ones that whose last label is the first, and so on towards the beginning.
        let order = |labels: &[u8]| labels.iter().rev().map(|&l| u8::MAX - l).collect::<Vec<_>>();
        let best = best.iter().max_by_key(|(labels, score)| (score + end(labels), order(labels)));
        best.map(|(labels, _)| labels.clone()).unwrap_or_default()
    }

    fn lanes(scores: &Scores) -> [i16; N_LANES] {
        let mut out = [0; N_LANES];
        for label in 1..N_LABELS {
            out[lane(label).unwrap()] = (scores[label] - scores[OUTSIDE]) as i16;
        }
        out
    }

    proptest! {
        #[test]
        fn the_best_sequence_is_found(
            rows in prop::array::uniform9(prop::array::uniform9(-6i32..6)),
            scores in prop::collection::vec(prop::array::uniform9(-6i32..6), 0..5),
        ) {
            let lanes: Vec<_> = scores.iter().map(lanes).collect();
            let mut found = vec![0; scores.len()];
            Viterbi::default().decode(lanes.iter(), &Transitions::of(&rows), &mut found);
            prop_assert_eq!(found, best_of_all(&scores, &rows));
        }
    }
}
