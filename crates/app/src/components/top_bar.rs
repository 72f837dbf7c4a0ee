//! The bar at the top: name of the product, title of the corpus, search, the way to add articles, and the link to this view.

use super::search_box::SearchBox;
use dateline_view::Action;
use dateline_view::intake::IntakeAction;
use dateline_view::wording::{about, chrome, intake};
use yew::prelude::*;

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub struct TopBarProps {
    /// Title of the corpus.
    pub title: String,
    /// Words in the search box.
    pub words: String,
    /// What the reader does.
    pub on_action: Callback<Action>,
    /// The reader wants the link.
    pub on_copy_link: Callback<()>,
}

/// The bar.
#[component]
pub fn TopBar(props: &TopBarProps) -> Html {
    let onclick = props.on_copy_link.reform(|_: MouseEvent| ());
    let on_about = props.on_action.reform(|_: MouseEvent| Action::ShowAbout(true));
    let on_add = props.on_action.reform(|_| Action::Intake(IntakeAction::Ask("".into())));
    html! {
        <header class="bar">
            <span class="mark">{ chrome::PRODUCT }</span>
            <h1 title={props.title.clone()}>{ &props.title }</h1>
            <SearchBox words={props.words.clone()} on_action={&props.on_action} />
            <button class="button about-open" type="button" aria-label={about::HEADING} title={about::HEADING} onclick={on_about}>
                <span class="long">{ about::OPEN }</span>
                <span class="short">{ about::OPEN_SIGN }</span>
            </button>
            <button class="button add-button" type="button" aria-label={intake::ADD} title={intake::ADD} onclick={on_add}>
                <span class="long">{ intake::ADD }</span>
                <span class="short">{ intake::ADD_SIGN }</span>
            </button>
            <button class="button primary" type="button" title={chrome::COPY_LINK_TITLE} {onclick}>
                { chrome::COPY_LINK }
            </button>
        </header>
    }
}
