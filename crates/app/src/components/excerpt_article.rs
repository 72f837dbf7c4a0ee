//! The excerpts of one article under its title and origin.

use super::excerpt_card::excerpt_card;
use super::on;
use dateline_view::Action;
use dateline_view::screen::ExcerptGroup;
use std::rc::Rc;
use yew::prelude::*;

/// The article.
#[derive(Properties, PartialEq)]
pub struct ExcerptArticleProps {
    /// Title, origin and excerpts. Compared by value: after most actions most articles are the same.
    pub group: Rc<ExcerptGroup>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The article.
#[component]
pub fn ExcerptArticle(props: &ExcerptArticleProps) -> Html {
    let group = &props.group;
    html! {
        <article>
            <h3 dir="auto" class={classes!(group.is_untitled.then_some("untitled"))}>
                <button type="button" onclick={on(&props.on_action, &group.open)}>
                    { &group.title }
                </button>
            </h3>
            <p class="src">{ &group.source }</p>
            { for group.excerpts.iter().map(|card| excerpt_card(card, &props.on_action)) }
        </article>
    }
}
