//! The camera while it is moved: gathers what comes between two frames, and moves the map once.
//!
//! What stands on the map follows at each frame; the screen follows the state, and the state follows this when the view has gone far or comes to rest.
//! What pointers and wheels mean is reckoned by `dateline_view::movement`; here are only the frames.

use super::Stage;
use crate::browser::{Delay, NextFrame, prefers_reduced_motion};
use dateline_view::Action;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::movement::{
    Doing, Done, Drift, Gesture, Purpose, Rect, Step, Turn, area_below, is_far, zoomed_to,
};
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// A map that has not moved for so long is drawn anew where it looks.
const PAUSE_MILLIS: u32 = 90;

struct Inner {
    gesture: Gesture,
    camera: Camera,
    /// The camera of the screen that is shown.
    drawn: Camera,
    viewport: Viewport,
    on_action: Callback<Action>,
    stage: Stage,
    /// Whether the camera was moved since it was emitted.
    is_ahead: bool,
    drift: Option<Drift>,
    /// When the drift was reckoned last.
    since: f64,
    frame: Option<NextFrame>,
    pause: Option<Delay>,
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
    pub fn new(
        camera: Camera,
        viewport: Viewport,
        stage: Stage,
        on_action: Callback<Action>,
    ) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            gesture: Gesture::default(),
            camera,
            drawn: camera,
            viewport,
            on_action,
            stage,
            is_ahead: false,
            drift: None,
            since: 0.0,
            frame: None,
            pause: None,
        })))
    }

    /// The screen shows this now.
    pub fn follow(&self, camera: Camera, viewport: Viewport) {
        let mut inner = self.0.borrow_mut();
        (inner.viewport, inner.drawn) = (viewport, camera);
        if !inner.is_ahead {
            inner.camera = camera;
        }
    }

    /// Whether the last thing that a pointer did was a drag: then its click means nothing.
    pub fn is_drag(&self) -> bool {
        self.0.borrow().gesture.is_drag()
    }

    /// Whether a pointer is down that the map knows of.
    pub fn holds(&self, pointer: i32) -> bool {
        self.0.borrow().gesture.holds(pointer)
    }

    /// A map that moves by itself stops.
    pub fn halt(&self) {
        let is_ahead = {
            let mut inner = self.0.borrow_mut();
            inner.drift = None;
            inner.frame = None;
            inner.is_ahead
        };
        if is_ahead {
            self.emit();
        }
    }

    /// A pointer came down; a gliding map stops.
    pub fn down(&self, pointer: i32, (x, y): (f64, f64), purpose: Purpose) {
        self.halt();
        self.0.borrow_mut().gesture.down(pointer, x, y, purpose);
    }

    /// A pointer moved; what it does.
    pub fn moved(&self, pointer: i32, (x, y): (f64, f64), millis: f64) -> Option<Doing> {
        let doing = self.0.borrow_mut().gesture.moved(pointer, x, y, millis);
        if let Some(Doing::Step(step)) = doing {
            self.step(step);
        }
        doing
    }

    /// A pointer was lifted; the map may glide on, zoom to a box or narrow to one.
    pub fn up(&self, pointer: i32, millis: f64) {
        let done = self.0.borrow_mut().gesture.up(pointer, millis);
        match done {
            Some(Done::Throw(vx, vy)) if !prefers_reduced_motion() => {
                self.drift(Drift::thrown(vx, vy), millis);
            }
            Some(Done::Throw(..)) => self.halt(),
            Some(Done::ZoomTo(rect)) => self.show_box(rect),
            Some(Done::Narrow(rect)) => self.narrow(rect),
            None => {}
        }
    }

    /// The pointers were taken away, or the reader gave up; whether a box was being drawn.
    pub fn cancel(&self) -> bool {
        self.0.borrow_mut().gesture.cancel()
    }

    /// The wheel was turned at a point.
    pub fn turned(&self, turn: Turn, at: (f64, f64), millis: f64) {
        if turn.is_stroke() {
            self.zoom_now(turn.levels(), at);
        } else {
            self.zoom_at(turn.levels(), at, millis);
        }
    }

    /// Zooms by so many levels at a point, smoothly unless the reader wants no motion.
    pub fn zoom_at(&self, levels: f64, at: (f64, f64), millis: f64) {
        if prefers_reduced_motion() {
            self.zoom_now(levels, at);
        } else {
            let before = self.0.borrow().drift;
            self.drift(Some(Drift::zooming(before, levels, at)), millis);
        }
    }

    fn zoom_now(&self, levels: f64, (x, y): (f64, f64)) {
        self.0.borrow_mut().drift = None;
        self.step(Step { dx: 0.0, dy: 0.0, levels, x, y });
    }

    fn show_box(&self, rect: Rect) {
        let (camera, on_action) = {
            let inner = self.0.borrow();
            (zoomed_to(inner.camera, inner.viewport, rect), inner.on_action.clone())
        };
        on_action.emit(Action::MoveCamera(camera));
    }

    fn narrow(&self, rect: Rect) {
        let (area, on_action) = {
            let inner = self.0.borrow();
            (area_below(inner.camera, inner.viewport, rect), inner.on_action.clone())
        };
        if area.is_some() {
            on_action.emit(Action::SetArea(area));
        }
    }

    fn step(&self, step: Step) {
        let mut inner = self.0.borrow_mut();
        let viewport = inner.viewport;
        inner.camera = inner.camera.panned(step.dx, step.dy, viewport);
        if step.levels != 0.0 {
            inner.camera = inner.camera.zoomed_at(step.levels, step.x, step.y, viewport);
        }
        inner.is_ahead = true;
        if inner.frame.is_none() {
            inner.frame = Some(self.next_frame());
        }
    }

    /// Begins, changes or ends a movement that goes on by itself.
    fn drift(&self, drift: Option<Drift>, millis: f64) {
        let mut inner = self.0.borrow_mut();
        if inner.drift.is_none() {
            inner.since = millis;
        }
        inner.drift = drift;
        if drift.is_some() && inner.frame.is_none() {
            inner.frame = Some(self.next_frame());
        }
    }

    fn next_frame(&self) -> NextFrame {
        let this = self.clone();
        NextFrame::request(move |now| this.tick(now))
    }

    fn tick(&self, now: f64) {
        let is_to_draw = {
            let mut inner = self.0.borrow_mut();
            inner.frame = None;
            let mut is_over = false;
            if let Some(drift) = inner.drift {
                let (camera, rest) = drift.after(now - inner.since, inner.camera, inner.viewport);
                (inner.camera, inner.drift, inner.since) = (camera, rest, now);
                inner.is_ahead = true;
                is_over = rest.is_none();
                if !is_over {
                    inner.frame = Some(self.next_frame());
                }
            }
            is_over || is_far(inner.drawn, inner.camera, inner.viewport)
        };
        if is_to_draw {
            self.emit();
        } else {
            self.look();
        }
    }

    /// Moves what was drawn, and has it drawn anew if nothing comes for a while.
    fn look(&self) {
        let this = self.clone();
        let (stage, camera) = {
            let mut inner = self.0.borrow_mut();
            inner.pause = Some(Delay::new(PAUSE_MILLIS, move || this.emit()));
            (inner.stage.clone(), inner.camera)
        };
        stage.look(camera);
    }

    fn emit(&self) {
        let (camera, stage, on_action) = {
            let mut inner = self.0.borrow_mut();
            (inner.is_ahead, inner.pause) = (false, None);
            (inner.camera, inner.stage.clone(), inner.on_action.clone())
        };
        stage.catch_up();
        on_action.emit(Action::MoveCamera(camera));
    }
}
