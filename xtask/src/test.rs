//! `cargo xtask test`: every check there is, one after the other, and a summary.
//!
//! A step that fails does not stop the others, except those that need what it should have made.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::command::{self, Tally, cargo};
use crate::paths::{APP, WASM_TARGET, WORKER};
use crate::{browsers, build, setup, size, tidy};

/// Runs all steps.
pub(crate) fn run(skip_browsers: bool) -> Result<()> {
    let mut report = Report::default();
    report.check("format", || {
        command::run(&mut cargo(["fmt", "--all", "--check"]), "`cargo fmt --check`")
    });
    report.check("clippy, host", || {
        let mut clippy = cargo(["clippy", "--quiet", "--workspace", "--all-targets"]);
        clippy.args(["--features", "dateline-tests/browsers", "--", "-D", "warnings"]);
        command::run(&mut clippy, "clippy")
    });
    report.check("clippy, wasm", || {
        setup::wasm_target()?;
        let mut clippy = cargo(["clippy", "--quiet", "--target", WASM_TARGET]);
        clippy.args(["--package", APP, "--package", WORKER, "--", "-D", "warnings"]);
        command::run(&mut clippy, "clippy for wasm")
    });
    report.step("units and suites", || {
        command::tests(
            &mut cargo(["test", "--quiet", "--workspace", "--no-fail-fast"]),
            "`cargo test`",
        )
    });
    report.check("tidy", tidy::run);
    let built = report.check("build", build::run);
    if built {
        report.check("size", size::run);
    }
    if built && !skip_browsers {
        report.step("browsers", browsers::test);
    }
    report.print(skip_browsers)
}

#[derive(Default)]
struct Report {
    steps: Vec<(&'static str, Tally, Duration)>,
}

impl Report {
    /// A step that is one check; true when it passed.
    fn check(&mut self, name: &'static str, check: impl FnOnce() -> Result<()>) -> bool {
        self.step(name, || check().map(|()| Tally::of(true)))
    }

    /// A step that counts its checks; true when none failed.
    fn step(&mut self, name: &'static str, step: impl FnOnce() -> Result<Tally>) -> bool {
        println!("── {name}");
        let started = Instant::now();
        let tally = step().unwrap_or_else(|error| {
            eprintln!("xtask: {error:#}");
            Tally::of(false)
        });
        self.steps.push((name, tally, started.elapsed()));
        tally.failed == 0
    }

    fn print(&self, skip_browsers: bool) -> Result<()> {
        println!("── summary");
        let mut sum = Tally::default();
        for (name, tally, took) in &self.steps {
            let verdict = if tally.failed == 0 { "ok" } else { "FAILED" };
            println!(
                "{name:<18} {verdict:<7} {:>4} passed {:>3} failed {:>7.1} s",
                tally.passed,
                tally.failed,
                took.as_secs_f32()
            );
            sum.add(*tally);
        }
        if skip_browsers {
            println!("browsers           left out, as asked");
        }
        println!();
        println!("{} passed, {} failed", sum.passed, sum.failed);
        if sum.failed > 0 {
            bail!("some checks failed; the lines above say which");
        }
        Ok(())
    }
}
