//! How fast a base map is ready to be drawn: `cargo bench -p dateline-core --bench basemap`.
//!
//! Opening is what every page waits for; a level is decoded when it is drawn first, detail of the
//! whole world is five times what a page carries.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed benchmark")]

use dateline_core::basemap::Basemap;
use divan::Bencher;

static WORLD: &[u8] = include_bytes!("../data/basemap/world.pack");
static DETAIL: &[u8] = include_bytes!("../data/basemap/detail.pack");

fn main() {
    divan::main();
}

fn opened() -> Basemap {
    Basemap::open(WORLD.to_vec()).unwrap()
}

#[divan::bench]
fn open(bencher: Bencher) {
    bencher.bench(opened);
}

#[divan::bench]
fn coarse(bencher: Bencher) {
    bencher.with_inputs(opened).bench_values(|map| {
        map.coarse();
        map
    });
}

#[divan::bench]
fn fine(bencher: Bencher) {
    bencher.with_inputs(opened).bench_values(|map| {
        map.fine();
        map
    });
}

#[divan::bench]
fn waters(bencher: Bencher) {
    bencher.with_inputs(opened).bench_values(|map| {
        map.waters();
        map
    });
}

#[divan::bench]
fn detail_of_the_whole_world(bencher: Bencher) {
    let with_fine = || {
        let map = opened();
        map.fine();
        map
    };
    bencher.with_inputs(with_fine).bench_values(|map| {
        map.give_detail(Some(DETAIL)).unwrap();
        map
    });
}
