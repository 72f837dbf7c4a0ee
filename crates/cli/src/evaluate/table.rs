//! The table of scores, for a terminal and for other programs.

use super::score::{Calibration, Score};
use std::fmt::Write;

/// One kind in one set.
pub(super) struct Row {
    pub(super) set: String,
    pub(super) kind: &'static str,
    pub(super) score: Score,
    pub(super) calibration: Option<Calibration>,
    pub(super) mb_per_second: f64,
    /// Whether marks have bounds, so that they can overlap.
    pub(super) has_spans: bool,
}

impl Row {
    pub(super) fn of(
        set: &str,
        kind: &'static str,
        score: Score,
        calibration: Option<Calibration>,
        mb_per_second: f64,
    ) -> Self {
        Self { set: set.to_owned(), kind, score, calibration, mb_per_second, has_spans: true }
    }

    /// The cells behind set and kind; empty where a figure has no meaning.
    fn cells(&self) -> Vec<String> {
        let s = &self.score;
        let share = |x: f64| format!("{x:.3}");
        let when = |is: bool, text: String| if is { text } else { String::new() };
        let (precision, recall, f1) = s.overlapping();
        let (has_points, has_values) = (s.n_gold_points > 0, s.n_value_gold > 0);
        vec![
            s.n_gold.to_string(),
            share(s.precision()),
            share(s.recall()),
            share(s.f1()),
            when(self.has_spans, share(precision)),
            when(self.has_spans, share(recall)),
            when(self.has_spans, share(f1)),
            when(has_values, share(s.value_f1())),
            when(has_points, share(s.accuracy_at_161())),
            when(has_points, share(s.recall_at_161())),
            when(has_points, format!("{:.0}", s.median_km())),
            when(has_points, format!("{:.0}", s.mean_km())),
            self.calibration.as_ref().map_or_else(String::new, |c| share(c.error())),
            format!("{:.1}", self.mb_per_second),
        ]
    }
}

/// Heads of the columns.
const HEAD: [&str; 16] = [
    "set", "kind", "gold", "P", "R", "F1", "P~", "R~", "F1~", "value", "acc@161", "R@161",
    "median", "mean", "ECE", "MB/s",
];

/// What the heads mean.
const LEGEND: &str = "\
P, R, F1: precision, recall and their harmonic mean with exact spans; ~ with overlapping spans.
value: F1 of what is found with the right value (date) or speaker (quotation).
acc@161: share of the found places that are placed within 161 km; R@161: share of all gold places that are found and placed so.
median, mean: kilometres from the gold point. ECE: mean distance between confidence and share of right answers.
";

/// The table in columns of even width, with the classes of confidence below.
pub(super) fn text(rows: &[Row]) -> String {
    let lines = lines(rows);
    let widths: Vec<usize> = (0..HEAD.len())
        .map(|i| lines.iter().filter_map(|l| l.get(i)).map(|c| c.chars().count()).max())
        .map(Option::unwrap_or_default)
        .collect();
    let mut out = String::new();
    for line in &lines {
        for (idx, (cell, &width)) in line.iter().zip(&widths).enumerate() {
            // Words to the left, figures to the right.
            let _ = if idx < 2 {
                write!(out, "{cell:width$}  ")
            } else {
                write!(out, "{cell:>width$}  ")
            };
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out.push('\n');
    out.push_str(LEGEND);
    for row in rows {
        let Some(calibration) = &row.calibration else { continue };
        let _ = writeln!(out, "\nCalibration of {}, {}:", row.set, row.kind);
        for (n, sure, right) in calibration.classes() {
            let _ = writeln!(out, "  {n:5} answers at {sure:.2}: {right:.2} right");
        }
    }
    out
}

/// The table with tabs between the cells and heads in its first line.
pub(super) fn tsv(rows: &[Row]) -> String {
    lines(rows).iter().map(|line| line.join("\t") + "\n").collect()
}

fn lines(rows: &[Row]) -> Vec<Vec<String>> {
    let head = HEAD.iter().map(|&cell| cell.to_owned()).collect();
    let body = rows.iter().map(|row| {
        let names = [row.set.clone(), row.kind.to_owned()];
        names.into_iter().chain(row.cells()).collect()
    });
    std::iter::once(head).chain(body).collect()
}
