//! Where things lie.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use dateline_tests::files;

/// Name of the program of the page: package, binary and file.
pub(crate) const APP: &str = "dateline-app";
/// Name of the worker's package.
pub(crate) const WORKER: &str = "dateline-worker";
/// The target of the page's program.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The cargo profile of the page's program.
pub(crate) const PAGE_PROFILE: &str = "page";

/// The cargo profile of the worker's program.
pub(crate) const WORKER_PROFILE: &str = "worker";

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    files::root()
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The page without articles, from which `dateline build` makes pages.
pub(crate) fn shell() -> PathBuf {
    files::dist().join("shell.html")
}

/// A path as a reader of messages wants it: from the checkout's root, if it lies in it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Reads a text file of the checkout.
pub(crate) fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", shown(path)))
}

/// Reads a file of the checkout.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", shown(path)))
}

/// Writes a file and the folders above it, unless it already holds these bytes.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", shown(folder)))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", shown(path)))
}
