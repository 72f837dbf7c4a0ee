//! Pictures of the map: golden files of a small world, and what holds for any view and any text.

use crate::corpus::bundled;
use dateline_core::facet;
use dateline_core::geo::LatLon;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::picture::{Colours, FileKind, Node, Subject, picture, sheet, shown_link};
use dateline_view::screen::MarkerShape;
use dateline_view::{Action, State, screen, update};
use expect_test::{ExpectFile, expect_file};
use proptest::prelude::*;
use world::{Spot, at, map, spot, world};

mod world;

const VIEW: Viewport = Viewport { width: 480.0, height: 320.0 };

/// The picture of some places of the small world.
fn drawn(camera: Camera, viewport: Viewport, spots: &[Spot], n_numbered: usize) -> Node {
    let basemap = world();
    let map = map(camera, viewport, spots);
    let subject = Subject {
        title: "“Roads & rivers” <of a small world>",
        filter: "7 excerpts in 5 articles that name Left".into(),
        published: Some("Articles published 18 January 2026 to 28 January 2026".into()),
        map: &map,
        viewport,
        basemap: Some(&basemap),
        link: "map.html#/v1/?place=left".into(),
        has_heading: n_numbered == 0,
        n_numbered,
    };
    picture(&subject, &Colours::light())
}

fn region() -> Camera {
    Camera::new(at(0.6, 0.415), 4.6)
}

fn places() -> Vec<Spot> {
    let shaped = |shape, spot| Spot { shape, ..spot };
    vec![
        spot("Left", at(0.58, 0.41), 5),
        shaped(MarkerShape::Ring, spot("Capital", at(0.575, 0.43), 2)),
        spot("القامشلي", at(0.61, 0.4), 1),
        shaped(MarkerShape::Area, spot("Highlands", at(0.62, 0.43), 3)),
        shaped(MarkerShape::Area, spot("Marsh", at(0.59, 0.427), 1)),
    ]
}

#[test]
fn golden() {
    let nowhere = Viewport { width: 0.0, height: 0.0 };
    let crowd: Vec<Spot> = (0..1000).map(|_| spot("Left", at(0.58, 0.41), 1)).collect();
    let one = [spot("Left", at(0.58, 0.41), 5)];
    let rows: [(ExpectFile, Camera, Viewport, &[Spot], usize); 8] = [
        (
            expect_file!["../golden/pictures/world.svg"],
            Camera::new(LatLon { lat: 0.0, lon: 0.0 }, 1.0),
            VIEW,
            &places(),
            0,
        ),
        (expect_file!["../golden/pictures/region.svg"], region(), VIEW, &places(), 0),
        (expect_file!["../golden/pictures/numbered.svg"], region(), VIEW, &places(), 5),
        (
            expect_file!["../golden/pictures/date_line.svg"],
            Camera::new(LatLon { lat: -10.0, lon: 179.5 }, 3.0),
            VIEW,
            &[spot("East", at(0.01, 0.53), 2), spot("West", at(0.97, 0.54), 1)],
            0,
        ),
        (
            expect_file!["../golden/pictures/pole.svg"],
            Camera::new(LatLon { lat: -85.0, lon: 20.0 }, 2.0),
            VIEW,
            &[spot("Station", LatLon { lat: -90.0, lon: 20.0 }, 1)],
            0,
        ),
        (expect_file!["../golden/pictures/no_size.svg"], region(), nowhere, &places(), 0),
        (expect_file!["../golden/pictures/one_place.svg"], region(), VIEW, &one, 0),
        (expect_file!["../golden/pictures/one_point.svg"], region(), VIEW, &crowd, 0),
    ];
    for (file, camera, viewport, spots, n_numbered) in rows {
        let text = drawn(camera, viewport, spots, n_numbered).to_file();
        well_formed(&text).unwrap();
        assert!(text.len() < 16_000, "{} bytes for {file:?}", text.len());
        file.assert_eq(&text);
    }
}

/// Reads the XML that we write: tags that close in their order, attributes in double quotes, no bare mark in a text.
fn well_formed(xml: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest =
        xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").ok_or("no head")?;
    while let Some((text, tail)) = rest.split_once('<') {
        entities(text)?;
        let (tag, tail) = tail.split_once('>').ok_or("a tag without an end")?;
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (body, is_empty) = tag.strip_suffix('/').map_or((tag, false), |body| (body, true));
        let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
        let parts: Vec<&str> = attributes.split('"').collect();
        let n_parts_fit = parts.len() % 2 == 1 && parts.last().is_some_and(|end| end.is_empty());
        if !n_parts_fit || !name.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(format!("<{tag}>"));
        }
        for pair in parts.chunks_exact(2) {
            entities(pair[1])?;
        }
        if !is_empty {
            open.push(name);
        }
    }
    if open.is_empty() && rest == "\n" {
        Ok(())
    } else {
        Err(format!("{open:?} open, then {rest:?}"))
    }
}

fn entities(text: &str) -> Result<(), String> {
    let are_known = text.split('&').skip(1).all(|after| {
        ["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| after.starts_with(entity))
    });
    let are_allowed =
        text.chars().all(|c| c == '\n' || (' '..'\u{fffe}').contains(&c) || c > '\u{ffff}');
    if are_known && are_allowed && !text.contains('>') { Ok(()) } else { Err(format!("{text:?}")) }
}

#[test]
fn the_reader_of_xml_finds_mistakes() {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    for (body, is_well) in [
        ("<svg a=\"1\"><path/></svg>\n", true),
        ("<svg><path></svg>\n", false),
        ("<svg a=1/>\n", false),
        ("<svg a=\"1/>\n", false),
        ("<svg>a & b</svg>\n", false),
        ("<svg>\u{1}</svg>\n", false),
        ("<svg/><svg>\n", false),
    ] {
        assert_eq!(well_formed(&format!("{head}{body}")).is_ok(), is_well, "{body}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_and_any_size_make_a_picture(
        title in "\\PC*|.*", label in ".*", link in ".*",
        width in any::<f64>(), height in any::<f64>(), x in any::<f64>(), zoom in any::<f64>(),
    ) {
        let camera = Camera::new(at(0.6, 0.415), zoom);
        let viewport = Viewport { width, height };
        let basemap = world();
        let mut map = map(camera, VIEW, &places());
        map.markers[0].label = label.clone();
        map.markers[1].x = x;
        map.labels[0].text = label;
        let subject = Subject {
            title: &title,
            filter: title.clone(),
            published: Some(link.clone()),
            map: &map,
            viewport,
            basemap: Some(&basemap),
            link: shown_link(&link),
            has_heading: true,
            n_numbered: 0,
        };
        let text = picture(&subject, &Colours::of(|_| title.clone())).to_file();
        prop_assert_eq!(well_formed(&text), Ok(()));
    }
}

#[test]
fn folders_stay_at_home() {
    for (link, shown) in [
        ("https://example.org/a/b.html#/v1/?q=a/b", "https://example.org/a/b.html#/v1/?q=a/b"),
        ("file:///srv/secret/story.html#/v1/?q=a/b", "story.html#/v1/?q=a/b"),
        ("file:///C:/papers/story.html", "story.html"),
        ("", ""),
    ] {
        assert_eq!(shown_link(link), shown);
    }
}

/// One sentence says what came of it, and the panel stays open only where the reader may try another way.
#[test]
fn what_came_of_saving_is_told() {
    let corpus = bundled();
    let open = update(&corpus, &State::new(), Action::ShowSave(true));
    for (action, is_open, word) in [
        (Action::MapSaved("map.svg".into()), false, "“map.svg”"),
        (Action::MapNotSaved(FileKind::Png), true, "SVG"),
        (Action::MapNotSaved(FileKind::Svg), true, "browser"),
    ] {
        let state = update(&corpus, &open, action.clone());
        let told = screen(&corpus, &state);
        assert_eq!(told.is_save_open, is_open, "{action:?}");
        let [notice] = told.notices.as_slice() else { panic!("{:?}", told.notices) };
        assert!(notice.contains(word) && notice.ends_with('.'), "{notice}");
        let again = update(&corpus, &state, Action::ShowSave(false));
        assert_eq!(again.notices.is_empty(), !is_open, "{action:?}");
    }
}

/// The sheet for paper holds every place of the set: with its number, or among those that are elsewhere.
#[test]
fn every_place_is_on_paper() {
    let corpus = bundled();
    for address in ["", "#/v1/?place=moscow", "#/v1/?map=9/35.1/38", "#/v1/?q=xyzzy"] {
        let state = update(&corpus, &State::new(), Action::Arrive(address.into()));
        let screen = screen(&corpus, &state);
        let set = facet::matches(&corpus, &state.selection);
        let sheet = sheet(&corpus, &state, &screen, &set, None, "story.html");
        let elsewhere = sheet.elsewhere.unwrap_or_default();
        for count in facet::count(&corpus, &set).places() {
            let place = corpus.place(count.value);
            let is_numbered = sheet.places.iter().any(|p| p.id == place.id.as_str());
            let is_told = elsewhere.contains(&format!("{} ({})", place.name, count.n_articles));
            assert!(is_numbered != is_told, "{address}: {}", place.name);
        }
        for place in &sheet.places {
            assert!(place.rest.starts_with(", "), "{}{}", place.name, place.rest);
        }
    }
}
