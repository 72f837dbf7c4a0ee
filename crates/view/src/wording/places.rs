//! Words of the list of places, of what is announced about the map, and of its keys.

use super::{number, places};

/// "Places in view, 12".
pub fn button(n_in_view: usize) -> String {
    format!("Places in view, {}", number(n_in_view))
}

/// "12 places in view, 3 elsewhere."
pub fn announced(n_in_view: usize, n_off_view: usize, n_unplaced: usize) -> String {
    let mut said = format!("{} in view", places(n_in_view));
    if n_off_view > 0 {
        said.push_str(&format!(", {} elsewhere", number(n_off_view)));
    }
    if n_unplaced > 0 {
        said.push_str(&format!(", {}", super::without_coordinates(n_unplaced)));
    }
    said.push('.');
    said
}

/// Heading of the list.
pub const HEADING: &str = "Places";
/// Said where the selection has no place.
pub const NONE: &str = "No place fits all of this.";

/// "In view, 12".
pub fn in_view(n: usize) -> String {
    format!("In view, {}", number(n))
}

/// "Elsewhere, 3".
pub fn elsewhere(n: usize) -> String {
    format!("Elsewhere, {}", number(n))
}

/// "Without coordinates, 2".
pub fn unplaced(n: usize) -> String {
    format!("Without coordinates, {}", number(n))
}

/// "and 900 more; move the map closer, or search".
pub fn and_more(n: usize) -> String {
    format!("and {} more; move the map closer, or search", number(n))
}

/// "Add Qamishli to the selection".
pub fn add(label: &str) -> String {
    format!("Add {label} to the selection")
}

/// "Take Qamishli out of the selection".
pub fn take_away(label: &str) -> String {
    format!("Take {label} out of the selection")
}

/// "Show Moscow on the map".
pub fn show(label: &str) -> String {
    format!("Show {label} on the map")
}

/// The sign on the button that adds.
pub const ADD_SIGN: &str = "+";
/// The sign on the button that takes away.
pub const TAKE_AWAY_SIGN: &str = "−";

/// Keys while the map has the keyboard.
pub const MAP_KEYS: &str = "Arrow keys move the map, + and − zoom, Home goes back to the first view, F fits the selection, V narrows to the view, L lists the places. Tab leads to the places.";
/// Keys while a place on the map has the keyboard.
pub const MARKER_KEYS: &str = "Arrow keys go from place to place, Home and End to the first and last. Enter chooses, Shift+Enter adds, Escape goes back to the map.";

/// Heading of the part of the panel about the page on the map.
pub const HELP: &str = "The map by hand and by keyboard";
/// How the map is used.
pub const HELP_SENTENCES: [&str; 4] = [
    "Drag moves the map, two fingers or the wheel zoom where they are, a double click zooms in and with Shift out. Shift and drag zooms to a box; Shift, Ctrl and drag narrows to one, as does the button with the dashed box. Escape gives a box up.",
    "A click on a place chooses it alone, with Shift it is added to what is chosen or taken away. The list of places below the map does the same, and shows what lies elsewhere.",
    MAP_KEYS,
    MARKER_KEYS,
];

/// The number on a cluster: "11", "2.4k".
pub fn cluster_number(n: usize) -> String {
    match n {
        0..1000 => n.to_string(),
        1000..10_000 => format!("{}.{}k", n / 1000, n % 1000 / 100),
        _ => format!("{}k", n / 1000),
    }
}

/// "Aleppo and 10 more".
pub fn cluster_label(first: &str, n: usize) -> String {
    format!("{first} and {} more", number(n.saturating_sub(1)))
}

/// "11 places, most in Syria: Aleppo, Manbij, Azaz and 8 more"; the country comes with whether all lie in it.
pub fn cluster(n: usize, country: Option<(&str, bool)>, names: &[&str]) -> String {
    let place = match country {
        Some((country, true)) => format!(", all in {country}"),
        Some((country, false)) => format!(", most in {country}"),
        None => String::new(),
    };
    let left = n.saturating_sub(names.len());
    let more = if left > 0 { format!(" and {} more", number(left)) } else { String::new() };
    format!("{}{place}: {}{more}", places(n), names.join(", "))
}
