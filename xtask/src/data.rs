//! `cargo xtask data`: makes committed data sets anew from their sources, or proves that they are fresh.

use anyhow::{Result, bail};
use clap::ValueEnum;

mod basemap;

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
        Set::Gazetteer => bail!(
            "the gazetteer is the hand-written table crates/core/data/gazetteer.tsv; there is nothing to make it from yet"
        ),
    }
}
