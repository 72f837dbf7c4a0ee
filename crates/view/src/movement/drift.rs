//! Movement that goes on by itself: a thrown map that glides out, a zoom that is on its way.
//!
//! Both die away as e^(−t/τ) and are reckoned exactly, so that they end at the same place however long the frames are.

use crate::camera::{Camera, Viewport};
use dateline_core::order::within;

/// A thrown map keeps 1/e of its speed after so many milliseconds.
const GLIDE_MILLIS: f64 = 160.0;
/// Slower than this it rests, in pixels a millisecond.
const RESTING: f64 = 0.03;
/// It is never thrown faster than this.
const FASTEST: f64 = 4.0;
/// A zoom has 1/e of its way before it after so many milliseconds.
const ZOOM_MILLIS: f64 = 55.0;
/// What remains below this is done at once, in levels.
const LEAST_LEVELS: f64 = 0.004;
/// A page that was away for long must not jump.
const LONGEST_FRAME: f64 = 50.0;

/// A movement that goes on by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drift {
    /// Speed to the right and down, in pixels a millisecond.
    Glide {
        /// To the right.
        vx: f64,
        /// Down.
        vy: f64,
    },
    /// A zoom at a point.
    Zoom {
        /// Levels that are still to come.
        levels: f64,
        /// Where.
        x: f64,
        /// Where.
        y: f64,
    },
}

impl Drift {
    /// A map that is thrown at a speed; none when it is too slow to notice.
    pub fn thrown(vx: f64, vy: f64) -> Option<Self> {
        let speed = libm::hypot(vx, vy);
        let limit = if speed > FASTEST { FASTEST / speed } else { 1.0 };
        (speed >= RESTING).then_some(Self::Glide { vx: vx * limit, vy: vy * limit })
    }

    /// A zoom by so many levels more than were still to come.
    pub fn zooming(before: Option<Self>, levels: f64, (x, y): (f64, f64)) -> Self {
        let left = match before {
            // A turn back takes back at once what has not happened yet.
            Some(Self::Zoom { levels: left, .. }) if left * levels > 0.0 => left,
            _ => 0.0,
        };
        Self::Zoom { levels: left + levels, x, y }
    }

    /// The camera so many milliseconds later, and what is left of the movement.
    pub fn after(self, millis: f64, camera: Camera, viewport: Viewport) -> (Camera, Option<Self>) {
        let millis = within(millis, 1.0, LONGEST_FRAME);
        match self {
            Self::Glide { vx, vy } => {
                let kept = libm::exp(-millis / GLIDE_MILLIS);
                let (dx, dy) = (vx * GLIDE_MILLIS * (1.0 - kept), vy * GLIDE_MILLIS * (1.0 - kept));
                let (vx, vy) = (vx * kept, vy * kept);
                let rest = (libm::hypot(vx, vy) >= RESTING).then_some(Self::Glide { vx, vy });
                (camera.panned(dx, dy, viewport), rest)
            }
            Self::Zoom { levels, x, y } => {
                let left = levels * libm::exp(-millis / ZOOM_MILLIS);
                let left = if left.abs() < LEAST_LEVELS { 0.0 } else { left };
                let rest = (left != 0.0).then_some(Self::Zoom { levels: left, x, y });
                (camera.zoomed_at(levels - left, x, y, viewport), rest)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::geo::LatLon;

    const VIEW: Viewport = Viewport { width: 800.0, height: 600.0 };

    /// Where it ends, after how many milliseconds, and the speeds on the way.
    fn run(start: Drift, frame: f64) -> (Camera, f64, Vec<f64>) {
        let (mut camera, mut millis, mut steps) =
            (Camera::new(LatLon { lat: 35.0, lon: 179.0 }, 6.0), 0.0, Vec::new());
        let mut drift = Some(start);
        while let Some(now) = drift {
            let before = camera;
            (camera, drift) = now.after(frame, camera, VIEW);
            let (x, y) = camera.to_screen(before.centre, VIEW);
            steps.push(libm::hypot(x - 400.0, y - 300.0) / frame);
            millis += frame;
            assert!(millis < 2000.0, "{start:?} does not end");
        }
        (camera, millis, steps)
    }

    #[test]
    fn a_glide_slows_down_and_ends_at_the_same_place_at_any_frame_rate() {
        let start = Drift::thrown(-1.5, 0.5).unwrap();
        let (fast, millis, steps) = run(start, 8.0);
        assert!(steps.windows(2).all(|w| w[1] < w[0]), "{steps:?}");
        assert!((400.0..900.0).contains(&millis), "{millis}");
        let (slow, ..) = run(start, 32.0);
        let (x, y) = slow.to_screen(fast.centre, VIEW);
        assert!((x - 400.0).abs() < 6.0 && (y - 300.0).abs() < 6.0, "{x} {y}");
        // To the east over the date line.
        assert!(fast.centre.lon < -170.0, "{fast:?}");
    }

    #[test]
    fn a_throw_has_a_limit_and_a_least() {
        assert_eq!(Drift::thrown(0.01, 0.01), None);
        assert_eq!(Drift::thrown(40.0, 0.0), Some(Drift::Glide { vx: FASTEST, vy: 0.0 }));
    }

    #[test]
    fn a_zoom_ends_where_it_was_meant_to_and_holds_its_point() {
        let camera = Camera::new(LatLon { lat: 35.0, lon: 179.0 }, 6.0);
        let held = camera.to_earth(100.0, 500.0, VIEW);
        for frame in [7.0, 16.0, 40.0] {
            let (end, millis, _) = run(Drift::zooming(None, 1.0, (100.0, 500.0)), frame);
            assert!((end.zoom - 7.0).abs() < 1e-9, "{end:?}");
            assert!(millis < 500.0);
            let (x, y) = end.to_screen(held, VIEW);
            assert!((x - 100.0).abs() < 0.5 && (y - 500.0).abs() < 0.5, "{x} {y}");
        }
    }

    #[test]
    fn turns_of_the_wheel_add_up_and_turning_back_starts_anew() {
        let levels = |drift: Drift| match drift {
            Drift::Zoom { levels, .. } => levels,
            Drift::Glide { .. } => f64::NAN,
        };
        let one = Drift::zooming(None, 0.4, (0.0, 0.0));
        assert_eq!(levels(Drift::zooming(Some(one), 0.4, (5.0, 5.0))), 0.8);
        assert_eq!(levels(Drift::zooming(Some(one), -0.4, (5.0, 5.0))), -0.4);
        let glide = Drift::thrown(1.0, 1.0);
        assert_eq!(levels(Drift::zooming(glide, 0.4, (5.0, 5.0))), 0.4);
    }
}
