//! Names of buttons, shown where the pointer rests.
//!
//! Screen readers are told the name of a button in an attribute of its own; the browser shows another one, which is set when the pointer comes.

use super::listener::Listener;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// Has the browser show the names of buttons that have one beside what they show.
pub fn name_below_pointer() -> Listener {
    Listener::on_window("pointerover", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let named = target.and_then(|target| target.closest("button[aria-label]").ok().flatten());
        if let Some((button, name)) =
            named.and_then(|b| b.get_attribute("aria-label").map(|n| (b, n)))
        {
            let _ = button.set_attribute("title", &name);
        }
    })
}
