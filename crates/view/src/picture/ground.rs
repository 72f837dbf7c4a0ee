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
    pub fn clear(&mut self) {
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
mod tests;
