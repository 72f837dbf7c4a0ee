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

/// Takes away everything that narrows.
pub const CLEAR: &str = "Clear the selection";
/// Frames what is selected.
pub const FIT_SELECTION: &str = "Fit the map to what is selected";
/// Frames all places of the set.
pub const FIT_ALL: &str = "Fit the map to all places";
/// Goes back to the home view.
pub const GO_HOME: &str = "Back to the first view of the map";
/// Narrows to the area in view.
pub const NARROW_TO_VIEW: &str = "Narrow to what the map shows";
/// Lets the next drag draw an area.
pub const DRAW: &str = "Draw an area on the map";
/// Opens the list of places.
pub const LIST_PLACES: &str = "List the places";
/// Opens the panel that saves the map.
pub const SAVE: &str = "Save the map";
/// Asks for articles.
pub const ADD: &str = "Add articles";
/// Opens the panel about the page.
pub const ABOUT: &str = "About this page";

/// The keys that stand for themselves, and what each does; the reader can switch them off.
pub const SHORTCUTS: [(char, &str); 8] = [
    ('?', "Show or hide these keys"),
    ('h', GO_HOME),
    ('f', FIT_SELECTION),
    ('a', FIT_ALL),
    ('v', NARROW_TO_VIEW),
    ('l', LIST_PLACES),
    ('r', CLEAR),
    ('i', ABOUT),
];

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
