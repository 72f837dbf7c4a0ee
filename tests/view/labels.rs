//! Labels on the map: they keep their side while the map is dragged, and follow the reader's language.

use crate::corpus::bundled;
use dateline_core::corpus::Corpus;
use dateline_core::gazetteer::CountryCode;
use dateline_tests::crowd::crowd;
use dateline_view::camera::Viewport;
use dateline_view::reader::Reader;
use dateline_view::screen::{MarkerShape, Side, screen};
use dateline_view::{Action, State, update};
use std::collections::BTreeMap;
use std::rc::Rc;

const VIEW: Viewport = Viewport { width: 900.0, height: 600.0 };
/// As far from the edges as a label, or a chain of labels that push each other, may reach.
const EDGE: f64 = 210.0;

/// Key and side of every label that is far from the edges.
fn sides(corpus: &Corpus, state: &State) -> BTreeMap<String, Option<Side>> {
    let map = screen(corpus, state).map;
    let inside = |x: f64, y: f64| {
        (EDGE..VIEW.width - EDGE).contains(&x) && (EDGE..VIEW.height - EDGE).contains(&y)
    };
    let markers = map.markers.iter().map(|m| (m.id.clone(), m.x, m.y, m.label_side));
    let clusters = map.clusters.iter().map(|c| (format!("{}+", c.key), c.x, c.y, c.label_side));
    let all = markers.chain(clusters).filter(|&(_, x, y, _)| inside(x, y));
    all.map(|(key, _, _, side)| (key, side)).collect()
}

#[test]
fn labels_keep_their_side_while_the_map_is_dragged() {
    let corpus = Corpus::new(crowd(400, Vec::new()));
    let mut n_seen = 0;
    for zoom in ["2", "4", "5.5"] {
        let mut state = State { viewport: VIEW, ..State::new() };
        state = update(&corpus, &state, Action::Arrive(format!("#/v1/?map={zoom}/40/20")));
        let mut before = sides(&corpus, &state);
        for step in 0..40 {
            state =
                update(&corpus, &state, Action::PanBy(if step < 20 { -13.0 } else { 9.0 }, 5.0));
            let now = sides(&corpus, &state);
            for (key, side) in &now {
                if let Some(was) = before.get(key) {
                    n_seen += 1;
                    assert_eq!(was, side, "{key} at zoom {zoom}, step {step}");
                }
            }
            before = now;
        }
    }
    assert!(n_seen > 500, "{n_seen}");
}

#[test]
fn dots_of_what_is_left_out_are_few_and_keep_their_place() {
    let corpus = Corpus::new(crowd(4000, Vec::new()));
    for zoom in ["3", "3.6", "4.4"] {
        let mut state = State { viewport: VIEW, ..State::new() };
        let address = format!("#/v1/?place=made-0000001&map={zoom}/40/20");
        state = update(&corpus, &state, Action::Arrive(address));
        let dots = |state: &State| screen(&corpus, state).map.ghosts;
        let before = dots(&state);
        // At least 12 pixels are between the middles of two cells, whatever the zoom.
        let most = (VIEW.width / 12.0) * (VIEW.height / 12.0);
        assert!(!before.is_empty() && (before.len() as f64) < most, "{zoom}: {}", before.len());
        let now = dots(&update(&corpus, &state, Action::PanBy(40.0, 0.0)));
        let is_kept = |&(x, y): &(f64, f64)| {
            let shifted = |dx: f64| move |dot: &(f64, f64)| (dot.0 - x - dx).hypot(dot.1 - y) < 0.1;
            !(60.0..VIEW.width - 60.0).contains(&x)
                || now.iter().any(shifted(40.0))
                || now.iter().any(shifted(-40.0))
        };
        let n_kept = before.iter().filter(|dot| is_kept(dot)).count();
        assert_eq!(n_kept, before.len(), "{zoom}");
    }
}

#[test]
fn labels_come_in_the_language_of_the_reader() {
    let corpus = bundled();
    let turkey = CountryCode::new("TR").unwrap();
    for (language, country, marker, spoken, label) in [
        ("ar-SY", "تركيا", "القامشلي", "القامشلي, Qamishli, city in Syria", "تركيا"),
        ("ru", "Турция", "Камышлы", "Камышлы, Qamishli, city in Syria", "ТУРЦИЯ"),
        ("fr", "Turquie", "Qamishli", "Qamishli, city in Syria", "TURQUIE"),
    ] {
        let reader = Rc::new(Reader::new(language, vec![(turkey, country.to_owned())]));
        let state = State { viewport: VIEW, reader, ..State::new() };
        let state = update(&corpus, &state, Action::Arrive("#/v1/?map=6/37.6/39".to_owned()));
        let map = screen(&corpus, &state).map;
        let qamishli = map.markers.iter().find(|m| m.id == "qamishli").unwrap();
        assert_eq!(qamishli.label, marker);
        assert!(qamishli.spoken.starts_with(spoken), "{}", qamishli.spoken);
        let named = map.labels.iter().find(|l| l.text == label);
        assert_eq!(named.and_then(|l| l.language.as_deref()), Some(language), "{:?}", map.labels);
        // What has no name in that language keeps its own.
        assert!(map.labels.iter().any(|l| l.language.is_none()), "{language}");
    }
}

#[test]
fn names_follow_every_language_but_english() {
    for (language, follows) in [("en", false), ("en-GB", false), ("ar-SY", true), ("enm", true)] {
        assert_eq!(Reader::follows(language), follows, "{language}");
    }
}

/// The areas of a view of the bundled corpus: name, how far it stands from its point, and whether it is named.
fn areas(corpus: &Corpus, (width, height): (f64, f64), map: &str) -> Vec<(String, f64, bool)> {
    let viewport = Viewport { width, height };
    let state = State { viewport, ..State::new() };
    let state = update(corpus, &state, Action::Arrive(format!("#/v1/?map={map}")));
    let map = screen(corpus, &state).map;
    let areas = map.markers.iter().filter(|m| m.shape == MarkerShape::Area);
    areas
        .map(|m| {
            let place = corpus.places().iter().find(|p| p.id.as_str() == m.id).unwrap();
            let (x, y) = map.camera.to_screen(place.point.unwrap(), viewport);
            (m.label.clone(), (m.x - x).hypot(m.y - y), m.label_side.is_some())
        })
        .collect()
}

const PHONE: (f64, f64) = (390.0, 245.0);
const SMALL_PHONE: (f64, f64) = (320.0, 180.0);

/// What marks an area is not pushed to where another place is, however crowded the view: as far as a marker is wide, or as a name is kept within its area.
#[test]
fn areas_stay_where_they_are() {
    let corpus = bundled();
    for view in [(600.0, 555.0), PHONE, SMALL_PHONE] {
        for map in ["1/20/20", "2.2/30/40", "4.2/34/40", "5.8/35/38.5", "7.5/33.2/35.9"] {
            for (name, away, is_named) in areas(&corpus, view, map) {
                let most = if is_named { 30.5 } else { 24.5 };
                assert!(away < most, "{name} is {away} off its point at {map} in {view:?}");
            }
        }
    }
}

#[test]
fn areas_have_names_around_clusters() {
    let corpus = bundled();
    for (view, map, least) in [
        ((600.0, 555.0), "1/20/20", 6),
        ((600.0, 555.0), "2.2/30/40", 8),
        ((600.0, 555.0), "4.2/34/40", 8),
        (PHONE, "1/20/20", 5),
        (PHONE, "2.2/30/40", 5),
        (SMALL_PHONE, "1/20/20", 5),
    ] {
        let found = areas(&corpus, view, map);
        let n_named = found.iter().filter(|(_, _, is_named)| *is_named).count();
        assert!(n_named >= least, "{n_named} named at {map} in {view:?}: {found:?}");
    }
}
