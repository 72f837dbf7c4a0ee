//! Measures the map, beside packages that do the same.
//!
//! The packages come from npm into target/bench_map; where one cannot be had, a sentence says so and our figures stand alone.
//! The measuring itself lies in programs of the crate `dateline-tests`.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use dateline_tests::files::program;

use crate::paths::target;
use crate::{browsers, build, command, setup};

/// What clusters are compared with.
const SUPERCLUSTER: &str = "supercluster@9.1.0";

/// What frames are compared with.
const MAPS: [&str; 2] = ["leaflet@1.9.4", "maplibre-gl@6.17.0"];

/// Measures everything about the map.
///
/// Each part prints its own figures; frames in a browser come after the clusters.
pub(crate) fn run(times: u32) -> Result<()> {
    clusters(times)?;
    frames()
}

/// How fast a moving map is drawn.
fn frames() -> Result<()> {
    build::run()?;
    setup::browsers()?;
    let mut bench = browsers::program("bench_frames");
    for name in MAPS {
        match package(name) {
            Ok(_) => {
                bench.arg(name);
            }
            Err(why) => println!("{name} is not here ({why:#}); it is left out"),
        }
    }
    command::run(&mut bench, "the measurement of the frames")
}

/// How fast markers become clusters, and how tight those are.
fn clusters(times: u32) -> Result<()> {
    let mut bench = command::cargo(["run", "--quiet", "--release", "--package", "dateline-tests"]);
    bench.args(["--bin", "bench_clusters", "--"]).arg(times.to_string());
    match package(SUPERCLUSTER) {
        Ok(folder) => {
            bench.arg(folder);
        }
        Err(why) => println!("{SUPERCLUSTER} is not here ({why:#}); our figures stand alone"),
    }
    command::run(&mut bench, "the measurement of the clusters")
}

/// The folder in which a package of npm lies; fetches it if need be.
fn package(name: &str) -> Result<PathBuf> {
    let folder = target().join("bench_map").join(name);
    // npm writes this last.
    if folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(folder);
    }
    program("node").context("there is no node")?;
    program("npm").context("there is no npm")?;
    std::fs::create_dir_all(&folder).context("no folder can be made for it")?;
    // npm takes the folder for its own only if it finds its list there.
    std::fs::write(folder.join("package.json"), "{ \"private\": true }\n")?;
    println!("fetching {name} from npm (once)");
    let mut install = Command::new("npm");
    install
        .args(["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", name])
        .current_dir(&folder)
        .stdout(Stdio::null());
    command::run(&mut install, "npm")?;
    Ok(folder)
}
