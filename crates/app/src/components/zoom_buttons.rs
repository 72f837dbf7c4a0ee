//! Closer, farther, home.

use super::on;
use dateline_view::Action;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The buttons.
pub(super) fn zoom_buttons(is_home: bool, on_action: &Callback<Action>) -> Html {
    html! {
        <div class="zoom" role="group" aria-label={chrome::ZOOM_LABEL}>
            <button type="button" aria-label={chrome::ZOOM_IN} onclick={on(on_action, &Action::ZoomBy(1.0))}>
                { chrome::ZOOM_IN_SIGN }
            </button>
            <button type="button" aria-label={chrome::ZOOM_OUT} onclick={on(on_action, &Action::ZoomBy(-1.0))}>
                { chrome::ZOOM_OUT_SIGN }
            </button>
            <button
                type="button"
                aria-label={chrome::GO_HOME}
                title={chrome::GO_HOME}
                aria-disabled={is_home.to_string()}
                onclick={on(on_action, &Action::GoHome)}
            >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d="M6 2H2v4M10 2h4v4M6 14H2v-4M10 14h4v-4" fill="none" stroke="currentColor" stroke-width="1.4" />
                    <circle cx="8" cy="8" r="1.8" fill="currentColor" />
                </svg>
            </button>
        </div>
    }
}
