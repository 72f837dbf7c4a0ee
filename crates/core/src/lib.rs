//! Text in, facts out.
//!
//! The modules stand in the order in which an article passes through them.
//! This crate knows no browser, no address, no file format and no clock: the same input gives the same bytes everywhere.

pub mod checksum;
pub mod order;
pub mod text;
pub mod article;
pub mod geo;
pub mod basemap;
pub mod gazetteer;
pub mod knowledge;
pub mod recognise;
pub mod resolve;
pub mod identify;
pub mod when;
pub mod speech;
pub mod annotate;
pub mod corpus;
pub mod search;
pub mod facet;
pub mod cluster;
pub mod pack;

mod numbers;
mod shared_memory;
