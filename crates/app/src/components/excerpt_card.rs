//! One excerpt or statement: a text with its marks, where it comes from, and what can be done with it.
//!
//! It is one stop of the keyboard; its tools have keys of their own.

use super::marked_text::marked_text;
use super::on;
use dateline_view::Action;
use dateline_view::screen::ExcerptCard as Card;
use dateline_view::state::OpenArticle;
use dateline_view::wording::{chrome, listing};
use yew::prelude::*;

/// The excerpt.
pub(super) fn excerpt_card(
    card: &Card,
    on_quote: &Callback<OpenArticle>,
    on_action: &Callback<Action>,
) -> Html {
    let span = format!("{}-{}", card.span.start, card.span.end);
    let is_statement = card.manner.is_some();
    let around = |text: &str| html! { <span class="around">{ text }</span> };
    let quote = {
        let (on_quote, passage) = (on_quote.clone(), card.passage.clone());
        Callback::from(move |_: MouseEvent| on_quote.emit(passage.clone()))
    };
    html! {
        <div class="cut" key={format!("{}{span}", card.article)}>
        if let Some(heading) = card.heading {
            <h4>{ heading }</h4>
        }
        <blockquote
            dir="auto"
            class={classes!(card.is_lit.then_some("lit"))}
            data-excerpt={(!is_statement).then_some("")}
            data-statement={card.manner}
            data-article={card.article.clone()}
            data-span={span}
            onpointerover={on(on_action, &card.point)}
            onfocusin={on(on_action, &card.point)}
            onfocusout={on(on_action, &Action::HoverExcerpt([].into()))}
        >
            if let Some(lead) = &card.lead {
                <p class="lead" dir="auto">{ lead }</p>
            }
            if let Some(context) = &card.context {
                { around(&context.before) }
            }
            <span class="text">{ marked_text(&card.segments) }</span>
            if let Some(context) = &card.context {
                { around(&context.after) }
            }
            { "\u{a0}" }
            <span class="does">
                <button
                    class="open"
                    type="button"
                    title={chrome::OPEN_TITLE}
                    aria-label={card.open_label.clone()}
                    onclick={on(on_action, &card.open)}
                >
                    { chrome::OPEN }
                </button>
                <span class="tools">
                    <button type="button" tabindex="-1" aria-keyshortcuts="x" data-does="context" title={listing::CONTEXT_TITLE} aria-pressed={card.is_wide.to_string()} onclick={on(on_action, &Action::Widen(card.passage.clone()))}>
                        { listing::CONTEXT }
                    </button>
                    <button type="button" tabindex="-1" aria-keyshortcuts="c" data-does="copy" title={listing::COPY_TITLE} onclick={quote}>
                        { listing::COPY }
                    </button>
                </span>
            </span>
            if let Some(source) = &card.source {
                <p class="from">{ source }</p>
            }
        </blockquote>
        </div>
    }
}
