//! On which side of its marker each label stands, the same wherever the view lies.
//!
//! Sides are chosen on a map that reaches beyond the view and has no edge, so that they do not change while the map is dragged.
//! Only where such a label would be cut at the edge, or lie under the buttons, it gives way.

use super::super::labels::Room;
use super::super::map_set::MapSet;
use super::super::{ClusterMarker, Side};
use super::Sight;
use super::groups::{self, Cluster, Drawn};
use super::markers::{self, Names, Placed, Stand};
use crate::camera::Viewport;
use dateline_core::cluster::ClusterId;
use dateline_core::corpus::CorpusPlaceIdx;
use dateline_core::order;

/// So far beyond the view labels are looked at, in CSS pixels: farther than a label is long.
const BEYOND: f64 = 240.0;

/// Where labels stand on a map without edges.
#[derive(Default)]
pub(super) struct Wishes {
    /// By place.
    places: Vec<(CorpusPlaceIdx, Stand)>,
    /// By cluster.
    clusters: Vec<(ClusterId, Side)>,
}

impl Wishes {
    /// That of a place.
    pub(super) fn of(&self, placed: &Placed) -> Option<Stand> {
        wish_of(&self.places, &placed.spot.count.value)
    }
}

/// Where everything that is drawn stands, in its order.
pub(super) struct Standing {
    pub(super) stands: Vec<Stand>,
    pub(super) told: Vec<ClusterMarker>,
    pub(super) sides: Vec<Option<Side>>,
}

/// What the map around the view would like.
pub(super) fn wishes(names: Names, set: &MapSet, sight: &Sight, zoom: f64) -> Wishes {
    let Viewport { width, height } = sight.view;
    let view = Viewport { width: width + 2.0 * BEYOND, height: height + 2.0 * BEYOND };
    let drawn = groups::drawn(set, &Sight { view, ..*sight }, zoom);
    let told = groups::told_of(names, set, &drawn.clusters);
    let mut room = Room::open(0.0, 0.0);
    let mut wishes = Wishes::default();
    // The second time without the signs of areas whose names stand in them: there is room for others.
    for _ in 0..2 {
        room = Room::open(view.width, view.height);
        groups::take(&drawn.clusters, &told, &mut room);
        markers::take(names.0, &drawn.spots, &mut room);
        let mut stands = markers::signs(&drawn.spots, &wishes, &mut room);
        for (placed, stand) in drawn.spots.iter().zip(&mut stands) {
            markers::place(names, placed, stand, &mut room);
        }
        wishes.places = drawn.spots.iter().map(|s| s.spot.count.value).zip(stands).collect();
        order::sort_by_key(&mut wishes.places, |wish| wish.0);
    }
    for (cluster, told) in drawn.clusters.iter().zip(&told) {
        let side = room.place_label(&groups::label(cluster, told));
        wishes.clusters.extend(side.map(|side| (cluster.id, side)));
    }
    order::sort_by_key(&mut wishes.clusters, |wish| wish.0);
    wishes
}

fn wish_of<K: Ord, V: Copy>(wishes: &[(K, V)], key: &K) -> Option<V> {
    let at = wishes.binary_search_by(|wish| wish.0.cmp(key)).ok()?;
    wishes.get(at).map(|wish| wish.1)
}

/// Where everything in view stands: as it is wished, and elsewhere only what finds no room so.
pub(super) fn standing(
    names: Names,
    set: &MapSet,
    drawn: &Drawn<'_>,
    room: &mut Room,
    wishes: &Wishes,
) -> Standing {
    let told = groups::told_of(names, set, &drawn.clusters);
    groups::take(&drawn.clusters, &told, room);
    markers::take(names.0, &drawn.spots, room);
    let mut stands = markers::signs(&drawn.spots, wishes, room);
    markers::hold(names, &drawn.spots, &mut stands, room);
    let mut homeless = Vec::new();
    for (i, (placed, stand)) in drawn.spots.iter().zip(&mut stands).enumerate() {
        let wish = wishes.of(placed).unwrap_or_default();
        if !markers::place_so(names, placed, wish, stand, room) {
            homeless.push(i);
        }
    }
    let mut sides: Vec<Option<Option<Side>>> = Vec::with_capacity(told.len());
    for (cluster, told) in drawn.clusters.iter().zip(&told) {
        let wish = wish_of(&wishes.clusters, &cluster.id);
        let is_so = wish.is_none_or(|side| room.try_label(&groups::label(cluster, told), side));
        sides.push(is_so.then_some(wish));
    }
    for i in homeless {
        if let (Some(placed), Some(stand)) = (drawn.spots.get(i), stands.get_mut(i)) {
            markers::place(names, placed, stand, room);
        }
    }
    let mut side = |((cluster, told), side): ((&Cluster, &ClusterMarker), Option<Option<Side>>)| {
        side.unwrap_or_else(|| room.place_label(&groups::label(cluster, told)))
    };
    let sides = drawn.clusters.iter().zip(&told).zip(sides).map(&mut side).collect();
    Standing { stands, told, sides }
}
