//! The scale bar.

use dateline_view::screen::ScaleBar;
use yew::prelude::*;

/// The bar.
#[derive(Properties, PartialEq)]
pub struct ScaleLineProps {
    /// Words and length.
    pub scale: ScaleBar,
}

/// The bar; its length is an attribute of SVG, which the policy of the page allows.
#[component]
pub fn ScaleLine(props: &ScaleLineProps) -> Html {
    let width = props.scale.width.round();
    html! {
        <div class="scale" aria-hidden="true">
            <span>{ &props.scale.label }</span>
            <svg width={(width + 2.0).to_string()} height="6">
                <path d={format!("M1 0.5v4.5h{width}v-4.5")} fill="none" stroke="currentColor" />
            </svg>
        </div>
    }
}
