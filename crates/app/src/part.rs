//! Parts of the page: what keeps something of its own, or is long to draw and seldom changes.
//!
//! In: what a part shows, which is also what it is called by, and a hook that draws it.
//! Out: a node, drawn anew only when what it shows has changed.
//! To Yew all parts are one kind of component, because each further kind weighs a kilobyte of the program.

use std::any::Any;
use std::rc::Rc;
use yew::functional::{Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// What a part shows; parts that show the same look the same.
pub trait Part: PartialEq + 'static {
    /// Tells parts of different kinds apart where one follows another at the same place.
    const NAME: &'static str;

    /// Draws it; hooks may be used.
    fn draw(&self, hooks: &mut HookContext) -> Html;
}

/// Says which hook draws a part.
macro_rules! drawn_by {
    ($part:ty, $hook:ident) => {
        impl crate::part::Part for $part {
            const NAME: &'static str = stringify!($part);

            fn draw(&self, hooks: &mut yew::functional::HookContext) -> yew::Html {
                yew::functional::Hook::run($hook(self), hooks)
            }
        }
    };
}
pub(crate) use drawn_by;

/// The part as a node of the page.
pub fn part<P: Part>(part: P) -> Html {
    node(P::NAME.into(), Rc::new(part))
}

/// One of several parts of a kind that stand in a list: the key tells it from the others.
pub fn part_of_list<P: Part>(key: &str, part: P) -> Html {
    node(key.into(), Rc::new(part))
}

fn node(key: Key, part: Rc<dyn AnyPart>) -> Html {
    VComp::new::<Drawn>(Rc::new(Shown { part }), Some(key)).into()
}

/// A part of any kind.
trait AnyPart {
    fn draw(&self, hooks: &mut HookContext) -> Html;
    fn is_same(&self, other: &dyn AnyPart) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<P: Part> AnyPart for P {
    fn draw(&self, hooks: &mut HookContext) -> Html {
        Part::draw(self, hooks)
    }

    fn is_same(&self, other: &dyn AnyPart) -> bool {
        other.as_any().downcast_ref::<P>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What the one component is given.
#[derive(Properties)]
struct Shown {
    part: Rc<dyn AnyPart>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.part, &other.part) || self.part.is_same(&*other.part)
    }
}

/// The one component.
#[component]
fn Drawn(shown: &Shown) -> Html {
    use_part(&*shown.part)
}

/// The hooks of whichever part it is.
fn use_part(part: &dyn AnyPart) -> impl Hook<Output = Html> + '_ {
    struct Drawing<'a>(&'a dyn AnyPart);
    impl Hook for Drawing<'_> {
        type Output = Html;

        fn run(self, hooks: &mut HookContext) -> Html {
            self.0.draw(hooks)
        }
    }
    Drawing(part)
}
