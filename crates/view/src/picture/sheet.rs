//! The map for paper: drawn anew for the width of a page, in the light palette, with numbered places and their list.

use super::colours::Colours;
use super::node::Node;
use super::page::{Subject, picture};
use crate::camera::{Camera, Viewport};
use crate::screen::{MapSet, Screen, with_new_map};
use crate::state::State;
use crate::wording::picture as words;
use dateline_core::basemap::Basemap;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Matches};
use dateline_core::order::{self, within};

/// Width of the map on paper, in CSS pixels: what a page of A4 or Letter has room for.
const PAPER_WIDTH: f64 = 680.0;
/// More numbers than this nobody looks up.
const MOST_NUMBERED: usize = 300;

/// What is printed in place of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The picture.
    pub picture: Node,
    /// Heading of the list.
    pub heading: &'static str,
    /// Places with their numbers.
    pub places: Vec<SheetPlace>,
    /// "and 9,700 more", when there are more than are listed.
    pub more: Option<String>,
    /// Places of the set that the map does not show, as a sentence.
    pub elsewhere: Option<String>,
}

/// A place in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetPlace {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What follows the name: ", city in Syria, 5 articles, 7 excerpts".
    pub rest: String,
}

impl Sheet {
    /// The sheet as elements: the picture, and the list of its places.
    pub fn nodes(&self) -> Vec<Node> {
        let mut nodes = vec![self.picture.clone()];
        if !self.places.is_empty() {
            let item = |place: &SheetPlace| {
                let name = Node::new("b").with("dir", "auto").saying(&place.name);
                Node::new("li").holding([name, Node::new("span").saying(&place.rest)])
            };
            nodes.push(Node::new("h2").saying(self.heading));
            nodes.push(Node::new("ol").holding(self.places.iter().map(item)));
        }
        let lines = self.more.iter().chain(&self.elsewhere);
        nodes.extend(lines.map(|line| Node::new("p").saying(line)));
        nodes
    }
}

/// The sheet for a state and its screen.
pub fn sheet(
    corpus: &Corpus,
    state: &State,
    screen: &Screen,
    set: &Matches,
    basemap: Option<&Basemap>,
    link: &str,
) -> Sheet {
    let (viewport, camera) = on_paper(state);
    let paper = State { viewport, camera, hovered: None, ..state.clone() };
    let apart = MapSet::apart(corpus, &state.selection, &facet::count(corpus, set));
    let screen = with_new_map(corpus, &paper, screen, &apart);
    let subject = Subject {
        has_heading: false,
        n_numbered: MOST_NUMBERED,
        ..Subject::of(&screen, viewport, basemap, link)
    };
    let markers = &screen.map.markers;
    let places = markers.iter().take(MOST_NUMBERED).map(|marker| SheetPlace {
        id: marker.id.clone(),
        name: marker.label.clone(),
        rest: marker.spoken.strip_prefix(&marker.label).unwrap_or_default().to_owned(),
    });
    Sheet {
        picture: picture(&subject, &Colours::light()),
        heading: words::NUMBERED,
        places: places.collect(),
        more: words::more_places(markers.len().saturating_sub(MOST_NUMBERED)),
        elsewhere: elsewhere(&screen),
    }
}

/// Size and view of the map on paper: what the reader sees, as wide as the page.
fn on_paper(state: &State) -> (Viewport, Option<Camera>) {
    let Viewport { width, height } = state.viewport;
    let share = if width >= 1.0 && height >= 1.0 { height / width } else { 0.7 };
    let viewport = Viewport {
        width: PAPER_WIDTH,
        height: libm::round(PAPER_WIDTH * within(share, 0.45, 1.1)),
    };
    let closer = if width >= 1.0 { libm::log2(PAPER_WIDTH / width) } else { 0.0 };
    (viewport, state.camera.map(|camera| Camera::new(camera.centre, camera.zoom + closer)))
}

/// Places of the set that carry no number, from the list of all places.
fn elsewhere(screen: &Screen) -> Option<String> {
    let rows = screen.facets.iter().filter(|panel| panel.key == FacetKey::Place);
    let rows = rows.flat_map(|panel| &panel.rows).filter(|row| row.n_articles > 0);
    let mut shown: Vec<&str> = screen.map.markers.iter().map(|marker| marker.id.as_str()).collect();
    order::sort_by(&mut shown, Ord::cmp);
    let rest = rows.filter(|row| shown.binary_search(&row.id.as_str()).is_err());
    words::elsewhere(rest.map(|row| (row.label.as_str(), row.n_articles)))
}
