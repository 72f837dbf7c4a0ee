//! Packages of npm that measurements compare with; nothing of them is built into anything.
//!
//! In: a name with its version. Out: a folder below `target/` into which npm has put it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use dateline_tests::files::program;

use crate::command;
use crate::paths::target;

/// The folder in which a package lies, below one of the measurement; fetches it if need be.
pub(crate) fn package(bench: &str, name: &str) -> Result<PathBuf> {
    let folder = target().join(bench).join(name);
    // npm writes this last.
    if folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(folder);
    }
    program("node").context("there is no node")?;
    program("npm").context("there is no npm")?;
    std::fs::create_dir_all(&folder).context("no folder can be made for it")?;
    // npm takes the folder for its own only if it finds its list there.
    std::fs::write(folder.join("package.json"), "{ \"private\": true }\n")?;
    println!("fetching {name} from npm (once)");
    let mut install = Command::new("npm");
    install
        .args(["install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", name])
        .current_dir(&folder)
        .stdout(Stdio::null());
    command::run(&mut install, "npm")?;
    Ok(folder)
}
