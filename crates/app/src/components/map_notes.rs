//! What a ring and a broken edge mean, and where the map comes from.

use dateline_view::screen::MapScreen;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The notes, in the corner of the map: what a ring and a broken edge mean while there is such a marker.
pub(super) fn map_notes(map: &MapScreen) -> Html {
    let legend = |kind: &'static str, is_shown: bool, text: &'static str| {
        let class = classes!("legend", kind, is_shown.then_some("shown"));
        html! { <span {class} aria-hidden="true"><i />{ text }</span> }
    };
    html! {
        <p class="map-notes">
            { legend("ring", map.has_ring, chrome::LEGEND_RING) }
            { legend("unsure", map.has_unsure, chrome::LEGEND_UNSURE) }
            <span>{ chrome::ATTRIBUTION }</span>
        </p>
    }
}
