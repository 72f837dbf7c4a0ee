//! The places of a shell that are filled per page.
//!
//! A region is what stands between two fixed texts.
//! What is written into one is either escaped or base64, so it never holds the closing text, and the first closing text after the opening one ends the region.

use super::{
    BASEMAP_ID, CORPUS_ID, DETAIL_ID, KNOWLEDGE_PREFIX, PROGRAM_ID, PageError, WORKER_ID,
    WORKER_SCRIPT_ID,
};

/// One such place.
#[derive(Clone, Copy)]
pub(super) struct Region {
    /// What it is, in the words of an error.
    name: &'static str,
    /// Text that ends just before it.
    pub(super) open: &'static str,
    /// Text that begins just after it.
    pub(super) close: &'static str,
}

/// A page cut at a region.
pub(super) struct Found<'a> {
    /// Everything up to the region, its opening text included.
    pub(super) before: &'a str,
    /// The region itself.
    pub(super) inside: &'a str,
    /// Everything from the closing text on.
    pub(super) after: &'a str,
}

/// The document's title.
pub(super) const TITLE: Region = Region { name: "title", open: "<title>", close: "</title>" };

/// The sentence that search engines and messengers show under the title.
pub(super) const DESCRIPTION: Region =
    Region { name: "description", open: "<meta name=\"description\" content=\"", close: "\">" };

/// What is painted before the program runs.
pub(super) const FIRST_VIEW: Region =
    Region { name: "first view", open: "<div id=\"app\">", close: "<!--first view ends--></div>" };

/// The program.
pub(super) const PROGRAM: Region = Region {
    name: "program",
    open: "<script type=\"application/octet-stream\" id=\"dateline-program\">",
    close: "</script>",
};

/// The base map.
pub(super) const BASEMAP: Region = Region {
    name: "base map",
    open: "<script type=\"application/octet-stream\" id=\"dateline-basemap\">",
    close: "</script>",
};

/// What a close look adds to the base map.
pub(super) const DETAIL: Region = Region {
    name: "base map's detail",
    open: "<script type=\"application/octet-stream\" id=\"dateline-detail\">",
    close: "</script>",
};

/// The pack.
pub(super) const CORPUS: Region = Region {
    name: "articles",
    open: "<script type=\"application/octet-stream\" id=\"dateline-corpus\">",
    close: "</script>",
};

/// The worker's script.
pub(super) const WORKER_SCRIPT: Region = Region {
    name: "worker's script",
    open: "<script type=\"application/octet-stream\" id=\"dateline-worker-script\">",
    close: "</script>",
};

/// The worker's program.
pub(super) const WORKER: Region = Region {
    name: "worker",
    open: "<script type=\"application/octet-stream\" id=\"dateline-worker\">",
    close: "</script>",
};

/// The worker's knowledge: a block after the other, each in its tags.
pub(super) const KNOWLEDGE: Region =
    Region { name: "knowledge", open: "<!--knowledge-->", close: "<!--knowledge ends-->" };

/// What a block of knowledge begins with; its name follows, then [`KNOWLEDGE_NAMED`].
const KNOWLEDGE_OPEN: &str = "<script type=\"application/octet-stream\" id=\"dateline-knowledge-";
const KNOWLEDGE_NAMED: &str = "\">";
const KNOWLEDGE_CLOSE: &str = "</script>";

// The openings above spell the ids out, because constants cannot be joined; this keeps the two the same.
const _: () = {
    assert!(ends_with_id(PROGRAM.open, PROGRAM_ID));
    assert!(ends_with_id(BASEMAP.open, BASEMAP_ID));
    assert!(ends_with_id(DETAIL.open, DETAIL_ID));
    assert!(ends_with_id(CORPUS.open, CORPUS_ID));
    assert!(ends_with_id(WORKER_SCRIPT.open, WORKER_SCRIPT_ID));
    assert!(ends_with_id(WORKER.open, WORKER_ID));
    assert!(ends_with(KNOWLEDGE_OPEN, KNOWLEDGE_PREFIX, 0));
};

const fn ends_with_id(open: &str, id: &str) -> bool {
    ends_with(open, id, 2)
}

/// Whether the id stands so many bytes before the end.
const fn ends_with(open: &str, id: &str, before_end: usize) -> bool {
    let (open, id) = (open.as_bytes(), id.as_bytes());
    let start = open.len() - before_end - id.len();
    let mut at = 0;
    while at < id.len() {
        if open[start + at] != id[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The region of knowledge, from named blocks in base64.
pub(super) fn with_knowledge(blocks: &[(String, String)]) -> String {
    let blocks: Vec<String> = blocks
        .iter()
        .map(|(name, text)| {
            format!("{KNOWLEDGE_OPEN}{name}{KNOWLEDGE_NAMED}{text}{KNOWLEDGE_CLOSE}\n")
        })
        .collect();
    KNOWLEDGE.around(&blocks.concat())
}

/// Names and texts of the blocks of knowledge in a page.
pub(super) fn knowledge(page: &str) -> Result<Vec<(&str, &str)>, PageError> {
    let pieces = KNOWLEDGE.find(page)?.inside.split(KNOWLEDGE_OPEN).skip(1);
    let block = |piece: &str| {
        let (name, rest) = piece.split_once(KNOWLEDGE_NAMED)?;
        Some((name.len(), rest.find(KNOWLEDGE_CLOSE)?))
    };
    pieces
        .map(|piece| {
            let (name, text) = block(piece).ok_or(PageError::MissingRegion(KNOWLEDGE.name))?;
            let start = name + KNOWLEDGE_NAMED.len();
            let name = piece.get(..name).unwrap_or_default();
            Ok((name, piece.get(start..start + text).unwrap_or_default()))
        })
        .collect()
}

impl Region {
    /// The region's borders with a text between them.
    pub(super) fn around(self, text: &str) -> String {
        format!("{}{text}{}", self.open, self.close)
    }

    /// Cuts a page at its first region of this kind.
    pub(super) fn find(self, page: &str) -> Result<Found<'_>, PageError> {
        let missing = PageError::MissingRegion(self.name);
        let start = page.find(self.open).ok_or(missing)? + self.open.len();
        let (before, rest) = page.split_at(start);
        let end = rest.find(self.close).ok_or(missing)?;
        let (inside, after) = rest.split_at(end);
        Ok(Found { before, inside, after })
    }
}
