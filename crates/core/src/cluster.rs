//! Markers near each other drawn as one: which ones, at which zoom.
//!
//! Markers on the unit square of the map go in, once; a forest of clusters for the zooms 0 to 16 comes out, and answers what to draw in a box.
//! It is made from the deepest zoom up: at every zoom the nodes of the zoom below are gone through once, row by row; a node that no cluster has reached starts one, and every other node joins the nearest start within the radius.
//! The same set of markers gives the same clusters, in whatever order it comes, and the 180th meridian is no border.
//! Markers on one spot are one cluster at every zoom; the map fans them out (`fan`).
//! It does not say what a cluster holds in words; `view::wording` does.

mod forest;
mod level;
mod query;
mod rows;
mod sleep;
mod spots;

pub mod fan;

#[cfg(test)]
mod tests;

use forest::{Branch, Leaf};
use rows::Rows;

/// The deepest zoom at which markers are put together; deeper, only those on one spot are.
pub const MAX_ZOOM: u8 = 16;

/// A marker to be put together with others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// 0 at 180° W, 1 at 180° E; a position beyond is on another copy of the world.
    pub x: f64,
    /// 0 at the northern edge of the map, 1 at the southern one; what lies beyond is on the edge.
    pub y: f64,
    /// How much it counts, in articles.
    pub weight: u32,
}

/// A cluster of one `Clusters`; another one does not know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClusterId(u32);

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// One marker, by its index in what was clustered.
    Point(u32),
    /// Several markers.
    Cluster(ClusterId),
}

/// One thing to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// A marker or several.
    pub kind: NodeKind,
    /// Where, on the unit square, moved by whole worlds when the box asked for reaches there.
    pub x: f64,
    /// Where, on the unit square.
    pub y: f64,
    /// How many markers.
    pub n_points: u32,
    /// The sum of their weights.
    pub weight: u64,
}

/// All clusters of a set of markers.
#[derive(Clone, Debug)]
pub struct Clusters {
    /// Each before those that it comes apart into; the first one holds everything and is never drawn.
    branches: Vec<Branch>,
    /// Indexes of the markers, those of a cluster side by side.
    order: Vec<u32>,
    /// The markers in that order.
    leaves: Vec<Leaf>,
    /// Where a marker stands in that order; `u32::MAX` for a refused one.
    rank: Vec<u32>,
    /// How far a cluster reaches at the deepest zoom, in 2⁻³² of the world.
    reach: u32,
}

impl Clusters {
    /// Puts markers together; the radius is in pixels at tiles of 256 pixels, at most 100.
    ///
    /// A marker whose position is no finite number is left out and counted by `n_refused`.
    pub fn of(points: &[Point], radius_px: f64) -> Self {
        let rows = Rows::of(points, radius_px);
        let items = spots::sorted(points, |y| rows.row(y, rows.first));
        let grown = level::grow(points, &items, rows);
        forest::planted(points, &items, &grown, rows.reach)
    }

    /// How many markers were left out because their position is no number.
    pub fn n_refused(&self) -> usize {
        self.rank.len() - self.order.len()
    }

    /// The indexes of a cluster's markers; none for a cluster of another set.
    pub fn members(&self, id: ClusterId) -> &[u32] {
        self.branch(id).and_then(|b| self.order.get(b.slice())).unwrap_or_default()
    }

    /// The zoom at which a cluster comes apart; none when its markers share one spot.
    pub fn opens_at(&self, id: ClusterId) -> Option<u8> {
        self.branch(id).and_then(|b| u8::try_from(b.zoom + 1).ok())
    }

    /// The box around a cluster's markers: left, top, right, bottom; over the 180th meridian the left is below 0 or the right above 1.
    pub fn bounds_of(&self, id: ClusterId) -> Option<[f64; 4]> {
        let branch = self.branch(id)?;
        let centre = i64::from(branch.x);
        let (mut left, mut right, mut top, mut bottom) = (i64::MAX, i64::MIN, u32::MAX, 0);
        for leaf in self.leaves.get(branch.slice())? {
            let x = centre + spots::apart(leaf.x, branch.x);
            (left, right) = (left.min(x), right.max(x));
            (top, bottom) = (top.min(leaf.y), bottom.max(leaf.y));
        }
        Some([
            left as f64 * spots::UNIT,
            spots::to_unit(top),
            right as f64 * spots::UNIT,
            spots::to_unit(bottom),
        ])
    }

    fn branch(&self, id: ClusterId) -> Option<&Branch> {
        self.branches.get(id.0 as usize)
    }
}
