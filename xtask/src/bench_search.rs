//! Measures the search, beside packages that do the same.
//!
//! Our side is the page's own search as a wasm program of its own (`tests/search`), built as the page is; the packages come from npm into target/bench_search.

use anyhow::Result;

use crate::paths::{self, PAGE_PROFILE, target};
use crate::{browsers, build, command, npm, setup};

/// The package of our side, and the file that cargo makes of it.
const OURS: &str = "dateline-bench-search";
const OURS_FILE: &str = "dateline_bench_search.wasm";

/// What search is compared with; `tests/src/bench/search.html` names the same versions.
const PACKAGES: [&str; 2] = ["minisearch@7.2.0", "flexsearch@0.8.212"];

/// Builds our side, fetches the others and measures all.
pub(crate) fn run() -> Result<()> {
    setup::wasm_target()?;
    setup::browsers()?;
    let ours = build::program("search", OURS, PAGE_PROFILE, OURS_FILE)?;
    let folder = target().join("bench_search");
    paths::write(&folder.join("ours.js"), ours.js.as_bytes())?;
    paths::write(&folder.join("ours.wasm"), &ours.wasm)?;
    let mut bench = browsers::program("bench_search");
    bench.arg(&folder);
    for name in PACKAGES {
        match npm::package("bench_search", name) {
            Ok(_) => {
                bench.arg(name.split('@').next().unwrap_or(name));
            }
            Err(why) => println!("{name} is not here ({why:#}); it is left out"),
        }
    }
    command::run(&mut bench, "the measurement of the search")
}
