//! The home view: what the corpus is about, not every passing mention.
//!
//! The country whose towns, bases and mountains are named most is framed, together with the selected places.
//! Names that stand for a government, datelines and credits do not count: "Moscow said" is not about Moscow.

use crate::camera::{Camera, MAX_ZOOM, Margins, Square, Viewport};
use crate::state::State;
use dateline_core::annotate::MentionRole;
use dateline_core::corpus::ground::{country_of, is_spot};
use dateline_core::corpus::{ArticleIdx, Corpus};
use dateline_core::facet::{self, Area, Selection};
use dateline_core::gazetteer::Place;
use dateline_core::geo::{Bounds, LatLon, mercator};

/// Room around the outermost markers for their labels, and for the buttons at the right.
const MARGINS: Margins = Margins { top: 40.0, right: 72.0, bottom: 60.0, left: 112.0 };
/// The same on a narrow map, where a label finds its place on the other side or not at all.
const NARROW_LEFT: f64 = 48.0;
/// The same where no buttons lie over the map.
const FREE_RIGHT: f64 = 48.0;
/// So much at least is kept for the scale and the attribution.
const LEAST_BOTTOM: f64 = 48.0;
/// A lone town is shown with the country around it.
const CLOSEST: f64 = 7.5;
/// An area may be as small as a town.
const CLOSEST_AREA: f64 = 12.0;
/// What is shown when no place has coordinates.
const WORLD: Bounds =
    Bounds { min: LatLon { lat: -50.0, lon: -150.0 }, max: LatLon { lat: 68.0, lon: 160.0 } };

/// The camera of a page that was not moved.
pub fn home(corpus: &Corpus, selection: &Selection, viewport: Viewport) -> Camera {
    let selected = facet::wanted_places(corpus, selection);
    let selected = selected.filter_map(|idx| corpus.place(idx).point);
    if let Some(area) = selection.area {
        return around_area(area, selected, viewport);
    }
    let square = corpus.ground().square;
    let square = selected.fold(square.unwrap_or_else(world), Square::with);
    Camera::framing_square(square, viewport, margins(viewport), CLOSEST)
}

/// A link that names an area and no view shows the area, and what is selected besides.
fn around_area(area: Area, selected: impl Iterator<Item = LatLon>, viewport: Viewport) -> Camera {
    let Margins { top, right, bottom, .. } = margins(viewport);
    let margins = Margins { top, right, bottom, left: NARROW_LEFT };
    let square = selected.fold(area.on_map(), Square::with);
    Camera::framing_square(square, viewport, margins, CLOSEST_AREA)
}

fn world() -> Square {
    let corners = [WORLD.min, WORLD.max].map(mercator::project);
    let [south_west, north_east] = corners;
    Square { left: south_west.x, top: north_east.y, right: north_east.x, bottom: south_west.y }
}

/// The camera that frames what the articles from this one on are about; none when they name no place with coordinates.
pub fn home_of(corpus: &Corpus, first: ArticleIdx, viewport: Viewport) -> Option<Camera> {
    let mut n_located = vec![0u32; corpus.places().len()];
    let mut is_named = vec![false; corpus.places().len()];
    for mention in corpus.records().iter().skip(first.0 as usize).flat_map(|r| &r.mentions) {
        let idx = mention.place.0 as usize;
        let is_located = mention.role == MentionRole::Story && !mention.metonym;
        n_located.iter_mut().skip(idx).take(1).for_each(|n| *n += u32::from(is_located));
        is_named.iter_mut().skip(idx).take(1).for_each(|named| *named = true);
    }
    let spots = || {
        let located = corpus.places().iter().zip(n_located.iter().copied());
        located.filter(|(place, n)| *n > 0 && is_spot(place))
    };
    let focus = country_of(spots());
    let of_focus = |place: &Place| focus.is_none() || place.country == focus;
    let named = || corpus.places().iter().zip(&is_named).filter(|(_, named)| **named);
    let square = Square::around(spots().filter(|(p, _)| of_focus(p)).filter_map(|(p, _)| p.point))
        .or_else(|| Square::around(named().filter_map(|(place, _)| place.point)))?;
    Some(Camera::framing_square(square, viewport, margins(viewport), CLOSEST))
}

/// The camera that frames what is selected: the area and the places; every place of the set when neither has a point.
pub fn selected(corpus: &Corpus, state: &State) -> Camera {
    let Selection { area, .. } = &state.selection;
    let indices = facet::wanted_places(corpus, &state.selection);
    let points = indices.filter_map(|idx| corpus.place(idx).point);
    match (area, Square::around(points.clone())) {
        (Some(area), _) => around_area(*area, points, state.viewport),
        (None, Some(square)) => {
            Camera::framing_square(square, state.viewport, margins(state.viewport), CLOSEST)
        }
        (None, None) => everything(corpus, state),
    }
}

/// The camera that shows every place of the set.
pub fn everything(corpus: &Corpus, state: &State) -> Camera {
    let set = facet::matches(corpus, &state.selection);
    let counts = facet::count(corpus, &set);
    let points = counts.places().filter_map(|count| corpus.ground().point(count.value)).collect();
    let square = Square::around_points(points).unwrap_or_else(world);
    Camera::framing_square(square, state.viewport, margins(state.viewport), CLOSEST)
}

/// The view that holds the places of a cluster, at least as close as it takes them to come apart.
pub fn opened(square: Square, zoom: f64, viewport: Viewport) -> Camera {
    let camera = Camera::framing_square(square, viewport, margins(viewport), MAX_ZOOM);
    if camera.zoom >= zoom {
        return camera;
    }
    let middle = mercator::Point {
        x: f64::midpoint(square.left, square.right),
        y: f64::midpoint(square.top, square.bottom),
    };
    Camera::new(mercator::unproject(middle), zoom)
}

/// A small map keeps less free, or nothing would be left of it.
fn margins(viewport: Viewport) -> Margins {
    const FULL_HEIGHT: f64 = 400.0;
    const FULL_WIDTH: f64 = 600.0;
    let share = (viewport.height / FULL_HEIGHT).min(1.0);
    let left = if viewport.width < FULL_WIDTH { NARROW_LEFT } else { MARGINS.left };
    let right = if viewport.has_buttons() { MARGINS.right } else { FREE_RIGHT };
    let bottom = (MARGINS.bottom * share).max(LEAST_BOTTOM);
    Margins { top: MARGINS.top * share, right, bottom, left }
}
