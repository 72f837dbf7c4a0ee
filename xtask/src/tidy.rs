//! `cargo xtask tidy`: the promises of ARCHITECTURE.md that a machine can check.
//!
//! In: the sources and cargo's own account of the dependencies. Out: one line per broken promise, with file and line, or silence.
//! `graph` checks who uses whom, `source` what a source file may say, `files` what any file may hold, `pins` what must agree in version.

use anyhow::{Result, bail};

mod code;
mod files;
mod graph;
mod pins;
mod source;

/// Checks everything, prints what is broken, and fails if anything is.
pub(crate) fn run() -> Result<()> {
    let mut broken = Vec::new();
    let files = files::all()?;
    for file in &files {
        broken.extend(files::check(file));
        if file.path.ends_with(".rs") {
            broken.extend(source::check(&file.path, &file.text));
        }
    }
    broken.extend(files::check_generated(&files));
    broken.extend(graph::check()?);
    broken.extend(pins::check()?);
    broken.sort();
    for line in &broken {
        println!("{line}");
    }
    if !broken.is_empty() {
        bail!("{} promises of ARCHITECTURE.md are broken", broken.len());
    }
    println!("tidy: {} files keep their promises", files.len());
    Ok(())
}
