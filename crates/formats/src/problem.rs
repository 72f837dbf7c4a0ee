//! What could not be read, where, and what to do about it.
//!
//! A problem is made where it is found and shown as one sentence by `Display`; nothing here decides whether it stops anything.
//! The sentence names the file, the place in it and the remedy, in lower case and without a full stop; names and values of a hostile file stand in it as [`printable`] shows them.

use crate::visible::printable;
use core::error::Error;
use core::fmt;

/// Something in a file that was not read, or not wholly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file, as it was given.
    pub file: String,
    /// The line, counted from 1, when the problem lies in one.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong with a file or with a line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file holds nothing, or nothing that can be seen.
    EmptyFile,
    /// The bytes are not UTF-8 from this offset on (from the start of the line when the problem names one).
    NotUtf8 {
        /// Offset of the first bad byte.
        offset: usize,
    },
    /// The file begins with the byte order mark of UTF-16.
    Utf16,
    /// The file holds NUL bytes or many other control characters.
    Binary,
    /// The file is larger than [`crate::MAX_FILE_BYTES`].
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// Nothing was left after page furniture had been removed.
    NoArticleText,
    /// No reader knows the extension.
    UnknownFormat {
        /// The extension without its dot; empty when there is none.
        extension: String,
    },
    /// A line is not a JSON value.
    BrokenJson {
        /// What the parser expected or met.
        reason: String,
        /// Column of the line, in bytes, from 1.
        column: usize,
    },
    /// A line is JSON, but no object.
    NotAnObject {
        /// What it is instead: "a list", "a number", …
        found: &'static str,
    },
    /// A JSON line has no `text`.
    NoText,
    /// The `text` of a JSON line is no string.
    TextNotAString {
        /// What it is instead.
        found: &'static str,
    },
    /// An optional field holds another type of value than it should.
    WrongType {
        /// The field.
        field: &'static str,
        /// The types that it may hold: "a string", …
        wanted: &'static str,
        /// What it holds instead.
        found: &'static str,
    },
    /// A field should hold a date, and does not.
    NotADate {
        /// The field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
    /// A line of the front matter is not `key: value`.
    FrontMatterLine,
    /// The front matter is opened and never closed.
    FrontMatterOpen,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&printable(&self.file))?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        f.write_str(": ")?;
        match &self.kind {
            ProblemKind::EmptyFile => {
                f.write_str("the file is empty; put text into it or leave it out")
            }
            ProblemKind::NotUtf8 { offset } => {
                write!(f, "not UTF-8 text from byte {offset} on; save it as UTF-8")
            }
            ProblemKind::Utf16 => f.write_str("the file is UTF-16; save it as UTF-8"),
            ProblemKind::Binary => f.write_str(
                "a binary file, not text; leave it out or turn it into text with another program",
            ),
            ProblemKind::TooLarge { bytes, limit } => write!(
                f,
                "{} is larger than the limit of {}; split it into smaller files",
                Mebibytes(*bytes),
                Mebibytes(*limit)
            ),
            ProblemKind::NoArticleText => f.write_str(
                "no article text is left after removing page furniture; \
                 check that the file holds whole paragraphs",
            ),
            ProblemKind::UnknownFormat { extension } if extension.is_empty() => f.write_str(
                "a file without an extension cannot be read; name it .txt, .md or .jsonl",
            ),
            ProblemKind::UnknownFormat { extension } => write!(
                f,
                "files of kind `.{}` cannot be read; give it as .txt, .md or .jsonl",
                printable(extension)
            ),
            ProblemKind::BrokenJson { reason, column } => {
                let reason = printable(reason);
                write!(f, "not valid JSON ({reason} at column {column}); fix or remove the line")
            }
            ProblemKind::NotAnObject { found } => write!(
                f,
                "the line is {found}, not an object like `{{\"id\":…,\"text\":…}}`; \
                 fix or remove the line"
            ),
            ProblemKind::NoText => {
                f.write_str("the article has no `text`; add it or remove the line")
            }
            ProblemKind::TextNotAString { found } => {
                write!(f, "`text` is {found}, not a string; correct it or remove the line")
            }
            ProblemKind::WrongType { field, wanted, found } => {
                write!(f, "`{field}` is {found}, not {wanted}; correct it or leave it out")
            }
            ProblemKind::NotADate { field, value } => write!(
                f,
                "`{field}` is not a date like 2026-01-28 (\"{}\"); correct it or leave it out",
                printable(value)
            ),
            ProblemKind::FrontMatterLine => f.write_str(
                "the front matter has a line that is not `key: value`; fix or remove it",
            ),
            ProblemKind::FrontMatterOpen => f.write_str(
                "the front matter is opened here and never closed; \
                 add a line `---` after its last key",
            ),
        }
    }
}

impl Error for Problem {}

/// A size as a reader would say it.
struct Mebibytes(u64);

impl fmt::Display for Mebibytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = self.0 / 1024 * 10 / 1024;
        match (tenths / 10, tenths % 10) {
            (whole, 0) => write!(f, "{whole} MiB"),
            (whole, tenth) => write!(f, "{whole}.{tenth} MiB"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_names_the_file_the_place_and_the_remedy() {
        let broken = ProblemKind::BrokenJson { reason: "expected `:`".into(), column: 12 };
        let large = ProblemKind::TooLarge { bytes: 135_266_304, limit: crate::MAX_FILE_BYTES };
        for (file, line, kind, sentence) in [
            (
                "notes.jsonl",
                Some(3),
                broken,
                "notes.jsonl, line 3: not valid JSON (expected `:` at column 12); fix or remove the line",
            ),
            (
                "big.txt",
                None,
                large,
                "big.txt: 129 MiB is larger than the limit of 128 MiB; split it into smaller files",
            ),
            (
                "a\nb\u{202e}.txt",
                None,
                ProblemKind::NotUtf8 { offset: 17 },
                "a\u{fffd}b\u{fffd}.txt: not UTF-8 text from byte 17 on; save it as UTF-8",
            ),
            (
                "a.md",
                Some(2),
                ProblemKind::NotADate { field: "published", value: "\u{1b}[2Jsoon".into() },
                "a.md, line 2: `published` is not a date like 2026-01-28 (\"\u{fffd}[2Jsoon\"); correct it or leave it out",
            ),
            ("a.txt", None, ProblemKind::Utf16, "a.txt: the file is UTF-16; save it as UTF-8"),
            (
                "scan.pdf",
                None,
                ProblemKind::UnknownFormat { extension: "pdf".into() },
                "scan.pdf: files of kind `.pdf` cannot be read; give it as .txt, .md or .jsonl",
            ),
        ] {
            let problem = Problem { file: file.into(), line, kind };
            assert_eq!(problem.to_string(), sentence);
            assert!(!sentence.ends_with('.'));
        }
    }
}
