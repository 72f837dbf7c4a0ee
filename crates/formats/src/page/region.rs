//! The places of a shell that are filled per page.
//!
//! A region is what stands between two fixed texts.
//! What is written into one is either escaped or base64, so it never holds the closing text, and the first closing text after the opening one ends the region.

use super::{BASEMAP_ID, CORPUS_ID, PROGRAM_ID, PageError};

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

/// The pack.
pub(super) const CORPUS: Region = Region {
    name: "articles",
    open: "<script type=\"application/octet-stream\" id=\"dateline-corpus\">",
    close: "</script>",
};

// The openings above spell the ids out, because constants cannot be joined; this keeps the two the same.
const _: () = {
    assert!(ends_with_id(PROGRAM.open, PROGRAM_ID));
    assert!(ends_with_id(BASEMAP.open, BASEMAP_ID));
    assert!(ends_with_id(CORPUS.open, CORPUS_ID));
};

const fn ends_with_id(open: &str, id: &str) -> bool {
    let (open, id) = (open.as_bytes(), id.as_bytes());
    let start = open.len() - 2 - id.len();
    let mut at = 0;
    while at < id.len() {
        if open[start + at] != id[at] {
            return false;
        }
        at += 1;
    }
    true
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
