//! `dateline build`: articles become one HTML file.

use crate::args::BuildArgs;
use crate::first_view::first_view;
use crate::{input, shell};
use anyhow::{Context, Result, bail};
use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_core::corpus::{Corpus, CorpusData};
use dateline_core::gazetteer::{Gazetteer, Place, PlaceKind};
use dateline_core::knowledge::Knowledge;
use dateline_core::pack;
use dateline_formats::page;
use dateline_view::wording;
use std::path::Path;
use std::{fs, io};

/// Runs the command; whether all input could be read.
pub(crate) fn run(args: &BuildArgs) -> Result<bool> {
    let shell = shell::load()?;
    let input = input::read_paths(&args.input.paths);
    if input.articles.is_empty() {
        bail!(
            "no articles were found, so nothing was written; name files or folders with .txt, .md or .jsonl in them"
        );
    }
    let knowledge = Knowledge::curated()?;
    let n_read = input.articles.len();
    let annotated: Vec<(Article, Annotations)> = input
        .articles
        .into_iter()
        .map(|article| {
            let annotations = annotate(&article, &knowledge);
            (article, annotations)
        })
        .collect();
    let title = args
        .title
        .clone()
        .unwrap_or_else(|| wording::corpus_title(annotated.iter().map(|(a, _)| a)));
    let data = CorpusData::from_annotated(title, annotated, atlas(knowledge.gazetteer()));
    let n_kept = data.records.len();
    if n_kept < n_read {
        eprintln!(
            "dateline: {} came twice with the same words and stand in the page once",
            wording::articles(n_read - n_kept)
        );
    }
    let bytes = pack::encode(&data);
    let corpus = Corpus::new(data);
    let html = page::write(&shell, &first_view(&corpus), &bytes)
        .context("the shell of the page is not usable; run `cargo xtask build` again")?;
    write_whole(&args.output, &html)?;
    eprintln!(
        "{}: {} that name {}",
        args.output.display(),
        wording::articles(n_kept),
        wording::places(corpus.places().len())
    );
    Ok(input.is_complete)
}

/// Writes beside the target and renames, so that a failure leaves the old file; what is no file (a pipe, a device) is written to as it is.
fn write_whole(path: &Path, text: &str) -> Result<()> {
    let written = match fs::metadata(path) {
        Ok(about) if !about.is_file() => fs::write(path, text),
        _ => replace(path, text),
    };
    written.with_context(|| {
        format!(
            "{}: cannot be written; check that the folder exists and may be written to",
            path.display()
        )
    })
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = fs::write(&part, text).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // What is left of it would only be in the way; that it cannot be removed is no second failure.
        let _ = fs::remove_file(&part);
    }
    written
}

/// Places that the base map labels.
fn atlas(gazetteer: &Gazetteer) -> Vec<Place> {
    let is_labelled = |p: &&Place| {
        p.point.is_some()
            && matches!(
                p.kind,
                PlaceKind::Country
                    | PlaceKind::Territory
                    | PlaceKind::Capital
                    | PlaceKind::City
                    | PlaceKind::Town
                    | PlaceKind::Sea
                    | PlaceKind::Ocean
                    | PlaceKind::Gulf
            )
    };
    gazetteer.places().iter().filter(is_labelled).cloned().collect()
}
