//! Names of the base map in a picture, as the page's layer of labels has them.

use super::colours::Colours;
use super::node::Node;
use super::text::{Anchor, SERIF, line, with_halo};
use crate::screen::{LabelKind, MapLabel};

/// Draws names and the dots of towns.
pub(super) fn names(labels: &[MapLabel], colours: &Colours) -> Vec<Node> {
    labels.iter().flat_map(|label| name(label, colours)).collect()
}

fn name(label: &MapLabel, colours: &Colours) -> Vec<Node> {
    let MapLabel { text, kind, x, y, language, .. } = label;
    match kind {
        LabelKind::Country => {
            let text = line(*x, y + 3.9, text, 11.0, Anchor::Middle, &colours.soft);
            let text = text.with("font-weight", "500");
            // Scripts whose letters join come apart when they are spaced.
            let text = if language.is_none() { text.at("letter-spacing", 2.2) } else { text };
            with_halo(text, &colours.halo, 2.5).to_vec()
        }
        LabelKind::Water => {
            let text = line(*x, y + 4.4, text, 12.5, Anchor::Middle, &colours.water_ink);
            vec![text.with("font-family", SERIF).with("font-style", "italic")]
        }
        LabelKind::Town => {
            let dot = Node::new("circle").at("cx", *x).at("cy", *y).at("r", 2.0);
            let dot = dot.with("fill", colours.faint.clone());
            let text = line(x + 6.0, y + 3.9, text, 11.0, Anchor::Left, &colours.soft);
            let mut nodes = vec![dot];
            nodes.extend(with_halo(text, &colours.halo, 2.5));
            nodes
        }
    }
}
