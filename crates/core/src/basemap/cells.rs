//! Cells: the squares of the map by which detail is carried and chosen.
//!
//! In go points of the unit square, out come cells and their neighbours. A cell is a tile of zoom 6:
//! at that zoom a screen shows about fifteen.

/// Cells lie in 2^6 columns and rows.
pub(super) const CELL_BITS: u8 = 6;

const N: u16 = 1 << CELL_BITS;

/// A cell, by row from the north and then by column from the west.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellId(u16);

impl CellId {
    /// The cell around a point of the unit square; what lies outside belongs to the nearest cell.
    pub fn at(x: f64, y: f64) -> Self {
        let [column, row] = [x, y].map(|at| {
            // A NaN becomes 0.
            ((at * f64::from(N)) as u16).min(N - 1)
        });
        Self(row * N + column)
    }

    /// Its number, below 4096.
    pub fn number(self) -> u16 {
        self.0
    }

    pub(super) fn of_number(number: u64) -> Option<Self> {
        u16::try_from(number).ok().filter(|number| *number < N * N).map(Self)
    }

    /// Its north-west corner, in cells.
    pub(super) fn corner(self) -> [i64; 2] {
        [i64::from(self.0 % N), i64::from(self.0 / N)]
    }

    /// Itself and the cells around it, so many deep, around the 180th meridian too; each with how far
    /// away it is in cells.
    pub fn around(self, depth: u16) -> impl Iterator<Item = (Self, u16)> {
        let [column, row] = [self.0 % N, self.0 / N];
        let depth = depth.min(N / 4);
        let steps = 0..=2 * depth;
        steps
            .clone()
            .flat_map(move |down| steps.clone().map(move |right| (down, right)))
            .filter_map(move |(down, right)| {
                let row = (row + down).checked_sub(depth).filter(|row| *row < N)?;
                let cell = Self(row * N + (column + right + N - depth) % N);
                Some((cell, down.abs_diff(depth).max(right.abs_diff(depth))))
            })
    }
}
