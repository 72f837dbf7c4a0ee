//! Listening for events outside of what Yew listens for; dropping the value ends it.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Element, Event};

/// A listener.
pub struct Listener {
    _listener: Option<EventListener>,
}

impl Listener {
    /// On the window.
    pub fn on_window(kind: &'static str, callback: impl Fn(&Event) + 'static) -> Self {
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, kind, move |e| callback(e)));
        Self { _listener: listener }
    }

    /// On an element, with the right to prevent what the browser would do.
    pub fn on_element(element: &Element, kind: &'static str, callback: impl Fn(&Event) + 'static) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(element, kind, options, move |e| callback(e));
        Self { _listener: Some(listener) }
    }
}
