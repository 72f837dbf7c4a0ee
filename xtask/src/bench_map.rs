//! Measures the map, beside packages that do the same.
//!
//! The packages come from npm into target/bench_map; where one cannot be had, a sentence says so and our figures stand alone.
//! The measuring itself lies in programs of the crate `dateline-tests`.

use anyhow::Result;

use crate::{browsers, build, command, npm, setup};

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
        match npm::package("bench_map", name) {
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
    match npm::package("bench_map", SUPERCLUSTER) {
        Ok(folder) => {
            bench.arg(folder);
        }
        Err(why) => println!("{SUPERCLUSTER} is not here ({why:#}); our figures stand alone"),
    }
    command::run(&mut bench, "the measurement of the clusters")
}
