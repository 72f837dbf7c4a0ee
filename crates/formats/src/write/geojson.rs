//! The places of all articles, as GeoJSON (RFC 7946).
//!
//! In go annotated articles; out comes one FeatureCollection with a point for every named place that has coordinates, longitude first, ordered by id.
//! Each point tells how often and in which articles it is named.
//! Places without coordinates cannot stand here; JSON Lines and CSV list them.

use dateline_core::annotate::Annotations;
use dateline_core::article::Article;
use dateline_core::gazetteer::{CountryCode, Place};
use dateline_core::geo::LatLon;
use serde::Serialize;
use std::collections::BTreeMap;

/// The collection, on one line without an end.
pub fn collection(annotated: &[(Article, Annotations)]) -> String {
    let mut named: BTreeMap<&str, Named<'_>> = BTreeMap::new();
    for (article, annotations) in annotated {
        for mention in &annotations.places {
            let Some(place) = annotations.place(mention.place) else { continue };
            let Some(point) = place.point else { continue };
            let named = named.entry(place.id.as_str()).or_insert_with(|| Named {
                place,
                point,
                n_mentions: 0,
                keys: Vec::new(),
            });
            named.n_mentions += 1;
            if named.keys.last() != Some(&article.key.as_str()) {
                named.keys.push(&article.key);
            }
        }
    }
    let features = named.into_values().map(Feature::of).collect();
    // Strings and finite numbers can always be written.
    serde_json::to_string(&Collection { kind: "FeatureCollection", features }).unwrap_or_default()
}

struct Named<'a> {
    place: &'a Place,
    point: LatLon,
    n_mentions: usize,
    keys: Vec<&'a str>,
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    geometry: Geometry,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: &'static str,
    coordinates: [f64; 2],
}

#[derive(Serialize)]
struct Properties<'a> {
    name: &'a str,
    kind: &'static str,
    country: Option<&'a str>,
    mentions: usize,
    articles: usize,
    article_keys: Vec<&'a str>,
}

impl<'a> Feature<'a> {
    fn of(named: Named<'a>) -> Self {
        let place = named.place;
        Self {
            kind: "Feature",
            id: place.id.as_str(),
            geometry: Geometry { kind: "Point", coordinates: [named.point.lon, named.point.lat] },
            properties: Properties {
                name: &place.name,
                kind: place.kind.as_str(),
                country: place.country.as_ref().map(CountryCode::as_str),
                mentions: named.n_mentions,
                articles: named.keys.len(),
                article_keys: named.keys,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use expect_test::expect;

    #[test]
    fn a_point_per_place_with_coordinates() {
        let (article, annotations) = fixture::annotated();
        let mut other = article.clone();
        other.key = "sun.txt".into();
        let mut twice = annotations.clone();
        twice.places.extend(annotations.places.iter().cloned());
        let all = [(article, annotations), (other, twice)];
        expect![[r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"qamishli","geometry":{"type":"Point","coordinates":[41.22,37.05]},"properties":{"name":"Qamishli","kind":"city","country":"SY","mentions":3,"articles":2,"article_keys":["rain.txt","sun.txt"]}}]}"#]].assert_eq(&collection(&all));
        expect![[r#"{"type":"FeatureCollection","features":[]}"#]].assert_eq(&collection(&[]));
    }
}
