//! Closer, farther, home.

use dateline_view::Action;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// Whom the buttons tell.
#[derive(Properties, PartialEq)]
pub struct ZoomButtonsProps {
    /// Whether the map is at home already.
    pub is_home: bool,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The buttons.
#[component]
pub fn ZoomButtons(props: &ZoomButtonsProps) -> Html {
    let emit = |action: Action| props.on_action.reform(move |_: MouseEvent| action.clone());
    html! {
        <div class="zoom" role="group" aria-label={chrome::ZOOM_LABEL}>
            <button type="button" aria-label={chrome::ZOOM_IN} title={chrome::ZOOM_IN} onclick={emit(Action::ZoomBy(1.0))}>
                { chrome::ZOOM_IN_SIGN }
            </button>
            <button type="button" aria-label={chrome::ZOOM_OUT} title={chrome::ZOOM_OUT} onclick={emit(Action::ZoomBy(-1.0))}>
                { chrome::ZOOM_OUT_SIGN }
            </button>
            <button
                type="button"
                aria-label={chrome::GO_HOME}
                title={chrome::GO_HOME}
                aria-disabled={props.is_home.to_string()}
                onclick={emit(Action::GoHome)}
            >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d="M6 2H2v4M10 2h4v4M6 14H2v-4M10 14h4v-4" fill="none" stroke="currentColor" stroke-width="1.4" />
                    <circle cx="8" cy="8" r="1.8" fill="currentColor" />
                </svg>
            </button>
        </div>
    }
}
