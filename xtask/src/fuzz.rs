//! `cargo xtask fuzz`: feeds the engine with bytes that a fuzzer makes, guided by what code they reach.
//!
//! Built with the instrumentation that stable Rust offers; `cargo fuzz run annotate` does the same where a nightly toolchain is at hand.

use std::process::Command;

use anyhow::Result;

use crate::command;
use crate::paths;

/// Coverage of edges and comparisons, as libFuzzer reads it.
const INSTRUMENTATION: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    --cfg fuzzing -Ccodegen-units=1";

/// Fuzzes the engine for so many seconds; fails when it panics or hangs.
pub(crate) fn run(seconds: u32) -> Result<()> {
    let target = paths::target().join("fuzz");
    let triple = host()?;
    let mut build = command::cargo(["build", "--release", "--manifest-path", "fuzz/Cargo.toml"]);
    // With a target named, build scripts and macros are not instrumented.
    build.args(["--target", &triple]).arg("--target-dir").arg(&target);
    build.env("RUSTFLAGS", INSTRUMENTATION);
    command::run(&mut build, "building the fuzz target")?;
    let corpus = target.join("corpus");
    std::fs::create_dir_all(&corpus)?;
    let mut fuzz = Command::new(target.join(triple).join("release/annotate"));
    fuzz.arg(format!("-max_total_time={seconds}"));
    fuzz.arg(format!("-artifact_prefix={}/", target.display()));
    // A text of a page's length that takes ten seconds is a hang.
    fuzz.args(["-timeout=10", "-max_len=4096", "-print_final_stats=1"]).arg(&corpus);
    fuzz.arg(paths::root().join("tests/suite/places"));
    command::run(&mut fuzz, "fuzzing")
}

/// The name of this machine's target.
fn host() -> Result<String> {
    let version = command::output(Command::new("rustc").arg("-vV"), "rustc")?;
    let line = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(line.unwrap_or_default().to_owned())
}
