//! The head of the column: what it shows, how much, and in which order.

use super::on;
use crate::browser::{Event, chosen_option};
use dateline_view::Action;
use dateline_view::screen::{Choice, ExcerptList, OrderChoice};
use dateline_view::wording::listing;
use yew::prelude::*;

/// The head.
pub(super) fn listing_bar(list: &ExcerptList, on_action: &Callback<Action>) -> Html {
    let face = |face: &Choice| {
        html! {
            <button key={face.label.clone()} type="button" aria-pressed={face.is_on.to_string()} onclick={on(on_action, &face.choose)}>
                { &face.label }
            </button>
        }
    };
    html! {
        <>
            <div class="faces" role="group" aria-label={listing::FACES_LABEL}>
                { for list.bar.faces.iter().map(face) }
            </div>
            <div class="list-bar">
                <h2 class="list-head" tabindex="-1">{ &list.heading }</h2>
                if let Some(order) = &list.bar.order {
                    { order_select(order, on_action) }
                }
            </div>
            if let Some(look_at) = &list.bar.look_at {
                <button class="look-at" type="button" data-does="look-at" dir="auto" onclick={on(on_action, &look_at.choose)}>
                    { &look_at.label }
                </button>
            }
            if let Some(note) = &list.note {
                <p class="note">{ note }</p>
            }
        </>
    }
}

fn order_select(order: &OrderChoice, on_action: &Callback<Action>) -> Html {
    let choices: Vec<Action> = order.options.iter().map(|o| o.choose.clone()).collect();
    let on_action = on_action.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(choose) = chosen_option(&event).and_then(|at| choices.get(at)) {
            on_action.emit(choose.clone());
        }
    });
    // The reader's own choice outdoes the attribute `selected`, but an option that is drawn anew with it is chosen: "back" shows what is.
    let key = |option: &Choice| format!("{}{}", option.label, option.is_on);
    html! {
        <select aria-label={order.label} data-does="order" {onchange}>
            { for order.options.iter().map(|option| html! {
                <option key={key(option)} value={option.label.clone()} selected={option.is_on}>{ &option.label }</option>
            }) }
        </select>
    }
}
