//! From 1:10m to a map of the world that goes on being the same map when detail is added: which
//! points the fine level has, which only a close look shows, and which nobody needs.
//!
//! In go the countries at 1:10m and the lines of divisions, out comes the source of fine level and
//! detail. A point counts as much as the triangle that is lost without it (Visvalingam and Whyatt),
//! in square kilometres on the ground; an arc that two countries share is simplified once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use dateline_core::basemap::{
    ArcKind, ArcRef, DivisionSource, IslandSource, LevelSource, SourceLine,
};

use super::divisions::Lines;
use super::order;
use super::plane::{Area, EARTH_RADIUS_KM, Point, sine_of_latitude};

/// Square kilometres of the triangle from which on a point is part of the fine level: in coasts …
const FINE_COAST: f64 = 29.0;
/// … in borders …
const FINE_BORDER: f64 = 12.0;
/// … and between divisions.
const FINE_DIVISION: f64 = 100.0;
/// Square kilometres below which a point is the source's rounding.
const DETAIL: f64 = 0.03;
/// Square kilometres from which on an island is part of the fine level.
const FINE_ISLAND: f64 = 32.0;
/// Square kilometres below which an island is not drawn at all.
const ISLAND: f64 = 0.1;
/// North of this (68°) points and islands count so many times less …
const FAR_NORTH: (f64, f64) = (0.239, 3.0);
/// … and south of this (Antarctica), where there is no detail either.
const FAR_SOUTH: (f64, f64) = (0.71, 30.0);

/// Fine level, islands and minor lines.
pub(super) struct Generalised {
    pub(super) fine: LevelSource,
    pub(super) islands: Vec<IslandSource>,
    pub(super) minor: Vec<DivisionSource>,
}

pub(super) fn generalise(mut level: LevelSource, lines: Lines) -> Generalised {
    let islands = take_islands(&mut level);
    let mut small: BTreeMap<u32, usize> = BTreeMap::new();
    for ring in level.countries.iter().flat_map(|country| &country.rings) {
        // A ring of few arcs must not shrink to a line.
        let at_least = match ring.len() {
            1 => 3,
            2 | 3 => 1,
            _ => 0,
        };
        for arc in ring {
            let entry = small.entry(arc.arc_idx).or_default();
            *entry = at_least.max(*entry);
        }
    }
    for (idx, arc) in (0..).zip(&mut level.arcs) {
        let kept = lines.junctions.get(&idx).map_or(&[] as &[Point], Vec::as_slice);
        if arc.kind != ArcKind::Seam {
            let at_least = small.get(&idx).copied().unwrap_or(0);
            let fine = if arc.kind == ArcKind::Border { FINE_BORDER } else { FINE_COAST };
            arc.line = ranked(&arc.line.points, kept, fine, at_least);
        }
    }
    let first = lines.first.into_iter().map(|division| DivisionSource {
        line: ranked(&division.line.points, &[], FINE_DIVISION, loop_points(&division)),
        ..division
    });
    level.divisions = order::lines(first.collect());
    let minor = lines.minor.into_iter().map(|division| DivisionSource {
        line: ranked(&division.line.points, &[], f64::MAX, 0).points.into(),
        ..division
    });
    let minor = minor.filter(|division| !is_far_south(division.line.points[0])).collect();
    order::arcs(&mut level);
    Generalised { fine: level, islands, minor }
}

/// How many points a line between divisions needs between its ends: a city within one division is
/// a loop.
fn loop_points(division: &DivisionSource) -> usize {
    let points = &division.line.points;
    if points.first() == points.last() { 5 } else { 0 }
}

fn is_far_south(point: Point) -> bool {
    point[1] > FAR_SOUTH.0
}

/// How many times larger something must be to be shown at a point.
fn factor(point: Point) -> f64 {
    if is_far_south(point) {
        FAR_SOUTH.1
    } else if point[1] < FAR_NORTH.0 {
        FAR_NORTH.1
    } else {
        1.0
    }
}

/// Takes out the islands that the fine level does not show; a country keeps its largest.
fn take_islands(level: &mut LevelSource) -> Vec<IslandSource> {
    let mut islands = Vec::new();
    for (country, source) in (0..).zip(&mut level.countries) {
        let area = |ring: &Vec<ArcRef>| {
            let points = super::assemble::ring_points(&level.arcs, ring);
            let factor = factor(points[0]);
            Area { rings: vec![points] }.km2() / factor
        };
        let areas: Vec<f64> = source.rings.iter().map(area).collect();
        let largest = areas.iter().copied().fold(0.0, f64::max);
        let rings = std::mem::take(&mut source.rings);
        for (ring, area) in rings.into_iter().zip(areas) {
            let arc = &level.arcs[ring[0].arc_idx as usize];
            let is_small = area < FINE_ISLAND && area < largest;
            if ring.len() > 1 || arc.kind != ArcKind::Coast || !is_small {
                source.rings.push(ring);
            } else if area >= ISLAND && !is_far_south(arc.line.points[0]) {
                let mut points = ranked(&arc.line.points, &[], f64::MAX, 3).points;
                points.pop();
                islands.push(IslandSource { country, points });
            }
        }
    }
    islands
}

/// A line with its points ranked; both ends and the points to be kept stay in the fine level, and
/// at least so many between the ends.
fn ranked(points: &[Point], kept: &[Point], fine: f64, at_least: usize) -> SourceLine {
    let n = points.len();
    if n < 3 {
        return points.to_vec().into();
    }
    let kept: BTreeSet<[u64; 2]> = kept.iter().map(|point| point.map(f64::to_bits)).collect();
    let is_fixed: Vec<bool> = points
        .iter()
        .enumerate()
        .map(|(i, point)| i == 0 || i + 1 == n || kept.contains(&point.map(f64::to_bits)))
        .collect();
    let ranks = ranks(points, &is_fixed);
    let mut inner: Vec<f64> = ranks[1..n - 1].to_vec();
    inner.sort_by(|a, b| b.total_cmp(a));
    let floor = at_least.checked_sub(1).and_then(|i| inner.get(i.min(inner.len() - 1)));
    let floor = floor.copied().unwrap_or(f64::INFINITY);
    let mut line = SourceLine::default();
    for (i, point) in points.iter().enumerate() {
        let is_detail = !is_fixed[i] && ranks[i] < (fine * factor(*point)).min(floor);
        if is_detail && (ranks[i] < DETAIL || is_far_south(*point)) {
            continue;
        }
        line.points.push(*point);
        line.is_detail.push(is_detail);
    }
    line
}

/// Square kilometres of a triangle.
fn triangle(a: Point, b: Point, c: Point) -> f64 {
    let unit = ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0;
    let sine = sine_of_latitude(b[1]);
    let around = 2.0 * std::f64::consts::PI * EARTH_RADIUS_KM;
    unit * around * around * (1.0 - sine * sine)
}

/// For each point the size of the triangle that goes with it when points go one by one, the smallest
/// first; never smaller than that of a point that went before.
fn ranks(points: &[Point], is_fixed: &[bool]) -> Vec<f64> {
    let n = points.len();
    let mut ranks = vec![f64::INFINITY; n];
    let mut before: Vec<usize> = (0..n).map(|i| i.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=n).collect();
    // Sizes as whole numbers, so that they can be ordered; a millionth of a square metre.
    let whole = |size: f64| (size * 1e12) as u64;
    let size = |i: usize, before: &[usize], after: &[usize]| {
        whole(triangle(points[before[i]], points[i], points[after[i]]))
    };
    let mut sizes = vec![0; n];
    let mut heap = BinaryHeap::new();
    for i in (1..n - 1).filter(|i| !is_fixed[*i]) {
        sizes[i] = size(i, &before, &after);
        heap.push(Reverse((sizes[i], i)));
    }
    let mut gone = 0;
    while let Some(Reverse((at, i))) = heap.pop() {
        if ranks[i].is_finite() || at != sizes[i] {
            continue;
        }
        gone = gone.max(at);
        ranks[i] = gone as f64 / 1e12;
        let (b, a) = (before[i], after[i]);
        after[b] = a;
        before[a] = b;
        for j in [b, a] {
            if !is_fixed[j] {
                sizes[j] = size(j, &before, &after);
                heap.push(Reverse((sizes[j], j)));
            }
        }
    }
    ranks
}
