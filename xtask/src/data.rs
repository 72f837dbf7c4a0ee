//! `cargo xtask data`: makes committed data sets anew from their sources, or proves that they are fresh.

use crate::paths;
use anyhow::{Result, ensure};
use clap::ValueEnum;
use std::path::Path;

mod basemap;
mod gazetteer;
mod quality;

/// A data set of the program.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Set {
    /// Coast, borders, divisions, lakes and rivers.
    Basemap,
    /// Names of places with their coordinates.
    Gazetteer,
    /// How well the engine reads the development sets.
    Quality,
}

/// Makes the set, or with `check` compares it.
pub(crate) fn run(set: Set, check: bool) -> Result<()> {
    match set {
        Set::Basemap => basemap::run(check),
        Set::Quality => quality::run(check),
        Set::Gazetteer => gazetteer::run(check),
    }
}

/// Writes a committed file, or, with `check`, compares it with what would be written.
fn deliver(path: &Path, bytes: &[u8], check: bool) -> Result<()> {
    if check {
        ensure!(
            std::fs::read(path).is_ok_and(|old| old == bytes),
            "{} is not what its command writes now; run the command without --check",
            paths::shown(path)
        );
        return Ok(());
    }
    paths::write(path, bytes)
}
