//! Listening for events outside of what Yew listens for; dropping the value ends it.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, WheelEvent};

/// A listener.
pub struct Listener {
    _listener: Option<EventListener>,
}

impl Listener {
    /// On the window.
    pub fn on_window(kind: &'static str, callback: impl Fn(&Event) + 'static) -> Self {
        let window = web_sys::window();
        Self { _listener: window.map(|window| listen(&window, kind, Box::new(callback))) }
    }

    /// For keys, wherever the keyboard is.
    pub fn on_keys(callback: impl Fn(&KeyboardEvent) + 'static) -> Self {
        Self::on_window("keydown", move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                callback(event);
            }
        })
    }

    /// For the wheel on an element, with the right to keep the page from scrolling.
    pub fn on_wheel(element: &Element, callback: impl Fn(&WheelEvent) + 'static) -> Self {
        Self::on_target(element, "wheel", move |event| {
            if let Some(event) = event.dyn_ref::<WheelEvent>() {
                callback(event);
            }
        })
    }

    /// On an element or something else that events come from, with the right to prevent what the browser would do.
    pub(super) fn on_target(
        target: &EventTarget,
        kind: &'static str,
        callback: impl Fn(&Event) + 'static,
    ) -> Self {
        Self { _listener: Some(listen(target, kind, Box::new(callback))) }
    }
}

/// Takes any callback in a box, because each further kind of one would weigh some of the program.
fn listen(
    target: &EventTarget,
    kind: &'static str,
    callback: Box<dyn Fn(&Event)>,
) -> EventListener {
    // Keys must be kept from the browser's own use of them, hence the right to prevent.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, kind, options, move |event| callback(event))
}
