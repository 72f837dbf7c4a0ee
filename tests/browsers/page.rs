//! The single file in both browsers, from `file://` and from `http://`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use dateline_tests::browser::{self, Browser, Session};
use dateline_tests::files;
use dateline_tests::server::Server;

mod access;
mod address;
mod adds;
mod corrects;
mod damaged;
mod filters;
mod fixes;
mod keyboard;
mod labels;
mod layouts;
mod lists;
mod map;
mod narrows;
mod opens;
mod palette;
mod phone;
mod policy;
mod reads;
mod requests;
mod same;
mod saves;
mod scrolls;
mod timeline;
mod walk;

/// Where a page is opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Double-clicked.
    File,
    /// From a static host.
    Http,
}

/// A browser with the address of the page.
pub(crate) struct Visit<'a> {
    pub(crate) session: &'a Session,
    pub(crate) origin: Origin,
    pub(crate) address: String,
    /// There for `Origin::Http`.
    pub(crate) server: Option<Server>,
}

/// Runs a check on the page as it was built.
pub(crate) fn check(
    browser: Browser,
    origin: Origin,
    body: impl AsyncFnOnce(&Visit<'_>) -> Result<()>,
) {
    check_file(browser, origin, &files::page(), body);
}

/// Runs a check on some page.
pub(crate) fn check_file(
    browser: Browser,
    origin: Origin,
    file: &Path,
    body: impl AsyncFnOnce(&Visit<'_>) -> Result<()>,
) {
    assert!(file.is_file(), "{} is missing; `cargo xtask build` makes it", file.display());
    let done = browser::with(browser, async |session| {
        let (address, server) = match origin {
            Origin::File => (files::file_address(file), None),
            Origin::Http => {
                let folder = file.parent().context("a file lies in a folder")?;
                let name = file.file_name().context("a file has a name")?.to_string_lossy();
                let server = Server::start(folder)?;
                (server.address_of(&name), Some(server))
            }
        };
        body(&Visit { session, origin, address, server }).await
    });
    done.unwrap_or_else(|error| panic!("{} from {origin:?}: {error:#}", browser.name()));
}

/// A changed copy of the page, under target/.
pub(crate) fn copy(name: &str, change: impl FnOnce(&str) -> String) -> PathBuf {
    let folder = files::root().join("target").join("tests");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.html"));
    std::fs::write(&file, change(&std::fs::read_to_string(files::page()).unwrap())).unwrap();
    file
}

/// One test function per browser and origin for each of the named checks (`async fn(&Visit) -> Result<()>`).
macro_rules! everywhere {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            use $crate::page::{Origin, check};
            use dateline_tests::browser::Browser;

            #[test]
            fn chromium_file() {
                check(Browser::Chromium, Origin::File, super::$name);
            }
            #[test]
            fn chromium_http() {
                check(Browser::Chromium, Origin::Http, super::$name);
            }
            #[test]
            fn firefox_file() {
                check(Browser::Firefox, Origin::File, super::$name);
            }
            #[test]
            fn firefox_http() {
                check(Browser::Firefox, Origin::Http, super::$name);
            }
        }
    )+ };
}
pub(crate) use everywhere;

impl Visit<'_> {
    /// Opens the page with a fragment (`""` or `"#…"`), which must become ready.
    pub(crate) async fn open(&self, fragment: &str) -> Result<()> {
        let ready = self.session.open(&format!("{}{fragment}", self.address)).await?;
        anyhow::ensure!(ready == "true", "the page says `{ready}` with {fragment:?}");
        Ok(())
    }
}
