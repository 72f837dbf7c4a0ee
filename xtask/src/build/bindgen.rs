//! The glue between the program and the page, by the library that wasm-bindgen's own command uses.
//!
//! The version is the one in Cargo.lock, so it always agrees with the program's.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::paths::shown;

/// A program with its glue.
pub(crate) struct Glued {
    /// Classic script that defines `wasm_bindgen`.
    pub(crate) js: String,
    /// The program.
    pub(crate) wasm: Vec<u8>,
}

/// Writes the glue for a page that may load no further script.
pub(super) fn glue(program: &Path) -> Result<Glued> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(program)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen
        .generate_output()
        .with_context(|| format!("wasm-bindgen cannot read {}", shown(program)))?;
    // A snippet would be a second script, which the page's policy refuses and a classic script cannot import.
    // Crates without one are listed too, with none.
    let inline =
        output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).map(|(name, _)| name);
    let mut snippets: Vec<&String> = inline.chain(output.local_modules().keys()).collect();
    snippets.sort();
    if !snippets.is_empty() {
        bail!(
            "a dependency brings scripts of its own, which the single file cannot hold: {snippets:?}"
        );
    }
    Ok(Glued { js: output.js().to_owned(), wasm: output.wasm_mut().emit_wasm() })
}
