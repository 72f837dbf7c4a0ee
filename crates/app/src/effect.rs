//! What is done to the page once it is drawn, before it is painted.
//!
//! Yew's own effects come a frame later when drawing took longer than a frame: new markers would be painted where they do not stand, and the page would be laid out twice.

use crate::browser::before_painting;
use std::any::Any;
use std::rc::Rc;
use yew::prelude::*;

/// Does something after the first drawing and after each that is of something else; what the act leaves is dropped before the next one, and with the part.
pub fn use_drawn<T, D>(of: T, act: impl FnOnce(&T) -> D + 'static) -> impl Hook<Output = ()>
where
    T: PartialEq + 'static,
    D: 'static,
{
    let of = Rc::new(of);
    let it = Rc::clone(&of);
    use_act(of, Box::new(move || Box::new(act(&it))))
}

/// What an effect is of.
trait Subject: Any {
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Subject for T {
    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}

/// What is done; it leaves something to be dropped.
type Act = Box<dyn FnOnce() -> Box<dyn Any>>;

/// An effect of any kind between drawings.
#[derive(Default)]
struct Effect {
    /// What it was last drawn with.
    of: Option<Rc<dyn Subject>>,
    /// What is to be done, until it is done.
    act: Option<Act>,
    /// What the last act left.
    left: Option<Box<dyn Any>>,
}

/// One hook for all kinds, because each further kind weighs something of the program.
#[hook]
fn use_act(of: Rc<dyn Subject>, act: Act) {
    let effect = use_mut_ref(Effect::default);
    let is_same = effect.borrow().of.as_deref().is_some_and(|before| {
        let before: &dyn Any = before;
        of.is_same(before)
    });
    if is_same {
        return;
    }
    {
        let mut effect = effect.borrow_mut();
        effect.of = Some(of);
        effect.act = Some(act);
    }
    // A part that is gone by then has nothing left to do.
    let effect = Rc::downgrade(&effect);
    before_painting(Box::new(move || {
        let Some(effect) = effect.upgrade() else { return };
        let Some(act) = effect.borrow_mut().act.take() else { return };
        let before = effect.borrow_mut().left.take();
        drop(before);
        let left = act();
        effect.borrow_mut().left = Some(left);
    }));
}
