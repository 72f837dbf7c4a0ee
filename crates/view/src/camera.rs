//! Where the map looks: centre and zoom, and the way from degrees to pixels.
//!
//! Zoom 0 shows the world in 256 CSS pixels, each level doubles it (the scale of web maps).
//! A camera is always within its limits: every function that makes one clamps it.

mod window;

pub use dateline_core::geo::Square;
pub use window::Window;

use dateline_core::geo::LatLon;
use dateline_core::geo::mercator::{self, Point};
use dateline_core::order::within;

/// The least zoom.
pub const MIN_ZOOM: f64 = 0.5;
/// The greatest zoom; the base map holds no more detail.
pub const MAX_ZOOM: f64 = 13.0;

/// Size of the map in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Default for Viewport {
    /// The size before it is measured: that of a small desk screen.
    fn default() -> Self {
        Self { width: 750.0, height: 530.0 }
    }
}

impl Viewport {
    /// Whether the buttons of the map lie over it, in its upper right corner; on a narrow or low map they stand in the line below it.
    ///
    /// The style sheet asks the same of the map together with that line.
    pub fn has_buttons(self) -> bool {
        self.width > 480.0 && self.height > 236.0
    }
}

/// What a frame keeps free at each side, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Above.
    pub top: f64,
    /// At the right.
    pub right: f64,
    /// Below.
    pub bottom: f64,
    /// At the left.
    pub left: f64,
}

/// A view of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// What lies in the middle.
    pub centre: LatLon,
    /// 0.5 to 13.
    pub zoom: f64,
}

impl Camera {
    /// A camera within the limits.
    pub fn new(centre: LatLon, zoom: f64) -> Self {
        Self { centre, zoom: within(zoom, MIN_ZOOM, MAX_ZOOM) }
    }

    /// CSS pixels around the whole world at this zoom.
    pub fn world_size(self) -> f64 {
        window::world_size(self.zoom)
    }

    /// The same for a part of the flat map, which may lie across the date line.
    pub fn framing_square(
        square: Square,
        viewport: Viewport,
        margins: Margins,
        max_zoom: f64,
    ) -> Self {
        let Square { left, top, right, bottom } = square;
        let middle = Point { x: f64::midpoint(left, right), y: f64::midpoint(top, bottom) };
        let room = |size: f64, margin: f64| (size - margin).max(size / 3.0).max(32.0);
        let scale = (room(viewport.width, margins.left + margins.right)
            / (right - left).abs().max(1e-9))
        .min(room(viewport.height, margins.top + margins.bottom) / (bottom - top).abs().max(1e-9));
        let centred =
            Self::new(mercator::unproject(middle), libm::log2(scale / 256.0).min(max_zoom));
        // The middle of the free part is not the middle of the map.
        let (dx, dy) = ((margins.left - margins.right) / 2.0, (margins.top - margins.bottom) / 2.0);
        centred.panned(dx, dy, viewport)
    }

    /// Where a point lies in the viewport, in CSS pixels from its top left corner; the copy of the world that is nearest to the middle.
    pub fn to_screen(self, at: LatLon, viewport: Viewport) -> (f64, f64) {
        let (p, c) = (mercator::project(at), mercator::project(self.centre));
        let dx = p.x - c.x;
        let dx = dx - libm::round(dx);
        let size = self.world_size();
        (viewport.width / 2.0 + dx * size, viewport.height / 2.0 + (p.y - c.y) * size)
    }

    /// Whether a point lies in the viewport.
    pub fn shows(self, at: LatLon, viewport: Viewport) -> bool {
        let (x, y) = self.to_screen(at, viewport);
        (0.0..=viewport.width).contains(&x) && (0.0..=viewport.height).contains(&y)
    }

    /// Which point of the earth lies at a position of the viewport.
    pub fn to_earth(self, x: f64, y: f64, viewport: Viewport) -> LatLon {
        let c = mercator::project(self.centre);
        let size = self.world_size();
        mercator::unproject(Point {
            x: c.x + (x - viewport.width / 2.0) / size,
            y: c.y + (y - viewport.height / 2.0) / size,
        })
    }

    /// The view after the map was dragged by so many pixels; it stops where the top or bottom of the world would leave the viewport.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64, viewport: Viewport) -> Self {
        let c = mercator::project(self.centre);
        let size = self.world_size();
        let half = (viewport.height / 2.0 / size).min(0.5);
        let y = within(c.y - dy / size, half, 1.0 - half);
        Self::new(mercator::unproject(Point { x: c.x - dx / size, y }), self.zoom)
    }

    /// The view after zooming by so many levels while what lies at `(x, y)` stays there.
    #[must_use]
    pub fn zoomed_at(self, levels: f64, x: f64, y: f64, viewport: Viewport) -> Self {
        let held = self.to_earth(x, y, viewport);
        let closer = Self::new(self.centre, self.zoom + levels);
        let (now_x, now_y) = closer.to_screen(held, viewport);
        closer.panned(x - now_x, y - now_y, viewport)
    }

    /// The camera as its address prints it: rounded to about half a pixel.
    #[must_use]
    pub fn rounded(self) -> Self {
        let zoom = libm::round(self.zoom * 100.0) / 100.0;
        let scale = 10f64.powi(i32::from(decimals(zoom)));
        // No zero is negative: an address has one form.
        let round = |degrees: f64| libm::round(degrees * scale) / scale + 0.0;
        Self::new(LatLon { lat: round(self.centre.lat), lon: round(self.centre.lon) }, zoom)
    }
}

/// Digits after the point that a coordinate needs at a zoom, so that rounding moves the map by less than a pixel.
pub fn decimals(zoom: f64) -> u8 {
    // A degree of longitude is 256·2^zoom / 360 pixels.
    match zoom {
        z if z < 4.0 => 2,
        z if z < 7.0 => 3,
        z if z < 10.5 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Viewport = Viewport { width: 800.0, height: 600.0 };

    /// What lies across the date line stands on its own side of the view, whichever side the camera is on.
    #[test]
    fn the_date_line_is_no_edge() {
        for (centre, point, dx) in [
            (179.0, -179.0, 2.0),
            (-179.0, 179.0, -2.0),
            (180.0, -178.5, 1.5),
            (-180.0, 178.0, -2.0),
            (0.0, 10.0, 10.0),
        ] {
            let camera = Camera::new(LatLon { lat: -17.0, lon: centre }, 5.0);
            let at = LatLon { lat: -17.0, lon: point };
            let (x, y) = camera.to_screen(at, VIEW);
            let expected = 400.0 + dx * camera.world_size() / 360.0;
            assert!(
                (x - expected).abs() < 1e-6 && (y - 300.0).abs() < 1e-6,
                "{centre} {point}: {x}"
            );
            assert_eq!(camera.shows(at, VIEW), (0.0..=800.0).contains(&expected));
        }
    }

    #[test]
    fn a_drag_over_the_date_line_goes_on() {
        let camera = Camera::new(LatLon { lat: 0.0, lon: 179.0 }, 4.0);
        let there = camera.panned(-200.0, 0.0, VIEW);
        assert!(there.centre.lon < -160.0, "{there:?}");
        let back = there.panned(200.0, 0.0, VIEW);
        assert!((back.centre.lon - 179.0).abs() < 1e-9, "{back:?}");
    }

    #[test]
    fn an_address_knows_no_negative_zero() {
        let rounded = Camera::new(LatLon { lat: -0.001, lon: -0.001 }, 3.0).rounded();
        assert!(rounded.centre.lat.is_sign_positive() && rounded.centre.lon.is_sign_positive());
    }
}
