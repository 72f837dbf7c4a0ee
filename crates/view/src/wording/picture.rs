//! Words of pictures of the map, of saving and printing them.

use super::{and_more, places};
use crate::picture::FileKind;

/// Opens the panel, and heads it.
pub const SAVE: &str = "Save the map";
/// What every picture holds.
pub const HOLDS: &str =
    "With title, filter, legend, sources and the link to this view. Nothing leaves this machine.";
/// Prints the page.
pub const PRINT: &str = "Print";
/// What is printed.
pub const PRINT_NOTE: &str = "numbered places, then the excerpts";
/// Where the map comes from, in a picture.
pub const SOURCES: &str =
    "Base map: Natural Earth, public domain. Towns: GeoNames, CC BY 4.0. Made with Dateline.";
/// What a pale dot means.
pub const LEFT_OUT: &str = "left out by the filter";
/// Heading of the list of numbered places.
pub const NUMBERED: &str = "Places on the map";

/// Saves as a kind of file.
pub fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Svg => "SVG",
        FileKind::Png => "PNG",
    }
}

/// What a kind of file is good for.
pub fn kind_note(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Svg => "sharp at any size, for browsers and drawing programs",
        FileKind::Png => "an image, for documents and messages",
    }
}

/// Said when a picture was given to the browser.
pub fn saved(file: &str) -> String {
    format!("The map was saved as “{file}”, where this browser keeps what it downloads.")
}

/// Said when the browser made no picture.
pub fn not_saved(file: FileKind) -> String {
    match file {
        FileKind::Svg => "The browser did not let this page save a file.".to_owned(),
        FileKind::Png => {
            "The browser could not make an image of the map; saving it as SVG may work.".to_owned()
        }
    }
}

/// "Articles published 18 January 2026 to 28 January 2026, 2 articles without a date".
pub fn published(first: &str, last: &str, undated: Option<&str>) -> String {
    let to = if last.is_empty() { String::new() } else { format!(" to {last}") };
    let undated = undated.map(|undated| format!(", {undated}")).unwrap_or_default();
    format!("Articles published {first}{to}{undated}")
}

/// "Also named, off this view: Moscow 5 · Paris 1 · and 9 more".
pub fn off_view<'a>(
    lead: &str,
    places: impl Iterator<Item = (&'a str, usize)>,
    more: Option<&str>,
) -> String {
    let mut parts: Vec<String> = places.map(|(name, n)| format!("{name} {n}")).collect();
    parts.extend(more.map(str::to_owned));
    format!("{lead} {}", parts.join(" · "))
}

/// "and 12 places more".
pub fn more_places(n: usize) -> Option<String> {
    (n > 0).then(|| format!("and {} more", places(n)))
}

/// "Also named, not on this map: Moscow (5), Paris (1)"; long lists are cut.
pub fn elsewhere<'a>(rows: impl Iterator<Item = (&'a str, usize)>) -> Option<String> {
    const MOST: usize = 60;
    let all: Vec<String> = rows.map(|(name, n)| format!("{name} ({n})")).collect();
    let shown = all.get(..MOST).unwrap_or(&all).join(", ");
    let left = all.len().saturating_sub(MOST);
    let more = if left > 0 { format!(", {}", and_more(left)) } else { String::new() };
    (!all.is_empty()).then(|| format!("Also named, not on this map: {shown}{more}"))
}
