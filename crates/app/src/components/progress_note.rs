//! How far the reading of added articles is, and the way to stop it.

use dateline_view::screen::ProgressScreen;
use dateline_view::wording::intake;
use yew::prelude::*;

/// The reading.
#[derive(Properties, PartialEq)]
pub struct ProgressNoteProps {
    /// How far it is.
    pub progress: ProgressScreen,
    /// The reader stops it.
    pub on_stop: Callback<()>,
}

/// The reading.
#[component]
pub fn ProgressNote(props: &ProgressNoteProps) -> Html {
    let ProgressScreen { text, value, max } = &props.progress;
    // Not announced: it changes many times a second.
    html! {
        <div class="notice working" data-part="progress" aria-live="off">
            <span>{ text }</span>
            <progress aria-label={intake::PROGRESS_LABEL} value={value.to_string()} max={max.to_string()} />
            <button class="button" type="button" data-cancel="" onclick={props.on_stop.reform(|_| ())}>
                { intake::CANCEL }
            </button>
        </div>
    }
}
