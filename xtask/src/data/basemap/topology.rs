//! TopoJSON as far as our three packages use it: quantised arcs, polygons and lines.
//!
//! In goes a file, out come arcs in degrees (longitude, latitude) and geometries as chains of arc
//! numbers; a negative number `!i` is arc `i` backwards.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::data) struct Topology {
    transform: Transform,
    objects: BTreeMap<String, Object>,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Object {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
pub(in crate::data) struct Geometry {
    pub(in crate::data) id: Option<String>,
    #[serde(default)]
    pub(in crate::data) properties: Properties,
    #[serde(flatten)]
    pub(in crate::data) shape: Shape,
}

#[derive(Default, Deserialize)]
pub(in crate::data) struct Properties {
    pub(in crate::data) name: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
pub(in crate::data) enum Shape {
    LineString(Vec<i64>),
    MultiLineString(Vec<Vec<i64>>),
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// Longitude and latitude.
pub(in crate::data) type Degrees = [f64; 2];

impl Topology {
    /// All arcs in degrees.
    pub(in crate::data) fn arcs(&self) -> Vec<Vec<Degrees>> {
        let Transform { scale, translate } = &self.transform;
        let decode = |arc: &Vec<[i64; 2]>| {
            let mut at = [0_i64; 2];
            arc.iter()
                .map(|step| {
                    at = [at[0] + step[0], at[1] + step[1]];
                    [0, 1].map(|i| at[i] as f64 * scale[i] + translate[i])
                })
                .collect()
        };
        self.arcs.iter().map(decode).collect()
    }

    /// The geometries of the first object, whatever it is called.
    pub(in crate::data) fn only_geometries(&self) -> &[Geometry] {
        self.objects.values().next().map(|object| object.geometries.as_slice()).unwrap_or_default()
    }

    pub(in crate::data) fn geometries(&self, object: &str) -> Result<&[Geometry]> {
        let object = self.objects.get(object).with_context(|| format!("no object {object}"))?;
        Ok(&object.geometries)
    }
}

impl Shape {
    /// Lines and rings without their grouping into polygons.
    pub(in crate::data) fn chains(&self) -> Vec<&[i64]> {
        match self {
            Self::LineString(line) => vec![line],
            Self::MultiLineString(lines) | Self::Polygon(lines) => {
                lines.iter().map(Vec::as_slice).collect()
            }
            Self::MultiPolygon(polygons) => polygons.iter().flatten().map(Vec::as_slice).collect(),
        }
    }

    /// Polygons as rings; the first ring of each is its outline.
    pub(in crate::data) fn polygons(&self) -> Vec<&[Vec<i64>]> {
        match self {
            Self::LineString(_) | Self::MultiLineString(_) => Vec::new(),
            Self::Polygon(rings) => vec![rings],
            Self::MultiPolygon(polygons) => polygons.iter().map(Vec::as_slice).collect(),
        }
    }
}

/// The arc of a chain's entry, and whether it runs backwards.
pub(in crate::data) fn arc_of(entry: i64) -> (usize, bool) {
    let reversed = entry < 0;
    ((if reversed { !entry } else { entry }) as usize, reversed)
}

/// The points of a chain, each junction once.
pub(in crate::data) fn chain_points(arcs: &[Vec<Degrees>], chain: &[i64]) -> Vec<Degrees> {
    let mut points: Vec<Degrees> = Vec::new();
    for entry in chain {
        let (idx, reversed) = arc_of(*entry);
        let mut arc = arcs[idx].clone();
        if reversed {
            arc.reverse();
        }
        let from = usize::from(!points.is_empty());
        points.extend_from_slice(&arc[from..]);
    }
    points
}
