//! Points on the earth and on the flat map.
//!
//! Degrees go in, positions on a unit square come out, and back.
//! All functions are total: a latitude beyond the map is clamped, a longitude is wrapped, and a value that is no number is refused where a `LatLon` is made.
//! Trigonometry comes from `libm`, so every machine computes the same bytes.
//! It does not draw, and knows no screen; `view::camera` does.

use crate::order::within;
use serde::{Deserialize, Serialize};

pub mod mercator;
mod square;

pub use square::Square;

/// A point on the earth in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LatLon {
    /// Degrees north, −90 to 90.
    pub lat: f64,
    /// Degrees east, −180 to 180.
    pub lon: f64,
}

impl LatLon {
    /// A point, if both numbers are finite and in range.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon))
            .then_some(Self { lat, lon })
    }

    /// Great-circle distance in kilometres, by the haversine formula on a sphere of radius 6,371.0088 km (the mean radius of IUGG).
    pub fn distance_km(self, other: Self) -> f64 {
        const MEAN_RADIUS_KM: f64 = 6371.0088;
        let (lat1, lat2) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (lat2 - lat1) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let (sin_lat, sin_lon) = (libm::sin(half_lat), libm::sin(half_lon));
        let h = sin_lat * sin_lat + libm::cos(lat1) * libm::cos(lat2) * sin_lon * sin_lon;
        2.0 * MEAN_RADIUS_KM * libm::asin(libm::sqrt(within(h, 0.0, 1.0)))
    }
}

/// A box of degrees; never empty, and never across the date line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// South-western corner.
    pub min: LatLon,
    /// North-eastern corner.
    pub max: LatLon,
}

impl Bounds {
    /// The smallest box around the points; none around none.
    pub fn around(points: impl IntoIterator<Item = LatLon>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        Some(points.fold(Self { min: first, max: first }, Self::with))
    }

    /// The box grown to hold one more point.
    #[must_use]
    pub fn with(self, point: LatLon) -> Self {
        Self {
            min: LatLon { lat: self.min.lat.min(point.lat), lon: self.min.lon.min(point.lon) },
            max: LatLon { lat: self.max.lat.max(point.lat), lon: self.max.lon.max(point.lon) },
        }
    }

    /// Whether the point lies in the box or on its border.
    pub fn contains(&self, point: LatLon) -> bool {
        (self.min.lat..=self.max.lat).contains(&point.lat)
            && (self.min.lon..=self.max.lon).contains(&point.lon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_must_be_on_the_earth() {
        for (lat, lon, ok) in [
            (37.05, 41.22, true),
            (-90.0, 180.0, true),
            (90.1, 0.0, false),
            (0.0, -180.5, false),
            (f64::NAN, 0.0, false),
            (0.0, f64::INFINITY, false),
        ] {
            assert_eq!(LatLon::new(lat, lon).is_some(), ok, "{lat} {lon}");
        }
    }

    #[test]
    fn distances_agree_with_known_ones() {
        // City centres; figures of common distance tables, in kilometres.
        for (a, b, km) in [
            ((37.05, 41.22), (33.51, 36.29), 595.0),
            ((55.75, 37.62), (33.51, 36.29), 2475.0),
            ((0.0, 179.5), (0.0, -179.5), 111.2),
        ] {
            let d = LatLon { lat: a.0, lon: a.1 }.distance_km(LatLon { lat: b.0, lon: b.1 });
            assert!((d - km).abs() < km * 0.01, "{a:?} {b:?}: {d}");
        }
    }
}
