//! The markers of single places: discs, rings and names of areas, each with the side of its label.

use super::super::labels::{Box2, Room, text_width};
use super::super::map_set::Spot;
use super::super::{Marker, MarkerShape, Side};
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;

/// Size of the labels of markers, in CSS pixels.
const LABEL_SIZE: f64 = 13.5;
/// Half the width of the sign of an area whose label has no room on it.
const SIGN: f64 = 6.0;
/// Such a sign that would lie on something else moves away in steps of so many pixels.
const SIGN_STEP: f64 = 7.0;
/// And not more often than this.
const SIGN_RINGS: i32 = 8;
/// A sign that is farther than this from its point has no label until it is pointed at.
const MOST_NAMED: f64 = 15.0;

/// A spot in view, in pixels of the viewport.
pub(super) struct Placed<'a> {
    pub(super) spot: &'a Spot,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// The markers; they take their room first, then their labels by importance.
pub(super) fn markers(
    corpus: &Corpus,
    state: &State,
    spots: &[Placed],
    room: &mut Room,
) -> Vec<Marker> {
    // Sized by the whole corpus, so that a marker does not grow because others are left out.
    let n_articles = corpus.records().len().max(1) as f64;
    let radius = |s: &Placed| {
        let share = s.spot.count.n_articles as f64 / n_articles;
        if s.spot.is_area { SIGN } else { 5.0 + 4.5 * libm::sqrt(share) }
    };
    let disc = |s: &Placed| {
        let reach = radius(s) + if s.spot.is_selected { 5.0 } else { 1.0 };
        Box2::around(s.x, s.y, reach, reach)
    };
    for spot in spots.iter().filter(|s| !s.spot.is_area) {
        room.take(disc(spot));
    }
    // What is selected first; then spots before areas: the label of an area can stand elsewhere in it.
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|&i| spots.get(i).map(|s| (!s.spot.is_selected, s.spot.is_area)));
    let mut stand: Vec<(Option<Side>, f64, f64)> = vec![(None, 0.0, 0.0); spots.len()];
    for i in order {
        let (Some(placed), Some(slot)) = (spots.get(i), stand.get_mut(i)) else { continue };
        let name = &corpus.place(placed.spot.count.value).name;
        *slot = if placed.spot.is_area {
            area_position(placed, name, room)
        } else {
            let Placed { x, y, .. } = *placed;
            (room.place_label(name, LABEL_SIZE, x, y, radius(placed), disc(placed)), 0.0, 0.0)
        };
    }
    let marker = |(placed, (label_side, dx, dy)): (&Placed, (Option<Side>, f64, f64))| {
        let count = &placed.spot.count;
        let place = corpus.place(count.value);
        let (n_articles, n_excerpts) = (count.n_articles, count.n_excerpts);
        let spoken = wording::marker(place, corpus.country_of(place), n_articles, n_excerpts);
        let is_unsure = corpus.usage(count.value).surest < wording::UNSURE_BELOW;
        Marker {
            id: place.id.as_str().to_owned(),
            label: place.name.clone(),
            spoken: match is_unsure {
                true => wording::unsure_marker(&spoken),
                false => spoken,
            },
            x: placed.x + dx,
            y: placed.y + dy,
            radius: radius(placed),
            shape: shape(corpus, placed.spot),
            is_unsure,
            label_side,
            n_articles,
            n_excerpts,
            is_selected: placed.spot.is_selected,
            is_hovered: state.points_at(&place.id),
        }
    };
    spots.iter().zip(stand).map(marker).collect()
}

/// Where the label of an area stands: in its middle or a little beside it; else beside a small sign on its point.
fn area_position(placed: &Placed, name: &str, room: &mut Room) -> (Option<Side>, f64, f64) {
    let Placed { x, y, .. } = *placed;
    let half_width = text_width(name, LABEL_SIZE) * 1.2 / 2.0 + 8.0;
    let half_height = 13.0;
    // Not far: a label that leaves its area would name another.
    let steps = [(0.0, 0.0), (0.0, 20.0), (0.0, -20.0), (30.0, 0.0), (-30.0, 0.0)];
    let free = steps
        .into_iter()
        .find(|(dx, dy)| room.try_take(Box2::around(x + dx, y + dy, half_width, half_height)));
    if let Some((dx, dy)) = free {
        return (Some(Side::Centre), dx, dy);
    }
    let sign = |(dx, dy): (f64, f64)| Box2::around(x + dx, y + dy, SIGN, SIGN);
    let beside = around().find(|&offset| room.try_take(sign(offset)));
    // Where everything is taken, it lies on its point all the same: nothing is left out.
    let (dx, dy) = beside.unwrap_or_else(|| {
        room.take(sign((0.0, 0.0)));
        (0.0, 0.0)
    });
    // A name so far off would name what lies there.
    let is_near = libm::hypot(dx, dy) <= MOST_NAMED;
    let own = sign((dx, dy));
    let side = is_near.then(|| room.place_label(name, LABEL_SIZE, x + dx, y + dy, SIGN, own));
    (side.flatten(), dx, dy)
}

/// Where the sign of an area may stand: on its point, else a little beside it, the nearest first.
fn around() -> impl Iterator<Item = (f64, f64)> {
    let ways = [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)];
    let rings = (1..=SIGN_RINGS).flat_map(move |ring| {
        ways.into_iter().map(move |(x, y)| {
            // The corners of a ring are as far away as its sides.
            let reach = f64::from(ring) * SIGN_STEP * if x != 0 && y != 0 { 0.7 } else { 1.0 };
            (f64::from(x) * reach, f64::from(y) * reach)
        })
    });
    core::iter::once((0.0, 0.0)).chain(rings)
}

/// An area has no dot; a ring where most mentions stand for a government.
fn shape(corpus: &Corpus, spot: &Spot) -> MarkerShape {
    if spot.is_area {
        return MarkerShape::Area;
    }
    let usage = corpus.usage(spot.count.value);
    if usage.n_metonyms * 2 > usage.n_mentions { MarkerShape::Ring } else { MarkerShape::Disc }
}
