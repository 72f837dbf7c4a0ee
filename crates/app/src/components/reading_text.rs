//! The text of the open article with its marks; the lit sentence is brought into view.

use super::marked_text::{asked_text, on_hover, question_of};
use super::on;
use crate::browser::{Element, Key, key_of, scroll_to_middle};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::{PlaceNote, ReadingScreen, ReadingSentence};
use yew::prelude::*;

/// The text.
#[derive(PartialEq)]
pub struct ReadingText {
    /// The article.
    pub reading: Shared<ReadingScreen>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(ReadingText, use_reading_text);

/// The text.
#[hook]
fn use_reading_text(props: &ReadingText) -> Html {
    let lit = use_node_ref();
    let lit_start = props
        .reading
        .paragraphs
        .iter()
        .flatten()
        .find_map(|sentence| sentence.is_lit.then_some(sentence.span.start));
    {
        let lit = lit.clone();
        use_drawn(lit_start, move |_| {
            if let Some(sentence) = lit.cast::<Element>() {
                scroll_to_middle(&sentence);
            }
        });
    }
    let article = props.reading.article.clone();
    let ask = use_callback((props.on_action.clone(), article), |event: Event, (on_action, id)| {
        if let Some(question) = question_of(&event, id) {
            event.prevent_default();
            on_action.emit(question);
        }
    });
    let onclick = ask.reform(|event: MouseEvent| event.into());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(key_of(&event), Key::Enter | Key::Char(' ')) {
            ask.emit(event.into());
        }
    });
    let hover = on_hover(&props.on_action);
    let view_sentence = |sentence: &ReadingSentence| {
        let is_first_lit = lit_start == Some(sentence.span.start);
        html! {
            <>
                <span
                    class={classes!("sentence", sentence.is_lit.then_some("lit"))}
                    data-span={format!("{}-{}", sentence.span.start, sentence.span.end)}
                    ref={if is_first_lit { lit.clone() } else { NodeRef::default() }}
                >
                    { asked_text(&sentence.segments) }
                </span>
                { " " }
            </>
        }
    };
    let view_note = |note: &PlaceNote| {
        let (point, leave) = (Action::Hover(Some(note.id.clone())), Action::Hover(None));
        html! {
            <li>
                <button
                    class="quiet"
                    type="button"
                    title={note.title.clone()}
                    onclick={on(&props.on_action, &Action::ShowPlace(note.id.clone()))}
                    onfocus={on(&props.on_action, &point)}
                    onblur={on(&props.on_action, &leave)}
                >
                    { &note.label }
                </button>
            </li>
        }
    };
    html! {
        <div class="reading-text" {onclick} {onkeydown} onpointerover={hover.clone()} onpointerleave={hover}>
            { for props.reading.paragraphs.iter().zip(&props.reading.notes).map(|(paragraph, notes)| html! {
                <>
                    <p dir="auto">{ for paragraph.iter().map(view_sentence) }</p>
                    if !notes.is_empty() {
                        <ul class="margin">{ for notes.iter().map(view_note) }</ul>
                    }
                </>
            }) }
        </div>
    }
}
