//! Something done a little later.

use gloo_timers::callback::Timeout;

/// A pending delay; dropping it calls it off.
pub struct Delay {
    _timeout: Timeout,
}

impl Delay {
    /// Calls back after so many milliseconds.
    pub fn new(millis: u32, callback: impl FnOnce() + 'static) -> Self {
        // Boxed: each further kind of callback weighs less of the program.
        let callback: Box<dyn FnOnce()> = Box::new(callback);
        Self { _timeout: Timeout::new(millis, callback) }
    }
}
