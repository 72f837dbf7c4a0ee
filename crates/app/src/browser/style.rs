//! Positions and sizes through the CSS object model, because the policy of the page refuses `style` attributes.

use super::canvas::pixel_ratio;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::movement::Rect;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Sets a property, also a custom one, of an element.
pub fn set_property(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// A layer of things on the map: while the map is only dragged, the layer moves and its children keep their place in it.
#[derive(Default)]
pub struct Layer {
    zoom: f64,
    /// What lay in the upper left corner when the layer was at rest, in pixels of the world.
    corner: (f64, f64),
    /// Where the children with a key stand, in tenths of pixels.
    known: BTreeMap<String, [i32; 3]>,
}

/// Where a thing on the map stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The key with which it is drawn, which tells its element from all others; empty for one without.
    pub key: String,
    /// In CSS pixels of the viewport.
    pub at: (f64, f64),
    /// Its size, where it has one.
    pub radius: f64,
}

/// Beyond so many pixels a layer comes to rest anew, so that its numbers stay small.
const FARTHEST: f64 = 3000.0;

impl Layer {
    /// Moves each child to its position; they stand in the order of the children, and `--r` is set to the radius where it is not 0.
    pub fn place(
        &mut self,
        element: &Element,
        camera: Camera,
        viewport: Viewport,
        things: impl Iterator<Item = Standing>,
    ) {
        let now = camera.window(viewport);
        let now = (now.left, now.top);
        let away = |corner: (f64, f64)| (now.0 - corner.0, now.1 - corner.1);
        let (x, y) = away(self.corner);
        if self.zoom != camera.zoom || x.abs().max(y.abs()) > FARTHEST {
            (self.zoom, self.corner) = (camera.zoom, now);
        }
        let (dx, dy) = away(self.corner);
        // Whole pixels of the screen keep texts sharp that are not drawn anew.
        let ratio = pixel_ratio();
        let whole = |pixels: f64| -(pixels * ratio).round() / ratio;
        set_property(element, "transform", &format!("translate({}px,{}px)", whole(dx), whole(dy)));
        let children = element.children();
        let before = std::mem::take(&mut self.known);
        for (i, Standing { key, at, radius }) in (0..children.length()).zip(things) {
            // A tenth of a pixel is finer than what a screen shows.
            let tenths =
                [at.0 + dx, at.1 + dy, radius].map(|pixels| (pixels * 10.0).round() as i32);
            if before.get(&key) != Some(&tenths)
                && let Some(child) = children.item(i)
            {
                let [x, y, radius] = tenths.map(|n| f64::from(n) / 10.0);
                set_property(&child, "transform", &format!("translate({x}px,{y}px)"));
                if radius > 0.0 {
                    set_property(&child, "--r", &format!("{radius}px"));
                }
            }
            if !key.is_empty() {
                self.known.insert(key, tenths);
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
