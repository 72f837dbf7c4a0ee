//! Drawing: the base map through a pen.
//!
//! In go a scene and colours, out come strokes and fills of a [`Pen`], in CSS pixels; the page's pen is a canvas.
//! Nothing here knows the browser.

mod draw;
mod pen;
mod trace;

pub use draw::{Look, Scene, draw};
pub use pen::Pen;
