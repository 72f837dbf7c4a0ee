//! The keys that go through the list: `j` and `k` from one to the next, and so do the arrows once the keyboard is on one; Enter opens it, `c` copies it, `x` shows what stands around it. `Home` leads to the first at once, because a browser that scrolls there smoothly stops when rows are drawn on its way.

use crate::browser::{
    Element, Key, Listener, is_from_within, key_of, press_in_card, scroll_to_top, step,
};
use crate::effect::use_drawn;
use yew::prelude::*;

/// Where arrows belong to something else, and where letters do.
const TYPING: &str = "input, textarea, select, dialog, [contenteditable]";
const IN_LIST: &str = "[data-excerpt], [data-statement], [data-line]";
const LIST: &str = "[data-part=excerpts]";

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
                Key::Home if is_from_within(event, LIST) => {
                    // In a short window the whole page scrolls.
                    let scrolled = section.cast::<Element>().filter(|list| list.scroll_top() > 0);
                    if let Some(list) = scrolled {
                        event.prevent_default();
                        scroll_to_top(&list);
                    }
                    return;
                }
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
