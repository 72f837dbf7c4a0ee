//! The finished clusters in the order in which questions want them.
//!
//! A cluster stands before the clusters that it comes apart into, and its markers are one slice, those of its own behind those of its clusters; so a question goes through one list and skips what it need not open.

use super::level::{Grown, Made, NONE};
use super::spots::Item;
use super::{Clusters, Point};
use std::ops::Range;

/// The zoom of markers on one spot: none is so deep that it takes them apart.
const SPOT: i16 = 1000;

/// A cluster.
#[derive(Clone, Copy, Debug)]
pub(super) struct Branch {
    pub(super) x: u32,
    pub(super) y: u32,
    /// The sum of the markers' weights.
    pub(super) weight: u64,
    /// Where its markers begin.
    pub(super) first: u32,
    /// How many they are.
    pub(super) n: u32,
    /// Where the markers that are in none of its clusters begin.
    pub(super) single: u32,
    /// The next cluster that is not part of this one.
    pub(super) end: u32,
    /// The deepest zoom that shows it whole; −1 for the one that holds everything.
    pub(super) zoom: i16,
}

impl Branch {
    /// Its markers.
    pub(super) fn slice(&self) -> Range<usize> {
        self.first as usize..(self.first + self.n) as usize
    }

    /// Those in none of its clusters.
    pub(super) fn singles(&self) -> Range<usize> {
        self.single as usize..(self.first + self.n) as usize
    }
}

/// A marker.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leaf {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) weight: u32,
}

/// Puts everything in its place.
pub(super) fn planted(points: &[Point], items: &[Item], grown: &Grown, reach: u32) -> Clusters {
    let (branches, slots) = branches(grown, items.len() as u32);
    let mut next: Vec<u32> = branches.iter().map(|b| b.single).collect();
    let mut order = vec![0; items.len()];
    let mut leaves = vec![Leaf::default(); items.len()];
    let mut rank = vec![u32::MAX; points.len().min(u32::MAX as usize)];
    let spots = items.chunk_by(|a, b| a.is_at(*b)).zip(&grown.nodes).zip(&slots);
    for ((spot, made), slot) in spots {
        let above = if spot.len() > 1 { *slot } else { slot_of(&slots, made.parent) };
        for item in spot {
            let to = next[above as usize];
            next[above as usize] += 1;
            let weight = if spot.len() > 1 {
                points[item.point as usize].weight
            } else {
                made.weight as u32
            };
            order[to as usize] = item.point;
            leaves[to as usize] = Leaf { x: made.x, y: made.y, weight };
            rank[item.point as usize] = to;
        }
    }
    Clusters { branches, order, leaves, rank, reach }
}

fn slot_of(slots: &[u32], id: u32) -> u32 {
    if id == NONE { 0 } else { slots[id as usize] }
}

/// The clusters in their order, and for every node its place among them.
fn branches(grown: &Grown, n: u32) -> (Vec<Branch>, Vec<u32>) {
    let nodes = &grown.nodes;
    let is_cluster = |id: usize, made: &Made| id >= grown.n_spots || made.n > 1;
    // How many clusters each one holds, itself included; what it is part of comes later in the list.
    let mut sizes = vec![0u32; nodes.len()];
    let mut all = 1;
    for (id, made) in nodes.iter().enumerate() {
        sizes[id] += u32::from(is_cluster(id, made));
        if made.parent == NONE {
            all += sizes[id];
        } else {
            sizes[made.parent as usize] += sizes[id];
        }
    }
    let root = Branch { x: 0, y: 0, weight: 0, first: 0, n, single: 0, end: all, zoom: -1 };
    let mut branches = vec![root; all as usize];
    // Where the next part of each goes.
    let mut free = vec![1; all as usize];
    // From here on a node's place stands where its size stood.
    let mut slots = sizes;
    for (id, made) in nodes.iter().enumerate().rev() {
        if !is_cluster(id, made) {
            continue;
        }
        let size = slots[id];
        let above = slot_of(&slots, made.parent) as usize;
        let slot = free[above];
        let first = branches[above].single;
        free[above] += size;
        branches[above].single += made.n;
        free[slot as usize] = slot + 1;
        let zoom = id.checked_sub(grown.n_spots).and_then(|i| grown.zooms.get(i));
        branches[slot as usize] = Branch {
            x: made.x,
            y: made.y,
            weight: made.weight,
            first,
            n: made.n,
            single: first,
            end: slot + size,
            zoom: zoom.map_or(SPOT, |z| i16::from(*z)),
        };
        slots[id] = slot;
    }
    (branches, slots)
}
