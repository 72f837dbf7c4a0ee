//! Positions and sizes through the CSS object model, because the policy of the page refuses `style` attributes.

use dateline_view::movement::Rect;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Sets a property, also a custom one, of an element.
pub fn set_property(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// Moves each child of an element to its position, in CSS pixels from the element's top left corner.
///
/// Positions stand in the order of the children; `--r` is set to the third number where it is not 0.
pub fn place(parent: &Element, positions: impl Iterator<Item = (f64, f64, f64)>) {
    let children = parent.children();
    for (i, (x, y, radius)) in (0..children.length()).zip(positions) {
        let Some(child) = children.item(i) else { continue };
        // A tenth of a pixel is finer than what a screen shows, and keeps the numbers short.
        set_property(&child, "transform", &format!("translate({x:.1}px,{y:.1}px)"));
        if radius > 0.0 {
            set_property(&child, "--r", &format!("{radius:.1}px"));
        }
    }
}

/// Lays an element over a rectangle of its parent; without one it is not shown.
pub fn frame(element: &Element, rect: Option<Rect>) {
    set_property(element, "display", if rect.is_some() { "block" } else { "none" });
    let Some(rect) = rect else { return };
    for (name, pixels) in
        [("left", rect.left), ("top", rect.top), ("width", rect.width), ("height", rect.height)]
    {
        set_property(element, name, &format!("{pixels:.1}px"));
    }
}
