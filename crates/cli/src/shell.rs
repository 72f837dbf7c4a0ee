//! Where the shell of the page comes from: the released binary, or `dist/` of a checkout.

use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// Where `cargo xtask build` puts it, seen from the root of a checkout.
const IN_CHECKOUT: &str = "dist/shell.html";

/// The shell as HTML.
pub(crate) fn load() -> Result<String> {
    if let Some(shell) = embedded() {
        return Ok(shell.to_owned());
    }
    let here = Path::new(IN_CHECKOUT);
    // Run from a folder below the root, the shell of this checkout still serves.
    let of_source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(IN_CHECKOUT);
    for path in [here, of_source.as_path()] {
        if let Ok(shell) = fs::read_to_string(path) {
            return Ok(shell);
        }
    }
    bail!(
        "{IN_CHECKOUT}: the shell of the page is missing; run `cargo xtask build` once to make it"
    )
}

#[cfg(feature = "embedded-shell")]
fn embedded() -> Option<&'static str> {
    Some(include_str!("../../../dist/shell.html"))
}

#[cfg(not(feature = "embedded-shell"))]
fn embedded() -> Option<&'static str> {
    None
}
