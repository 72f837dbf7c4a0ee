//! What a map watches of its own element: its size, and the wheel on it.

use crate::browser::{Element, Listener, SizeObserver, position_in, turn_of};
use crate::effect::use_drawn;
use crate::map::Movement;
use dateline_view::Action;
use dateline_view::camera::Viewport;
use yew::prelude::*;

/// Listens for the size of the view and for the wheel on it.
#[hook]
pub(super) fn use_size_and_wheel(view: NodeRef, movement: Movement, on_action: Callback<Action>) {
    use_drawn((), move |()| {
        view.cast::<Element>().map(|element| {
            let size = SizeObserver::new(&element, move |width, height| {
                on_action.emit(Action::Resize(Viewport { width, height }));
            });
            let wheeled = element.clone();
            let wheel = Listener::on_wheel(&element, move |event| {
                event.prevent_default();
                movement.turned(turn_of(event), position_in(&wheeled, event), event.time_stamp());
            });
            (size, wheel)
        })
    });
}
