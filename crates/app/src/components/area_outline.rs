//! The area that narrows: a dashed line, and a veil over what lies outside.

use dateline_view::movement::Rect;
use yew::prelude::*;

/// The outline; its corners are attributes of SVG, which the policy of the page allows.
pub(super) fn area_outline(area: Rect) -> Html {
    let Rect { left, top, width, height } = area;
    let inside = format!("M{left:.1} {top:.1}h{width:.1}v{height:.1}h{:.1}z", -width);
    html! {
        <svg class="outline" aria-hidden="true">
            <path class="veil" d={format!("M-1-1H9999V9999H-1z{inside}")} />
            <path class="line" d={inside} />
        </svg>
    }
}
