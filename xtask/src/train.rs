//! `cargo xtask train`: learns the tables of figures that the engine uses from public data beside the checkout.
//!
//! The data are read from the folder that is named and never become part of the project; what is written names its inputs and their SHA-256.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;

mod names;

/// What can be learned.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Lesson {
    /// What it costs to turn one spelling of a name into another.
    Names,
}

/// Learns, prints how well, and writes the result.
pub(crate) fn run(lesson: Lesson, data: Option<PathBuf>) -> Result<()> {
    let data = data.unwrap_or_else(|| crate::paths::root().join("../shared/eval"));
    match lesson {
        Lesson::Names => names::run(Path::new(&data)),
    }
}
