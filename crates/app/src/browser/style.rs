//! Positions and sizes through the CSS object model, because the policy of the page refuses `style` attributes.

use dateline_view::camera::{Camera, Viewport};
use dateline_view::movement::Rect;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Sets a property, also a custom one, of an element.
pub fn set_property(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// A layer of things on the map: while the map is only dragged, the layer moves and its children keep their place in it.
#[derive(Clone, Copy, Default)]
pub struct Layer {
    zoom: f64,
    /// What lay in the upper left corner when the layer was at rest, in pixels of the world.
    corner: (f64, f64),
}

/// Beyond so many pixels a layer comes to rest anew, so that its numbers stay small.
const FARTHEST: f64 = 3000.0;

impl Layer {
    /// Moves each child to its position, in CSS pixels from the upper left corner of the viewport.
    ///
    /// Positions stand in the order of the children; `--r` is set to the third number where it is not 0.
    pub fn place(
        &mut self,
        element: &Element,
        camera: Camera,
        viewport: Viewport,
        positions: impl Iterator<Item = (f64, f64, f64)>,
    ) {
        let now = camera.corner(viewport);
        let away = |layer: &Self| (now.0 - layer.corner.0, now.1 - layer.corner.1);
        let (x, y) = away(self);
        if self.zoom != camera.zoom || x.abs().max(y.abs()) > FARTHEST {
            *self = Self { zoom: camera.zoom, corner: now };
        }
        let (dx, dy) = away(self);
        // Whole pixels of the screen keep texts sharp that are not drawn anew.
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).max(0.25);
        let whole = |pixels: f64| -(pixels * ratio).round() / ratio;
        set_property(element, "transform", &format!("translate({}px,{}px)", whole(dx), whole(dy)));
        let children = element.children();
        for (i, (x, y, radius)) in (0..children.length()).zip(positions) {
            let Some(child) = children.item(i) else { continue };
            // A tenth of a pixel is finer than what a screen shows, and the browser sees that nothing changed.
            let (x, y) = (x + dx, y + dy);
            set_property(&child, "transform", &format!("translate({x:.1}px,{y:.1}px)"));
            if radius > 0.0 {
                set_property(&child, "--r", &format!("{radius:.1}px"));
            }
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
