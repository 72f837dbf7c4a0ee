//! Detail packs: what a close look adds to the fine level, in cells that can be left out.
//!
//! In go a detail pack and the fine level that it belongs to, out comes a finer level; or a smaller
//! pack with only some of the cells. A cell holds points between two points of the fine level, small
//! islands, and lines between divisions of the second level. As the points of the fine level stay
//! where they are, a line that is detailed in one cell only goes on in the next without a step.
//!
//! Guarantees: as for the world's pack; what does not fit the fine level is refused.

use crate::order;
use std::collections::BTreeSet;

use super::cells::{CELL_BITS, CellId};
use super::decode::{Decoder, run_since};
use super::wire::{BasemapError, Kind, Reader, Writer, seal, unseal};
use super::{Arc, ArcKind, ArcRef, Division, Level, PointRange, Ring, UnitBounds};

/// Grid of detail as a power of two: a pixel at zoom 10.
pub(super) const DETAIL_BITS: u8 = 18;

/// A detail pack that was opened: its cells, not yet read.
#[derive(Clone, Debug)]
pub struct DetailPack<'a> {
    world_sum: u32,
    cells: Vec<(CellId, &'a [u8])>,
}

impl<'a> DetailPack<'a> {
    /// Checks a pack and finds its cells.
    ///
    /// # Errors
    /// When the bytes are not a detail pack of this version, or are damaged.
    pub fn open(pack: &'a [u8]) -> Result<Self, BasemapError> {
        let (_, body) = unseal(pack, Kind::Detail)?;
        let mut reader = Reader::new(body);
        let what = "the cells";
        let sum = [reader.byte(what)?, reader.byte(what)?, reader.byte(what)?, reader.byte(what)?];
        let n_cells = reader.count(what)?;
        let mut lengths = Vec::new();
        let mut next = 0;
        for _ in 0..n_cells {
            let number = reader.uint(what)?.saturating_add(next);
            let cell = CellId::of_number(number)
                .ok_or(BasemapError::OutOfRange { what: "a cell", value: number })?;
            next = number + 1;
            lengths.push((cell, reader.count(what)?));
        }
        let mut cells = Vec::with_capacity(lengths.len());
        for (cell, length) in lengths {
            cells.push((cell, reader.take(length, what)?));
        }
        reader.finish()?;
        Ok(Self { world_sum: u32::from_le_bytes(sum), cells })
    }

    pub(super) fn of(world_sum: u32, cells: Vec<(CellId, &'a [u8])>) -> Self {
        Self { world_sum, cells }
    }

    /// Its cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = CellId> {
        self.cells.iter().map(|(cell, _)| *cell)
    }

    /// A pack with only these of its cells.
    pub fn with_only(&self, wanted: &BTreeSet<CellId>) -> Vec<u8> {
        let cells = self.cells.iter().filter(|(cell, _)| wanted.contains(cell));
        Self { world_sum: self.world_sum, cells: cells.copied().collect() }.bytes()
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut body = Writer::default();
        body.bytes.extend(self.world_sum.to_le_bytes());
        body.uint(self.cells.len() as u64);
        let mut next = 0;
        for (cell, bytes) in &self.cells {
            body.uint(u64::from(cell.number()) - next);
            next = u64::from(cell.number()) + 1;
            body.uint(bytes.len() as u64);
        }
        self.cells.iter().for_each(|(_, bytes)| body.bytes.extend(*bytes));
        seal(Kind::Detail, &body.bytes)
    }

    /// The fine level of the world with this checksum, with everything that the cells add.
    pub(super) fn refine(&self, world_sum: u32, fine: &Level) -> Result<Level, BasemapError> {
        if self.world_sum != world_sum {
            return Err(BasemapError::OtherWorld);
        }
        let mut extra = Extra::default();
        for (cell, bytes) in &self.cells {
            extra.read(*cell, bytes, fine)?;
        }
        extra.onto(fine)
    }
}

/// Points to be put between two points of a line.
#[derive(Clone, Copy)]
struct Insert {
    /// Arcs first, then divisions.
    line: u32,
    /// Counted by its first point.
    segment: u32,
    points: PointRange,
}

/// What cells add, gathered.
#[derive(Default)]
struct Extra {
    coordinates: Vec<f32>,
    inserts: Vec<Insert>,
    /// Country and shore.
    islands: Vec<(u32, PointRange)>,
    divisions: Vec<Division>,
}

/// The points of a line of the fine level: an arc's or, counted on, a division's.
fn line_of(fine: &Level, line: u64) -> Option<&[f32]> {
    let idx = usize::try_from(line).ok()?;
    let range = match fine.arcs.get(idx) {
        Some(arc) => arc.points,
        None => fine.divisions.get(idx - fine.arcs.len())?.points,
    };
    Some(fine.points(range))
}

impl Extra {
    fn read(&mut self, cell: CellId, bytes: &[u8], fine: &Level) -> Result<(), BasemapError> {
        let mut reader = Reader::new(bytes);
        reader.grid()?;
        let mut decoder = Decoder::over(reader, std::mem::take(&mut self.coordinates));
        let what = "a stretch";
        let mut line = 0;
        for _ in 0..decoder.reader.count(what)? {
            line += decoder.reader.uint(what)?;
            let segment = decoder.reader.uint(what)?;
            let wrong = BasemapError::OutOfRange { what, value: line };
            let points = line_of(fine, line).ok_or(wrong.clone())?;
            let mut ends = usize::try_from(segment)
                .ok()
                .and_then(|segment| points.get(segment.checked_mul(2)?..))
                .unwrap_or_default()
                .chunks_exact(2);
            for i in 0..decoder.reader.count(what)? as u64 {
                let start = ends.next().ok_or(wrong.clone())?;
                let n_points = decoder.reader.count(what)?;
                if n_points == 0 {
                    continue;
                }
                if ends.len() == 0 {
                    return Err(wrong);
                }
                decoder.reader.start_at(start);
                let (points, _) = decoder.run(n_points, what)?;
                self.inserts.push(Insert {
                    line: line as u32,
                    segment: (segment + i) as u32,
                    points,
                });
            }
        }
        decoder.reader.start_at(&cell.corner().map(|at| at as f32 / f32::from(1_u16 << CELL_BITS)));
        let what = "an island";
        for _ in 0..decoder.reader.count(what)? {
            let value = decoder.reader.uint(what)?;
            let country = u32::try_from(value)
                .ok()
                .filter(|country| (*country as usize) < fine.countries.len())
                .ok_or(BasemapError::OutOfRange { what, value })?;
            self.islands.push((country, decoder.line(what)?.0));
        }
        self.divisions.extend(decoder.list("divisions", Decoder::division)?);
        decoder.reader.finish()?;
        self.coordinates = decoder.coordinates;
        Ok(())
    }

    fn points(&self, range: PointRange) -> &[f32] {
        self.coordinates.get(2 * range.start as usize..2 * range.end as usize).unwrap_or_default()
    }

    fn onto(mut self, fine: &Level) -> Result<Level, BasemapError> {
        order::sort_by_key(&mut self.inserts, |insert| (insert.line, insert.segment));
        let mut coordinates = Vec::with_capacity(fine.coordinates.len() + self.coordinates.len());
        let mut inserts = self.inserts.iter().peekable();
        let mut refined = |line: usize| {
            let start = coordinates.len();
            let points = line_of(fine, line as u64).unwrap_or_default();
            for (segment, point) in points.chunks_exact(2).enumerate() {
                coordinates.extend(point);
                while let Some(insert) = inserts
                    .next_if(|next| (next.line as usize, next.segment as usize) <= (line, segment))
                {
                    coordinates.extend(self.points(insert.points));
                }
            }
            run_since(&coordinates, start, "an arc")
        };
        let mut arcs = Vec::with_capacity(fine.arcs.len() + self.islands.len());
        for (line, arc) in fine.arcs.iter().enumerate() {
            let (points, bounds) = refined(line)?;
            arcs.push(Arc { points, bounds, ..*arc });
        }
        let mut divisions = Vec::with_capacity(fine.divisions.len() + self.divisions.len());
        for (line, division) in (fine.arcs.len()..).zip(&fine.divisions) {
            let (points, bounds) = refined(line)?;
            divisions.push(Division { points, bounds, ..*division });
        }
        for division in &self.divisions {
            let start = coordinates.len();
            coordinates.extend(self.points(division.points));
            let (points, bounds) = run_since(&coordinates, start, "a division")?;
            divisions.push(Division { points, bounds, ..*division });
        }
        let mut countries = fine.countries.clone();
        for ring in countries.iter_mut().flat_map(|country| &mut country.rings) {
            let of_arcs = ring.arcs.iter().filter_map(|arc| arcs.get(arc.arc_idx as usize));
            ring.bounds = of_arcs.fold(UnitBounds::EMPTY, |all, arc| all.union(arc.bounds));
        }
        for (country, range) in &self.islands {
            let start = coordinates.len();
            let shore = self.points(*range);
            coordinates.extend(shore);
            coordinates.extend(shore.get(..2).unwrap_or_default());
            let (points, bounds) = run_since(&coordinates, start, "an island")?;
            let arc_idx = arcs.len() as u32;
            arcs.push(Arc { points, bounds, kind: ArcKind::Coast, disputed: false });
            if let Some(country) = countries.get_mut(*country as usize) {
                country
                    .rings
                    .push(Ring { arcs: vec![ArcRef { arc_idx, reversed: false }], bounds });
            }
        }
        for country in &mut countries {
            let rings = country.rings.iter();
            country.bounds = rings.fold(UnitBounds::EMPTY, |all, ring| all.union(ring.bounds));
        }
        Ok(Level { coordinates, arcs, countries, divisions })
    }
}
