//! Nodes in rows: the order in which a zoom is gone through, and how it changes from zoom to zoom.
//!
//! A row is as high as a cluster reaches, and in it nodes stand from west to east; so whatever is near a node stands in three rows, and two rows make one of the next zoom.
//! Which nodes become one is not decided here; `level` does.

use super::spots::{UNIT, apart, sort_by_bits};
use super::{MAX_ZOOM, Point};
use crate::order;

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

    /// The square of the distance to a position, by the shorter way round the world.
    pub(super) fn square_to(self, x: u32, y: u32) -> u64 {
        let x = apart(self.x(), x).unsigned_abs();
        let y = u64::from(self.y.abs_diff(y));
        x * x + y * y
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
    /// Rows for markers and a radius.
    ///
    /// The first zoom is one at which a cluster reaches a little less far than the next marker mostly is: which one changes nothing but the time.
    pub(super) fn of(points: &[Point], radius_px: f64) -> Self {
        const PER_PIXEL: f64 = (1u64 << (32 - 8 - MAX_ZOOM)) as f64;
        let reach = ((radius_px.min(100.0) * PER_PIXEL * SPREAD) as u32).max(1);
        let near = usual_distance(points) / UNIT;
        let is_wide = |zoom: &u8| (u64::from(reach) << (MAX_ZOOM - zoom)) as f64 >= 0.6 * near;
        Self { reach, first: (0..MAX_ZOOM - 1).rev().find(is_wide).unwrap_or_default() }
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

/// How far it mostly is from a marker to the next one, as a part of the world: estimated from some of them, between which it is as much farther as they are fewer.
fn usual_distance(points: &[Point]) -> f64 {
    /// One marker of so many is looked at, and never more than there is time for.
    const ONE_OF: usize = 64;
    const MOST: usize = 2000;
    let step = ONE_OF.max(points.len() / MOST + 1);
    let mut some: Vec<&Point> = points.iter().step_by(step).collect();
    order::sort_by(&mut some, |a, b| a.x.total_cmp(&b.x));
    let nearest = |(i, at): (usize, &&Point)| {
        let mut nearest = 1.0;
        let (west, east) = some.split_at(i);
        let mut look = |others: &mut dyn Iterator<Item = &&Point>| {
            for other in others {
                let (x, y) = (other.x - at.x, other.y - at.y);
                // From here on all are farther, or no numbers.
                if x.is_nan() || x * x >= nearest {
                    break;
                }
                nearest = f64::min(nearest, x * x + y * y);
            }
        };
        look(&mut west.iter().rev());
        look(&mut east.iter().skip(1));
        nearest
    };
    let mut squares: Vec<f64> = some.iter().enumerate().map(nearest).collect();
    order::sort_by(&mut squares, f64::total_cmp);
    let middle = squares.get(squares.len() / 2).copied().unwrap_or(1.0);
    libm::sqrt(middle * squares.len() as f64 / points.len().max(1) as f64)
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

/// Two lists in order become one, behind what is there; of nodes on one spot there are not two.
pub(super) fn interleave(mut a: &[Live], mut b: &[Live], out: &mut Vec<Live>) {
    while let (Some(next_a), Some(next_b)) = (a.first(), b.first()) {
        if (next_b.key, next_b.y) < (next_a.key, next_a.y) {
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
