//! `cargo xtask build`: from sources to `dist/shell.html` and `dist/dateline.html`.
//!
//! Program and worker, each: wasm (cargo) → glue (`bindgen`) → smaller wasm (`optimise`, where the tool is there).
//! Both → shell (`formats::page`) → page (the command `dateline`).

use std::num::NonZeroU64;
use std::time::Instant;

use anyhow::Result;
use dateline_formats::page::{self, ShellParts, WorkerParts};
use dateline_tests::files;

use crate::command;
use crate::paths::{
    self, APP, PAGE_PROFILE, WASM_TARGET, WORKER, WORKER_PROFILE, read, read_bytes, root, shown,
};
use crate::{setup, size};

mod bindgen;
mod optimise;

pub(crate) use bindgen::Glued;

/// Names of the worker's blocks with gazetteer and tagger; `crates/worker/src/knowledge.rs` knows them.
const GAZETTEER: &str = "gazetteer";
const TAGGER: &str = "tagger";

/// What the bundled corpus is about.
const BUNDLED_TITLE: &str = "Sharaa in Moscow, 28 January 2026";

/// Builds both, and prints their sizes.
pub(crate) fn run() -> Result<()> {
    let started = Instant::now();
    setup::wasm_target()?;
    shell()?;
    page()?;
    size::print(&size::measure()?);
    println!("built {} in {:.1} s", shown(&files::page()), started.elapsed().as_secs_f32());
    Ok(())
}

fn shell() -> Result<()> {
    let app = program("program", APP, PAGE_PROFILE, &format!("{APP}.wasm"))?;
    // The file of a library has underscores where its package has hyphens.
    let library = format!("{}.wasm", WORKER.replace('-', "_"));
    let worker = program("worker", WORKER, WORKER_PROFILE, &library)?;
    let www = root().join("www");
    let worker_js = format!("{}\n{}", worker.js, read(&www.join("worker.js"))?);
    let gazetteer = read_bytes(&root().join("crates/core/data/gazetteer/pocket.pack"))?;
    let tagger = read_bytes(&root().join("crates/core/data/tagger/tagger.pack"))?;
    let shell = page::shell(ShellParts {
        css: &read(&www.join("style.css"))?,
        loader_js: &read(&www.join("loader.js"))?,
        bindgen_js: &app.js,
        icon_svg: &read(&www.join("icon.svg"))?,
        deflate,
        wasm: &app.wasm,
        basemap: &read_bytes(&root().join("crates/core/data/basemap/world.pack"))?,
        worker: WorkerParts {
            script: &worker_js,
            wasm: &worker.wasm,
            knowledge: &[(GAZETTEER, &gazetteer), (TAGGER, &tagger)],
        },
    });
    paths::write(&paths::shell(), shell.as_bytes())
}

/// A twenty-fifth smaller than what is made in little time; it takes a few seconds.
fn deflate(bytes: &[u8]) -> Vec<u8> {
    let iteration_count = NonZeroU64::new(5).unwrap_or(NonZeroU64::MIN);
    let options = zopfli::Options { iteration_count, ..zopfli::Options::default() };
    let mut out = Vec::new();
    match zopfli::compress(options, zopfli::Format::Deflate, bytes, &mut out) {
        Ok(()) => out,
        // Writing to memory does not fail.
        Err(_) => page::deflate(bytes),
    }
}

/// Builds a wasm program, with its glue.
pub(crate) fn program(what: &str, package: &str, profile: &str, file: &str) -> Result<Glued> {
    println!("building the {what}");
    let mut build = command::cargo(["build", "--target", WASM_TARGET, "--package", package]);
    if package == WORKER {
        // Scores of the tagger are added sixteen bytes at a time: every browser that knows reference types knows this too.
        build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Ctarget-feature=+simd128");
    }
    command::run(build.args(["--profile", profile]), &format!("building the {what}"))?;
    let built = paths::target().join(WASM_TARGET).join(profile).join(file);
    let mut glued = bindgen::glue(&built)?;
    glued.wasm = optimise::optimise(glued.wasm, what)?;
    Ok(glued)
}

fn page() -> Result<()> {
    println!("annotating the bundled corpus");
    let mut build = command::cargo([
        "run",
        "--quiet",
        "--package",
        "dateline",
        "--",
        "build",
        "crates/core/corpus",
        "--title",
        BUNDLED_TITLE,
        "-o",
    ]);
    build.arg(files::page());
    command::run(&mut build, "`dateline build crates/core/corpus`")
}
