//! One excerpt: a sentence with its marks, and the way into its article.

use super::marked_text::marked_text;
use super::on;
use dateline_view::Action;
use dateline_view::screen::ExcerptCard as Card;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The excerpt.
pub(super) fn excerpt_card(card: &Card, on_action: &Callback<Action>) -> Html {
    html! {
        <blockquote
            dir="auto"
            class={classes!(card.is_lit.then_some("lit"))}
            key={card.span.start}
            data-excerpt=""
            data-article={card.article.clone()}
            data-span={format!("{}-{}", card.span.start, card.span.end)}
            onpointerover={on(on_action, &card.point)}
            onfocusin={on(on_action, &card.point)}
            onfocusout={on(on_action, &Action::HoverExcerpt([].into()))}
        >
            <span class="text">{ marked_text(&card.segments) }</span>
            { "\u{a0}" }
            <button
                class="open"
                type="button"
                title={chrome::OPEN_TITLE}
                aria-label={card.open_label.clone()}
                onclick={on(on_action, &card.open)}
            >
                { chrome::OPEN }
            </button>
        </blockquote>
    }
}
