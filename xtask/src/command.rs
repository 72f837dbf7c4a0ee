//! Running other programs, with their output passed on and their failures as sentences.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::paths;

/// How many checks a step made and how many of them failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

/// A cargo command in the checkout.
pub(crate) fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(args).current_dir(paths::root());
    // Set by the cargo that runs this program, for this program; another package must not see it.
    for (name, _) in std::env::vars_os() {
        let ours = name
            .to_str()
            .is_some_and(|name| name.starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR");
        if ours {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// Runs a command with its output passed on; `what` names it in the failure.
pub(crate) fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("{what} could not be started"))?;
    if !status.success() {
        bail!("{what} failed ({status})");
    }
    Ok(())
}

/// Runs a command and takes what it writes to standard output.
pub(crate) fn output(command: &mut Command, what: &str) -> Result<String> {
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{what} could not be started"))?;
    if !done.status.success() {
        bail!("{what} failed ({})", done.status);
    }
    String::from_utf8(done.stdout).with_context(|| format!("{what} did not answer in UTF-8"))
}

/// Runs `cargo test …`, passes its output on and adds up its results.
pub(crate) fn tests(command: &mut Command, what: &str) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{what} could not be started"))?;
    let mut tally = Tally::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.with_context(|| format!("{what} broke off"))?;
            println!("{line}");
            tally.add(result_of(&line));
        }
    }
    let status = child.wait().with_context(|| format!("{what} broke off"))?;
    if !status.success() && tally.failed == 0 {
        // It failed before or beside its tests: it did not compile, or a test program crashed.
        tally.failed = 1;
    }
    Ok(tally)
}

impl Tally {
    /// One check, passed or failed.
    pub(crate) fn of(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed) }
    }

    /// Adds another tally to this one.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The figures of a line like `test result: ok. 12 passed; 0 failed; …`; zero of any other.
fn result_of(line: &str) -> Tally {
    let Some(rest) = line.strip_prefix("test result: ") else { return Tally::default() };
    let words: Vec<&str> = rest.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let figure = |name: &str| {
        words
            .windows(2)
            .find(|pair| pair[1] == name)
            .and_then(|pair| pair[0].parse().ok())
            .unwrap_or(0)
    };
    Tally { passed: figure("passed"), failed: figure("failed") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_test_programs_are_read() {
        for (line, passed, failed) in [
            ("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out", 12, 0),
            ("test result: FAILED. 1 passed; 2 failed; 0 ignored", 1, 2),
            ("test a_test ... ok", 0, 0),
            ("", 0, 0),
        ] {
            assert_eq!(result_of(line), Tally { passed, failed }, "{line}");
        }
    }
}
