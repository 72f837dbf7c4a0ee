//! Lines of text in a picture: where they break, and in which direction they run.
//!
//! Nothing here measures a font; widths are estimated as those of the map's labels are, on the safe side.

use super::node::Node;
use crate::screen::text_width;

/// What the page's own texts are set in, by names that other programs know too.
pub(super) const SANS: &str =
    "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
/// What titles and waters are set in.
pub(super) const SERIF: &str = "'Iowan Old Style', 'Palatino Linotype', P052, Georgia, 'Liberation Serif', 'Noto Serif', 'Times New Roman', serif";

/// Where a text stands by its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// To the right of it.
    Left,
    /// Around it.
    Middle,
    /// To the left of it.
    Right,
}

/// A line of text; `y` is its base line.
pub(super) fn line(x: f64, y: f64, text: &str, size: f64, anchor: Anchor, colour: &str) -> Node {
    let is_rtl = runs_left(text);
    let anchor = match (anchor, is_rtl) {
        (Anchor::Middle, _) => Some("middle"),
        (Anchor::Left, false) | (Anchor::Right, true) => None,
        (Anchor::Right, false) | (Anchor::Left, true) => Some("end"),
    };
    let mut node = Node::new("text").at("x", x).at("y", y).at("font-size", size);
    node = node.with("fill", colour);
    if let Some(anchor) = anchor {
        node = node.with("text-anchor", anchor);
    }
    if is_rtl {
        node = node.with("direction", "rtl");
    }
    node.saying(text)
}

/// The same text with what lies around its letters, which stands below it: not every program can paint a stroke below a fill.
pub(super) fn with_halo(text: Node, halo: &str, width: f64) -> [Node; 2] {
    let mut below = text.clone();
    below.attributes.retain(|(name, _)| *name != "fill");
    let below = below
        .with("fill", halo)
        .with("stroke", halo)
        .at("stroke-width", width)
        .with("stroke-linejoin", "round")
        .with("aria-hidden", "true");
    [below, text]
}

/// Whether a text is read from right to left: its first letter tells.
pub(super) fn runs_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| {
        matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff
            | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
    })
}

/// The text in lines that are at most this wide, as many as allowed; what has no room is cut off with an ellipsis.
pub(super) fn wrapped(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&joined, size) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(core::mem::take(&mut line));
        }
        // A word that is wider than a line, an address for example, breaks anywhere.
        for c in word.chars() {
            line.push(c);
            if text_width(&line, size) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(core::mem::take(&mut line));
                line.push(c);
            }
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.pop();
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_they_must() {
        for (text, width, most, lines) in [
            ("", 100.0, 3, vec![]),
            ("one two", 100.0, 3, vec!["one two"]),
            ("one two three four", 60.0, 3, vec!["one two", "three", "four"]),
            ("one two three four", 60.0, 2, vec!["one two", "thre…"]),
            ("aaaaaaaaaa", 31.0, 9, vec!["aaaa", "aaaa", "aa"]),
            ("no room", 0.0, 3, vec!["n", "o", "…"]),
        ] {
            assert_eq!(wrapped(text, 12.0, width, most), lines, "{text} in {width}");
        }
    }

    #[test]
    fn the_first_letter_tells_the_direction() {
        for (text, is_rtl) in
            [("القامشلي", true), ("3 · القامشلي", true), ("Haifa חיפה", false), ("12", false)]
        {
            assert_eq!(runs_left(text), is_rtl, "{text}");
            let node = line(0.0, 0.0, text, 12.0, Anchor::Left, "#000");
            assert_eq!(node.attribute("direction").is_some(), is_rtl);
            assert_eq!(node.attribute("text-anchor"), is_rtl.then_some("end"), "{text}");
        }
    }
}
