//! The detail pack: what lies between the points of the fine level, sorted into cells.
//!
//! In go the lines of the fine level on their grids, islands and minor lines, out comes a pack with
//! all cells. A stretch between two points belongs to the cell of its first point, an island or a
//! minor line to that of its own first point.

use std::collections::BTreeMap;

use super::gridded::Gridded;
use super::{BasemapSource, DivisionSource, FINE_BITS, IslandSource, plain_line, write_division};
use crate::basemap::cells::{CELL_BITS, CellId};
use crate::basemap::detail::{DETAIL_BITS, DetailPack};
use crate::basemap::wire::Writer;

/// What lies between two points of a line.
struct Stretch<'a> {
    line: u64,
    segment: u64,
    /// The first of the two, on the grid of detail.
    start: [i64; 2],
    points: &'a [[i64; 2]],
}

#[derive(Default)]
struct Cell<'a> {
    /// In order of lines and segments.
    stretches: Vec<Stretch<'a>>,
    islands: Vec<&'a IslandSource>,
    divisions: Vec<&'a DivisionSource>,
}

pub(super) fn detail(source: &BasemapSource, lines: &[Gridded], world_sum: u32) -> Vec<u8> {
    let mut cells: BTreeMap<CellId, Cell<'_>> = BTreeMap::new();
    for (line, gridded) in (0..).zip(lines) {
        for (segment, (point, between)) in (0..).zip(gridded.points.iter().zip(&gridded.between)) {
            if !between.is_empty() {
                let steps = (1_u64 << FINE_BITS) as f64;
                let cell = CellId::at(point[0] as f64 / steps, point[1] as f64 / steps);
                let start = point.map(|at| at << (DETAIL_BITS - FINE_BITS));
                let stretches = &mut cells.entry(cell).or_default().stretches;
                stretches.push(Stretch { line, segment, start, points: between });
            }
        }
    }
    for island in &source.islands {
        if let Some([x, y]) = island.points.first() {
            cells.entry(CellId::at(*x, *y)).or_default().islands.push(island);
        }
    }
    for division in &source.minor_divisions {
        if let Some([x, y]) = division.line.points.first() {
            cells.entry(CellId::at(*x, *y)).or_default().divisions.push(division);
        }
    }
    let cells: Vec<_> = cells.iter().map(|(id, cell)| (*id, cell.bytes(*id))).collect();
    let cells = cells.iter().map(|(id, bytes)| (*id, bytes.as_slice())).collect();
    DetailPack::of(world_sum, cells).bytes()
}

impl Cell<'_> {
    fn bytes(&self, id: CellId) -> Vec<u8> {
        let mut body = Writer::default();
        body.section(DETAIL_BITS);
        let runs: Vec<_> = self.runs().collect();
        body.uint(runs.len() as u64);
        let mut last_line = 0;
        for run in runs {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            body.uint(first.line - last_line);
            last_line = first.line;
            body.uint(first.segment);
            body.uint(last.segment - first.segment + 1);
            let mut next = first.segment;
            for stretch in run {
                // Segments to which nothing is added.
                (next..stretch.segment).for_each(|_| body.uint(0));
                next = stretch.segment + 1;
                body.start_at(stretch.start);
                body.line(stretch.points);
            }
        }
        body.start_at(id.corner().map(|at| at << (DETAIL_BITS - CELL_BITS)));
        body.uint(self.islands.len() as u64);
        for island in &self.islands {
            body.uint(u64::from(island.country));
            plain_line(&mut body, &island.points);
        }
        body.uint(self.divisions.len() as u64);
        for division in &self.divisions {
            write_division(&mut body, division, true);
            plain_line(&mut body, &division.line.points);
        }
        body.bytes
    }

    /// Stretches of one line that lie close together.
    fn runs(&self) -> impl Iterator<Item = &[Stretch<'_>]> {
        self.stretches.chunk_by(|a, b| a.line == b.line && b.segment - a.segment <= 3)
    }
}
