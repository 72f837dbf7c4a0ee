//! The base map on its canvas: what must be painted, when, and in which colours.
//!
//! While the map moves the canvas is shifted and scaled; a little later, at rest, it is painted as sharp and as far as it can be.

use crate::browser::{Delay, HtmlCanvasElement, Painter, colour, pixel_ratio, read_block};
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::picture::{Ground, Look, Pace, Scene, draw};
use std::cell::RefCell;
use std::rc::Rc;

/// Id of the block with what a close look adds to the base map; a page may have none.
const DETAIL_ID: &str = "dateline-detail";

/// The map rests when it has not moved for so long.
const REST_MILLIS: u32 = 120;

/// What is to be seen.
#[derive(Clone, PartialEq)]
pub struct Sight {
    /// The data, when there is any.
    pub basemap: Option<Shared<Basemap>>,
    /// Where the map looks.
    pub camera: Camera,
    /// Its size.
    pub viewport: Viewport,
    /// Code of the country that is drawn lighter.
    pub focus: Option<String>,
    /// Codes of the selected countries.
    pub selected: Vec<String>,
}

#[derive(Default)]
struct Inner {
    ground: Ground,
    look: Option<Look>,
    /// What the canvas shows.
    shown: Option<Sight>,
    rest: Option<Delay>,
}

/// A canvas with the base map; clones are the same.
#[derive(Clone, Default)]
pub struct Sheet(Rc<RefCell<Inner>>);

impl Sheet {
    /// Shows something on the canvas.
    pub fn show(&self, canvas: &HtmlCanvasElement, sight: Sight) {
        {
            let mut inner = self.0.borrow_mut();
            if inner.shown.as_ref() == Some(&sight) {
                return;
            }
            let is_moved_alone = inner.shown.as_ref().is_some_and(|shown| {
                let Sight { basemap, focus, selected, .. } = &sight;
                (&shown.basemap, &shown.focus, &shown.selected) == (basemap, focus, selected)
            });
            if !is_moved_alone {
                inner.ground.clear();
            }
            inner.shown = Some(sight);
        }
        self.paint(canvas, Pace::Moving);
        self.rest_later(canvas);
    }

    /// Shows the same from elsewhere.
    pub fn look(&self, canvas: &HtmlCanvasElement, camera: Camera) {
        if let Some(shown) = &mut self.0.borrow_mut().shown {
            shown.camera = camera;
        }
        self.paint(canvas, Pace::Moving);
        self.rest_later(canvas);
    }

    /// The colours have changed.
    pub fn recolour(&self, canvas: &HtmlCanvasElement) {
        {
            let mut inner = self.0.borrow_mut();
            inner.look = None;
            inner.ground.clear();
        }
        self.paint(canvas, Pace::Moving);
        self.rest_later(canvas);
    }

    /// Each movement begins the wait anew, so that none stops for what is done at rest.
    fn rest_later(&self, canvas: &HtmlCanvasElement) {
        let (this, element) = (self.clone(), canvas.clone());
        let delay = Delay::new(REST_MILLIS, move || this.rest(&element));
        self.0.borrow_mut().rest = Some(delay);
    }

    fn rest(&self, canvas: &HtmlCanvasElement) {
        {
            let mut inner = self.0.borrow_mut();
            let zoom = inner.shown.as_ref().map_or(0.0, |shown| shown.camera.zoom);
            let basemap = inner.shown.as_ref().and_then(|shown| shown.basemap.clone());
            if let Some(basemap) = basemap.filter(|basemap| basemap.wants_detail(zoom)) {
                let detail = read_block(DETAIL_ID).ok();
                // What cannot be used is left out: the map is whole without it.
                if basemap.give_detail(detail.as_deref()).is_ok() {
                    inner.ground.clear();
                }
            }
        }
        self.paint(canvas, Pace::Resting);
    }

    fn paint(&self, canvas: &HtmlCanvasElement, pace: Pace) {
        let mut inner = self.0.borrow_mut();
        // Where there is no land to paint, the style sheet shows water.
        let shown = inner.shown.clone().filter(|shown| shown.basemap.is_some());
        let Some(shown) = shown else { return };
        let ratio = pixel_ratio();
        let plan = inner.ground.plan(shown.camera, shown.viewport, ratio, pace);
        let Some(painter) = Painter::on(canvas, &plan, ratio) else { return };
        let look = inner.look.get_or_insert_with(|| Look::of(|token| colour(canvas, token)));
        for part in &plan.parts {
            let scene = Scene {
                basemap: shown.basemap.as_deref(),
                window: part.window,
                focus: shown.focus.as_deref(),
                selected: &shown.selected,
            };
            painter.within(part.px, ratio, |pen| draw(pen, scene, look));
        }
    }
}
