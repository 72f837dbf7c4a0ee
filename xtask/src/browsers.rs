//! What is done in real browsers; the doing itself lies in the crate `dateline-tests`, which is built with its feature `browsers` for it.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{self, Tally};
use crate::paths::target;
use crate::{build, setup};

/// Runs the browser tests on dist/dateline.html.
pub(crate) fn test() -> Result<Tally> {
    setup::browsers()?;
    if let Err(why) = setup::axe() {
        println!("axe-core is not here ({why:#}): the tests of accessibility are skipped");
    }
    command::tests(&mut tests_of("page::"), "the browser tests")
}

/// Runs the browser tests on dist/site.
pub(crate) fn test_site() -> Result<()> {
    setup::browsers()?;
    let tally = command::tests(&mut tests_of("site::"), "the tests of the hosted form")?;
    if tally.failed > 0 || tally.passed == 0 {
        bail!("the hosted form does not open as it should");
    }
    Ok(())
}

/// Measures the start of the page.
pub(crate) fn bench_start(times: u32) -> Result<()> {
    build::run()?;
    setup::browsers()?;
    let mut bench = program("bench_start");
    command::run(bench.arg(times.to_string()), "the measurement")
}

/// Measures the worker.
pub(crate) fn bench_worker(times: u32) -> Result<()> {
    build::run()?;
    setup::browsers()?;
    let mut bench = program("bench_worker");
    command::run(bench.arg(times.to_string()), "the measurement")
}

/// Measures reading in pages of many articles.
pub(crate) fn bench_reading() -> Result<()> {
    build::run()?;
    setup::browsers()?;
    let mut build = command::cargo(["build", "--release", "--package", "dateline"]);
    command::run(&mut build, "building the command")?;
    let mut bench = program("bench_reading");
    bench.arg(target().join("release").join(format!("dateline{}", std::env::consts::EXE_SUFFIX)));
    command::run(bench.args(["10000", "100000"]), "the measurement")
}

/// Takes the pictures.
pub(crate) fn screenshots(out: &Path) -> Result<()> {
    build::run()?;
    setup::browsers()?;
    let mut take = program("screenshots");
    command::run(take.arg(out), "taking the pictures")
}

fn tests_of(group: &str) -> Command {
    let mut tests = command::cargo([
        "test",
        "--quiet",
        "--package",
        "dateline-tests",
        "--features",
        "browsers",
    ]);
    // Two browsers at a time: more of them only wait for each other on a small machine.
    tests.args(["--test", "browsers", "--", "--test-threads=2", group]);
    tests
}

/// A program of `dateline-tests` that needs browsers.
pub(crate) fn program(name: &str) -> Command {
    let mut run =
        command::cargo(["run", "--quiet", "--package", "dateline-tests", "--features", "browsers"]);
    run.args(["--bin", name, "--"]);
    run
}
