//! A small world of a few strokes, and maps of it: two countries with a disputed border, an island across the date line, land at the pole.

use dateline_core::basemap::{
    ArcKind, ArcRef, ArcSource, Basemap, BasemapSource, CountryCode, CountrySource, DivisionSource,
    LevelSource, encode,
};
use dateline_core::geo::LatLon;
use dateline_core::geo::mercator::{Point, unproject};
use dateline_view::Action;
use dateline_view::camera::{Camera, Viewport};
use dateline_view::screen::{
    ClusterMarker, LabelKind, MapLabel, MapScreen, Marker, MarkerShape, OffView, OffViewPlace,
    PlacesScreen, ScaleBar, Side,
};

/// Where a point of the unit square lies on the earth.
pub(super) fn at(x: f64, y: f64) -> LatLon {
    unproject(Point { x, y })
}

pub(super) fn world() -> Basemap {
    let arc = |points: &[[f64; 2]], kind, disputed| ArcSource {
        line: points.to_vec().into(),
        kind,
        disputed,
    };
    let along = |arc_idx| ArcRef { arc_idx, reversed: false };
    let against = |arc_idx| ArcRef { arc_idx, reversed: true };
    let country = |code: &[u8; 2], rings: Vec<Vec<ArcRef>>| CountrySource {
        code: CountryCode::new(*code),
        name: String::new(),
        rings,
        label: [0.5, 0.5],
        area_km2: 1,
    };
    let level = LevelSource {
        arcs: vec![
            arc(&[[0.6, 0.45], [0.605, 0.42], [0.6, 0.39]], ArcKind::Border, true),
            arc(
                &[[0.6, 0.39], [0.57, 0.385], [0.55, 0.4], [0.56, 0.43], [0.6, 0.45]],
                ArcKind::Coast,
                false,
            ),
            arc(
                &[[0.6, 0.45], [0.64, 0.44], [0.66, 0.4], [0.63, 0.38], [0.6, 0.39]],
                ArcKind::Coast,
                false,
            ),
            arc(&[[1.0, 0.55], [0.96, 0.56], [0.95, 0.52], [1.0, 0.51]], ArcKind::Coast, false),
            arc(&[[1.0, 0.51], [1.0, 0.55]], ArcKind::Seam, false),
            arc(&[[0.0, 0.51], [0.03, 0.53], [0.0, 0.55]], ArcKind::Coast, false),
            arc(&[[0.0, 0.55], [0.0, 0.51]], ArcKind::Seam, false),
            arc(&[[0.0, 0.95], [0.3, 0.93], [0.7, 0.96], [1.0, 0.95]], ArcKind::Coast, false),
            arc(&[[1.0, 0.95], [1.0, 1.0], [0.0, 1.0], [0.0, 0.95]], ArcKind::Seam, false),
        ],
        countries: vec![
            country(b"AA", vec![vec![along(1), along(0)]]),
            country(b"BB", vec![vec![along(2), against(0)]]),
            country(b"CC", vec![vec![along(3), along(4)], vec![along(5), along(6)]]),
            country(b"DD", vec![vec![along(7), along(8)]]),
        ],
        divisions: CountryCode::new(*b"AA")
            .map(|country| {
                let line = vec![[0.555, 0.41], [0.605, 0.42]].into();
                DivisionSource { country, line }
            })
            .into_iter()
            .collect(),
    };
    let source = BasemapSource {
        coarse: level.clone(),
        fine: level,
        lakes: vec![vec![vec![[0.62, 0.4], [0.63, 0.4], [0.63, 0.41], [0.62, 0.405]]]],
        rivers: vec![vec![[0.575, 0.42], [0.57, 0.4], [0.575, 0.385]]],
        ..BasemapSource::default()
    };
    Basemap::open(encode(&source).world).unwrap()
}

/// A place of the small world.
pub(super) struct Spot {
    pub(super) name: &'static str,
    pub(super) at: LatLon,
    pub(super) n_articles: usize,
    pub(super) shape: MarkerShape,
}

pub(super) fn spot(name: &'static str, at: LatLon, n_articles: usize) -> Spot {
    Spot { name, at, n_articles, shape: MarkerShape::Disc }
}

/// The map of some places, the first of which is selected when there are several. Each second name stands to the left; an early area has its name on it. In a crowd the first alone has a name.
pub(super) fn map(camera: Camera, view: Viewport, spots: &[Spot]) -> MapScreen {
    let sea = camera.to_screen(at(0.52, 0.46), view);
    let town = camera.to_screen(at(0.63, 0.42), view);
    let marker = |(i, spot): (usize, &Spot)| {
        let (x, y) = camera.to_screen(spot.at, view);
        let side = match spot.shape {
            MarkerShape::Area if i < 4 => Side::Centre,
            _ if i % 2 == 0 => Side::Right,
            _ => Side::Left,
        };
        Marker {
            id: spot.name.to_lowercase(),
            label: spot.name.to_owned(),
            spoken: format!("{}, place", spot.name),
            x,
            y,
            radius: 5.0 + (spot.n_articles as f64).sqrt(),
            shape: spot.shape,
            is_unsure: false,
            is_label_small: false,
            label_side: (spots.len() < 10 || i == 0).then_some(side),
            n_articles: spot.n_articles,
            n_excerpts: spot.n_articles,
            is_selected: i == 0 && spots.len() > 1,
            is_hovered: false,
        }
    };
    MapScreen {
        camera,
        markers: spots.iter().enumerate().map(marker).collect(),
        clusters: vec![ClusterMarker {
            key: "north".into(),
            label: "North & South and 10 more".into(),
            number: "12".into(),
            spoken: String::new(),
            x: sea.0,
            y: sea.1 + 40.0,
            radius: 12.0,
            label_side: Some(Side::Right),
            n_places: 12,
            is_hovered: false,
            open: Action::GoHome,
        }],
        has_ring: true,
        has_unsure: true,
        ghosts: vec![camera.to_screen(at(0.64, 0.4), view)],
        labels: vec![
            MapLabel {
                key: 0,
                text: "Small Sea".into(),
                language: None,
                kind: LabelKind::Water,
                x: sea.0,
                y: sea.1,
            },
            MapLabel {
                key: 1,
                text: "Hill & Dale".into(),
                language: None,
                kind: LabelKind::Town,
                x: town.0,
                y: town.1,
            },
        ],
        focus_country: Some("AA".into()),
        selected_countries: vec!["BB".into()],
        off_view: Some(OffView {
            lead: "Also named, off this view:".into(),
            places: vec![OffViewPlace {
                id: "far".into(),
                label: "Far <away>".into(),
                n_articles: 2,
                spoken: String::new(),
            }],
            more: Some("and 9 more".into()),
            all: Some("all 10".into()),
        }),
        scale: ScaleBar { label: "100 km".into(), width: 80.0 },
        area: None,
        is_drawing: false,
        places: PlacesScreen::default(),
        is_home: false,
    }
}
