//! Markers in the order in which the deepest zoom goes through them.
//!
//! Positions become whole numbers of 2⁻³² of the world, about a centimetre, so that every comparison is exact and the same on every machine.
//! Out come the markers by row, then from west to east, then from north to south; what has no place on the map is left out.

use super::Point;
use crate::order;

/// One step of the whole numbers, as a part of the world.
pub(super) const UNIT: f64 = 1.0 / 4_294_967_296.0;

/// A marker to be sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item {
    /// Its row in the upper half, its x in the lower.
    pub(super) key: u64,
    pub(super) y: u32,
    /// Its index in what was clustered.
    pub(super) point: u32,
}

impl Item {
    pub(super) fn x(self) -> u32 {
        self.key as u32
    }

    /// Whether both lie on one spot.
    pub(super) fn is_at(self, other: Self) -> bool {
        self.key == other.key && self.y == other.y
    }
}

/// The markers sorted; `row` tells the row of a y.
pub(super) fn sorted(points: &[Point], row: impl Fn(u32) -> u32) -> Vec<Item> {
    let mut items: Vec<Item> = (0..u32::MAX)
        .zip(points)
        .filter(|(_, p)| p.x.is_finite() && p.y.is_finite())
        .map(|(point, p)| {
            let y = of_unit(p.y);
            let key = u64::from(row(y)) << 32 | u64::from(of_unit(wrapped(p.x)));
            Item { key, y, point }
        })
        .collect();
    sort_by_bits(&mut items, LOW_BITS, |i| i.key);
    // What the low bits of x and y tell apart is seldom together.
    for same in items.chunk_by_mut(|a, b| a.key >> LOW_BITS == b.key >> LOW_BITS) {
        if same.len() > 1 {
            order::sort_by(same, Ord::cmp);
        }
    }
    items
}

/// A whole number's place on the unit square.
pub(super) fn to_unit(n: u32) -> f64 {
    f64::from(n) * UNIT
}

/// How far east `a` lies of `b`, by the shorter way round the world.
pub(super) fn apart(a: u32, b: u32) -> i64 {
    i64::from(a.wrapping_sub(b).cast_signed())
}

/// The nearest whole number below; what lies outside of 0 to 1 goes to the edge.
fn of_unit(v: f64) -> u32 {
    (v / UNIT) as u32
}

fn wrapped(x: f64) -> f64 {
    x - libm::floor(x)
}

/// The last bits of x, which are left to comparing; that spares a round.
const LOW_BITS: u32 = 8;

/// Bits that one round of sorting looks at.
const DIGIT: u32 = 12;

/// Sorts by the bits of a number from bit `from` on, by counting digits, the last one first; what is equal keeps its order.
///
/// Comparing takes three times as long.
pub(super) fn sort_by_bits<T: Copy>(items: &mut Vec<T>, from: u32, key: impl Fn(&T) -> u64) {
    let all = items.iter().fold(0, |bits, i| bits | key(i));
    let mut other = items.clone();
    let mut shift = from;
    while shift < u64::BITS && all >> shift != 0 {
        let digit = |i: &T| (key(i) >> shift) as usize & ((1 << DIGIT) - 1);
        let mut starts = [0u32; 1 << DIGIT];
        for item in items.iter() {
            starts[digit(item)] += 1;
        }
        let mut sum = 0u32;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        for item in items.iter() {
            let to = &mut starts[digit(item)];
            other[*to as usize] = *item;
            *to += 1;
        }
        std::mem::swap(items, &mut other);
        shift += DIGIT;
    }
}
