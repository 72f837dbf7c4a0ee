//! How a hand moves the map: what pointers do, how a thrown map glides, how far a wheel zooms, what a drawn box means.
//!
//! In go positions in CSS pixels and times in milliseconds, out come cameras and areas.
//! Nothing here listens to anything: the page wires events to these functions.

use crate::camera::{Camera, Margins, Square, Viewport, decimals};
use dateline_core::facet::Area;
use dateline_core::geo::mercator;
use dateline_core::order::within;

mod drift;
mod gesture;
mod wheel;

pub use drift::Drift;
pub use gesture::{Doing, Done, Gesture, Purpose, Step};
pub use wheel::{Turn, TurnUnit};

/// A rectangle on the map, in CSS pixels of the viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub left: f64,
    /// Its upper side.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// The whole viewport.
    pub fn whole(viewport: Viewport) -> Self {
        Self { left: 0.0, top: 0.0, width: viewport.width, height: viewport.height }
    }

    /// Between two corners.
    pub fn between(a: (f64, f64), b: (f64, f64)) -> Self {
        let (left, top) = (a.0.min(b.0), a.1.min(b.1));
        Self { left, top, width: (a.0 - b.0).abs(), height: (a.1 - b.1).abs() }
    }

    /// The part of it that lies in the viewport.
    #[must_use]
    pub fn within(self, viewport: Viewport) -> Self {
        let clamp =
            |x: f64, y: f64| (within(x, 0.0, viewport.width), within(y, 0.0, viewport.height));
        let (right, bottom) = (self.left + self.width, self.top + self.height);
        Self::between(clamp(self.left, self.top), clamp(right, bottom))
    }
}

/// A view this many levels from the one that was drawn is drawn anew.
const FAR_LEVELS: f64 = 0.5;
/// And one so many CSS pixels from it.
const FAR_PIXELS: f64 = 48.0;

/// Whether a moving map must be drawn anew: until then what was drawn is shifted and scaled.
pub fn is_far(drawn: Camera, now: Camera, viewport: Viewport) -> bool {
    let ((x, y), scale) = drawn.window(viewport).seen_in(now.window(viewport));
    if scale == 1.0 {
        x.abs().max(y.abs()) >= FAR_PIXELS
    } else {
        (now.zoom - drawn.zoom).abs() >= FAR_LEVELS
    }
}

/// The view in which the rectangle fills the viewport.
pub fn zoomed_to(camera: Camera, viewport: Viewport, rect: Rect) -> Camera {
    let c = mercator::project(camera.centre);
    let size = camera.world_size();
    let left = c.x + (rect.left - viewport.width / 2.0) / size;
    let top = c.y + (rect.top - viewport.height / 2.0) / size;
    let square =
        Square { left, top, right: left + rect.width / size, bottom: top + rect.height / size };
    let margins = Margins { top: 0.0, right: 0.0, bottom: 0.0, left: 0.0 };
    Camera::framing_square(square, viewport, margins, crate::camera::MAX_ZOOM)
}

/// The part of the earth below a rectangle, rounded to what the zoom can show; none when it has no inside.
pub fn area_below(camera: Camera, viewport: Viewport, rect: Rect) -> Option<Area> {
    let rect = rect.within(viewport);
    let scale = 10f64.powi(i32::from(decimals(camera.zoom)));
    let round = |degrees: f64| libm::round(degrees * scale) / scale;
    let north_west = camera.to_earth(rect.left, rect.top, viewport);
    let south_east = camera.to_earth(rect.left + rect.width, rect.top + rect.height, viewport);
    // What lies beyond the map is shown on its edge, and so is within an area that ends there.
    let is_edge = |lat: f64| lat.abs() > mercator::MAX_LAT - 1e-6;
    let lat = |lat: f64| if is_edge(lat) { 90f64.copysign(lat) } else { round(lat) };
    let (west, east) = if rect.width >= camera.world_size() {
        (-180.0, 180.0)
    } else {
        (round(north_west.lon), round(south_east.lon))
    };
    Area::new(west, lat(south_east.lat), east, lat(north_west.lat))
}

/// Where an area lies on the map, in the copy of the world whose middle is nearest to that of the view; it may reach beyond the viewport.
pub fn outline(camera: Camera, viewport: Viewport, area: Area) -> Rect {
    let square = area.on_map();
    let c = mercator::project(camera.centre);
    let size = camera.world_size();
    let dx = f64::midpoint(square.left, square.right) - c.x;
    let middle = viewport.width / 2.0 + (dx - libm::round(dx)) * size;
    let width = (square.right - square.left) * size;
    Rect {
        left: middle - width / 2.0,
        top: viewport.height / 2.0 + (square.top - c.y) * size,
        width,
        height: (square.bottom - square.top) * size,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::geo::LatLon;
    use proptest::prelude::*;

    const VIEW: Viewport = Viewport { width: 800.0, height: 600.0 };

    fn camera(zoom: f64, lat: f64, lon: f64) -> Camera {
        Camera::new(LatLon { lat, lon }, zoom)
    }

    #[test]
    fn a_box_at_the_date_line_crosses_it() {
        let rect = Rect { left: 300.0, top: 200.0, width: 200.0, height: 200.0 };
        let area = area_below(camera(4.0, -17.0, 180.0), VIEW, rect).unwrap();
        let [west, _, east, _] = area.degrees();
        assert!(west > 170.0 && east < -170.0, "{area:?}");
        assert!(area.contains(LatLon { lat: -17.0, lon: 179.9 }));
        assert!(area.contains(LatLon { lat: -17.0, lon: -179.9 }));
    }

    #[test]
    fn the_whole_world_is_the_whole_world() {
        let area = area_below(camera(0.5, 0.0, 30.0), VIEW, Rect::whole(VIEW)).unwrap();
        assert_eq!(area.degrees(), [-180.0, -90.0, 180.0, 90.0]);
    }

    #[test]
    fn a_box_without_an_inside_is_no_area() {
        let rect = |width, height| Rect { left: 10.0, top: 10.0, width, height };
        let at = camera(6.0, 35.0, 38.0);
        for (rect, is_area) in [
            (rect(100.0, 50.0), true),
            (rect(0.0, 50.0), false),
            (rect(50.0, 0.0), false),
            (Rect { left: 900.0, ..rect(50.0, 50.0) }, false),
        ] {
            assert_eq!(area_below(at, VIEW, rect).is_some(), is_area, "{rect:?}");
        }
        let none = Viewport { width: 0.0, height: 0.0 };
        assert_eq!(area_below(at, none, Rect::whole(none)), None);
    }

    #[test]
    fn zooming_to_a_box_shows_it_in_the_middle() {
        let rect = Rect { left: 100.0, top: 100.0, width: 200.0, height: 150.0 };
        let before = camera(5.0, 35.0, 38.0);
        let after = zoomed_to(before, VIEW, rect);
        assert!((after.zoom - 7.0).abs() < 1e-9, "{after:?}");
        let (x, y) = after.to_screen(before.to_earth(200.0, 175.0, VIEW), VIEW);
        assert!((x - 400.0).abs() < 1e-6 && (y - 300.0).abs() < 1e-6, "{x} {y}");
    }

    proptest! {
        /// What is drawn, its address and its outline are the same place, wherever on the earth.
        #[test]
        fn an_area_lies_where_it_was_drawn(
            zoom in 3.0f64..12.0, lat in -60.0f64..60.0, lon in -180.0f64..180.0,
            left in 0.0f64..400.0, top in 0.0f64..300.0, width in 40.0f64..400.0, height in 40.0f64..300.0,
        ) {
            let at = camera(zoom, lat, lon);
            let rect = Rect { left, top, width, height };
            let drawn = outline(at, VIEW, area_below(at, VIEW, rect).unwrap());
            for (is, was) in [
                (drawn.left, left), (drawn.top, top), (drawn.width, width), (drawn.height, height),
            ] {
                prop_assert!((is - was).abs() < 2.0, "{drawn:?} {rect:?}");
            }
        }
    }
}
