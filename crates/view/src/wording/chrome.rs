//! Words of the fixed parts of the page: buttons, tabs, names of regions.
//!
//! What depends on the corpus or on the state is worded elsewhere in `wording`; these never change.

use crate::state::Tab;

/// The name of the product.
pub const PRODUCT: &str = "Dateline";
/// Accessible name of the links with which the keyboard goes over parts of the page.
pub const SKIP_LABEL: &str = "Skip";
/// The first of them.
pub const SKIP_TO_MAP: &str = "Skip to the map";
/// The second.
pub const SKIP_TO_EXCERPTS: &str = "Skip to the excerpts";
/// Shown in the empty search box.
pub const SEARCH_PLACEHOLDER: &str = "Search words and places";
/// Accessible name of the search box.
pub const SEARCH_LABEL: &str = "Search in the excerpts";
/// The key that moves to the search box.
pub const SEARCH_KEY: &str = "/";
/// Copies the address of what is shown.
pub const COPY_LINK: &str = "Copy link";
/// What "Copy link" does, in full.
pub const COPY_LINK_TITLE: &str = "Copy a link to this view";
/// Takes away everything that narrows.
pub const CLEAR_ALL: &str = "Clear all";
/// Puts a notice away.
pub const DISMISS: &str = "Dismiss";
/// Opens an article at an excerpt.
pub const OPEN: &str = "Open";
/// What "Open" does, in full.
pub const OPEN_TITLE: &str = "Read the article at this sentence";
/// Closes the reading view.
pub const CLOSE: &str = "Close";
/// Leads to the address where the article was published.
pub const SOURCE_LINK: &str = "Read it where it was published";
/// The sign beside a link that leaves the page.
pub const LEAVES_PAGE: &str = "↗";
/// The sign on a button that takes something away.
pub const CROSS: &str = "×";

/// The sign on the button that leaves a value out.
pub const LEAVE_OUT_SIGN: &str = "−";
/// Accessible name of the map.
pub const MAP_LABEL: &str = "Map of the places";
/// Accessible name of the list of places on the map.
pub const MARKERS_LABEL: &str = "Places on the map";
/// Accessible name of the buttons that fit and draw.
pub const MAP_TOOLS_LABEL: &str = "Selection on the map";
/// Accessible name of the zoom buttons.
pub const ZOOM_LABEL: &str = "Zoom";
/// Closer.
pub const ZOOM_IN: &str = "Zoom in";
/// The sign on the button that goes closer.
pub const ZOOM_IN_SIGN: &str = "+";
/// Farther.
pub const ZOOM_OUT: &str = "Zoom out";
/// The sign on the button that goes farther away.
pub const ZOOM_OUT_SIGN: &str = "−";
/// Back to the first view of the map.
pub const GO_HOME: &str = "Back to the first view";
/// What a ring on the map means, beside a ring.
pub const LEGEND_RING: &str = "named for its government";

/// Legend of a marker with a broken edge.
pub const LEGEND_UNSURE: &str = "unsure";
/// Moves the map so that every place of the selection is in view.
pub const SHOW_ALL_TITLE: &str = "Show every place of this selection";
/// Where the map comes from.
pub const ATTRIBUTION: &str = "Natural Earth · GeoNames";
/// Said when the base map could not be read.
pub const NO_BASEMAP: &str = "The base map in this file is missing or damaged: places stand where they belong, but without land and borders.";

/// Accessible name of the sentence that says what is shown and what narrows it.
pub const SAYS_LABEL: &str = "What is shown";
/// Accessible name of the filters.
pub const FACETS_LABEL: &str = "Filters";
/// Accessible name of the list of excerpts.
pub const EXCERPTS_LABEL: &str = "Excerpts";
/// Accessible name of the timeline.
pub const TIMELINE_LABEL: &str = "Timeline";
/// Accessible name of the tabs of the phone's layout.
pub const TABS_LABEL: &str = "Parts of the page";

/// Heading of the page that is shown when the program cannot go on.
pub const FAILED_HEADING: &str = "Dateline cannot show this page";
/// What to do when the articles in the file cannot be read.
pub const FAILED_DATA_ADVICE: &str = "Ask for the file again, or build it anew with “dateline build”. The file itself was not changed.";
/// What to do when the program stopped.
pub const FAILED_PROGRAM_ADVICE: &str = "Reload the page to go on. If it happens again, the lines below help to find the mistake; they hold nothing of the articles.";
/// Said when the program stopped.
pub const FAILED_PROGRAM: &str = "The program met a mistake of its own and stopped.";

/// The name of a tab.
pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Map => "Map",
        Tab::Excerpts => "Excerpts",
        Tab::Filters => "Filters",
        Tab::Time => "Time",
    }
}

/// A sentence of an error as it stands on the failure page: with a capital and a full stop.
pub fn sentence(error: &str) -> String {
    let mut letters = error.chars();
    let first = letters.next().map(|c| super::capitals(c.encode_utf8(&mut [0; 4])));
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
