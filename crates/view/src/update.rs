//! The reducer: what an action makes of a state. Pure, and the only place where the state changes.

use crate::action::Action;
use crate::address;
use crate::camera::Camera;
use crate::corrections;
use crate::intake;
use crate::listing::{EntityId, Listing};
use crate::movement::{Rect, area_below};
use crate::screen::{everything, home, opened, selected};
use crate::state::{Notice, State};
use dateline_core::article::ArticleId;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, Area, FacetKey, Selection};
use dateline_core::gazetteer::{Place, PlaceId};

/// Zoom at which a place is shown that the reader asked to see, unless the map is closer already.
const PLACE_ZOOM: f64 = 5.6;

/// Longer searches would not fit into an address.
const LONGEST_SEARCH: usize = 100;

/// The state after an action.
pub fn update(corpus: &Corpus, state: &State, action: Action) -> State {
    let mut next = state.clone();
    let arrived = matches!(action, Action::Arrive(_));
    if !is_passing(&action) {
        // Read by now: whoever acts again has seen it.
        next.notices.retain(|n| {
            !matches!(
                n,
                Notice::LinkCopied
                    | Notice::QuotationCopied
                    | Notice::MapSaved { .. }
                    | Notice::FixesSaved
            )
        });
    }
    match action {
        Action::ChoosePlace(id) => {
            let chosen = state.selection.chosen(FacetKey::Place);
            let is_alone = chosen.included() == [id.as_str()] && chosen.excluded().is_empty();
            next.selection.clear(FacetKey::Place);
            if !is_alone {
                next.selection.include(FacetKey::Place, id.as_str());
            }
        }
        Action::ToggleValue(key, value) => next.selection.toggle(key, &value),
        Action::ExcludeValue(key, value) => next.selection.toggle_excluded(key, &value),
        Action::WantAll(key, is_all) => next.selection.set_all(key, is_all),
        Action::Fold(key, is_folded) => {
            next.unfolded.retain(|unfolded| *unfolded != key);
            if !is_folded {
                next.unfolded.push(key);
            }
        }
        Action::FindInFacet(key, text) => {
            let is_sought = !text.trim().is_empty();
            next.sought = is_sought.then(|| (key, text.chars().take(LONGEST_SEARCH).collect()));
        }
        Action::SetWords(words) => {
            let plain = |c: char| if c.is_control() { ' ' } else { c };
            let typed = words.chars().map(plain).take(LONGEST_SEARCH);
            next.selection.words = typed.collect();
        }
        Action::SetDates(from, to) => {
            (next.selection.from, next.selection.to) = match (from, to) {
                (Some(from), Some(to)) if to < from => (Some(to), Some(from)),
                range => range,
            };
        }
        Action::ChooseDays(id) => {
            next.selection.clear(FacetKey::On);
            id.iter().for_each(|id| next.selection.include(FacetKey::On, id));
        }
        Action::SetArea(area) => set_area(corpus, state, &mut next, area),
        Action::NarrowToView => {
            let camera = current_camera(corpus, state);
            let area = area_below(camera, state.viewport, Rect::whole(state.viewport));
            if area.is_some() {
                set_area(corpus, state, &mut next, area);
            }
        }
        Action::ClearAll => next.selection = Selection::default(),
        Action::MoveCamera(camera) => next.camera = Some(camera),
        Action::ZoomBy(levels) => {
            let (x, y) = (state.viewport.width / 2.0, state.viewport.height / 2.0);
            next.camera =
                Some(current_camera(corpus, state).zoomed_at(levels, x, y, state.viewport));
        }
        Action::PanBy(dx, dy) => {
            next.camera = Some(current_camera(corpus, state).panned(dx, dy, state.viewport));
        }
        Action::GoHome => next.camera = None,
        Action::ShowPlace(id) => next.camera = shown(corpus, state, &id).or(state.camera),
        Action::FitSelection => next.camera = Some(selected(corpus, state)),
        Action::OpenCluster { square, zoom } => {
            next.camera = Some(opened(square, zoom, state.viewport));
        }
        Action::ShowAll => next.camera = Some(everything(corpus, state)),
        Action::Resize(viewport) => next.viewport = viewport,
        Action::Open(open) => {
            next.open_words = address::words_at(corpus, &open);
            next.open = Some(open);
        }
        Action::CloseArticle => (next.open, next.open_words) = (None, None),
        Action::ToggleMarks(kind) => match next.unmarked.iter().position(|k| *k == kind) {
            Some(at) => drop(next.unmarked.swap_remove(at)),
            None => next.unmarked.push(kind),
        },
        Action::Hover(place) => next.hovered = place,
        Action::HoverExcerpt(places) => next.hovered_excerpt = places,
        Action::Draw(is_drawing) => next.is_drawing = is_drawing,
        Action::ListPlaces(is_open) => next.is_list_open = is_open,
        Action::ShowTab(tab) => next.tab = tab,
        Action::ShowAbout(is_open) => next.is_about_open = is_open,
        Action::Palette(text) => {
            next.palette = text.map(|text| text.chars().take(LONGEST_SEARCH).collect());
        }
        Action::ShowKeys(is_open) => next.is_keys_open = is_open,
        Action::UseKeys(is_on) => next.are_keys_off = !is_on,
        Action::ShowSave(is_open) => next.is_save_open = is_open,
        Action::MapSaved(file) => {
            next.is_save_open = false;
            tell(&mut next, Notice::MapSaved { file });
        }
        Action::MapNotSaved(kind) => tell(&mut next, Notice::MapNotSaved(kind)),
        Action::List(listing) => next.listing = listing,
        // What lies above the panel closes first.
        Action::LookAt(None) if state.open.is_some() => {}
        Action::LookAt(of) => next.of = of,
        Action::ListStatements(of) => list_statements(&of, &mut next),
        Action::Widen(passage) => {
            next.widened.retain(|widened| *widened != passage);
            if next.widened.len() == state.widened.len() {
                next.widened.push(passage);
            }
        }
        Action::QuotationCopied => tell(&mut next, Notice::QuotationCopied),
        Action::ShowRows(rows) => next.rows = rows,
        Action::Arrive(fragment) => arrive(corpus, &fragment, &mut next),
        Action::LinkCopied => {
            tell(&mut next, Notice::LinkCopied);
            let n = address::n_left_out(&state.corrections);
            if n > 0 {
                tell(&mut next, Notice::FixesLeftOut(n));
            }
        }
        Action::CopyRefused(link) => tell(&mut next, Notice::CopyRefused { link }),
        Action::Intake(action) => {
            intake::update(corpus, &mut next, action);
            return next;
        }
        Action::Fix(action) => corrections::update(corpus, &mut next, action),
        Action::Dismiss(idx) => {
            if idx < next.notices.len() {
                next.notices.remove(idx);
            }
        }
    }
    if !arrived && added_outside_view(corpus, state, &next) {
        // The home view holds whatever is selected.
        next.camera = None;
    }
    if next.listing != state.listing {
        next.rows = 0..0;
    }
    if next.open != state.open {
        // What was asked is asked of the article that was open.
        let is_open = |id: &ArticleId| next.open.as_ref().is_some_and(|open| open.id == *id);
        next.asked = next.asked.take().filter(|asked| is_open(&asked.article));
    }
    if next.selection != state.selection {
        next.widened.clear();
        next.rows = 0..0;
        if !arrived {
            next.notices.clear();
        }
    }
    next
}

/// What happens by itself, or in passing: the reader did not act on the page.
fn is_passing(action: &Action) -> bool {
    matches!(
        action,
        Action::Hover(_)
            | Action::HoverExcerpt(_)
            | Action::Resize(_)
            | Action::ShowRows(_)
            | Action::Intake(_)
    )
}

/// Narrows to what somebody said, or to what names a place, and lists statements.
fn list_statements(of: &EntityId, next: &mut State) {
    let key = if of.key == FacetKey::Place { FacetKey::Place } else { FacetKey::Said };
    next.selection.clear(key);
    next.selection.include(key, &of.id);
    next.listing = Listing::Statements;
    next.of = None;
}

/// Narrows to an area, or no longer; the map stays where the reader saw it, also when that was the home view.
fn set_area(corpus: &Corpus, state: &State, next: &mut State, area: Option<Area>) {
    next.selection.area = area;
    next.is_drawing = false;
    if area.is_some() {
        next.camera = Some(current_camera(corpus, state));
    }
}

/// Whether a place was selected that the reader's own view of the map does not hold.
fn added_outside_view(corpus: &Corpus, before: &State, now: &State) -> bool {
    let Some(camera) = now.camera.filter(|_| before.camera == now.camera) else { return false };
    let places = facet::wanted_places(corpus, &now.selection).map(|idx| corpus.place(idx));
    let is_added = |p: &&Place| !before.selection.includes(FacetKey::Place, p.id.as_str());
    let mut points = places.filter(is_added).filter_map(|place| place.point);
    points.any(|point| !camera.shows(point, now.viewport))
}

/// The camera in use: the reader's, or the home view.
pub fn current_camera(corpus: &Corpus, state: &State) -> Camera {
    state.camera.unwrap_or_else(|| home(corpus, &state.selection, state.viewport))
}

fn shown(corpus: &Corpus, state: &State, id: &PlaceId) -> Option<Camera> {
    let point = corpus.place(corpus.find_place(id)?).point?;
    let zoom = current_camera(corpus, state).zoom;
    Some(Camera::new(point, if state.camera.is_some() { zoom } else { zoom.min(PLACE_ZOOM) }))
}

/// Takes over what an address says; size, tab and hovered place stay.
fn arrive(corpus: &Corpus, fragment: &str, next: &mut State) {
    let read = address::read(fragment, corpus);
    next.selection = read.selection;
    next.listing = read.listing;
    next.of = read.of;
    next.camera = read.camera;
    (next.open, next.open_words) = (read.open, read.words);
    next.notices = read.notices;
    let (corrections, n_missing) = corrections::arrived(corpus, &next.corrections, &read.fixes);
    let held = core::mem::replace(&mut next.corrections, corrections);
    let n_put_away = next.corrections.put_away().map(|list| list.len());
    if let Some(n) = n_put_away.filter(|_| held.sum().is_some()) {
        tell(next, Notice::FixesPutAway(n));
    }
    if n_missing > 0 {
        tell(next, Notice::FixesMissing(n_missing));
    }
}

pub(crate) fn tell(state: &mut State, notice: Notice) {
    state.notices.retain(|n| core::mem::discriminant(n) != core::mem::discriminant(&notice));
    state.notices.push(notice);
}
