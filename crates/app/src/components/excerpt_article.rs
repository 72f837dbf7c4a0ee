//! The excerpts of one article under its title and origin.

use super::excerpt_card::ExcerptCard;
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
    let open = group.open.clone();
    html! {
        <article>
            <h3 dir="auto" class={classes!(group.is_untitled.then_some("untitled"))}>
                <button type="button" onclick={props.on_action.reform(move |_| open.clone())}>
                    { &group.title }
                </button>
            </h3>
            <p class="src">{ &group.source }</p>
            { for group.excerpts.iter().map(|card| html! {
                <ExcerptCard key={card.span.start} card={card.clone()} on_action={&props.on_action} />
            }) }
        </article>
    }
}
