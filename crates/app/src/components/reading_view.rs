//! The open article: origin, text, and the sentence that was meant.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it.

use super::on;
use super::panel::use_panel;
use super::reading_text::ReadingText;
use crate::part::{drawn_by, part};
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::ReadingScreen;
use dateline_view::wording::{chrome, reading as words};
use yew::prelude::*;

/// The article.
#[derive(PartialEq)]
pub struct ReadingView {
    /// Its origin and text.
    pub reading: Shared<ReadingScreen>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(ReadingView, use_reading_view);

/// The article.
#[hook]
fn use_reading_view(props: &ReadingView) -> Html {
    let reading = &props.reading;
    let on_close = props.on_action.reform(|()| Action::CloseArticle);
    // The search box clears itself.
    let heading = use_panel("input, dialog", on_close);
    html! {
        <section class="reading" data-part="reading" aria-labelledby="reading-title">
            <div class="reading-bar">
                <button class="button" type="button" onclick={on(&props.on_action, &Action::CloseArticle)}>
                    <span aria-hidden="true">{ chrome::CROSS }</span>{ " " }{ chrome::CLOSE }
                </button>
            </div>
            <h2
                id="reading-title"
                dir="auto"
                class={classes!(reading.is_untitled.then_some("untitled"))}
                tabindex="-1"
                ref={heading}
            >
                { &reading.title }
            </h2>
            <dl class="facts">
                { for reading.facts.iter().map(|(label, value)| html! {
                    <div key={label.clone()}><dt>{ label }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
            if let Some(url) = &reading.url {
                <p class="source">
                    <a href={url.clone()} target="_blank" rel="noopener noreferrer">
                        { chrome::SOURCE_LINK }{ " " }<span aria-hidden="true">{ chrome::LEAVES_PAGE }</span>
                    </a>
                </p>
            }
            <div class="mark-switches" role="group" aria-label={words::MARKS_LABEL}>
                { for reading.marks.iter().map(|switch| html! {
                    <button
                        class={classes!("mark-switch", switch.kind.hook())}
                        type="button"
                        data-marks={switch.kind.hook()}
                        aria-pressed={switch.is_on.to_string()}
                        onclick={on(&props.on_action, &Action::ToggleMarks(switch.kind))}
                    >
                        { &switch.label }
                    </button>
                }) }
            </div>
            { part(ReadingText { reading: reading.clone(), on_action: props.on_action.clone() }) }
        </section>
    }
}
