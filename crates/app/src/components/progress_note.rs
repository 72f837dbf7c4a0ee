//! How far the reading of added articles is, and the way to stop it.

use dateline_view::screen::ProgressScreen;
use dateline_view::wording::intake;
use yew::prelude::*;

/// The reading.
pub(super) fn progress_note(progress: &ProgressScreen, on_stop: &Callback<()>) -> Html {
    let ProgressScreen { text, value, max } = progress;
    // Not announced: it changes many times a second.
    html! {
        <div key="progress" class="notice working" data-part="progress" aria-live="off">
            <span>{ text }</span>
            <progress aria-label={intake::PROGRESS_LABEL} value={value.to_string()} max={max.to_string()} />
            <button class="button" type="button" data-cancel="" onclick={on_stop.reform(|_| ())}>
                { intake::CANCEL }
            </button>
        </div>
    }
}
