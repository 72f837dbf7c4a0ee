//! The camera while it is moved: gathers what comes between two frames and emits it once.
//!
//! The screen follows the state, and the state follows this; so the page is drawn at most once a frame however many events arrive.

use super::gesture::{Gesture, Step};
use crate::browser::{NextFrame, prefers_reduced_motion};
use dateline_view::Action;
use dateline_view::camera::{Camera, Viewport};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// A thrown map keeps 1/e of its speed after so many milliseconds.
const GLIDE_MILLIS: f64 = 160.0;
/// Slower than this it rests, in pixels a millisecond.
const RESTING: f64 = 0.03;
/// It is never thrown faster than this.
const FASTEST: f64 = 4.0;

struct Inner {
    gesture: Gesture,
    camera: Camera,
    viewport: Viewport,
    on_action: Callback<Action>,
    /// Whether the camera was moved since it was emitted.
    is_ahead: bool,
    frame: Option<NextFrame>,
}

/// The movement of one map; clones are the same.
#[derive(Clone)]
pub struct Movement(Rc<RefCell<Inner>>);

impl PartialEq for Movement {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Movement {
    /// A map at rest.
    pub fn new(camera: Camera, viewport: Viewport, on_action: Callback<Action>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            gesture: Gesture::default(),
            camera,
            viewport,
            on_action,
            is_ahead: false,
            frame: None,
        })))
    }

    /// The screen shows this now.
    pub fn follow(&self, camera: Camera, viewport: Viewport) {
        let mut inner = self.0.borrow_mut();
        inner.viewport = viewport;
        if !inner.is_ahead {
            inner.camera = camera;
        }
    }

    /// Whether the last thing that a pointer did was a drag: then its click means nothing.
    pub fn is_drag(&self) -> bool {
        self.0.borrow().gesture.is_drag()
    }

    /// A pointer came down; a gliding map stops.
    pub fn down(&self, pointer: i32, (x, y): (f64, f64)) {
        let mut inner = self.0.borrow_mut();
        inner.frame = None;
        inner.is_ahead = false;
        inner.gesture.down(pointer, x, y);
    }

    /// A pointer moved; whether it drags.
    pub fn moved(&self, pointer: i32, (x, y): (f64, f64), millis: f64) -> bool {
        let step = self.0.borrow_mut().gesture.moved(pointer, x, y, millis);
        if let Some(step) = step {
            self.step(step);
        }
        step.is_some()
    }

    /// A pointer was lifted; the map may glide on.
    pub fn up(&self, pointer: i32, millis: f64) {
        let speed = self.0.borrow_mut().gesture.up(pointer, millis);
        if let Some((vx, vy)) = speed.filter(|_| !prefers_reduced_motion()) {
            let fast = vx.hypot(vy);
            let limit = if fast > FASTEST { FASTEST / fast } else { 1.0 };
            self.glide(vx * limit, vy * limit, millis);
        }
    }

    /// Zooms by so many levels at a point.
    pub fn zoom_at(&self, levels: f64, (x, y): (f64, f64)) {
        self.step(Step { dx: 0.0, dy: 0.0, levels, x, y });
    }

    fn step(&self, step: Step) {
        {
            let mut inner = self.0.borrow_mut();
            let viewport = inner.viewport;
            inner.camera = inner.camera.panned(step.dx, step.dy, viewport);
            if step.levels != 0.0 {
                inner.camera = inner.camera.zoomed_at(step.levels, step.x, step.y, viewport);
            }
            if inner.is_ahead {
                return;
            }
            inner.is_ahead = true;
        }
        let this = self.clone();
        self.0.borrow_mut().frame = Some(NextFrame::request(move |_| this.emit()));
    }

    fn emit(&self) {
        let (camera, on_action) = {
            let mut inner = self.0.borrow_mut();
            inner.is_ahead = false;
            (inner.camera, inner.on_action.clone())
        };
        on_action.emit(Action::MoveCamera(camera));
    }

    fn glide(&self, vx: f64, vy: f64, since: f64) {
        if vx.hypot(vy) < RESTING {
            return;
        }
        let this = self.clone();
        let frame = NextFrame::request(move |now| {
            // A tab that was away for long must not jump.
            let elapsed = (now - since).clamp(1.0, 50.0);
            {
                let mut inner = this.0.borrow_mut();
                inner.camera = inner.camera.panned(vx * elapsed, vy * elapsed, inner.viewport);
            }
            this.emit();
            let kept = (-elapsed / GLIDE_MILLIS).exp();
            this.glide(vx * kept, vy * kept, now);
        });
        let mut inner = self.0.borrow_mut();
        inner.frame = Some(frame);
    }
}
