//! The hosted form: what Trunk takes from the single file, and the proof that its result opens.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use dateline_formats::page::{self, Part};
use dateline_tests::files;

use crate::paths::{read, root, write};
use crate::{browsers, build};

/// Writes first view, data blocks and the parts that sleep, all from the single file, into target/site; only what differs, so that watchers rest.
pub(crate) fn data() -> Result<()> {
    build::run()?;
    let whole = read(&files::page())?;
    // Always here, wherever cargo builds to: index.html names this folder.
    let folder = root().join("target").join("site");
    write(&folder.join("first.html"), page::read_first_view(&whole)?.as_bytes())?;
    let hosted = page::hosted(&whole)?;
    write(&folder.join("blocks.html"), hosted.blocks.as_bytes())?;
    let parts = folder.join("parts");
    drop_others(&parts, &hosted.parts)?;
    hosted.parts.iter().try_for_each(|part| write(&parts.join(&part.name), &part.bytes))
}

/// Removes the parts of earlier builds.
fn drop_others(folder: &Path, parts: &[Part]) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if !parts.iter().any(|part| entry.file_name() == part.name.as_str()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Opens dist/site over http in the browsers that are there.
pub(crate) fn test() -> Result<()> {
    if !files::dist().join("site").join("index.html").is_file() {
        bail!("dist/site is not there; `trunk build --release` makes it");
    }
    browsers::test_site()
}
