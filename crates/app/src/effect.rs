//! What is done to the page once it is drawn, before it is painted.
//!
//! Yew's own effects come a frame later when drawing took longer than a frame: new markers would be painted where they do not stand, and the page would be laid out twice.

use crate::browser::before_painting;
use std::rc::Rc;
use yew::prelude::*;

/// What an effect keeps between drawings.
struct Effect<T, F, D> {
    /// What it was last drawn with.
    of: Option<Rc<T>>,
    /// What is to be done, until it is done.
    act: Option<F>,
    /// What the last act left.
    left: Option<D>,
}

/// Does something after the first drawing and after each that is of something else; what the act leaves is dropped before the next one, and with the part.
#[hook]
pub fn use_drawn<T, F, D>(of: T, act: F)
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> D + 'static,
    D: 'static,
{
    let effect = use_mut_ref(|| Effect { of: None::<Rc<T>>, act: None, left: None });
    if effect.borrow().of.as_deref() == Some(&of) {
        return;
    }
    let of = Rc::new(of);
    {
        let mut effect = effect.borrow_mut();
        effect.of = Some(Rc::clone(&of));
        effect.act = Some(act);
    }
    // A part that is gone by then has nothing left to do.
    let effect = Rc::downgrade(&effect);
    before_painting(move || {
        let Some(effect) = effect.upgrade() else { return };
        let Some(act) = effect.borrow_mut().act.take() else { return };
        let before = effect.borrow_mut().left.take();
        drop(before);
        let left = act(&of);
        effect.borrow_mut().left = Some(left);
    });
}
