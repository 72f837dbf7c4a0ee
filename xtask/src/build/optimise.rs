//! wasm-opt, where it is there: it makes the program a twelfth smaller as browsers compile it; packed it stays as it is.
//!
//! It is taken from PATH or from npm's `binaryen` in target/tools; versions too old for today's Rust are passed over.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use dateline_tests::files::{program, tools};

use crate::command;
use crate::paths::{read_bytes, target, write};

/// Debian 12's 108 refuses what today's Rust writes.
const OLDEST: u32 = 120;

/// What browsers of the last years know; `--all-features` makes programs that they refuse.
const OPTIONS: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// The program made smaller, or as it was where there is no tool; says which.
pub(super) fn optimise(wasm: Vec<u8>, what: &str) -> Result<Vec<u8>> {
    let Some((tool, version)) = find() else {
        println!(
            "no wasm-opt of version {OLDEST} or newer here: the {what} is a twelfth larger once it is unpacked (`npm install --prefix target/tools binaryen` brings one)"
        );
        return Ok(wasm);
    };
    println!("making it smaller with wasm-opt {version}");
    let folder = target().join("page");
    let (before, after) =
        (folder.join(format!("{what}.wasm")), folder.join(format!("{what}.small.wasm")));
    write(&before, &wasm)?;
    command::run(Command::new(tool).args(OPTIONS).arg(&before).arg("-o").arg(&after), "wasm-opt")?;
    read_bytes(&after)
}

fn find() -> Option<(PathBuf, u32)> {
    // The one in target/tools was put there on purpose, so it is asked before PATH's.
    let own = tools().join("node_modules").join(".bin").join("wasm-opt");
    [Some(own), program("wasm-opt")]
        .into_iter()
        .flatten()
        .filter_map(|tool| version_of(&tool).map(|version| (tool, version)))
        .find(|(_, version)| *version >= OLDEST)
}

fn version_of(tool: &Path) -> Option<u32> {
    let said = Command::new(tool).arg("--version").output().ok()?;
    // `wasm-opt version 132 (version_132)`
    String::from_utf8_lossy(&said.stdout).split_whitespace().nth(2)?.parse().ok()
}
