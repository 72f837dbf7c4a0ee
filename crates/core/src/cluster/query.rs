//! What to draw of the clusters, and where a marker is drawn.
//!
//! A box and a zoom go in, nodes come out; no order is promised but that it is always the same.
//! The time goes with what is drawn, not with how many markers there are.

use super::forest::{Branch, Leaf};
use super::spots::{UNIT, to_unit};
use super::{ClusterId, Clusters, Node, NodeKind};

/// How many copies of the world a box may reach over on either side.
const COPIES: f64 = 16.0;

impl Clusters {
    /// Adds to `out` what is drawn at a zoom in a box: left, top, right, bottom on the unit square.
    ///
    /// The box may reach over the 180th meridian, at most 16 worlds on either side; nodes come with their x moved accordingly.
    /// Its right edge is not part of it, so that the box of a world has every node once.
    pub fn within(&self, zoom: u8, bounds: [f64; 4], out: &mut Vec<Node>) {
        let [left, top, right, bottom] = bounds;
        // What is no number is neither below nor above.
        if !(left < right && top <= bottom) {
            return;
        }
        let (left, right) = (left.max(-COPIES), right.min(1.0 + COPIES));
        let mut world = libm::floor(left);
        while world < right {
            let x = (left - world).max(0.0)..(right - world).min(1.0);
            self.in_world(i16::from(zoom), &Part { x, top, bottom, world }, out);
            world += 1.0;
        }
    }

    /// The node that a marker is drawn as at a zoom; none for one that was left out.
    pub fn node_of(&self, point: u32, zoom: u8) -> Option<Node> {
        let place = *self.rank.get(point as usize)?;
        let leaf = self.leaves.get(place as usize)?;
        let mut slot = 1;
        while let Some(branch) = self.branches.get(slot) {
            if !(branch.first..branch.first + branch.n).contains(&place) {
                slot = branch.end as usize;
            } else if branch.zoom >= i16::from(zoom) {
                return Some(branch.node(slot, 0.0));
            } else {
                slot += 1;
            }
        }
        Some(leaf.node(point, 0.0))
    }

    fn in_world(&self, zoom: i16, part: &Part, out: &mut Vec<Node>) {
        let mut slot = 0;
        while let Some(branch) = self.branches.get(slot) {
            if branch.zoom >= zoom {
                if part.has(branch.x, branch.y) {
                    out.push(branch.node(slot, part.world));
                }
                slot = branch.end as usize;
            } else if slot > 0 && part.is_out_of(branch, self.spread(branch.zoom)) {
                slot = branch.end as usize;
            } else {
                let points = self.order.get(branch.singles()).unwrap_or_default();
                let leaves = self.leaves.get(branch.singles()).unwrap_or_default();
                for (point, leaf) in points.iter().zip(leaves) {
                    if part.has(leaf.x, leaf.y) {
                        out.push(leaf.node(*point, part.world));
                    }
                }
                slot += 1;
            }
        }
    }

    /// How far from a cluster's centre anything can be drawn that it comes apart into, as a part of the world.
    ///
    /// A cluster's centre lies within twice its reach of the spot that it stands on; so those of its parts lie within four times its reach of it, theirs within half of that, and so on: eight times in all, and a little for rounding.
    fn spread(&self, zoom: i16) -> f64 {
        let deepest = i16::from(super::MAX_ZOOM);
        let halvings = (deepest - zoom).clamp(0, deepest);
        (f64::from(self.reach) * 8.0 + 64.0) * f64::from(1u32 << halvings) * UNIT
    }
}

/// The part of a box that lies in one copy of the world.
struct Part {
    x: std::ops::Range<f64>,
    top: f64,
    bottom: f64,
    world: f64,
}

impl Part {
    fn has(&self, x: u32, y: u32) -> bool {
        self.x.contains(&to_unit(x)) && (self.top..=self.bottom).contains(&to_unit(y))
    }

    /// Whether nothing so far from a cluster's centre can lie in it.
    fn is_out_of(&self, branch: &Branch, spread: f64) -> bool {
        let (x, y) = (to_unit(branch.x), to_unit(branch.y));
        if y + spread < self.top || y - spread > self.bottom {
            return true;
        }
        let away = (x - (self.x.start + self.x.end) / 2.0).abs();
        away.min(1.0 - away) > (self.x.end - self.x.start) / 2.0 + spread
    }
}

impl Branch {
    fn node(&self, slot: usize, world: f64) -> Node {
        Node {
            kind: NodeKind::Cluster(ClusterId(slot as u32)),
            x: to_unit(self.x) + world,
            y: to_unit(self.y),
            n_points: self.n,
            weight: self.weight,
        }
    }
}

impl Leaf {
    fn node(&self, point: u32, world: f64) -> Node {
        Node {
            kind: NodeKind::Point(point),
            x: to_unit(self.x) + world,
            y: to_unit(self.y),
            n_points: 1,
            weight: u64::from(self.weight),
        }
    }
}
