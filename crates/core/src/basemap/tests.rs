//! Tests of the base map: its format, and what the committed packs show.

use std::collections::BTreeSet;

use super::*;
use crate::geo::{LatLon, mercator};

mod format;
mod world;

fn unit(lat: f64, lon: f64) -> [f32; 2] {
    let at = mercator::project(LatLon { lat, lon });
    [at.x as f32, at.y as f32]
}
