//! The size of an element, now and whenever it changes.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Observes the size of an element until it is dropped.
pub struct SizeObserver {
    observer: Option<ResizeObserver>,
    _closure: Closure<dyn FnMut()>,
}

impl SizeObserver {
    /// Calls back with width and height in CSS pixels, soon and after each change.
    pub fn new(element: &Element, on_size: impl Fn(f64, f64) + 'static) -> Self {
        Self::boxed(element, Box::new(on_size))
    }

    fn boxed(element: &Element, on_size: Box<dyn Fn(f64, f64)>) -> Self {
        let observed = element.clone();
        let closure = Closure::<dyn FnMut()>::new(move || {
            let (width, height) = (observed.client_width(), observed.client_height());
            // A hidden tab has no size; it keeps the one that it had.
            if width > 0 && height > 0 {
                on_size(f64::from(width), f64::from(height));
            }
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { observer, _closure: closure }
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
