//! The page: one HTML file that holds program, base map and articles.
//!
//! In: the parts of the program (`ShellParts`), once per build; a first view and the bytes of a corpus pack, once per page.
//! Out: a shell, which is a complete page without articles, and pages written from it.
//! What only the worker needs (its program, its script, its knowledge) lies asleep in blocks behind everything else.
//! The five places that differ from page to page (title, description, first view, detail of the map, pack) are regions with fixed borders, so a finished page is a shell too: a page can write a copy of itself with other articles in it.
//! Guarantees: every text is escaped, so it can never become markup; the policy in the head allows exactly the one style sheet and the one script by their hashes, and no request at all; same input, same bytes.
//! It does not build the program (`xtask` does), choose what the first view shows (`view` does) or know what a pack holds (`core::pack` does).

use std::fmt;

mod encode;
mod first;
mod hosted;
mod policy;
mod region;
mod shell;

pub use encode::{decode_block, deflate, encode_block, escape};
pub use first::{FirstCard, FirstSegment, FirstView};
pub use hosted::{Hosted, Part, hosted};
pub use shell::{ShellParts, WorkerParts, shell};

/// Id of the data block that holds the program (wasm).
pub const PROGRAM_ID: &str = "dateline-program";
/// Id of the data block that holds the base map.
pub const BASEMAP_ID: &str = "dateline-basemap";
/// Id of the data block that holds what a close look adds to the base map; it may be empty.
pub const DETAIL_ID: &str = "dateline-detail";
/// Id of the data block that holds the corpus pack.
pub const CORPUS_ID: &str = "dateline-corpus";
/// Id of the data block that holds the script of the worker.
pub const WORKER_SCRIPT_ID: &str = "dateline-worker-script";
/// Id of the data block that holds the worker's program (wasm).
pub const WORKER_ID: &str = "dateline-worker";
/// What the ids of the data blocks begin with that hold the worker's knowledge; the name of the block follows.
pub const KNOWLEDGE_PREFIX: &str = "dateline-knowledge-";

/// What can be wrong with a shell or a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// A region that every shell has is missing; its name in words.
    MissingRegion(&'static str),
    /// The data block with this id is empty.
    EmptyBlock(&'static str),
    /// The data block with this id is not base64 of a whole gzip stream.
    DamagedBlock(&'static str),
}

impl fmt::Display for PageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingRegion(name) => {
                write!(out, "this is not a Dateline page: it has no place for the {name}")
            }
            Self::EmptyBlock(id) => write!(out, "the page's data block `{id}` is empty"),
            Self::DamagedBlock(id) => write!(out, "the page's data block `{id}` is damaged"),
        }
    }
}

impl std::error::Error for PageError {}

/// A page: the shell (or another page) with this first view and this pack in it.
///
/// # Errors
/// `MissingRegion` when `shell` was not made by [`shell`](fn@shell).
pub fn write(shell: &str, first: &FirstView, pack: &[u8]) -> Result<String, PageError> {
    let mut page = String::with_capacity(shell.len() + pack.len());
    let mut rest = shell;
    for (region, text) in [
        (region::TITLE, escape(&first.title)),
        (region::DESCRIPTION, escape(&first.counts)),
        (region::FIRST_VIEW, first.html()),
        (region::CORPUS, encode_block(pack)),
    ] {
        let found = region.find(rest)?;
        page.push_str(found.before);
        page.push_str(&text);
        rest = found.after;
    }
    page.push_str(rest);
    Ok(page)
}

/// The page with other bytes in one of its blocks of knowledge; the rest stays as it is.
///
/// # Errors
/// `MissingRegion` when the page has no such block.
pub fn with_knowledge(page: &str, name: &str, bytes: &[u8]) -> Result<String, PageError> {
    let found = region::KNOWLEDGE.find(page)?;
    let mut blocks: Vec<(String, String)> = region::knowledge(page)?
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect();
    let block = blocks.iter_mut().find(|(block, _)| block == name);
    let missing = PageError::MissingRegion("knowledge");
    block.ok_or(missing)?.1 = encode_block(bytes);
    let region = region::with_knowledge(&blocks);
    let start = found.before.len() - region::KNOWLEDGE.open.len();
    let end = found.after.get(region::KNOWLEDGE.close.len()..).unwrap_or_default();
    Ok([page.get(..start).unwrap_or_default(), &region, end].concat())
}

/// The page with other detail of the base map, or without any when there are no bytes; the rest stays
/// as it is.
///
/// # Errors
/// `MissingRegion` when the page has no place for it.
pub fn with_detail(page: &str, bytes: &[u8]) -> Result<String, PageError> {
    let found = region::DETAIL.find(page)?;
    let block = if bytes.is_empty() { String::new() } else { encode_block(bytes) };
    Ok([found.before, &block, found.after].concat())
}

/// The detail of the base map that a page holds.
///
/// # Errors
/// Says which part is missing, empty or damaged.
pub fn read_detail(page: &str) -> Result<Vec<u8>, PageError> {
    read_block(page, region::DETAIL, DETAIL_ID)
}

/// The pack that a page holds.
///
/// # Errors
/// Says which part is missing, empty or damaged.
pub fn read_pack(page: &str) -> Result<Vec<u8>, PageError> {
    read_block(page, region::CORPUS, CORPUS_ID)
}

/// The base map that a page or shell holds.
///
/// # Errors
/// Says which part is missing, empty or damaged.
pub fn read_basemap(page: &str) -> Result<Vec<u8>, PageError> {
    read_block(page, region::BASEMAP, BASEMAP_ID)
}

/// How many bytes of gzip the blocks of a page hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedSizes {
    /// The program.
    pub program: u64,
    /// The base map.
    pub basemap: u64,
    /// The base map's detail.
    pub detail: u64,
    /// The corpus pack.
    pub corpus: u64,
    /// The worker: its program and its script.
    pub worker: u64,
    /// The worker's knowledge, all blocks together.
    pub knowledge: u64,
}

/// The sizes of a page's blocks; nothing is unpacked.
///
/// # Errors
/// Says which block is missing.
pub fn packed_sizes(page: &str) -> Result<PackedSizes, PageError> {
    let packed = |text: &str| {
        let text = text.trim_ascii();
        let padding = text.bytes().rev().take_while(|&byte| byte == b'=').count();
        // Four characters of base64 hold three bytes.
        (text.len() / 4 * 3).saturating_sub(padding) as u64
    };
    let size = |region: region::Region| Ok(packed(region.find(page)?.inside));
    Ok(PackedSizes {
        program: size(region::PROGRAM)?,
        basemap: size(region::BASEMAP)?,
        detail: size(region::DETAIL)?,
        corpus: size(region::CORPUS)?,
        worker: size(region::WORKER)? + size(region::WORKER_SCRIPT)?,
        knowledge: region::knowledge(page)?.iter().map(|(_, text)| packed(text)).sum(),
    })
}

/// The first view that a page holds, as HTML; empty in a shell.
///
/// # Errors
/// `MissingRegion` when this is not a page of ours.
pub fn read_first_view(page: &str) -> Result<&str, PageError> {
    Ok(region::FIRST_VIEW.find(page)?.inside)
}

fn read_block(page: &str, region: region::Region, id: &'static str) -> Result<Vec<u8>, PageError> {
    let text = region.find(page)?.inside.trim_ascii();
    if text.is_empty() {
        return Err(PageError::EmptyBlock(id));
    }
    decode_block(text).ok_or(PageError::DamagedBlock(id))
}

#[cfg(test)]
mod tests;
