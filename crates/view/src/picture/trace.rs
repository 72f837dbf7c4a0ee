//! From points of the unit square to strokes of a pen: scaled, thinned to what a screen shows, and cut off outside of it.

use super::pen::Pen;
use crate::camera::Window;
use dateline_core::basemap::UnitBounds;
use dateline_core::geo::{LatLon, mercator};

/// Points nearer than this to the last one drawn are left out, in CSS pixels.
const THINNEST: f64 = 0.6;
/// So far outside of the view lines still count as visible, in CSS pixels.
const MARGIN: f64 = 24.0;

/// One copy of the world as it lies in the view.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    scale: f64,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    /// What of the unit square is visible in this copy.
    pub(super) bounds: UnitBounds,
}

/// The copies of the world that the window shows, from west to east.
pub(super) fn sheets(window: Window) -> impl Iterator<Item = Sheet> {
    let Window { left, top, width, height, .. } = window;
    let scale = window.world_size();
    let (min_x, max_x) = ((left - MARGIN) / scale, (left + width + MARGIN) / scale);
    let (min_y, max_y) = ((top - MARGIN) / scale, (top + height + MARGIN) / scale);
    let (first, last) = (libm::floor(min_x) as i32, libm::floor(max_x) as i32);
    (first..=last).map(move |copy| {
        let shift = f64::from(copy);
        Sheet {
            scale,
            left: shift * scale - left,
            top: -top,
            width,
            height,
            bounds: UnitBounds {
                min_x: (min_x - shift) as f32,
                min_y: min_y as f32,
                max_x: (max_x - shift) as f32,
                max_y: max_y as f32,
            },
        }
    })
}

#[derive(Clone, Copy)]
struct Spot {
    x: f64,
    y: f64,
    /// Which sides of the view it lies beyond, as bits.
    beyond: u8,
}

impl Sheet {
    fn spot(&self, [x, y]: [f32; 2]) -> Spot {
        let x = self.left + f64::from(x) * self.scale;
        let y = self.top + f64::from(y) * self.scale;
        let beyond = u8::from(x < -MARGIN)
            | u8::from(x > self.width + MARGIN) << 1
            | u8::from(y < -MARGIN) << 2
            | u8::from(y > self.height + MARGIN) << 3;
        Spot { x, y, beyond }
    }

    /// Adds a closed outline to the path. What runs along the outside of one edge of the view becomes a straight line there, which changes nothing inside.
    pub(super) fn outline(&self, pen: &impl Pen, points: impl Iterator<Item = [f32; 2]>) {
        self.trace(points, |spot, is_first, _| {
            if is_first {
                pen.move_to(spot.x, spot.y);
            } else {
                pen.line_to(spot.x, spot.y);
            }
        });
        pen.close_path();
    }

    /// Adds meridians and circles of latitude to the path, so many degrees apart, as far as they are in view.
    pub(super) fn graticule(&self, pen: &impl Pen, step: f64) {
        let UnitBounds { min_x, min_y, max_x, max_y } = self.bounds;
        let n = libm::round(180.0 / step) as i32;
        let (top, bottom) =
            (self.top.max(-MARGIN), (self.top + self.scale).min(self.height + MARGIN));
        let degrees = |i: i32| f64::from(i) * step;
        // The date line is drawn once, by the copy of the world to the east of it.
        for lon in (-n..n).map(degrees) {
            let x = mercator::project(LatLon { lat: 0.0, lon }).x;
            if (f64::from(min_x)..=f64::from(max_x)).contains(&x) {
                let x = self.left + x * self.scale;
                pen.move_to(x, top);
                pen.line_to(x, bottom);
            }
        }
        let (left, right) =
            (self.left.max(-MARGIN), (self.left + self.scale).min(self.width + MARGIN));
        for lat in (-n..=n).map(degrees).filter(|lat| lat.abs() < mercator::MAX_LAT) {
            let y = mercator::project(LatLon { lat, lon: 0.0 }).y;
            if (f64::from(min_y)..=f64::from(max_y)).contains(&y) {
                let y = self.top + y * self.scale;
                pen.move_to(left, y);
                pen.line_to(right, y);
            }
        }
    }

    /// Adds an open line to the path; its parts outside of the view are left out.
    pub(super) fn line(&self, pen: &impl Pen, points: &[f32]) {
        let pairs = points.chunks_exact(2).filter_map(|p| Some([*p.first()?, *p.get(1)?]));
        self.trace(pairs, |spot, is_first, is_outside| {
            if is_first || is_outside {
                pen.move_to(spot.x, spot.y);
            } else {
                pen.line_to(spot.x, spot.y);
            }
        });
    }

    /// Visits the points that matter: `(point, is the first, the way to it lies outside)`.
    fn trace(
        &self,
        points: impl Iterator<Item = [f32; 2]>,
        mut visit: impl FnMut(Spot, bool, bool),
    ) {
        let mut last: Option<Spot> = None;
        // The end of a run that lies beyond the same sides as `last`, and those sides.
        let mut run: Option<(Spot, u8)> = None;
        // The point that thinning left out last: a line must not end before its end.
        let mut thinned: Option<Spot> = None;
        for point in points {
            let spot = self.spot(point);
            let Some(drawn) = last else {
                visit(spot, true, false);
                last = Some(spot);
                continue;
            };
            let shared = run.map_or(drawn.beyond, |(_, sides)| sides) & spot.beyond;
            if shared != 0 {
                run = Some((spot, shared));
                thinned = None;
                continue;
            }
            let from = match run.take() {
                Some((end, _)) => {
                    visit(end, false, true);
                    end
                }
                None => drawn,
            };
            last = Some(from);
            if (spot.x - from.x).abs() + (spot.y - from.y).abs() < THINNEST {
                thinned = Some(spot);
                continue;
            }
            visit(spot, false, false);
            last = Some(spot);
            thinned = None;
        }
        if let Some((end, _)) = run {
            visit(end, false, true);
        } else if let Some(end) = thinned {
            visit(end, false, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::camera::{Camera, Viewport};
    use crate::picture::Pen;
    use std::cell::RefCell;

    /// Remembers moves (`M`) and lines (`L`) in whole pixels.
    #[derive(Default)]
    struct Memory(RefCell<Vec<(char, i64, i64)>>);

    impl Memory {
        fn note(&self, what: char, x: f64, y: f64) {
            self.0.borrow_mut().push((what, x.round() as i64, y.round() as i64));
        }
    }

    impl Pen for Memory {
        fn fill_rect(&self, _: f64, _: f64, _: f64, _: f64, _: &str) {}
        fn begin_path(&self) {}
        fn move_to(&self, x: f64, y: f64) {
            self.note('M', x, y);
        }
        fn line_to(&self, x: f64, y: f64) {
            self.note('L', x, y);
        }
        fn close_path(&self) {
            self.note('Z', 0.0, 0.0);
        }
        fn fill(&self, _: &str) {}
        fn stroke(&self, _: &str, _: f64, _: &[f64]) {}
    }

    const VIEW: Viewport = Viewport { width: 200.0, height: 200.0 };

    /// At this zoom the world is 1024 pixels wide: the view shows 412 to 612.
    fn sheet() -> Sheet {
        let camera = Camera::new(LatLon { lat: 0.0, lon: 0.0 }, 2.0);
        sheets(camera.window(VIEW)).next().unwrap()
    }

    fn unit(pixels: &[(f32, f32)]) -> Vec<f32> {
        pixels.iter().flat_map(|&(x, y)| [(x + 412.0) / 1024.0, (y + 412.0) / 1024.0]).collect()
    }

    #[test]
    fn a_line_is_drawn_where_it_is_seen() {
        for (points, drawn) in [
            (vec![(10.0, 10.0), (50.0, 10.0)], vec![('M', 10, 10), ('L', 50, 10)]),
            // Too near to matter, but the end is kept.
            (vec![(10.0, 10.0), (10.2, 10.0), (10.4, 10.0)], vec![('M', 10, 10), ('L', 10, 10)]),
            // What runs along the outside is passed over.
            (
                vec![(-100.0, 10.0), (-90.0, 50.0), (-80.0, 90.0), (20.0, 90.0)],
                vec![('M', -100, 10), ('M', -80, 90), ('L', 20, 90)],
            ),
            // From the left over the corner to the top: it may cross the view.
            (vec![(-100.0, 50.0), (50.0, -100.0)], vec![('M', -100, 50), ('L', 50, -100)]),
        ] {
            let pen = Memory::default();
            sheet().line(&pen, &unit(&points));
            assert_eq!(pen.0.into_inner(), drawn, "{points:?}");
        }
    }

    #[test]
    fn an_outline_goes_straight_where_it_is_not_seen() {
        let ring = [(100.0, 100.0), (300.0, 100.0), (310.0, 150.0), (300.0, 180.0), (100.0, 180.0)];
        let points = unit(&ring);
        let pen = Memory::default();
        sheet().outline(&pen, points.chunks_exact(2).map(|p| [p[0], p[1]]));
        let expected =
            [('M', 100, 100), ('L', 300, 100), ('L', 300, 180), ('L', 100, 180), ('Z', 0, 0)];
        assert_eq!(pen.0.into_inner(), expected);
    }

    #[test]
    fn a_graticule_is_drawn_where_it_is_seen() {
        let pen = Memory::default();
        sheet().graticule(&pen, 30.0);
        let lines = pen.0.into_inner();
        // From 36° W to 36° E and as far north and south: three meridians, three circles.
        assert_eq!(lines.len(), 2 * 6);
        assert!(lines.contains(&('M', 100, -24)) && lines.contains(&('L', 224, 100)), "{lines:?}");
    }

    #[test]
    fn the_world_repeats_to_fill_the_view() {
        let wide = Viewport { width: 900.0, height: 300.0 };
        for (zoom, lon, n) in [(0.5, 0.0, 3), (2.0, 0.0, 1), (2.0, 179.0, 2), (6.0, 179.99, 2)] {
            let camera = Camera::new(LatLon { lat: 0.0, lon }, zoom);
            assert_eq!(sheets(camera.window(wide)).count(), n, "zoom {zoom}, {lon}");
        }
    }
}
