//! One JSON object per article: the article's facts and everything found in its text.
//!
//! In go an article and its annotations; out comes one line, its fields always in the same order.
//! `start` and `end` count Unicode characters of `text`.
//! What the fields of one mention are is said in `fields`.

use super::chars::CharOffsets;
use dateline_core::annotate::Annotations;
use dateline_core::article::{Article, DateBasis};
use dateline_core::identify::ActorKind;
use dateline_core::text::Span;
use serde::Serialize;

mod fields;

use fields::{ActorField, AssociatedField, PlaceField, StatementField, TimeField};

/// The line of one article, without an end of line.
pub fn line(article: &Article, annotations: &Annotations) -> String {
    let offsets = CharOffsets::new(&article.text, spans(annotations));
    let actors = |kind: ActorKind| {
        let mentions = annotations.actors.mentions.iter();
        mentions.filter_map(|m| ActorField::of(m, kind, article, annotations, &offsets)).collect()
    };
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
        people: actors(ActorKind::Person),
        organisations: actors(ActorKind::Organisation),
        dates: annotations
            .times
            .iter()
            .map(|mention| TimeField::of(mention, article, &offsets))
            .collect(),
        statements: annotations
            .statements
            .iter()
            .map(|statement| StatementField::of(statement, article, annotations, &offsets))
            .collect(),
    };
    // Strings and finite numbers can always be written.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Every span that the line gives in characters.
fn spans(annotations: &Annotations) -> impl Iterator<Item = Span> {
    let places = annotations.places.iter().map(|m| m.span);
    let associated = annotations.associated.iter().map(|a| a.span);
    let actors = annotations.actors.mentions.iter().map(|m| m.span);
    let times = annotations.times.iter().map(|t| t.span);
    let said = annotations.statements.iter().flat_map(|s| [Some(s.span), s.source]).flatten();
    places.chain(associated).chain(actors).chain(times).chain(said)
}

fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Stated => "stated",
        DateBasis::Text => "text",
    }
}

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
    people: Vec<ActorField<'a>>,
    organisations: Vec<ActorField<'a>>,
    dates: Vec<TimeField<'a>>,
    statements: Vec<StatementField<'a>>,
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
