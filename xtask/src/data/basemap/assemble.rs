//! One level of the base map from one file of world-atlas: arcs cut at the edges of the map, rings
//! closed again, kinds and countries.
//!
//! In goes a TopoJSON of countries, out comes a [`LevelSource`]. world-atlas has its shapes
//! stitched together across the 180th meridian, as a globe wants them; a flat map wants them cut,
//! without lines where the cut is. Neighbours go on sharing their arcs.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use dateline_core::basemap::{ArcKind, ArcRef, ArcSource, CountrySource, LevelSource};

use super::countries;
use super::plane::{Area, Point, project, simplify};
use super::topology::{Degrees, Topology, arc_of};
use crate::package::Package;

/// Countries that are drawn as part of another: a city let to a neighbour makes no border.
const MERGED: [(&str, &str); 1] = [("Baikonur", "Kazakhstan")];

/// Reads a level, without the points that are nearer than `tolerance` (degrees) to the line through
/// their neighbours.
pub(super) fn level(atlas: &Package, file: &str, tolerance: Option<f64>) -> Result<LevelSource> {
    let topology: Topology = atlas.json(file)?;
    let degrees = topology.arcs();
    let geometries = topology.geometries("countries")?;
    let mut owners: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); degrees.len()];
    for (country, geometry) in geometries.iter().enumerate() {
        for entry in geometry.shape.chains().into_iter().flatten() {
            owners[arc_of(*entry).0].insert(country);
        }
    }
    let name = |country: usize| -> &str {
        let name = geometries[country].properties.name.as_deref();
        name.unwrap_or_default()
    };
    let is_merged = |arc: usize| {
        let names: Vec<&str> = owners[arc].iter().map(|owner| name(*owner)).collect();
        MERGED.iter().any(|(part, whole)| names.contains(part) && names.contains(whole))
    };

    let mut cut = Cut::default();
    let mut pieces: Vec<Vec<u32>> = Vec::new();
    for (line, owners) in degrees.iter().zip(&owners) {
        let line = match tolerance {
            Some(tolerance) => simplify(line, tolerance, |_| false),
            None => line.clone(),
        };
        let owners: Vec<usize> = owners.iter().copied().collect();
        let mut of_line = Vec::new();
        match owners[..] {
            [a, b] => {
                let is_disputed = |middle| countries::disputed(name(a), name(b), middle);
                for (disputed, run) in runs(&line, is_disputed) {
                    of_line.extend(cut.pieces(&run, ArcKind::Border, disputed));
                }
            }
            _ => of_line.extend(cut.pieces(&line, ArcKind::Coast, false)),
        }
        pieces.push(of_line);
    }

    let mut countries = Vec::new();
    for geometry in geometries {
        let name = geometry.properties.name.clone().context("a country without a name")?;
        let mut rings = Vec::new();
        for chain in geometry.shape.chains() {
            // The ring of the part, and the hole that it leaves.
            if chain.iter().all(|entry| is_merged(arc_of(*entry).0)) {
                continue;
            }
            let mut refs = Vec::new();
            for entry in chain {
                let (idx, reversed) = arc_of(*entry);
                let forward =
                    pieces[idx].iter().map(|arc_idx| ArcRef { arc_idx: *arc_idx, reversed });
                if reversed {
                    refs.extend(forward.rev());
                } else {
                    refs.extend(forward);
                }
            }
            rings.extend(cut.close(refs).with_context(|| format!("{file}: {name}"))?);
        }
        if rings.is_empty() {
            continue;
        }
        let area = Area { rings: rings.iter().map(|ring| ring_points(&cut.arcs, ring)).collect() };
        countries.push(CountrySource {
            code: countries::code(geometry.id.as_deref(), &name),
            name,
            rings,
            label: area.roomiest(),
            area_km2: area.km2() as u32,
        });
    }
    // The order of the file is that of nobody; by name, a change of the data reads as a change.
    countries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(LevelSource { arcs: cut.only_used(&mut countries), countries, divisions: Vec::new() })
}

/// A line cut where the answer for the middles of its segments changes.
fn runs(line: &[Degrees], is_so: impl Fn(Degrees) -> bool) -> Vec<(bool, Vec<Degrees>)> {
    let mut runs: Vec<(bool, Vec<Degrees>)> = Vec::new();
    for pair in line.windows(2) {
        let so = is_so([0, 1].map(|i| (pair[0][i] + pair[1][i]) / 2.0));
        match runs.last_mut() {
            Some((last, run)) if *last == so => run.push(pair[1]),
            _ => runs.push((so, pair.to_vec())),
        }
    }
    runs
}

/// The points of a ring, each junction once.
pub(super) fn ring_points(arcs: &[ArcSource], ring: &[ArcRef]) -> Vec<Point> {
    let mut points = Vec::new();
    for arc in ring {
        let line = &arcs[arc.arc_idx as usize].line.points;
        let n = line.len() - 1;
        if arc.reversed {
            points.extend(line.iter().skip(1).rev());
        } else {
            points.extend(line.iter().take(n));
        }
    }
    points
}

/// Arcs of the flat map, growing as arcs of the globe are cut.
#[derive(Default)]
struct Cut {
    arcs: Vec<ArcSource>,
}

impl Cut {
    fn push(&mut self, points: Vec<Point>, kind: ArcKind, disputed: bool) -> u32 {
        self.arcs.push(ArcSource { line: points.into(), kind, disputed });
        self.arcs.len() as u32 - 1
    }

    /// The pieces of an arc in order: cut where it crosses the 180th meridian, and where it runs
    /// along the edge of the map, which is a seam.
    fn pieces(&mut self, line: &[Degrees], kind: ArcKind, disputed: bool) -> Vec<u32> {
        let mut runs: Vec<Vec<Point>> = Vec::new();
        let mut run: Vec<Point> = Vec::new();
        let mut last: Option<Degrees> = None;
        for &[lon, lat] in line {
            if let Some([last_lon, last_lat]) = last
                && (lon - last_lon).abs() > 180.0
            {
                let edge = 180.0_f64.copysign(last_lon);
                // Both sides measured from the edge that the line runs to.
                let (before, after) = (edge - last_lon, lon + edge);
                let share =
                    if (before + after).abs() > 0.0 { before / (before + after) } else { 0.0 };
                let crossing = last_lat + (lat - last_lat) * share;
                run.push(project([edge, crossing]));
                runs.push(std::mem::take(&mut run));
                run.push(project([-edge, crossing]));
            }
            run.push(project([lon, lat]));
            last = Some([lon, lat]);
        }
        runs.push(run);

        let mut pieces = Vec::new();
        for mut run in runs {
            run.dedup();
            for part in split_at_edges(&run) {
                let kind = if on_edge(part[0], part[1]) { ArcKind::Seam } else { kind };
                pieces.push(self.push(part, kind, disputed && kind == ArcKind::Border));
            }
        }
        pieces
    }

    fn ends(&self, arc: ArcRef) -> (Point, Point) {
        let points = &self.arcs[arc.arc_idx as usize].line.points;
        let (first, last) = (points[0], points[points.len() - 1]);
        if arc.reversed { (last, first) } else { (first, last) }
    }

    /// Rings from the cut pieces of one: where it breaks off at the 180th meridian it goes on along
    /// the meridian to the next break on the same side.
    fn close(&mut self, refs: Vec<ArcRef>) -> Result<Vec<Vec<ArcRef>>> {
        let n = refs.len();
        let breaks: Vec<usize> = (0..n)
            .filter(|i| {
                let end = self.ends(refs[*i]).1;
                let start = self.ends(refs[(i + 1) % n]).0;
                (end[0] - start[0]).abs() > 0.5
            })
            .collect();
        let Some(last_break) = breaks.last() else {
            return Ok(if n == 0 { Vec::new() } else { vec![refs] });
        };
        let mut turned = refs.clone();
        turned.rotate_left((last_break + 1) % n);
        let mut chains: Vec<Vec<ArcRef>> = Vec::new();
        let mut chain = Vec::new();
        for (i, arc) in turned.iter().enumerate() {
            chain.push(*arc);
            let next = turned[(i + 1) % n];
            if (self.ends(*arc).1[0] - self.ends(next).0[0]).abs() > 0.5 {
                chains.push(std::mem::take(&mut chain));
            }
        }
        ensure!(chain.is_empty(), "a ring does not close");

        // (x of the side, y, chain, whether the chain ends here)
        let mut stops: Vec<(Point, usize, bool)> = Vec::new();
        for (i, chain) in chains.iter().enumerate() {
            stops.push((self.ends(chain[0]).0, i, false));
            stops.push((self.ends(chain[chain.len() - 1]).1, i, true));
        }
        stops.sort_by(|a, b| a.0[0].total_cmp(&b.0[0]).then(a.0[1].total_cmp(&b.0[1])));
        let (west, east): (Vec<_>, Vec<_>) = stops.iter().partition(|stop| stop.0[0] < 0.5);
        ensure!(west.len() % 2 == east.len() % 2, "a ring crosses the 180th meridian unevenly");
        // From the end of one chain to the start of another, by way of these points.
        let mut seams: BTreeMap<usize, (usize, Vec<Point>)> = BTreeMap::new();
        let mut join = |a: (Point, usize, bool), b: (Point, usize, bool), way: &[Point]| {
            let (end, start) = if a.2 { (a, b) } else { (b, a) };
            ensure!(end.2 && !start.2, "a ring crosses itself at the 180th meridian");
            let mut points = vec![end.0];
            if a.2 {
                points.extend(way);
            } else {
                points.extend(way.iter().rev());
            }
            points.push(start.0);
            points.dedup();
            seams.insert(end.1, (start.1, points));
            Ok(())
        };
        for side in [&west, &east] {
            for pair in side.chunks_exact(2) {
                join(pair[0], pair[1], &[])?;
            }
        }
        if let (1, Some(west), Some(east)) = (west.len() % 2, west.last(), east.last()) {
            // Around the south pole.
            join(*west, *east, &[[0.0, 1.0], [1.0, 1.0]])?;
        }

        let mut rings = Vec::new();
        while let Some((first, _)) = seams.first_key_value() {
            let first = *first;
            let mut ring = Vec::new();
            let mut at = first;
            while let Some((next, points)) = seams.remove(&at) {
                ring.extend(chains[at].iter().copied());
                if points.len() > 1 {
                    let arc_idx = self.push(points, ArcKind::Seam, false);
                    ring.push(ArcRef { arc_idx, reversed: false });
                }
                at = next;
            }
            ensure!(at == first, "a ring does not close along the 180th meridian");
            rings.push(ring);
        }
        Ok(rings)
    }

    /// The arcs that the countries use, with their references renumbered.
    fn only_used(self, countries: &mut [CountrySource]) -> Vec<ArcSource> {
        let mut refs: Vec<&mut ArcRef> =
            countries.iter_mut().flat_map(|country| country.rings.iter_mut().flatten()).collect();
        let used: BTreeSet<u32> = refs.iter().map(|arc| arc.arc_idx).collect();
        let renumbered: BTreeMap<u32, u32> = used.iter().copied().zip(0..).collect();
        for arc in &mut refs {
            arc.arc_idx = renumbered[&arc.arc_idx];
        }
        let arcs = self.arcs.into_iter().zip(0..);
        arcs.filter_map(|(arc, idx)| used.contains(&idx).then_some(arc)).collect()
    }
}

/// Whether a segment lies on the western, eastern or southern edge of the map.
fn on_edge(a: Point, b: Point) -> bool {
    let both = |i: usize, at: f64| (a[i] - at).abs() < 1e-9 && (b[i] - at).abs() < 1e-9;
    both(0, 0.0) || both(0, 1.0) || both(1, 1.0)
}

/// Runs of segments that are all on the edge of the map, or all not.
fn split_at_edges(line: &[Point]) -> Vec<Vec<Point>> {
    let mut parts: Vec<(bool, Vec<Point>)> = Vec::new();
    for pair in line.windows(2) {
        let edge = on_edge(pair[0], pair[1]);
        match parts.last_mut() {
            Some((last, part)) if *last == edge => part.push(pair[1]),
            _ => parts.push((edge, pair.to_vec())),
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}
