//! The map as plain data: camera, markers, labels, and what lies outside the view.

use super::PlacesScreen;
use crate::Action;
use crate::camera::Camera;
use crate::movement::Rect;

/// The map: camera, markers and labels, all in CSS pixels of the viewport.
#[derive(Clone, Debug, PartialEq)]
pub struct MapScreen {
    /// The view that is drawn.
    pub camera: Camera,
    /// Markers within the view, in reading order (most articles first).
    pub markers: Vec<Marker>,
    /// Places that lie too close to each other for this zoom, those of most places first.
    pub clusters: Vec<ClusterMarker>,
    /// Whether a marker within the view is a ring.
    pub has_ring: bool,
    /// Whether a marker within the view is unsure.
    pub has_unsure: bool,
    /// Dots of places that the selection leaves out: drawn faintly, not to be clicked.
    pub ghosts: Vec<(f64, f64)>,
    /// Labels of the base map that collide with nothing.
    pub labels: Vec<MapLabel>,
    /// Code of the country that is drawn lighter.
    pub focus_country: Option<String>,
    /// Codes of the countries that are selected.
    pub selected_countries: Vec<String>,
    /// Places of the set outside the view.
    pub off_view: Option<OffView>,
    /// The scale bar.
    pub scale: ScaleBar,
    /// The outline of the area that narrows.
    pub area: Option<Rect>,
    /// Whether a drag draws an area.
    pub is_drawing: bool,
    /// What is said about the places, and the list of them.
    pub places: PlacesScreen,
    /// Whether the camera is at home.
    pub is_home: bool,
}

/// How a marker is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkerShape {
    /// A disc: a place.
    Disc,
    /// A ring: here the name mostly stands for a government.
    Ring,
    /// A label without a dot: an area.
    Area,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// Id of the place.
    pub id: String,
    /// Its name, in the reader's language where it is known.
    pub label: String,
    /// Accessible name: "Qamishli, city in Syria, 5 articles, 7 excerpts".
    pub spoken: String,
    /// Middle, in CSS pixels of the viewport.
    pub x: f64,
    /// Middle, in CSS pixels of the viewport.
    pub y: f64,
    /// Radius of the disc in CSS pixels.
    pub radius: f64,
    /// How it is drawn.
    pub shape: MarkerShape,
    /// Whether no mention is sure that it is this place.
    pub is_unsure: bool,
    /// Where the label stands; `None` when there is no room for it.
    pub label_side: Option<Side>,
    /// Whether it is written in smaller letters.
    pub is_label_small: bool,
    /// Articles of the set that name it.
    pub n_articles: usize,
    /// Excerpts of the set that name it.
    pub n_excerpts: usize,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether the pointer is on it here or in the text, or on an excerpt that names it.
    pub is_hovered: bool,
}

/// Several places drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusterMarker {
    /// Id of the place in it that comes first in reading order: a key that lasts while the map moves.
    pub key: String,
    /// "Aleppo and 10 more".
    pub label: String,
    /// "11", on the disc.
    pub number: String,
    /// Accessible name: "11 places, most in Syria: Aleppo, Manbij, Azaz and 8 more".
    pub spoken: String,
    /// Middle, in CSS pixels of the viewport.
    pub x: f64,
    /// Middle, in CSS pixels of the viewport.
    pub y: f64,
    /// Radius of the disc in CSS pixels.
    pub radius: f64,
    /// Where the label stands; `None` when there is no room for it.
    pub label_side: Option<Side>,
    /// How many places.
    pub n_places: usize,
    /// Whether the pointer is on one of them, in the text.
    pub is_hovered: bool,
    /// Opens it.
    pub open: Action,
}

/// Side of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of the marker.
    Right,
    /// To the left.
    Left,
    /// Above.
    Above,
    /// Below.
    Below,
    /// To the right, with its foot on the height of the marker's middle.
    RightUp,
    /// To the right, with its top there.
    RightDown,
    /// To the left, with its foot there.
    LeftUp,
    /// To the left, with its top there.
    LeftDown,
    /// On the point itself.
    Centre,
}

/// What a label of the base map names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A country, in spaced capitals.
    Country,
    /// A sea or other water, in italics.
    Water,
    /// A town: a small dot with its name to the right.
    Town,
}

/// A label of the base map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLabel {
    /// Which label it is, wherever the map looks.
    pub key: u32,
    /// Its text.
    pub text: String,
    /// Its language (BCP 47), when it is not English.
    pub language: Option<String>,
    /// What it names.
    pub kind: LabelKind,
    /// The point: middle of the text, or the dot of a town.
    pub x: f64,
    /// The point.
    pub y: f64,
}

/// Places of the set that lie outside the view.
#[derive(Clone, Debug, PartialEq)]
pub struct OffView {
    /// "Also named, off this view:".
    pub lead: String,
    /// Places with the number of articles; a click moves the map there.
    pub places: Vec<OffViewPlace>,
    /// "and 9 more", when there are more than are listed: for a picture, which has room for all that are.
    pub more: Option<String>,
    /// "all 12": as many as lie outside, when it is more than one, however many find room in the line.
    pub all: Option<String>,
}

/// A place outside the view.
#[derive(Clone, Debug, PartialEq)]
pub struct OffViewPlace {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Articles of the set that name it.
    pub n_articles: usize,
    /// Accessible name: "Moscow, 5 articles: show on the map".
    pub spoken: String,
}

/// The scale bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleBar {
    /// "100 km".
    pub label: String,
    /// Its length in CSS pixels.
    pub width: f64,
}
