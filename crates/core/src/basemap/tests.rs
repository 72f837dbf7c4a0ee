//! The format there and back, hostile bytes, and what the committed pack must show.

use super::wire::HEADER_BYTES;
use super::*;
use crate::geo::{LatLon, mercator};

static WORLD: &[u8] = include_bytes!("../../data/basemap/world.pack");

fn world() -> Basemap {
    Basemap::decode(WORLD).unwrap()
}

fn unit(lat: f64, lon: f64) -> [f32; 2] {
    let at = mercator::project(LatLon { lat, lon });
    [at.x as f32, at.y as f32]
}

/// Two squares side by side that share an arc; the right one has a hole.
fn two_squares() -> BasemapSource {
    let arc =
        |points: &[[f64; 2]], kind, disputed| ArcSource { points: points.to_vec(), kind, disputed };
    let along = |arc_idx| ArcRef { arc_idx, reversed: false };
    let against = |arc_idx| ArcRef { arc_idx, reversed: true };
    let country = |code: Option<&[u8; 2]>, name: &str, rings: Vec<Vec<ArcRef>>| CountrySource {
        code: code.and_then(|letters| CountryCode::new(*letters)),
        name: name.to_owned(),
        rings,
        label: [0.5, 0.5],
        area_km2: 123_456,
    };
    let level = LevelSource {
        extent: [[0.0, 0.0], [1.0, 1.0]],
        arcs: vec![
            arc(&[[0.5, 0.75], [0.5, 0.25]], ArcKind::Border, true),
            arc(&[[0.5, 0.25], [0.25, 0.25], [0.25, 0.75], [0.5, 0.75]], ArcKind::Coast, false),
            arc(&[[0.5, 0.25], [1.0, 0.25]], ArcKind::Coast, false),
            arc(&[[1.0, 0.25], [1.0, 0.75]], ArcKind::Seam, false),
            arc(&[[1.0, 0.75], [0.5, 0.75]], ArcKind::Coast, false),
            arc(&[[0.625, 0.5], [0.75, 0.5], [0.75, 0.625], [0.625, 0.5]], ArcKind::Coast, false),
        ],
        countries: vec![
            country(Some(b"AA"), "Left", vec![vec![along(0), along(1)]]),
            country(
                None,
                "Right",
                vec![vec![against(4), against(3), against(2), against(0)], vec![along(5)]],
            ),
        ],
    };
    BasemapSource {
        coarse: level.clone(),
        fine: level,
        detail: LevelSource::default(),
        divisions: vec![DivisionSource {
            country: CountryCode::new(*b"AA").unwrap(),
            points: vec![[0.25, 0.5], [0.5, 0.5]],
        }],
        lakes: vec![vec![vec![[0.3125, 0.375], [0.375, 0.375], [0.375, 0.4375]]]],
        rivers: vec![vec![[0.375, 0.375], [0.25, 0.25]]],
    }
}

#[test]
fn there_and_back() {
    let map = Basemap::decode(&encode(&two_squares())).unwrap();
    let [left, right] = map.fine.countries.as_slice() else { panic!("two countries") };
    assert_eq!(left.code.as_ref().map(CountryCode::as_str), Some("AA"));
    assert_eq!((right.code, right.name.as_str(), right.area_km2), (None, "Right", 123_456));
    assert_eq!(left.bounds, UnitBounds { min_x: 0.25, min_y: 0.25, max_x: 0.5, max_y: 0.75 });
    let ring: Vec<_> = map.ring_points(&map.fine, &right.rings[0]).collect();
    assert_eq!(ring, [[0.5, 0.75], [1.0, 0.75], [1.0, 0.25], [0.5, 0.25]]);
    assert_eq!(map.points(map.rivers[0].points), [0.375, 0.375, 0.25, 0.25]);
    assert_eq!(map.divisions[0].country.letters(), *b"AA");
    assert_eq!(map.lakes[0].bounds.max_y, 0.4375);
    let kinds: Vec<_> = map.fine.arcs.iter().map(|arc| (arc.kind, arc.disputed)).collect();
    assert_eq!(kinds[0], (ArcKind::Border, true));
    assert_eq!(kinds[3], (ArcKind::Seam, false));
}

#[test]
fn a_point_has_the_country_around_it() {
    let map = Basemap::decode(&encode(&two_squares())).unwrap();
    let rows = [
        (0.375, 0.5, Some("Left")),
        (0.9, 0.5, Some("Right")),
        // In the hole, and outside.
        (0.72, 0.55, None),
        (0.1, 0.5, None),
        (0.9, 0.9, None),
    ];
    for (x, y, expected) in rows {
        let found = map.country_at(x, y).map(|country| country.name.as_str());
        assert_eq!(found, expected, "at {x}, {y}");
    }
    assert!(map.country_at(f32::NAN, 0.5).is_none());
}

#[test]
fn the_level_follows_zoom_and_view() {
    let map = world();
    let [west, north] = unit(38.0, 35.0);
    let [east, south] = unit(33.0, 42.0);
    let syria = UnitBounds { min_x: west, min_y: north, max_x: east, max_y: south };
    let everything = UnitBounds { min_x: 0.0, min_y: 0.0, max_x: 1.0, max_y: 1.0 };
    let rows = [
        (2.9, syria, &map.coarse),
        (3.0, syria, &map.fine),
        (5.9, syria, &map.fine),
        (6.0, syria, &map.detail),
        (6.0, everything, &map.fine),
        (f64::NAN, everything, &map.fine),
    ];
    for (zoom, view, expected) in rows {
        assert!(std::ptr::eq(map.level_for(zoom, &view), expected), "at zoom {zoom}");
    }
}

#[test]
fn bytes_that_are_no_pack_say_why() {
    let pack = encode(&two_squares());
    let check = |bytes: &[u8], expected: &str| {
        assert_eq!(Basemap::decode(bytes).unwrap_err().to_string(), expected);
    };
    check(b"", "not a base map pack");
    check(b"PK\x03\x04 and more", "not a base map pack");
    let mut other = pack.clone();
    other[4] = 9;
    check(&other, "base map pack has version 9, this program reads version 1");
    let mut longer = pack[HEADER_BYTES..].to_vec();
    longer.push(0);
    check(&sealed(&longer), "base map pack has 1 bytes after its end");
    check(&sealed(&[]), "base map pack ends while reading a section's grid");
    check(&sealed(&[63]), "base map pack has a section's grid out of range: 63");
    let mut damaged = pack;
    *damaged.last_mut().unwrap() ^= 1;
    assert!(matches!(Basemap::decode(&damaged), Err(BasemapError::Damaged { .. })));
}

/// A body with a header that claims it is whole.
fn sealed(body: &[u8]) -> Vec<u8> {
    let mut pack = b"DLBM\x01".to_vec();
    pack.extend(crc32fast::hash(body).to_le_bytes());
    pack.extend(body);
    pack
}

/// Decodes, and when that works, uses everything.
fn survive(pack: &[u8]) {
    let Ok(map) = Basemap::decode(pack) else { return };
    for level in [&map.coarse, &map.fine, &map.detail] {
        for country in &level.countries {
            for ring in &country.rings {
                map.ring_points(level, ring).count();
            }
        }
    }
    map.country_at(0.6, 0.5);
    map.country_at(0.9, 0.5);
}

#[test]
fn hostile_bytes_never_panic() {
    let pack = encode(&two_squares());
    let body = &pack[HEADER_BYTES..];
    for n in 0..pack.len() {
        survive(&pack[..n]);
    }
    for n in 0..body.len() {
        survive(&sealed(&body[..n]));
        for value in 0..=255 {
            let mut changed = body.to_vec();
            changed[n] = value;
            survive(&sealed(&changed));
        }
    }
    // The real pack, with a few bytes changed at places that look random and never change.
    let mut state = 1_u64;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize
    };
    let body = &WORLD[HEADER_BYTES..];
    for _ in 0..60 {
        let mut changed = body.to_vec();
        for _ in 0..3 {
            let at = random() % changed.len();
            changed[at] = random() as u8;
        }
        changed.truncate(random() % (2 * body.len()));
        survive(&sealed(&changed));
    }
}

#[test]
fn the_world_is_there() {
    let map = world();
    assert!(map.coarse.countries.len() > 170);
    assert!(map.fine.countries.len() > 230);
    for level in [&map.coarse, &map.fine, &map.detail] {
        assert!(level.arcs.iter().any(|arc| arc.disputed));
        for arc in &level.arcs {
            assert!(arc.points.n_points() >= 2);
        }
        for country in &level.countries {
            let [x, y] = country.label;
            assert!(country.bounds.contains(x, y), "label of {}", country.name);
        }
    }
    let code = |name: &str| {
        let country = map.fine.countries.iter().find(|country| country.name == name);
        country.unwrap().code.map(CountryCode::letters)
    };
    assert_eq!(code("Kosovo"), Some(*b"XK"));
    assert_eq!(code("Namibia"), Some(*b"NA"));
    assert_eq!(code("Somaliland"), None);
    assert_eq!(code("N. Cyprus"), None);
}

#[test]
fn rings_close_and_no_line_runs_across_the_map() {
    let map = world();
    for level in [&map.coarse, &map.fine, &map.detail] {
        let ends = |arc_ref: &ArcRef| {
            let arc = &level.arcs[arc_ref.arc_idx as usize];
            let points = map.points(arc.points);
            let (first, last) = (&points[..2], &points[points.len() - 2..]);
            if arc_ref.reversed { (last, first) } else { (first, last) }
        };
        for country in &level.countries {
            for ring in &country.rings {
                for (i, arc) in ring.arcs.iter().enumerate() {
                    let next = &ring.arcs[(i + 1) % ring.arcs.len()];
                    assert_eq!(ends(arc).1, ends(next).0, "{}", country.name);
                }
            }
        }
        for arc in level.arcs.iter().filter(|arc| arc.kind != ArcKind::Seam) {
            for window in map.points(arc.points).windows(4).step_by(2) {
                assert!((window[0] - window[2]).abs() < 0.15, "{:?}", arc.bounds);
            }
        }
    }
}

#[test]
fn places_lie_in_their_countries() {
    let rows = [
        ("Qamishli", 37.05, 41.22, Some("SY")),
        ("Nusaybin", 37.09, 41.22, Some("TR")),
        ("Tartus", 34.89, 35.90, Some("SY")),
        ("Beirut", 33.88, 35.51, Some("LB")),
        ("Gaza", 31.46, 34.40, Some("PS")),
        ("Nablus", 32.22, 35.25, Some("PS")),
        ("Mosul", 36.34, 43.13, Some("IQ")),
        ("Moscow", 55.75, 37.62, Some("RU")),
        ("Uelen, beyond the 180th meridian", 66.10, -169.95, Some("RU")),
        ("Suva", -18.10, 178.40, Some("FJ")),
        ("the South Pole", -84.9, 30.0, Some("AQ")),
        ("Maseru, in the hole of South Africa", -29.4, 27.6, Some("LS")),
        ("Berlin", 52.52, 13.40, Some("DE")),
        ("Pristina", 42.66, 21.17, Some("XK")),
        ("the mid-Atlantic", 30.0, -40.0, None),
        ("the Caspian Sea", 42.0, 51.0, None),
        ("the sea off Tartus", 34.89, 35.50, None),
        // Natural Earth draws who holds the land; known, and the borders there are marked.
        ("the Golan", 33.0, 35.78, Some("IL")),
        ("Simferopol", 44.95, 34.10, Some("RU")),
    ];
    let map = world();
    for (place, lat, lon, expected) in rows {
        let [x, y] = unit(lat, lon);
        let country = map.country_at(x, y);
        let code = country.and_then(|country| country.code);
        assert_eq!(code.as_ref().map(CountryCode::as_str), expected, "{place}");
    }
}

#[test]
fn areas_are_about_right() {
    let map = world();
    for (letters, km2) in [(b"SY", 186_000.0), (b"RU", 17_000_000.0), (b"ZA", 1_220_000.0)] {
        let code = CountryCode::new(*letters);
        let country = map.fine.countries.iter().find(|country| country.code == code).unwrap();
        let share = f64::from(country.area_km2) / km2;
        assert!((0.97..1.03).contains(&share), "{}: {} km²", country.name, country.area_km2);
    }
}

/// Whether two segments cross.
fn cross(a: [f32; 2], b: [f32; 2], c: [f32; 2], d: [f32; 2]) -> bool {
    let side = |p: [f32; 2], q: [f32; 2], r: [f32; 2]| {
        let [p, q, r] = [p, q, r].map(|point| point.map(f64::from));
        (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])
    };
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

#[test]
fn every_governorate_of_syria_is_parted_from_every_other() {
    let seats = [
        ("Damascus", 33.51, 36.29),
        ("Rif Dimashq", 33.57, 36.40),
        ("Quneitra", 33.08, 35.89),
        ("Daraa", 32.62, 36.10),
        ("Suwayda", 32.71, 36.57),
        ("Homs", 34.73, 36.71),
        ("Tartus", 34.89, 35.90),
        ("Latakia", 35.53, 35.80),
        ("Hama", 35.13, 36.75),
        ("Idlib", 35.93, 36.63),
        ("Aleppo", 36.20, 37.16),
        ("Raqqa", 35.95, 39.01),
        ("Deir ez-Zor", 35.33, 40.14),
        ("Hasakah", 36.50, 40.75),
    ];
    let map = world();
    let syria = CountryCode::new(*b"SY").unwrap();
    let divisions = map.divisions.iter().filter(|line| line.country == syria);
    // The straight way from the coast to Damascus leads through Lebanon: borders part as well.
    let country = map.detail.countries.iter().find(|country| country.code == Some(syria)).unwrap();
    let border = country.rings.iter().flat_map(|ring| &ring.arcs);
    let border = border.map(|arc_ref| map.detail.arcs[arc_ref.arc_idx as usize].points);
    let lines: Vec<_> = divisions.map(|line| line.points).chain(border).collect();
    for (i, (one, lat, lon)) in seats.iter().enumerate() {
        let from = unit(*lat, *lon);
        for (other, lat, lon) in &seats[..i] {
            let to = unit(*lat, *lon);
            let parted = lines.iter().any(|line| {
                let mut points = map.points(*line).windows(4).step_by(2);
                points.any(|p| cross(from, to, [p[0], p[1]], [p[2], p[3]]))
            });
            assert!(parted, "{one} and {other}");
        }
    }
}

#[test]
fn no_division_sticks_out_of_its_country() {
    let map = world();
    let margin = 2.0 / 262_144.0;
    for line in &map.divisions {
        let country = map.detail.countries.iter().find(|c| c.code == Some(line.country)).unwrap();
        for point in map.points(line.points).chunks_exact(2) {
            let [x, y] = *point else { continue };
            let near = [(0.0, 0.0), (margin, 0.0), (-margin, 0.0), (0.0, margin), (0.0, -margin)];
            let inside = near.iter().any(|(dx, dy)| {
                map.country_at(x + dx, y + dy).is_some_and(|found| found.code == country.code)
            });
            let beyond = UnitBounds::of(point).intersects(&map.detail.extent);
            assert!(inside || !beyond, "{} at {x}, {y}", country.name);
        }
    }
}

#[test]
fn waters_lie_where_they_should() {
    let map = world();
    // 0.0003 of the unit square are 12 km at the equator, 10 km at Raqqa.
    let near_river = |[x, y]: [f32; 2]| {
        map.rivers.iter().any(|river| {
            map.points(river.points).windows(4).step_by(2).any(|p| {
                (0..=8).any(|i| {
                    let share = i as f32 / 8.0;
                    let dx = p[0] + (p[2] - p[0]) * share - x;
                    let dy = p[1] + (p[3] - p[1]) * share - y;
                    dx * dx + dy * dy < 0.0003 * 0.0003
                })
            })
        })
    };
    for (what, lat, lon) in [
        ("Euphrates at Raqqa", 35.94, 39.01),
        ("Euphrates at Deir ez-Zor", 35.34, 40.15),
        ("Tigris at Mosul", 36.34, 43.13),
        ("Nile at Cairo", 30.05, 31.23),
        ("Danube at Budapest", 47.5, 19.05),
    ] {
        assert!(near_river(unit(lat, lon)), "{what}");
    }
    assert!(!near_river(unit(33.5, 39.5)), "the Syrian desert");
    for (what, lat, lon) in [("Sea of Galilee", 32.82, 35.59), ("Lake Van", 38.6, 42.9)] {
        let [x, y] = unit(lat, lon);
        assert!(map.lakes.iter().any(|lake| lake.bounds.contains(x, y)), "{what}");
    }
}
