//! What the names of an article make likely together: countries, divisions and neighbourhoods.
//!
//! Each group of names gives to the countries, divisions and cells of a grid of its candidates, in proportion to their shares; what the others gave then weighs on its own candidates.
//! One round takes time in proportion to the number of candidates.

use super::around::Around;
use super::groups::{Group, Groups, shares};
use crate::annotate::Evidence;
use crate::gazetteer::{CountryCode, Gazetteer, PlaceIdx, PlaceKind};
use crate::geo::LatLon;
use std::collections::BTreeMap;

/// How often shares are weighed anew.
const ROUNDS: usize = 3;
/// Weight of the country's mass, on a logarithmic scale.
const COUNTRY: f64 = 1.4;
/// Weight of the division's mass.
const DIVISION: f64 = 1.5;
/// Weight of the neighbourhood's mass.
const NEAR: f64 = 1.0;
/// Weight of neighbours in an enumeration that are of the same kind and country ("Georgia, Illinois and Ohio").
const SIBLINGS: f64 = 3.0;
/// Weight of the close neighbourhood's mass.
const CLOSE: f64 = 1.5;
/// Sizes of the cells of both grids in degrees; with its neighbours a cell reaches some 300 and some 80 km.
const CELL_DEGREES: [f64; 2] = [2.0, 0.5];
/// A demonym says less of where a story happens than a name.
const OF_POINTING: f64 = 0.6;
/// Less than this share gives nothing.
const LEAST_SHARE: f64 = 0.02;

/// The grid, and a row and a column of it.
type Cell = (usize, i16, i16);

/// What was given by groups.
#[derive(Default)]
struct Mass {
    countries: BTreeMap<CountryCode, f64>,
    divisions: BTreeMap<PlaceIdx, f64>,
    cells: BTreeMap<Cell, f64>,
}

/// What the whole article gives.
struct Context {
    mass: Mass,
    /// For each group: what the names enumerated beside its names are, by kind and country.
    siblings: Vec<BTreeMap<(PlaceKind, CountryCode), f64>>,
}

/// What the rest of the article says for a candidate.
pub(super) struct Likely {
    country: f64,
    division: f64,
    near: f64,
    close: f64,
    siblings: f64,
}

impl Likely {
    /// The evidence in whole numbers: what counts less than half a mention is not told.
    pub(super) fn evidence(&self) -> impl Iterator<Item = Evidence> {
        let told = |mass: f64, evidence: fn(u32) -> Evidence| {
            let n = libm::round(mass.clamp(0.0, 1e6)) as u32;
            (n > 0).then(|| evidence(n))
        };
        [
            told(self.country, Evidence::CountryInArticle),
            told(self.division, Evidence::DivisionInArticle),
            told(self.near, Evidence::NearCertainPlaces),
            told(self.siblings, Evidence::EnumeratedWith),
        ]
        .into_iter()
        .flatten()
    }

    pub(super) fn weight(&self) -> f64 {
        let grow = |mass: f64| libm::log1p(mass.max(0.0));
        COUNTRY * grow(self.country)
            + DIVISION * grow(self.division)
            + NEAR * grow(self.near)
            + CLOSE * grow(self.close)
            + SIBLINGS * grow(self.siblings)
    }
}

/// Weighs all groups by each other until they agree, or nearly.
pub(super) fn settle(groups: &mut Groups, around: &Around) {
    for _ in 0..ROUNDS {
        let context = Context::of(groups, around.gazetteer);
        // Of one candidate, nothing is to be weighed.
        for group in groups.list.iter_mut().filter(|group| group.candidates.len() > 1) {
            let likely = context.scores(group, around.gazetteer);
            let known = group.said_and_known();
            let weights: Vec<f64> =
                known.iter().zip(&likely).map(|(known, likely)| known + likely.weight()).collect();
            group.shares = shares(&weights);
        }
    }
    let context = Context::of(groups, around.gazetteer);
    for group in &mut groups.list {
        group.likely = context.scores(group, around.gazetteer);
    }
}

impl Context {
    fn of(groups: &Groups, gazetteer: &Gazetteer) -> Self {
        let mut mass = Mass::default();
        for group in &groups.list {
            mass.give(group, gazetteer);
        }
        let mut siblings = vec![BTreeMap::new(); groups.list.len()];
        for &(one, other) in &groups.beside {
            for (to, from) in [(one, other), (other, one)] {
                if let (Some(gifts), Some(group)) = (siblings.get_mut(to), groups.list.get(from)) {
                    give_siblings(gifts, group, gazetteer);
                }
            }
        }
        Self { mass, siblings }
    }

    /// How much of what is enumerated beside a group is of the same kind and country as a candidate.
    fn siblings_of(&self, group: &Group, place: PlaceIdx, gazetteer: &Gazetteer) -> f64 {
        let Some(gifts) = self.siblings.get(group.number) else { return 0.0 };
        let Some(code) = gazetteer.country(place) else { return 0.0 };
        // Any two countries are siblings.
        let kind = gazetteer.kind(place);
        if kind == PlaceKind::Country {
            return gifts.iter().filter(|((k, _), _)| *k == kind).map(|(_, gift)| gift).sum();
        }
        mass_of(gifts, &(settled(kind), code))
    }

    /// What the rest of the article says for each candidate of a group; its own share is taken out.
    fn scores(&self, group: &Group, gazetteer: &Gazetteer) -> Vec<Likely> {
        let mut own = Mass::default();
        own.give(group, gazetteer);
        let all = &self.mass;
        let candidates = group.candidates.iter();
        candidates
            .map(|&place| {
                let country = gazetteer.country(place).map_or(0.0, |code| {
                    mass_of(&all.countries, &code) - mass_of(&own.countries, &code)
                });
                let division = division_of(place, gazetteer).map_or(0.0, |division| {
                    mass_of(&all.divisions, &division) - mass_of(&own.divisions, &division)
                });
                let spot = spot_of(place, gazetteer);
                let around = |grid: usize| {
                    let given =
                        |cell: Cell| mass_of(&all.cells, &cell) - mass_of(&own.cells, &cell);
                    let cell = spot.and_then(|point| cell_of(point, grid));
                    cell.map_or(0.0, |cell| neighbours(cell).map(given).sum())
                };
                let (near, close) = (around(0), around(1));
                let siblings = self.siblings_of(group, place, gazetteer);
                Likely { country, division, near, close, siblings }
            })
            .collect()
    }
}

/// Adds what a neighbour in an enumeration is likely to be.
fn give_siblings(
    gifts: &mut BTreeMap<(PlaceKind, CountryCode), f64>,
    group: &Group,
    gazetteer: &Gazetteer,
) {
    for (&place, &share) in group.candidates.iter().zip(&group.shares) {
        if let Some(code) = gazetteer.country(place).filter(|_| share >= LEAST_SHARE) {
            *gifts.entry((settled(gazetteer.kind(place)), code)).or_insert(0.0) += share;
        }
    }
}

/// All settlements are of one kind here.
fn settled(kind: PlaceKind) -> PlaceKind {
    if kind.is_settlement() { PlaceKind::City } else { kind }
}

fn mass_of<K: Ord>(masses: &BTreeMap<K, f64>, key: &K) -> f64 {
    masses.get(key).copied().unwrap_or(0.0)
}

impl Mass {
    fn give(&mut self, group: &Group, gazetteer: &Gazetteer) {
        // The tenth mention says less than the first.
        let weight = libm::log2(1.0 + group.n) * if group.points_only { OF_POINTING } else { 1.0 };
        for (&place, &share) in group.candidates.iter().zip(&group.shares) {
            if share < LEAST_SHARE {
                continue;
            }
            let gift = weight * share;
            if let Some(code) = gazetteer.country(place) {
                *self.countries.entry(code).or_insert(0.0) += gift;
            }
            if group.points_only {
                continue;
            }
            if let Some(division) = division_of(place, gazetteer) {
                *self.divisions.entry(division).or_insert(0.0) += gift;
            }
            let spot = spot_of(place, gazetteer);
            let cells = (0..CELL_DEGREES.len()).filter_map(|grid| cell_of(spot?, grid));
            for cell in cells {
                *self.cells.entry(cell).or_insert(0.0) += gift;
            }
        }
    }
}

/// The first-level division in which a place lies, or which it is.
fn division_of(place: PlaceIdx, gazetteer: &Gazetteer) -> Option<PlaceIdx> {
    if gazetteer.kind(place) == PlaceKind::Division {
        Some(place)
    } else {
        gazetteer.division(place)
    }
}

/// The point of a place that is a spot, or no larger than a district.
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
