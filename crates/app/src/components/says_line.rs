//! The selection as a sentence: how much, and what narrows it.

use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::{Chip, Says};
use dateline_view::wording::chrome;
use yew::prelude::*;

/// What the line says.
#[derive(Properties, PartialEq)]
pub struct SaysLineProps {
    /// The sentence and its chips.
    pub says: Shared<Says>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The line.
#[component]
pub fn SaysLine(props: &SaysLineProps) -> Html {
    let says = &props.says;
    html! {
        <div
            class="says"
            role="region"
            aria-label={chrome::SAYS_LABEL}
            data-part="counts"
            data-articles={says.n_articles.to_string()}
            data-excerpts={says.n_excerpts.to_string()}
            data-places={says.n_places.to_string()}
        >
            <p aria-live="polite">
                <b>{ &says.excerpts }</b>{ " " }{ &says.between }{ " " }<b>{ &says.articles }</b>
                { " " }{ &says.tail }
            </p>
            { for says.chips.iter().map(|chip| view_chip(chip, &props.on_action)) }
            if says.is_narrowed {
                <button class="quiet clear" type="button" onclick={props.on_action.reform(|_| Action::ClearAll)}>
                    { chrome::CLEAR_ALL }
                </button>
            }
        </div>
    }
}

fn view_chip(chip: &Chip, on_action: &Callback<Action>) -> Html {
    let remove = chip.remove.clone();
    html! {
        <span class="said" key={chip.remove_label.clone()}>
        { &chip.lead }{ " " }
        <button
            type="button"
            class={classes!("chip", chip.is_place.then_some("place"))}
            aria-label={chip.remove_label.clone()}
            onclick={on_action.reform(move |_| remove.clone())}
        >
            <span dir="auto">{ &chip.label }</span>
            <span class="cross" aria-hidden="true">{ chrome::CROSS }</span>
        </button>
        </span>
    }
}
