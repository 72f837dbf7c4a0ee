//! A picture as plain data: elements of SVG (for paper also some of HTML) with attributes, and their text.
//!
//! Out comes well-formed XML that holds whatever texts came in; the page makes the same elements of it without any markup.

use crate::decimal;
use core::fmt::Write as _;
use dateline_core::order::within;

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, in the order in which they are written.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, which stands before its children.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Node>,
}

impl Node {
    /// An element without anything.
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// The element with one more attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The element with one more attribute that is a length.
    #[must_use]
    pub fn at(self, name: &'static str, length: f64) -> Self {
        self.with(name, number(length))
    }

    /// The element with a text.
    #[must_use]
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// The element with these in it.
    #[must_use]
    pub fn holding(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }

    /// Width and height of a picture, in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        let length = |name| self.attribute(name).and_then(decimal::read);
        (length("width").unwrap_or(0.0), length("height").unwrap_or(0.0))
    }

    /// The element as a file of its own, with its declaration.
    pub fn to_file(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(&mut out);
        out.push('\n');
        out
    }

    /// An element to a line, so that two pictures can be compared.
    fn write(&self, out: &mut String) {
        let _ = write!(out, "<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"");
            escape(value, out);
            out.push('"');
        }
        if self.text.is_empty() && self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        escape(&self.text, out);
        for child in &self.children {
            out.push('\n');
            child.write(out);
        }
        let _ = write!(out, "</{}>", self.name);
    }
}

/// No length is beyond this, so that other programs read every picture.
const FARTHEST: f64 = 1e7;

/// A length with at most one digit after the point: a tenth of a pixel is finer than what is seen.
pub(super) fn number(length: f64) -> String {
    decimal::short(within(length, -FARTHEST, FARTHEST), 1)
}

/// A length in tenths; what is no number, or beyond every picture, stays within what other programs read.
pub(super) fn tenths(length: f64) -> i64 {
    libm::round(within(length, -FARTHEST, FARTHEST) * 10.0) as i64
}

pub(super) fn tenths_as_text(tenths: i64) -> String {
    decimal::short(tenths as f64 / 10.0, 1)
}

/// Text that cannot become markup; characters that XML does not have are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short() {
        for (length, text) in [
            (0.0, "0"),
            (-0.01, "0"),
            (12.34, "12.3"),
            (-0.25, "-0.3"),
            (7.96, "8"),
            (f64::NAN, "0"),
            (f64::INFINITY, "10000000"),
        ] {
            assert_eq!(number(length), text, "{length}");
        }
    }

    #[test]
    fn no_text_becomes_markup() {
        let node = Node::new("text").with("title", "\"&'").saying("</svg><script>\u{0}\u{1b}a\tb");
        assert_eq!(
            node.to_file().lines().nth(1).unwrap(),
            "<text title=\"&quot;&amp;'\">&lt;/svg&gt;&lt;script&gt;a b</text>"
        );
    }
}
