//! The button of one place or cluster on the map.

use crate::browser::is_by_pointer;
use dateline_view::Action;
use dateline_view::screen::{ClusterMarker, Marker, MarkerShape, Side};
use yew::prelude::*;

/// A place may stand by itself and head a cluster at once.
pub(super) fn key_of(cluster: &ClusterMarker) -> String {
    format!("{}+", cluster.key)
}

/// A cluster; a click opens it.
pub(super) fn view_cluster(cluster: &ClusterMarker, on_open: &Callback<(Action, bool)>) -> Html {
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

/// A place; what its button does is known to the layer.
pub(super) fn view_marker(marker: &Marker) -> Html {
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
            if marker.label_side.is_some() || marker.is_hovered {
                <span class="name">{ &marker.label }</span>
            }
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
