//! Measures how fast markers become clusters and how tight those are: `bench_clusters TIMES [FOLDER]`. `cargo xtask bench map` starts this.
//!
//! The folder is one in which npm has put the package supercluster; without it our figures stand alone.
//! Both get the same points in degrees, in memory, and are timed from there to the finished index of the zooms 0 to 16, projecting included.
//! Both reach 40 pixels at tiles of 512, which is 20 at tiles of 256.
//! How tight: the distance of a point from the centre of the node that it is drawn as, in pixels at tiles of 256, averaged over all points and then over the zooms; a point alone counts as 0.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use dateline_core::cluster::{Clusters, MAX_ZOOM, NodeKind, Point};
use dateline_core::geo::LatLon;
use dateline_core::geo::mercator::project;
use dateline_tests::points::Points;
use serde::Deserialize;

/// What the package is asked with; it takes lists of degrees from a file.
const SCRIPT: &str = include_str!("../bench/supercluster.mjs");

/// Memory comes from the allocator of the command, and is kept as the package's own heap keeps it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const N_POINTS: usize = 500_000;

/// At tiles of 256 pixels.
const RADIUS: f64 = 20.0;

/// What one of the two did with a set of points.
#[derive(Deserialize)]
struct Figures {
    /// Of each run.
    millis: Vec<f64>,
    /// Nodes per zoom, from 0.
    nodes: Vec<usize>,
    /// Mean distance per zoom in pixels, from 0.
    distances: Vec<f64>,
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let times: usize = match args.next() {
        Some(times) => times.parse().context("how many times?")?,
        None => 10,
    };
    let package = args.next().map(PathBuf::from);
    let mut points = Points::new(20_260_128);
    let (uniform, clumped) = (points.uniform(N_POINTS), points.clumped(N_POINTS, 1.0));
    for (name, points) in [("uniform", uniform), ("clumped", clumped)] {
        println!("{N_POINTS} points, {name}:");
        let ours = ours(&points, times);
        ours.print("dateline");
        let Some(package) = &package else { continue };
        let theirs = theirs(&points, times, package)?;
        theirs.print("supercluster");
        println!(
            "  {:.1} times as fast; mean distance {:.3} times theirs, nodes {:.3} times theirs\n",
            theirs.median() / ours.median(),
            mean(&ours.distances) / mean(&theirs.distances),
            ours.nodes.iter().sum::<usize>() as f64 / theirs.nodes.iter().sum::<usize>() as f64,
        );
    }
    Ok(())
}

fn ours(points: &[LatLon], times: usize) -> Figures {
    let mut millis = Vec::new();
    // One run more, not counted, as for the other one.
    for run in 0..=times.max(1) {
        let start = Instant::now();
        black_box(Clusters::of(&projected(points), RADIUS));
        if run > 0 {
            millis.push(start.elapsed().as_secs_f64() * 1000.0);
        }
    }
    let points = projected(points);
    let clusters = Clusters::of(&points, RADIUS);
    let mut nodes = Vec::new();
    let (mut n_nodes, mut distances) = (Vec::new(), Vec::new());
    for zoom in 0..=MAX_ZOOM {
        nodes.clear();
        clusters.within(zoom, [0.0, 0.0, 1.0, 1.0], &mut nodes);
        n_nodes.push(nodes.len());
        let mut sum = 0.0;
        for node in &nodes {
            let NodeKind::Cluster(id) = node.kind else { continue };
            for member in clusters.members(id) {
                let point = points[*member as usize];
                let east = (point.x - node.x).abs();
                sum += east.min(1.0 - east).hypot(point.y - node.y);
            }
        }
        distances.push(sum / points.len() as f64 * 256.0 * f64::from(1 << zoom));
    }
    Figures { millis, nodes: n_nodes, distances }
}

fn projected(points: &[LatLon]) -> Vec<Point> {
    points.iter().map(|at| project(*at)).map(|at| Point { x: at.x, y: at.y, weight: 1 }).collect()
}

fn theirs(points: &[LatLon], times: usize, package: &Path) -> Result<Figures> {
    let file = package.join("points.bin");
    let bytes: Vec<u8> =
        points.iter().flat_map(|at| [at.lon, at.lat]).flat_map(f64::to_le_bytes).collect();
    fs::write(&file, bytes).context("cannot write the points")?;
    let script = package.join("supercluster.mjs");
    fs::write(&script, SCRIPT).context("cannot write the script")?;
    let done = Command::new("node")
        .arg("--max-old-space-size=4096")
        .args([&script, &file])
        .arg(times.max(1).to_string())
        .stderr(Stdio::inherit())
        .output()
        .context("node could not be started")?;
    ensure!(done.status.success(), "the package failed");
    serde_json::from_slice(&done.stdout).context("the package did not answer with figures")
}

impl Figures {
    fn print(&self, name: &str) {
        let mut millis = self.millis.clone();
        millis.sort_by(f64::total_cmp);
        println!(
            "  {name:<13}{:>8.1} ms (median of {}; {:.1} to {:.1}), mean distance {:.2} px",
            self.median(),
            millis.len(),
            millis.first().copied().unwrap_or_default(),
            millis.last().copied().unwrap_or_default(),
            mean(&self.distances),
        );
        let row = |what: &str, cells: Vec<String>| println!("    {what:<9}{}", cells.join(" "));
        row("zoom", (0..self.nodes.len()).map(|z| format!("{z:>6}")).collect());
        row("nodes", self.nodes.iter().map(|n| format!("{n:>6}")).collect());
        row("distance", self.distances.iter().map(|d| format!("{d:>6.2}")).collect());
    }

    fn median(&self) -> f64 {
        let mut millis = self.millis.clone();
        millis.sort_by(f64::total_cmp);
        millis.get(millis.len() / 2).copied().unwrap_or_default()
    }
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len().max(1) as f64
}
