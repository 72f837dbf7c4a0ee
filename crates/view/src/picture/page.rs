//! A whole picture: title and filter in words above the map, legend, sources and link below it.

use super::colours::Colours;
use super::draw::{Scene, draw};
use super::legend::legend;
use super::markers::{clusters, ghosts, markers};
use super::names::names;
use super::node::{Node, number};
use super::path::PathPen;
use super::text::{Anchor, SANS, SERIF, line, with_halo, wrapped};
use crate::camera::Viewport;
use crate::screen::{MapScreen, OffView, Screen, Timeline};
use crate::wording::{self, picture as words};
use dateline_core::basemap::Basemap;

/// Free on every side.
const MARGIN: f64 = 20.0;
/// A picture is at least so wide, however narrow its map is.
const NARROWEST: f64 = 320.0;
/// Larger than any screen; beyond it browsers refuse.
const LARGEST: f64 = 8192.0;

/// What a picture shows.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Title of the corpus.
    pub title: &'a str,
    /// What is selected, and how much, as a sentence.
    pub filter: String,
    /// When the articles were published.
    pub published: Option<String>,
    /// Camera, markers and names.
    pub map: &'a MapScreen,
    /// Size of the map.
    pub viewport: Viewport,
    /// The base map, when there is one.
    pub basemap: Option<&'a Basemap>,
    /// The address of the view; see [`shown_link`].
    pub link: String,
    /// Whether title and sentences stand above the map; on paper the page itself has them.
    pub has_heading: bool,
    /// How many of the markers carry their numbers.
    pub n_numbered: usize,
}

impl<'a> Subject<'a> {
    /// The view of a screen.
    pub fn of(
        screen: &'a Screen,
        viewport: Viewport,
        basemap: Option<&'a Basemap>,
        link: &str,
    ) -> Self {
        Self {
            title: &screen.title,
            filter: wording::says(&screen.says),
            published: published(&screen.timeline),
            map: &screen.map,
            viewport,
            basemap,
            link: shown_link(link),
            has_heading: true,
            n_numbered: 0,
        }
    }
}

/// The link as a picture shows it: of a file on the reader's own disk only its name, for the folders are nobody's business.
pub fn shown_link(link: &str) -> String {
    let Some(path) = link.strip_prefix("file:") else { return link.to_owned() };
    let end = path.find('#').unwrap_or(path.len());
    let (path, fragment) = path.split_at(end);
    format!("{}{fragment}", path.rsplit('/').next().unwrap_or_default())
}

fn published(timeline: &Timeline) -> Option<String> {
    let row = &timeline.published;
    let undated = row.undated.as_ref().map(|undated| undated.label.as_str());
    let (first, last) = &row.ends;
    (!first.is_empty()).then(|| words::published(first, last, undated))
}

/// Draws the picture: an element `svg` with its size.
pub fn picture(subject: &Subject<'_>, colours: &Colours) -> Node {
    let size = |length: f64| if length > 0.0 { libm::floor(length.min(LARGEST)) } else { 0.0 };
    let (map_width, map_height) = (size(subject.viewport.width), size(subject.viewport.height));
    let margin = if subject.has_heading { MARGIN } else { 0.0 };
    let inner = map_width.max(NARROWEST);
    let width = inner + 2.0 * margin;
    let mut column = Column { left: margin, width: inner, y: margin, nodes: Vec::new() };
    if subject.has_heading {
        let bold = |node: Node| node.with("font-family", SERIF).with("font-weight", "600");
        column.text(subject.title, 21.0, 3, &colours.ink, bold);
        column.y += 4.0;
        column.text(&subject.filter, 13.5, 4, &colours.ink, |node| node);
        if let Some(published) = &subject.published {
            column.text(published, 12.0, 2, &colours.soft, |node| node);
        }
        column.y += 12.0;
    }
    if map_width >= 1.0 && map_height >= 1.0 {
        let viewport = Viewport { width: map_width, height: map_height };
        column.nodes.push(frame(subject, viewport, margin, column.y, colours));
        column.y += map_height + 8.0;
    }
    let (nodes, height) = legend(subject.map, margin, column.y, inner, colours);
    column.nodes.extend(nodes);
    column.y += height + 4.0;
    if let Some(off_view) = subject.map.off_view.as_ref().filter(|_| subject.n_numbered == 0) {
        column.text(&off_view_line(off_view), 11.5, 3, &colours.soft, |node| node);
    }
    column.text(words::SOURCES, 11.0, 2, &colours.soft, |node| node);
    column.text(&subject.link, 11.0, 6, &colours.soft, |node| node);
    finished(subject, width, column.y + margin, column.nodes, colours)
}

fn finished(
    subject: &Subject<'_>,
    width: f64,
    height: f64,
    nodes: Vec<Node>,
    colours: &Colours,
) -> Node {
    let paper = Node::new("rect").at("width", width).at("height", height);
    Node::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .at("width", width)
        .at("height", height)
        .with("viewBox", format!("0 0 {} {}", number(width), number(height)))
        .with("role", "img")
        .with("font-family", SANS)
        .holding([
            Node::new("title").saying(subject.title),
            Node::new("desc").saying(&subject.filter),
            paper.with("fill", colours.paper.clone()),
        ])
        .holding(nodes)
}

/// What stands below each other.
struct Column {
    left: f64,
    width: f64,
    /// Where the next thing begins.
    y: f64,
    nodes: Vec<Node>,
}

impl Column {
    fn text(
        &mut self,
        text: &str,
        size: f64,
        most: usize,
        colour: &str,
        set: impl Fn(Node) -> Node,
    ) {
        // Titles are set bolder and in a wider letter than the estimate knows.
        let measured = if size > 20.0 { size * 1.15 } else { size };
        for text in wrapped(text, measured, self.width, most) {
            self.y += size * 1.35;
            let x = self.left;
            let node = line(x, self.y - size * 0.3, &text, size, Anchor::Left, colour);
            self.nodes.push(set(node));
        }
    }
}

/// The map, cut off at its edges.
fn frame(subject: &Subject<'_>, viewport: Viewport, x: f64, y: f64, colours: &Colours) -> Node {
    let map = subject.map;
    let pen = PathPen::default();
    let scene = Scene {
        basemap: subject.basemap,
        window: map.camera.window(viewport),
        focus: map.focus_country.as_deref(),
        selected: &map.selected_countries,
    };
    draw(&pen, scene, &colours.map);
    let Viewport { width, height } = viewport;
    let edge = Node::new("rect").at("x", 0.5).at("y", 0.5).at("width", width - 1.0);
    let edge = edge.at("height", height - 1.0).with("fill", "none");
    Node::new("svg")
        .at("x", x)
        .at("y", y)
        .at("width", width)
        .at("height", height)
        .with("viewBox", format!("0 0 {} {}", number(width), number(height)))
        .with("overflow", "hidden")
        .with("stroke-linejoin", "round")
        .with("stroke-linecap", "round")
        .holding(pen.into_nodes())
        .holding(names(&map.labels, colours))
        .holding(ghosts(&map.ghosts, colours))
        .holding(clusters(&map.clusters, colours))
        .holding(markers(&map.markers, subject.n_numbered, colours))
        .holding(scale(map, height, colours))
        .holding([edge.with("stroke", colours.rule.clone())])
}

fn scale(map: &MapScreen, height: f64, colours: &Colours) -> Vec<Node> {
    let words = line(14.0, height - 20.0, &map.scale.label, 11.0, Anchor::Left, &colours.soft);
    let mut nodes = with_halo(words, &colours.halo, 2.5).to_vec();
    let bar = Node::new("path").with("fill", "none").with("stroke", colours.soft.clone());
    let (top, length) = (number(height - 14.5), number(map.scale.width));
    nodes.push(bar.with("d", format!("M14.5 {top}v4.5h{length}v-4.5")));
    nodes
}

fn off_view_line(off_view: &OffView) -> String {
    let places = off_view.places.iter().map(|place| (place.label.as_str(), place.n_articles));
    words::off_view(&off_view.lead, places, off_view.more.as_deref())
}
