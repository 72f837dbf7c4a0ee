//! What the committed packs must show.

use super::*;
use crate::basemap::wire::{HEADER_BYTES, Kind, seal};

static WORLD: &[u8] = include_bytes!("../../../data/basemap/world.pack");
static DETAIL: &[u8] = include_bytes!("../../../data/basemap/detail.pack");

/// The world with all detail.
fn world() -> Basemap {
    let map = Basemap::open(WORLD.to_vec()).unwrap();
    map.check().unwrap();
    map.give_detail(Some(DETAIL)).unwrap();
    map
}

/// The world with the detail of one cell.
fn world_with(lat: f64, lon: f64) -> Basemap {
    let at = mercator::project(LatLon { lat, lon });
    let cell = CellId::at(at.x, at.y);
    let map = Basemap::open(WORLD.to_vec()).unwrap();
    let pack = DetailPack::open(DETAIL).unwrap().with_only(&BTreeSet::from([cell]));
    assert!(pack.len() > 200, "nothing at {lat}, {lon}");
    map.give_detail(Some(&pack)).unwrap();
    map
}

#[test]
fn the_world_is_there() {
    let map = world();
    assert!(map.coarse().countries.len() > 170);
    assert!(map.fine().countries.len() > 250);
    for level in [map.coarse(), map.fine(), map.detail().unwrap()] {
        assert!(level.arcs.iter().any(|arc| arc.disputed));
        for country in &level.countries {
            let [x, y] = country.label;
            // A step of the coarse grid.
            let step = 1.0 / 4096.0;
            let around =
                UnitBounds { min_x: x - step, min_y: y - step, max_x: x + step, max_y: y + step };
            assert!(country.bounds.intersects(&around), "label of {}", country.name);
        }
    }
    let code = |name: &str| {
        let country = map.fine().countries.iter().find(|country| country.name == name);
        country.unwrap().code.map(CountryCode::letters)
    };
    assert_eq!(code("Kosovo"), Some(*b"XK"));
    assert_eq!(code("Namibia"), Some(*b"NA"));
    assert_eq!(code("Somaliland"), None);
    assert_eq!(code("N. Cyprus"), None);
}

#[test]
fn rings_close_and_no_line_runs_across_the_map() {
    for map in [world(), world_with(38.0, 24.0), world_with(66.0, -179.0)] {
        for level in [map.coarse(), map.fine(), map.detail().unwrap()] {
            let ends = |arc_ref: &ArcRef| {
                let points = level.points(level.arcs[arc_ref.arc_idx as usize].points);
                assert!(points.len() >= 4);
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
            let arcs = level.arcs.iter().filter(|arc| arc.kind != ArcKind::Seam);
            let lines = arcs.map(|arc| arc.points).chain(level.divisions.iter().map(|d| d.points));
            lines.for_each(|line| assert_short(level.points(line)));
        }
        let waters = map.waters();
        waters.rivers.iter().for_each(|river| assert_short(waters.points(river.points)));
        let shores = waters.lakes.iter().flat_map(|lake| &lake.rings);
        shores.for_each(|shore| assert_short(waters.points(*shore)));
    }
}

/// No step that could only be one across the 180th meridian.
fn assert_short(line: &[f32]) {
    for window in line.windows(4).step_by(2) {
        assert!((window[0] - window[2]).abs() < 0.15, "{window:?}");
    }
}

#[test]
fn detail_keeps_every_point_of_the_fine_level() {
    let map = world();
    let (fine, detail) = (map.fine(), map.detail().unwrap());
    let pairs = fine.arcs.iter().zip(&detail.arcs).map(|(a, b)| (a.points, b.points));
    let divisions = fine.divisions.iter().zip(&detail.divisions).map(|(a, b)| (a.points, b.points));
    let mut n_more = 0;
    for (coarser, finer) in pairs.chain(divisions) {
        let mut finer = detail.points(finer).chunks_exact(2);
        n_more += finer.len();
        for point in fine.points(coarser).chunks_exact(2) {
            assert!(finer.any(|other| other == point), "{point:?} is gone");
            n_more -= 1;
        }
    }
    assert!(n_more > 500_000, "{n_more} points more");
    assert!(detail.arcs.len() > fine.arcs.len() + 1000, "no islands");
}

#[test]
fn a_cell_changes_the_map_around_it_alone() {
    let map = world_with(35.0, 36.0);
    let (fine, detail) = (map.fine(), map.detail().unwrap());
    let points_of = |level: &Level, letters: &[u8; 2]| -> usize {
        let country = level.countries.iter().find(|c| c.code == CountryCode::new(*letters));
        country.unwrap().rings.iter().map(|ring| level.ring_points(ring).count()).sum()
    };
    for (letters, is_near) in [(b"SY", true), (b"LB", true), (b"FR", false), (b"EG", false)] {
        let more = points_of(detail, letters) > points_of(fine, letters);
        assert_eq!(more, is_near, "{letters:?}");
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
        for level in [map.fine(), map.detail().unwrap()] {
            let code = level.country_at(x, y).and_then(|country| country.code);
            assert_eq!(code.as_ref().map(CountryCode::as_str), expected, "{place}");
        }
    }
}

#[test]
fn areas_are_about_right() {
    let map = world();
    for (letters, km2) in [(b"SY", 186_000.0), (b"RU", 17_000_000.0), (b"ZA", 1_220_000.0)] {
        let code = CountryCode::new(*letters);
        let country = map.fine().countries.iter().find(|country| country.code == code).unwrap();
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
    for level in [map.fine(), map.detail().unwrap()] {
        let syria = CountryCode::new(*b"SY").unwrap();
        let divisions = level.divisions.iter().filter(|line| line.country == syria);
        // The straight way from the coast to Damascus leads through Lebanon: borders part as well.
        let country = level.countries.iter().find(|country| country.code == Some(syria)).unwrap();
        let border = country.rings.iter().flat_map(|ring| &ring.arcs);
        let border = border.map(|arc_ref| level.arcs[arc_ref.arc_idx as usize].points);
        let lines: Vec<_> = divisions.map(|line| line.points).chain(border).collect();
        for (i, (one, lat, lon)) in seats.iter().enumerate() {
            let from = unit(*lat, *lon);
            for (other, lat, lon) in &seats[..i] {
                let to = unit(*lat, *lon);
                let parted = lines.iter().any(|line| {
                    let mut points = level.points(*line).windows(4).step_by(2);
                    points.any(|p| cross(from, to, [p[0], p[1]], [p[2], p[3]]))
                });
                assert!(parted, "{one} and {other}");
            }
        }
    }
}

#[test]
fn countries_have_divisions() {
    let map = world();
    let mut countries: Vec<_> = map.fine().divisions.iter().map(|d| d.country).collect();
    countries.sort();
    countries.dedup();
    assert!(countries.len() > 180, "{} countries", countries.len());
    for letters in [b"US", b"RU", b"IN", b"CN", b"BR", b"DE", b"SY", b"UA", b"XK", b"SS"] {
        let code = CountryCode::new(*letters).unwrap();
        assert!(countries.contains(&code), "{}", code.as_str());
    }
    assert!(map.fine().divisions.iter().all(|division| !division.is_minor));
    assert!(map.detail().unwrap().divisions.iter().any(|division| division.is_minor));
}

/// Points of divisions that lie outside of their country by more than so much.
fn strays(level: &Level, margin: f32) -> Vec<(&str, f32, f32)> {
    let mut strays = Vec::new();
    for line in &level.divisions {
        let own = level.countries.iter().filter(|c| {
            // The divisions of these two parts have the code of the whole.
            let whole = match c.name.as_str() {
                "N. Cyprus" => CountryCode::new(*b"CY"),
                "Somaliland" => CountryCode::new(*b"SO"),
                _ => c.code,
            };
            whole == Some(line.country)
        });
        let own: Vec<_> = own.collect();
        let holds = |x: f32, y: f32| own.iter().any(|country| level.holds(country, x, y));
        for point in level.points(line.points).chunks_exact(2) {
            let [x, y] = *point else { continue };
            let near = [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)];
            // In steps, because an island may be narrower than the margin.
            let reach = [0.1, 0.25, 0.5, 1.0].map(|share| share * margin);
            let is_near = |by: &f32| near.iter().any(|(dx, dy)| holds(x + dx * by, y + dy * by));
            if !reach.iter().any(is_near) {
                strays.push((own[0].name.as_str(), x, y));
            }
        }
    }
    strays
}

#[test]
fn no_division_sticks_out_of_its_country() {
    let map = world();
    // Two steps of the fine grid, and three pixels at zoom 6, where detail begins. What is allowed is
    // a point in a hundred thousand, beside a neck of land that is too narrow to be drawn, or on an
    // island of a few kilometres.
    let rows = [(map.detail().unwrap(), 2.0 / 65_536.0, 3), (map.fine(), 3.0 / 16_384.0, 8)];
    for (level, margin, n_allowed) in rows {
        let strays = strays(level, margin);
        assert!(strays.len() <= n_allowed, "{} points: {:?}", strays.len(), strays.first());
    }
}

#[test]
fn waters_lie_where_they_should() {
    let map = world();
    let waters = map.waters();
    // 0.0003 of the unit square are 12 km at the equator, 10 km at Raqqa.
    let near_river = |[x, y]: [f32; 2]| {
        waters.rivers.iter().any(|river| {
            waters.points(river.points).windows(4).step_by(2).any(|p| {
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
        assert!(waters.lakes.iter().any(|lake| lake.bounds.contains(x, y)), "{what}");
    }
}

#[test]
fn the_real_packs_with_changed_bytes_never_panic() {
    // A few bytes changed at places that look random and never change.
    let mut state = 1_u64;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize
    };
    for (kind, pack) in [(Kind::World, WORLD), (Kind::Detail, DETAIL)] {
        for _ in 0..30 {
            let mut changed = pack[HEADER_BYTES..].to_vec();
            for _ in 0..3 {
                // Near the start now and then, where the lengths are.
                let within = if random() % 2 == 0 { 64 } else { changed.len() };
                let at = random() % within;
                changed[at] = random() as u8;
            }
            changed.truncate(random() % (2 * pack.len()));
            let changed = seal(kind, &changed);
            let map = match kind {
                Kind::World => Basemap::open(changed),
                Kind::Detail => {
                    let map = Basemap::open(WORLD.to_vec()).unwrap();
                    let _ = map.give_detail(Some(&changed));
                    Ok(map)
                }
            };
            if let Ok(map) = map {
                map.fine().country_at(0.6, 0.4);
                map.detail().map(|detail| detail.country_at(0.6, 0.4));
            }
        }
    }
}
