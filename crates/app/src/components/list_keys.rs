//! The keys that go through the list: `j` and `k` from one to the next, and so do the arrows once the keyboard is on one; Enter opens it, `c` copies it, `x` shows what stands around it.

use crate::browser::{Element, Key, Listener, is_from_within, key_of, press_in_card, step};
use crate::effect::use_drawn;
use yew::prelude::*;

/// Where arrows belong to something else, and where letters do.
const TYPING: &str = "input, textarea, select, dialog, [contenteditable]";
const IN_LIST: &str = "[data-excerpt], [data-statement], [data-line]";

/// The keys.
#[hook]
pub(super) fn use_list_keys(section: &NodeRef, is_covered: bool, has_keys: bool) {
    let section = section.clone();
    use_drawn((is_covered, has_keys), move |&(is_covered, has_keys)| {
        Listener::on_keys(move |event| {
            let key = key_of(event);
            let is_off = !has_keys && matches!(key, Key::Char(_));
            if is_off || is_from_within(event, TYPING) {
                return;
            }
            let is_forward = match key {
                Key::Char('j') => true,
                Key::Char('k') => false,
                Key::Arrow(0, down) if is_from_within(event, IN_LIST) => down > 0,
                Key::Char('c') if press_in_card("[data-does=copy]") => return,
                Key::Char('x') if press_in_card("[data-does=context]") => return,
                _ => return,
            };
            if let Some(list) = section.cast::<Element>().filter(|_| !is_covered) {
                event.prevent_default();
                step(&list, is_forward);
            }
        })
    });
}
