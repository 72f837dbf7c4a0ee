//! The wording of the palette and of the list of keys.

/// Heading of the list of keys.
pub const HEADING: &str = "Keys";
/// Switches the keys that stand for themselves on or off.
pub const SWITCH: &str = "Single letters do something";
/// Accessible name of the palette.
pub const PALETTE_LABEL: &str = "Do something, or go to a name";
/// Shown in the palette's empty box.
pub const PALETTE_PLACEHOLDER: &str = "A command, a place, a person…";
/// Said when the palette finds nothing.
pub const NOTHING: &str = "Nothing of that name.";

/// Keys that belong to parts of the page.
pub const OTHERS: [(&str, &str); 10] = [
    ("/", "Go to the search box"),
    ("Ctrl K", "Do something by its name"),
    ("Esc", "Close what is open, empty the search box"),
    ("Tab", "Go to the next part; into the map and out of it"),
    ("← ↑ → ↓", "On the map: move it. On its markers, on bars of time: go to the next"),
    ("+ −", "On the map: closer, farther away"),
    ("Shift Enter", "On a marker: add it to the selection. On a value: leave it out"),
    ("j k", "In the column: the next excerpt, the one before; Enter opens it"),
    ("c x", "On an excerpt: copy it as a quotation, show what stands around it"),
    ("Shift ← →", "On a bar of time: choose a range"),
];

/// "Search for “military police”".
pub fn search(words: &str) -> String {
    format!("Search for “{}”", words.trim())
}
