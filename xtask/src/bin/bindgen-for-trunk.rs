//! Stands in for the command `wasm-bindgen` when Trunk builds the hosted form.
//!
//! Trunk looks on PATH for exactly the version in Cargo.lock; installing the real command takes minutes, and this one is the same library with the few options that Trunk passes.
//! Anything else is refused rather than ignored.
//! It has to be copied under the name `wasm-bindgen` (.ci/run does), because rustc refuses a crate of that name and our version.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

/// The version of the library behind this command; `cargo xtask tidy` holds it to Cargo.toml.
const VERSION: &str = "0.2.129";

fn main() -> Result<()> {
    let mut bindgen = Bindgen::new();
    let (mut input, mut folder) = (None, None);
    bindgen.typescript(true);
    for arg in std::env::args().skip(1) {
        match arg.split_once('=').unwrap_or((&arg, "")) {
            ("--version", _) => {
                println!("wasm-bindgen {VERSION}");
                return Ok(());
            }
            ("--target", "web") => {
                bindgen.web(true)?;
            }
            ("--out-dir", path) if !path.is_empty() => folder = Some(PathBuf::from(path)),
            ("--out-name", name) if !name.is_empty() => {
                bindgen.out_name(name);
            }
            ("--no-typescript", _) => {
                bindgen.typescript(false);
            }
            ("--no-demangle", _) => {
                bindgen.demangle(false);
            }
            (path, "") if !path.starts_with('-') => input = Some(path.to_owned()),
            _ => bail!("this stand-in for wasm-bindgen does not know `{arg}`"),
        }
    }
    let input = input.context("which file?")?;
    let folder = folder.context("--out-dir is missing")?;
    bindgen.input_path(input).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(folder)
}
