//! Which rows of a long list are drawn, and how much room is kept for the others.
//!
//! In: what is seen of the list, measured in CSS pixels; how many rows it has, and how high they are on average.
//! Out: the rows to draw, and the heights of the two rooms that stand for those before and behind them.
//! Heights are remembered by the rooms alone: a row that leaves the document leaves its own height behind, so that what is seen does not move.

use core::ops::Range;
use dateline_core::order::within;

/// So many screens are drawn, the one that is seen in their middle.
const SCREENS: f64 = 7.0;
/// With fewer screens left on a side others are drawn: a reader who scrolls by less at a time sees every row.
const SPARE: f64 = 2.0;
/// Fewer rows are not worth a drawing of their own.
const LEAST: f64 = 30.0;
/// More rows would cost more than they are worth, however small they are.
const MOST: f64 = 300.0;
/// Browsers lose count of pixels above some ten millions; a room may be twice as high as is usual.
const FARTHEST: f64 = 8e6;

/// What is seen of a list; all in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// From where the rows begin to the upper edge of what is seen; negative while something is seen above them.
    pub top: f64,
    /// Height of what is seen.
    pub height: f64,
    /// Height of the room for the rows before those that are drawn.
    pub before: f64,
    /// Height of those that are drawn.
    pub drawn: f64,
    /// Height of the room for the rows behind them.
    pub after: f64,
}

impl Sight {
    /// The rows to draw, when too little is left on a side that has more.
    pub fn wanted(
        &self,
        drawn: &Range<usize>,
        n_rows: usize,
        average: f64,
    ) -> Option<Range<usize>> {
        let above = self.top - self.before;
        let below = self.drawn - above - self.height;
        let is_short = |left: f64| left < SPARE * self.height;
        if !(drawn.start > 0 && is_short(above) || drawn.end < n_rows && is_short(below)) {
            return None;
        }
        let n = within(SCREENS * self.height / average, LEAST, MOST) as usize;
        let n = n.min(n_rows);
        let first = (self.middle(drawn, n_rows) as usize).saturating_sub(n / 2).min(n_rows - n);
        let rows = first..first + n;
        // A window that is hardly another one is not worth a drawing, unless it holds an end.
        let is_near = |a: usize, b: usize| a.abs_diff(b) * 16 < n;
        let is_inside = rows.start > 0 && rows.end < n_rows;
        let is_like_it = is_near(rows.start, drawn.start) && is_near(rows.end, drawn.end);
        (rows != *drawn && !(is_inside && is_like_it)).then_some(rows)
    }

    /// Where a row is to stand when none of those that were drawn is seen: the row with its fraction, and how far below the upper edge of what is seen. With the first and the last row in sight it is the beginning and the end of all.
    pub fn aim(&self, drawn: &Range<usize>, rows: &Range<usize>, n_rows: usize) -> (f64, f64) {
        if rows.start == 0 {
            (0.0, -self.top)
        } else if rows.end == n_rows {
            (n_rows as f64, self.total() - self.top)
        } else {
            (self.middle(drawn, n_rows), self.height / 2.0)
        }
    }

    /// Height of everything.
    pub fn total(&self) -> f64 {
        self.before + self.drawn + self.after
    }

    /// The row in the middle of what is seen, as far as the rooms tell.
    fn middle(&self, drawn: &Range<usize>, n_rows: usize) -> f64 {
        let y = self.top + self.height / 2.0;
        let end = self.before + self.drawn;
        let (rows, share) = if y < self.before {
            (0..drawn.start, y / self.before)
        } else if y < end {
            (drawn.clone(), (y - self.before) / self.drawn)
        } else {
            (drawn.end..n_rows, (y - end) / self.after)
        };
        rows.start as f64 + rows.len() as f64 * within(share, 0.0, 1.0)
    }
}

/// The height of a room for so many rows of so many in all: what is left for it, unless that is far from what they need.
pub fn room(left: f64, n_rows: usize, n_all: usize, average: f64) -> f64 {
    let usual = n_rows as f64 * average.min(FARTHEST / n_all.max(1) as f64);
    if left < usual / 2.0 || left > usual * 2.0 { usual } else { left }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of rows 100 pixels high, seen through a window of 500: which are drawn, from where it looks, and which are wanted.
    #[test]
    fn rows_are_drawn_around_what_is_seen() {
        for (drawn, top, n_rows, wanted) in [
            // The first ones, then more of them.
            (0..14, -90.0, 10_000, Some(0..35)),
            (0..35, 0.0, 10_000, None),
            (0..35, 1900.0, 10_000, None),
            (0..35, 2100.0, 10_000, Some(6..41)),
            (6..41, 1500.0, 10_000, Some(0..35)),
            // A jump, and the ends.
            (0..35, 500_000.0, 10_000, Some(4985..5020)),
            (4985..5020, 0.0, 10_000, Some(0..35)),
            (4985..5020, 999_500.0, 10_000, Some(9965..10_000)),
            (9965..10_000, 999_500.0, 10_000, None),
            (9964..9999, 999_000.0, 10_000, Some(9965..10_000)),
            // A list that is drawn whole.
            (0..33, 2800.0, 33, None),
            (0..14, 0.0, 33, Some(0..33)),
        ] {
            let sight = sight(&drawn, top, n_rows, 500.0);
            assert_eq!(sight.wanted(&drawn, n_rows, 100.0), wanted, "{drawn:?} at {top}");
        }
    }

    fn sight(drawn: &Range<usize>, top: f64, n_rows: usize, height: f64) -> Sight {
        let pixels = |rows: Range<usize>| rows.len() as f64 * 100.0;
        let (before, after) = (pixels(0..drawn.start), pixels(drawn.end..n_rows));
        Sight { top, height, before, drawn: pixels(drawn.clone()), after }
    }

    /// However high a row is said to be, a window has so many rows and is not drawn anew for ever.
    #[test]
    fn a_window_has_bounds_and_comes_to_rest() {
        for (height, average) in [(500.0, 1.0), (5000.0, 20.0), (500.0, 9000.0), (0.0, 1.0)] {
            let mut drawn = 0..14;
            for _ in 0..5 {
                let sight = sight(&drawn, 40_000.0, 1000, height);
                drawn = sight.wanted(&drawn, 1000, average).unwrap_or(drawn);
            }
            let sight = sight(&drawn, 40_000.0, 1000, height);
            assert_eq!(sight.wanted(&drawn, 1000, average), None, "{height} {average}");
            assert!((14..=300).contains(&drawn.len()), "{drawn:?}");
        }
    }

    #[test]
    fn a_room_keeps_what_is_left_within_bounds() {
        for (left, n_rows, n_all, expected) in [
            (1000.0, 10, 100, 1000.0),
            (600.0, 10, 100, 600.0),
            (400.0, 10, 100, 1000.0),
            (2100.0, 10, 100, 1000.0),
            (-5.0, 10, 100, 1000.0),
            (30.0, 0, 100, 0.0),
            (-30.0, 0, 0, 0.0),
            (-1.0, 100_000, 200_000, 4e6),
        ] {
            assert_eq!(room(left, n_rows, n_all, 100.0), expected, "{left} for {n_rows}");
        }
    }

    /// What is held when no row is seen: an end, or the middle of what is seen.
    #[test]
    fn a_jump_aims_at_a_row() {
        let drawn = 0..35;
        let at = |top| sight(&drawn, top, 1000, 500.0);
        assert_eq!(at(50_000.0).aim(&drawn, &(485..520), 1000), (502.5, 250.0));
        assert_eq!(at(-90.0).aim(&drawn, &(0..35), 1000), (0.0, 90.0));
        assert_eq!(at(99_500.0).aim(&drawn, &(965..1000), 1000), (1000.0, 500.0));
    }
}
