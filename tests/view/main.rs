//! The view over the bundled corpus: screens, addresses, and that they lead to each other.

mod addresses;
mod corpus;
mod screens;
mod steps;
