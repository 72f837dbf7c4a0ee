//! The selection as a sentence: how much, and what narrows it.

use super::on;
use dateline_view::Action;
use dateline_view::corrections::FixAction;
use dateline_view::screen::{Chip, Says};
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The line.
pub(super) fn says_line(says: &Says, n_fixes: Option<&str>, on_action: &Callback<Action>) -> Html {
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
            { for says.notes.iter().map(|note| html! { <p class="search-note" key={note.clone()}>{ note }</p> }) }
            { for says.chips.iter().map(|chip| view_chip(chip, on_action)) }
            if let Some(n_fixes) = n_fixes {
                <button class="quiet fixes-open" type="button" onclick={on(on_action, &Action::Fix(FixAction::ShowList(true)))}>
                    { n_fixes }
                </button>
            }
            if says.is_narrowed {
                <button class="quiet clear" type="button" onclick={on(on_action, &Action::ClearAll)}>
                    { chrome::CLEAR_ALL }
                </button>
            }
        </div>
    }
}

fn view_chip(chip: &Chip, on_action: &Callback<Action>) -> Html {
    html! {
        <span class="said" key={chip.remove_label.clone()}>
        { &chip.lead }{ " " }
        <button
            type="button"
            class={classes!("chip", chip.is_place.then_some("place"))}
            aria-label={chip.remove_label.clone()}
            onclick={on(on_action, &chip.remove)}
        >
            <span dir="auto">{ &chip.label }</span>
            <span class="cross" aria-hidden="true">{ chrome::CROSS }</span>
        </button>
        </span>
    }
}
