//! What a ring means, and where the map comes from.

use dateline_view::wording::chrome;
use yew::prelude::*;

/// The notes, in the corner of the map. The style sheet shows the first while there is a ring on the map.
#[component]
pub fn MapNotes() -> Html {
    html! {
        <p class="map-notes">
            <span class="legend" aria-hidden="true"><i />{ chrome::LEGEND_RING }</span>
            <span>{ chrome::ATTRIBUTION }</span>
        </p>
    }
}
