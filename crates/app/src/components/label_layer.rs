//! Names of the base map: countries, waters, towns. They are there for the eye; what a reader can do with places is done with markers.

use crate::browser::{Element, Layer, Standing};
use dateline_view::camera::{Camera, Viewport};
use dateline_view::screen::{LabelKind, MapLabel};
use yew::prelude::*;

/// The names.
#[derive(Properties, PartialEq)]
pub struct LabelLayerProps {
    /// Where the map looks.
    pub camera: Camera,
    /// Its size.
    pub viewport: Viewport,
    /// With their positions.
    pub labels: Vec<MapLabel>,
    /// Dots of places that the selection leaves out.
    pub ghosts: Vec<(f64, f64)>,
}

/// The layer.
#[component]
pub fn LabelLayer(props: &LabelLayerProps) -> Html {
    let layer = use_node_ref();
    let rest = use_mut_ref(Layer::default);
    {
        let layer = layer.clone();
        let (camera, viewport) = (props.camera, props.viewport);
        let ghosts = props.ghosts.iter().copied();
        let labels = props.labels.iter().map(|label| (label.x, label.y));
        let things: Vec<Standing> = ghosts
            .chain(labels)
            .map(|at| Standing { key: String::new(), at, radius: 0.0 })
            .collect();
        use_effect(move || {
            if let Some(layer) = layer.cast::<Element>() {
                rest.borrow_mut().place(&layer, camera, viewport, things.into_iter());
            }
        });
    }
    html! {
        <div class="labels" aria-hidden="true" ref={layer}>
            { for props.ghosts.iter().map(|_| html! { <i class="ghost" /> }) }
            { for props.labels.iter().map(|label| html! {
                <span class={class_of(label.kind)}>{ &label.text }</span>
            }) }
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
