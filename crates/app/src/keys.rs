//! Keys that do something wherever the keyboard is.

use crate::browser::{Key, Listener, is_from_within, is_palette_key, key_of};
use crate::effect::use_drawn;
use crate::shared::Shared;
use dateline_view::{Action, Screen, shortcuts};
use yew::prelude::*;

/// Where keys belong to what is there.
const TYPED_INTO: &str = "input, textarea, select, dialog, [contenteditable]";

/// Listens for the page's own keys.
#[hook]
pub fn use_keys(screen: Shared<Screen>, on_action: Callback<Action>) {
    let now = use_mut_ref(|| screen.clone());
    now.replace(screen);
    use_drawn((), move |()| {
        Listener::on_keys(move |event| {
            if is_palette_key(event) {
                event.prevent_default();
                on_action.emit(Action::Palette(Some(String::new())));
                return;
            }
            // A part of the page that took the key has prevented what else it would do.
            let Key::Char(key) = key_of(event) else { return };
            if event.default_prevented() || is_from_within(event, TYPED_INTO) {
                return;
            }
            let action = shortcuts::action(&now.borrow(), key);
            if let Some(action) = action {
                event.prevent_default();
                on_action.emit(action);
            }
        })
    });
}
