//! How a hand moves the map, and how its canvas follows: the camera between two frames, and the paint below it.
//!
//! What a hand does is reckoned by `dateline_view::movement`, what is drawn by `dateline_view::picture`.

mod layer;
mod movement;
mod sheet;
mod stage;

pub use layer::{Scenery, use_layer, use_picture};
pub use movement::Movement;
pub use sheet::{Sheet, Sight};
pub use stage::{Following, Stage};
