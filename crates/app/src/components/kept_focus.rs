//! The keyboard stays on the button on which it was, also when the buttons around it are drawn anew or change their order.

use crate::browser::{Element, Held, before_painting};
use yew::prelude::*;

/// Keeps the keyboard within a container while it is drawn anew; `otherwise` is done when its button is gone.
#[hook]
pub fn use_kept_focus(container: NodeRef, otherwise: impl Fn(&Element) + 'static) {
    // A browser that takes the keyboard from a moved button may have the container drawn twice before the effect.
    let held = use_mut_ref(|| None::<Held>);
    let now = container.cast::<Element>().and_then(|container| Held::in_container(&container));
    if now.is_some() {
        held.replace(now);
    }
    let restore = move || {
        let Some((held, container)) = held.take().zip(container.cast::<Element>()) else { return };
        if !held.restore(&container) {
            otherwise(&container);
        }
    };
    // To move the keyboard lays out the page: once all else that was drawn is put in its place.
    before_painting(Box::new(|| before_painting(Box::new(restore))));
}
