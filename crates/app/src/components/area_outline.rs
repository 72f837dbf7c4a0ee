//! The area that narrows: a dashed line, and a veil over what lies outside.

use crate::map::{Scenery, use_picture};
use crate::part::drawn_by;
use dateline_view::decimal;
use dateline_view::movement::Rect;
use yew::prelude::*;

/// Where it lies.
#[derive(PartialEq)]
pub struct AreaOutline {
    /// Where the map looks.
    pub scenery: Scenery,
    /// In CSS pixels of the map.
    pub area: Rect,
}

drawn_by!(AreaOutline, use_area_outline);

/// The outline; its corners are attributes of SVG, which the policy of the page allows.
#[hook]
fn use_area_outline(props: &AreaOutline) -> Html {
    let picture = use_node_ref();
    use_picture(picture.clone(), &props.scenery);
    let Rect { left, top, width, height } = props.area;
    let [left, top, width, height] =
        [left, top, width, height].map(|pixels| decimal::short(pixels, 1));
    let inside = format!("M{left} {top}h{width}v{height}h-{width}z");
    html! {
        <svg class="outline" aria-hidden="true" ref={picture}>
            <path class="veil" d={format!("M-9999-9999H9999V9999H-9999z{inside}")} />
            <path class="line" d={inside} />
        </svg>
    }
}
