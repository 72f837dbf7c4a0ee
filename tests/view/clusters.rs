//! Clusters on the map of the bundled corpus: what they say, and that opening them leads to every place.

use crate::corpus::bundled;
use dateline_core::corpus::Corpus;
use dateline_core::gazetteer::PlaceId;
use dateline_view::camera::Viewport;
use dateline_view::screen::Screen;
use dateline_view::{Action, State, screen, update};
use std::sync::LazyLock;

/// All places of the corpus in one view, the close ones together.
const WORLD: &str = "#/v1/?map=1.6/25/20";

static CORPUS: LazyLock<Corpus> = LazyLock::new(bundled);

fn state_after(actions: &[Action]) -> State {
    let mut state = State::new();
    state.viewport = Viewport { width: 752.0, height: 534.0 };
    actions.iter().fold(state, |state, action| update(&CORPUS, &state, action.clone()))
}

fn after(actions: &[Action]) -> Screen {
    screen(&CORPUS, &state_after(actions))
}

fn world() -> Action {
    Action::Arrive(WORLD.to_owned())
}

fn is_marked(screen: &Screen, id: &str) -> bool {
    screen.map.markers.iter().any(|marker| marker.id == id)
}

#[test]
fn a_cluster_says_what_it_holds() {
    let screen = after(&[world()]);
    let moscow = screen.map.clusters.iter().find(|c| c.key == "moscow").unwrap();
    assert_eq!(moscow.spoken, "3 places, all in Russia: Moscow, Kremlin, Vnukovo Airport");
    assert_eq!((moscow.number.as_str(), moscow.label.as_str()), ("3", "Moscow and 2 more"));
}

#[test]
fn every_place_in_view_is_a_marker_or_counted_in_a_cluster() {
    for zoom in ["0.5", "1.6", "2.5"] {
        let screen = after(&[Action::Arrive(format!("#/v1/?map={zoom}/30/30"))]);
        let map = &screen.map;
        let in_clusters: usize = map.clusters.iter().map(|c| c.n_places).sum();
        assert!(zoom != "1.6" || in_clusters > 0, "{zoom}");
        assert_eq!(map.markers.len() + in_clusters, map.places.n_in_view, "{zoom}");
    }
}

#[test]
fn a_cluster_opens_until_every_place_stands_for_itself() {
    let mut actions = vec![world()];
    let opened = (0..20).find_map(|_| {
        let screen = after(&actions);
        let ids = ["moscow", "kremlin", "vnukovo-airport"];
        if ids.iter().all(|id| is_marked(&screen, id)) {
            return Some(screen);
        }
        let holding = screen.map.clusters.iter().find(|c| c.key == "moscow");
        actions.push(holding.expect("the rest is in one cluster with Moscow").open.clone());
        None
    });
    assert!(opened.is_some(), "{actions:?}");
    assert!(actions.len() > 1);
}

#[test]
fn what_is_selected_stands_for_itself_and_what_the_pointer_is_on_is_lit() {
    let kremlin = PlaceId::new("kremlin").unwrap();
    let selected = after(&[Action::Arrive("#/v1/?place=kremlin&map=1.6/25/20".to_owned())]);
    assert!(is_marked(&selected, "kremlin"));
    let pointed = after(&[world(), Action::Hover(Some(kremlin))]);
    let lit: Vec<_> = pointed.map.clusters.iter().filter(|c| c.is_hovered).collect();
    assert_eq!(lit.len(), 1);
    assert_eq!(lit[0].key, "moscow");
}
