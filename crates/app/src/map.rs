//! The map behind its components: how the base map is drawn, and the camera between two frames.
//!
//! Drawing goes to a [`Pen`]; what a hand does is reckoned by `dateline_view::movement`.

mod draw;
mod movement;
mod pen;
mod trace;

pub use draw::{Look, Scene, draw};
pub use movement::Movement;
pub use pen::Pen;
