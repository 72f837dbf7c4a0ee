//! What a ring and a broken edge mean, and where the map comes from.

use dateline_view::wording::chrome;
use yew::prelude::*;

/// The notes, in the corner of the map. The style sheet shows the first two while there is such a marker on the map.
pub(super) fn map_notes() -> Html {
    html! {
        <p class="map-notes">
            <span class="legend ring" aria-hidden="true"><i />{ chrome::LEGEND_RING }</span>
            <span class="legend unsure" aria-hidden="true"><i />{ chrome::LEGEND_UNSURE }</span>
            <span>{ chrome::ATTRIBUTION }</span>
        </p>
    }
}
