//! Painting on a canvas in CSS pixels, sharp on every screen.

use super::style::{set_property, spread};
use dateline_view::decimal;
use dateline_view::picture::{Pen, Plan, PxRect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A pen on a canvas. All lengths are CSS pixels; colours are those of CSS.
pub struct Painter {
    context: CanvasRenderingContext2d,
}

/// Pixels of the screen in a CSS pixel.
pub fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).max(0.25)
}

impl Painter {
    /// Takes a canvas, gives it its size, place and scale, and shifts what is on it.
    ///
    /// `None` when the browser refuses a context.
    pub fn on(canvas: &HtmlCanvasElement, plan: &Plan, ratio: f64) -> Option<Self> {
        let ((x, y), scale) = (plan.at, plan.scale);
        set_property(canvas, "transform", &spread(x, y, scale));
        if plan.parts.is_empty() && plan.shift_px.is_none() {
            return None;
        }
        let (w, h) = plan.size_px;
        // Setting the size clears the canvas and costs an allocation: only when it changed.
        if i64::from(canvas.width()) != w || i64::from(canvas.height()) != h {
            canvas.set_width(u32::try_from(w).ok()?);
            canvas.set_height(u32::try_from(h).ok()?);
            set_property(canvas, "width", &format!("{}px", decimal::short(w as f64 / ratio, 3)));
            set_property(canvas, "height", &format!("{}px", decimal::short(h as f64 / ratio, 3)));
        }
        // Nothing shows through a map, and what is below need not be mixed in.
        let opaque = js_sys::Object::new();
        js_sys::Reflect::set(&opaque, &"alpha".into(), &JsValue::FALSE).ok()?;
        let context = canvas.get_context_with_context_options("2d", &opaque).ok().flatten()?;
        let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
        if let Some((x, y)) = plan.shift_px {
            context.reset_transform().ok()?;
            context.draw_image_with_html_canvas_element(canvas, x as f64, y as f64).ok()?;
        }
        Some(Self { context })
    }

    /// Paints on a part of the canvas alone; the pen's zero is its upper left corner.
    pub fn within(&self, part: PxRect, ratio: f64, paint: impl FnOnce(&Self)) {
        let (left, top) = (part.left as f64, part.top as f64);
        let (width, height) = ((part.right - part.left) as f64, (part.bottom - part.top) as f64);
        self.context.save();
        let _ = self.context.set_transform(1.0, 0.0, 0.0, 1.0, left, top);
        self.context.begin_path();
        self.context.rect(0.0, 0.0, width, height);
        self.context.clip();
        let _ = self.context.set_transform(ratio, 0.0, 0.0, ratio, left, top);
        self.context.set_line_join("round");
        self.context.set_line_cap("round");
        paint(self);
        self.context.restore();
    }
}

impl Pen for Painter {
    fn fill_rect(&self, x: f64, y: f64, width: f64, height: f64, colour: &str) {
        self.context.set_fill_style_str(colour);
        self.context.fill_rect(x, y, width, height);
    }

    fn begin_path(&self) {
        self.context.begin_path();
    }

    fn move_to(&self, x: f64, y: f64) {
        self.context.move_to(x, y);
    }

    fn line_to(&self, x: f64, y: f64) {
        self.context.line_to(x, y);
    }

    fn close_path(&self) {
        self.context.close_path();
    }

    fn fill(&self, colour: &str) {
        self.context.set_fill_style_str(colour);
        self.context.fill_with_canvas_winding_rule(web_sys::CanvasWindingRule::Evenodd);
    }

    fn stroke(&self, colour: &str, width: f64, dash: &[f64]) {
        let pattern: js_sys::Array = dash.iter().copied().map(JsValue::from_f64).collect();
        let _ = self.context.set_line_dash(&pattern);
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(width);
        self.context.stroke();
    }
}
