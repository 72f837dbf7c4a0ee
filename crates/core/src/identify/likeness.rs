//! How alike two Latin spellings of one name are.
//!
//! In go two names of one word each; out comes how likely it is that they are the same name, romanised or spelt in two ways.
//! One spelling is turned into the other by the cheapest steps: a letter left out, a letter exchanged, a run of letters exchanged ("ou" and "u", "kh" and "h").
//! What a step costs was learned (`costs.rs`); the arithmetic is whole numbers, the same on every machine.
//! Whether two people of one name are one person is not decided here.

use super::costs::LEARNED;
use crate::text::fold::fold;

/// How many letters there are: `a` to `z` and three of Slavic and Turkish alphabets.
pub const N_LETTERS: usize = 29;

/// Longer names are compared letter by letter only.
pub const MAX_LETTERS: usize = 24;

/// From this likeness on two spellings count as one name.
pub const SAME_NAME: f64 = 0.5;

/// Where in the two names a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// At the beginning of both.
    Start,
    /// Anywhere else.
    Middle,
    /// At the end of both.
    End,
    /// A letter that repeats the one before it.
    Double,
}

/// What the steps cost, in hundredths of the logistic scale for names of six letters.
#[derive(Clone, Copy, Debug)]
pub struct Costs<'a> {
    /// A letter left out, by [`Place`] and letter.
    pub gaps: [[i16; N_LETTERS]; 4],
    /// A letter exchanged for another; symmetric.
    pub swaps: [[i16; N_LETTERS]; N_LETTERS],
    /// What is added to an exchange, by [`Place`] and [`class`].
    pub swap_places: [[i16; 3]; 3],
    /// Runs of letters that are exchanged, the smaller first, in order.
    pub runs: &'a [(&'a [u8], &'a [u8], i16)],
    /// What speaks for two names before any step, by their mean length; the last one for all longer ones.
    pub lengths: [i16; 13],
}

/// One step from one name to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// First letter in the one name, and how many.
    pub a: (usize, usize),
    /// First letter in the other name, and how many.
    pub b: (usize, usize),
    /// Where it is taken.
    pub place: Place,
}

/// Whether two spellings of one word are the same name.
pub fn is_same_name(a: &str, b: &str) -> bool {
    likeness(a, b) >= SAME_NAME
}

/// How likely it is that two spellings are the same name, from 0 to 1; 1 for the same letters.
pub fn likeness(a: &str, b: &str) -> f64 {
    if fold(a) == fold(b) {
        return 1.0;
    }
    let (a, b) = (letters(a), letters(b));
    let (a, b) = (a.as_slice(), b.as_slice());
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a.len() > MAX_LETTERS || b.len() > MAX_LETTERS {
        return if a == b { 1.0 } else { 0.0 };
    }
    let evidence = evidence(a, b, cost(a, b, &LEARNED), &LEARNED);
    1.0 / (1.0 + libm::exp(-f64::from(evidence) / 100.0))
}

/// Whether what speaks for two names reaches so many hundredths; quicker than the likeness itself.
pub(super) fn reaches(a: &[u8], b: &[u8], min: i32) -> bool {
    if a.is_empty() || b.is_empty() || a.len() > MAX_LETTERS || b.len() > MAX_LETTERS {
        return !a.is_empty() && a == b;
    }
    // What costs more cannot reach it, so that no step is taken from there.
    let without_steps = evidence(a, b, 0, &LEARNED);
    let limit = (without_steps - min + 1) * i32::try_from(a.len() + b.len()).unwrap_or(0) / 12;
    let cost = Table::of(a, b, &LEARNED, limit).cost(a.len(), b.len());
    cost <= limit && evidence(a, b, cost, &LEARNED) >= min
}

/// What speaks for two names when the steps between them cost so much, in hundredths; longer names may differ more.
pub fn evidence(a: &[u8], b: &[u8], cost: i32, costs: &Costs) -> i32 {
    let n_both = (a.len() + b.len()).max(1);
    let length = costs.lengths[n_both.div_ceil(2).min(12)];
    i32::from(length) - cost * 12 / i32::try_from(n_both).unwrap_or(i32::MAX)
}

/// The letters of a name: 0 to 25 for `a` to `z` without their marks, then č, š and ž, which are sounds of their own.
pub fn letters(name: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'a'..='z' => out.push(c as u8 - b'a'),
            'č' | 'ć' | 'ç' | 'Č' | 'Ć' | 'Ç' => out.push(26),
            'š' | 'ş' | 'ș' | 'Š' | 'Ş' | 'Ș' => out.push(27),
            'ž' | 'Ž' => out.push(28),
            _ => {
                let mut buffer = [0; 4];
                let plain = fold(c.encode_utf8(&mut buffer));
                out.extend(plain.bytes().filter(u8::is_ascii_lowercase).map(|b| b - b'a'));
            }
        }
    }
    out
}

/// Whether a letter is written for a vowel.
pub fn is_vowel(letter: u8) -> bool {
    matches!(letter, 0 | 4 | 8 | 14 | 20 | 24)
}

/// 0 for two vowels, 1 for two consonants, 2 for one of each.
pub fn class(a: u8, b: u8) -> usize {
    match (is_vowel(a), is_vowel(b)) {
        (true, true) => 0,
        (false, false) => 1,
        _ => 2,
    }
}

/// What the cheapest way from one name to the other costs.
pub fn cost(a: &[u8], b: &[u8], costs: &Costs) -> i32 {
    Table::of(a, b, costs, i32::MAX - 1).cost(a.len(), b.len())
}

/// The cheapest steps from one name to the other, in order, equal letters left out; none when a name is too long.
pub fn steps(a: &[u8], b: &[u8], costs: &Costs) -> Vec<Step> {
    let mut out = Vec::new();
    if a.len() > MAX_LETTERS || b.len() > MAX_LETTERS {
        return out;
    }
    let table = Table::of(a, b, costs, i32::MAX - 1);
    let (mut i, mut j) = (a.len(), b.len());
    while i + j > 0 {
        let (n_a, n_b, place) = table.from[i][j];
        let (n_a, n_b) = (usize::from(n_a), usize::from(n_b));
        let step = Step { a: (i - n_a, n_a), b: (j - n_b, n_b), place };
        if a[i - n_a..i] != b[j - n_b..j] {
            out.push(step);
        }
        (i, j) = (i - n_a, j - n_b);
    }
    out.reverse();
    out
}

/// For every pair of beginnings the cheapest cost and the last step to it.
struct Table {
    costs: [[i32; MAX_LETTERS + 1]; MAX_LETTERS + 1],
    from: [[(u8, u8, Place); MAX_LETTERS + 1]; MAX_LETTERS + 1],
}

impl Table {
    fn of(a: &[u8], b: &[u8], costs: &Costs, limit: i32) -> Self {
        let mut table = Self {
            costs: [[i32::MAX; MAX_LETTERS + 1]; MAX_LETTERS + 1],
            from: [[(1, 1, Place::Middle); MAX_LETTERS + 1]; MAX_LETTERS + 1],
        };
        table.costs[0][0] = 0;
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if table.costs[i][j] <= limit {
                    table.step_on(a, b, i, j, costs);
                }
            }
        }
        table
    }

    fn cost(&self, n_a: usize, n_b: usize) -> i32 {
        self.costs[n_a][n_b]
    }

    /// Takes every step that is possible from here.
    fn step_on(&mut self, a: &[u8], b: &[u8], i: usize, j: usize, costs: &Costs) {
        let place = |n_a: usize, n_b: usize| match () {
            () if i == 0 && j == 0 => Place::Start,
            () if i + n_a == a.len() && j + n_b == b.len() => Place::End,
            () => Place::Middle,
        };
        let gap = |name: &[u8], at: usize, place: Place| {
            let doubles = at > 0 && name[at] == name[at - 1];
            let place = if doubles { Place::Double } else { place };
            (costs.gaps[place as usize][usize::from(name[at])], place)
        };
        if i < a.len() && j < b.len() {
            let (x, y) = (a[i], b[j]);
            let place = place(1, 1);
            let cost = if x == y {
                0
            } else {
                costs.swaps[usize::from(x)][usize::from(y)]
                    + costs.swap_places[place as usize][class(x, y)]
            };
            self.take(i, j, 1, 1, cost, place);
        }
        if i < a.len() {
            let (cost, place) = gap(a, i, place(1, 0));
            self.take(i, j, 1, 0, cost, place);
        }
        if j < b.len() {
            let (cost, place) = gap(b, j, place(0, 1));
            self.take(i, j, 0, 1, cost, place);
        }
        for n_a in 1..=3.min(a.len() - i) {
            for n_b in 1..=3.min(b.len() - j) {
                if n_a + n_b > 2
                    && let Some(cost) = run(&a[i..i + n_a], &b[j..j + n_b], costs)
                {
                    self.take(i, j, n_a, n_b, cost, place(n_a, n_b));
                }
            }
        }
    }

    fn take(&mut self, i: usize, j: usize, n_a: usize, n_b: usize, cost: i16, place: Place) {
        let cost = self.costs[i][j] + i32::from(cost.max(0));
        if cost < self.costs[i + n_a][j + n_b] {
            self.costs[i + n_a][j + n_b] = cost;
            self.from[i + n_a][j + n_b] = (n_a as u8, n_b as u8, place);
        }
    }
}

/// What it costs to exchange one run of letters for another, if that is known.
fn run(a: &[u8], b: &[u8], costs: &Costs) -> Option<i16> {
    let (small, great) = if a <= b { (a, b) } else { (b, a) };
    let at = costs.runs.binary_search_by(|&(x, y, _)| (x, y).cmp(&(small, great))).ok()?;
    costs.runs.get(at).map(|r| r.2)
}
