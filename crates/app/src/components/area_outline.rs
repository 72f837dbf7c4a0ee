//! The area that narrows: a dashed line, and a veil over what lies outside.

use dateline_view::movement::Rect;
use yew::prelude::*;

/// Where it lies.
#[derive(Properties, PartialEq)]
pub struct AreaOutlineProps {
    /// In CSS pixels of the map.
    pub area: Rect,
}

/// The outline; its corners are attributes of SVG, which the policy of the page allows.
#[component]
pub fn AreaOutline(props: &AreaOutlineProps) -> Html {
    let Rect { left, top, width, height } = props.area;
    let inside = format!("M{left:.1} {top:.1}h{width:.1}v{height:.1}h{:.1}z", -width);
    html! {
        <svg class="outline" aria-hidden="true">
            <path class="veil" d={format!("M-1-1H9999V9999H-1z{inside}")} />
            <path class="line" d={inside} />
        </svg>
    }
}
