//! A line on two grids: the points of the level, and between them those that only a close look shows.
//!
//! In goes a source line, out come grid points; equal ones that follow each other are merged.

use super::SourceLine;
use crate::basemap::detail::DETAIL_BITS;
use crate::basemap::wire::on_grid;

pub(super) struct Gridded {
    /// At least two, on the level's grid.
    pub(super) points: Vec<[i64; 2]>,
    /// After each point but the last, what lies before the next, on the grid of detail.
    pub(super) between: Vec<Vec<[i64; 2]>>,
}

impl Gridded {
    pub(super) fn new(line: &SourceLine, bits: u8) -> Self {
        let mut points: Vec<[i64; 2]> = Vec::new();
        let mut between = Vec::new();
        let mut since: Vec<[i64; 2]> = Vec::new();
        let finer = |point: [i64; 2]| point.map(|at| at << DETAIL_BITS.saturating_sub(bits));
        let n = line.points.len();
        for (i, point) in line.points.iter().enumerate() {
            let is_end = i == 0 || i + 1 == n;
            let Some(last) = points.last().copied() else {
                points.push(on_grid(*point, bits));
                continue;
            };
            if line.is_detail.get(i).copied().unwrap_or(false) && !is_end {
                let inner = on_grid(*point, DETAIL_BITS);
                if inner != since.last().copied().unwrap_or(finer(last)) {
                    since.push(inner);
                }
                continue;
            }
            let point = on_grid(*point, bits);
            if point == last && !(is_end && (points.len() == 1 || !since.is_empty())) {
                continue;
            }
            if since.last() == Some(&finer(point)) {
                since.pop();
            }
            points.push(point);
            between.push(std::mem::take(&mut since));
        }
        // A line that shrank to one grid point stays a line of length zero.
        if let [only] = points[..] {
            points.push(only);
            between.push(Vec::new());
        }
        Self { points, between }
    }
}
