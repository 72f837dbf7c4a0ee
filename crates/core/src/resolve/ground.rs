//! Where the candidates of an article lie, in small numbers: made once, so that weighing them again and again only adds up columns.
//!
//! In go groups of names; out comes for every candidate the number of its country, its division and its cells in two grids, and of the cells around.

use super::groups::{Group, Groups};
use crate::gazetteer::{CountryCode, Gazetteer, PlaceIdx, PlaceKind};
use crate::geo::LatLon;
use core::ops::Range;

/// Sizes of the cells of both grids in degrees; with its neighbours a cell reaches some 300 and some 80 km.
const CELL_DEGREES: [f64; 2] = [2.0, 0.5];
/// How many grids there are.
pub(super) const N_GRIDS: usize = CELL_DEGREES.len();

/// The grid, and a row and a column of it.
type Cell = (usize, i16, i16);

/// The same in one number, in the same order.
fn packed((grid, row, column): Cell) -> u64 {
    let half = |n: i16| u64::from(n.cast_unsigned() ^ 1 << 15);
    (grid as u64) << 32 | half(row) << 16 | half(column)
}

/// Where a candidate lies; numbers of what it shares with others.
#[derive(Clone, Debug, Default)]
pub(super) struct Seat {
    pub(super) kind: Option<PlaceKind>,
    pub(super) code: Option<CountryCode>,
    pub(super) country: Option<usize>,
    /// The first-level division in which it lies, or which it is.
    pub(super) division: Option<usize>,
    /// Its cell in each grid, for a place that is a spot, or no larger than a district.
    pub(super) cells: [Option<usize>; N_GRIDS],
    /// The cell and those around it where any candidate lies.
    around: [Range<usize>; N_GRIDS],
}

/// The seats of all candidates.
#[derive(Default)]
pub(super) struct Ground {
    /// Group by group, in the order of candidates.
    seats: Vec<Seat>,
    /// Where the seats of each group begin.
    starts: Vec<usize>,
    cells_around: Vec<usize>,
    pub(super) n_countries: usize,
    pub(super) n_divisions: usize,
    pub(super) n_cells: usize,
}

impl Ground {
    pub(super) fn of(groups: &Groups, gazetteer: &Gazetteer) -> Self {
        let places = || groups.list.iter().flat_map(|group| group.candidates.iter().copied());
        let spots: Vec<Option<LatLon>> = places().map(|p| spot_of(p, gazetteer)).collect();
        let cell = |spot: Option<LatLon>, grid| cell_of(spot?, grid);
        let countries = sorted(places().filter_map(|p| gazetteer.country(p)));
        let divisions = sorted(places().filter_map(|p| division_of(p, gazetteer)));
        let grids = 0..N_GRIDS;
        let cells_of = |s| grids.clone().filter_map(move |g| cell(s, g)).map(packed);
        let all_cells = spots.iter().flat_map(|&s| cells_of(s));
        let cells = sorted(all_cells);
        let mut ground = Self {
            n_countries: countries.len(),
            n_divisions: divisions.len(),
            n_cells: cells.len(),
            ..Self::default()
        };
        for group in &groups.list {
            ground.starts.push(ground.seats.len());
            for &place in &group.candidates {
                let spot = spots.get(ground.seats.len()).copied().flatten();
                let code = gazetteer.country(place);
                let mut seat = Seat {
                    kind: Some(gazetteer.kind(place)),
                    code,
                    country: code.and_then(|code| number(&countries, &code)),
                    division: division_of(place, gazetteer).and_then(|d| number(&divisions, &d)),
                    ..Seat::default()
                };
                for (grid, (slot, around)) in
                    seat.cells.iter_mut().zip(&mut seat.around).enumerate()
                {
                    let from = ground.cells_around.len();
                    if let Some(here) = cell(spot, grid) {
                        *slot = number(&cells, &packed(here));
                        add_around(here, &cells, &mut ground.cells_around);
                    }
                    *around = from..ground.cells_around.len();
                }
                ground.seats.push(seat);
            }
        }
        ground
    }

    /// The seats of a group's candidates.
    pub(super) fn seats(&self, group: &Group) -> &[Seat] {
        let Some(&from) = self.starts.get(group.number) else { return &[] };
        self.seats.get(from..from + group.candidates.len()).unwrap_or_default()
    }

    /// The cell of a seat in a grid and those around it where any candidate lies.
    pub(super) fn around(&self, seat: &Seat, grid: usize) -> &[usize] {
        let range = seat.around.get(grid).cloned().unwrap_or_default();
        self.cells_around.get(range).unwrap_or_default()
    }
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut out: Vec<T> = all.collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn number<T: Ord>(sorted: &[T], one: &T) -> Option<usize> {
    sorted.binary_search(one).ok()
}

fn division_of(place: PlaceIdx, gazetteer: &Gazetteer) -> Option<PlaceIdx> {
    if gazetteer.kind(place) == PlaceKind::Division {
        Some(place)
    } else {
        gazetteer.division(place)
    }
}

fn spot_of(place: PlaceIdx, gazetteer: &Gazetteer) -> Option<LatLon> {
    let is_spot = !gazetteer.kind(place).is_area();
    is_spot.then(|| gazetteer.point(place)).flatten()
}

fn cell_of(point: LatLon, grid: usize) -> Option<Cell> {
    let degrees = CELL_DEGREES.get(grid)?;
    let step = |at: f64| libm::floor(at / degrees) as i16;
    Some((grid, step(point.lat), step(point.lon)))
}

/// Adds the numbers of a cell and the eight around it, row by row, as far as they are listed; the grid is closed at the antimeridian.
fn add_around((grid, row, column): Cell, cells: &[u64], out: &mut Vec<usize>) {
    let half = (360.0 / CELL_DEGREES.get(grid).copied().unwrap_or(1.0)) as i16 / 2;
    let is_inside = column > -half && column + 1 < half;
    for row in row - 1..=row + 1 {
        if is_inside {
            // The three are neighbours in the list too.
            let (first, last) = (packed((grid, row, column - 1)), packed((grid, row, column + 1)));
            let from = cells.partition_point(|&cell| cell < first);
            let rest = cells.get(from..).unwrap_or_default();
            out.extend(from..from + rest.iter().take_while(|&&cell| cell <= last).count());
        } else {
            let wrap = |column: i16| (column + half).rem_euclid(2 * half) - half;
            let columns = (column - 1..=column + 1).map(|c| packed((grid, row, wrap(c))));
            out.extend(columns.filter_map(|cell| number(cells, &cell)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_around_are_listed_row_by_row() {
        let all = [-90i16, -89, -1, 0, 1, 2, 88, 89];
        let mut cells: Vec<Cell> = Vec::new();
        for row in -2..=2 {
            cells.extend(all.map(|column| (0, row, column)));
        }
        cells.push((1, 0, 0));
        let packed: Vec<u64> = cells.iter().map(|&cell| packed(cell)).collect();
        assert!(packed.is_sorted());
        for (column, expected) in [
            (0, vec![-1, 0, 1]),
            (1, vec![0, 1, 2]),
            (40, vec![]),
            (89, vec![88, 89, -90]),
            (-90, vec![89, -90, -89]),
            (-89, vec![-90, -89]),
        ] {
            let mut found = Vec::new();
            add_around((0, 0, column), &packed, &mut found);
            let found: Vec<_> = found.into_iter().map(|n| cells[n]).collect();
            let expected: Vec<_> =
                (-1..=1).flat_map(|row| expected.iter().map(move |&c| (0, row, c))).collect();
            assert_eq!(found, expected, "{column}");
        }
    }
}
