//! The markers of single places: discs, rings and names of areas, each with the side of its label.

use super::super::labels::{Box2, Label, Room, text_width};
use super::super::map_set::Spot;
use super::super::{Marker, MarkerShape, Side};
use crate::reader::Reader;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::order;

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

/// Where the label of a marker stands, and how far the marker itself lies from its point, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Stand {
    pub(super) side: Option<Side>,
    dx: f64,
    dy: f64,
}

fn radius(corpus: &Corpus, spot: &Spot) -> f64 {
    if spot.is_area {
        return SIGN;
    }
    // Sized by the whole corpus, so that a marker does not grow because others are left out.
    let n_articles = corpus.records().len().max(1) as f64;
    5.0 + 4.5 * libm::sqrt(spot.count.n_articles as f64 / n_articles)
}

/// The discs of all spots take their room.
pub(super) fn take(corpus: &Corpus, spots: &[Placed], room: &mut Room) {
    for spot in spots.iter().filter(|s| !s.spot.is_area) {
        room.take(disc(corpus, spot));
    }
}

/// The order in which labels find their room: what is selected, then spots before areas, because the label of an area can stand elsewhere in it.
pub(super) fn order(spots: &[Placed]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..spots.len()).collect();
    order::sort_by_key(&mut places, |&i| {
        spots.get(i).map(|s| (!s.spot.is_selected, s.spot.is_area))
    });
    places
}

/// Where there is room for a label.
pub(super) fn stand(corpus: &Corpus, reader: &Reader, placed: &Placed, room: &mut Room) -> Stand {
    if placed.spot.is_area {
        area_stand(placed, name_of(corpus, reader, placed), room)
    } else {
        let side = room.place_label(&label(corpus, reader, placed));
        Stand { side, ..Stand::default() }
    }
}

/// Takes the room of a label where it is wished to stand, if that is free.
pub(super) fn stand_so(
    corpus: &Corpus,
    reader: &Reader,
    placed: &Placed,
    room: &mut Room,
    wish: Stand,
) -> Option<Stand> {
    let Stand { side, dx, dy } = wish;
    if !placed.spot.is_area {
        let is_free = side.is_none_or(|side| room.try_label(&label(corpus, reader, placed), side));
        return is_free.then_some(wish);
    }
    let name = name_of(corpus, reader, placed);
    let at = (placed.x + dx, placed.y + dy);
    if side == Some(Side::Centre) {
        return room.try_take(area_box(at, name)).then_some(wish);
    }
    let own = Box2::around(at.0, at.1, SIGN, SIGN);
    let label = Label { text: name, size: LABEL_SIZE, at, radius: SIGN, own };
    room.try_take(own)
        .then(|| Stand { side: side.filter(|&side| room.try_label(&label, side)), ..wish })
}

fn disc(corpus: &Corpus, placed: &Placed) -> Box2 {
    let reach = radius(corpus, placed.spot) + if placed.spot.is_selected { 5.0 } else { 1.0 };
    Box2::around(placed.x, placed.y, reach, reach)
}

fn name_of<'a>(corpus: &'a Corpus, reader: &'a Reader, placed: &Placed) -> &'a str {
    reader.name(corpus.place(placed.spot.count.value))
}

fn label<'a>(corpus: &'a Corpus, reader: &'a Reader, placed: &Placed) -> Label<'a> {
    Label {
        text: name_of(corpus, reader, placed),
        size: LABEL_SIZE,
        at: (placed.x, placed.y),
        radius: radius(corpus, placed.spot),
        own: disc(corpus, placed),
    }
}

/// The markers where they stand.
pub(super) fn markers(
    corpus: &Corpus,
    state: &State,
    spots: &[Placed],
    stands: Vec<Stand>,
) -> Vec<Marker> {
    let marker = |(placed, Stand { side, dx, dy }): (&Placed, Stand)| {
        let count = &placed.spot.count;
        let place = corpus.place(count.value);
        let (n_articles, n_excerpts) = (count.n_articles, count.n_excerpts);
        let spoken = wording::marker(place, corpus.country_of(place), n_articles, n_excerpts);
        let is_unsure = corpus.usage(count.value).surest < wording::UNSURE_BELOW;
        let spoken = if is_unsure { wording::unsure_marker(&spoken) } else { spoken };
        Marker {
            id: place.id.as_str().to_owned(),
            label: state.reader.name(place).to_owned(),
            spoken: match state.reader.language_of(place) {
                Some(_) => wording::named_too(state.reader.name(place), &spoken),
                None => spoken,
            },
            x: placed.x + dx,
            y: placed.y + dy,
            radius: radius(corpus, placed.spot),
            shape: shape(corpus, placed.spot),
            is_unsure,
            label_side: side,
            n_articles,
            n_excerpts,
            is_selected: placed.spot.is_selected,
            is_hovered: state.points_at(&place.id),
        }
    };
    spots.iter().zip(stands).map(marker).collect()
}

/// The room of the label of an area that stands in it.
fn area_box((x, y): (f64, f64), name: &str) -> Box2 {
    Box2::around(x, y, text_width(name, LABEL_SIZE) * 1.2 / 2.0 + 8.0, 13.0)
}

/// Where the label of an area stands: in its middle or a little beside it; else beside a small sign on its point.
fn area_stand(placed: &Placed, name: &str, room: &mut Room) -> Stand {
    let Placed { x, y, .. } = *placed;
    // Not far: a label that leaves its area would name another.
    let steps = [(0.0, 0.0), (0.0, 20.0), (0.0, -20.0), (30.0, 0.0), (-30.0, 0.0)];
    let free = steps.into_iter().find(|(dx, dy)| room.try_take(area_box((x + dx, y + dy), name)));
    if let Some((dx, dy)) = free {
        return Stand { side: Some(Side::Centre), dx, dy };
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
    let (at, own) = ((x + dx, y + dy), sign((dx, dy)));
    let label = Label { text: name, size: LABEL_SIZE, at, radius: SIGN, own };
    Stand { side: is_near.then(|| room.place_label(&label)).flatten(), dx, dy }
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
