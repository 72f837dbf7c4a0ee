//! The hand on the map: pointers and keys, wired to its movement.
//!
//! What they mean is reckoned by `dateline_view::movement`; a box that is being drawn is laid over the map without drawing the page anew.

use crate::browser::{
    Element, Key, PointerEvent, frame, is_from_within, is_lifted, key_of, position_in,
    release_pointer, take_pointer,
};
use crate::map::Movement;
use dateline_view::Action;
use dateline_view::movement::{Doing, Purpose};
use yew::prelude::*;

/// An arrow key moves the map by so many pixels.
const KEY_STEP: f64 = 90.0;
/// A double click zooms by so many levels.
const DOUBLE_CLICK_LEVELS: f64 = 1.0;

/// The part of a pointer's way.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Phase {
    /// It came down.
    Down,
    /// It moved, down or not.
    Moved,
    /// It was lifted.
    Up,
    /// The browser took it away.
    Cancelled,
}

/// What the handlers of one map work on.
#[derive(Clone, PartialEq)]
pub(super) struct Hand {
    /// The element of the map.
    pub(super) view: NodeRef,
    /// The box that is being drawn.
    pub(super) band: NodeRef,
    /// The camera between two frames.
    pub(super) movement: Movement,
    /// Whether a drag draws an area.
    pub(super) is_drawing: bool,
    /// What the reader does.
    pub(super) on_action: Callback<Action>,
}

impl Hand {
    pub(super) fn on_pointer(&self, event: &PointerEvent, phase: Phase) {
        let Some(view) = self.view.cast::<Element>() else { return };
        let (pointer, at) = (event.pointer_id(), position_in(&view, event));
        let millis = event.time_stamp();
        match phase {
            Phase::Down if event.button() == 0 => {
                self.movement.down(pointer, at, self.purpose(event));
            }
            Phase::Down => self.movement.halt(),
            Phase::Moved if is_lifted(event) => {
                // Lifted outside of the window or of the map.
                if self.movement.holds(pointer) {
                    self.movement.cancel();
                    self.hide_band();
                }
            }
            Phase::Moved => {
                if let Some(doing) = self.movement.moved(pointer, at, millis) {
                    take_pointer(&view, pointer);
                    self.show_band(doing);
                }
            }
            Phase::Up => {
                self.movement.up(pointer, millis);
                self.hide_band();
                release_pointer(&view, pointer);
            }
            Phase::Cancelled => {
                self.movement.cancel();
                self.hide_band();
            }
        }
    }

    pub(super) fn on_double_click(&self, event: &MouseEvent) {
        if let Some(view) = self.view.cast::<Element>().filter(|_| !is_from_within(event, "button"))
        {
            let levels = if event.shift_key() { -DOUBLE_CLICK_LEVELS } else { DOUBLE_CLICK_LEVELS };
            self.movement.zoom_at(levels, position_in(&view, event), event.time_stamp());
        }
    }

    pub(super) fn on_key(&self, event: &KeyboardEvent) {
        let key = key_of(event);
        if key == Key::Escape {
            let gave_up = self.movement.cancel();
            self.hide_band();
            if self.is_drawing {
                self.on_action.emit(Action::Draw(false));
            }
            if gave_up || self.is_drawing {
                // It was meant for the box, not for what else Escape closes.
                event.stop_propagation();
            }
        } else if let Some(action) = action_of(key) {
            event.prevent_default();
            self.movement.halt();
            self.on_action.emit(action);
        }
    }

    /// Shift draws a box to zoom to, Shift with Ctrl or Command one that narrows.
    fn purpose(&self, event: &PointerEvent) -> Purpose {
        let is_marked = event.ctrl_key() || event.meta_key();
        match (event.shift_key(), is_marked || self.is_drawing) {
            (true, false) => Purpose::ZoomBox,
            (true, true) => Purpose::AreaBox,
            (false, _) if self.is_drawing => Purpose::AreaBox,
            (false, _) => Purpose::Pan,
        }
    }

    fn show_band(&self, doing: Doing) {
        let rect = match doing {
            Doing::Box(rect) => Some(rect),
            Doing::Step(_) => None,
        };
        if let Some(band) = self.band.cast::<Element>() {
            frame(&band, rect);
        }
    }

    fn hide_band(&self) {
        if let Some(band) = self.band.cast::<Element>() {
            frame(&band, None);
        }
    }
}

fn action_of(key: Key) -> Option<Action> {
    match key {
        // The map looks further in the direction of the arrow.
        Key::Arrow(x, y) => Some(Action::PanBy(-f64::from(x) * KEY_STEP, -f64::from(y) * KEY_STEP)),
        Key::Plus => Some(Action::ZoomBy(1.0)),
        Key::Minus => Some(Action::ZoomBy(-1.0)),
        Key::Home | Key::Char('0') => Some(Action::GoHome),
        Key::Char('f') => Some(Action::FitSelection),
        Key::Char('v') => Some(Action::NarrowToView),
        Key::Char('l') => Some(Action::ListPlaces(true)),
        _ => None,
    }
}
