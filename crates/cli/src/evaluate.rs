//! `dateline evaluate`: how well the engine reads text that people have marked.
//!
//! In go gold files; out comes one table: precision, recall and F1, with exact and with overlapping spans, distances for places, agreement of values for dates and speakers, speed.
//! Nothing is learned here; the gold is only compared with what the engine finds.

use crate::args::{EvaluateArgs, TableFormat};
use crate::gazetteer;
use anyhow::Result;
use dateline_core::annotate::{Annotations, annotate};
use dateline_core::identify::ActorKind;
use dateline_core::knowledge::Knowledge;
use dateline_core::text::Span;
use std::path::Path;
use std::time::{Duration, Instant};

mod gold;
mod pairs;
mod score;
mod table;

use gold::{Document, Gold, Kind, Mark};
use score::{Calibration, Score};
use table::Row;

/// Runs the command; always true, since a file that cannot be read ends it.
pub(crate) fn run(args: &EvaluateArgs) -> Result<bool> {
    let knowledge = gazetteer::knowledge(args.gazetteer)?;
    let mut rows = Vec::new();
    for path in &args.gold {
        rows.extend(rows_of(path, &knowledge)?);
    }
    match args.format {
        TableFormat::Text => print!("{}", table::text(&rows)),
        TableFormat::Tsv => print!("{}", table::tsv(&rows)),
    }
    Ok(true)
}

fn rows_of(path: &Path, knowledge: &Knowledge) -> Result<Vec<Row>> {
    let set = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(match gold::read(path)? {
        Gold::NamePairs(pairs) => vec![pairs::row(&set, &pairs)],
        Gold::Documents { documents, kinds } => {
            let (annotated, took) = annotate_all(&documents, knowledge);
            let n_bytes: usize = documents.iter().map(|d| d.article.text.len()).sum();
            let speed = n_bytes as f64 / 1e6 / took.as_secs_f64();
            let mut rows = Vec::new();
            for &kind in &kinds {
                let (row, calibration) = score_kind(&documents, &annotated, kind, false);
                let has_points = calibration.classes().next().is_some();
                let calibration = has_points.then_some(calibration);
                rows.push(Row::of(&set, kind.as_str(), row, calibration, speed));
                if kind == Kind::Place {
                    let (with, _) = score_kind(&documents, &annotated, kind, true);
                    rows.push(Row::of(&set, "places, with associated", with, None, speed));
                }
            }
            rows
        }
    })
}

fn annotate_all(documents: &[Document], knowledge: &Knowledge) -> (Vec<Annotations>, Duration) {
    let start = Instant::now();
    let annotated = documents.iter().map(|d| annotate(&d.article, knowledge)).collect();
    (annotated, start.elapsed())
}

/// Scores one kind over a set; `with_associated` counts demonyms and embedded names as places.
fn score_kind(
    documents: &[Document],
    annotated: &[Annotations],
    kind: Kind,
    with_associated: bool,
) -> (Score, Calibration) {
    let mut score = Score::default();
    let mut calibration = Calibration::default();
    for (document, annotations) in documents.iter().zip(annotated) {
        let marks = document.marks.iter().filter(|(k, _)| *k == kind);
        let gold: Vec<Mark> = marks.map(|(_, mark)| mark.clone()).collect();
        let mut found = found(document, annotations, kind);
        if kind == Kind::Place {
            let sure = found.iter().zip(&annotations.places);
            for (ours, mention) in sure {
                let same = gold.iter().find(|g| (g.start, g.end) == (ours.start, ours.end));
                if let Some(point) = same.and_then(|g| g.point) {
                    calibration.add(mention.confidence.as_f64(), point, ours.point);
                }
            }
        }
        if with_associated {
            let chars = Chars::of(&document.article.text);
            found.extend(annotations.associated.iter().map(|a| {
                let point = annotations.place(a.place).and_then(|p| p.point);
                chars.mark(a.span, point, None)
            }));
            found.sort_by_key(|m| (m.start, m.end));
            found.dedup_by_key(|m| (m.start, m.end));
        }
        score.add(&gold, &found);
    }
    (score, calibration)
}

/// What the engine found of one kind, in characters.
fn found(document: &Document, annotations: &Annotations, kind: Kind) -> Vec<Mark> {
    let chars = Chars::of(&document.article.text);
    let actors = |kind: ActorKind| {
        let mentions = annotations.actors.mentions.iter();
        mentions
            .filter(|m| annotations.actors.actor(m.actor).is_some_and(|a| a.kind == kind))
            .map(|m| chars.mark(m.span, None, None))
            .collect()
    };
    match kind {
        Kind::Place => annotations
            .places
            .iter()
            .map(|m| chars.mark(m.span, annotations.place(m.place).and_then(|p| p.point), None))
            .collect(),
        Kind::Person => actors(ActorKind::Person),
        Kind::Organisation => actors(ActorKind::Organisation),
        Kind::Time => {
            annotations.times.iter().map(|t| chars.mark(t.span, None, t.value.clone())).collect()
        }
        Kind::Quotation => annotations
            .statements
            .iter()
            .filter(|s| s.direct && !s.partial)
            .map(|s| {
                let actor = s.speaker.and_then(|idx| annotations.actors.actor(idx));
                let source = s.named.or(s.source);
                let source = source.map(|span| span.of(&document.article.text).to_owned());
                chars.mark(s.span, None, actor.map(|a| a.name.clone()).or(source))
            })
            .collect(),
    }
}

/// From bytes to characters: the byte at which each character begins.
struct Chars(Vec<usize>);

impl Chars {
    fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).collect())
    }

    fn mark(
        &self,
        span: Span,
        point: Option<dateline_core::geo::LatLon>,
        value: Option<String>,
    ) -> Mark {
        let at = |byte: u32| self.0.partition_point(|&b| b < byte as usize);
        Mark { start: at(span.start), end: at(span.end), point, value }
    }
}
