//! The bundled corpus as the build makes it.

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::{Article, ArticleId};
use dateline_core::corpus::{Corpus, CorpusData};
use dateline_core::gazetteer::PlaceKind;
use dateline_core::knowledge::Knowledge;
use std::fs;
use std::path::Path;

/// Reads, annotates and indexes the five records.
pub(crate) fn bundled() -> Corpus {
    copies(1)
}

/// The same so many times over, for long lists.
pub(crate) fn copies(n: u64) -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core/corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let knowledge = Knowledge::curated().unwrap();
    let mut annotated = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let reading = dateline_formats::read(&name, &fs::read(&file).unwrap());
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        annotated.extend(reading.articles.into_iter().map(|article| {
            let annotations = annotate(&article, &knowledge);
            (article, annotations)
        }));
    }
    let once = annotated.clone();
    for copy in 1..n {
        for ((article, annotations), number) in once.iter().zip(copy << 24..) {
            let mut article = article.clone();
            article.id = ArticleId::new(&format!("{number:012x}")).unwrap();
            annotated.push((article, annotations.clone()));
        }
    }
    corpus_of(annotated, &knowledge)
}

/// One article that names so many countries.
pub(crate) fn naming(n_countries: usize) -> Corpus {
    let knowledge = Knowledge::curated().unwrap();
    let gazetteer = knowledge.gazetteer();
    let countries = gazetteer.curated().map(|at| gazetteer.place(at));
    let countries = countries.filter(|p| p.kind == PlaceKind::Country).take(n_countries);
    let text: String = countries.map(|place| format!("It rained in {}. ", place.name)).collect();
    let article = Article::new("rain", Some("Rain".into()), text);
    let annotations = annotate(&article, &knowledge);
    corpus_of(vec![(article, annotations)], &knowledge)
}

fn corpus_of(annotated: Vec<(Article, Annotations)>, knowledge: &Knowledge) -> Corpus {
    let gazetteer = knowledge.gazetteer();
    let atlas = gazetteer.curated().map(|p| gazetteer.place(p)).collect();
    Corpus::new(CorpusData::from_annotated("Bundled".into(), annotated, atlas))
}
