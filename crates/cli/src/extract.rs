//! `dateline extract`: what the articles say about places, to standard output.

use crate::args::{ExtractArgs, OutputFormat};
use crate::gazetteer;
use crate::input;
use anyhow::{Result, anyhow};
use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_formats::write;
use std::io::{self, BufWriter, ErrorKind, Write};

/// Runs the command; whether all input could be read.
pub(crate) fn run(args: &ExtractArgs) -> Result<bool> {
    let input = input::read_paths(&args.input.paths);
    let knowledge = gazetteer::knowledge(args.gazetteer)?;
    let annotated = input.articles.into_iter().map(|article| {
        let annotations = annotate(&article, &knowledge);
        (article, annotations)
    });
    let mut out = BufWriter::new(io::stdout().lock());
    let written = print(args.format, annotated, &mut out).and_then(|()| out.flush());
    match written {
        // Whoever reads has seen enough, as `head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(input.is_complete),
        Err(why) => Err(anyhow!(
            "standard output: cannot be written ({why}); check that there is room where it goes"
        )),
        Ok(()) => Ok(input.is_complete),
    }
}

fn print(
    format: OutputFormat,
    annotated: impl Iterator<Item = (Article, Annotations)>,
    out: &mut impl Write,
) -> io::Result<()> {
    match format {
        OutputFormat::Jsonl => {
            for (article, annotations) in annotated {
                writeln!(out, "{}", write::jsonl::line(&article, &annotations))?;
            }
        }
        OutputFormat::Csv => {
            out.write_all(write::csv::HEAD.as_bytes())?;
            for (article, annotations) in annotated {
                out.write_all(write::csv::rows(&article, &annotations).as_bytes())?;
            }
        }
        OutputFormat::Geojson => {
            let all: Vec<_> = annotated.collect();
            writeln!(out, "{}", write::geojson::collection(&all))?;
        }
    }
    Ok(())
}
