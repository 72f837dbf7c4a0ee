//! A rectangle of the flat map.

use super::{Camera, Viewport};
use dateline_core::geo::mercator;

/// A rectangle of the flat map at a zoom: what a viewport shows, or a part of it. All lengths are CSS pixels.
///
/// The world may repeat to the left and right of it: a window that lies beyond the world shows the next copy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The zoom.
    pub zoom: f64,
    /// From the western edge of the world to its left side.
    pub left: f64,
    /// From the northern edge of the world to its upper side.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Window {
    /// Length of a side of the world.
    pub fn world_size(self) -> f64 {
        world_size(self.zoom)
    }

    /// Where its upper left corner stands in another window, and how many times as large what it shows is there. Of the copies of the world the nearest counts.
    pub fn seen_in(self, other: Self) -> ((f64, f64), f64) {
        // The same zoom scales by exactly 1.
        let scale = if self.zoom == other.zoom { 1.0 } else { libm::exp2(other.zoom - self.zoom) };
        let world = other.world_size();
        let away = (self.left + self.width / 2.0) * scale - (other.left + other.width / 2.0);
        let copies = libm::round(away / world) * world;
        ((self.left * scale - other.left - copies, self.top * scale - other.top), scale)
    }
}

impl Camera {
    /// What a viewport shows.
    pub fn window(self, viewport: Viewport) -> Window {
        let (c, size) = (mercator::project(self.centre), self.world_size());
        let Viewport { width, height } = viewport;
        Window {
            zoom: self.zoom,
            left: c.x * size - width / 2.0,
            top: c.y * size - height / 2.0,
            width,
            height,
        }
    }
}

/// CSS pixels around the whole world at a zoom.
pub(super) fn world_size(zoom: f64) -> f64 {
    256.0 * libm::exp2(zoom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::geo::LatLon;

    #[test]
    fn one_window_in_another() {
        let view = Viewport { width: 400.0, height: 300.0 };
        let window = |lon: f64, zoom: f64| Camera::new(LatLon { lat: 0.0, lon }, zoom).window(view);
        // At zoom 4 a degree is 4096 / 360 pixels.
        let degree = 4096.0 / 360.0;
        for (from, to, corner, scale) in [
            (window(0.0, 4.0), window(0.0, 4.0), (0.0, 0.0), 1.0),
            (window(0.0, 4.0), window(1.0, 4.0), (-degree, 0.0), 1.0),
            (window(0.0, 4.0), window(0.0, 5.0), (-200.0, -150.0), 2.0),
            (window(0.0, 4.0), window(0.0, 3.0), (100.0, 75.0), 0.5),
            (window(179.5, 4.0), window(-179.5, 4.0), (-degree, 0.0), 1.0),
            (window(-179.5, 4.0), window(179.5, 4.0), (degree, 0.0), 1.0),
        ] {
            let ((x, y), times) = from.seen_in(to);
            let is_near = (x - corner.0).abs() < 1e-6 && (y - corner.1).abs() < 1e-6;
            assert!(is_near && times == scale, "{from:?} in {to:?}: {x} {y} {times}");
        }
    }
}
