//! From one zoom to the next smaller one: which nodes become one.
//!
//! The nodes of a zoom stand in rows as high as a cluster reaches, in each row from west to east; so whatever is near stands in three rows, and two rows make one of the next zoom.
//! Out comes every node ever made, with the one that it became part of.

use super::spots::{Item, UNIT, apart, sort_by_bits};
use super::{MAX_ZOOM, Point};

/// A start reaches a little further than the radius, so that there are about as many clusters as if starts came by chance: going through rows in order packs them more tightly.
const SPREAD: f64 = 1.04;

/// No node.
pub(super) const NONE: u32 = u32::MAX;

/// A node as it was made; those on one spot come first, each after what it is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made {
    pub(super) x: u32,
    pub(super) y: u32,
    /// How many markers.
    pub(super) n: u32,
    /// The node that it is part of.
    pub(super) parent: u32,
    /// The sum of the markers' weights.
    pub(super) weight: u64,
}

/// All nodes.
#[derive(Debug, Default)]
pub(super) struct Grown {
    pub(super) nodes: Vec<Made>,
    /// How many of them are spots.
    pub(super) n_spots: usize,
    /// At which zoom each of the others was made.
    pub(super) zooms: Vec<u8>,
}

/// A node of the zoom at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Live {
    /// Its row in the upper half, its x in the lower.
    key: u64,
    y: u32,
    id: u32,
}

impl Live {
    fn row(self) -> u64 {
        self.key >> 32
    }

    fn x(self) -> u32 {
        self.key as u32
    }
}

/// One row, as a part of a key.
const ROW: u64 = 1 << 32;

/// Room for one zoom's work, kept from zoom to zoom.
#[derive(Default)]
struct Desk {
    /// For each node the start that it joins: itself, if it is one.
    owner: Vec<u32>,
    /// The square of the distance to it.
    best: Vec<u64>,
    /// For each start its new node.
    slot: Vec<u32>,
    fresh: Vec<Live>,
    sums: Vec<Sum>,
    kept: Vec<Live>,
}

/// What a new node is made of, so far.
#[derive(Clone, Copy)]
struct Sum {
    /// Weighted way from the start, east and south.
    x: f64,
    y: f64,
    /// Weights that pull the centre.
    pull: f64,
    start: u32,
}

/// The rows of every zoom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    /// How far a cluster reaches at the deepest zoom, in 2⁻³² of the world; as high is a row there.
    pub(super) reach: u32,
    /// The zoom in whose rows the markers are sorted at first.
    pub(super) first: u8,
}

impl Rows {
    /// The first zoom is one at which about every fourth of so many markers would have another one near if they lay anywhere.
    pub(super) fn of(n_points: usize, radius_px: f64) -> Self {
        const PER_PIXEL: f64 = (1u64 << (32 - 8 - MAX_ZOOM)) as f64;
        let reach = ((radius_px.min(100.0) * PER_PIXEL * SPREAD) as u32).max(1);
        let is_wide = |zoom: &u8| {
            let side = f64::from(reach) * f64::from(2u32 << (MAX_ZOOM - zoom)) * UNIT;
            n_points as f64 * side * side > 0.25
        };
        Self { reach, first: (0..MAX_ZOOM - 1).find(|z| !is_wide(z)).unwrap_or(MAX_ZOOM - 2) }
    }

    /// The row of a y at a zoom.
    pub(super) fn row(self, y: u32, zoom: u8) -> u32 {
        y / self.reach >> (MAX_ZOOM - zoom)
    }

    /// How far a cluster reaches at a zoom.
    fn reach_at(self, zoom: u8) -> u64 {
        u64::from(self.reach) << (MAX_ZOOM - zoom)
    }
}

/// Puts nodes together from the deepest zoom up.
///
/// A spot with no other near it at zoom `z` meets nothing from zoom `z` + 2 on: the markers of a cluster lie within half of that reach of its centre, which itself reaches a quarter.
/// So those of the first zoom sleep meanwhile, which spares most of the work where markers are far apart.
pub(super) fn grow(points: &[Point], items: &[Item], rows: Rows) -> Grown {
    let mut grown = Grown::default();
    let mut awake = spots_of(points, items, &mut grown);
    let mut asleep = put_to_sleep(&mut awake, rows.reach_at(rows.first));
    let up_to = rows.first + 1;
    into_rows(&mut awake, |y| rows.row(y, MAX_ZOOM));
    into_rows(&mut asleep, |y| rows.row(y, up_to));
    let mut desk = Desk::default();
    for zoom in (0..=MAX_ZOOM).rev() {
        if zoom == up_to {
            let mut all = Vec::with_capacity(awake.len() + asleep.len());
            interleave(&awake, &asleep, &mut all);
            awake = all;
            asleep = Vec::new();
        }
        desk.choose(&awake, rows.reach_at(zoom));
        desk.merge(&awake, zoom, &mut grown);
        if zoom > 0 {
            desk.next(&mut awake, &grown, |y| rows.row(y, zoom - 1));
        }
    }
    grown
}

/// Takes out what has nothing near; near the 180th meridian everything stays.
fn put_to_sleep(live: &mut Vec<Live>, reach: u64) -> Vec<Live> {
    let mut asleep = Vec::with_capacity(live.len());
    let mut awake = Vec::with_capacity(live.len());
    let (mut above, mut below) = (0, 0);
    for (i, node) in live.iter().enumerate() {
        let row = node.key & !(ROW - 1);
        let x = u64::from(node.x());
        let west = row + x.saturating_sub(reach);
        let east = row + (x + reach).min(ROW - 1);
        let is_free = |at: usize, east: u64| live.get(at).is_none_or(|l| l.key > east);
        above = skip(live, above, west.saturating_sub(ROW));
        below = skip(live, below.max(i), west + ROW);
        let is_alone = is_free(below, east + ROW)
            && is_free(i + 1, east)
            && (i == 0 || live[i - 1].key < west)
            && (row == 0 || is_free(above, east - ROW))
            && x >= reach
            && x + reach < ROW;
        if is_alone { asleep.push(*node) } else { awake.push(*node) }
    }
    *live = awake;
    asleep
}

/// Puts nodes that stand in other rows into those that `row` tells; from west to east they stand already, if the new rows are not higher.
fn into_rows(live: &mut Vec<Live>, row: impl Fn(u32) -> u32) {
    for node in live.iter_mut() {
        node.key = u64::from(row(node.y)) * ROW + u64::from(node.x());
    }
    sort_by_bits(live, ROW.trailing_zeros(), |l| l.key);
}

/// The nodes below the deepest zoom: what lies on one spot.
fn spots_of(points: &[Point], items: &[Item], grown: &mut Grown) -> Vec<Live> {
    let mut live = Vec::with_capacity(items.len());
    grown.nodes.reserve(items.len() + items.len() / 2);
    for spot in items.chunk_by(|a, b| a.is_at(*b)) {
        let Some(first) = spot.first() else { continue };
        let weight = |i: &Item| points.get(i.point as usize).map_or(0, |p| u64::from(p.weight));
        let id = grown.nodes.len() as u32;
        live.push(Live { key: first.key, y: first.y, id });
        grown.nodes.push(Made {
            x: first.x(),
            y: first.y,
            n: spot.len() as u32,
            parent: NONE,
            weight: spot.iter().map(weight).sum(),
        });
    }
    grown.n_spots = grown.nodes.len();
    live
}

/// The first node from an index on whose key is not below another.
fn skip(live: &[Live], mut from: usize, key: u64) -> usize {
    while live.get(from).is_some_and(|l| l.key < key) {
        from += 1;
    }
    from
}

impl Desk {
    /// Goes through the nodes and lets every one join the nearest start.
    fn choose(&mut self, live: &[Live], reach: u64) {
        self.owner.clear();
        self.owner.resize(live.len(), NONE);
        self.best.clear();
        self.best.resize(live.len(), u64::MAX);
        // What is near in the rows above and below only ever moves on.
        let (mut above, mut below) = (0, 0);
        for (i, start) in live.iter().enumerate() {
            if self.owner[i] != NONE {
                continue;
            }
            self.owner[i] = i as u32;
            self.best[i] = 0;
            let row = start.key & !(ROW - 1);
            let x = u64::from(start.x());
            let west = row + x.saturating_sub(reach);
            let east = row + (x + reach).min(ROW - 1);
            if let Some(west) = west.checked_sub(ROW) {
                above = skip(live, above, west);
                self.join(live, above, east - ROW, i, reach);
            }
            let back = live[..i].iter().rev().take_while(|l| l.key >= west).count();
            self.join(live, i - back, east, i, reach);
            below = skip(live, below.max(i), west + ROW);
            self.join(live, below, east + ROW, i, reach);
            if x < reach || x + reach >= ROW {
                self.choose_across(live, reach, i);
            }
        }
    }

    /// Goes on over the 180th meridian.
    fn choose_across(&mut self, live: &[Live], reach: u64, i: usize) {
        let start = live[i];
        let x = u64::from(start.x());
        let row = start.row();
        for row in (row.saturating_sub(1)..=row + 1).map(|row| row * ROW) {
            if let Some(east) = (x + reach).checked_sub(ROW) {
                let from = live.partition_point(|l| l.key < row);
                self.join(live, from, row + east, i, reach);
            }
            if x < reach {
                let west = row + (ROW + x - reach);
                let from = live.partition_point(|l| l.key < west);
                self.join(live, from, row + (ROW - 1), i, reach);
            }
        }
    }

    /// Lets the nodes from index `from` up to the key `east` join a start, if none is nearer.
    fn join(&mut self, live: &[Live], from: usize, east: u64, i: usize, reach: u64) {
        let start = live[i];
        for (j, other) in live.iter().enumerate().skip(from) {
            if other.key > east {
                break;
            }
            let x = apart(other.x(), start.x()).unsigned_abs();
            let y = u64::from(other.y.abs_diff(start.y));
            if y > reach {
                continue;
            }
            let square = x * x + y * y;
            if square <= reach * reach && square < self.best[j] {
                self.best[j] = square;
                self.owner[j] = i as u32;
            }
        }
    }

    /// Makes a node of every start that was joined.
    fn merge(&mut self, live: &[Live], zoom: u8, grown: &mut Grown) {
        self.slot.clear();
        self.slot.resize(live.len(), NONE);
        self.sums.clear();
        self.fresh.clear();
        let first = grown.nodes.len();
        for (i, node) in live.iter().enumerate() {
            let start = self.owner[i] as usize;
            if start == i {
                continue;
            }
            let at = live[start];
            if self.slot[start] == NONE {
                self.slot[start] = self.sums.len() as u32;
                let id = (first + self.sums.len()) as u32;
                let old = &mut grown.nodes[at.id as usize];
                old.parent = id;
                let made = Made { parent: NONE, ..*old };
                let pull = made.weight.max(1) as f64;
                self.sums.push(Sum { x: 0.0, y: 0.0, pull, start: start as u32 });
                grown.nodes.push(made);
                grown.zooms.push(zoom);
            }
            let slot = self.slot[start] as usize;
            let old = &mut grown.nodes[node.id as usize];
            old.parent = (first + slot) as u32;
            let (n, weight) = (old.n, old.weight);
            let pull = weight.max(1) as f64;
            let sum = &mut self.sums[slot];
            sum.x += pull * apart(node.x(), at.x()) as f64;
            sum.y += pull * (i64::from(node.y) - i64::from(at.y)) as f64;
            sum.pull += pull;
            let made = &mut grown.nodes[first + slot];
            made.n += n;
            made.weight += weight;
        }
        for (sum, id) in self.sums.iter().zip(first..) {
            let at = live[sum.start as usize];
            let made = &mut grown.nodes[id];
            made.x = (i64::from(at.x()) + (sum.x / sum.pull) as i64) as u32;
            made.y = (i64::from(at.y) + (sum.y / sum.pull) as i64) as u32;
        }
    }
}

impl Desk {
    /// Puts the nodes of the next zoom in order, in place of this one's; `row` tells the row of a y there.
    fn next(&mut self, live: &mut Vec<Live>, grown: &Grown, row: impl Fn(u32) -> u32) {
        if !self.sums.is_empty() {
            let mut i = 0;
            live.retain(|_| {
                let keeps = self.owner[i] as usize == i && self.slot[i] == NONE;
                i += 1;
                keeps
            });
        }
        self.pair_rows(live);
        let first = grown.nodes.len() - self.sums.len();
        self.fresh.clear();
        self.fresh.extend((first..).zip(&grown.nodes[first..]).map(|(id, made)| Live {
            key: u64::from(row(made.y)) * ROW + u64::from(made.x),
            y: made.y,
            id: id as u32,
        }));
        self.fresh.sort_unstable();
        live.clear();
        interleave(&self.kept, &self.fresh, live);
    }

    /// Makes one row of every two, into `kept`.
    fn pair_rows(&mut self, live: &mut [Live]) {
        self.kept.clear();
        let mut from = 0;
        while let Some(first) = live.get(from) {
            let row = first.row() / 2;
            let (mut middle, mut to) = (from, from);
            while let Some(node) = live.get_mut(to) {
                if node.row() / 2 != row {
                    break;
                }
                middle += usize::from(node.row() % 2 == 0);
                node.key = row * ROW + u64::from(node.x());
                to += 1;
            }
            interleave(&live[from..middle], &live[middle..to], &mut self.kept);
            from = to;
        }
    }
}

/// Two lists in order become one, behind what is there.
fn interleave(mut a: &[Live], mut b: &[Live], out: &mut Vec<Live>) {
    while let (Some(next_a), Some(next_b)) = (a.first(), b.first()) {
        if next_b.key < next_a.key {
            out.push(*next_b);
            b = &b[1..];
        } else {
            out.push(*next_a);
            a = &a[1..];
        }
    }
    // Mostly one or two: pushing them is faster than copying a slice.
    for rest in [a, b] {
        for node in rest {
            out.push(*node);
        }
    }
}
