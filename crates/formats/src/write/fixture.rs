//! An annotated article for the tests of the writers.

use dateline_core::annotate::{
    Annotations, Associated, AssociatedRole, Confidence, MentionRole, PlaceMention,
};
use dateline_core::article::{Article, Date, DateBasis};
use dateline_core::gazetteer::{CountryCode, Place, PlaceId, PlaceKind, Spellings};
use dateline_core::geo::LatLon;
use dateline_core::text::Span;

/// Two places, one of them without coordinates, and a demonym.
pub(super) fn annotated() -> (Article, Annotations) {
    let text = "Über Qamishli fiel Regen.\n\nAlso in Nowhere; =Syrian= rain.";
    let mut article = Article::new("rain.txt", Some("Rain, \"much\" of it".into()), text.into());
    article.published = Date::new(2025, 3, 3);
    article.published_basis = DateBasis::Text;
    let span = |surface: &str| {
        let at = text.find(surface).unwrap();
        Span::new(at, at + surface.len())
    };
    let mention = |surface: &str, place: u32, hundredths: u8| PlaceMention {
        span: span(surface),
        place,
        confidence: Confidence::from_hundredths(hundredths),
        metonym: false,
        role: MentionRole::Story,
        candidates: Vec::new(),
    };
    let annotations = Annotations {
        entities: vec![
            place("qamishli", "Qamishli", PlaceKind::City, Some("SY"), LatLon::new(37.05, 41.22)),
            place("nowhere", "Nowhere", PlaceKind::Village, None, None),
            place("syria", "Syria", PlaceKind::Country, Some("SY"), LatLon::new(35.0, 38.5)),
        ],
        places: vec![mention("Qamishli", 0, 93), mention("Nowhere", 1, 40)],
        associated: vec![Associated {
            span: span("Syrian"),
            place: 2,
            role: AssociatedRole::Demonym,
        }],
        ..Annotations::default()
    };
    (article, annotations)
}

fn place(
    id: &str,
    name: &str,
    kind: PlaceKind,
    country: Option<&str>,
    point: Option<LatLon>,
) -> Place {
    Place {
        id: PlaceId::new(id).unwrap(),
        name: name.into(),
        kind,
        country: country.map(|code| CountryCode::new(code).unwrap()),
        division: None,
        point,
        prominence: 3,
        spellings: Spellings::default(),
    }
}
