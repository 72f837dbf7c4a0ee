//! The five articles as received, from their bytes to their places, against a careful reading.
//!
//! The articles lie beside the project and are not a part of it; where they are absent the tests say so and check nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::{Article, DateBasis};
use dateline_core::knowledge::Knowledge;
use std::fs;
use std::path::Path;

const GOLD: &str = include_str!("gold.txt");

fn received() -> Option<Vec<Article>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("not checked: the articles as received are not beside the project");
        return None;
    };
    let mut files: Vec<_> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let read = |file: &Path| {
        let reading = dateline_formats::read(
            &file.file_name().unwrap().to_string_lossy(),
            &fs::read(file).unwrap(),
        );
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        reading.articles
    };
    Some(files.iter().flat_map(|f| read(f)).collect())
}

/// The names of one article, in order, as `surface=id`.
fn found(article: &Article, annotations: &Annotations) -> Vec<String> {
    annotations
        .places
        .iter()
        .map(|m| {
            let surface = m.span.of(&article.text).replace(' ', "_");
            format!("{surface}={}", annotations.place(m.place).unwrap().id.as_str())
        })
        .collect()
}

#[test]
fn titles_dates_and_outlets_are_right_or_unknown() {
    let Some(articles) = received() else { return };
    let known = |v: &Option<String>| v.clone().unwrap_or_else(|| "unknown".into());
    let rows: Vec<_> = articles
        .iter()
        .map(|a| {
            (
                known(&a.outlet),
                known(&a.agency),
                a.published.map(|d| d.to_string()),
                a.published_basis,
                a.title.is_some(),
            )
        })
        .collect();
    let day = || Some("2026-01-28".to_owned());
    let row = |outlet: &str, agency: &str, basis, titled| {
        (outlet.to_owned(), agency.to_owned(), day(), basis, titled)
    };
    assert_eq!(
        rows,
        [
            row("Middle East Eye", "unknown", DateBasis::Stated, true),
            row("Global Banking & Finance Review", "Reuters", DateBasis::Stated, true),
            row("unknown", "unknown", DateBasis::Stated, false),
            row("bna", "unknown", DateBasis::Stated, true),
            row("unknown", "unknown", DateBasis::Text, true),
        ]
    );
}

/// Recall and precision over all mentions, span and place both right; each at least 0.95.
#[test]
fn every_place_is_found() {
    let Some(articles) = received() else { return };
    let knowledge = with_tagger();
    let (mut n_gold, mut n_found, mut n_right) = (0, 0, 0);
    for article in &articles {
        let gold = GOLD
            .split("# ")
            .find_map(|part| part.strip_prefix(&format!("{}\n", article.key)))
            .expect("article in gold");
        let mut gold: Vec<&str> = gold.split_whitespace().take_while(|w| w.contains('=')).collect();
        let found = found(article, &annotate(article, &knowledge));
        n_gold += gold.len();
        n_found += found.len();
        for name in &found {
            match gold.iter().position(|g| g == name) {
                Some(at) => {
                    gold.remove(at);
                    n_right += 1;
                }
                None => eprintln!("{}: {name} is not in the reading", article.key),
            }
        }
        for name in gold {
            eprintln!("{}: {name} was not found", article.key);
        }
    }
    let (recall, precision) =
        (f64::from(n_right) / n_gold as f64, f64::from(n_right) / n_found as f64);
    eprintln!("{n_gold} names, recall {recall:.3}, precision {precision:.3}");
    assert!(recall >= 0.95 && precision >= 0.95, "recall {recall:.3}, precision {precision:.3}");
}

/// One place for two names; facilities are facilities; adjectives and newspapers are no places.
#[test]
fn what_the_places_are() {
    let Some(articles) = received() else { return };
    let knowledge = with_tagger();
    let mut seen = std::collections::BTreeMap::new();
    for article in &articles {
        let annotations = annotate(article, &knowledge);
        for m in &annotations.places {
            let place = annotations.place(m.place).unwrap();
            seen.insert(
                m.span.of(&article.text).to_owned(),
                (place.id.as_str().to_owned(), place.kind.as_str()),
            );
        }
    }
    assert_eq!(seen.get("Jabal al-Sheikh"), seen.get("Mount Hermon"));
    assert_eq!(seen.get("Kremlin").map(|p| p.1), Some("facility"));
    assert_eq!(seen.get("Vnukovo International Airport").map(|p| p.1), Some("airport"));
    assert!(!seen.contains_key("Syrian"));
    assert!(!seen.keys().any(|name| name.contains("Eye")));
}

fn with_tagger() -> Knowledge {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core/data");
    let tagger = fs::read(data.join("tagger/tagger.pack")).unwrap();
    Knowledge::curated().unwrap().with_tagger(&tagger).unwrap()
}
