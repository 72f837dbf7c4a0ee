//! From one zoom to the next smaller one: which nodes become one.
//!
//! Every zoom's nodes are gone through once, in rows: one that nothing has reached yet starts a cluster, and what it reaches joins it, unless it has joined a nearer one.
//! Out comes every node ever made, with the one that it became part of.

use super::rows::{Live, ROW, Rows, interleave, into_rows, pair, put_to_sleep, skip};
use super::spots::{Item, apart};
use super::{MAX_ZOOM, Point};
use crate::order;

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

/// What a node of the zoom at hand has joined.
#[derive(Clone, Copy)]
struct Joined {
    /// The square of the distance to the start.
    square: u64,
    /// The start: the node itself, if it is one.
    start: u32,
    /// Of a start that others joined: which of the new nodes it becomes.
    slot: u32,
}

/// Room for one zoom's work, kept from zoom to zoom.
#[derive(Default)]
struct Desk {
    /// For each node.
    joined: Vec<Joined>,
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

impl Desk {
    /// Goes through the nodes and lets every one join the nearest start.
    fn choose(&mut self, live: &[Live], reach: u64) {
        self.joined.clear();
        self.joined.resize(live.len(), Joined { square: u64::MAX, start: NONE, slot: NONE });
        // What is near in the rows above and below only ever moves on.
        let (mut above, mut below) = (0, 0);
        for (i, start) in live.iter().enumerate() {
            let joined = &mut self.joined[i];
            if joined.start != NONE {
                continue;
            }
            (joined.start, joined.square) = (i as u32, 0);
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
    #[inline]
    fn join(&mut self, live: &[Live], from: usize, east: u64, i: usize, reach: u64) {
        let start = live[i];
        for (other, joined) in live[from..].iter().zip(&mut self.joined[from..]) {
            if other.key > east {
                break;
            }
            let x = apart(other.x(), start.x()).unsigned_abs();
            let y = u64::from(other.y.abs_diff(start.y));
            let square = x * x + y * y;
            if square <= reach * reach && square < joined.square {
                (joined.start, joined.square) = (i as u32, square);
            }
        }
    }

    /// Makes a node of every start that was joined.
    fn merge(&mut self, live: &[Live], zoom: u8, grown: &mut Grown) {
        self.sums.clear();
        self.fresh.clear();
        let first = grown.nodes.len();
        for (i, node) in live.iter().enumerate() {
            let start = self.joined[i].start as usize;
            if start == i {
                continue;
            }
            let at = live[start];
            if self.joined[start].slot == NONE {
                self.joined[start].slot = self.sums.len() as u32;
                let id = (first + self.sums.len()) as u32;
                let old = &mut grown.nodes[at.id as usize];
                old.parent = id;
                let made = Made { parent: NONE, ..*old };
                let pull = made.weight.max(1) as f64;
                self.sums.push(Sum { x: 0.0, y: 0.0, pull, start: start as u32 });
                grown.nodes.push(made);
                grown.zooms.push(zoom);
            }
            let slot = self.joined[start].slot as usize;
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
            let mut joined = (0..).zip(&self.joined);
            live.retain(|_| joined.next().is_some_and(|(i, j)| j.start == i && j.slot == NONE));
        }
        pair(live, &mut self.kept);
        let first = grown.nodes.len() - self.sums.len();
        self.fresh.clear();
        self.fresh.extend((first..).zip(&grown.nodes[first..]).map(|(id, made)| Live {
            key: u64::from(row(made.y)) * ROW + u64::from(made.x),
            y: made.y,
            id: id as u32,
        }));
        order::sort_by(&mut self.fresh, Ord::cmp);
        live.clear();
        interleave(&self.kept, &self.fresh, live);
    }
}
