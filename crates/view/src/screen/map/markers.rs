//! The markers of single places: discs, rings and names of areas, each with the side of its label.

use super::super::labels::{Box2, Label, Room, text_width};
use super::super::map_set::Spot;
use super::super::{Marker, MarkerShape, Side};
use super::stand::Wishes;
use crate::reader::Reader;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;

/// Size of the labels of markers, in CSS pixels.
const LABEL_SIZE: f64 = 13.5;
/// The same of areas between others.
const SMALL_SIZE: f64 = 11.0;
/// Half the width of the sign of an area whose label has no room on it.
const SIGN: f64 = 5.0;
/// Such a sign that would lie on something else moves away in steps of so many pixels.
const SIGN_STEP: f64 = 4.0;
/// And not more often than this: as far as a marker is wide, or it would mark another place.
const SIGN_RINGS: i32 = 6;
/// Where the name of an area may stand, from its point. Not far: a name that leaves its area would name another.
const IN_AREA: [(f64, f64); 5] = [(0.0, 0.0), (0.0, 20.0), (0.0, -20.0), (30.0, 0.0), (-30.0, 0.0)];

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
    /// Whether it is written in smaller letters.
    is_small: bool,
    away: (f64, f64),
}

/// What places are called, and how in the reader's language.
pub(super) type Names<'a> = (&'a Corpus, &'a Reader);

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

/// Where the sign of each area lies, should its name find no room in it: on its point or beside it. They come before all labels: a sign that went far to make room for a name would mark another place.
pub(super) fn signs(spots: &[Placed], wishes: &Wishes, room: &mut Room) -> Vec<Stand> {
    let sign = |placed: &Placed| match wishes.of(placed) {
        _ if !placed.spot.is_area => Stand::default(),
        // It is not drawn.
        Some(wish) if wish.is_inside() => wish,
        Some(wish) => Stand::as_sign(placed, wish.away, room),
        None => Stand::as_sign(placed, free_sign(placed, room), room),
    };
    spots.iter().map(sign).collect()
}

/// Where a sign has room; where everything is taken, it lies on its point all the same: nothing is left out.
fn free_sign(placed: &Placed, room: &Room) -> (f64, f64) {
    around().find(|&way| room.is_free(sign_box(placed, way), None)).unwrap_or_default()
}

impl Stand {
    /// A sign that takes its room, still without a label.
    fn as_sign(placed: &Placed, away: (f64, f64), room: &mut Room) -> Self {
        room.take(sign_box(placed, away));
        Self { away, ..Self::default() }
    }

    /// Whether it is the name of an area that stands in it.
    fn is_inside(&self) -> bool {
        self.side == Some(Side::Centre)
    }
}

/// Finds room for a label; that of an area stands in it if it can, and beside its sign in smaller letters if need be.
pub(super) fn place(names: Names, placed: &Placed, stand: &mut Stand, room: &mut Room) {
    let is_area = placed.spot.is_area;
    let way = |way: &(f64, f64)| try_inside(names, placed, stand, *way, room);
    if is_area && let Some(away) = IN_AREA.into_iter().find(way) {
        *stand = Stand { side: Some(Side::Centre), is_small: false, away };
        return;
    }
    if stand.is_inside() {
        *stand = Stand::as_sign(placed, free_sign(placed, room), room);
    }
    for is_small in [false, true] {
        if stand.side.is_none() && (is_area || !is_small) {
            let side = room.place_label(&label(names, placed, &Stand { is_small, ..*stand }));
            *stand = Stand { side, is_small: is_small && side.is_some(), ..*stand };
        }
    }
}

/// Takes the room of names that are wished to stand in their areas; those that the edge would cut, or that lie on a button, are signs again.
pub(super) fn hold(names: Names, spots: &[Placed], stands: &mut [Stand], room: &mut Room) {
    for (placed, stand) in spots.iter().zip(stands) {
        if stand.is_inside() && !try_inside(names, placed, stand, stand.away, room) {
            *stand = Stand::as_sign(placed, free_sign(placed, room), room);
        }
    }
}

/// Takes the room of a label where it is wished to stand, if that is free.
pub(super) fn place_so(
    names: Names,
    placed: &Placed,
    wish: Stand,
    stand: &mut Stand,
    room: &mut Room,
) -> bool {
    let is_free = match wish.side {
        None => true,
        Some(Side::Centre) => stand.is_inside(),
        Some(side) => room.try_label(&label(names, placed, &wish), side),
    };
    if is_free {
        *stand = wish;
    }
    is_free
}

/// Takes the room of the name of an area in it, so far from its point; its sign is not drawn then.
fn try_inside(
    names: Names,
    placed: &Placed,
    stand: &Stand,
    (dx, dy): (f64, f64),
    room: &mut Room,
) -> bool {
    let half_width = text_width(name_of(names, placed), LABEL_SIZE) * 1.2 / 2.0 + 8.0;
    let name = Box2::around(placed.x + dx, placed.y + dy, half_width, 13.0);
    let sign = (!stand.is_inside()).then(|| sign_box(placed, stand.away));
    let is_free = room.try_take_beside(name, sign);
    if is_free && let Some(sign) = sign {
        room.give_back(sign);
    }
    is_free
}

/// The room of the sign of an area, so far from its point.
fn sign_box(placed: &Placed, (dx, dy): (f64, f64)) -> Box2 {
    Box2::around(placed.x + dx, placed.y + dy, SIGN, SIGN)
}

fn disc(corpus: &Corpus, placed: &Placed) -> Box2 {
    let reach = radius(corpus, placed.spot) + if placed.spot.is_selected { 5.0 } else { 1.0 };
    Box2::around(placed.x, placed.y, reach, reach)
}

fn name_of<'a>((corpus, reader): Names<'a>, placed: &Placed) -> &'a str {
    reader.name(corpus.place(placed.spot.count.value))
}

/// The label beside a disc or a sign.
fn label<'a>(names: Names<'a>, placed: &Placed, stand: &Stand) -> Label<'a> {
    let (dx, dy) = stand.away;
    let own =
        if placed.spot.is_area { sign_box(placed, stand.away) } else { disc(names.0, placed) };
    Label {
        text: name_of(names, placed),
        size: if stand.is_small { SMALL_SIZE } else { LABEL_SIZE },
        at: (placed.x + dx, placed.y + dy),
        radius: radius(names.0, placed.spot),
        own,
    }
}

/// The markers where they stand.
pub(super) fn markers(
    corpus: &Corpus,
    state: &State,
    spots: &[Placed],
    stands: Vec<Stand>,
) -> Vec<Marker> {
    let marker = |(placed, Stand { side, is_small, away: (dx, dy) }): (&Placed, Stand)| {
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
            is_label_small: is_small,
            n_articles,
            n_excerpts,
            is_selected: placed.spot.is_selected,
            is_hovered: state.points_at(&place.id),
        }
    };
    spots.iter().zip(stands).map(marker).collect()
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
