//! The small map of the candidates of a name: where they lie, and where the camera looks.

use crate::camera::{Camera, Margins, Square, Viewport};
use crate::decimal;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::gazetteer::Place;

/// Size of the small map in CSS pixels.
const SIZE: Viewport = Viewport { width: 360.0, height: 200.0 };
/// Room for the dots at its edges.
const MARGINS: Margins = Margins { top: 28.0, right: 40.0, bottom: 24.0, left: 40.0 };
/// It comes no closer: a country around a place says more than its streets.
const CLOSEST: f64 = 5.0;

/// The small map.
#[derive(Clone, Debug, PartialEq)]
pub struct Locator {
    /// Where it looks.
    pub camera: Camera,
    /// Its size.
    pub viewport: Viewport,
    /// The same for what is drawn over it.
    pub view_box: String,
    /// The candidates.
    pub dots: Vec<Dot>,
}

/// A candidate on the small map.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Its number in the list.
    pub number: String,
    /// Pixels from the left.
    pub x: String,
    /// Pixels from the top.
    pub y: String,
    /// Whether it is the one that is meant.
    pub is_chosen: bool,
}

/// The map of some places; the one that is meant is on it even if it was not weighed.
pub(super) fn locator(
    corpus: &Corpus,
    candidates: &[&Place],
    chosen: Option<CorpusPlaceIdx>,
) -> Option<Locator> {
    let chosen = chosen.map(|idx| corpus.place(idx));
    let is_chosen = |place: &Place| chosen.is_some_and(|chosen| chosen.id == place.id);
    let is_weighed = candidates.iter().any(|place| is_chosen(place));
    let numbered = (1..).zip(candidates.iter().copied());
    let numbered = numbered.chain(chosen.filter(|_| !is_weighed).map(|place| (0, place)));
    let placed = numbered.filter_map(|(number, place)| Some((number, place, place.point?)));
    let placed: Vec<_> = placed.collect();
    let square = Square::around(placed.iter().map(|(_, _, at)| *at))?;
    let camera = Camera::framing_square(square, SIZE, MARGINS, CLOSEST);
    let dots = placed.into_iter().map(|(number, place, at)| {
        let (x, y) = camera.to_screen(at, SIZE);
        let number = if number > 0 { number.to_string() } else { String::new() };
        let [x, y] = [x, y].map(|at| decimal::short(at, 1));
        Dot { number, x, y, is_chosen: is_chosen(place) }
    });
    let view_box = format!("0 0 {} {}", SIZE.width as u32, SIZE.height as u32);
    Some(Locator { camera, viewport: SIZE, view_box, dots: dots.collect() })
}
