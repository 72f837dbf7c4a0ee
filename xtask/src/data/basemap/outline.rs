//! The outlines of countries, arranged so that near segments are found quickly.
//!
//! In goes a level, out come answers: is this point in that country, which point of its outline is
//! nearest. It changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use dateline_core::basemap::{ArcKind, CountryCode, LevelSource};

use super::assemble::ring_points;
use super::plane::{Point, along, distance};

/// Cells and rows of the index, to a side of the unit square.
const STEPS: f64 = 2048.0;

/// All arcs but seams, by cell.
pub(super) struct Outlines {
    cells: BTreeMap<(i32, i32), Vec<(u32, u32)>>,
}

/// The nearest point of an outline.
pub(super) struct Nearest {
    pub(super) distance: f64,
    pub(super) arc: u32,
    pub(super) segment: u32,
    pub(super) point: Point,
}

/// One country: its arcs, and its segments by row.
pub(super) struct Territory {
    arcs: BTreeSet<u32>,
    rows: BTreeMap<i32, Vec<(Point, Point)>>,
}

fn step(at: f64) -> i32 {
    (at * STEPS) as i32
}

impl Outlines {
    pub(super) fn of(level: &LevelSource) -> Self {
        let mut cells: BTreeMap<(i32, i32), Vec<(u32, u32)>> = BTreeMap::new();
        for (arc, source) in (0..).zip(&level.arcs) {
            if source.kind == ArcKind::Seam {
                continue;
            }
            for (segment, pair) in (0..).zip(source.line.points.windows(2)) {
                let low = [0, 1].map(|i| step(pair[0][i].min(pair[1][i])));
                let high = [0, 1].map(|i| step(pair[0][i].max(pair[1][i])));
                for column in low[0]..=high[0] {
                    for row in low[1]..=high[1] {
                        cells.entry((column, row)).or_default().push((arc, segment));
                    }
                }
            }
        }
        Self { cells }
    }

    /// The nearest point of a country's outline within a radius of less than a cell.
    pub(super) fn nearest(
        &self,
        level: &LevelSource,
        territory: &Territory,
        point: Point,
        radius: f64,
    ) -> Option<Nearest> {
        let [low, high] = [-radius, radius].map(|by| point.map(|at| step(at + by)));
        let mut best: Option<Nearest> = None;
        for column in low[0]..=high[0] {
            for row in low[1]..=high[1] {
                for (arc, segment) in self.cells.get(&(column, row)).into_iter().flatten() {
                    if !territory.arcs.contains(arc) {
                        continue;
                    }
                    let points = &level.arcs[*arc as usize].line.points;
                    let (a, b) = (points[*segment as usize], points[*segment as usize + 1]);
                    let far = distance(point, a, b);
                    if far <= radius && best.as_ref().is_none_or(|best| far < best.distance) {
                        let share = along(point, a, b);
                        let at = [0, 1].map(|i| a[i] + (b[i] - a[i]) * share);
                        best = Some(Nearest {
                            distance: far,
                            arc: *arc,
                            segment: *segment,
                            point: at,
                        });
                    }
                }
            }
        }
        best
    }
}

impl Territory {
    pub(super) fn of(
        level: &LevelSource,
        is_meant: impl Fn(Option<CountryCode>, &str) -> bool,
    ) -> Self {
        let mut arcs = BTreeSet::new();
        let mut rows: BTreeMap<i32, Vec<(Point, Point)>> = BTreeMap::new();
        for country in level.countries.iter().filter(|c| is_meant(c.code, &c.name)) {
            for ring in &country.rings {
                arcs.extend(ring.iter().map(|arc| arc.arc_idx));
                let points = ring_points(&level.arcs, ring);
                let next = points.iter().cycle().skip(1);
                for (a, b) in points.iter().zip(next) {
                    for row in step(a[1].min(b[1]))..=step(a[1].max(b[1])) {
                        rows.entry(row).or_default().push((*a, *b));
                    }
                }
            }
        }
        Self { arcs, rows }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.arcs.is_empty()
    }

    /// By the even-odd rule.
    pub(super) fn contains(&self, [x, y]: Point) -> bool {
        let crossed = |(a, b): &&(Point, Point)| {
            (a[1] > y) != (b[1] > y) && x > a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        };
        self.rows.get(&step(y)).into_iter().flatten().filter(crossed).count() % 2 == 1
    }
}
