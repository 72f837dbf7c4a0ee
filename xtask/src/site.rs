//! The hosted form: what Trunk takes from the single file, and the proof that its result opens.

use anyhow::{Result, bail};
use dateline_formats::page;
use dateline_tests::files;

use crate::paths::{read, root, write};
use crate::{browsers, build};

/// Writes first view and data blocks of the single file into target/site; only what differs, so that watchers rest.
pub(crate) fn data() -> Result<()> {
    build::run()?;
    let whole = read(&files::page())?;
    // Always here, wherever cargo builds to: index.html names this folder.
    let folder = root().join("target").join("site");
    write(&folder.join("first.html"), page::read_first_view(&whole)?.as_bytes())?;
    write(&folder.join("blocks.html"), page::read_data_blocks(&whole)?.as_bytes())
}

/// Opens dist/site over http in the browsers that are there.
pub(crate) fn test() -> Result<()> {
    if !files::dist().join("site").join("index.html").is_file() {
        bail!("dist/site is not there; `trunk build --release` makes it");
    }
    browsers::test_site()
}
