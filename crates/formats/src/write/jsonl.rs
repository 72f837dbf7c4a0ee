//! One JSON object per article: the article's facts and everything found in its text.
//!
//! In go an article and its annotations; out comes one line, its fields always in the same order.
//! `start` and `end` count Unicode characters of `text`.
//! People, organisations, dates and statements are empty lists until the engine finds them.

use super::chars::CharOffsets;
use dateline_core::annotate::{Annotations, Associated, PlaceMention};
use dateline_core::article::{Article, DateBasis};
use dateline_core::gazetteer::CountryCode;
use serde::Serialize;

/// The line of one article, without an end of line.
pub fn line(article: &Article, annotations: &Annotations) -> String {
    let spans = annotations.places.iter().map(|mention| mention.span);
    let spans = spans.chain(annotations.associated.iter().map(|associated| associated.span));
    let offsets = CharOffsets::new(&article.text, spans);
    let line = Line {
        id: &article.key,
        title: article.title.as_deref(),
        outlet: article.outlet.as_deref(),
        published: article.published.map(|date| date.to_string()),
        agency: article.agency.as_deref(),
        byline: article.byline.as_deref(),
        url: article.url.as_deref(),
        published_basis: article.published.map(|_| basis(article.published_basis)),
        text: &article.text,
        places: annotations
            .places
            .iter()
            .filter_map(|mention| PlaceField::of(mention, article, annotations, &offsets))
            .collect(),
        associated: annotations
            .associated
            .iter()
            .filter_map(|found| AssociatedField::of(found, article, annotations, &offsets))
            .collect(),
        people: [],
        organisations: [],
        dates: [],
        statements: [],
    };
    // Strings and finite numbers can always be written.
    serde_json::to_string(&line).unwrap_or_default()
}

fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "stated",
        DateBasis::Text => "text",
    }
}

/// Nothing of a kind that the engine does not find yet.
type NoneYet = [(); 0];

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    published: Option<String>,
    agency: Option<&'a str>,
    byline: Option<&'a str>,
    url: Option<&'a str>,
    published_basis: Option<&'static str>,
    text: &'a str,
    places: Vec<PlaceField<'a>>,
    associated: Vec<AssociatedField<'a>>,
    people: NoneYet,
    organisations: NoneYet,
    dates: NoneYet,
    statements: NoneYet,
}

#[derive(Serialize)]
struct PlaceField<'a> {
    start: usize,
    end: usize,
    surface: &'a str,
    id: &'a str,
    name: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    kind: &'static str,
    country: Option<&'a str>,
    confidence: f64,
    metonym: bool,
}

impl<'a> PlaceField<'a> {
    fn of(
        mention: &PlaceMention,
        article: &'a Article,
        annotations: &'a Annotations,
        offsets: &CharOffsets,
    ) -> Option<Self> {
        let place = annotations.place(mention.place)?;
        let (start, end) = offsets.of(mention.span);
        Some(Self {
            start,
            end,
            surface: mention.span.of(&article.text),
            id: place.id.as_str(),
            name: &place.name,
            lat: place.point.map(|point| point.lat),
            lon: place.point.map(|point| point.lon),
            kind: place.kind.as_str(),
            country: place.country.as_ref().map(CountryCode::as_str),
            confidence: mention.confidence.as_f64(),
            metonym: mention.metonym,
        })
    }
}

#[derive(Serialize)]
struct AssociatedField<'a> {
    start: usize,
    end: usize,
    surface: &'a str,
    id: &'a str,
    name: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    role: &'static str,
}

impl<'a> AssociatedField<'a> {
    fn of(
        found: &Associated,
        article: &'a Article,
        annotations: &'a Annotations,
        offsets: &CharOffsets,
    ) -> Option<Self> {
        let place = annotations.place(found.place)?;
        let (start, end) = offsets.of(found.span);
        Some(Self {
            start,
            end,
            surface: found.span.of(&article.text),
            id: place.id.as_str(),
            name: &place.name,
            lat: place.point.map(|point| point.lat),
            lon: place.point.map(|point| point.lon),
            role: found.role.as_str(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use expect_test::expect;

    #[test]
    fn a_whole_line() {
        let (article, annotations) = fixture::annotated();
        expect![[r#"{"id":"rain.txt","title":"Rain, \"much\" of it","outlet":null,"published":"2025-03-03","agency":null,"byline":null,"url":null,"published_basis":"text","text":"Über Qamishli fiel Regen.\n\nAlso in Nowhere; =Syrian= rain.","places":[{"start":5,"end":13,"surface":"Qamishli","id":"qamishli","name":"Qamishli","lat":37.05,"lon":41.22,"kind":"city","country":"SY","confidence":0.93,"metonym":false},{"start":35,"end":42,"surface":"Nowhere","id":"nowhere","name":"Nowhere","lat":null,"lon":null,"kind":"village","country":null,"confidence":0.4,"metonym":false}],"associated":[{"start":45,"end":51,"surface":"Syrian","id":"syria","name":"Syria","lat":35.0,"lon":38.5,"role":"demonym"}],"people":[],"organisations":[],"dates":[],"statements":[]}"#]].assert_eq(&line(&article, &annotations));
    }

    #[test]
    fn an_unknown_date_has_no_basis() {
        let (mut article, annotations) = fixture::annotated();
        article.published = None;
        let line = line(&article, &annotations);
        assert!(line.contains(r#""published":null"#));
        assert!(line.contains(r#""published_basis":null"#));
        assert!(!line.contains('\n'));
    }
}
