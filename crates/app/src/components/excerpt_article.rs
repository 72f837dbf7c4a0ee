//! The excerpts of one article under its title and origin.

use super::excerpt_card::excerpt_card;
use super::on;
use crate::part::drawn_by;
use dateline_view::Action;
use dateline_view::screen::ExcerptGroup;
use std::rc::Rc;
use yew::prelude::*;

/// The article.
#[derive(PartialEq)]
pub struct ExcerptArticle {
    /// Title, origin and excerpts. Compared by value: after most actions most articles are the same.
    pub group: Rc<ExcerptGroup>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(ExcerptArticle, use_excerpt_article);

/// The article.
#[hook]
fn use_excerpt_article(props: &ExcerptArticle) -> Html {
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
