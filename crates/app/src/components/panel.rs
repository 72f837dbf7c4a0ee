//! What panels over the page have in common: the keyboard moves in when one opens and back when it closes, and Escape closes it.

use crate::browser::{Element, FocusReturn, Key, Listener, focus, is_from_within, key_of};
use yew::prelude::*;

/// Gives the heading of a panel for the focus to go to; keys that are pressed within `others` (a selector) are not the panel's.
#[hook]
pub fn use_panel(others: &'static str, on_close: Callback<()>) -> NodeRef {
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with((), move |()| {
            let back = FocusReturn::here();
            if let Some(heading) = heading.cast::<Element>() {
                focus(&heading);
            }
            let keys = Listener::on_keys(move |event| {
                if key_of(event) == Key::Escape && !is_from_within(event, others) {
                    on_close.emit(());
                }
            });
            move || drop((back, keys))
        });
    }
    heading
}
