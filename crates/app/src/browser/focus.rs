//! Where the keyboard is.

use js_sys::futures::spawn_local;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// The parts of the page that scroll by themselves.
const SCROLLING: &str = "[data-part=reading], [data-part=excerpts]";
/// The stops of the keys that go through a list, and what each belongs to.
const STOPS: &str = ".open, .line";
const CARDS: &str = "[data-excerpt], [data-statement], .line";

/// Moves the keyboard to an element without scrolling.
pub fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the keyboard to the first element that fits a selector, once the page is drawn again after this turn.
pub fn focus_soon(selector: &'static str) {
    spawn_local(async move {
        spawn_local(async move {
            let document = web_sys::window().and_then(|window| window.document());
            if let Some(element) = document.and_then(|d| d.query_selector(selector).ok().flatten())
            {
                focus(&element);
                scroll_into_view(&element);
            }
        });
    });
}

/// Scrolls so that the element stands in the middle of its list, unless all of it can be seen there.
pub fn scroll_to_middle(element: &Element) {
    let list = element.closest(SCROLLING).ok().flatten();
    let is_in_sight = list.is_some_and(|list| {
        let (inner, outer) = (element.get_bounding_client_rect(), list.get_bounding_client_rect());
        inner.top() >= outer.top() && inner.bottom() <= outer.bottom()
    });
    if is_in_sight {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls as little as needed so that all of the element can be seen.
pub fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The excerpt or line on which the keyboard is.
fn current() -> Option<Element> {
    let active = web_sys::window()?.document()?.active_element()?;
    active.closest(CARDS).ok().flatten()
}

/// Presses a button of the excerpt on which the keyboard is; whether there is one.
pub fn press_in_card(button: &str) -> bool {
    let found = current().and_then(|card| card.query_selector(button).ok().flatten());
    let found = found.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    found.map(|button| button.click()).is_some()
}

/// Moves the keyboard to the next excerpt or line of a list, or to the one before; from elsewhere to the first that can be seen.
pub fn step(list: &Element, is_forward: bool) {
    let Ok(found) = list.query_selector_all(STOPS) else { return };
    let all = (0..found.length()).filter_map(|i| found.item(i));
    let stops: Vec<Element> = all.filter_map(|node| node.dyn_into::<Element>().ok()).collect();
    let card = |of: &Element| of.closest(CARDS).ok().flatten();
    let at =
        current().and_then(|here| stops.iter().position(|stop| card(stop).as_ref() == Some(&here)));
    let top = list.get_bounding_client_rect().top();
    let to = match at {
        // At the last that is drawn the list comes to it, and draws more if there are.
        Some(at) if is_forward => Some((at + 1).min(stops.len() - 1)),
        Some(at) => Some(at.saturating_sub(1)),
        None => stops.iter().position(|stop| stop.get_bounding_client_rect().bottom() > top),
    };
    if let Some(to) = to.and_then(|to| stops.get(to)) {
        focus(to);
        scroll_to_middle(&card(to).unwrap_or_else(|| to.clone()));
    }
}

/// Scrolls a list to its beginning.
pub fn scroll_to_top(element: &Element) {
    element.set_scroll_top(0);
}

/// Panels on the map, beside which others may lie.
const ON_MAP: &str = "[data-part=save], [data-part=places]";
/// What lies over the page or over a part of it, the upper behind the lower in the document.
const LAYERS: &str = "[data-part=save], [data-part=places], .reading, .why, .about";

fn top_layer() -> Option<Element> {
    let found = web_sys::window()?.document()?.query_selector_all(LAYERS).ok()?;
    found.item(found.length().checked_sub(1)?)?.dyn_into().ok()
}

/// Whether a key is for the layer that holds this element: it is the uppermost, unless the key was pressed in a panel on the map.
pub fn is_for_layer_of(event: &Event, element: &Element) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed_in = target.and_then(|target| target.closest(ON_MAP).ok().flatten());
    pressed_in.or_else(top_layer).is_some_and(|layer| layer.contains(Some(element)))
}

/// Remembers where the keyboard was; moves it back there when dropped.
pub struct FocusReturn {
    before: Option<Element>,
    /// The place in the text, for a mark that may be drawn anew.
    at: Option<String>,
}

impl FocusReturn {
    /// Remembers.
    pub fn here() -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let before = document.and_then(|document| document.active_element());
        let at = before.as_ref().and_then(|element| element.get_attribute(AT));
        Self { before, at }
    }
}

/// The attribute of a mark that says where it stands.
const AT: &str = "data-at";

/// The element, or the mark that stands in its place now, or else the heading of what is uppermost.
fn again(element: Element, at: Option<String>) -> Option<Element> {
    if element.is_connected() && element.get_attribute(AT) == at {
        return Some(element);
    }
    let layer = top_layer()?;
    let mark = at.and_then(|at| layer.query_selector(&format!("[{AT}='{at}']")).ok().flatten());
    mark.or_else(|| layer.query_selector("h2").ok().flatten())
}

impl Drop for FocusReturn {
    fn drop(&mut self) {
        if let Some(element) = self.before.take() {
            let at = self.at.take();
            // What lies beneath is drawn again in this turn, and cannot take the keyboard before that.
            spawn_local(async move {
                spawn_local(async move {
                    if let Some(element) = again(element, at) {
                        focus(&element);
                    }
                });
            });
        }
    }
}
