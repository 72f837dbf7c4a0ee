//! The places on the map: buttons with a disc, a ring or a name.
//!
//! Clusters come first, then places in reading order, most articles first, so that smaller ones lie above bigger ones.
//! They are one stop of the keyboard: arrows go from one to the next, Escape back to the map.

use super::kept_focus::use_kept_focus;
use super::map_hints::MARKER_KEYS_ID;
use super::marker_button::{key_of, view_cluster, view_marker};
use super::marker_keys::{focus_map, on_key};
use crate::browser::{
    Element, Event, Standing, attribute_of_closest, before_painting, follow_focus, is_by_pointer,
    settle,
};
use crate::map::{Scenery, use_layer};
use crate::part::drawn_by;
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::screen::{ClusterMarker, Marker};
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The markers.
#[derive(PartialEq)]
pub struct MarkerLayer {
    /// Where the map looks.
    pub scenery: Scenery,
    /// In reading order.
    pub markers: Vec<Marker>,
    /// Markers that stand for several places.
    pub clusters: Vec<ClusterMarker>,
    /// A cluster was chosen: what opens it, and whether by a pointer.
    pub on_open: Callback<(Action, bool)>,
    /// A place was chosen; whether it is to be added to those that are selected, and whether by a pointer.
    pub on_choose: Callback<(PlaceId, bool, bool)>,
    /// The pointer or the keyboard is on a place, or on none any more.
    pub on_hover: Callback<Option<PlaceId>>,
}

pub(super) fn place_of(event: &Event) -> Option<PlaceId> {
    PlaceId::new(&attribute_of_closest(event, "button[data-place]", "data-place")?)
}

drawn_by!(MarkerLayer, use_marker_layer);

/// The layer.
#[hook]
fn use_marker_layer(props: &MarkerLayer) -> Html {
    let layer = use_node_ref();
    use_kept_focus(layer.clone(), |layer| {
        focus_map(layer);
    });
    let clusters = props.clusters.iter().map(|c| (key_of(c), (c.x, c.y), c.radius));
    let markers = props.markers.iter().map(|m| (m.id.clone(), (m.x, m.y), m.radius));
    let things = clusters.chain(markers).map(|(key, at, radius)| Standing { key, at, radius });
    use_layer(layer.clone(), &props.scenery, things.collect());
    {
        let layer = layer.clone();
        before_painting(Box::new(move || {
            if let Some(layer) = layer.cast::<Element>() {
                settle(&layer);
            }
        }));
    }
    let onclick = use_callback(props.on_choose.clone(), |event: MouseEvent, on_choose| {
        if let Some(id) = place_of(&event) {
            on_choose.emit((id, event.shift_key(), is_by_pointer(&event)));
        }
    });
    let on_hover = &props.on_hover;
    let onpointerover =
        use_callback(on_hover.clone(), |e: PointerEvent, hover| hover.emit(place_of(&e)));
    let onpointerleave = use_callback(on_hover.clone(), |_: PointerEvent, hover| hover.emit(None));
    let onfocusin =
        use_callback((layer.clone(), on_hover.clone()), |e: FocusEvent, (layer, hover)| {
            if let Some(layer) = layer.cast::<Element>() {
                follow_focus(&layer);
            }
            hover.emit(place_of(&e));
        });
    let onkeydown = use_callback(
        (layer.clone(), props.on_choose.clone()),
        |event: KeyboardEvent, (layer, on_choose)| {
            if layer.cast::<Element>().is_some_and(|layer| on_key(&event, &layer, on_choose)) {
                event.prevent_default();
                event.stop_propagation();
            }
        },
    );
    let onfocusout = use_callback(on_hover.clone(), |_: FocusEvent, hover| hover.emit(None));
    html! {
        <div
            class="markers"
            role="group"
            aria-label={chrome::MARKERS_LABEL}
            aria-describedby={MARKER_KEYS_ID}
            ref={layer}
            {onclick}
            {onpointerover}
            onpointerout={onpointerleave}
            {onfocusin}
            {onfocusout}
            {onkeydown}
        >
            { for props.clusters.iter().map(|cluster| view_cluster(cluster, &props.on_open)) }
            { for props.markers.iter().map(view_marker) }
        </div>
    }
}
