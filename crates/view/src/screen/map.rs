//! The map: markers of the set, labels of the base map, and what lies outside the view.

use super::labels::{Box2, Room, text_width};
use super::{
    LabelKind, MapLabel, MapScreen, Marker, MarkerShape, OffView, OffViewPlace, Side, area, home,
    places,
};
use crate::state::State;
use crate::update::current_camera;
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{self, Count, Matches};
use dateline_core::gazetteer::{Place, PlaceKind};
use dateline_core::geo::LatLon;

mod scale;

/// Size of the labels of markers, in CSS pixels.
const LABEL_SIZE: f64 = 13.5;
const TOWN_SIZE: f64 = 11.0;
const COUNTRY_SIZE: f64 = 11.0;
/// Spaced capitals are this much wider.
const COUNTRY_SPACING: f64 = 1.5;
/// Half the width of the sign of an area whose label has no room on it.
const SIGN: f64 = 6.0;
const MOST_OFF_VIEW: usize = 3;

/// A place of the set with its position.
struct Spot<'a> {
    count: &'a Count<CorpusPlaceIdx>,
    place: &'a Place,
    x: f64,
    y: f64,
}

pub(super) fn map(corpus: &Corpus, state: &State, set: &Matches) -> MapScreen {
    let camera = current_camera(corpus, state);
    let view = state.viewport;
    let locate = |point: LatLon| {
        let (x, y) = camera.to_screen(point, view);
        ((0.0..=view.width).contains(&x) && (0.0..=view.height).contains(&y), x, y)
    };

    let mut counts = facet::count_places(corpus, set);
    counts.sort_by_key(|c| {
        let is_selected = state.selection.places.contains(&corpus.place(c.value).id);
        (!is_selected, usize::MAX - c.n_articles, usize::MAX - c.n_excerpts, c.value)
    });
    let mut spots = Vec::new();
    let mut outside = Vec::new();
    for count in &counts {
        let place = corpus.place(count.value);
        let Some(point) = place.point else { continue };
        match locate(point) {
            (true, x, y) => spots.push(Spot { count, place, x, y }),
            (false, ..) => outside.push((count, place)),
        }
    }
    let seen = places::Seen { n_in_view: spots.len(), n_elsewhere: outside.len() };
    // Spots are what a reader can go to; areas come after them.
    outside.sort_by_key(|(_, place)| place.kind.is_area());
    let in_set = |id: &Place| counts.iter().any(|c| corpus.place(c.value).id == id.id);
    let ghosts = corpus
        .places()
        .iter()
        .filter(|p| !p.kind.is_area() && !in_set(p))
        .filter_map(|p| Some(locate(p.point?)).filter(|l| l.0).map(|(_, x, y)| (x, y)))
        .collect();

    let mut room = Room::new(view.width, view.height);
    take_controls(&mut room, view.width, view.height);
    let markers = markers(corpus, state, &spots, &mut room);
    let labels = base_labels(corpus, camera.zoom, &in_set, locate, &mut room);
    MapScreen {
        camera,
        labels,
        ghosts,
        focus_country: home::focus_country(corpus).map(|c| c.as_str().to_owned()),
        selected_countries: state
            .selection
            .places
            .iter()
            .filter_map(|id| Some(corpus.place(corpus.find_place(id)?)))
            .filter(|p| p.kind == PlaceKind::Country)
            .filter_map(|p| p.country.map(|c| c.as_str().to_owned()))
            .collect(),
        off_view: off_view(&outside, !markers.is_empty()),
        markers,
        scale: scale::bar(camera, view),
        area: state.selection.area.map(|a| area::drawn(camera, view, a)),
        is_drawing: state.is_drawing,
        places: places::places(corpus, state, &counts, camera, &seen),
        is_home: state.camera.is_none(),
    }
}

/// The corners where the zoom buttons, the scale, and legend with attribution stand: no label goes below them.
fn take_controls(room: &mut Room, width: f64, height: f64) {
    // On a low map the buttons stand in two columns.
    let (buttons_width, buttons_height) =
        if height > 230.0 { (54.0, 206.0) } else { (100.0, 128.0) };
    room.take(Box2 { left: width - buttons_width, top: 0.0, right: width, bottom: buttons_height });
    room.take(Box2 { left: 0.0, top: height - 30.0, right: 130.0, bottom: height });
    // On a narrow map legend and attribution stand in two lines.
    let (legend_width, legend_height) = if width >= 600.0 { (340.0, 30.0) } else { (150.0, 46.0) };
    room.take(Box2 {
        left: width - legend_width,
        top: height - legend_height,
        right: width,
        bottom: height,
    });
}

fn markers(corpus: &Corpus, state: &State, spots: &[Spot], room: &mut Room) -> Vec<Marker> {
    // Sized by the whole corpus, so that a marker does not grow because others are left out.
    let n_articles = corpus.records().len().max(1) as f64;
    let radius = |s: &Spot| {
        let share = s.count.n_articles as f64 / n_articles;
        if s.place.kind.is_area() { SIGN } else { 5.0 + 4.5 * libm::sqrt(share) }
    };
    let is_selected = |s: &Spot| state.selection.places.contains(&s.place.id);
    let disc = |s: &Spot| {
        let reach = radius(s) + if is_selected(s) { 5.0 } else { 1.0 };
        Box2::around(s.x, s.y, reach, reach)
    };
    for spot in spots.iter().filter(|s| !s.place.kind.is_area()) {
        room.take(disc(spot));
    }
    // What is selected first; then spots before areas: the label of an area can stand elsewhere in it.
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|&i| spots.get(i).map(|s| (!is_selected(s), s.place.kind.is_area())));
    let mut stand: Vec<(Option<Side>, f64, f64)> = vec![(None, 0.0, 0.0); spots.len()];
    for i in order {
        let (Some(spot), Some(place)) = (spots.get(i), stand.get_mut(i)) else { continue };
        *place = if spot.place.kind.is_area() {
            area_position(spot, room)
        } else {
            let side = room.place_label(
                &spot.place.name,
                LABEL_SIZE,
                spot.x,
                spot.y,
                radius(spot),
                disc(spot),
            );
            (side, 0.0, 0.0)
        };
    }
    spots
        .iter()
        .zip(stand)
        .map(|(spot, (label_side, dx, dy))| Marker {
            id: spot.place.id.as_str().to_owned(),
            label: spot.place.name.clone(),
            spoken: wording::marker(
                spot.place,
                corpus.country_of(spot.place),
                spot.count.n_articles,
                spot.count.n_excerpts,
            ),
            x: spot.x + dx,
            y: spot.y + dy,
            radius: radius(spot),
            shape: shape(corpus, spot),
            label_side,
            n_articles: spot.count.n_articles,
            n_excerpts: spot.count.n_excerpts,
            is_selected: is_selected(spot),
            is_hovered: state.points_at(&spot.place.id),
        })
        .collect()
}

/// Where the label of an area stands: in its middle or a little beside it; else beside a small sign on its point.
fn area_position(spot: &Spot, room: &mut Room) -> (Option<Side>, f64, f64) {
    let half_width = text_width(&spot.place.name, LABEL_SIZE) * 1.2 / 2.0 + 8.0;
    let half_height = 13.0;
    // Not far: a label that leaves its area would name another.
    let steps = [(0.0, 0.0), (0.0, 20.0), (0.0, -20.0), (30.0, 0.0), (-30.0, 0.0)];
    let free = steps.into_iter().find(|(dx, dy)| {
        room.try_take(Box2::around(spot.x + dx, spot.y + dy, half_width, half_height))
    });
    if let Some((dx, dy)) = free {
        return (Some(Side::Centre), dx, dy);
    }
    let sign = Box2::around(spot.x, spot.y, SIGN, SIGN);
    room.take(sign);
    let side = room.place_label(&spot.place.name, LABEL_SIZE, spot.x, spot.y, SIGN, sign);
    (side, 0.0, 0.0)
}

/// An area has no dot; a ring where most mentions stand for a government.
fn shape(corpus: &Corpus, spot: &Spot) -> MarkerShape {
    if spot.place.kind.is_area() {
        return MarkerShape::Area;
    }
    let usage = corpus.usage(spot.count.value);
    if usage.n_metonyms * 2 > usage.n_mentions { MarkerShape::Ring } else { MarkerShape::Disc }
}

/// Labels of what the set does not name: the larger first, towns only from the zoom that suits them.
fn base_labels(
    corpus: &Corpus,
    zoom: f64,
    in_set: &dyn Fn(&Place) -> bool,
    locate: impl Fn(LatLon) -> (bool, f64, f64),
    room: &mut Room,
) -> Vec<MapLabel> {
    let mut wanted: Vec<(&Place, LabelKind)> = corpus
        .atlas()
        .iter()
        .filter_map(|p| Some((p, label_kind(p)?)))
        .filter(|(p, kind)| zoom >= least_zoom(p, *kind) && !in_set(p))
        .collect();
    wanted.sort_by_key(|(p, kind)| {
        (*kind == LabelKind::Town, p.prominence, *kind == LabelKind::Water, &p.id)
    });
    wanted
        .into_iter()
        .filter_map(|(place, kind)| {
            let (visible, x, y) = locate(place.point?);
            let text = if kind == LabelKind::Country {
                place.name.to_uppercase()
            } else {
                place.name.clone()
            };
            let area = match kind {
                LabelKind::Country => {
                    Box2::around(x, y, text_width(&text, COUNTRY_SIZE) * COUNTRY_SPACING / 2.0, 9.0)
                }
                LabelKind::Water => Box2::around(x, y, text_width(&text, 12.5) / 2.0, 9.0),
                LabelKind::Town => {
                    let width = text_width(&text, TOWN_SIZE) + 9.0;
                    Box2 { left: x - 4.0, top: y - 8.0, right: x + width, bottom: y + 8.0 }
                }
            };
            (visible && room.try_take(area)).then_some(MapLabel { text, kind, x, y })
        })
        .collect()
}

fn label_kind(place: &Place) -> Option<LabelKind> {
    match place.kind {
        PlaceKind::Country | PlaceKind::Territory => Some(LabelKind::Country),
        PlaceKind::Sea | PlaceKind::Ocean | PlaceKind::Gulf => Some(LabelKind::Water),
        PlaceKind::Capital | PlaceKind::City | PlaceKind::Town => Some(LabelKind::Town),
        _ => None,
    }
}

/// From which zoom a label is shown.
fn least_zoom(place: &Place, kind: LabelKind) -> f64 {
    let steps = match kind {
        LabelKind::Country => [2.0, 3.2, 4.2, 5.0, 6.0],
        LabelKind::Water => [1.5, 3.5, 4.5, 5.5, 6.5],
        LabelKind::Town => [4.0, 5.2, 7.4, 8.4, 9.4],
    };
    steps.get(usize::from(place.prominence.saturating_sub(1))).copied().unwrap_or(6.0)
}

fn off_view(outside: &[(&Count<CorpusPlaceIdx>, &Place)], any_in_view: bool) -> Option<OffView> {
    let left = outside.len().saturating_sub(MOST_OFF_VIEW);
    (!outside.is_empty()).then(|| OffView {
        lead: wording::off_view_lead(any_in_view),
        places: outside
            .iter()
            .take(MOST_OFF_VIEW)
            .map(|(count, place)| OffViewPlace {
                id: place.id.as_str().to_owned(),
                label: place.name.clone(),
                n_articles: count.n_articles,
                spoken: wording::show_on_map(&place.name, count.n_articles),
            })
            .collect(),
        more: (left > 0).then(|| wording::and_more(left)),
    })
}
