//! Names of the base map: countries, waters, towns. They are there for the eye; what a reader can do with places is done with markers.

use crate::browser::Standing;
use crate::map::{Scenery, use_layer};
use crate::part::drawn_by;
use dateline_view::decimal;
use dateline_view::screen::{LabelKind, MapLabel};
use yew::prelude::*;

/// The names.
#[derive(PartialEq)]
pub struct LabelLayer {
    /// Where the map looks.
    pub scenery: Scenery,
    /// With their positions.
    pub labels: Vec<MapLabel>,
    /// Dots of places that the selection leaves out.
    pub ghosts: Vec<(f64, f64)>,
}

drawn_by!(LabelLayer, use_label_layer);

/// The layer.
#[hook]
fn use_label_layer(props: &LabelLayer) -> Html {
    let layer = use_node_ref();
    let labels = props.labels.iter().map(|label| (label.key.to_string(), (label.x, label.y)));
    let things = labels.map(|(key, at)| Standing { key, at, radius: 0.0 }).collect();
    use_layer(layer.clone(), &props.scenery, things);
    // A line of no length with round ends is a dot.
    let dots: String = props
        .ghosts
        .iter()
        .map(|&(x, y)| format!("M{} {}h0", decimal::short(x, 0), decimal::short(y, 0)))
        .collect();
    html! {
        <div class="labels" aria-hidden="true" ref={layer}>
            { for props.labels.iter().map(|label| html! {
                <span key={label.key} class={class_of(label.kind)} lang={label.language.clone()}>{ &label.text }</span>
            }) }
            <svg class="ghosts"><path d={dots.clone()} /><path class="hole" d={dots} /></svg>
        </div>
    }
}

fn class_of(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Country => "label country",
        LabelKind::Water => "label water",
        LabelKind::Town => "label town",
    }
}
