//! The line below the map: the way to the list of places, and places that are named but lie outside of the view.

use super::on;
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::screen::{OffView, OffViewPlace, PlacesScreen};
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The line; it keeps its height when nothing lies outside, so that the map keeps its size.
pub(super) fn off_view_line(
    places: &PlacesScreen,
    off_view: Option<&OffView>,
    on_action: &Callback<Action>,
) -> Html {
    let is_open = places.list.is_some();
    html! {
        <div class="map-foot">
            <button
                class="quiet"
                type="button"
                data-tool="places"
                aria-expanded={is_open.to_string()}
                onclick={on(on_action, &Action::ListPlaces(!is_open))}
            >
                { &places.button }
            </button>
            if let Some(off_view) = off_view {
                <p class="off-view">
                    <span class="lead">{ &off_view.lead }</span>
                    <span class="off-places">
                        { for off_view.places.iter().map(|place| view_place(place, on_action)) }
                    </span>
                    if let Some(all) = &off_view.all {
                        <button class="quiet" type="button" title={chrome::SHOW_ALL_TITLE} onclick={on(on_action, &Action::ShowAll)}>
                            { all }
                        </button>
                    }
                </p>
            }
        </div>
    }
}

fn view_place(place: &OffViewPlace, on_action: &Callback<Action>) -> Html {
    let show = PlaceId::new(&place.id).map(Action::ShowPlace);
    let onclick = show.map(|show| on(on_action, &show));
    html! {
        <button key={place.id.clone()} class="quiet" type="button" aria-label={place.spoken.clone()} {onclick}>
            { &place.label }{ " " }<span class="n">{ place.n_articles }</span>
        </button>
    }
}
