//! The bar at the top: name of the product, title of the corpus, search, the way to add articles, and the link to this view.

use super::on;
use super::search_box::SearchBox;
use crate::part::part;
use dateline_view::Action;
use dateline_view::intake::IntakeAction;
use dateline_view::wording::{about, chrome, intake};
use yew::prelude::*;

/// The bar.
pub(super) fn top_bar(
    title: &str,
    words: &str,
    on_action: &Callback<Action>,
    on_copy_link: &Callback<()>,
) -> Html {
    let onclick = on_copy_link.reform(|_: MouseEvent| ());
    let on_about = on(on_action, &Action::ShowAbout(true));
    let on_add = on(on_action, &Action::Intake(IntakeAction::Ask("".into())));
    html! {
        <header class="bar">
            <span class="mark">{ chrome::PRODUCT }</span>
            <h1 title={title.to_owned()}>{ title }</h1>
            { part(SearchBox { words: words.to_owned(), on_action: on_action.clone() }) }
            <button class="button about-open" type="button" aria-label={about::HEADING} onclick={on_about}>
                <span class="long">{ about::OPEN }</span>
                <span class="short">{ about::OPEN_SIGN }</span>
            </button>
            <button class="button add-button" type="button" aria-label={intake::ADD} onclick={on_add}>
                <span class="long">{ intake::ADD }</span>
                <span class="short">{ intake::ADD_SIGN }</span>
            </button>
            <button class="button primary" type="button" title={chrome::COPY_LINK_TITLE} {onclick}>
                { chrome::COPY_LINK }
            </button>
        </header>
    }
}
