//! The scale bar.

use dateline_view::screen::ScaleBar;
use yew::prelude::*;

/// The bar; its length is an attribute of SVG, which the policy of the page allows.
pub(super) fn scale_line(scale: &ScaleBar) -> Html {
    let width = scale.width.round() as u32;
    html! {
        <div class="scale" aria-hidden="true">
            <span>{ &scale.label }</span>
            <svg width={(width + 2).to_string()} height="6">
                <path d={format!("M1 0.5v4.5h{width}v-4.5")} fill="none" stroke="currentColor" />
            </svg>
        </div>
    }
}
