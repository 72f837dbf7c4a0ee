//! Training of the field: gradient steps over segments in a fixed order, each weight with its own pace (AdaGrad), with L2.
//!
//! The likelihood is that of all label sequences that the marks allow, so that sets with unmarked names do not teach that these are none.
//! Duchi, Hazan and Singer 2011, "Adaptive Subgradient Methods"; Tsuboi et al. 2008 for partly marked sequences.

use dateline_core::recognise::tagger::{N_LABELS, OUTSIDE, may_follow};

use super::features::Data;
use super::gold::Allowed;

type Row = [f32; N_LABELS];

/// What training found.
pub(super) struct Trained {
    pub(super) weights: Vec<Row>,
    pub(super) transitions: [Row; N_LABELS],
}

/// How far a first step goes.
const PACE: f32 = 0.06;
/// How strongly weights are pulled to nothing, per round.
const L2: f32 = 0.1;
/// Gradients below this move nothing.
const SMALLEST: f32 = 2e-3;

struct State {
    weights: Vec<Row>,
    squares: Vec<Row>,
    transitions: [Row; N_LABELS],
    transition_squares: [Row; N_LABELS],
    inverse_counts: Vec<f32>,
}

/// Goes through all segments `rounds` times; the last rounds are averaged.
pub(super) fn train(data: &Data, rounds: u32) -> Trained {
    let n = data.hashes.len();
    let mut state = State {
        weights: vec![[0.0; N_LABELS]; n],
        squares: vec![[0.5; N_LABELS]; n],
        transitions: [[0.0; N_LABELS]; N_LABELS],
        transition_squares: [[1.0; N_LABELS]; N_LABELS],
        inverse_counts: data.counts.iter().map(|&c| 1.0 / c as f32).collect(),
    };
    let mut order: Vec<u32> = (0..data.segments.len() as u32).collect();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut lattice = Lattice::default();
    let averaged = (rounds / 3).max(1);
    let mut sum = vec![[0.0f32; N_LABELS]; n];
    let mut transition_sum = [[0.0f32; N_LABELS]; N_LABELS];
    for round in 0..rounds {
        for i in (1..order.len()).rev() {
            order.swap(i, random.below(i + 1));
        }
        let mut loss = 0.0;
        for &number in &order {
            loss += f64::from(step(data, number as usize, &mut state, &mut lattice));
        }
        println!("round {}: loss {:.4}", round + 1, loss / data.n_tokens() as f64);
        if round + averaged >= rounds {
            add(&mut sum, &state.weights);
            add(&mut transition_sum, &state.transitions);
        }
    }
    let share = 1.0 / averaged as f32;
    for row in sum.iter_mut().chain(&mut transition_sum) {
        for w in row {
            *w *= share;
        }
    }
    Trained { weights: sum, transitions: transition_sum }
}

fn add(sum: &mut [Row], rows: &[Row]) {
    for (to, from) in sum.iter_mut().zip(rows) {
        for (to, from) in to.iter_mut().zip(from) {
            *to += from;
        }
    }
}

/// One segment: its loss, and a step against it.
fn step(data: &Data, number: usize, state: &mut State, lattice: &mut Lattice) -> f32 {
    let segment = &data.segments[number];
    let len = segment.end - segment.first;
    lattice.emitted.clear();
    for token in segment.first..segment.end {
        let mut scores = [0.0; N_LABELS];
        for &f in data.features(token) {
            for (s, w) in scores.iter_mut().zip(&state.weights[f as usize]) {
                *s += w;
            }
        }
        let most = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
        lattice.emitted.push(scores.map(|s| libm::expf(s - most)));
    }
    let mut moves = [[0.0; N_LABELS]; N_LABELS];
    for (from, row) in moves.iter_mut().enumerate() {
        for (to, m) in row.iter_mut().enumerate() {
            if may_follow(from, to) {
                *m = libm::expf(state.transitions[from][to]);
            }
        }
    }
    let allowed = &data.allowed[segment.first..segment.end];
    let mut expected = [[0.0; N_LABELS]; N_LABELS];
    let any = lattice.sweep(&moves, None, &mut expected, -1.0);
    let marked = lattice.sweep(&moves, Some(allowed), &mut expected, 1.0);
    for at in 0..len {
        let gradient: Row = std::array::from_fn(|l| {
            segment.weight * (lattice.marginals[len + at][l] - lattice.marginals[at][l])
        });
        if gradient.iter().all(|g| g.abs() < SMALLEST) {
            continue;
        }
        for &f in data.features(segment.first + at) {
            let f = f as usize;
            let pull = L2 * state.inverse_counts[f];
            for ((w, s), g) in state.weights[f].iter_mut().zip(&mut state.squares[f]).zip(&gradient)
            {
                let g = g - pull * *w;
                *s += g * g;
                *w += PACE * g / s.sqrt();
            }
        }
    }
    let squares = state.transition_squares.iter_mut().flatten();
    let moved = state.transitions.iter_mut().flatten().zip(squares);
    for (e, (w, s)) in expected.iter().flatten().zip(moved) {
        let g = segment.weight * e;
        if g.abs() > SMALLEST {
            *s += g * g;
            *w += PACE * g / s.sqrt();
        }
    }
    segment.weight * (any - marked)
}

/// Forward and backward sums over one segment.
#[derive(Default)]
struct Lattice {
    emitted: Vec<Row>,
    forward: Vec<Row>,
    /// Of all sequences, then of the allowed ones.
    marginals: Vec<Row>,
    scales: Vec<f32>,
}

impl Lattice {
    /// Appends marginals, adds the expected transitions, and gives the logarithm of the sum.
    fn sweep(
        &mut self,
        moves: &[Row; N_LABELS],
        allowed: Option<&[Allowed]>,
        expected: &mut [Row; N_LABELS],
        sign: f32,
    ) -> f32 {
        let len = self.emitted.len();
        if allowed.is_none() {
            self.marginals.clear();
        }
        self.forward.clear();
        self.scales.clear();
        let may = |at: usize, l: usize| allowed.is_none_or(|a| a[at] >> l & 1 == 1);
        let mut log = 0.0;
        for at in 0..len {
            let mut row = [0.0; N_LABELS];
            for (to, slot) in row.iter_mut().enumerate() {
                if may(at, to) {
                    let into: f32 = if at == 0 {
                        moves[OUTSIDE][to]
                    } else {
                        let before = &self.forward[at - 1];
                        (0..N_LABELS).map(|from| before[from] * moves[from][to]).sum()
                    };
                    *slot = into * self.emitted[at][to];
                }
            }
            let total: f32 = row.iter().sum::<f32>().max(1e-30);
            log += libm::logf(total);
            self.forward.push(row.map(|v| v / total));
            self.scales.push(total);
        }
        let mut back: Row = std::array::from_fn(|l| moves[l][OUTSIDE]);
        let end: f32 =
            (0..N_LABELS).map(|l| self.forward[len - 1][l] * back[l]).sum::<f32>().max(1e-30);
        log += libm::logf(end);
        back = back.map(|b| b / end);
        let base = self.marginals.len();
        self.marginals.resize(base + len, [0.0; N_LABELS]);
        for (l, b) in back.iter().enumerate() {
            expected[l][OUTSIDE] += sign * self.forward[len - 1][l] * b;
        }
        for at in (0..len).rev() {
            let forward = &self.forward[at];
            self.marginals[base + at] = std::array::from_fn(|l| forward[l] * back[l]);
            // What follows a token, weighed: shared by the step back and the transitions.
            let ahead: Row = std::array::from_fn(|l| {
                if may(at, l) { self.emitted[at][l] * back[l] / self.scales[at] } else { 0.0 }
            });
            if at == 0 {
                for to in 0..N_LABELS {
                    expected[OUTSIDE][to] += sign * moves[OUTSIDE][to] * ahead[to];
                }
            } else {
                let before = self.forward[at - 1];
                let mut next = [0.0; N_LABELS];
                for from in 0..N_LABELS {
                    let mut total = 0.0;
                    for to in 0..N_LABELS {
                        let v = moves[from][to] * ahead[to];
                        total += v;
                        expected[from][to] += sign * before[from] * v;
                    }
                    next[from] = total;
                }
                back = next;
            }
        }
        log
    }
}

/// A small generator, so that the order is the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((u128::from(self.0) * n as u128) >> 64) as usize
    }
}
