//! How a hand moves the map. What is drawn on it is decided in `dateline_view::picture`.
//!
//! Nothing here knows the browser: movement comes as positions and times.

mod gesture;
mod movement;

pub use gesture::{Gesture, Step};
pub use movement::Movement;
