//! Plane geometry in the Web Mercator unit square: projecting, simplifying, inside or outside,
//! the roomiest point of an area, its size on the sphere.
//!
//! Pure functions over points `[x, y]` in `f64`; trigonometry is that of `dateline_core::geo`, so
//! that `--check` finds the same bytes on every machine.

use std::cmp::Ordering;
use std::f64::consts::PI;

use dateline_core::geo::LatLon;
use dateline_core::geo::mercator;

pub(in crate::data) type Point = [f64; 2];

pub(super) const EARTH_RADIUS_KM: f64 = 6371.0088;

/// Longitude and latitude in degrees to the unit square, edges included.
pub(in crate::data) fn project([lon, lat]: [f64; 2]) -> Point {
    let at = mercator::project(LatLon { lat, lon });
    [at.x, at.y].map(|value| value.clamp(0.0, 1.0))
}

/// The sine of the latitude of a `y`. The standard library's `tanh` may differ in the last bit from
/// machine to machine; what is made of it is rounded to three figures.
pub(super) fn sine_of_latitude(y: f64) -> f64 {
    (PI * (1.0 - 2.0 * y)).tanh()
}

/// Douglas–Peucker: drops points closer than `tolerance` to the line through their neighbours; both
/// ends stay. A point that `keep` names also stays.
pub(in crate::data) fn simplify(
    line: &[Point],
    tolerance: f64,
    keep: impl Fn(Point) -> bool,
) -> Vec<Point> {
    let mut kept: Vec<bool> = line.iter().map(|point| keep(*point)).collect();
    let Some(last) = line.len().checked_sub(1) else {
        return Vec::new();
    };
    kept[0] = true;
    kept[last] = true;
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let furthest = (from + 1..to)
            .map(|i| (i, distance(line[i], line[from], line[to])))
            .max_by(|a, b| a.1.partial_cmp(&b.1).unwrap_or(Ordering::Equal));
        if let Some((i, far)) = furthest
            && far > tolerance
        {
            kept[i] = true;
            spans.extend([(from, i), (i, to)]);
        }
    }
    let points = line.iter().zip(kept);
    points.filter_map(|(point, kept)| kept.then_some(*point)).collect()
}

/// Where on a segment the point nearest to another lies: 0 at its start, 1 at its end.
pub(in crate::data) fn along(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let length = dx * dx + dy * dy;
    if length > 0.0 {
        (((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Distance of a point from a segment.
pub(in crate::data) fn distance(p: Point, a: Point, b: Point) -> f64 {
    let along = along(p, a, b);
    let off = [0, 1].map(|i| p[i] - a[i] - along * (b[i] - a[i]));
    (off[0] * off[0] + off[1] * off[1]).sqrt()
}

/// An area bounded by closed rings (the last point of each joins the first), by the even-odd rule.
pub(in crate::data) struct Area {
    pub(in crate::data) rings: Vec<Vec<Point>>,
}

impl Area {
    fn segments(&self) -> impl Iterator<Item = (Point, Point)> {
        self.rings.iter().flat_map(|ring| segments(ring))
    }

    pub(in crate::data) fn contains(&self, [x, y]: Point) -> bool {
        let crossed = |(a, b): &(Point, Point)| {
            (a[1] > y) != (b[1] > y) && x > a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        };
        self.segments().filter(crossed).count() % 2 == 1
    }

    /// Square kilometres on the sphere, to three significant figures.
    pub(in crate::data) fn km2(&self) -> f64 {
        let part = |(a, b): (Point, Point)| {
            (b[0] - a[0]) * 2.0 * PI * (sine_of_latitude(a[1]) + sine_of_latitude(b[1])) / 2.0
        };
        let steradians: f64 = self.segments().map(part).sum();
        let km2 = steradians.abs() * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
        let mut unit = 1.0;
        while km2 / unit >= 1000.0 {
            unit *= 10.0;
        }
        (km2 / unit).round() * unit
    }

    /// The point furthest from any border in the ring that covers most of the map, found on a grid
    /// that is narrowed five times; good to a thousandth of the ring's size.
    pub(in crate::data) fn roomiest(&self) -> Point {
        let largest = self
            .rings
            .iter()
            .max_by(|a, b| size(a).partial_cmp(&size(b)).unwrap_or(Ordering::Equal));
        let Some(ring) = largest else {
            return [0.5, 0.5];
        };
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for point in ring {
            for i in [0, 1] {
                low[i] = low[i].min(point[i]);
                high[i] = high[i].max(point[i]);
            }
        }
        let near: Vec<_> = self
            .segments()
            .filter(|(a, b)| {
                [0, 1].iter().all(|i| {
                    a[*i].max(b[*i]) >= low[*i] - 1e-9 && a[*i].min(b[*i]) <= high[*i] + 1e-9
                })
            })
            .collect();
        const STEPS: usize = 16;
        let mut best = (f64::NEG_INFINITY, ring[0]);
        for _ in 0..5 {
            let cell = [0, 1].map(|i| (high[i] - low[i]) / STEPS as f64);
            for step in 0..STEPS * STEPS {
                let step = [step % STEPS, step / STEPS];
                let point = [0, 1].map(|i| low[i] + (step[i] as f64 + 0.5) * cell[i]);
                if self.contains(point) {
                    let room =
                        near.iter().map(|(a, b)| distance(point, *a, *b)).fold(f64::MAX, f64::min);
                    if room > best.0 {
                        best = (room, point);
                    }
                }
            }
            if best.0 > 0.0 {
                low = [0, 1].map(|i| best.1[i] - 2.0 * cell[i]);
                high = [0, 1].map(|i| best.1[i] + 2.0 * cell[i]);
            }
        }
        best.1
    }
}

fn segments(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// Size of a ring on the map.
fn size(ring: &[Point]) -> f64 {
    let twice: f64 = segments(ring).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
    twice.abs()
}
