//! What is painted when, and that the view is always covered.

use super::*;
use dateline_core::geo::LatLon;
use proptest::prelude::*;

const VIEW: Viewport = Viewport { width: 400.0, height: 300.0 };

fn at(lon: f64, zoom: f64) -> Camera {
    Camera::new(LatLon { lat: 30.0, lon }, zoom)
}

/// So many CSS pixels to the east.
fn east(camera: Camera, pixels: f64) -> Camera {
    camera.panned(-pixels, 0.0, VIEW)
}

/// Steps, and how many pixels of the screen the last of them paints.
fn painted(steps: &[(Camera, Pace)]) -> i64 {
    let mut ground = Ground::default();
    let plans = steps.iter().map(|&(camera, pace)| ground.plan(camera, VIEW, 1.0, pace));
    let size = |part: &Part| (part.px.right - part.px.left) * (part.px.bottom - part.px.top);
    plans.last().map_or(0, |plan| plan.parts.iter().map(size).sum())
}

#[test]
fn what_is_painted() {
    use Pace::{Moving, Resting};
    let home = at(20.0, 4.0);
    for (what, steps, least, most) in [
        ("at first the view alone", vec![(home, Moving)], 400 * 300, 402 * 302),
        (
            "at rest more",
            vec![(home, Moving), (home, Resting)],
            600 * 450 - 402 * 302,
            600 * 450 - 400 * 300,
        ),
        ("at rest nothing twice", vec![(home, Resting), (home, Resting)], 0, 0),
        ("a short way nothing", vec![(home, Resting), (east(home, 90.0), Moving)], 0, 0),
        ("farther a strip", vec![(home, Moving), (east(home, 10.0), Moving)], 10 * 300, 60 * 302),
        (
            "beyond the canvas a strip",
            vec![(home, Resting), (east(home, 110.0), Moving)],
            1,
            60 * 450,
        ),
        (
            "far away the view",
            vec![(home, Resting), (east(home, 5000.0), Moving)],
            400 * 300,
            402 * 302,
        ),
        ("a little closer nothing", vec![(home, Resting), (at(20.0, 4.9), Moving)], 0, 0),
        ("closer the view", vec![(home, Resting), (at(20.0, 5.1), Moving)], 400 * 300, 402 * 302),
        ("a little farther off nothing", vec![(home, Resting), (at(20.0, 3.5), Moving)], 0, 0),
        (
            "farther off more than the view",
            vec![(home, Resting), (at(20.0, 3.3), Moving)],
            600 * 450,
            600 * 450,
        ),
        (
            "zoomed and at rest all",
            vec![(home, Resting), (at(20.0, 4.1), Resting)],
            600 * 450,
            600 * 450,
        ),
        (
            "across the date line nothing",
            vec![(at(179.9, 4.0), Resting), (at(-179.9, 4.0), Moving)],
            0,
            0,
        ),
    ] {
        let n = painted(&steps);
        assert!((least..=most).contains(&n), "{what}: {n}");
    }
}

#[test]
fn another_size_or_screen_begins_anew() {
    let mut ground = Ground::default();
    ground.plan(at(0.0, 3.0), VIEW, 1.0, Pace::Resting);
    for (viewport, ratio) in [(Viewport { width: 500.0, height: 300.0 }, 1.0), (VIEW, 2.0)] {
        let plan = ground.plan(at(0.0, 3.0), viewport, ratio, Pace::Moving);
        assert_eq!((plan.shift_px, plan.parts.len()), (None, 1));
    }
    ground.clear();
    assert_eq!(ground.plan(at(0.0, 3.0), VIEW, 2.0, Pace::Moving).parts.len(), 1);
}

proptest! {
    /// However the map is moved, every pixel of the view was painted for the place where it stands.
    #[test]
    fn the_view_is_always_covered(
        steps in proptest::collection::vec((-170.0..170.0f64, -60.0..60.0f64, 1.0..9.0f64, any::<bool>(), any::<bool>()), 1..12),
        ratio in prop_oneof![Just(1.0), Just(1.5), Just(2.0), Just(3.0)],
    ) {
        let mut ground = Ground::default();
        // Each pixel in the middle of a column or row of the canvas: where on the unit square it was painted.
        let mut columns: Vec<Option<f64>> = Vec::new();
        let mut rows: Vec<Option<f64>> = Vec::new();
        let mut camera = at(0.0, 4.0);
        for (dx, dy, zoom, zooms, rests) in steps {
            camera = camera.panned(dx, dy, VIEW);
            if zooms {
                camera = Camera::new(camera.centre, zoom);
            }
            let pace = if rests { Pace::Resting } else { Pace::Moving };
            let plan = ground.plan(camera, VIEW, ratio, pace);
            let (w, h) = (plan.size_px.0 as usize, plan.size_px.1 as usize);
            if columns.len() != w || rows.len() != h {
                (columns, rows) = (vec![None; w], vec![None; h]);
            }
            if let Some((x, y)) = plan.shift_px {
                columns = moved(&columns, x);
                rows = moved(&rows, y);
            }
            for part in &plan.parts {
                paint(&mut columns, part.px.left, part.px.right, part.window.left, part.window.width, part.window.world_size());
                paint(&mut rows, part.px.top, part.px.bottom, part.window.top, part.window.height, part.window.world_size());
            }
            let view = camera.window(VIEW);
            for (all, corner, length, edge) in [
                (&columns, plan.at.0, VIEW.width, view.left),
                (&rows, plan.at.1, VIEW.height, view.top),
            ] {
                for css in [1.0, length / 3.0, length - 1.0] {
                    let px = ((css - corner) / plan.scale * ratio).floor();
                    prop_assert!(px >= 0.0 && (px as usize) < all.len(), "{css} lies outside");
                    let there = all[px as usize];
                    prop_assert!(there.is_some(), "{css} is not painted");
                    let meant = (edge + css) / view.world_size();
                    let off = there.unwrap_or_default() - meant;
                    let off = (off - off.round()) * view.world_size();
                    prop_assert!(off.abs() < 1.6 * plan.scale.max(1.0), "{css} is off by {off}");
                }
            }
        }
    }
}

fn moved(all: &[Option<f64>], by: i64) -> Vec<Option<f64>> {
    let from = |i: usize| usize::try_from(i as i64 - by).ok();
    (0..all.len()).map(|i| from(i).and_then(|i| all.get(i).copied()).flatten()).collect()
}

fn paint(all: &mut [Option<f64>], from: i64, to: i64, edge: f64, length: f64, world: f64) {
    for px in from..to {
        let along = (px - from) as f64 + 0.5;
        all[px as usize] = Some((edge + along / (to - from) as f64 * length) / world);
    }
}
