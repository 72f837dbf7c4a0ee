//! Web Mercator between degrees and the unit square.
//!
//! `x` grows to the east from 0 at 180° W to 1 at 180° E; `y` grows to the south from 0 at 85.0511° N to 1 at 85.0511° S.
//! The formulas are those of EPSG:3857 divided by the length of the equator.

use super::LatLon;
use crate::order::within;
use core::f64::consts::PI;

/// The latitude at which the square map of the world ends, in degrees.
pub const MAX_LAT: f64 = 85.051_128_779_806_59;

/// A position on the unit square.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// 0 at 180° W, 1 at 180° E.
    pub x: f64,
    /// 0 at the northern edge, 1 at the southern edge.
    pub y: f64,
}

/// Where a point of the earth lies on the square; latitudes beyond the map lie on its edge.
pub fn project(at: LatLon) -> Point {
    let sin = libm::sin(within(at.lat, -MAX_LAT, MAX_LAT).to_radians());
    Point { x: at.lon / 360.0 + 0.5, y: 0.5 - libm::log((1.0 + sin) / (1.0 - sin)) / (4.0 * PI) }
}

/// Which point of the earth lies at a position; positions left or right of the square wrap around.
pub fn unproject(p: Point) -> LatLon {
    let y = within(p.y, 0.0, 1.0);
    let x = p.x - libm::floor(p.x);
    LatLon {
        lat: libm::atan(libm::sinh(PI * (1.0 - 2.0 * y))).to_degrees(),
        lon: (x - 0.5) * 360.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn corners_and_centre() {
        let close = |p: Point, x: f64, y: f64| (p.x - x).abs() < 1e-9 && (p.y - y).abs() < 1e-9;
        assert!(close(project(LatLon { lat: 0.0, lon: 0.0 }), 0.5, 0.5));
        assert!(close(project(LatLon { lat: 90.0, lon: -180.0 }), 0.0, 0.0));
        assert!(close(project(LatLon { lat: -90.0, lon: 180.0 }), 1.0, 1.0));
    }

    proptest! {
        #[test]
        fn there_and_back(lat in -85.0f64..85.0, lon in -179.9f64..179.9) {
            let back = unproject(project(LatLon { lat, lon }));
            prop_assert!((back.lat - lat).abs() < 1e-9 && (back.lon - lon).abs() < 1e-9);
        }
    }
}
