//! Screens of the bundled corpus: one golden file each, and what must hold for every selection.

use crate::corpus::bundled;
use dateline_core::facet::{Area, FacetKey};
use dateline_core::gazetteer::PlaceId;
use dateline_view::camera::Viewport;
use dateline_view::screen::{MarkerShape, Screen};
use dateline_view::{Action, State, screen, update};
use expect_test::expect_file;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A screen in lines that a person can read.
fn drawn(screen: &Screen) -> String {
    let mut out = String::new();
    let says = &screen.says;
    writeln!(out, "{} {} {} {}", says.excerpts, says.between, says.articles, says.tail).unwrap();
    for chip in &says.chips {
        writeln!(out, "  chip {}", chip.label).unwrap();
    }
    for panel in screen.facets.iter() {
        writeln!(
            out,
            "{} {} {}",
            panel.label,
            panel.n_values,
            panel.note.clone().unwrap_or_default()
        )
        .unwrap();
        for row in &panel.rows {
            let state = if row.is_selected {
                " selected"
            } else if row.is_out {
                " out"
            } else {
                ""
            };
            writeln!(
                out,
                "  {}{} {}{state}",
                "  ".repeat(row.depth.into()),
                row.spoken,
                row.percent
            )
            .unwrap();
        }
    }
    let camera = screen.map.camera;
    writeln!(
        out,
        "map {:.2} {:.2} {:.2}, {}",
        camera.zoom, camera.centre.lat, camera.centre.lon, screen.map.scale.label
    )
    .unwrap();
    for m in &screen.map.markers {
        let shape = match m.shape {
            MarkerShape::Disc => "disc",
            MarkerShape::Ring => "ring",
            MarkerShape::Area => "area",
        };
        writeln!(out, "  {shape} {} at {:.0},{:.0} label {:?}", m.spoken, m.x, m.y, m.label_side)
            .unwrap();
    }
    if let Some(off) = &screen.map.off_view {
        let places: Vec<_> =
            off.places.iter().map(|p| format!("{} {}", p.label, p.n_articles)).collect();
        writeln!(
            out,
            "  {} {} {}",
            off.lead,
            places.join(" · "),
            off.more.clone().unwrap_or_default()
        )
        .unwrap();
    }
    for label in &screen.map.labels {
        writeln!(out, "  label {:?} {} at {:.0},{:.0}", label.kind, label.text, label.x, label.y)
            .unwrap();
    }
    let rows = [Some(&screen.timeline.published), screen.timeline.mentioned.as_ref()];
    for bar in rows.into_iter().flatten().flat_map(|row| &row.bars) {
        writeln!(out, "time {}", bar.spoken).unwrap();
    }
    writeln!(out, "{}", screen.excerpts.heading).unwrap();
    for group in &screen.excerpts.groups {
        writeln!(out, "  {} | {}", group.title, group.source).unwrap();
        for excerpt in &group.excerpts {
            let text: String = excerpt
                .segments
                .iter()
                .map(|s| {
                    s.mark.as_ref().map_or(s.text.clone(), |m| format!("[{}|{}]", s.text, m.entity))
                })
                .collect();
            writeln!(out, "    {}-{} {text}", excerpt.span.start, excerpt.span.end).unwrap();
        }
    }
    out
}

pub(crate) fn after(actions: &[Action]) -> Screen {
    let corpus = bundled();
    let sized = Action::Resize(Viewport { width: 752.0, height: 534.0 });
    let state = actions
        .iter()
        .fold(update(&corpus, &State::new(), sized), |state, a| update(&corpus, &state, a.clone()));
    screen(&corpus, &state)
}

/// Syria's coast: Latakia, Hmeimim, Tartous.
const COAST: [f64; 4] = [35.5, 34.5, 36.3, 36.0];

fn area([west, south, east, north]: [f64; 4]) -> Action {
    Action::SetArea(Area::new(west, south, east, north))
}

pub(crate) fn choose(place: &str) -> Action {
    Action::ChoosePlace(PlaceId::new(place).unwrap())
}

#[test]
fn home() {
    expect_file!["../golden/home.txt"].assert_eq(&drawn(&after(&[])));
}

#[test]
fn one_place() {
    expect_file!["../golden/qamishli.txt"].assert_eq(&drawn(&after(&[choose("qamishli")])));
}

#[test]
fn a_place_outside_the_home_view_is_framed_with_it() {
    let screen = after(&[choose("moscow")]);
    assert!(screen.map.markers.iter().any(|m| m.id == "moscow" && m.is_selected));
}

/// Every spelling of a place finds the excerpts that name it, whatever they call it.
#[test]
fn a_place_is_found_by_any_of_its_names() {
    let named = after(&[choose("qamishli")]).says.n_excerpts;
    for spelling in ["qamishlo", "Kamishly", "القامشلي", "al-Qamishli"] {
        let found = after(&[Action::SetWords(spelling.into())]);
        assert_eq!(found.says.n_excerpts, named, "{spelling}");
    }
}

#[test]
fn marks_alone_narrow_nothing() {
    let screen = after(&[Action::SetWords("(.)".into())]);
    assert!(!screen.says.is_narrowed && screen.says.chips.is_empty());
    assert_eq!(screen.says.n_excerpts, after(&[]).says.n_excerpts);
}

/// Wherever the reader has moved the map: what they select comes into view.
#[test]
fn a_place_selected_outside_the_view_comes_into_it() {
    let screen = after(&[Action::ShowPlace(PlaceId::new("moscow").unwrap()), choose("paris")]);
    assert!(screen.map.markers.iter().any(|m| m.id == "paris" && m.is_selected));
    let kept = after(&[Action::ShowPlace(PlaceId::new("moscow").unwrap()), choose("moscow")]);
    assert!(!kept.map.is_home, "a place that is in view does not move the map");
}

#[test]
fn the_selection_is_a_sentence() {
    let toggle = |place: &str| Action::ToggleValue(FacetKey::Place, place.into());
    let day = || "2026-01-28".parse().ok();
    for (actions, sentence) in [
        (vec![], "105 excerpts in 5 articles name 24 places"),
        (vec![toggle("paris")], "1 excerpt in 1 article that names Paris"),
        (
            vec![toggle("qamishli"), toggle("tartous")],
            "14 excerpts in 5 articles that name Qamishli or Tartous",
        ),
        (
            vec![
                toggle("qamishli"),
                Action::ToggleValue(FacetKey::Outlet, "bna".into()),
                Action::SetDates(day(), day()),
                Action::SetWords("hub".into()),
            ],
            "1 excerpt in 1 article that names Qamishli in bna published on 28\u{a0}January\u{a0}2026 with “hub”",
        ),
    ] {
        assert_eq!(dateline_view::wording::says(&after(&actions).says), sentence);
    }
}

#[test]
fn an_area_is_named_by_its_countries() {
    let qamishli = || Action::ToggleValue(FacetKey::Place, "qamishli".into());
    for (actions, chip) in [
        (vec![area(COAST)], "that name places in an area of Syria"),
        (vec![qamishli(), area(COAST)], "and places in an area of Syria"),
        (
            vec![area([-40.0, 20.0, -30.0, 25.5])],
            "that name places in an area around 22.8°\u{a0}N, 35.0°\u{a0}W",
        ),
        (vec![area([-10.0, 30.0, 60.0, 60.0])], "that name places in an area of 6 countries"),
    ] {
        let said = after(&actions).says;
        let last = said.chips.last().unwrap();
        assert_eq!(format!("{} {}", last.lead, last.label), chip, "{actions:?}");
    }
}

/// A link that names an area shows all of it; drawing one moves nothing.
#[test]
fn an_area_is_in_view_and_the_map_stays_where_it_was() {
    let linked = after(&[Action::Arrive("#/v1/?box=176/-20/-178/-15".into())]).map;
    let outline = linked.area.unwrap();
    assert!(outline.left > 0.0 && outline.top > 0.0, "{outline:?}");
    assert!(outline.left + outline.width < 752.0 && outline.top + outline.height < 534.0);
    assert!(outline.width > 200.0 || outline.height > 200.0, "{outline:?}");
    assert_eq!(after(&[area(COAST)]).map.camera, after(&[]).map.camera);
}

/// "Fit" frames what is selected, not what is named besides.
#[test]
fn fitting_shows_what_is_selected() {
    let moscow = Action::ShowPlace(PlaceId::new("moscow").unwrap());
    for (select, seen, unseen) in [
        (choose("qamishli"), "qamishli", "moscow"),
        (area(COAST), "tartous", "moscow"),
        // Moscow itself stands in a cluster with the Kremlin.
        (Action::ClearAll, "russia", ""),
    ] {
        let screen = after(&[select.clone(), moscow.clone(), Action::FitSelection]);
        let markers: Vec<_> = screen.map.markers.iter().map(|m| m.id.as_str()).collect();
        assert!(markers.contains(&seen) && !markers.contains(&unseen), "{select:?}: {markers:?}");
    }
}

/// What the map shows is what "narrow to this view" keeps.
#[test]
fn the_places_in_view_are_those_of_the_area_of_the_view() {
    let before = after(&[]);
    let shown: BTreeSet<_> = before.map.markers.iter().map(|m| &m.id).collect();
    let narrowed = after(&[Action::NarrowToView]);
    assert!(!narrowed.map.is_home && narrowed.says.n_excerpts < before.says.n_excerpts);
    for group in &narrowed.excerpts.groups {
        for card in &group.excerpts {
            let mut marks = card.segments.iter().filter_map(|s| s.mark.as_ref());
            assert!(marks.any(|mark| shown.contains(&mark.entity)), "{:?}", card.segments);
        }
    }
}

/// The list holds every place of the set, once, in the group in which the map has it.
#[test]
fn the_list_holds_every_place() {
    for actions in [vec![], vec![choose("moscow")], vec![area(COAST)]] {
        let screen = after(&[actions.clone(), vec![Action::ListPlaces(true)]].concat());
        let list = screen.map.places.list.unwrap();
        let rows: Vec<_> = list.groups.iter().flat_map(|g| &g.rows).collect();
        let ids: BTreeSet<_> = rows.iter().map(|r| &r.id).collect();
        assert_eq!((rows.len(), ids.len()), (screen.says.n_places, screen.says.n_places));
        let in_view: BTreeSet<_> = list.groups[0].rows.iter().map(|r| &r.id).collect();
        let markers: BTreeSet<_> = screen.map.markers.iter().map(|m| &m.id).collect();
        assert_eq!(in_view, markers, "{actions:?}");
        assert_eq!(screen.map.places.n_in_view, markers.len());
    }
}

#[test]
fn pointing_at_an_excerpt_lights_its_places() {
    let screen = after(&[]);
    let card = &screen.excerpts.groups[0].excerpts[0];
    let named: BTreeSet<_> =
        card.segments.iter().filter_map(|s| s.mark.as_ref()).map(|m| m.entity.as_str()).collect();
    let lit = after(std::slice::from_ref(&card.point));
    let hovered = lit.map.markers.iter().filter(|m| m.is_hovered).map(|m| m.id.as_str());
    let hovered: BTreeSet<_> = hovered.collect();
    assert!(!hovered.is_empty() && hovered.is_subset(&named), "{hovered:?} {named:?}");
    let one = PlaceId::new("tartous").unwrap();
    let marked = after(&[card.point.clone(), Action::Hover(Some(one))]).map.markers;
    let marked: Vec<_> = marked.iter().filter(|m| m.is_hovered).map(|m| m.id.as_str()).collect();
    assert_eq!(marked, ["tartous"], "a mark within an excerpt is meant alone");
}

#[test]
fn nothing_left_says_what_to_do() {
    let screen = after(&[Action::SetWords("xyzzy".into())]);
    assert!(screen.excerpts.empty.is_some());
    assert!(screen.map.markers.is_empty());
}

/// Map, facets, counts and excerpts are of one set, whatever is selected.
#[test]
fn all_parts_show_the_same_set() {
    for actions in [
        vec![],
        vec![choose("qamishli")],
        vec![choose("tartous"), Action::ToggleValue(FacetKey::Place, "hmeimim".into())],
        vec![choose("moscow"), Action::ToggleValue(FacetKey::Outlet, "middle-east-eye".into())],
        vec![Action::SetWords("police".into())],
        vec![Action::SetDates("2027-01-01".parse().ok(), None)],
        vec![area(COAST)],
        vec![choose("qamishli"), area(COAST), Action::SetWords("military".into())],
        vec![area([-10.0, -10.0, -5.0, -5.0])],
        vec![Action::ShowPlace(PlaceId::new("qamishli").unwrap()), Action::NarrowToView],
    ] {
        let screen = after(&actions);
        let cards: Vec<_> = screen.excerpts.groups.iter().flat_map(|g| &g.excerpts).collect();
        let articles: BTreeSet<_> = cards.iter().map(|c| &c.article).collect();
        let places: BTreeSet<_> = cards
            .iter()
            .flat_map(|c| &c.segments)
            .filter_map(|s| s.mark.as_ref())
            .filter(|m| m.kind == "place")
            .map(|m| &m.entity)
            .collect();
        assert_eq!(screen.says.n_excerpts, cards.len(), "{actions:?}");
        assert_eq!(screen.says.n_articles, articles.len(), "{actions:?}");
        assert_eq!(screen.says.n_places, places.len(), "{actions:?}");
        for marker in &screen.map.markers {
            let naming = |id: &str| {
                cards
                    .iter()
                    .filter(|c| {
                        c.segments.iter().any(|s| s.mark.as_ref().is_some_and(|m| m.entity == id))
                    })
                    .count()
            };
            assert_eq!(marker.n_excerpts, naming(&marker.id), "{actions:?} {}", marker.id);
        }
    }
}

/// Labels of markers never stand on each other, at any size of the map.
#[test]
fn the_four_places_have_their_labels() {
    let corpus = bundled();
    for (width, height) in [(752.0, 534.0), (1180.0, 800.0), (500.0, 330.0), (390.0, 330.0)] {
        let state = update(&corpus, &State::new(), Action::Resize(Viewport { width, height }));
        let screen = screen(&corpus, &state);
        for id in ["qamishli", "quneitra", "hmeimim", "tartous"] {
            let marker = screen
                .map
                .markers
                .iter()
                .find(|m| m.id == id)
                .unwrap_or_else(|| panic!("{id} at {width}"));
            assert!(marker.label_side.is_some(), "{id} has no label at {width}×{height}");
        }
    }
}
