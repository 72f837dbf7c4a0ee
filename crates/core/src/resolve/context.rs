//! What the names of an article make likely together: countries, divisions and neighbourhoods.
//!
//! Each group of names gives to the countries, divisions and cells of a grid of its candidates, in proportion to their shares; what the others gave then weighs on its own candidates.
//! One round takes time in proportion to the number of candidates.

use super::ground::{Ground, Seat};
use super::groups::{Group, Groups, shares};
use crate::annotate::Evidence;
use crate::gazetteer::{CountryCode, Gazetteer, PlaceKind};
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
/// A demonym says less of where a story happens than a name.
const OF_POINTING: f64 = 0.6;
/// Less than this share gives nothing.
const LEAST_SHARE: f64 = 0.02;

/// What was given by groups, by the numbers of the ground.
struct Mass {
    countries: Vec<f64>,
    divisions: Vec<f64>,
    cells: Vec<f64>,
}

/// What the neighbours in an enumeration are, by kind and country.
type Siblings = BTreeMap<(PlaceKind, CountryCode), f64>;

/// What the whole article gives.
struct Context<'g> {
    ground: &'g Ground,
    mass: Mass,
    /// For each group: what the names enumerated beside its names are.
    siblings: Vec<Siblings>,
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
        let grow = |mass: f64| if mass > 0.0 { libm::log1p(mass) } else { 0.0 };
        COUNTRY * grow(self.country)
            + DIVISION * grow(self.division)
            + NEAR * grow(self.near)
            + CLOSE * grow(self.close)
            + SIBLINGS * grow(self.siblings)
    }
}

/// Weighs all groups by each other until they agree, or nearly.
pub(super) fn settle(groups: &mut Groups, gazetteer: &Gazetteer) {
    let ground = Ground::of(groups, gazetteer);
    let mut own = Mass::of(&ground);
    for _ in 0..ROUNDS {
        let context = Context::of(groups, &ground);
        // Of one candidate, nothing is to be weighed.
        for group in groups.list.iter_mut().filter(|group| group.candidates.len() > 1) {
            let likely = context.scores(group, &mut own);
            let known = group.said_and_known();
            let weights: Vec<f64> =
                known.iter().zip(&likely).map(|(known, likely)| known + likely.weight()).collect();
            group.shares = shares(&weights);
        }
    }
    let context = Context::of(groups, &ground);
    for group in &mut groups.list {
        group.likely = context.scores(group, &mut own);
    }
}

impl<'g> Context<'g> {
    fn of(groups: &Groups, ground: &'g Ground) -> Self {
        let mut mass = Mass::of(ground);
        for group in &groups.list {
            mass.give(group, ground.seats(group));
        }
        let mut siblings = vec![BTreeMap::new(); groups.list.len()];
        for &(one, other) in &groups.beside {
            for (to, from) in [(one, other), (other, one)] {
                if let (Some(gifts), Some(group)) = (siblings.get_mut(to), groups.list.get(from)) {
                    give_siblings(gifts, group, ground.seats(group));
                }
            }
        }
        Self { ground, mass, siblings }
    }

    /// What the rest of the article says for each candidate of a group; its own share is taken out.
    /// `own` is space to work in: all zeros, before and after.
    fn scores(&self, group: &Group, own: &mut Mass) -> Vec<Likely> {
        let seats = self.ground.seats(group);
        own.give(group, seats);
        let all = &self.mass;
        let siblings = self.siblings.get(group.number);
        let likely = |seat: &Seat| {
            let around = |grid: usize| {
                let cells = self.ground.around(seat, grid).iter();
                cells.map(|&cell| at(&all.cells, cell) - at(&own.cells, cell)).sum()
            };
            Likely {
                country: seat
                    .country
                    .map_or(0.0, |n| at(&all.countries, n) - at(&own.countries, n)),
                division: seat
                    .division
                    .map_or(0.0, |n| at(&all.divisions, n) - at(&own.divisions, n)),
                near: around(0),
                close: around(1),
                siblings: siblings.map_or(0.0, |gifts| of_siblings(gifts, seat)),
            }
        };
        let out = seats.iter().map(likely).collect();
        own.clear(seats);
        out
    }
}

/// How much of what is enumerated beside a group is of the same kind and country as a candidate.
fn of_siblings(gifts: &Siblings, seat: &Seat) -> f64 {
    let (Some(kind), Some(code)) = (seat.kind, seat.code) else { return 0.0 };
    // Any two countries are siblings.
    if kind == PlaceKind::Country {
        return gifts.iter().filter(|((k, _), _)| *k == kind).map(|(_, gift)| gift).sum();
    }
    gifts.get(&(settled(kind), code)).copied().unwrap_or(0.0)
}

/// Adds what a neighbour in an enumeration is likely to be.
fn give_siblings(gifts: &mut Siblings, group: &Group, seats: &[Seat]) {
    for (seat, &share) in seats.iter().zip(&group.shares) {
        if let (Some(kind), Some(code)) = (seat.kind, seat.code)
            && share >= LEAST_SHARE
        {
            *gifts.entry((settled(kind), code)).or_insert(0.0) += share;
        }
    }
}

/// All settlements are of one kind here.
fn settled(kind: PlaceKind) -> PlaceKind {
    if kind.is_settlement() { PlaceKind::City } else { kind }
}

fn at(column: &[f64], number: usize) -> f64 {
    column.get(number).copied().unwrap_or(0.0)
}

impl Mass {
    fn of(ground: &Ground) -> Self {
        Self {
            countries: vec![0.0; ground.n_countries],
            divisions: vec![0.0; ground.n_divisions],
            cells: vec![0.0; ground.n_cells],
        }
    }

    fn give(&mut self, group: &Group, seats: &[Seat]) {
        // The tenth mention says less than the first.
        let weight = libm::log2(1.0 + group.n) * if group.points_only { OF_POINTING } else { 1.0 };
        for (seat, &share) in seats.iter().zip(&group.shares) {
            if share < LEAST_SHARE {
                continue;
            }
            let gift = weight * share;
            let add = |column: &mut Vec<f64>, number: Option<usize>| {
                if let Some(mass) = number.and_then(|n| column.get_mut(n)) {
                    *mass += gift;
                }
            };
            add(&mut self.countries, seat.country);
            if !group.points_only {
                add(&mut self.divisions, seat.division);
                for cell in seat.cells {
                    add(&mut self.cells, cell);
                }
            }
        }
    }

    /// Takes away all that was given at these seats.
    fn clear(&mut self, seats: &[Seat]) {
        let clear = |column: &mut Vec<f64>, number: Option<usize>| {
            if let Some(mass) = number.and_then(|n| column.get_mut(n)) {
                *mass = 0.0;
            }
        };
        for seat in seats {
            clear(&mut self.countries, seat.country);
            clear(&mut self.divisions, seat.division);
            for cell in seat.cells {
                clear(&mut self.cells, cell);
            }
        }
    }
}
