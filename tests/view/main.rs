//! The view over the bundled corpus: screens, addresses, and that they lead to each other.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

mod addresses;
mod clusters;
mod corpus;
mod finding;
mod labels;
mod listing;
mod pictures;
mod screens;
mod steps;
mod why;
