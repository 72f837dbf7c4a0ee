//! The places on the map: buttons with a disc, a ring or a name.
//!
//! Clusters come first, then places in reading order, most articles first, so that smaller ones lie above bigger ones.
//! They are one stop of the keyboard: arrows go from one to the next, Escape back to the map.

use super::kept_focus::use_kept_focus;
use super::map_hints::MARKER_KEYS_ID;
use super::marker_keys::{focus_map, on_key};
use crate::browser::{
    Element, Event, Standing, attribute_of_closest, before_painting, follow_focus, is_by_pointer,
    settle,
};
use crate::map::{Scenery, use_layer};
use crate::part::drawn_by;
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::screen::{ClusterMarker, Marker, MarkerShape, Side};
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

/// A place may stand by itself and head a cluster at once.
fn key_of(cluster: &ClusterMarker) -> String {
    format!("{}+", cluster.key)
}

fn view_cluster(cluster: &ClusterMarker, on_open: &Callback<(Action, bool)>) -> Html {
    let class = classes!(
        "marker",
        "cluster",
        cluster.label_side.map(side_class),
        cluster.is_hovered.then_some("hovered"),
    );
    let open = cluster.open.clone();
    html! {
        <button
            key={key_of(cluster)}
            type="button"
            tabindex="-1"
            {class}
            data-cluster={cluster.key.clone()}
            data-places={cluster.n_places.to_string()}
            aria-label={cluster.spoken.clone()}
            onclick={on_open.reform(move |e: MouseEvent| (open.clone(), is_by_pointer(&e)))}
        >
            <i class="dot">{ &cluster.number }</i>
            // The style sheet writes it: a text here would be a second name beside the one that tells more.
            <span class="name" data-text={cluster.label.clone()} />
        </button>
    }
}

fn view_marker(marker: &Marker) -> Html {
    let class = classes!(
        "marker",
        shape_class(marker.shape),
        marker.label_side.map(side_class),
        marker.is_label_small.then_some("small"),
        marker.is_unsure.then_some("unsure"),
        marker.is_selected.then_some("selected"),
        marker.is_hovered.then_some("hovered"),
    );
    html! {
        <button
            key={marker.id.clone()}
            type="button"
            tabindex="-1"
            {class}
            data-place={marker.id.clone()}
            data-articles={marker.n_articles.to_string()}
            data-excerpts={marker.n_excerpts.to_string()}
            aria-label={marker.spoken.clone()}
            aria-pressed={marker.is_selected.to_string()}
        >
            <i class="dot" />
            <span class="name">{ &marker.label }</span>
        </button>
    }
}

fn shape_class(shape: MarkerShape) -> &'static str {
    match shape {
        MarkerShape::Disc => "disc",
        MarkerShape::Ring => "ring",
        MarkerShape::Area => "area",
    }
}

fn side_class(side: Side) -> &'static str {
    match side {
        Side::Right => "right",
        Side::Left => "left",
        Side::Above => "above",
        Side::Below => "below",
        Side::RightUp => "right up",
        Side::RightDown => "right down",
        Side::LeftUp => "left up",
        Side::LeftDown => "left down",
        Side::Centre => "centre",
    }
}
