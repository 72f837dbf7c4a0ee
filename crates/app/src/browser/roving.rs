//! One stop of the keyboard for many buttons, and a focus that survives when they are drawn anew.
//!
//! Whatever buttons stand in a container are its things, in the order of the document; they come with `tabindex="-1"`, and one of them is made the stop here.

use super::focus::focus;
use dateline_view::roving::{Rove, target};
use wasm_bindgen::JsCast as _;
use web_sys::Element;

const STOP: &str = "button[tabindex='0']";

/// Moves the keyboard within a container; whether there is anything to move to.
pub fn rove(container: &Element, rove: Rove) -> bool {
    let things = things(container);
    let active = active();
    let at = things.iter().position(|thing| Some(thing) == active.as_ref());
    let to = target(rove, at, things.len()).and_then(|to| things.get(to));
    if let Some(to) = to {
        make_stop(container, to);
        focus(to);
    }
    to.is_some()
}

/// Makes the button on which the keyboard is the stop of its container.
pub fn follow_focus(container: &Element) {
    if let Some(held) = Held::in_container(container) {
        make_stop(container, &held.element);
    }
}

/// Sees to it that there is one stop, if there is any button.
pub fn settle(container: &Element) {
    if container.query_selector(STOP).ok().flatten().is_none()
        && let Some(first) = container.query_selector("button").ok().flatten()
    {
        let _ = first.set_attribute("tabindex", "0");
    }
}

/// The button of a container on which the keyboard was before the container was drawn anew.
pub struct Held {
    element: Element,
    /// What it stands for, for a button that is drawn anew in another place.
    thing: Option<Thing>,
}

/// What a row stands for: the attribute that says it, and its value.
type Thing = (&'static str, String);

/// Attributes that say what a row of a list stands for; the row itself or what is around it has one.
const THINGS: [&str; 3] = ["data-value", "data-exclude", "data-listed"];

fn thing_of(element: &Element) -> Option<Thing> {
    let of = |name: &'static str| {
        let row = element.closest(&format!("[{name}]")).ok().flatten();
        Some((name, row?.get_attribute(name)?))
    };
    THINGS.into_iter().find_map(of)
}

impl Held {
    /// The button on which the keyboard is, if it is in the container.
    pub fn in_container(container: &Element) -> Option<Self> {
        let element = active()?;
        let thing = thing_of(&element);
        (element.tag_name() == "BUTTON" && container.contains(Some(&element)))
            .then_some(Self { element, thing })
    }

    /// Gives the keyboard back when drawing has taken it away, or has put something else in its place; whether it is where it was.
    pub fn restore(&self, container: &Element) -> bool {
        let is_same = self.element.is_connected() && thing_of(&self.element) == self.thing;
        let active = active().filter(|active| active.tag_name() != "BODY");
        if active.is_some_and(|active| is_same || active != self.element) {
            return true;
        }
        let again = if is_same { Some(self.element.clone()) } else { self.like_it(container) };
        if let Some(again) = &again {
            focus(again);
        }
        again.is_some()
    }

    /// The button of the same kind in the row of the same thing, in the same list.
    fn like_it(&self, container: &Element) -> Option<Element> {
        self.thing.as_ref()?;
        let deed = |of: &Element| of.get_attribute("data-does");
        let list = self.element.closest("section").ok().flatten();
        let is_like = |button: &Element| {
            deed(button) == deed(&self.element) && thing_of(button) == self.thing
        };
        things(list.as_ref().filter(|list| list.is_connected()).unwrap_or(container))
            .into_iter()
            .find(is_like)
    }
}

fn make_stop(container: &Element, thing: &Element) {
    let before = container.query_selector(STOP).ok().flatten();
    if let Some(before) = before.filter(|before| before != thing) {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = thing.set_attribute("tabindex", "0");
}

fn things(container: &Element) -> Vec<Element> {
    let Ok(found) = container.query_selector_all("button") else { return Vec::new() };
    let all = (0..found.length()).filter_map(|i| found.item(i));
    all.filter_map(|node| node.dyn_into::<Element>().ok()).collect()
}

fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}
