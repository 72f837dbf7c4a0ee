//! The map behind its components: how the base map is drawn and how a hand moves it.
//!
//! Nothing here knows the browser: drawing goes to a [`Pen`], movement comes as positions and times.

mod draw;
mod gesture;
mod movement;
mod pen;
mod trace;

pub use draw::{Look, Scene, draw};
pub use gesture::{Gesture, Step};
pub use movement::Movement;
pub use pen::Pen;
