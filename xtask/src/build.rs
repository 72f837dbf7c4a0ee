//! `cargo xtask build`: from sources to `dist/shell.html` and `dist/dateline.html`.
//!
//! Program (cargo) → glue (`bindgen`) → smaller program (`optimise`, where the tool is there) → shell (`formats::page`) → page (the command `dateline`).

use std::time::Instant;

use anyhow::Result;
use dateline_formats::page::{self, ShellParts};
use dateline_tests::files;

use crate::command;
use crate::paths::{self, APP, PAGE_PROFILE, WASM_TARGET, read, read_bytes, root, shown};
use crate::{setup, size};

mod bindgen;
mod optimise;

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
    println!("building the program");
    let mut build = command::cargo([
        "build",
        "--package",
        APP,
        "--target",
        WASM_TARGET,
        "--profile",
        PAGE_PROFILE,
    ]);
    command::run(&mut build, "building the program")?;
    let program = paths::target().join(WASM_TARGET).join(PAGE_PROFILE).join(format!("{APP}.wasm"));
    println!("writing its glue");
    let mut glued = bindgen::glue(&program)?;
    glued.wasm = optimise::optimise(glued.wasm)?;
    let www = root().join("www");
    let shell = page::shell(ShellParts {
        css: &read(&www.join("style.css"))?,
        loader_js: &read(&www.join("loader.js"))?,
        bindgen_js: &glued.js,
        icon_svg: &read(&www.join("icon.svg"))?,
        wasm: &glued.wasm,
        basemap: &read_bytes(&root().join("crates/core/data/basemap/world.pack"))?,
    });
    paths::write(&paths::shell(), shell.as_bytes())
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
