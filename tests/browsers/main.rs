//! What the finished pages promise, checked in Chromium and in Firefox.
//!
//! `page` holds the tests of dist/dateline.html, each in both browsers and from `file://` and `http://`; `site` those of dist/site.
//! `cargo xtask test` and `cargo xtask test-site` build the pages and start these tests.

// `browser::with` turns every failure into an error with its reason; a test that fails unwraps it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod page;
mod site;
