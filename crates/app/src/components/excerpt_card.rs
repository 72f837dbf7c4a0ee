//! One excerpt: a sentence with its marks, and the way into its article.

use super::marked_text::marked_text;
use dateline_view::Action;
use dateline_view::screen::ExcerptCard as Card;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The excerpt.
#[derive(Properties, PartialEq)]
pub struct ExcerptCardProps {
    /// Its sentence.
    pub card: Card,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The excerpt.
#[component]
pub fn ExcerptCard(props: &ExcerptCardProps) -> Html {
    let card = &props.card;
    let open = card.open.clone();
    let (point, focused) = (card.point.clone(), card.point.clone());
    html! {
        <blockquote
            dir="auto"
            class={classes!(card.is_lit.then_some("lit"))}
            data-excerpt=""
            data-article={card.article.clone()}
            data-span={format!("{}-{}", card.span.start, card.span.end)}
            onpointerover={props.on_action.reform(move |_| point.clone())}
            onfocusin={props.on_action.reform(move |_| focused.clone())}
            onfocusout={props.on_action.reform(|_| Action::HoverExcerpt([].into()))}
        >
            <span class="text">{ marked_text(&card.segments) }</span>
            { "\u{a0}" }
            <button
                class="open"
                type="button"
                title={chrome::OPEN_TITLE}
                aria-label={card.open_label.clone()}
                onclick={props.on_action.reform(move |_| open.clone())}
            >
                { chrome::OPEN }
            </button>
        </blockquote>
    }
}
