//! Versions that must agree, because two halves of one protocol carry them.
//!
//! The program's wasm-bindgen, the library that writes its glue, and the version that our stand-in tells Trunk are one and the same, pinned exactly.

use anyhow::Result;

use crate::paths::{read, root};

/// Reads the manifest and the stand-in and checks that they agree.
pub(super) fn check() -> Result<Vec<String>> {
    let manifest = read(&root().join("Cargo.toml"))?;
    let stand_in = read(&root().join("xtask/src/bin/bindgen-for-trunk.rs"))?;
    Ok(broken(&manifest, &stand_in))
}

fn broken(manifest: &str, stand_in: &str) -> Vec<String> {
    let pin = |name: &str| value_of(manifest, name)?.strip_prefix('=').map(str::to_owned);
    let told = value_of(stand_in, "const VERSION: &str").map(str::to_owned);
    let program = pin("wasm-bindgen");
    let mut broken = Vec::new();
    for (file, what, version) in [
        ("Cargo.toml", "wasm-bindgen", &program),
        ("Cargo.toml", "wasm-bindgen-cli-support", &pin("wasm-bindgen-cli-support")),
        ("xtask/src/bin/bindgen-for-trunk.rs", "VERSION", &told),
    ] {
        if version.is_none() || *version != program {
            broken.push(format!(
                "{file}:1: {what} is not pinned to the one version of wasm-bindgen (`=x.y.z`)"
            ));
        }
    }
    broken
}

/// The text in quotes on the line `name = "…"`.
fn value_of<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines()
        .filter_map(|line| line.trim().strip_prefix(name)?.trim_start().strip_prefix('='))
        .find_map(|rest| rest.split('"').nth(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_must_agree() {
        let manifest = |a: &str, b: &str| {
            format!("wasm-bindgen = \"{a}\"\nwasm-bindgen-cli-support = \"{b}\"\n")
        };
        for (a, b, told, n_broken) in [
            ("=1.2.3", "=1.2.3", "1.2.3", 0),
            ("=1.2.3", "=1.2.4", "1.2.3", 1),
            ("=1.2.3", "=1.2.3", "1.2.4", 1),
            ("1.2.3", "1.2.3", "1.2.3", 3),
        ] {
            let stand_in = format!("const VERSION: &str = \"{told}\";");
            assert_eq!(broken(&manifest(a, b), &stand_in).len(), n_broken, "{a} {b} {told}");
        }
    }
}
