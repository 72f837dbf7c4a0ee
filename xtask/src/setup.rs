//! What a fresh machine lacks: the wasm target, browsers and their drivers, and a checker of accessibility.
//!
//! Installs what it can and says in one sentence what it cannot.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use dateline_tests::files::{self, program, tools};

use crate::command;
use crate::package::Package;
use crate::paths::{self, WASM_TARGET, root, target};

/// Debian's packages of both browsers, with Chromium's driver.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "firefox-esr"];

/// The package that checks accessibility: name, version, SHA-256. Only a test uses it; nothing of it is built into the page.
const AXE: (&str, &str, &str) =
    ("axe-core", "4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745");

/// Adds the wasm target to the toolchain of this checkout, unless it is there.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = command::output(
        Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()),
        "rustc",
    )?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("adding the target {WASM_TARGET} to the Rust toolchain");
    let added =
        Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(root()).status();
    match added {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => bail!("rustup could not add the target {WASM_TARGET}; it needs the network once"),
        Err(_) => bail!(
            "the Rust toolchain lacks the target {WASM_TARGET} and there is no rustup to add it; install Rust from rustup.rs or add your system's package for that target"
        ),
    }
}

/// Makes sure that Chromium, Firefox and their drivers are there.
pub(crate) fn browsers() -> Result<()> {
    let has_browsers = has_any(&["chromium", "chromium-browser", "google-chrome"])
        && program("chromedriver").is_some()
        && has_any(&["firefox", "firefox-esr"]);
    if !has_browsers {
        install_packages()?;
    }
    if program("geckodriver").is_none() {
        println!("installing geckodriver into target/tools (about 3 minutes, once)");
        let mut install = command::cargo(["install", "geckodriver", "--locked", "--root"]);
        // Its own folder for building: this checkout's would be taken otherwise when CARGO_TARGET_DIR is set.
        install.arg(tools()).env("CARGO_TARGET_DIR", tools().join("build"));
        command::run(&mut install, "`cargo install geckodriver`")?;
        let _ = std::fs::remove_dir_all(tools().join("build"));
    }
    Ok(())
}

/// Puts axe-core where the test of accessibility looks for it.
///
/// # Errors
/// When npm is missing, cannot fetch it, or brought other bytes.
pub(crate) fn axe() -> Result<()> {
    let script = files::axe();
    if script.is_file() {
        return Ok(());
    }
    let package = Package::open(&target().join("data"), AXE)?;
    paths::write(&script, package.bytes("axe.min.js")?)
}

fn install_packages() -> Result<()> {
    const ADVICE: &str = "install Chromium with chromedriver, and Firefox, so that they are on PATH; or leave them out with --skip-browsers";
    if program("apt-get").is_none() || !is_root() {
        bail!("the browser tests need browsers that are not here: {ADVICE}");
    }
    println!("installing {} (once)", PACKAGES.join(", "));
    for args in [&["update"][..], &["install", "-y", "--no-install-recommends"][..]] {
        let packages: &[&str] = if args[0] == "install" { &PACKAGES } else { &[] };
        let status = Command::new("apt-get")
            .args(args)
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null())
            .status()
            .context("apt-get could not be started")?;
        if !status.success() {
            bail!("`apt-get {}` failed: {ADVICE}", args[0]);
        }
    }
    Ok(())
}

fn has_any(names: &[&str]) -> bool {
    names.iter().any(|name| program(name).is_some())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
