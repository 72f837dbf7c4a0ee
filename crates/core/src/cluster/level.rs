//! From one zoom to the next smaller one: which nodes become one.
//!
//! The nodes of a zoom stand in rows as high as a cluster reaches, in each row from west to east; so whatever is near stands in three rows, and two rows make one of the next zoom.
//! Out comes every node ever made, with the one that it became part of.

use super::spots::{Item, apart};
use super::{MAX_ZOOM, Point};
use std::ops::Range;

/// The whole way round, in steps of the whole numbers.
const WORLD: i64 = 1 << 32;

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
    row: u32,
    x: u32,
    y: u32,
    id: u32,
}

impl Live {
    fn key(self) -> u64 {
        u64::from(self.row) << 32 | u64::from(self.x)
    }
}

/// How far a cluster reaches at the deepest zoom, in 2⁻³² of the world; half the world is out of reach at any zoom.
pub(super) fn reach(radius_px: f64) -> u32 {
    const PER_PIXEL: f64 = (1u64 << (32 - 8 - MAX_ZOOM)) as f64;
    ((radius_px.min(100.0) * PER_PIXEL) as u32).max(1)
}

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

/// Puts nodes together from the deepest zoom up.
pub(super) fn grow(points: &[Point], items: &[Item], reach: u32) -> Grown {
    let mut grown = Grown::default();
    let mut live = spots_of(points, items, &mut grown);
    let mut desk = Desk::default();
    for zoom in (0..=MAX_ZOOM).rev() {
        let halvings = MAX_ZOOM - zoom;
        desk.choose(&live, i64::from(reach) << halvings);
        desk.merge(&live, zoom, &mut grown);
        desk.next(&mut live, &grown, |y| y / reach >> halvings >> 1);
    }
    grown
}

/// The nodes below the deepest zoom: what lies on one spot.
fn spots_of(points: &[Point], items: &[Item], grown: &mut Grown) -> Vec<Live> {
    let mut live = Vec::with_capacity(items.len());
    grown.nodes.reserve(items.len() + items.len() / 2);
    for spot in items.chunk_by(|a, b| a.is_at(*b)) {
        let Some(first) = spot.first() else { continue };
        let weight = |i: &Item| points.get(i.point as usize).map_or(0, |p| u64::from(p.weight));
        let id = grown.nodes.len() as u32;
        live.push(Live { row: first.row(), x: first.x(), y: first.y, id });
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

impl Desk {
    /// Goes through the rows and lets every node join the nearest start.
    fn choose(&mut self, live: &[Live], reach: i64) {
        self.owner.clear();
        self.owner.resize(live.len(), NONE);
        self.best.clear();
        self.best.resize(live.len(), u64::MAX);
        let end_of = |from: usize| {
            let row = live.get(from).map(|l| l.row);
            from + live.iter().skip(from).take_while(|l| Some(l.row) == row).count()
        };
        let mut above = 0..0;
        let mut here = 0..end_of(0);
        while !here.is_empty() {
            let below = here.end..end_of(here.end);
            let row = live[here.start].row;
            let is_row = |range: &Range<usize>, wanted: u32| {
                live.get(range.start).is_some_and(|l| l.row == wanted)
            };
            let over = if is_row(&above, row.wrapping_sub(1)) { above } else { 0..0 };
            let under = if is_row(&below, row + 1) { below.clone() } else { 0..0 };
            self.choose_in(live, reach, [over, here.clone(), under]);
            above = here;
            here = below;
        }
    }

    /// The same for the row in the middle of three.
    fn choose_in(&mut self, live: &[Live], reach: i64, rows: [Range<usize>; 3]) {
        let mut from = rows.clone().map(|r| r.start);
        for i in rows[1].clone() {
            if self.owner[i] != NONE {
                continue;
            }
            let start = live[i];
            self.owner[i] = i as u32;
            self.best[i] = 0;
            let west = i64::from(start.x) - reach;
            let east = i64::from(start.x) + reach;
            for (row, from) in rows.iter().zip(&mut from) {
                while *from < row.end && i64::from(live[*from].x) < west {
                    *from += 1;
                }
                let near = live[*from..row.end].iter().take_while(|l| i64::from(l.x) <= east);
                self.join(near, *from, i, start, reach);
            }
            if west < 0 || east >= WORLD {
                self.choose_across(live, reach, &rows, i);
            }
        }
    }

    /// Goes on over the 180th meridian.
    fn choose_across(&mut self, live: &[Live], reach: i64, rows: &[Range<usize>; 3], i: usize) {
        let start = live[i];
        for row in rows {
            let all = &live[row.clone()];
            let east = i64::from(start.x) + reach - WORLD;
            let near = all.partition_point(|l| i64::from(l.x) <= east);
            self.join(all[..near].iter(), row.start, i, start, reach);
            let west = i64::from(start.x) - reach + WORLD;
            let far = all.partition_point(|l| i64::from(l.x) < west);
            self.join(all[far..].iter(), row.start + far, i, start, reach);
        }
    }

    /// Lets nodes from index `from` on join a start, if none is nearer.
    fn join<'a>(
        &mut self,
        near: impl Iterator<Item = &'a Live>,
        from: usize,
        i: usize,
        start: Live,
        reach: i64,
    ) {
        for (j, other) in (from..).zip(near) {
            let east = apart(other.x, start.x);
            let south = i64::from(other.y) - i64::from(start.y);
            if south.abs() > reach {
                continue;
            }
            let square = (east * east + south * south).unsigned_abs();
            if square <= (reach * reach).unsigned_abs() && square < self.best[j] {
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
            sum.x += pull * apart(node.x, at.x) as f64;
            sum.y += pull * (i64::from(node.y) - i64::from(at.y)) as f64;
            sum.pull += pull;
            let made = &mut grown.nodes[first + slot];
            made.n += n;
            made.weight += weight;
        }
        for (sum, id) in self.sums.iter().zip(first..) {
            let at = live[sum.start as usize];
            let made = &mut grown.nodes[id];
            made.x = (i64::from(at.x) + (sum.x / sum.pull) as i64) as u32;
            made.y = (i64::from(at.y) + (sum.y / sum.pull) as i64) as u32;
        }
    }
}

impl Desk {
    /// Puts the nodes of the next zoom in order, in place of this one's; `row` tells the row of a y there.
    fn next(&mut self, live: &mut Vec<Live>, grown: &Grown, row: impl Fn(u32) -> u32) {
        self.kept.clear();
        for (i, node) in live.iter().enumerate() {
            if self.owner[i] as usize == i && self.slot[i] == NONE {
                self.kept.push(Live { row: node.row / 2, ..*node });
            }
        }
        live.clear();
        for two in self.kept.chunk_by(|a, b| a.row == b.row) {
            let turn = two.windows(2).position(|w| w[1].x < w[0].x).map_or(two.len(), |i| i + 1);
            let (upper, lower) = two.split_at(turn);
            interleave(upper, lower, live);
        }
        let first = grown.nodes.len() - self.sums.len();
        self.fresh.clear();
        self.fresh.extend((first..).zip(&grown.nodes[first..]).map(|(id, made)| Live {
            row: row(made.y),
            x: made.x,
            y: made.y,
            id: id as u32,
        }));
        if !self.fresh.is_empty() {
            self.fresh.sort_unstable();
            self.kept.clear();
            interleave(live, &self.fresh, &mut self.kept);
            std::mem::swap(live, &mut self.kept);
        }
    }
}

/// Two lists in order become one.
fn interleave(mut a: &[Live], mut b: &[Live], out: &mut Vec<Live>) {
    while let (Some(next_a), Some(next_b)) = (a.first(), b.first()) {
        if next_b.key() < next_a.key() {
            out.push(*next_b);
            b = &b[1..];
        } else {
            out.push(*next_a);
            a = &a[1..];
        }
    }
    out.extend_from_slice(a);
    out.extend_from_slice(b);
}
