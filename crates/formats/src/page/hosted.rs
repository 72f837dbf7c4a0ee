//! What the hosted form takes from a page: blocks for its HTML, and files beside it.
//!
//! In: a finished page. Out: the blocks that its program needs at once, as they stand, and what only the worker needs as files with a hash of their content in the name, so that a copy of one never grows stale.
//! Program, style sheet and first view are taken elsewhere (Trunk, `read_first_view`).

use super::encode::unpack_base64;
use super::{KNOWLEDGE_PREFIX, PageError, WORKER_ID, region};
use sha2::{Digest as _, Sha256};

/// What the hosted form carries beside its program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hosted {
    /// Blocks, each in its tags; those of the worker name their files.
    pub blocks: String,
    /// The files, to lie in the folder `parts` beside the page.
    pub parts: Vec<Part>,
}

/// A file of the hosted form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name, with a hash of what it holds.
    pub name: String,
    /// What it holds: gzip.
    pub bytes: Vec<u8>,
}

/// Takes a page apart.
///
/// # Errors
/// Says which block is missing or damaged.
pub fn hosted(page: &str) -> Result<Hosted, PageError> {
    let mut blocks = String::new();
    for region in [region::BASEMAP, region::DETAIL, region::CORPUS, region::WORKER_SCRIPT] {
        blocks.push_str(&region.around(region.find(page)?.inside));
        blocks.push('\n');
    }
    let mut sleeping = vec![(WORKER_ID.to_owned(), region::WORKER.find(page)?.inside)];
    for (name, text) in region::knowledge(page)? {
        sleeping.push((format!("{KNOWLEDGE_PREFIX}{name}"), text));
    }
    let mut parts = Vec::new();
    for (id, text) in sleeping {
        let bytes = unpack_base64(text).ok_or(PageError::DamagedBlock(WORKER_ID))?;
        let hash: String =
            Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{id}-{hash}.bin");
        blocks.push_str(&format!(
            "<script type=\"application/octet-stream\" id=\"{id}\" data-src=\"parts/{name}\"></script>\n"
        ));
        parts.push(Part { name, bytes });
    }
    Ok(Hosted { blocks, parts })
}
