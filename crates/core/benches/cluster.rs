//! How fast markers become clusters, and how fast a view of them is found: `cargo bench -p dateline-core --bench cluster`.
//!
//! `cargo xtask bench map` measures the same beside a package of npm, with how tight the clusters are.

use dateline_core::cluster::{Clusters, Point};
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

/// At tiles of 256 pixels.
const RADIUS: f64 = 20.0;

/// From 0 up to 1, the same numbers every time; the constants are those of Knuth's MMIX.
fn parts() -> impl FnMut() -> f64 {
    let mut state = 1u64;
    move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Anywhere on the map.
fn uniform(n: usize) -> Vec<Point> {
    let mut part = parts();
    (0..n).map(|_| Point { x: part(), y: part(), weight: 1 }).collect()
}

/// Around a thousand towns, close ones more often.
fn clumped(n: usize) -> Vec<Point> {
    let mut part = parts();
    let towns: Vec<_> = (0..1000).map(|_| (part(), part())).collect();
    (0..n)
        .map(|_| {
            let (x, y) = towns[(part() * part() * part() * 1000.0) as usize];
            let mut around = |at: f64| at + (part() - part()) * part() * 1e-3;
            Point { x: around(x), y: around(y), weight: 1 }
        })
        .collect()
}

#[divan::bench(args = [1_000, 10_000, 100_000, 500_000])]
fn clustering_uniform(bencher: Bencher, n: usize) {
    let points = uniform(n);
    bencher.counter(ItemsCount::new(n)).bench(|| Clusters::of(&points, RADIUS));
}

#[divan::bench(args = [1_000, 10_000, 100_000, 500_000])]
fn clustering_clumped(bencher: Bencher, n: usize) {
    let points = clumped(n);
    bencher.counter(ItemsCount::new(n)).bench(|| Clusters::of(&points, RADIUS));
}

/// Five tiles wide and three high, which is a desk's screen.
#[divan::bench(args = [0, 4, 8, 12, 16])]
fn finding_what_a_view_shows(bencher: Bencher, zoom: u8) {
    let points = clumped(100_000);
    let clusters = Clusters::of(&points, RADIUS);
    let tile = 1.0 / f64::from(1u32 << zoom);
    let Point { x, y, .. } = points[0];
    let bounds = [x - 2.5 * tile, y - 1.5 * tile, x + 2.5 * tile, y + 1.5 * tile];
    let mut nodes = Vec::new();
    bencher.bench_local(|| {
        nodes.clear();
        clusters.within(zoom, bounds, &mut nodes);
        nodes.len()
    });
}
