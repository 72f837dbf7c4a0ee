//! The map: markers of the set, labels of the base map, and what lies outside the view.

use super::labels::{Box2, Room};
use super::map_set::MapSet;
use super::{MapScreen, MarkerShape, OffView, OffViewPlace, area, places};
use crate::camera::{Camera, Viewport};
use crate::state::State;
use crate::update::current_camera;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet;
use dateline_core::gazetteer::PlaceKind;
use dateline_core::geo::mercator::{self, Point};

mod base;
mod groups;
mod markers;
mod scale;
mod stand;

const MOST_OFF_VIEW: usize = 3;

/// From positions on the unit square to pixels of the viewport, for one camera.
#[derive(Clone, Copy)]
struct Sight {
    centre: Point,
    /// Pixels around the world.
    size: f64,
    view: Viewport,
}

impl Sight {
    fn of(camera: Camera, view: Viewport) -> Self {
        Self { centre: mercator::project(camera.centre), size: camera.world_size(), view }
    }

    /// The position in pixels of the copy that is nearest to the middle, if it lies in view.
    fn of_point(&self, at: Point) -> Option<(f64, f64)> {
        let dx = at.x - self.centre.x;
        let x = self.view.width / 2.0 + (dx - libm::round(dx)) * self.size;
        let y = self.view.height / 2.0 + (at.y - self.centre.y) * self.size;
        ((0.0..=self.view.width).contains(&x) && (0.0..=self.view.height).contains(&y))
            .then_some((x, y))
    }

    /// What is in view, on the unit square: left, top, right, bottom; never more than one world.
    fn bounds(&self) -> [f64; 4] {
        let half_width = (self.view.width / 2.0 / self.size).min(0.5);
        let half_height = self.view.height / 2.0 / self.size;
        let Point { x, y } = self.centre;
        [x - half_width, y - half_height, x + half_width, y + half_height]
    }
}

pub(super) fn map(corpus: &Corpus, state: &State, set: &MapSet) -> MapScreen {
    let camera = current_camera(corpus, state);
    let sight = Sight::of(camera, state.viewport);
    let outside = Outside::of(set, &sight);
    let n_in_view = set.n_located() - outside.n;
    let seen = places::Seen { n_in_view, n_elsewhere: outside.n };

    let wishes = stand::wishes((corpus, &state.reader), set, &sight, camera.zoom);
    let mut room = Room::new(state.viewport.width, state.viewport.height);
    take_controls(&mut room, state.viewport);
    let drawn = groups::drawn(set, &sight, camera.zoom);
    let stand::Standing { stands, told, sides } =
        stand::standing((corpus, &state.reader), set, &drawn, &mut room, &wishes);
    let clusters = groups::markers(corpus, state, set, &drawn.clusters, (told, sides));
    let markers = markers::markers(corpus, state, &drawn.spots, stands);
    let labels = base::labels(corpus, &state.reader, set, camera.zoom, &sight, &mut room);
    MapScreen {
        camera,
        labels,
        ghosts: ghosts(set, camera, &sight),
        focus_country: set.focus_country.map(|c| c.as_str().to_owned()),
        selected_countries: facet::wanted_places(corpus, &state.selection)
            .map(|idx| corpus.place(idx))
            .filter(|p| p.kind == PlaceKind::Country)
            .filter_map(|p| p.country.map(|c| c.as_str().to_owned()))
            .collect(),
        off_view: off_view(corpus, set, &outside, n_in_view > 0),
        has_ring: markers.iter().any(|marker| marker.shape == MarkerShape::Ring),
        has_unsure: markers.iter().any(|marker| marker.is_unsure),
        markers,
        clusters,
        scale: scale::bar(camera, state.viewport),
        area: state.selection.area.map(|a| area::drawn(camera, state.viewport, a)),
        is_drawing: state.is_drawing,
        places: places::places(corpus, state, set, &sight_of(&sight), &seen),
        is_home: state.camera.is_none(),
    }
}

/// What the selection leaves out, thinly: where many lie close together one stands for them, so that the map stays calm.
///
/// The cells hang on the world and not on the view, so that dragging the map does not make other dots.
fn ghosts(set: &MapSet, camera: Camera, sight: &Sight) -> Vec<(f64, f64)> {
    /// Side of a cell in pixels, at whole zooms.
    const CELL: f64 = 18.0;
    let side = CELL * sight.size / Camera { zoom: libm::round(camera.zoom), ..camera }.world_size();
    // From pixels of the view to those of the first cell that it touches.
    let within = |middle: f64, length: f64| {
        let start = middle * sight.size - length / 2.0;
        start - libm::floor(start / side) * side
    };
    let dx = within(sight.centre.x, sight.view.width);
    let dy = within(sight.centre.y, sight.view.height);
    let n_columns = (sight.view.width / side) as usize + 2;
    let n_rows = (sight.view.height / side) as usize + 2;
    let mut is_taken = vec![false; n_columns.saturating_mul(n_rows)];
    let is_first = |&(x, y): &(f64, f64)| {
        let cell = ((y + dy) / side) as usize * n_columns + ((x + dx) / side) as usize;
        is_taken.get_mut(cell).is_some_and(|is_taken| !std::mem::replace(is_taken, true))
    };
    set.ghosts.iter().filter_map(|&at| sight.of_point(at)).filter(is_first).collect()
}

/// Whether a position is in view.
fn sight_of(sight: &Sight) -> impl Fn(Point) -> bool {
    let sight = *sight;
    move |at| sight.of_point(at).is_some()
}

/// The corners where the buttons, the scale, and legend with attribution stand: no label goes below them.
fn take_controls(room: &mut Room, view: Viewport) {
    let Viewport { width, height } = view;
    if view.has_buttons() {
        room.take(Box2 { left: width - 54.0, top: 0.0, right: width, bottom: 206.0 });
    }
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

/// Places of the set outside the view.
#[derive(Default)]
struct Outside {
    /// How many.
    n: usize,
    /// The first of them in reading order; areas come behind what a reader can go to.
    first: Vec<usize>,
}

impl Outside {
    fn of(set: &MapSet, sight: &Sight) -> Self {
        let (mut n, mut spots, mut areas) = (0, Vec::new(), Vec::new());
        for &(spot, at) in &set.located {
            if sight.of_point(at).is_none() {
                n += 1;
                if spots.len() < MOST_OFF_VIEW {
                    let is_area = set.spots.get(spot).is_some_and(|spot| spot.is_area);
                    let list = if is_area { &mut areas } else { &mut spots };
                    list.push(spot);
                }
            }
        }
        spots.append(&mut areas);
        spots.truncate(MOST_OFF_VIEW);
        Self { n, first: spots }
    }
}

fn off_view(
    corpus: &Corpus,
    set: &MapSet,
    outside: &Outside,
    any_in_view: bool,
) -> Option<OffView> {
    let left = outside.n.saturating_sub(MOST_OFF_VIEW);
    let places = outside.first.iter().filter_map(|&spot| set.spots.get(spot));
    (outside.n > 0).then(|| OffView {
        lead: wording::off_view_lead(any_in_view),
        places: places
            .map(|spot| {
                let (place, n_articles) = (corpus.place(spot.count.value), spot.count.n_articles);
                OffViewPlace {
                    id: place.id.as_str().to_owned(),
                    label: place.name.clone(),
                    n_articles,
                    spoken: wording::show_on_map(&place.name, n_articles),
                }
            })
            .collect(),
        more: (left > 0).then(|| wording::and_more(left)),
        all: (outside.n > 1).then(|| wording::all_of(outside.n)),
    })
}
