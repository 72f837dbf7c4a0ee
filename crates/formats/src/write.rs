//! Articles and what was found in them, as files for other programs.
//!
//! In go articles with their annotations; out comes text: JSON Lines, CSV or GeoJSON, in the forms that README.md shows.
//! Positions count Unicode characters, an unknown fact is null or an empty cell, and the same input gives the same bytes.
//! It opens no file; the command and the page do.

pub mod jsonl;
pub mod csv;
pub mod geojson;

mod chars;

#[cfg(test)]
mod fixture;
