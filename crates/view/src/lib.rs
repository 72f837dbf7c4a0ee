//! What the reader is looking at, as plain data: state, actions, address and screen.
//!
//! No framework and no browser: given the same corpus, state and action, the same screen.

pub mod state;
pub mod action;
pub mod intake;
pub mod corrections;
pub mod update;
pub mod decimal;
pub mod camera;
pub mod movement;
pub mod listing;
pub mod quotation;
pub mod roving;
pub mod address;
pub mod navigate;
pub mod shortcuts;
pub mod rows;
pub mod screen;
pub mod picture;
pub mod reader;
pub mod wording;

pub use action::Action;
pub use screen::{Screen, screen};
pub use state::State;
pub use update::update;
