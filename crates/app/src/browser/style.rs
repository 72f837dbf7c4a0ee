//! Positions and sizes through the CSS object model, because the policy of the page refuses `style` attributes.

use super::canvas::pixel_ratio;
use dateline_core::order;
use dateline_view::camera::Window;
use dateline_view::decimal;
use dateline_view::movement::Rect;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, SvgElement};

/// Sets all properties of an element at once.
fn set_style(element: &Element, text: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.style().set_css_text(text);
    }
}

/// Sets a property, also a custom one, of an element.
pub fn set_property(element: &Element, name: &str, value: &str) {
    let style = match element.dyn_ref::<HtmlElement>() {
        Some(element) => Some(element.style()),
        None => element.dyn_ref::<SvgElement>().map(SvgElement::style),
    };
    if let Some(style) = style {
        let _ = style.set_property(name, value);
    }
}

/// A movement in CSS pixels, as the property `transform` has it.
fn translation(x: f64, y: f64) -> String {
    let [x, y] = [x, y].map(|pixels| decimal::short(pixels, 3));
    format!("translate({x}px,{y}px)")
}

/// A movement in CSS pixels and a scale around the corner, as the property `transform` has them.
pub fn spread(x: f64, y: f64, scale: f64) -> String {
    format!("{} scale({})", translation(x, y), decimal::short(scale, 6))
}

/// A layer of things on the map: while the map is only dragged, the layer moves and its children keep their place in it.
#[derive(Default)]
pub struct Layer {
    /// What was seen when the layer was at rest; children stand where they stood then.
    rest: Option<Window>,
    /// Where each child stands, in the order of the document.
    places: Vec<[i32; 3]>,
    /// The same by key, with the element: one that was drawn anew under an old key stands nowhere yet.
    known: Vec<(String, Element, [i32; 3])>,
    /// Whether the children stand elsewhere for now, because the map is being zoomed.
    is_spread: bool,
    /// From where the layer rests to where what is drawn as one picture was drawn.
    drawn: (f64, f64),
    /// Whether the browser keeps it as a picture of its own, which makes it quick to move and slow to draw.
    is_kept: bool,
}

/// Where a thing on the map stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The key with which it is drawn, which tells its element from all others.
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
        now: Window,
        things: impl Iterator<Item = Standing>,
    ) {
        let is_near = |rest: &Window| {
            let ((x, y), scale) = rest.seen_in(now);
            scale == 1.0 && x.abs().max(y.abs()) <= FARTHEST
        };
        let rest = self.rest.filter(is_near).unwrap_or(now);
        self.rest = Some(rest);
        let ((dx, dy), _) = rest.seen_in(now);
        self.keep(element, false);
        shift(element, dx, dy);
        let children = element.children();
        let before = std::mem::take(&mut self.known);
        self.places.clear();
        for (i, Standing { key, at, radius }) in (0..children.length()).zip(things) {
            // A tenth of a pixel is finer than what a screen shows.
            let tenths =
                [at.0 - dx, at.1 - dy, radius].map(|pixels| (pixels * 10.0).round() as i32);
            let Some(child) = children.item(i) else { continue };
            let of_key =
                before.binary_search_by(|(k, ..)| k.cmp(&key)).ok().and_then(|at| before.get(at));
            let is_there = of_key.is_some_and(|(_, e, at)| *at == tenths && *e == child);
            if self.is_spread || !is_there {
                let [x, y, radius] = tenths.map(|n| f64::from(n) / 10.0);
                let mut style = format!("transform:{}", translation(x, y));
                if radius > 0.0 {
                    style = format!("{style};--r:{}px", decimal::short(radius, 1));
                }
                set_style(&child, &style);
            }
            self.places.push(tenths);
            self.known.push((key, child, tenths));
        }
        order::sort_by(&mut self.known, |a, b| a.0.cmp(&b.0));
        self.is_spread = false;
        self.drawn = (dx, dy);
        self.spread_picture(element, 1.0);
    }

    /// Tells the browser whether the layer is about to move.
    fn keep(&mut self, element: &Element, is_kept: bool) {
        if is_kept != self.is_kept {
            set_property(element, "will-change", if is_kept { "transform" } else { "auto" });
            self.is_kept = is_kept;
        }
    }

    /// What is drawn as one picture stands behind the things: its lines move apart, and stay as thick as they are.
    fn spread_picture(&self, element: &Element, scale: f64) {
        let last = element.last_element_child().filter(|last| last.tag_name() == "svg");
        let Some(lines) = last.map(|picture| picture.children()) else { return };
        let [x, y] = [self.drawn.0, self.drawn.1].map(|pixels| decimal::short(-pixels * scale, 3));
        let transform = format!("translate({x} {y}) scale({})", decimal::short(scale, 6));
        for line in (0..lines.length()).filter_map(|i| lines.item(i)) {
            let _ = line.set_attribute("transform", &transform);
        }
    }

    /// Moves everything to where another view sees it, until the children are placed anew.
    pub fn see(&mut self, element: &Element, now: Window) {
        let Some(rest) = self.rest else { return };
        let ((dx, dy), scale) = rest.seen_in(now);
        self.keep(element, true);
        shift(element, dx, dy);
        if scale == 1.0 && !self.is_spread {
            return;
        }
        self.spread_picture(element, scale);
        let children = element.children();
        for (i, [x, y, _]) in (0..children.length()).zip(&self.places) {
            if let Some(child) = children.item(i) {
                let [x, y] = [x, y].map(|tenths| f64::from(*tenths) / 10.0 * scale);
                set_property(&child, "transform", &translation(x, y));
            }
        }
        self.is_spread = scale != 1.0;
    }
}

fn shift(element: &Element, x: f64, y: f64) {
    // Whole pixels of the screen keep texts sharp that are not drawn anew.
    let ratio = pixel_ratio();
    let whole = |pixels: f64| (pixels * ratio).round() / ratio;
    set_property(element, "transform", &translation(whole(x), whole(y)));
}

/// Lays an element over a rectangle of its parent; without one it is not shown.
pub fn frame(element: &Element, rect: Option<Rect>) {
    set_property(element, "display", if rect.is_some() { "block" } else { "none" });
    let Some(rect) = rect else { return };
    for (name, pixels) in
        [("left", rect.left), ("top", rect.top), ("width", rect.width), ("height", rect.height)]
    {
        set_property(element, name, &format!("{}px", decimal::short(pixels, 1)));
    }
}
