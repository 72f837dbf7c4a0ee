//! Which keys the map has: described to screen readers, shown while the keyboard is on it; and what drawing does, while the map waits for it.

use dateline_view::wording::{area, places};
use yew::prelude::*;

/// Id of the description of the map's own keys.
pub(super) const MAP_KEYS_ID: &str = "map-keys";
/// Id of the description of the keys among its places.
pub(super) const MARKER_KEYS_ID: &str = "marker-keys";

/// The hints; the style sheet shows the one that belongs to where the keyboard is.
pub(super) fn map_hints(is_drawing: bool) -> Html {
    html! {
        <>
            <p id={MAP_KEYS_ID} class="hint of-map">{ places::MAP_KEYS }</p>
            <p id={MARKER_KEYS_ID} class="hint of-markers">{ places::MARKER_KEYS }</p>
            if is_drawing {
                <p class="hint drawing" role="status">{ area::DRAWING }</p>
            }
        </>
    }
}
