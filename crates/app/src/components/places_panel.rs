//! The list of places: all that the map does with them, for hands and eyes that do not use it.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it, and it stays where it was when the list changes below it.

use super::kept_focus::use_kept_focus;
use super::on;
use super::panel::use_panel;
use crate::browser::{Element, Event, attribute_of_closest, focus};
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_core::facet::FacetKey;
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::screen::{PlaceGroup, PlaceList, PlaceRow};
use dateline_view::wording::{area, chrome, places};
use yew::prelude::*;

/// What the list shows.
#[derive(PartialEq)]
pub struct PlacesPanel {
    /// The places.
    pub list: Shared<PlaceList>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

fn place_of(event: &Event) -> Option<PlaceId> {
    PlaceId::new(&attribute_of_closest(event, "[data-listed]", "data-listed")?)
}

/// What a click in the list does.
fn action_of(event: &MouseEvent) -> Option<Action> {
    let id = place_of(event)?;
    match attribute_of_closest(event, "button", "data-does")?.as_str() {
        "choose" if !event.shift_key() => Some(Action::ChoosePlace(id)),
        "show" => Some(Action::ShowPlace(id)),
        _ => Some(Action::ToggleValue(FacetKey::Place, id.as_str().to_owned())),
    }
}

drawn_by!(PlacesPanel, use_places_panel);

/// The list.
#[hook]
fn use_places_panel(props: &PlacesPanel) -> Html {
    let on_action = &props.on_action;
    // The map has an Escape of its own.
    let heading =
        use_panel("input, dialog, .view", on_action.reform(|()| Action::ListPlaces(false)));
    let panel = use_node_ref();
    {
        let heading = heading.clone();
        use_kept_focus(panel.clone(), move |_| {
            if let Some(heading) = heading.cast::<Element>() {
                focus(&heading);
            }
        });
    }
    let onclick = use_callback(on_action.clone(), |event: MouseEvent, on_action| {
        if let Some(action) = action_of(&event) {
            on_action.emit(action);
        }
    });
    let hover = use_callback(on_action.clone(), |event: PointerEvent, on_action| {
        on_action.emit(Action::Hover(place_of(&event)));
    });
    let leave = use_callback(on_action.clone(), |_: PointerEvent, on_action| {
        on_action.emit(Action::Hover(None));
    });
    let onfocusin = use_callback(on_action.clone(), |event: FocusEvent, on_action| {
        on_action.emit(Action::Hover(place_of(&event)));
    });
    html! {
        <section
            class="places"
            data-part="places"
            aria-labelledby="places-title"
            ref={panel}
            {onclick}
            onpointerover={hover}
            onpointerleave={leave}
            {onfocusin}
        >
            <div class="places-bar">
                <h2 id="places-title" tabindex="-1" ref={heading}>{ places::HEADING }</h2>
                <button class="button" type="button" data-tool="narrow" onclick={on(on_action, &Action::NarrowToView)}>
                    { area::NARROW_TO_VIEW }
                </button>
                <button class="button cross" type="button" aria-label={chrome::CLOSE} onclick={on(on_action, &Action::ListPlaces(false))}>
                    { chrome::CROSS }
                </button>
            </div>
            if let Some(empty) = &props.list.empty {
                <p class="note">{ empty }</p>
            }
            { for props.list.groups.iter().map(view_group) }
        </section>
    }
}

fn view_group(group: &PlaceGroup) -> Html {
    html! {
        <>
            <h3>{ &group.heading }</h3>
            <ul>{ for group.rows.iter().map(view_row) }</ul>
            if let Some(more) = &group.more {
                <p class="note">{ more }</p>
            }
        </>
    }
}

fn view_row(row: &PlaceRow) -> Html {
    let sign = if row.is_selected { places::TAKE_AWAY_SIGN } else { places::ADD_SIGN };
    html! {
        <li key={row.id.clone()} class={classes!(row.is_selected.then_some("on"))} data-listed={row.id.clone()}>
            <button class="choose-place" type="button" data-does="choose" aria-label={row.spoken.clone()} aria-pressed={row.is_selected.to_string()}>
                <span class="name" dir="auto">{ &row.label }</span>
                { " " }<span class="n">{ row.n_articles }</span>
            </button>
            <button class="sign" type="button" data-does="toggle" aria-label={row.toggle_label.clone()}>
                { sign }
            </button>
            if let Some(show) = &row.show_label {
                <button class="sign show" type="button" data-does="show" aria-label={show.clone()}>
                    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
                        <circle cx="8" cy="8" r="4.2" fill="none" stroke="currentColor" stroke-width="1.4" />
                        <path d="M8 1v4M8 11v4M1 8h4M11 8h4" stroke="currentColor" stroke-width="1.4" />
                    </svg>
                </button>
            }
        </li>
    }
}
