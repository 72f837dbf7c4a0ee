//! The format there and back, and hostile bytes.

use super::*;
use crate::basemap::wire::{HEADER_BYTES, Kind, seal};

/// Two squares side by side that share an arc; the right one has a hole.
fn two_squares() -> BasemapSource {
    let arc = |points: &[[f64; 2]], kind, disputed| ArcSource {
        line: points.to_vec().into(),
        kind,
        disputed,
    };
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
        divisions: Vec::new(),
    };
    let mut fine = level.clone();
    // A close look shows a bay.
    fine.arcs[2].line = SourceLine {
        points: vec![[0.5, 0.25], [0.625, 0.3125], [0.75, 0.25], [1.0, 0.25]],
        is_detail: vec![false, true, true, false],
    };
    let division = |points: &[[f64; 2]]| DivisionSource {
        country: CountryCode::new(*b"AA").unwrap(),
        line: points.to_vec().into(),
    };
    fine.divisions = vec![division(&[[0.25, 0.5], [0.5, 0.5]])];
    BasemapSource {
        coarse: level,
        fine,
        islands: vec![IslandSource {
            country: 0,
            points: vec![[0.125, 0.125], [0.1875, 0.125], [0.1875, 0.1875]],
        }],
        minor_divisions: vec![division(&[[0.375, 0.5], [0.375, 0.75]])],
        lakes: vec![vec![vec![[0.3125, 0.375], [0.375, 0.375], [0.375, 0.4375]]]],
        rivers: vec![vec![[0.375, 0.375], [0.25, 0.25]]],
    }
}

fn open(packs: &Packs) -> Basemap {
    let map = Basemap::open(packs.world.clone()).unwrap();
    map.check().unwrap();
    map
}

#[test]
fn there_and_back() {
    let map = open(&encode(&two_squares()));
    let fine = map.fine();
    let [left, right] = fine.countries.as_slice() else { panic!("two countries") };
    assert_eq!(left.code.as_ref().map(CountryCode::as_str), Some("AA"));
    assert_eq!((right.code, right.name.as_str(), right.area_km2), (None, "Right", 123_456));
    assert_eq!(left.bounds, UnitBounds { min_x: 0.25, min_y: 0.25, max_x: 0.5, max_y: 0.75 });
    let ring: Vec<_> = fine.ring_points(&right.rings[0]).collect();
    assert_eq!(ring, [[0.5, 0.75], [1.0, 0.75], [1.0, 0.25], [0.5, 0.25]]);
    let waters = map.waters();
    assert_eq!(waters.points(waters.rivers[0].points), [0.375, 0.375, 0.25, 0.25]);
    assert_eq!(waters.lakes[0].bounds.max_y, 0.4375);
    assert_eq!(fine.divisions[0].country.letters(), *b"AA");
    let kinds: Vec<_> = fine.arcs.iter().map(|arc| (arc.kind, arc.disputed)).collect();
    assert_eq!(kinds[0], (ArcKind::Border, true));
    assert_eq!(kinds[3], (ArcKind::Seam, false));
    assert!(map.coarse().divisions.is_empty());
}

#[test]
fn detail_is_put_between() {
    let packs = encode(&two_squares());
    let map = open(&packs);
    map.give_detail(Some(&packs.detail)).unwrap();
    let detail = map.detail().unwrap();
    let [left, right] = detail.countries.as_slice() else { panic!("two countries") };
    let ring: Vec<_> = detail.ring_points(&right.rings[0]).collect();
    let bay = [[0.5, 0.75], [1.0, 0.75], [1.0, 0.25], [0.75, 0.25], [0.625, 0.3125], [0.5, 0.25]];
    assert_eq!(ring, bay);
    assert_eq!(left.rings.len(), 2);
    assert_eq!(left.bounds.min_x, 0.125);
    assert!(detail.country_at(0.1836, 0.1289).is_some_and(|country| country.name == "Left"));
    let minor: Vec<_> = detail.divisions.iter().map(|d| d.is_minor).collect();
    assert_eq!(minor, [false, true]);

    let pack = DetailPack::open(&packs.detail).unwrap();
    let cells: Vec<_> = pack.cells().collect();
    // The island, the minor line and the bay begin in three cells.
    assert_eq!(cells, [(0.125, 0.125), (0.5, 0.25), (0.375, 0.5)].map(|(x, y)| CellId::at(x, y)));
    assert_eq!(pack.with_only(&cells.iter().copied().collect()), packs.detail);
    let map = open(&packs);
    map.give_detail(Some(&pack.with_only(&BTreeSet::from([cells[0]])))).unwrap();
    let detail = map.detail().unwrap();
    assert_eq!((detail.countries[0].rings.len(), detail.divisions.len()), (2, 1));
    assert_eq!(detail.points(detail.arcs[2].points), map.fine().points(map.fine().arcs[2].points));
}

#[test]
fn cells_have_their_neighbours() {
    for (x, y, expected) in [
        (0.0, 0.0, vec![0, 1, 63, 64, 65, 127]),
        (f64::NAN, -1.0, vec![0, 1, 63, 64, 65, 127]),
        (0.99, 0.5, vec![1984, 2046, 2047, 2048, 2110, 2111, 2112, 2174, 2175]),
        (7.0, 7.0, vec![3968, 4030, 4031, 4032, 4094, 4095]),
    ] {
        let mut cells: Vec<_> = CellId::at(x, y).around(1).map(|(cell, _)| cell.number()).collect();
        cells.sort_unstable();
        assert_eq!(cells, expected, "{x}, {y}");
    }
    let middle = CellId::at(0.5, 0.5);
    let far = |cells: u16| middle.around(2).filter(|(_, away)| *away == cells).count();
    assert_eq!([0, 1, 2, 3].map(far), [1, 8, 16, 0]);
}

#[test]
fn a_point_has_the_country_around_it() {
    let map = open(&encode(&two_squares()));
    let rows = [
        (0.375, 0.5, Some("Left")),
        (0.9, 0.5, Some("Right")),
        // In the hole, and outside.
        (0.72, 0.55, None),
        (0.1, 0.5, None),
        (0.9, 0.9, None),
    ];
    for (x, y, expected) in rows {
        let found = map.fine().country_at(x, y).map(|country| country.name.as_str());
        assert_eq!(found, expected, "at {x}, {y}");
    }
    assert!(map.fine().country_at(f32::NAN, 0.5).is_none());
}

#[test]
fn the_level_follows_the_zoom() {
    let packs = encode(&two_squares());
    let map = open(&packs);
    assert!(std::ptr::eq(map.level_for(6.0), map.fine()));
    assert_eq!([5.9, 6.0, f64::NAN].map(|zoom| map.wants_detail(zoom)), [false, true, false]);
    map.give_detail(Some(&packs.detail)).unwrap();
    assert!(!map.wants_detail(6.0));
    let rows = [
        (2.9, map.coarse()),
        (3.0, map.fine()),
        (5.9, map.fine()),
        (6.0, map.detail().unwrap()),
        (f64::NAN, map.coarse()),
    ];
    for (zoom, expected) in rows {
        assert!(std::ptr::eq(map.level_for(zoom), expected), "at zoom {zoom}");
    }
}

#[test]
fn without_detail_that_fits_the_map_stays_as_it_is() {
    let packs = encode(&two_squares());
    let other = DetailPack::of(7, Vec::new()).bytes();
    for (pack, expected) in [
        (None, Ok(())),
        (Some(&other), Err(BasemapError::OtherWorld)),
        (Some(&packs.world), Err(BasemapError::NotABasemap)),
    ] {
        let map = open(&packs);
        assert_eq!(map.give_detail(pack.map(Vec::as_slice)), expected);
        assert!(!map.wants_detail(9.0) && map.detail().is_none());
    }
}

#[test]
fn bytes_that_are_no_pack_say_why() {
    let pack = encode(&two_squares()).world;
    let check = |bytes: &[u8], expected: &str| {
        let opened = Basemap::open(bytes.to_vec());
        assert_eq!(opened.and_then(|map| map.check()).unwrap_err().to_string(), expected);
    };
    let sealed = |body: &[u8]| seal(Kind::World, body);
    check(b"", "not a base map pack");
    check(b"PK\x03\x04 and more", "not a base map pack");
    let mut other = pack.clone();
    other[4] = 9;
    check(&other, "base map pack has version 9, this program reads version 2");
    let mut longer = pack[HEADER_BYTES..].to_vec();
    longer.push(0);
    check(&sealed(&longer), "base map pack has 1 bytes after its end");
    check(&sealed(&[]), "base map pack ends while reading the sections");
    check(&sealed(&[0, 0, 0]), "base map pack ends while reading a section's grid");
    check(&sealed(&[1, 0, 0, 63]), "base map pack has a section's grid out of range: 63");
    let mut damaged = pack;
    *damaged.last_mut().unwrap() ^= 1;
    assert!(matches!(Basemap::open(damaged), Err(BasemapError::Damaged { .. })));
}

/// Opens, and when that works, uses everything.
fn survive(world: &[u8], detail: &[u8]) {
    let Ok(map) = Basemap::open(world.to_vec()) else { return };
    let _ = (map.check(), map.give_detail(Some(detail)));
    let n_waters = map.waters().rivers.len();
    assert!(n_waters <= world.len());
    for level in [map.coarse(), map.fine()].into_iter().chain(map.detail()) {
        for ring in level.countries.iter().flat_map(|country| &country.rings) {
            level.ring_points(ring).count();
        }
        level.country_at(0.6, 0.5);
        level.country_at(0.9, 0.5);
    }
}

#[test]
fn hostile_bytes_never_panic() {
    let Packs { world, detail } = encode(&two_squares());
    for n in 0..world.len() {
        survive(&world[..n], &detail);
    }
    for n in 0..detail.len() {
        survive(&world, &detail[..n]);
    }
    let body = &world[HEADER_BYTES..];
    for n in 0..body.len() {
        survive(&seal(Kind::World, &body[..n]), &detail);
        for value in 0..=255 {
            let mut changed = body.to_vec();
            changed[n] = value;
            survive(&seal(Kind::World, &changed), &detail);
        }
    }
    let body = &detail[HEADER_BYTES..];
    for n in 0..body.len() {
        survive(&world, &seal(Kind::Detail, &body[..n]));
        for value in 0..=255 {
            let mut changed = body.to_vec();
            changed[n] = value;
            survive(&world, &seal(Kind::Detail, &changed));
        }
    }
}
