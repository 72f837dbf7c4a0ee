//! `cargo xtask run`: builds the single file, serves it on this machine and opens it.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use dateline_tests::files;
use dateline_tests::server::Server;

use crate::build;

/// Builds, and unless told otherwise serves until it is stopped.
pub(crate) fn run(no_serve: bool) -> Result<()> {
    build::run()?;
    let page = files::page();
    println!("file     {}", page.display());
    println!("         double-click it; it needs no server");
    if no_serve {
        return Ok(());
    }
    let server = Server::start(&files::dist()).context("no free port on 127.0.0.1")?;
    let address = server.address_of("dateline.html");
    println!("address  {address}");
    open(&address);
    println!("serving until you press Ctrl-C");
    loop {
        std::thread::park();
    }
}

/// Opens the address where there is a screen; silence is fine, because it has been printed.
fn open(address: &str) {
    let opener = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ if std::env::var_os("DISPLAY").is_none()
            && std::env::var_os("WAYLAND_DISPLAY").is_none() =>
        {
            return;
        }
        _ => "xdg-open",
    };
    let started =
        Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() {
        println!("(no browser could be opened; copy the address)");
    }
}
