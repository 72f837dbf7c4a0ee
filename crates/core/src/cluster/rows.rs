//! Nodes in rows: the order in which a zoom is gone through, and how it changes from zoom to zoom.
//!
//! A row is as high as a cluster reaches, and in it nodes stand from west to east; so whatever is near a node stands in three rows, and two rows make one of the next zoom.
//! Which nodes become one is not decided here; `level` does.

use super::MAX_ZOOM;
use super::spots::{UNIT, sort_by_bits};

/// A start reaches a little further than the radius, so that there are about as many clusters as if starts came by chance: going through rows in order packs them more tightly.
const SPREAD: f64 = 1.04;

/// A node of the zoom at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Live {
    /// Its row in the upper half, its x in the lower.
    pub(super) key: u64,
    pub(super) y: u32,
    /// Which of all nodes it is.
    pub(super) id: u32,
}

impl Live {
    pub(super) fn row(self) -> u64 {
        self.key >> 32
    }

    pub(super) fn x(self) -> u32 {
        self.key as u32
    }
}

/// One row, as a part of a key.
pub(super) const ROW: u64 = 1 << 32;

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
        (y / self.reach) >> (MAX_ZOOM - zoom)
    }

    /// How far a cluster reaches at a zoom.
    pub(super) fn reach_at(self, zoom: u8) -> u64 {
        u64::from(self.reach) << (MAX_ZOOM - zoom)
    }
}

/// Takes out what has nothing near; near the 180th meridian everything stays.
pub(super) fn put_to_sleep(live: &mut Vec<Live>, reach: u64) -> Vec<Live> {
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
pub(super) fn into_rows(live: &mut Vec<Live>, row: impl Fn(u32) -> u32) {
    for node in live.iter_mut() {
        node.key = u64::from(row(node.y)) * ROW + u64::from(node.x());
    }
    sort_by_bits(live, ROW.trailing_zeros(), |l| l.key);
}

/// The first node from an index on whose key is not below another.
pub(super) fn skip(live: &[Live], mut from: usize, key: u64) -> usize {
    while live.get(from).is_some_and(|l| l.key < key) {
        from += 1;
    }
    from
}

/// Makes one row of every two, into `out`.
pub(super) fn pair(live: &mut [Live], out: &mut Vec<Live>) {
    out.clear();
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
        interleave(&live[from..middle], &live[middle..to], out);
        from = to;
    }
}

/// Two lists in order become one, behind what is there.
pub(super) fn interleave(mut a: &[Live], mut b: &[Live], out: &mut Vec<Live>) {
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
