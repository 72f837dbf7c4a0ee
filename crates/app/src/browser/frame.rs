//! The next frame of the screen, and what comes before it.

use js_sys::futures::spawn_local;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Something that will be done before the next frame; dropping it calls it off.
pub struct NextFrame {
    id: Option<i32>,
    _closure: Closure<dyn FnMut(f64)>,
}

impl NextFrame {
    /// Asks for it. The callback gets the time of the frame in milliseconds.
    pub fn request(callback: impl FnOnce(f64) + 'static) -> Self {
        let closure = Closure::once(callback);
        let id = web_sys::window().and_then(|window| {
            window.request_animation_frame(closure.as_ref().unchecked_ref()).ok()
        });
        Self { id, _closure: closure }
    }
}

impl Drop for NextFrame {
    fn drop(&mut self) {
        if let (Some(id), Some(window)) = (self.id, web_sys::window()) {
            let _ = window.cancel_animation_frame(id);
        }
    }
}

thread_local! {
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Does something when what runs now has ended, and before the page is painted; what was asked for first comes first. Where there is no browser, nothing is painted and nothing done.
pub fn before_painting(act: Box<dyn FnOnce()>) {
    if cfg!(not(target_family = "wasm")) {
        return;
    }
    let n_before = WAITING.with_borrow_mut(|waiting| {
        waiting.push(act);
        waiting.len() - 1
    });
    if n_before == 0 {
        spawn_local(async {
            for act in WAITING.take() {
                act();
            }
        });
    }
}

/// Milliseconds since the page was opened; 0 where the browser does not tell.
pub fn now_millis() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}
