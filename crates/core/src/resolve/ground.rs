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
        let all_cells = spots.iter().flat_map(|&s| grids.clone().filter_map(move |g| cell(s, g)));
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
                        *slot = number(&cells, &here);
                        let near = neighbours(here).filter_map(|cell| number(&cells, &cell));
                        ground.cells_around.extend(near);
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

/// A cell and the eight around it; the grid is closed at the antimeridian.
fn neighbours((grid, row, column): Cell) -> impl Iterator<Item = Cell> {
    let n_columns = (360.0 / CELL_DEGREES.get(grid).copied().unwrap_or(1.0)) as i16;
    let wrap = move |column: i16| (column + n_columns / 2).rem_euclid(n_columns) - n_columns / 2;
    let columns = move |r: i16| (column - 1..=column + 1).map(move |c| (grid, r, wrap(c)));
    (row - 1..=row + 1).flat_map(columns)
}
