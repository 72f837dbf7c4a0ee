//! Fit to the selection, and select an area.

use super::on;
use dateline_view::Action;
use dateline_view::wording::{area, chrome};
use yew::prelude::*;

/// The buttons.
pub(super) fn map_tools(is_drawing: bool, on_action: &Callback<Action>) -> Html {
    html! {
        <div class="zoom" role="group" aria-label={chrome::MAP_TOOLS_LABEL}>
            <button
                type="button"
                data-tool="fit"
                aria-label={area::FIT}
                title={area::FIT}
                onclick={on(on_action, &Action::FitSelection)}
            >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <rect x="1.7" y="2.7" width="12.6" height="10.6" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.4" />
                    <path d="M5 9.6h.01M8 6h.01M11.2 8.8h.01" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
                </svg>
            </button>
            <button
                type="button"
                data-tool="area"
                aria-label={area::DRAW}
                title={area::DRAW_TITLE}
                aria-pressed={is_drawing.to_string()}
                onclick={on(on_action, &Action::Draw(!is_drawing))}
            >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2.4 1.6" />
                </svg>
            </button>
        </div>
    }
}
