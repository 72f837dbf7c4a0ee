//! Logistic regression over the steps between two names, repeated with the steps that the new costs choose.
//!
//! What a step costs is the sum of a figure for its kind (a vowel left out in the middle) and one of its own (that letter); the ridge on the second is stronger, so that rare steps cost what their kind costs.

use std::collections::BTreeMap;

use dateline_core::identify::likeness::{
    Costs, N_LETTERS, Place, Step, class, evidence, is_vowel, steps,
};

use super::Pair;

/// A run of letters that is exchanged for another one, the smaller first.
type Run = (Vec<u8>, Vec<u8>);

/// A run becomes a step of its own when the pairs of one name show it so often, and twice as often as the others.
const MIN_SHOWN: usize = 5;
/// How often the steps are chosen anew.
const N_ROUNDS: usize = 4;
/// How many steps the descent takes.
const N_DESCENTS: i32 = 400;
/// The ridge on figures of single steps, and of kinds of steps.
const RIDGE: [f64; 2] = [2.0, 0.5];
/// Hundredths.
const UNIT: f64 = 100.0;

/// What a figure is learned for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Figure {
    Bias,
    Length(usize),
    Gap(Place, u8),
    GapKind(Place, bool),
    Swap(u8, u8),
    SwapKind(usize),
    SwapPlace(Place, usize),
    Run(Run),
    RunKind,
}

impl Figure {
    fn ridge(&self) -> f64 {
        match self {
            Self::Bias => 0.0,
            Self::Length(_) | Self::GapKind(..) | Self::SwapKind(_) | Self::RunKind => RIDGE[1],
            Self::Gap(..) | Self::Swap(..) | Self::SwapPlace(..) | Self::Run(_) => RIDGE[0],
        }
    }
}

/// The learned costs.
pub(super) struct Model {
    costs: Costs<'static>,
    runs: Vec<(Run, i16)>,
}

impl Model {
    /// Before anything is learned: a letter costs one.
    fn new() -> Self {
        let costs = Costs {
            gaps: [[100; N_LETTERS], [100; N_LETTERS], [90; N_LETTERS], [20; N_LETTERS]],
            swaps: [[100; N_LETTERS]; N_LETTERS],
            swap_places: [[0; 3]; 3],
            runs: &[],
            lengths: [0; 13],
        };
        Self { costs, runs: Vec::new() }
    }

    /// Uses the costs together with the runs.
    pub(super) fn with_costs<T>(&self, use_them: impl FnOnce(&Costs) -> T) -> T {
        let runs: Vec<_> =
            self.runs.iter().map(|((a, b), cost)| (a.as_slice(), b.as_slice(), *cost)).collect();
        use_them(&Costs { runs: &runs, ..self.costs })
    }

    /// How likely the two are one name.
    pub(super) fn likeness(&self, pair: &Pair) -> f64 {
        let [a, b] = &pair.letters;
        let evidence = self.with_costs(|costs| {
            evidence(a, b, dateline_core::identify::likeness::cost(a, b, costs), costs)
        });
        logistic(f64::from(evidence) / UNIT)
    }
}

/// Learns from pairs.
pub(super) fn fit(pairs: &[Pair]) -> Model {
    let mut model = Model::new();
    model.runs = runs(pairs, &model).into_iter().map(|run| (run, 50)).collect();
    let mut figures = BTreeMap::new();
    for _ in 0..N_ROUNDS {
        let rows: Vec<_> = model.with_costs(|costs| pairs.iter().map(|p| row(p, costs)).collect());
        figures = descend(pairs, &rows, &figures);
        learn(&mut model, &figures);
    }
    model
}

/// Runs of letters around the places where pairs of one name differ.
fn runs(pairs: &[Pair], model: &Model) -> Vec<Run> {
    let mut shown: BTreeMap<Run, [usize; 2]> = BTreeMap::new();
    for pair in pairs {
        let [a, b] = &pair.letters;
        for (i, n_a, j, n_b) in model.with_costs(|costs| around(&steps(a, b, costs), a, b)) {
            let (x, y) = (&a[i..i + n_a], &b[j..j + n_b]);
            let run = if x <= y { (x, y) } else { (y, x) };
            shown.entry((run.0.to_vec(), run.1.to_vec())).or_default()[usize::from(pair.same)] += 1;
        }
    }
    let kept = shown.into_iter().filter(|(_, [not, same])| *same >= MIN_SHOWN && *same > 2 * not);
    kept.map(|(run, _)| run).collect()
}

/// Every stretch of one to three neighbouring letters on both sides that holds a step, as beginnings and lengths.
fn around(steps: &[Step], a: &[u8], b: &[u8]) -> Vec<(usize, usize, usize, usize)> {
    // The steps with the equal letters between them, one by one.
    let mut units = Vec::new();
    let (mut i, mut j) = (0, 0);
    for step in steps {
        while i < step.a.0 {
            units.push((i, 1, j, 1, true));
            (i, j) = (i + 1, j + 1);
        }
        units.push((i, step.a.1, j, step.b.1, false));
        (i, j) = (i + step.a.1, j + step.b.1);
    }
    units.extend((0..a.len() - i).map(|n| (i + n, 1, j + n, 1, true)));
    debug_assert!(a.len() - i == b.len() - j);
    let mut out = Vec::new();
    for n in 1..=3 {
        for units in units.windows(n) {
            let (Some(first), Some(last)) = (units.first(), units.last()) else { continue };
            let (n_a, n_b) = (last.0 + last.1 - first.0, last.2 + last.3 - first.2);
            let equal = units.iter().filter(|u| u.4).count();
            let fits = (1..=3).contains(&n_a) && (1..=3).contains(&n_b) && n_a + n_b > 2;
            // What stays equal on a side must be needed to tell the run.
            let too_wide = n == 3 && first.4 && last.4 || n_a == n_b && equal > 0 || n_a + n_b > 5;
            if fits && equal < n && !too_wide {
                out.push((first.0, n_a, first.2, n_b));
            }
        }
    }
    out
}

/// The figures that a pair shows, each with its weight.
fn row(pair: &Pair, costs: &Costs) -> Vec<(Figure, f64)> {
    let [a, b] = &pair.letters;
    let n_both = a.len() + b.len();
    let scale = 12.0 / n_both as f64;
    let mut row = vec![(Figure::Bias, 1.0), (Figure::Length(n_both.div_ceil(2).min(12)), 1.0)];
    for step in steps(a, b, costs) {
        let (x, y) = (&a[step.a.0..step.a.0 + step.a.1], &b[step.b.0..step.b.0 + step.b.1]);
        let (x, y) = if x <= y { (x, y) } else { (y, x) };
        match (x, y) {
            (&[], &[letter]) => {
                row.push((Figure::Gap(step.place, letter), scale));
                row.push((Figure::GapKind(step.place, is_vowel(letter)), scale));
            }
            (&[x], &[y]) => {
                row.push((Figure::Swap(x, y), scale));
                row.push((Figure::SwapKind(class(x, y)), scale));
                row.push((Figure::SwapPlace(step.place, class(x, y)), scale));
            }
            _ => {
                row.push((Figure::Run((x.to_vec(), y.to_vec())), scale));
                row.push((Figure::RunKind, scale));
            }
        }
    }
    row
}

/// Descends from the figures so far by Adam's method over all pairs at once.
fn descend(
    pairs: &[Pair],
    rows: &[Vec<(Figure, f64)>],
    start: &BTreeMap<Figure, f64>,
) -> BTreeMap<Figure, f64> {
    let mut names: Vec<&Figure> = rows.iter().flatten().map(|(figure, _)| figure).collect();
    names.sort();
    names.dedup();
    let index = |figure: &Figure| names.partition_point(|name| *name < figure);
    let rows: Vec<Vec<(usize, f64)>> = rows
        .iter()
        .map(|row| row.iter().map(|(f, weight)| (index(f), *weight)).collect())
        .collect();
    let mut x: Vec<f64> = names.iter().map(|f| start.get(f).copied().unwrap_or(0.0)).collect();
    let (mut mean, mut square) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    let (mut mean_left, mut square_left) = (1.0, 1.0);
    for n in 1..=N_DESCENTS {
        let mut slope: Vec<f64> = names.iter().zip(&x).map(|(f, x)| f.ridge() * x).collect();
        for (row, pair) in rows.iter().zip(pairs) {
            let sum: f64 = row.iter().map(|&(i, weight)| x[i] * weight).sum();
            let error = logistic(sum) - f64::from(u8::from(pair.same));
            for &(i, weight) in row {
                slope[i] += error * weight;
            }
        }
        let rate = if n > N_DESCENTS * 3 / 4 { 0.01 } else { 0.05 };
        (mean_left, square_left) = (mean_left * 0.9, square_left * 0.99);
        for i in 0..x.len() {
            mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
            square[i] = 0.99 * square[i] + 0.01 * slope[i] * slope[i];
            let step = mean[i] / (1.0 - mean_left);
            x[i] -= rate * step / (libm::sqrt(square[i] / (1.0 - square_left)) + 1e-9);
        }
    }
    names.into_iter().cloned().zip(x).collect()
}

/// Turns figures into costs; what was never seen costs what its kind costs.
fn learn(model: &mut Model, figures: &BTreeMap<Figure, f64>) {
    let get = |figure: Figure| figures.get(&figure).copied().unwrap_or(0.0);
    let hundredths = |x: f64| libm::round(x * UNIT).clamp(-9999.0, 9999.0) as i16;
    let letters = || (0_u8..).take(N_LETTERS);
    for place in [Place::Start, Place::Middle, Place::End, Place::Double] {
        for letter in letters() {
            let cost =
                -get(Figure::Gap(place, letter)) - get(Figure::GapKind(place, is_vowel(letter)));
            model.costs.gaps[place as usize][usize::from(letter)] = hundredths(cost.max(0.0));
        }
    }
    for place in [Place::Start, Place::Middle, Place::End] {
        for kind in 0..3 {
            let cost = -get(Figure::SwapPlace(place, kind));
            model.costs.swap_places[place as usize][kind] = hundredths(cost);
        }
    }
    for a in letters() {
        for b in letters() {
            let cost = -get(Figure::Swap(a.min(b), a.max(b))) - get(Figure::SwapKind(class(a, b)));
            let cost = if a == b { 0 } else { hundredths(cost) };
            model.costs.swaps[usize::from(a)][usize::from(b)] = cost;
        }
    }
    for (run, cost) in &mut model.runs {
        let learned = -get(Figure::Run(run.clone())) - get(Figure::RunKind);
        *cost = hundredths(learned.max(0.0));
    }
    for (n, length) in model.costs.lengths.iter_mut().enumerate() {
        *length = hundredths(get(Figure::Bias) + get(Figure::Length(n)));
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
