//! The line below the map: the way to the list of places, and places that are named but lie outside of the view.

use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::screen::{OffView, OffViewPlace};
use dateline_view::wording::chrome;
use yew::prelude::*;

/// What lies outside.
#[derive(Properties, PartialEq)]
pub struct OffViewLineProps {
    /// "Places in view, 12".
    pub places: String,
    /// Whether the list of places is open.
    pub is_list_open: bool,
    /// Places outside of the view, if there are any.
    pub off_view: Option<OffView>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The line; it keeps its height when nothing lies outside, so that the map keeps its size.
#[component]
pub fn OffViewLine(props: &OffViewLineProps) -> Html {
    let is_open = props.is_list_open;
    html! {
        <div class="map-foot">
            <button
                class="quiet"
                type="button"
                data-tool="places"
                aria-expanded={is_open.to_string()}
                onclick={props.on_action.reform(move |_| Action::ListPlaces(!is_open))}
            >
                { &props.places }
            </button>
            if let Some(off_view) = &props.off_view {
                <p class="off-view">
                    <span class="lead">{ &off_view.lead }</span>
                    <span class="off-places">
                        { for off_view.places.iter().map(|place| view_place(place, &props.on_action)) }
                    </span>
                    if let Some(all) = &off_view.all {
                        <button class="quiet" type="button" title={chrome::SHOW_ALL_TITLE} onclick={props.on_action.reform(|_| Action::ShowAll)}>
                            { all }
                        </button>
                    }
                </p>
            }
        </div>
    }
}

fn view_place(place: &OffViewPlace, on_action: &Callback<Action>) -> Html {
    let id = PlaceId::new(&place.id);
    let onclick = on_action.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(id) = id.clone() {
            onclick.emit(Action::ShowPlace(id));
        }
    });
    html! {
        <button key={place.id.clone()} class="quiet" type="button" aria-label={place.spoken.clone()} {onclick}>
            { &place.label }{ " " }<span class="n">{ place.n_articles }</span>
        </button>
    }
}
