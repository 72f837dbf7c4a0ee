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
