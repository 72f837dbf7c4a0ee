//! Excerpts that belong together, under a heading: those of one article under its title and origin.

use super::excerpt_card::excerpt_card;
use super::marked_text::marked_text;
use super::on;
use crate::part::drawn_by;
use dateline_view::Action;
use dateline_view::screen::ExcerptGroup;
use dateline_view::state::OpenArticle;
use std::rc::Rc;
use yew::prelude::*;

/// The group.
#[derive(PartialEq)]
pub struct ExcerptArticle {
    /// Title, origin and excerpts. Compared by value: after most actions most articles are the same.
    pub group: Rc<ExcerptGroup>,
    /// The reader wants to take an excerpt along.
    pub on_quote: Callback<OpenArticle>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(ExcerptArticle, use_excerpt_article);

/// The group.
#[hook]
fn use_excerpt_article(props: &ExcerptArticle) -> Html {
    let group = &props.group;
    let title = match group.title_segments.as_slice() {
        [] => html! { &group.title },
        pieces => marked_text(pieces),
    };
    let card = |card| excerpt_card(card, &props.on_quote, &props.on_action);
    let cards: Html = group.excerpts.iter().map(card).collect();
    html! {
        <article data-group={group.kind}>
            <h3 dir="auto" class={classes!(group.is_untitled.then_some("untitled"))}>
                if let Some(open) = &group.open {
                    <button type="button" onclick={on(&props.on_action, open)}>{ title }</button>
                } else {
                    { title }
                }
            </h3>
            <p class="src">{ &group.source }</p>
            { cards }
        </article>
    }
}
