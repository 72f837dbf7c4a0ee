//! The blocks of a Markdown body, as plain text.
//!
//! In goes the body; out come its headings and paragraphs in order, none of them blank, each on one line.
//! Items of lists and lines of code or of tables are paragraphs of their own; images, comments, rules and link definitions go.

use super::inline::plain;
use crate::visible::is_blank;

/// A block of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading of the first level.
    Title(String),
    /// Anything else that has words.
    Paragraph(String),
}

impl Block {
    /// Its words.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Title(text) | Self::Paragraph(text) => text,
        }
    }
}

/// Reduces a body to its blocks.
pub(super) fn blocks(body: &str) -> Vec<Block> {
    let body = without_comments(body);
    let mut out = Out::default();
    let mut fence: Option<&str> = None;
    for raw in body.lines() {
        let line = raw.trim();
        if let Some(mark) = fence {
            if line.starts_with(mark) {
                fence = None;
            } else {
                out.whole(line.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            continue;
        }
        let line = without_quote_marks(line);
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark)) {
            out.end_paragraph();
            fence = Some(mark);
        } else if line.is_empty() || is_definition(line) {
            out.end_paragraph();
        } else if let Some(level) = underline(line).filter(|_| !out.open.is_empty()) {
            out.end_heading(level);
        } else if is_rule(line) {
            out.end_paragraph();
        } else if let Some((level, heading)) = heading(line) {
            out.end_paragraph();
            heading.clone_into(&mut out.open);
            out.end_heading(level);
        } else if let Some(cells) = table_row(line) {
            out.whole(plain(&cells));
        } else if let Some(item) = list_item(line) {
            out.end_paragraph();
            item.clone_into(&mut out.open);
        } else {
            if !out.open.is_empty() {
                out.open.push(' ');
            }
            out.open.push_str(line.strip_suffix('\\').unwrap_or(line));
        }
    }
    out.end_paragraph();
    out.blocks
}

#[derive(Default)]
struct Out {
    blocks: Vec<Block>,
    /// Source of the paragraph that is being read.
    open: String,
}

impl Out {
    fn end_paragraph(&mut self) {
        let text = plain(&core::mem::take(&mut self.open));
        self.push(Block::Paragraph, text);
    }

    fn end_heading(&mut self, level: usize) {
        let text = plain(&core::mem::take(&mut self.open));
        self.push(if level == 1 { Block::Title } else { Block::Paragraph }, text);
    }

    fn whole(&mut self, text: String) {
        self.end_paragraph();
        self.push(Block::Paragraph, text);
    }

    fn push(&mut self, kind: fn(String) -> Block, text: String) {
        if !is_blank(&text) {
            self.blocks.push(kind(text));
        }
    }
}

fn without_comments(body: &str) -> String {
    let mut rest = body;
    let mut out = String::with_capacity(body.len());
    while let Some((before, after)) = rest.split_once("<!--") {
        // A comment that is never closed is text.
        let Some((_, behind)) = after.split_once("-->") else { break };
        out.push_str(before);
        rest = behind;
    }
    out + rest
}

fn without_quote_marks(line: &str) -> &str {
    let mut line = line;
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.trim_start();
    }
    line
}

/// `===` or `---` below a paragraph makes it a heading.
fn underline(line: &str) -> Option<usize> {
    if line.bytes().all(|b| b == b'=') {
        Some(1)
    } else {
        (line.len() >= 2 && line.bytes().all(|b| b == b'-')).then_some(2)
    }
}

fn is_rule(line: &str) -> bool {
    let marks: Vec<u8> = line.bytes().filter(|b| *b != b' ').collect();
    marks.len() >= 3
        && matches!(marks.first(), Some(b'-' | b'*' | b'_'))
        && marks.windows(2).all(|pair| pair[0] == pair[1])
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = line.get(level..)?;
    ((1..=6).contains(&level) && (rest.is_empty() || rest.starts_with(' ')))
        .then(|| (level, rest.trim().trim_end_matches('#').trim_end()))
}

/// The words of a list item; a number of more than three digits begins a sentence, not a list.
fn list_item(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(['-', '*', '+']) {
        let rest = rest.strip_prefix([' ', '\t'])?.trim_start();
        let task = ["[ ] ", "[x] ", "[X] "].into_iter().find_map(|mark| rest.strip_prefix(mark));
        return Some(task.unwrap_or(rest));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    (1..=3).contains(&digits).then(|| rest.trim_start())
}

/// The cells of a table's row, joined by a comma; empty for the line below its head.
fn table_row(line: &str) -> Option<String> {
    let inner = line.strip_prefix('|')?.trim_end_matches('|');
    if inner.bytes().all(|b| matches!(b, b'-' | b':' | b'|' | b' ')) {
        return Some(String::new());
    }
    let cells: Vec<&str> = inner.split('|').map(str::trim).filter(|c| !c.is_empty()).collect();
    Some(cells.join(", "))
}

/// `[name]: address`, the definition of a link or a footnote's address.
fn is_definition(line: &str) -> bool {
    line.strip_prefix('[').and_then(|rest| rest.split_once("]:")).is_some_and(|(name, target)| {
        !name.contains(']') && !name.starts_with('^') && target.split_whitespace().count() >= 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_becomes_plain_paragraphs() {
        let body = "\
First line\nand its second.\n\n## A sub-heading ##\n\n> Quoted,\n> over two lines.\n\n\
- one\n  goes on\n- [x] two\n1. three\n2026. was a year\n\n***\n\n| a | b |\n|---|---|\n| c | **d** |\n\n\
```rust\nlet x =   1;\n```\n<!-- gone\nwholly -->\n[link]: https://example.org\nLast\n====\n";
        let texts: Vec<_> = blocks(body).into_iter().map(Block::into_text).collect();
        assert_eq!(
            texts,
            [
                "First line and its second.",
                "A sub-heading",
                "Quoted, over two lines.",
                "one goes on",
                "two",
                "three 2026. was a year",
                "a, b",
                "c, d",
                "let x = 1;",
                "Last",
            ]
        );
        assert_eq!(blocks(body).last(), Some(&Block::Title("Last".into())));
    }
}
