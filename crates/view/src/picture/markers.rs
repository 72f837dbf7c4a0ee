//! Places in a picture: discs, rings, areas and their names, as the page's layer of markers has them.
//!
//! A place under the pointer looks like any other; what is selected lies above the rest. For paper, places carry numbers.

use super::colours::Colours;
use super::node::{self, Node, tenths};
use super::text::{Anchor, line, with_halo};
use crate::screen::{ClusterMarker, Marker, MarkerShape, Side, text_width};

/// Size of the names.
const NAME_SIZE: f64 = 13.5;
const SMALL_SIZE: f64 = 11.0;
/// Size of the names beside clusters.
const CLUSTER_SIZE: f64 = 12.5;
/// Size of the numbers on clusters.
const NUMBER_SIZE: f64 = 10.5;
/// A number needs a disc of this radius.
const LEAST_NUMBERED: f64 = 8.0;
/// Half the diagonal of the sign of an area whose name has no room on it.
const SIGN: f64 = 5.5;
/// The same, with a number on it.
const NUMBERED_SIGN: f64 = 9.0;

/// Draws the dots of places that the selection leaves out.
pub(super) fn ghosts(at: &[(f64, f64)], colours: &Colours) -> Vec<Node> {
    at.iter().map(|&(x, y)| ghost(x, y, colours)).collect()
}

/// One of them.
pub(super) fn ghost(x: f64, y: f64, colours: &Colours) -> Node {
    let node = circle(x, y, 2.9).with("fill", "none").with("stroke", colours.place.clone());
    node.at("stroke-width", 1.2).with("opacity", "0.38")
}

/// Draws the markers; with `n_numbered` above 0 the first so many carry their numbers.
pub(super) fn markers(markers: &[Marker], n_numbered: usize, colours: &Colours) -> Vec<Node> {
    let (selected, others): (Vec<_>, Vec<_>) =
        markers.iter().enumerate().partition(|(_, m)| m.is_selected);
    let mut nodes = Vec::new();
    let mut seen = Vec::new();
    for (i, marker) in others.into_iter().chain(selected) {
        // What would lie exactly below another like it is not drawn twice.
        let look = (tenths(marker.x), tenths(marker.y), tenths(marker.radius));
        let look = (look, marker.is_selected, marker.shape == MarkerShape::Ring);
        let is_new = !seen.contains(&look);
        if is_new {
            seen.push(look);
        }
        let number = (i < n_numbered).then_some(i + 1);
        if marker.shape == MarkerShape::Area {
            nodes.extend(area(marker, number, colours));
        } else {
            if is_new {
                nodes.extend(spot(marker, number, colours));
            }
            nodes.extend(name_beside(marker, number, colours));
        }
    }
    nodes
}

/// Draws the clusters: a pale disc with the number of its places, and a name.
pub(super) fn clusters(clusters: &[ClusterMarker], colours: &Colours) -> Vec<Node> {
    let mut nodes = Vec::new();
    for cluster in clusters {
        let ClusterMarker { x, y, radius, .. } = *cluster;
        nodes.push(circle(x, y, radius + 1.5).with("fill", colours.paper.clone()));
        let disc = circle(x, y, radius - 0.9).with("fill", colours.place_wash.clone());
        nodes.push(disc.with("stroke", colours.place_disc.clone()).at("stroke-width", 1.8));
        let number = &cluster.number;
        let number = line(x, y + 3.7, number, NUMBER_SIZE, Anchor::Middle, &colours.place);
        nodes.push(number.with("font-weight", "600"));
        if let Some((x, y, anchor)) = beside(x, y, radius, 5.0, cluster.label_side) {
            let name = line(x, y, &cluster.label, CLUSTER_SIZE, anchor, &colours.ink);
            nodes.extend(with_halo(name, &colours.halo, 3.0));
        }
    }
    nodes
}

fn circle(x: f64, y: f64, radius: f64) -> Node {
    Node::new("circle").at("cx", x).at("cy", y).at("r", radius)
}

fn radius_of(marker: &Marker, number: Option<usize>) -> f64 {
    if number.is_some() { marker.radius.max(LEAST_NUMBERED) } else { marker.radius }
}

fn spot(marker: &Marker, number: Option<usize>, colours: &Colours) -> Vec<Node> {
    let radius = radius_of(marker, number);
    let mut nodes = Vec::new();
    if marker.is_selected {
        nodes.push(circle(marker.x, marker.y, radius + 4.5).with("fill", colours.place.clone()));
    }
    let edge = if marker.is_selected { 3.0 } else { 1.5 };
    nodes.push(circle(marker.x, marker.y, radius + edge).with("fill", colours.paper.clone()));
    let is_ring = marker.shape == MarkerShape::Ring;
    nodes.push(if marker.is_unsure {
        unsure_dot(marker.x, marker.y, radius, colours)
    } else {
        dot(marker.x, marker.y, radius, is_ring, marker.is_selected, colours)
    });
    if let Some(number) = number {
        nodes.push(digits(marker, number, if is_ring { &colours.ink } else { &colours.paper }));
    }
    nodes
}

/// A disc, or a ring, without what lies around it.
pub(super) fn dot(
    x: f64,
    y: f64,
    radius: f64,
    is_ring: bool,
    is_selected: bool,
    colours: &Colours,
) -> Node {
    let accent = if is_selected { &colours.place } else { &colours.place_disc };
    if is_ring {
        let node = circle(x, y, (radius - 1.25).max(0.0)).with("fill", colours.map.focus.clone());
        return node.with("stroke", accent.clone()).at("stroke-width", 2.5);
    }
    circle(x, y, radius).with("fill", accent.clone())
}

/// A pale disc with a broken edge: which place is meant is unsure.
pub(super) fn unsure_dot(x: f64, y: f64, radius: f64, colours: &Colours) -> Node {
    let node = circle(x, y, (radius - 1.0).max(0.0)).with("fill", colours.place_wash.clone());
    let node = node.with("stroke", colours.place_disc.clone()).at("stroke-width", 2.0);
    node.with("stroke-dasharray", "3.5 2.5")
}

/// A name in the middle of its area, or a small sign with the name beside it.
fn area(marker: &Marker, number: Option<usize>, colours: &Colours) -> Vec<Node> {
    let Marker { x, y, is_selected, .. } = *marker;
    if marker.label_side != Some(Side::Centre) {
        let mut nodes = sign(marker, number, colours);
        nodes.extend(name_beside(marker, number, colours));
        return nodes;
    }
    let label = match number {
        Some(number) => format!("{number} · {}", marker.label),
        None => marker.label.clone(),
    };
    let text = line(x, y + 4.7, &label, NAME_SIZE, Anchor::Middle, &colours.place);
    let text = text.with("font-weight", "600").at("letter-spacing", 0.5);
    if is_selected {
        let half = text_width(&label, NAME_SIZE) / 2.0 + 9.0;
        let pill = Node::new("rect").at("x", x - half).at("y", y - 10.5);
        let pill = pill.at("width", 2.0 * half).at("height", 21.0).at("rx", 10.5);
        let pill = pill.with("fill", colours.place_wash.clone());
        let pill = pill.with("stroke", colours.place.clone()).at("stroke-width", 1.5);
        return vec![pill, text];
    }
    with_halo(text.with("text-decoration", "underline"), &colours.halo, 3.0).to_vec()
}

/// A square on its corner.
fn sign(marker: &Marker, number: Option<usize>, colours: &Colours) -> Vec<Node> {
    let accent = &colours.place_disc;
    let fill = if marker.is_selected { accent } else { &colours.halo };
    let reach = if number.is_some() { NUMBERED_SIGN } else { SIGN };
    let [left, top, reach] = [marker.x, marker.y - reach, reach].map(node::number);
    let d = format!("M{left} {top}l{reach} {reach}-{reach} {reach}-{reach}-{reach}z");
    let sign = Node::new("path").with("fill", fill.clone()).with("stroke", accent.clone());
    let mut nodes = vec![sign.at("stroke-width", 1.5).with("d", d)];
    let ink = if marker.is_selected { &colours.paper } else { &colours.ink };
    nodes.extend(number.map(|number| digits(marker, number, ink)));
    nodes
}

/// The number of a place, on it.
fn digits(marker: &Marker, number: usize, colour: &str) -> Node {
    let digits = number.to_string();
    let size = if digits.len() > 2 { 7.5 } else { 9.0 };
    let text = line(marker.x, marker.y + size * 0.36, &digits, size, Anchor::Middle, colour);
    text.with("font-weight", "600")
}

fn name_beside(marker: &Marker, number: Option<usize>, colours: &Colours) -> Vec<Node> {
    let radius = match (marker.shape, number) {
        (MarkerShape::Area, Some(_)) => NUMBERED_SIGN,
        _ => radius_of(marker, number),
    };
    let gap = if marker.is_selected { 8.0 } else { 5.0 };
    let Some((x, y, anchor)) = beside(marker.x, marker.y, radius, gap, marker.label_side) else {
        return Vec::new();
    };
    let colour = if marker.is_selected { &colours.place } else { &colours.ink };
    let size = if marker.is_label_small { SMALL_SIZE } else { NAME_SIZE };
    let text = line(x, y, &marker.label, size, anchor, colour).with("font-weight", "600");
    with_halo(text, &colours.halo, 3.0).to_vec()
}

/// Where a name stands beside a disc, by its baseline.
fn beside(x: f64, y: f64, radius: f64, gap: f64, side: Option<Side>) -> Option<(f64, f64, Anchor)> {
    let (right, left) = (x + radius + gap, x - radius - gap);
    match side? {
        Side::Right => Some((right, y + 4.7, Anchor::Left)),
        Side::Left => Some((left, y + 4.7, Anchor::Right)),
        Side::RightUp => Some((right, y - 3.7, Anchor::Left)),
        Side::RightDown => Some((right, y + 13.2, Anchor::Left)),
        Side::LeftUp => Some((left, y - 3.7, Anchor::Right)),
        Side::LeftDown => Some((left, y + 13.2, Anchor::Right)),
        Side::Below => Some((x, y + radius + 16.0, Anchor::Middle)),
        Side::Above => Some((x, y - radius - 7.0, Anchor::Middle)),
        Side::Centre => None,
    }
}
