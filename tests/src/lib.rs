//! What the browser tests, the pictures, the measurements and `cargo xtask run` share.
//!
//! `server` is a static server that keeps a log; `files` knows where the built pages lie; `numbers`, `points` and `crowd` make up places to measure with, `many` articles.
//! With the feature `browsers`: `browser` starts Chromium or Firefox, `page` asks an open page what it shows, `adding` gives it articles.

pub mod crowd;
pub mod files;
pub mod many;
pub mod numbers;
pub mod points;
pub mod server;

#[cfg(feature = "browsers")]
pub mod adding;
#[cfg(feature = "browsers")]
pub mod browser;
#[cfg(feature = "browsers")]
pub mod driver;
#[cfg(feature = "browsers")]
pub mod page;
