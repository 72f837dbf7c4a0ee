//! `cargo xtask data`: makes committed data sets anew from their sources, or proves that they are fresh.

use anyhow::Result;
use clap::ValueEnum;

mod basemap;
mod gazetteer;

/// A data set of the program.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Set {
    /// Coast, borders, divisions, lakes and rivers.
    Basemap,
    /// Names of places with their coordinates.
    Gazetteer,
}

/// Makes the set, or with `check` compares it.
pub(crate) fn run(set: Set, check: bool) -> Result<()> {
    match set {
        Set::Basemap => basemap::run(check),
        Set::Gazetteer => gazetteer::run(check),
    }
}
