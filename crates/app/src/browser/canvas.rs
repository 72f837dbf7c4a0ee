//! Painting on a canvas in CSS pixels, sharp on every screen.

use dateline_view::picture::Pen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A pen on a canvas. All lengths are CSS pixels; colours are those of CSS.
pub struct Painter {
    context: CanvasRenderingContext2d,
}

impl Painter {
    /// Takes a canvas, gives it the size in CSS pixels, and the resolution of the screen.
    ///
    /// `None` when the browser refuses a context.
    pub fn on(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Option<Self> {
        let context =
            canvas.get_context("2d").ok().flatten()?.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).max(0.25);
        let (w, h) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
        // Setting the size clears the canvas and costs an allocation: only when it changed.
        if canvas.width() != w || canvas.height() != h {
            canvas.set_width(w);
            canvas.set_height(h);
        }
        context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        context.set_line_cap("round");
        Some(Self { context })
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
