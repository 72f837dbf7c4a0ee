//! The facet of an area: a box of the map between two meridians and two parallels.
//!
//! A sentence is in when it names a place whose point lies in the box or on its border; a place without a point lies in none.
//! Corners are kept in hundred-thousandths of a degree, about a metre, so that two areas are the same exactly when their addresses are.

use crate::corpus::Corpus;
use crate::geo::{LatLon, Square, mercator};

/// Parts of a degree.
const UNITS: i32 = 100_000;
/// The whole way around.
const CIRCLE: i32 = 360 * UNITS;
/// The date line, seen from the west and from the east.
const DATE_LINE: i32 = 180 * UNITS;

/// A box of degrees; never empty. Its west lies east of its east when it crosses the date line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    west: i32,
    south: i32,
    east: i32,
    north: i32,
}

impl Area {
    /// A box, if its corners are on the earth and something lies between them; a number that is none is refused.
    pub fn new(west: f64, south: f64, east: f64, north: f64) -> Option<Self> {
        LatLon::new(south, west)?;
        LatLon::new(north, east)?;
        let [west, south, east, north] = [west, south, east, north].map(units);
        if (east - west).rem_euclid(CIRCLE) == 0 && (west, east) != (-DATE_LINE, DATE_LINE) {
            return None;
        }
        // One meridian has two names; a border has the one that lies on its own side.
        let west = if west == DATE_LINE { -DATE_LINE } else { west };
        let east = if east == -DATE_LINE { DATE_LINE } else { east };
        (south < north).then_some(Self { west, south, east, north })
    }

    /// Its rectangle on the flat map.
    pub fn on_map(self) -> Square {
        let [west, south, _, north] = self.degrees();
        let corner = mercator::project(LatLon { lat: north, lon: west });
        let foot = mercator::project(LatLon { lat: south, lon: west });
        let right = corner.x + self.width() / 360.0;
        Square { left: corner.x, top: corner.y, right, bottom: foot.y }
    }

    /// West, south, east and north in degrees.
    pub fn degrees(self) -> [f64; 4] {
        self.hundred_thousandths().map(|n| f64::from(n) / f64::from(UNITS))
    }

    /// West, south, east and north in hundred-thousandths of a degree.
    pub fn hundred_thousandths(self) -> [i32; 4] {
        [self.west, self.south, self.east, self.north]
    }

    /// Degrees from west to east, more than 0 and at most 360.
    pub fn width(self) -> f64 {
        f64::from(self.width_units()) / f64::from(UNITS)
    }

    /// The point in its middle, as the map shows degrees.
    pub fn middle(self) -> LatLon {
        let [west, south, _, north] = self.degrees();
        let lon = west + self.width() / 2.0;
        LatLon {
            lat: f64::midpoint(south, north),
            lon: if lon >= 180.0 { lon - 360.0 } else { lon },
        }
    }

    /// Whether a point lies in it or on its border.
    pub fn contains(self, point: LatLon) -> bool {
        let (lat, lon) = (units(point.lat), units(point.lon));
        let from_west = (lon - self.west).rem_euclid(CIRCLE);
        (self.south..=self.north).contains(&lat) && from_west <= self.width_units()
    }

    fn width_units(self) -> i32 {
        match (self.east - self.west).rem_euclid(CIRCLE) {
            0 => CIRCLE,
            width => width,
        }
    }
}

fn units(degrees: f64) -> i32 {
    libm::round(degrees * f64::from(UNITS)) as i32
}

/// For each place of the corpus whether its point lies in the area.
pub(super) fn places_in(corpus: &Corpus, area: Area) -> Vec<bool> {
    corpus.places().iter().map(|p| p.point.is_some_and(|at| area.contains(at))).collect()
}

/// Whether any of the places of a sentence is in.
pub(super) fn fits(mut places: impl Iterator<Item = u32>, is_in: &[bool]) -> bool {
    places.any(|place| is_in.get(place as usize).copied().unwrap_or(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_has_corners_on_the_earth_and_an_inside() {
        for (corners, is_box) in [
            ([35.0, 32.0, 42.4, 37.3], true),
            ([-180.0, -90.0, 180.0, 90.0], true),
            ([170.0, -20.0, -170.0, -10.0], true),
            ([35.0, 37.3, 42.4, 32.0], false),
            ([35.0, 32.0, 35.0, 37.3], false),
            ([35.0, 32.0, 35.000_001, 37.3], false),
            ([180.0, 0.0, -180.0, 1.0], false),
            ([35.0, 32.0, 181.0, 37.3], false),
            ([35.0, f64::NAN, 36.0, 37.3], false),
            ([f64::NEG_INFINITY, 32.0, 36.0, 37.3], false),
        ] {
            let [west, south, east, north] = corners;
            assert_eq!(Area::new(west, south, east, north).is_some(), is_box, "{corners:?}");
        }
    }

    #[test]
    fn what_lies_in_a_box() {
        let syria = [35.7, 32.3, 42.4, 37.4];
        let fiji = [176.0, -20.0, -178.0, -15.0];
        let world = [-180.0, -90.0, 180.0, 90.0];
        for (corners, (lat, lon), is_in) in [
            (syria, (37.05, 41.22), true),
            (syria, (32.3, 35.7), true),
            (syria, (33.89, 35.5), false),
            (syria, (38.0, 40.0), false),
            (fiji, (-18.1, 178.4), true),
            (fiji, (-16.7, -179.9), true),
            (fiji, (-17.0, 180.0), true),
            (fiji, (-17.0, -180.0), true),
            (fiji, (-17.0, -177.0), false),
            (fiji, (-17.0, 0.0), false),
            (world, (90.0, 180.0), true),
            (world, (-90.0, -180.0), true),
        ] {
            let [west, south, east, north] = corners;
            let area = Area::new(west, south, east, north).unwrap();
            assert_eq!(area.contains(LatLon { lat, lon }), is_in, "{corners:?} {lat} {lon}");
        }
    }

    #[test]
    fn the_middle_may_lie_beyond_the_date_line() {
        for (corners, (lat, lon)) in [
            ([35.0, 32.0, 43.0, 38.0], (35.0, 39.0)),
            ([176.0, -20.0, -178.0, -10.0], (-15.0, 179.0)),
            ([178.0, -20.0, -176.0, -10.0], (-15.0, -179.0)),
        ] {
            let [west, south, east, north] = corners;
            let area = Area::new(west, south, east, north).unwrap();
            assert_eq!(area.middle(), LatLon { lat, lon }, "{corners:?}");
        }
    }
}
