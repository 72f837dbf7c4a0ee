//! What panels over the page have in common: the keyboard moves in when one opens and back when it closes, and Escape closes it.

use crate::browser::{
    Element, FocusReturn, Key, Listener, focus, is_for_layer_of, is_from_within, key_of,
};
use crate::effect::use_drawn;
use dateline_view::Action;
use dateline_view::corrections::FixAction;
use yew::prelude::*;

/// Gives the heading of a panel for the focus to go to; keys that are pressed within `others` (a selector) are not the panel's.
#[hook]
pub fn use_panel(others: &'static str, on_close: Callback<()>) -> NodeRef {
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        use_drawn((), move |()| {
            let back = FocusReturn::here();
            if let Some(heading) = heading.cast::<Element>() {
                focus(&heading);
            }
            let keys = Listener::on_keys(move |event| {
                // One press closes one panel, also where another listens to the same press.
                if key_of(event) == Key::Escape
                    && !event.default_prevented()
                    && !is_from_within(event, others)
                    && heading.cast::<Element>().is_some_and(|h| is_for_layer_of(event, &h))
                {
                    event.prevent_default();
                    on_close.emit(());
                }
            });
            (back, keys)
        });
    }
    heading
}

/// Does actions; a correction may take away the button that was pressed, so the keyboard goes to the heading of the panel.
pub(super) fn fixing(on_action: &Callback<Action>, heading: &NodeRef) -> Callback<Action> {
    let (on_action, heading) = (on_action.clone(), heading.clone());
    Callback::from(move |action: Action| {
        let is_fix = matches!(
            action,
            Action::Fix(FixAction::Add(_) | FixAction::Undo(_) | FixAction::TakeAgain)
        );
        if let Some(heading) = heading.cast::<Element>().filter(|_| is_fix) {
            focus(&heading);
        }
        on_action.emit(action);
    })
}
