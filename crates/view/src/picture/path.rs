//! The pen of a picture: what is filled and stroked becomes paths of SVG.
//!
//! Points are written from one to the next in tenths of a pixel, which is shortest and never drifts, because the tenths are whole numbers.

use super::node::{Node, tenths, tenths_as_text};
use super::pen::Pen;
use core::cell::RefCell;

/// Keeps what was drawn.
#[derive(Default)]
pub(super) struct PathPen(RefCell<Drawn>);

#[derive(Default)]
struct Drawn {
    nodes: Vec<Node>,
    path: String,
    /// Where the pen stands, in tenths.
    here: (i64, i64),
    /// Where the part of the path began.
    start: (i64, i64),
    /// A movement that no line has followed yet.
    moved: Option<(i64, i64)>,
    /// Whether the last command was a line.
    is_line: bool,
}

impl PathPen {
    /// What was drawn, in its order.
    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.0.into_inner().nodes
    }
}

impl Drawn {
    fn pair(&mut self, x: i64, y: i64) {
        self.path.push_str(&tenths_as_text(x));
        if y >= 0 {
            self.path.push(' ');
        }
        self.path.push_str(&tenths_as_text(y));
    }
}

impl Pen for PathPen {
    fn fill_rect(&self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        let node = Node::new("rect").at("x", x).at("y", y).at("width", width).at("height", height);
        self.0.borrow_mut().nodes.push(node.with("fill", colour));
    }

    fn begin_path(&self) {
        let mut drawn = self.0.borrow_mut();
        drawn.path.clear();
        drawn.moved = None;
        drawn.is_line = false;
    }

    fn move_to(&self, x: f64, y: f64) {
        self.0.borrow_mut().moved = Some((tenths(x), tenths(y)));
    }

    fn line_to(&self, x: f64, y: f64) {
        let mut drawn = self.0.borrow_mut();
        let to = (tenths(x), tenths(y));
        if let Some(from) = drawn.moved.take() {
            drawn.path.push('M');
            drawn.pair(from.0, from.1);
            drawn.here = from;
            drawn.start = from;
            drawn.is_line = false;
        } else if to == drawn.here {
            return;
        }
        if !drawn.is_line {
            drawn.path.push('l');
        } else if to.0 >= drawn.here.0 {
            drawn.path.push(' ');
        }
        let here = drawn.here;
        drawn.pair(to.0 - here.0, to.1 - here.1);
        drawn.here = to;
        drawn.is_line = true;
    }

    fn close_path(&self) {
        let mut drawn = self.0.borrow_mut();
        if drawn.moved.take().is_none() && drawn.is_line {
            drawn.path.push('z');
            drawn.here = drawn.start;
            drawn.is_line = false;
        }
    }

    fn fill(&self, colour: &str) {
        let mut drawn = self.0.borrow_mut();
        if !drawn.path.is_empty() {
            let node = Node::new("path").with("fill", colour).with("fill-rule", "evenodd");
            let node = node.with("d", drawn.path.clone());
            drawn.nodes.push(node);
        }
    }

    fn stroke(&self, colour: &str, width: f64, dash: &[f64]) {
        let mut drawn = self.0.borrow_mut();
        if !drawn.path.is_empty() {
            let mut node = Node::new("path").with("fill", "none").with("stroke", colour);
            node = node.at("stroke-width", width);
            if !dash.is_empty() {
                let lengths: Vec<String> =
                    dash.iter().map(|length| tenths_as_text(tenths(*length))).collect();
                node = node.with("stroke-dasharray", lengths.join(" "));
            }
            let node = node.with("d", drawn.path.clone());
            drawn.nodes.push(node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_from_point_to_point() {
        type Way = fn(&PathPen);
        let rows: [(Way, Option<&str>); 4] = [
            (|pen| pen.move_to(1.0, 2.0), None),
            (
                |pen| {
                    pen.move_to(1.0, 2.0);
                    pen.line_to(1.5, 2.0);
                    pen.line_to(0.0, -1.0);
                    pen.line_to(0.01, -1.0);
                },
                Some("M1 2l0.5 0-1.5-3"),
            ),
            (
                |pen| {
                    pen.move_to(9.0, 9.0);
                    pen.move_to(0.0, 0.0);
                    pen.line_to(4.0, 0.0);
                    pen.line_to(4.0, 4.0);
                    pen.close_path();
                },
                Some("M0 0l4 0 0 4z"),
            ),
            (
                |pen| {
                    pen.move_to(f64::NAN, 0.0);
                    pen.line_to(f64::NEG_INFINITY, 1.0);
                },
                Some("M0 0l-10000000 1"),
            ),
        ];
        for (way, expected) in rows {
            let pen = PathPen::default();
            pen.begin_path();
            way(&pen);
            pen.stroke("#000", 1.0, &[]);
            let nodes = pen.into_nodes();
            assert_eq!(nodes.first().and_then(|node| node.attribute("d")), expected);
        }
    }
}
