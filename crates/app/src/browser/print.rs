//! Printing the page.

use super::listener::Listener;

/// Tells when the page is about to be printed, and when it was.
pub struct PrintWatch {
    _listeners: [Listener; 2],
}

impl PrintWatch {
    /// Begins to watch; `true` stands for "is about to be".
    pub fn new(on_change: impl Fn(bool) + Clone + 'static) -> Self {
        let done = on_change.clone();
        Self {
            _listeners: [
                Listener::on_window("beforeprint", move |_| on_change(true)),
                Listener::on_window("afterprint", move |_| done(false)),
            ],
        }
    }
}

/// Opens the browser's own way of printing.
pub fn print_page() {
    if let Some(window) = web_sys::window() {
        // Refused in some embedded frames, which then have no other way either.
        let _ = window.print();
    }
}
