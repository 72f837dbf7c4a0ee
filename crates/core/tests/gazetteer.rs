//! The committed packs, and packs made on the spot: they open, they find, and broken ones are refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_core::checksum::checksum;
use dateline_core::gazetteer::{
    CountryCode, Gazetteer, GazetteerSource, NameKind, NameSource, Origin, PackError, PlaceId,
    PlaceKind, PlaceSource, SourceId, encode, people_of_class,
};
use dateline_core::geo::LatLon;
use dateline_core::knowledge::Knowledge;
use proptest::prelude::*;

const POCKET: &[u8] = include_bytes!("../data/gazetteer/pocket.pack");
const WORLD: &[u8] = include_bytes!("../data/gazetteer/world.pack");

fn annotated(text: &str, pack: &'static [u8]) -> Annotations {
    let knowledge = Knowledge::from_pack(pack).unwrap();
    annotate(&Article::new("test", None, text.to_owned()), &knowledge)
}

#[test]
fn the_packs_hold_all_curated_places_first() {
    let source = GazetteerSource::curated().unwrap();
    for pack in [POCKET, WORLD] {
        let gazetteer = Gazetteer::from_pack(pack).unwrap();
        assert_eq!(gazetteer.curated().count(), source.places.len());
        for (idx, place) in gazetteer.curated().zip(&source.places) {
            let SourceId::Slug(id) = &place.id else { panic!("a curated place without a slug") };
            assert_eq!(&gazetteer.id(idx), id);
            assert_eq!(gazetteer.name(idx), place.name);
            assert_eq!(gazetteer.point(idx), place.point, "{}", place.name);
            assert_eq!(gazetteer.kind(idx), place.kind);
            assert_eq!(gazetteer.country(idx), place.country);
            assert!(gazetteer.spellings(idx).iter().eq(place.spellings.iter().map(String::as_str)));
        }
    }
}

#[test]
fn names_in_a_text() {
    // Text, then for each mention: surface, id, code of the country, id of the division.
    for (text, expected) in [
        (
            "They flew to Paris, Texas, in June.",
            vec![("Paris", "gn4717560", "US", "texas"), ("Texas", "texas", "US", "")],
        ),
        ("They flew to Paris in June.", vec![("Paris", "paris", "FR", "fr-ile-de-france")]),
        (
            "A fire broke out in Wuppertal.",
            vec![("Wuppertal", "gn2805753", "DE", "north-rhine-westphalia")],
        ),
        (
            "Floods reached Lismore, NSW, at night.",
            vec![
                ("Lismore", "gn2160063", "AU", "new-south-wales"),
                ("NSW", "new-south-wales", "AU", ""),
            ],
        ),
        ("وصل الوفد إلى طرطوس أمس", vec![("طرطوس", "tartous", "SY", "tartous-governorate")]),
        (
            "She moved to Ames, Iowa.",
            vec![("Ames", "gn4846834", "US", "iowa"), ("Iowa", "iowa", "US", "")],
        ),
        (
            "He lives in Austin, Tex., now.",
            vec![("Austin", "gn4671654", "US", "texas"), ("Tex.", "texas", "US", "")],
        ),
        ("The Same Old Song Of March was played.", vec![]),
    ] {
        let gazetteer = Gazetteer::from_pack(WORLD).unwrap();
        let found = annotated(text, WORLD);
        let shown: Vec<_> = found
            .places
            .iter()
            .map(|m| {
                let place = found.place(m.place).unwrap();
                let division = gazetteer.find(&place.id).and_then(|p| gazetteer.division(p));
                (
                    m.span.of(text).to_owned(),
                    place.id.as_str().to_owned(),
                    place.country.map_or(String::new(), |c| c.as_str().to_owned()),
                    division.map_or(String::new(), |d| gazetteer.id(d).as_str().to_owned()),
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(a, b, c, d)| (a.to_owned(), b.to_owned(), c.to_owned(), d.to_owned()))
            .collect();
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn places_of_a_name() {
    // Name, then some of its places with their divisions.
    for (name, expected) in [
        ("Paris", vec![("paris", "fr-ile-de-france"), ("gn4717560", "texas")]),
        ("Jefferson County", vec![("us-08059", "colorado"), ("us-21111", "kentucky")]),
        ("طرطوس", vec![("tartous", "tartous-governorate")]),
    ] {
        for pack in [POCKET, WORLD] {
            let gazetteer = Gazetteer::from_pack(pack).unwrap();
            let found: Vec<_> = gazetteer
                .find_name(name)
                .map(|p| (gazetteer.id(p), gazetteer.division(p).map(|d| gazetteer.id(d))))
                .collect();
            for &(id, division) in &expected {
                let wanted = (PlaceId::new(id).unwrap(), PlaceId::new(division));
                assert!(found.contains(&wanted), "{name}: {id} in {found:?}");
            }
        }
    }
}

#[test]
fn a_name_of_many_counties() {
    for pack in [POCKET, WORLD] {
        let found = annotated("The sheriff of Jefferson County, Colorado, resigned.", pack);
        let mention = &found.places[0];
        assert_eq!(found.place(mention.place).unwrap().id.as_str(), "us-08059");
        assert!(mention.candidates.len() > 5, "{}", mention.candidates.len());
    }
}

#[test]
fn the_manifest_names_the_packs() {
    let manifest = include_str!("../data/gazetteer/manifest.json");
    for (file, pack) in [("pocket.pack", POCKET), ("world.pack", WORLD)] {
        // The hash itself is compared by `cargo xtask data gazetteer --check` and by the tests of the chores.
        assert!(manifest.contains(&format!("\"bytes\": {},", pack.len())), "{file}");
        assert!(manifest.contains(file));
    }
}

fn small() -> GazetteerSource {
    let place = |id: &str, kind, division, origin| PlaceSource {
        id: SourceId::Slug(PlaceId::new(id).unwrap()),
        name: id.to_uppercase(),
        kind,
        country: CountryCode::new("SY"),
        division,
        point: LatLon::new(34.8, -0.1234),
        prominence: 2,
        population: 1_000_000,
        origin,
        spellings: vec!["One".to_owned(), "Two".to_owned()],
    };
    let name =
        |text: &str, place| NameSource { text: text.to_owned(), kind: NameKind::Name, place };
    GazetteerSource {
        places: vec![
            place("far", PlaceKind::City, Some(1), Origin::World),
            place("near", PlaceKind::Division, None, Origin::Curated),
        ],
        names: vec![name("Far", 0), name("Near", 1), name("Near-Far", 0)],
        not_places: vec!["Far Out".to_owned()],
    }
}

#[test]
fn a_place_comes_back_as_it_went_in() {
    let gazetteer = Gazetteer::from_pack(encode(&small()).unwrap()).unwrap();
    let far = gazetteer.find(&PlaceId::new("far").unwrap()).unwrap();
    let place = gazetteer.place(far);
    assert_eq!((place.name.as_str(), place.kind), ("FAR", PlaceKind::City));
    assert_eq!(place.point, LatLon::new(34.8, -0.1234));
    assert!(place.spellings.iter().eq(["One", "Two"]));
    assert_eq!(gazetteer.division(far).map(|d| gazetteer.name(d)), Some("NEAR"));
    assert!(!gazetteer.is_curated(far));
    assert!(gazetteer.population(far).abs_diff(1_000_000) < 100_000);
    assert_eq!(people_of_class(0), 0);
}

/// A pack with other bytes and a checksum that fits them.
fn with_checksum(mut pack: Vec<u8>) -> Vec<u8> {
    let sum = checksum(&pack[9..]).to_le_bytes();
    pack[5..9].copy_from_slice(&sum);
    pack
}

#[test]
fn what_is_no_pack_is_refused() {
    let open = |bytes: Vec<u8>| Gazetteer::from_pack(bytes).map(|_| ()).unwrap_err();
    assert_eq!(open(Vec::new()), PackError::NotAGazetteer);
    assert_eq!(open(b"DLGZ\x09".to_vec()), PackError::Version(9));
    let pack = encode(&small()).unwrap();
    assert_eq!(open(pack[..pack.len() - 1].to_vec()), PackError::Damaged);
    let mut longer = pack;
    longer.push(0);
    assert_eq!(open(with_checksum(longer)), PackError::Inconsistent("its parts"));
}

proptest! {
    #[test]
    fn hostile_bytes_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
        is_checked in any::<bool>(),
    ) {
        let mut pack = encode(&small()).unwrap();
        for (at, byte) in changes {
            let at = 9 + at.index(pack.len() - 9);
            pack[at] = byte;
        }
        if is_checked {
            pack = with_checksum(pack);
        }
        if let Ok(knowledge) = Knowledge::from_pack(pack) {
            let text = "Near Far, Near-Far. Far Out was near; Far, Near.".to_owned();
            let _ = annotate(&Article::new("hostile", None, text), &knowledge);
            for idx in knowledge.gazetteer().indices() {
                let _ = knowledge.gazetteer().place(idx);
            }
        }
    }
}
