//! Parts of the flat map: what a view frames.
//!
//! In go points, out comes a rectangle on the unit square of the projection, of which the right side may lie beyond the date line.

use super::LatLon;
use super::mercator::{self, Point};
use crate::order;

/// A rectangle on the unit square of the projection; `right` is more than 1 where it crosses the date line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Square {
    /// Its western side.
    pub left: f64,
    /// Its northern side.
    pub top: f64,
    /// Its eastern side.
    pub right: f64,
    /// Its southern side.
    pub bottom: f64,
}

impl Square {
    /// The smallest around the points; none around none.
    ///
    /// It crosses the date line only where that turns more than half of the world into less: the places of a larger set stay where a reader looks for them.
    pub fn around(points: impl IntoIterator<Item = LatLon>) -> Option<Self> {
        Self::around_points(points.into_iter().map(mercator::project).collect())
    }

    /// The same around points of the unit square.
    pub fn around_points(mut points: Vec<Point>) -> Option<Self> {
        order::sort_by(&mut points, |a, b| a.x.total_cmp(&b.x));
        let (first, last) = (points.first()?.x, points.last()?.x);
        let top = points.iter().map(|p| p.y).fold(f64::INFINITY, f64::min);
        let bottom = points.iter().map(|p| p.y).fold(f64::NEG_INFINITY, f64::max);
        let gaps = points.windows(2).filter_map(|pair| match pair {
            [a, b] => Some((a.x, b.x)),
            _ => None,
        });
        let widest = gaps.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        let (left, right) = match widest {
            Some((west, east)) if last - first > 0.5 && 1.0 - (east - west) < 0.5 => {
                (east, west + 1.0)
            }
            _ => (first, last),
        };
        Some(Self { left, top, right, bottom })
    }

    /// Grown to hold one more point, in the copy of the world in which that costs least.
    #[must_use]
    pub fn with(self, point: LatLon) -> Self {
        let p = mercator::project(point);
        let middle = f64::midpoint(self.left, self.right);
        let x = p.x + libm::round(middle - p.x);
        Self {
            left: self.left.min(x),
            top: self.top.min(p.y),
            right: self.right.max(x),
            bottom: self.bottom.max(p.y),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_framed_the_short_way_when_the_long_way_is_most_of_the_world() {
        for (lons, width) in [
            (&[35.0, 42.0][..], 7.0),
            (&[178.0, -178.0], 4.0),
            (&[178.0, -178.0, 170.0], 12.0),
            (&[-120.0, 0.0, 140.0], 260.0),
            (&[12.0], 0.0),
        ] {
            let points = lons.iter().map(|&lon| LatLon { lat: 10.0, lon });
            let square = Square::around(points).unwrap();
            assert!((square.right - square.left - width / 360.0).abs() < 1e-9, "{lons:?}");
        }
        assert_eq!(Square::around([]), None);
    }

    #[test]
    fn an_area_beyond_the_date_line_is_one_piece() {
        let area = crate::facet::Area::new(176.0, -20.0, -178.0, -15.0).unwrap();
        let square = area.on_map();
        assert!((square.right - square.left - 6.0 / 360.0).abs() < 1e-9 && square.right > 1.0);
        let with = square.with(LatLon { lat: -17.0, lon: -175.0 });
        assert!((with.right - square.right - 3.0 / 360.0).abs() < 1e-9, "{with:?}");
        assert!((with.left - square.left).abs() < 1e-12);
    }
}
