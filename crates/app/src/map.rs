//! How a hand moves the map: the camera between two frames.
//!
//! What a hand does is reckoned by `dateline_view::movement`, what is drawn by `dateline_view::picture`.

mod movement;

pub use movement::Movement;
