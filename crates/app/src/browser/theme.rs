//! Light or dark, and how the style sheet colours the map.

use super::listener::Listener;
use gloo_events::EventListener;
use web_sys::{Element, MediaQueryList};

fn media(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok().flatten()
}

/// The value of a custom property on an element, such as `--land`.
pub fn colour(element: &Element, name: &str) -> String {
    web_sys::window()
        .and_then(|window| window.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value(name).ok())
        .map(|value| value.trim().to_owned())
        .unwrap_or_default()
}

/// The value of a custom property on the page as a whole.
pub fn page_colour(name: &str) -> String {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.map(|root| colour(&root, name)).unwrap_or_default()
}

/// Whether the reader asked that nothing move by itself.
pub fn prefers_reduced_motion() -> bool {
    media("(prefers-reduced-motion: reduce)").is_some_and(|query| query.matches())
}

/// Calls back when colours or the resolution of the screen may have changed, until it is dropped.
pub struct ThemeWatch {
    _scheme: Option<EventListener>,
    _resolution: Listener,
}

impl ThemeWatch {
    /// Begins to watch.
    pub fn new(on_change: impl Fn() + Clone + 'static) -> Self {
        let told = on_change.clone();
        let scheme = media("(prefers-color-scheme: dark)")
            .map(|query| EventListener::new(&query, "change", move |_| told()));
        // A window that moves to another screen, or is zoomed, is told as a change of its size.
        let resolution = Listener::on_window("resize", move |_| on_change());
        Self { _scheme: scheme, _resolution: resolution }
    }
}
