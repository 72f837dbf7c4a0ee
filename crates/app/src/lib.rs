//! The page: components that draw a screen and emit actions.
//!
//! In: the data blocks of the document. Out: the page.
//! What is shown is decided in `dateline-view`; what the browser can do is reached through `browser` alone.

pub mod browser;
pub mod shared;
pub mod part;
pub mod effect;
pub mod session;
pub mod intake;
pub mod adding;
pub mod saving;
pub mod printing;
pub mod map;
pub mod keys;
pub mod scrolling;
pub mod components;
pub mod app;
pub mod start;
