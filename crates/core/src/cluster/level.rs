//! From one zoom to the next smaller one: which nodes become one.
//!
//! Every zoom's nodes are gone through once, in rows: one that nothing has reached yet starts a cluster, and what it reaches joins it, unless it has joined a nearer one.
//! Out comes every node ever made, with the one that it became part of.

use super::rows::{Live, ROW, Rows, interleave, pair, skip};
use super::sleep::waking;
use super::spots::{Item, apart};
use super::{MAX_ZOOM, Point};

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
    /// The square of the distance to the start, in units that grow with the reach.
    square: u32,
    /// The start: the node itself, if it is one.
    start: u32,
}

/// How far a start reaches at a zoom.
#[derive(Clone, Copy)]
struct Reach {
    far: u64,
    /// Bits by which squares are made smaller, so that they have room at every zoom.
    shift: u32,
}

impl Reach {
    fn at(rows: Rows, zoom: u8) -> Self {
        Self { far: rows.reach_at(zoom), shift: 2 * u32::from(MAX_ZOOM - zoom) }
    }

    /// No start yet: the first one that is within reach is nearer.
    fn nobody(self) -> Joined {
        Joined { square: (self.far.pow(2) >> self.shift) as u32, start: NONE }
    }
}

/// Room for one zoom's work, kept from zoom to zoom.
#[derive(Default)]
struct Desk {
    /// For each node.
    joined: Vec<Joined>,
    /// Which of the new nodes each start becomes, if others joined it.
    slots: Vec<u32>,
    sums: Vec<Sum>,
    /// The others, each with its new node.
    members: Vec<(u32, u32)>,
    paired: Vec<Live>,
}

/// What a new node is made of, so far.
#[derive(Clone, Copy)]
struct Sum {
    /// The new node, on the start's place.
    made: Made,
    /// Weighted way from there, east and south.
    x: f64,
    y: f64,
    /// Weights that pull the centre.
    pull: f64,
    start: u32,
    /// Of all its nodes the one nearest to the centre, and the square of that distance.
    heir: u32,
    square: u64,
}

/// Puts nodes together from the deepest zoom up.
///
/// A new node is drawn at its centre, but stands on the place of that of its nodes which is nearest to it: so places never change, and what is in order stays so.
pub(super) fn grow(points: &[Point], items: &[Item], rows: Rows) -> Grown {
    let mut grown = Grown::default();
    let spots = spots_of(points, items, &mut grown);
    let mut waking = waking(&spots, rows);
    let mut desk = Desk::default();
    let mut awake = Vec::new();
    for zoom in (0..=MAX_ZOOM).rev() {
        if let Some(more) = waking.pop().filter(|more| !more.is_empty()) {
            let mut all = Vec::with_capacity(awake.len() + more.len());
            interleave(&awake, &more, &mut all);
            awake = all;
        }
        desk.choose(&awake, Reach::at(rows, zoom));
        desk.merge(&mut awake, zoom, &mut grown);
        desk.leave_heirs(&mut awake);
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
    fn choose(&mut self, live: &[Live], reach: Reach) {
        self.joined.clear();
        self.joined.resize(live.len(), reach.nobody());
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
            let west = row + x.saturating_sub(reach.far);
            let east = row + (x + reach.far).min(ROW - 1);
            if let Some(west) = west.checked_sub(ROW) {
                above = skip(live, above, west);
                self.join(live, above, east - ROW, i, reach);
            }
            for (other, joined) in live[..i].iter().zip(&mut self.joined[..i]).rev() {
                if other.key < west {
                    break;
                }
                joined.offer(*other, *start, i, reach);
            }
            self.join(live, i + 1, east, i, reach);
            below = skip(live, below.max(i), west + ROW);
            self.join(live, below, east + ROW, i, reach);
            if x < reach.far || x + reach.far >= ROW {
                self.choose_across(live, reach, i);
            }
        }
    }

    /// Goes on over the 180th meridian.
    fn choose_across(&mut self, live: &[Live], reach: Reach, i: usize) {
        let start = live[i];
        let x = u64::from(start.x());
        let row = start.row();
        for row in (row.saturating_sub(1)..=row + 1).map(|row| row * ROW) {
            if let Some(east) = (x + reach.far).checked_sub(ROW) {
                let from = live.partition_point(|l| l.key < row);
                self.join(live, from, row + east, i, reach);
            }
            if x < reach.far {
                let west = row + (ROW + x - reach.far);
                let from = live.partition_point(|l| l.key < west);
                self.join(live, from, row + (ROW - 1), i, reach);
            }
        }
    }

    /// Lets the nodes from index `from` up to the key `east` join a start, if none is nearer.
    #[inline]
    fn join(&mut self, live: &[Live], from: usize, east: u64, i: usize, reach: Reach) {
        let start = live[i];
        for (other, joined) in live[from..].iter().zip(&mut self.joined[from..]) {
            if other.key > east {
                break;
            }
            joined.offer(*other, start, i, reach);
        }
    }

    /// Makes a node of every start that was joined, and gives it to the heir.
    fn merge(&mut self, live: &mut [Live], zoom: u8, grown: &mut Grown) {
        self.sums.clear();
        self.members.clear();
        self.slots.clear();
        self.slots.resize(live.len(), NONE);
        let first = grown.nodes.len() as u32;
        for (i, joined) in (0..).zip(&self.joined) {
            if joined.start == i {
                continue;
            }
            let start = joined.start as usize;
            if self.slots[start] == NONE {
                let slot = self.sums.len() as u32;
                self.slots[start] = slot;
                let made = grown.join(live[start].id, first + slot);
                self.sums.push(Sum::of(made, joined.start));
            }
            let slot = self.slots[start];
            self.sums[slot as usize].add(grown.join(live[i as usize].id, first + slot));
            self.members.push((i, slot));
        }
        for sum in &mut self.sums {
            sum.settle(live[sum.start as usize]);
            grown.nodes.push(sum.made);
            grown.zooms.push(zoom);
        }
        for (member, slot) in &self.members {
            self.sums[*slot as usize].propose(*member, live[*member as usize]);
        }
        for (sum, id) in self.sums.iter().zip(first..) {
            self.joined[sum.start as usize].start = sum.heir;
            self.joined[sum.heir as usize].start = sum.heir;
            live[sum.heir as usize].id = id;
        }
    }

    /// Takes out what became part of another node, and makes one row of every two.
    fn leave_heirs(&mut self, live: &mut Vec<Live>) {
        let mut joined = (0..).zip(&self.joined);
        live.retain(|_| joined.next().is_some_and(|(i, j)| j.start == i));
        pair(live, &mut self.paired);
        std::mem::swap(live, &mut self.paired);
    }
}

impl Joined {
    /// A start takes a node that it reaches, if none is nearer.
    #[inline]
    fn offer(&mut self, node: Live, start: Live, i: usize, reach: Reach) {
        let square = node.square_to(start.x(), start.y) >> reach.shift;
        if square < u64::from(self.square) {
            (self.square, self.start) = (square as u32, i as u32);
        }
    }
}

impl Grown {
    /// Makes a node part of another one.
    #[inline]
    fn join(&mut self, id: u32, parent: u32) -> Made {
        let made = &mut self.nodes[id as usize];
        made.parent = parent;
        *made
    }
}

impl Sum {
    fn of(made: Made, start: u32) -> Self {
        let pull = made.pull();
        let made = Made { parent: NONE, ..made };
        Self { made, x: 0.0, y: 0.0, pull, start, heir: start, square: 0 }
    }

    #[inline]
    fn add(&mut self, part: Made) {
        let pull = part.pull();
        self.x += pull * apart(part.x, self.made.x) as f64;
        self.y += pull * (i64::from(part.y) - i64::from(self.made.y)) as f64;
        self.pull += pull;
        self.made.n += part.n;
        self.made.weight += part.weight;
    }

    /// Moves the new node to its centre, with the start as its heir for now.
    fn settle(&mut self, start: Live) {
        self.made.x = (i64::from(self.made.x) + (self.x / self.pull) as i64) as u32;
        self.made.y = (i64::from(self.made.y) + (self.y / self.pull) as i64) as u32;
        self.square = start.square_to(self.made.x, self.made.y);
    }

    /// A node that is nearer to the centre is the heir.
    #[inline]
    fn propose(&mut self, i: u32, member: Live) {
        let square = member.square_to(self.made.x, self.made.y);
        if square < self.square {
            (self.heir, self.square) = (i, square);
        }
    }
}

impl Made {
    fn pull(self) -> f64 {
        self.weight.max(1) as f64
    }
}
