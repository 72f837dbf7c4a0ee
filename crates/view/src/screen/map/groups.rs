//! Markers that are drawn as one, and those that stand for themselves.
//!
//! A cluster opens to the zoom at which it comes apart; where no zoom parts its places, the closest view fans them out.

use super::super::labels::{Box2, Label, Room};
use super::super::map_set::MapSet;
use super::super::{ClusterMarker, Side};
use super::Sight;
use super::markers::{Names, Placed};
use crate::Action;
use crate::camera::{MAX_ZOOM, Square};
use crate::reader::Reader;
use crate::state::State;
use crate::wording;
use dateline_core::cluster::fan::fan;
use dateline_core::cluster::{ClusterId, NodeKind};
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::geo::mercator::Point;
use dateline_core::order;

/// Size of the label beside a cluster, in CSS pixels.
const LABEL_SIZE: f64 = 12.5;
/// More places on one spot than this are not fanned out: the list shows them.
const MOST_FANNED: usize = 120;
/// Room between the discs of two clusters, in CSS pixels.
const BETWEEN_DISCS: f64 = 1.5;
/// So many places are named in words.
const N_TOLD: usize = 3;

/// What is drawn in a view.
pub(super) struct Drawn<'a> {
    /// Single places, in reading order.
    pub(super) spots: Vec<Placed<'a>>,
    /// Clusters, those of most places first.
    pub(super) clusters: Vec<Cluster>,
}

/// A cluster in view.
pub(super) struct Cluster {
    pub(super) id: ClusterId,
    x: f64,
    y: f64,
}

/// Sorts what is in view into single places and clusters.
pub(super) fn drawn<'a>(set: &'a MapSet, sight: &Sight, zoom: f64) -> Drawn<'a> {
    let is_closest = zoom >= MAX_ZOOM - 1e-6;
    let mut nodes = Vec::new();
    // Between two zooms the lower one decides, so that nothing comes apart before there is room.
    set.clusters.within(zoom as u8, sight.bounds(), &mut nodes);
    let mut singles: Vec<(usize, f64, f64)> = Vec::new();
    let mut clusters = Vec::new();
    for node in nodes {
        let Some((x, y)) = sight.of_point(Point { x: node.x, y: node.y }) else { continue };
        match node.kind {
            NodeKind::Point(point) => {
                singles.extend(set.clustered.get(point as usize).map(|&spot| (spot, x, y)));
            }
            NodeKind::Cluster(id) => {
                let members = set.clusters.members(id);
                if is_closest && members.len() <= MOST_FANNED {
                    let ways = fan(members.len());
                    let fanned = members.iter().zip(ways).filter_map(|(&point, (dx, dy))| {
                        Some((*set.clustered.get(point as usize)?, x + dx, y + dy))
                    });
                    singles.extend(fanned);
                } else {
                    clusters.push((usize::MAX - members.len(), Cluster { id, x, y }));
                }
            }
        }
    }
    for &spot in &set.alone {
        let at = set.spots.get(spot).and_then(|s| sight.of_point(s.at?));
        singles.extend(at.map(|(x, y)| (spot, x, y)));
    }
    order::sort_by_key(&mut singles, |&(spot, ..)| spot);
    order::sort_by_key(&mut clusters, |(fewer, cluster)| (*fewer, cluster.id));
    let mut clusters: Vec<Cluster> = clusters.into_iter().map(|(_, cluster)| cluster).collect();
    set_apart(set, &mut clusters);
    let placed = |(spot, x, y)| Some(Placed { spot: set.spots.get(spot)?, x, y });
    Drawn { spots: singles.into_iter().filter_map(placed).collect(), clusters }
}

/// Moves discs that would cover each other's numbers apart, the smaller one away from the bigger.
fn set_apart(set: &MapSet, clusters: &mut [Cluster]) {
    for i in 1..clusters.len() {
        let (before, rest) = clusters.split_at_mut(i);
        let Some(cluster) = rest.first_mut() else { continue };
        let own = radius(set.clusters.members(cluster.id).len());
        for other in before.iter() {
            let (dx, dy) = (cluster.x - other.x, cluster.y - other.y);
            let far = libm::hypot(dx, dy);
            let apart = own + radius(set.clusters.members(other.id).len()) + BETWEEN_DISCS;
            if far > 0.0 && far < apart {
                cluster.x = other.x + dx / far * apart;
                cluster.y = other.y + dy / far * apart;
            }
        }
    }
}

/// What is told of each cluster, in their order.
pub(super) fn told_of(
    (corpus, reader): Names,
    set: &MapSet,
    clusters: &[Cluster],
) -> Vec<ClusterMarker> {
    clusters.iter().map(|c| set.told(c.id, || told(corpus, reader, set, c.id))).collect()
}

/// The discs of clusters take their room.
pub(super) fn take(clusters: &[Cluster], told: &[ClusterMarker], room: &mut Room) {
    for (cluster, told) in clusters.iter().zip(told) {
        room.take(disc(cluster, told));
    }
}

/// The label of a cluster.
pub(super) fn label<'a>(cluster: &Cluster, told: &'a ClusterMarker) -> Label<'a> {
    Label {
        text: &told.label,
        size: LABEL_SIZE,
        at: (cluster.x, cluster.y),
        radius: radius(told.n_places),
        own: disc(cluster, told),
    }
}

/// The clusters where they stand.
pub(super) fn markers(
    corpus: &Corpus,
    state: &State,
    set: &MapSet,
    clusters: &[Cluster],
    (told, sides): (Vec<ClusterMarker>, Vec<Option<Side>>),
) -> Vec<ClusterMarker> {
    let is_hovered = |id: ClusterId| {
        state.is_pointing() && places_of(set, id).any(|(_, p)| state.points_at(&corpus.place(p).id))
    };
    let marker =
        |((cluster, told), label_side): ((&Cluster, ClusterMarker), Option<Side>)| ClusterMarker {
            x: cluster.x,
            y: cluster.y,
            radius: radius(told.n_places),
            is_hovered: is_hovered(cluster.id),
            label_side,
            ..told
        };
    clusters.iter().zip(told).zip(sides).map(marker).collect()
}

fn disc(cluster: &Cluster, told: &ClusterMarker) -> Box2 {
    let reach = radius(told.n_places) + 2.0;
    Box2::around(cluster.x, cluster.y, reach, reach)
}

/// The places of a cluster, each with its rank in reading order.
fn places_of(set: &MapSet, id: ClusterId) -> impl Iterator<Item = (usize, CorpusPlaceIdx)> {
    set.clusters.members(id).iter().filter_map(|&point| {
        let spot = *set.clustered.get(point as usize)?;
        Some((spot, set.spots.get(spot)?.count.value))
    })
}

/// What is the same of a cluster wherever the map looks: its words and what opens it.
fn told(corpus: &Corpus, reader: &Reader, set: &MapSet, id: ClusterId) -> ClusterMarker {
    let members: Vec<(usize, CorpusPlaceIdx)> = places_of(set, id).collect();
    // The first in reading order; the others need no order.
    let mut told: Vec<(usize, CorpusPlaceIdx)> = Vec::new();
    while told.len() < N_TOLD
        && let Some(&next) = members.iter().filter(|m| told.last() < Some(m)).min()
    {
        told.push(next);
    }
    let names: Vec<&str> =
        told.iter().map(|&(_, place)| corpus.place(place).name.as_str()).collect();
    let first = told.first().map_or("", |&(_, place)| corpus.place(place).id.as_str());
    ClusterMarker {
        key: first.to_owned(),
        label: wording::places::cluster_label(
            told.first().map_or("", |&(_, place)| reader.name(corpus.place(place))),
            members.len(),
        ),
        number: wording::places::cluster_number(members.len()),
        spoken: wording::places::cluster(members.len(), country(corpus, &members), &names),
        x: 0.0,
        y: 0.0,
        radius: 0.0,
        label_side: None,
        n_places: members.len(),
        is_hovered: false,
        open: open(set, id, members.len()),
    }
}

/// What a click does: the view in which the cluster comes apart, or, for more on one spot than can be fanned out, the list.
fn open(set: &MapSet, id: ClusterId, n: usize) -> Action {
    let opens_at = set.clusters.opens_at(id).map_or(MAX_ZOOM, f64::from);
    if opens_at >= MAX_ZOOM && n > MOST_FANNED {
        return Action::ListPlaces(true);
    }
    let [left, top, right, bottom] = set.clusters.bounds_of(id).unwrap_or_default();
    Action::OpenCluster {
        square: Square { left, top, right, bottom },
        zoom: opens_at.min(MAX_ZOOM),
    }
}

/// The country in which most of the places lie, and whether all do.
fn country<'a>(corpus: &'a Corpus, members: &[(usize, CorpusPlaceIdx)]) -> Option<(&'a str, bool)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for &(_, place) in members {
        if let Some(name) = corpus.country_of(corpus.place(place)) {
            match counts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, n)) => *n += 1,
                None => counts.push((name, 1)),
            }
        }
    }
    let (name, n) = counts.into_iter().max_by_key(|&(name, n)| (n, core::cmp::Reverse(name)))?;
    (n * 2 > members.len()).then_some((name, n == members.len()))
}

/// In CSS pixels; neighbours stay apart.
fn radius(n: usize) -> f64 {
    (7.5 + 1.2 * libm::log2(n as f64)).min(15.0)
}
