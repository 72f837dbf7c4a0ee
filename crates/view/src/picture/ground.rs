//! The canvas of the base map while the map moves: larger than the view, shifted and scaled as long as it covers it, and painted only where something is missing.
//!
//! In go the view and the resolution of the screen; out comes what to do with the canvas. Nothing here paints.
//! Lengths named `px` are whole pixels of the screen, so that parts that were painted one after the other meet without a seam.

use crate::camera::{Camera, Viewport, Window};

/// So much of the view's size is painted beyond each of its sides.
const BEYOND: f64 = 0.25;
/// A painting is scaled by at most this before the map is painted anew.
const MOST_SCALED: f64 = 2.0;
/// Where something is missing, so many CSS pixels more are painted at once.
const CHUNK: f64 = 48.0;

/// A rectangle in pixels of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PxRect {
    /// Its left side.
    pub left: i64,
    /// Its upper side.
    pub top: i64,
    /// Its right side.
    pub right: i64,
    /// Its lower side.
    pub bottom: i64,
}

impl PxRect {
    fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    fn within(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The least rectangle that holds both.
    fn around(self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn moved(self, x: i64, y: i64) -> Self {
        Self {
            left: self.left + x,
            top: self.top + y,
            right: self.right + x,
            bottom: self.bottom + y,
        }
    }
}

/// A part of the canvas that is to be painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Where on the canvas.
    pub px: PxRect,
    /// What of the map it shows.
    pub window: Window,
}

/// What to do with the canvas, in the order of the fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Width and height of the canvas in pixels of the screen; a canvas of another size is empty.
    pub size_px: (i64, i64),
    /// What is painted moves so far to the right and down.
    pub shift_px: Option<(i64, i64)>,
    /// What is painted then.
    pub parts: Vec<Part>,
    /// Where its upper left corner stands in the view, in CSS pixels.
    pub at: (f64, f64),
    /// How many times as large as it was painted it stands there.
    pub scale: f64,
}

/// When a plan is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The map moves, or is shown for the first time: as little as possible is painted.
    Moving,
    /// It rests: what may be seen next is painted too.
    Resting,
}

/// What stands on the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Painted {
    zoom: f64,
    /// Pixels of the screen in a CSS pixel.
    ratio: f64,
    size_px: (i64, i64),
    /// The corner of the canvas, from that of the world.
    corner_px: (i64, i64),
    /// What of the canvas is painted.
    area: PxRect,
}

/// The canvas as it was left; at first nothing is on it.
#[derive(Clone, Debug, Default)]
pub struct Ground(Option<Painted>);

impl Ground {
    /// What is on the canvas is out of date.
    pub fn forget(&mut self) {
        self.0 = None;
    }

    /// What to do so that the canvas shows a view.
    pub fn plan(&mut self, camera: Camera, viewport: Viewport, ratio: f64, pace: Pace) -> Plan {
        let view = camera.window(viewport);
        let fresh = Painted::around(view, ratio);
        let before = self.0.filter(|p| p.ratio == ratio && p.size_px == fresh.size_px);
        let before = before.map(|p| p.on_this_side(view));
        let (mut painted, shift_px, want) = match before {
            Some(p) if p.zoom == view.zoom => p.shifted(view, fresh, pace),
            Some(p) if pace == Pace::Moving && p.covers(view) => (p, None, p.area),
            // Whoever zooms out sees more with every frame.
            Some(p) if pace == Pace::Moving && p.zoom < view.zoom => {
                (fresh, None, fresh.needed(view))
            }
            None if pace == Pace::Moving => (fresh, None, fresh.needed(view)),
            _ => (fresh, None, fresh.whole()),
        };
        let parts = missing(painted.area, want);
        let parts = parts.into_iter().map(|px| Part { px, window: painted.window(px) }).collect();
        painted.area = painted.area.around(want);
        self.0 = Some(painted);
        let (at, scale) = painted.place_in(view);
        Plan { size_px: painted.size_px, shift_px, parts, at, scale }
    }
}

impl Painted {
    /// An empty canvas with the view in its middle.
    fn around(view: Window, ratio: f64) -> Self {
        let px = |css: f64| libm::round(css * ratio) as i64;
        let (beyond_x, beyond_y) = (px(view.width * BEYOND), px(view.height * BEYOND));
        Self {
            zoom: view.zoom,
            ratio,
            size_px: (px(view.width) + 2 * beyond_x, px(view.height) + 2 * beyond_y),
            corner_px: (px(view.left) - beyond_x, px(view.top) - beyond_y),
            area: PxRect::default(),
        }
    }

    /// The same painting on the copy of the world that is nearest to the view.
    fn on_this_side(mut self, view: Window) -> Self {
        let world = Window { zoom: self.zoom, ..view }.world_size() * self.ratio;
        let middle = (view.left + view.width / 2.0) / view.world_size();
        let own = (self.corner_px.0 + self.size_px.0 / 2) as f64 / world;
        // A whole world is no whole number of pixels: what lies on another copy may be half a pixel off, which rest mends.
        self.corner_px.0 += libm::round(libm::round(middle - own) * world) as i64;
        self
    }

    fn whole(&self) -> PxRect {
        PxRect { left: 0, top: 0, right: self.size_px.0, bottom: self.size_px.1 }
    }

    /// What of the canvas the view shows, if it is not scaled.
    fn needed(&self, view: Window) -> PxRect {
        let (left, top) = (view.left * self.ratio, view.top * self.ratio);
        let (width, height) = (view.width * self.ratio, view.height * self.ratio);
        PxRect {
            left: libm::floor(left) as i64 - self.corner_px.0,
            top: libm::floor(top) as i64 - self.corner_px.1,
            right: libm::ceil(left + width) as i64 - self.corner_px.0,
            bottom: libm::ceil(top + height) as i64 - self.corner_px.1,
        }
    }

    /// The same zoom elsewhere: the canvas, by how much what is on it is shifted, and what must be painted at the end.
    fn shifted(
        mut self,
        view: Window,
        fresh: Self,
        pace: Pace,
    ) -> (Self, Option<(i64, i64)>, PxRect) {
        let needed = self.needed(view);
        let mut shift = None;
        let is_away = self.corner_px != fresh.corner_px;
        if !self.whole().holds(needed) || (pace == Pace::Resting && is_away) {
            let (x, y) =
                (self.corner_px.0 - fresh.corner_px.0, self.corner_px.1 - fresh.corner_px.1);
            let area = self.area.moved(x, y).within(self.whole());
            self.corner_px = fresh.corner_px;
            (self.area, shift) = if area.is_empty() {
                (PxRect::default(), None)
            } else {
                (area, (x != 0 || y != 0).then_some((x, y)))
            };
        }
        let want = match pace {
            Pace::Resting => self.whole(),
            Pace::Moving => self.grown(self.needed(view)).within(self.whole()),
        };
        (self, shift, want)
    }

    /// The needed part and, on sides where it is not painted yet, some more.
    fn grown(&self, needed: PxRect) -> PxRect {
        if self.area.is_empty() {
            return needed;
        }
        let more = libm::round(CHUNK * self.ratio) as i64;
        let by = |is_missing: bool| if is_missing { more } else { 0 };
        PxRect {
            left: needed.left - by(needed.left < self.area.left),
            top: needed.top - by(needed.top < self.area.top),
            right: needed.right + by(needed.right > self.area.right),
            bottom: needed.bottom + by(needed.bottom > self.area.bottom),
        }
    }

    /// Whether the painting fills the view when it is scaled, and not too much.
    fn covers(&self, view: Window) -> bool {
        let ((x, y), scale) = self.place_in(view);
        let css = |px: i64| px as f64 / self.ratio * scale;
        let PxRect { left, top, right, bottom } = self.area;
        let close = 0.5;
        (1.0 / MOST_SCALED..=MOST_SCALED).contains(&scale)
            && x + css(left) <= close
            && y + css(top) <= close
            && x + css(right) >= view.width - close
            && y + css(bottom) >= view.height - close
    }

    /// Where the canvas stands in the view, and how it is scaled.
    fn place_in(&self, view: Window) -> ((f64, f64), f64) {
        let ((x, y), scale) = self.window(self.whole()).seen_in(view);
        // Whole pixels keep sharp what is not scaled.
        let whole = |css: f64| libm::round(css * self.ratio) / self.ratio;
        (if scale == 1.0 { (whole(x), whole(y)) } else { (x, y) }, scale)
    }

    /// What of the map a part of the canvas shows.
    fn window(&self, px: PxRect) -> Window {
        let css = |px: i64| px as f64 / self.ratio;
        Window {
            zoom: self.zoom,
            left: css(self.corner_px.0 + px.left),
            top: css(self.corner_px.1 + px.top),
            width: css(px.right - px.left),
            height: css(px.bottom - px.top),
        }
    }
}

/// What is missing so that the painted rectangle grows to hold the wanted one: at most four strips around it.
fn missing(painted: PxRect, want: PxRect) -> Vec<PxRect> {
    if painted.is_empty() {
        return if want.is_empty() { Vec::new() } else { vec![want] };
    }
    let all = painted.around(want);
    let strips = [
        PxRect { right: painted.left, ..all },
        PxRect { left: painted.right, ..all },
        PxRect { left: painted.left, right: painted.right, bottom: painted.top, ..all },
        PxRect { left: painted.left, right: painted.right, top: painted.bottom, ..all },
    ];
    strips.into_iter().filter(|strip| !strip.is_empty()).collect()
}

#[cfg(test)]
mod tests {
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
            (
                "farther a strip",
                vec![(home, Moving), (east(home, 10.0), Moving)],
                10 * 300,
                60 * 302,
            ),
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
            (
                "closer the view",
                vec![(home, Resting), (at(20.0, 5.1), Moving)],
                400 * 300,
                402 * 302,
            ),
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
        ground.forget();
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
}
