//! Scores: what was found against what people marked.
//!
//! In go the marks of both sides, document by document; out come counts, and the shares that follow from them.

use super::gold::Mark;
use dateline_core::geo::LatLon;

/// An answer within so many kilometres of the gold point is right; the measure of the field (100 miles).
pub(super) const NEAR_KM: f64 = 161.0;

/// Counts of one kind in one set.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Score {
    pub(super) n_gold: usize,
    pub(super) n_found: usize,
    pub(super) n_exact: usize,
    /// Gold marks that a found one overlaps, and found marks that overlap a gold one.
    pub(super) n_overlapping_gold: usize,
    pub(super) n_overlapping_found: usize,
    /// Gold marks that have a value (date, speaker), and those of them of which an overlapping found mark says the same.
    pub(super) n_value_gold: usize,
    pub(super) n_value_right: usize,
    /// Gold marks with a point.
    pub(super) n_gold_points: usize,
    /// Kilometres between our point and the gold one, of exact marks where both have one.
    pub(super) errors_km: Vec<f64>,
}

impl Score {
    /// Counts one document; both lists in the order of the text.
    pub(super) fn add(&mut self, gold: &[Mark], found: &[Mark]) {
        self.n_gold += gold.len();
        self.n_found += found.len();
        self.n_gold_points += gold.iter().filter(|m| m.point.is_some()).count();
        self.n_value_gold += gold.iter().filter(|m| m.value.is_some()).count();
        self.n_value_right += gold.iter().filter(|g| says_the_same(g, found)).count();
        for mark in gold {
            let Some(ours) = found.iter().find(|f| (f.start, f.end) == (mark.start, mark.end))
            else {
                continue;
            };
            self.n_exact += 1;
            if let (Some(theirs), Some(ours)) = (mark.point, ours.point) {
                self.errors_km.push(theirs.distance_km(ours));
            }
        }
        self.n_overlapping_gold += gold.iter().filter(|g| overlaps_any(g, found)).count();
        self.n_overlapping_found += found.iter().filter(|f| overlaps_any(f, gold)).count();
    }

    pub(super) fn precision(&self) -> f64 {
        share(self.n_exact, self.n_found)
    }

    pub(super) fn recall(&self) -> f64 {
        share(self.n_exact, self.n_gold)
    }

    pub(super) fn f1(&self) -> f64 {
        harmonic(self.precision(), self.recall())
    }

    pub(super) fn overlapping(&self) -> (f64, f64, f64) {
        let precision = share(self.n_overlapping_found, self.n_found);
        let recall = share(self.n_overlapping_gold, self.n_gold);
        (precision, recall, harmonic(precision, recall))
    }

    /// F1 of marks that are found, with other bounds perhaps, and carry the right value.
    pub(super) fn value_f1(&self) -> f64 {
        harmonic(share(self.n_value_right, self.n_found), share(self.n_value_right, self.n_gold))
    }

    fn n_near(&self) -> usize {
        self.errors_km.iter().filter(|&&km| km <= NEAR_KM).count()
    }

    /// Of the found marks whose gold has a point: the share that is placed right. A missing answer is wrong.
    pub(super) fn accuracy_at_161(&self) -> f64 {
        // Every gold mark of such a set has a point, so that all exact ones count.
        share(self.n_near(), self.n_exact)
    }

    /// Of all gold marks with a point: the share that is found and placed right.
    pub(super) fn recall_at_161(&self) -> f64 {
        share(self.n_near(), self.n_gold_points)
    }

    pub(super) fn median_km(&self) -> f64 {
        let mut errors = self.errors_km.clone();
        errors.sort_by(f64::total_cmp);
        errors.get(errors.len() / 2).copied().unwrap_or(0.0)
    }

    pub(super) fn mean_km(&self) -> f64 {
        let n = self.errors_km.len().max(1);
        self.errors_km.iter().sum::<f64>() / n as f64
    }
}

fn overlaps_any(mark: &Mark, others: &[Mark]) -> bool {
    others.iter().any(|o| mark.start < o.end && o.start < mark.end)
}

/// Whether a found mark in the same place has the value of the gold one. Of a speaker, the last name is enough.
fn says_the_same(gold: &Mark, found: &[Mark]) -> bool {
    let Some(value) = &gold.value else { return false };
    let same = |ours: &str| ours == value || last_word(ours) == last_word(value);
    let at = found.iter().filter(|f| gold.start < f.end && f.start < gold.end);
    at.filter_map(|f| f.value.as_deref()).any(same)
}

fn last_word(name: &str) -> Option<&str> {
    // A date holds no space: it is its own last word.
    name.split_whitespace().next_back()
}

/// A share of counts; 0 of nothing is 0.
pub(super) fn share(n: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { n as f64 / of as f64 }
}

/// The harmonic mean.
pub(super) fn harmonic(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

/// Ten classes of confidence: how many answers are in each, how sure they were, and how many were right.
#[derive(Clone, Debug, Default)]
pub(super) struct Calibration {
    classes: [(usize, f64, usize); 10],
}

impl Calibration {
    pub(super) fn add(&mut self, confidence: f64, gold: LatLon, ours: Option<LatLon>) {
        let is_right = ours.is_some_and(|point| point.distance_km(gold) <= NEAR_KM);
        let idx = ((confidence * 10.0) as usize).min(9);
        if let Some((n, sum, n_right)) = self.classes.get_mut(idx) {
            *n += 1;
            *sum += confidence;
            *n_right += usize::from(is_right);
        }
    }

    /// Classes that hold answers: number, mean confidence, share of right answers.
    pub(super) fn classes(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        let held = self.classes.iter().filter(|(n, ..)| *n > 0);
        held.map(|&(n, sum, n_right)| (n, sum / n as f64, share(n_right, n)))
    }

    /// Expected calibration error: the mean distance between confidence and share of right answers.
    pub(super) fn error(&self) -> f64 {
        let n: usize = self.classes.iter().map(|(n, ..)| n).sum();
        self.classes().map(|(k, sure, right)| k as f64 * (sure - right).abs()).sum::<f64>()
            / n.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, point: Option<(f64, f64)>) -> Mark {
        let point = point.and_then(|(lat, lon)| LatLon::new(lat, lon));
        Mark { start, end, point, value: None }
    }

    #[test]
    fn exact_overlapping_and_placed() {
        let mut score = Score::default();
        let damascus = Some((33.51, 36.29));
        let gold = [mark(0, 8, damascus), mark(10, 15, damascus), mark(20, 25, damascus)];
        let found = [mark(0, 8, damascus), mark(9, 15, damascus), mark(40, 45, None)];
        score.add(&gold, &found);
        assert_eq!((score.n_gold, score.n_found, score.n_exact), (3, 3, 1));
        let (precision, recall, _) = score.overlapping();
        assert!((precision - 2.0 / 3.0).abs() < 1e-9 && (recall - 2.0 / 3.0).abs() < 1e-9);
        assert!((score.recall_at_161() - 1.0 / 3.0).abs() < 1e-9);
        assert!((score.accuracy_at_161() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn calibration_is_the_distance_from_the_diagonal() {
        let mut calibration = Calibration::default();
        let here = LatLon::new(0.0, 0.0).unwrap();
        for right in [true, true, true, false] {
            calibration.add(0.95, here, right.then_some(here));
        }
        assert!((calibration.error() - 0.2).abs() < 1e-9);
    }
}
