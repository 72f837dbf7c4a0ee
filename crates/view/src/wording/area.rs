//! Words of an area that narrows.

use super::number;
use crate::decimal;

/// Before the area: "105 excerpts in 5 articles that name places in", or "and places in" after named ones.
pub fn lead(n_articles: usize, after_places: bool) -> &'static str {
    match (after_places, n_articles) {
        (true, _) => "and places in",
        (false, 1) => "that names places in",
        (false, _) => "that name places in",
    }
}

/// "an area of Syria", "an area of Syria and Türkiye", "an area of 4 countries".
pub fn of_countries(names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(format!("an area of {one}")),
        [one, other] => Some(format!("an area of {one} and {other}")),
        more => Some(format!("an area of {} countries", number(more.len()))),
    }
}

/// "an area around 35.1° N, 38.0° E".
pub fn around(lat: f64, lon: f64) -> String {
    let (north, east) = (if lat < 0.0 { "S" } else { "N" }, if lon < 0.0 { "W" } else { "E" });
    let [lat, lon] = [lat, lon].map(|degrees| decimal::fixed(degrees.abs(), 1));
    format!("an area around {lat}°\u{a0}{north}, {lon}°\u{a0}{east}")
}

/// What drawing does, said while the map waits for it.
pub const DRAWING: &str = "Drag a box over the map; what names a place in it stays. Escape leaves.";
/// The button that lets the next drag draw an area.
pub const DRAW: &str = "Select an area";
/// How an area is drawn, in full.
pub const DRAW_TITLE: &str =
    "Select an area: drag a box. Without this button: Shift+Ctrl+drag selects, Shift+drag zooms";
/// Moves the map so that it frames what is selected.
pub const FIT: &str = "Fit the map to the selection (F)";
/// Narrows to what the map shows.
pub const NARROW_TO_VIEW: &str = "Narrow to this view";
