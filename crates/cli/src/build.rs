//! `dateline build`: articles become one HTML file.

use crate::args::{BuildArgs, Places};
use crate::first_view::first_view;
use crate::gazetteer;
use crate::input::{self, Input};
use crate::region;
use crate::say::{named, say};
use crate::shell;
use anyhow::{Context, Result, bail};
use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_core::corpus::corrections::{Correction, Lines, MOST_LINES, print, read};
use dateline_core::corpus::{Corpus, CorpusData};
use dateline_core::gazetteer::{Gazetteer, Place, PlaceIdx, PlaceKind};
use dateline_core::pack;
use dateline_formats::page;
use dateline_view::wording;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Runs the command; whether all input could be read.
pub(crate) fn run(args: &BuildArgs) -> Result<bool> {
    let shell = shell::load()?;
    let input = input::read_paths(&args.input.paths);
    if input.articles.is_empty() {
        bail!(
            "no articles were found, so nothing was written; name files or folders with .txt, .md or .jsonl in them"
        );
    }
    refuse_to_replace_a_source(&args.output, &input)?;
    let (corrections, is_every_line_one) = corrections(args.corrections.as_deref())?;
    let knowledge = gazetteer::knowledge(Places::World)?;
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
        .filter(|title| !title.trim().is_empty())
        .unwrap_or_else(|| wording::corpus_title(annotated.iter().map(|(a, _)| a)));
    let mut data = CorpusData::from_annotated(title, annotated, atlas(knowledge.gazetteer()));
    let n_kept = data.records.len();
    if n_kept < n_read {
        say(&format!(
            "{} came twice with the same words and stand in the page once",
            wording::articles(n_read - n_kept)
        ));
    }
    data.corrections = corrections.iter().map(print).collect();
    let bytes = pack::encode(&data);
    let corpus = Corpus::new(data).corrected(&corrections);
    tell_what_fits_nothing(&corrections, &corpus);
    let shell = carrying(shell, args.gazetteer)?;
    let shell = region::with_detail_for(&shell, &corpus)?;
    let html = page::write(&shell, &first_view(&corpus), &bytes)
        .context("the shell of the page is not usable; run `cargo xtask build` again")?;
    write_whole(&args.output, &html)?;
    // That nobody reads this any more is no failure: the page is written.
    let _ = writeln!(
        io::stderr().lock(),
        "{}: {} {} {}",
        named(&args.output),
        wording::articles(n_kept),
        wording::that_name(n_kept),
        wording::places(corpus.places().len())
    );
    Ok(input.is_complete && is_every_line_one)
}

/// The corrections of a file; and whether every line of it is one.
fn corrections(path: Option<&Path>) -> Result<(Vec<Correction>, bool)> {
    let Some(path) = path else { return Ok((Vec::new(), true)) };
    let bytes = fs::read(path).with_context(|| {
        format!("{}: cannot be read; name a file with corrections", named(path))
    })?;
    let Lines { corrections, wrong, n_unread } = read(&String::from_utf8_lossy(&bytes));
    for line in &wrong {
        say(&format!("{}, line {line}: is no correction and was left out", named(path)));
    }
    if n_unread > 0 {
        let lines = wording::count(n_unread, "line was", "lines were");
        say(&format!(
            "{}: {lines} left out behind line {MOST_LINES}; divide the file",
            named(path)
        ));
    }
    Ok((corrections, wrong.is_empty() && n_unread == 0))
}

/// They stay in the page all the same: articles that are added to it may be meant.
fn tell_what_fits_nothing(corrections: &[Correction], corpus: &Corpus) {
    for (i, correction) in corrections.iter().enumerate() {
        if !corpus.fits(i) {
            say(&format!("this correction changes nothing in the articles: {}", print(correction)));
        }
    }
}

/// The shell with the gazetteer that was asked for; it is made with the pocket one.
fn carrying(shell: String, places: Places) -> Result<String> {
    match places {
        Places::Pocket => Ok(shell),
        Places::World => page::with_knowledge(&shell, gazetteer::BLOCK, gazetteer::WORLD)
            .context("the shell of the page is not usable; run `cargo xtask build` again"),
    }
}

/// A page that replaced a file with articles would be the end of them.
fn refuse_to_replace_a_source(output: &Path, input: &Input) -> Result<()> {
    match fs::canonicalize(output) {
        Ok(target) if input.files.contains(&target) => bail!(
            "{}: is one of the files that were read, so nothing was written; name another file with `--output`",
            named(output)
        ),
        // What is not there yet replaces nothing.
        _ => Ok(()),
    }
}

/// Writes beside the target and renames, so that a failure leaves the old file.
///
/// What is no file (a pipe, a device) is written to as it is; a link to a file stays, and the file behind it is replaced.
fn write_whole(path: &Path, text: &str) -> Result<()> {
    let written = match fs::metadata(path) {
        Ok(about) if !about.is_file() => fs::write(path, text),
        Ok(_) if path.is_symlink() => {
            fs::canonicalize(path).and_then(|target| replace(&target, text))
        }
        _ => replace(path, text),
    };
    written.with_context(|| {
        format!(
            "{}: cannot be written; check that the folder exists and may be written to",
            named(path)
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
    let is_labelled = |&p: &PlaceIdx| {
        gazetteer.point(p).is_some()
            && matches!(
                gazetteer.kind(p),
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
    gazetteer.curated().filter(is_labelled).map(|p| gazetteer.place(p)).collect()
}
