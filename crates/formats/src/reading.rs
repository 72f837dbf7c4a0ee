//! The front door of reading: `read(name, bytes)`.
//!
//! In go the name of a file and its bytes; out come the articles that it holds and the problems met on the way.
//! The extension of the name alone chooses the format.
//! It never panics, and a problem never takes another article with it.
//! It opens no file: the caller has read the bytes, and has looked at [`MAX_FILE_BYTES`] before.

use crate::problem::{Problem, ProblemKind};
use crate::visible::is_blank;
use crate::{json_lines, markdown, text};
use dateline_core::article::Article;

/// The largest file that is read: 128 MiB.
pub const MAX_FILE_BYTES: u64 = 128 * 1024 * 1024;

/// What a file held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Its articles, in the order of the file.
    pub articles: Vec<Article>,
    /// What was not read, in the order of the file.
    pub problems: Vec<Problem>,
}

/// The kinds of file that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The text of a page, as somebody copied it: one article with whatever stood around it.
    Text,
    /// One article in Markdown, with or without front matter.
    Markdown,
    /// One article per line, each a JSON object.
    JsonLines,
}

impl Format {
    /// The format that the extension of a file name stands for, in capitals or not.
    pub fn of_name(name: &str) -> Option<Self> {
        match extension(name).to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// Reads the articles of a file.
///
/// The `key` of an article is the file's name without its folder, or the `id` of its JSON line.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let refuse = |kind| Reading {
        articles: Vec::new(),
        problems: vec![Problem { file: name.to_owned(), line: None, kind }],
    };
    let Some(format) = Format::of_name(name) else {
        return refuse(ProblemKind::UnknownFormat { extension: extension(name).to_owned() });
    };
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_FILE_BYTES {
        return refuse(ProblemKind::TooLarge { bytes: size, limit: MAX_FILE_BYTES });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return refuse(ProblemKind::Utf16);
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if body.iter().all(u8::is_ascii_whitespace) {
        return refuse(ProblemKind::EmptyFile);
    }
    if format == Format::JsonLines {
        let reading = json_lines::read(name, body);
        let binary = reading.articles.is_empty() && body.contains(&0);
        return if binary { refuse(ProblemKind::Binary) } else { reading };
    }
    if is_binary(body) {
        return refuse(ProblemKind::Binary);
    }
    match core::str::from_utf8(body) {
        Err(error) => {
            let offset = error.valid_up_to() + (bytes.len() - body.len());
            refuse(ProblemKind::NotUtf8 { offset })
        }
        Ok(body) if is_blank(body) => refuse(ProblemKind::EmptyFile),
        Ok(body) if format == Format::Markdown => markdown::read(name, body),
        Ok(body) => text::read(name, body),
    }
}

/// The name of a file without its folders, written for Unix or for Windows.
pub(crate) fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// What follows the last dot of a file's name; empty when there is none.
fn extension(name: &str) -> &str {
    base_name(name).rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// Whether bytes are no text: a NUL among them, or more than one control character in twenty bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |b: &&u8| matches!(b, 0x01..=0x08 | 0x0e..=0x1f | 0x7f);
    bytes.contains(&0) || bytes.iter().filter(is_control).count() * 20 > bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_extension_chooses_the_format() {
        for (name, format) in [
            ("a.txt", Some(Format::Text)),
            ("folder.md/a.TXT", Some(Format::Text)),
            ("C:\\texts\\a.md", Some(Format::Markdown)),
            ("a.b.jsonl", Some(Format::JsonLines)),
            ("a.pdf", None),
            ("folder.txt/a", None),
            ("", None),
        ] {
            assert_eq!(Format::of_name(name), format, "{name}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (name, bytes, kind) in [
            ("a.txt", &b""[..], ProblemKind::EmptyFile),
            ("a.md", b"\xef\xbb\xbf \r\n", ProblemKind::EmptyFile),
            ("a.jsonl", b"\n\n", ProblemKind::EmptyFile),
            ("a.txt", "\u{200b}\u{feff}\n".as_bytes(), ProblemKind::EmptyFile),
            ("a.md", "\u{feff}\u{200d}\u{a0}".as_bytes(), ProblemKind::EmptyFile),
            ("a.txt", b"\xff\xfea\0b\0", ProblemKind::Utf16),
            ("a.jsonl", b"\xfe\xff\0{\0}", ProblemKind::Utf16),
            ("a.txt", b"text\0text", ProblemKind::Binary),
            ("a.jsonl", b"\x01\0\x02\n", ProblemKind::Binary),
            ("a.md", b"\x01\x02 ab", ProblemKind::Binary),
            ("a.txt", b"\xef\xbb\xbfab\xff", ProblemKind::NotUtf8 { offset: 5 }),
            ("a.pdf", b"text", ProblemKind::UnknownFormat { extension: "pdf".into() }),
            ("a", b"text", ProblemKind::UnknownFormat { extension: String::new() }),
        ] {
            let reading = read(name, bytes);
            assert!(reading.articles.is_empty(), "{name}");
            let kinds: Vec<_> = reading.problems.into_iter().map(|p| p.kind).collect();
            assert_eq!(kinds, [kind], "{name}");
        }
    }

    /// Bytes that look enough like pages to reach every rule.
    fn page() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "\\PC{0,80}",
            "(By|Source:|Posted on|date|Tags|---|#|\\[|\\(|\\{|\"id\":|28|Jan|January|2026|-|/|,|\\.|https://|Reuters|\n| ){0,20}",
            "[A-Za-zäءلا。؟ ,.'’*_`>]{0,200}",
        ];
        let end = prop_oneof![Just("\n"), Just("\n\n"), Just("\r\n"), Just("\u{a0}"), Just(" ")];
        proptest::collection::vec((piece, end), 0..30)
            .prop_map(|parts| parts.into_iter().map(|(a, b)| a + b).collect())
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            for name in ["a.txt", "a.md", "a.jsonl", "a.pdf"] {
                read(name, &bytes);
            }
        }

        #[test]
        fn no_page_makes_it_panic(page in page()) {
            for name in ["a.txt", "a.md", "a.jsonl"] {
                for article in read(name, page.as_bytes()).articles {
                    prop_assert!(name == "a.jsonl" || !article.text.trim().is_empty());
                }
            }
        }
    }
}
