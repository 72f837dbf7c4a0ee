//! How good the names are that the whole recogniser finds: precision, recall and F1 with exact spans.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use dateline_core::identify::ActorKind;
use dateline_core::knowledge::Knowledge;
use dateline_core::recognise;
use dateline_core::recognise::tagger::NameKind;
use dateline_core::text::prose::Prose;
use serde::Deserialize;

use super::corpus;

/// Names found, names that should be, and names that are both.
#[derive(Clone, Copy, Default)]
struct Count {
    n_found: u32,
    n_gold: u32,
    n_right: u32,
    n_overlapping: u32,
}

impl Count {
    fn line(self) -> String {
        let share = |a: u32, b: u32| if b == 0 { 0.0 } else { f64::from(a) / f64::from(b) };
        let (p, r) = (share(self.n_right, self.n_found), share(self.n_right, self.n_gold));
        let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        format!(
            "P {p:.3} R {r:.3} F1 {f:.3}  ({} gold, overlapping recall {:.3})",
            self.n_gold,
            share(self.n_overlapping, self.n_gold)
        )
    }
}

type Spans = BTreeSet<(usize, usize)>;

#[derive(Deserialize)]
struct Record {
    text: String,
    toponyms: Vec<Toponym>,
}

#[derive(Deserialize)]
struct Toponym {
    start: usize,
    end: usize,
}

/// Prints the figures of the parts of the training sets that are kept apart, and of the development set.
pub(super) fn report(folder: &Path, knowledge: &Knowledge, show: Option<&str>) -> Result<()> {
    let mut counts: BTreeMap<(String, &str), Count> = BTreeMap::new();
    for document in corpus::read(folder)?.into_iter().filter(corpus::Document::is_held_out) {
        let found = spans(&document.text, knowledge);
        for (kind, word) in [
            (NameKind::Place, "places"),
            (NameKind::Person, "persons"),
            (NameKind::Organisation, "organisations"),
        ] {
            let gold: Spans = document
                .names
                .iter()
                .filter(|n| n.kind == kind)
                .map(|n| (without_the(&document.text, n.start, n.end), n.end))
                .collect();
            let count = counts.entry((document.set.to_owned(), word)).or_default();
            compare(&gold, &found[kind as usize], count);
            if show == Some(document.set) {
                show_wrong(word, &document.text, &gold, &found[kind as usize]);
            }
        }
    }
    let path = folder.join("dev/geovirus-a.jsonl");
    let lines =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    for line in lines.lines() {
        let record: Record = serde_json::from_str(line)?;
        let bytes: Vec<usize> =
            record.text.char_indices().map(|(i, _)| i).chain([record.text.len()]).collect();
        let gold: Spans = record
            .toponyms
            .iter()
            .filter_map(|t| {
                Some((
                    without_the(&record.text, *bytes.get(t.start)?, *bytes.get(t.end)?),
                    *bytes.get(t.end)?,
                ))
            })
            .collect();
        let found = spans(&record.text, knowledge);
        compare(&gold, &found[0], counts.entry(("geovirus-a".to_owned(), "places")).or_default());
        if show == Some("geovirus-a") {
            show_wrong("places", &record.text, &gold, &found[0]);
        }
    }
    for ((set, kind), count) in counts {
        println!("{set:12} {kind:14} {}", count.line());
    }
    Ok(())
}

fn without_the(text: &str, start: usize, end: usize) -> usize {
    match text.get(start..end).and_then(|s| s.split_once(' ')) {
        Some(("the" | "The", _)) => start + 4,
        _ => start,
    }
}

/// Spans of places, persons and organisations, by the number of their kind.
fn spans(text: &str, knowledge: &Knowledge) -> [Spans; 3] {
    let names = recognise::names(&Prose::of(text), knowledge);
    let mut out = [Spans::new(), Spans::new(), Spans::new()];
    out[0].extend(names.places.iter().map(|p| (p.span.start as usize, p.span.end as usize)));
    for actor in &names.actors {
        let at = match actor.kind {
            ActorKind::Person => NameKind::Person,
            ActorKind::Organisation => NameKind::Organisation,
        };
        out[at as usize].insert((actor.span.start as usize, actor.span.end as usize));
    }
    out
}

fn compare(gold: &Spans, found: &Spans, count: &mut Count) {
    count.n_gold += gold.len() as u32;
    count.n_found += found.len() as u32;
    count.n_right += gold.intersection(found).count() as u32;
    let meets = |&&(start, end): &&(usize, usize)| found.iter().any(|&(s, e)| s < end && start < e);
    count.n_overlapping += gold.iter().filter(meets).count() as u32;
}

fn show_wrong(kind: &str, text: &str, gold: &Spans, found: &Spans) {
    let line = |what: &str, &(start, end): &(usize, usize)| {
        let from =
            (start.saturating_sub(35)..start).find(|&i| text.is_char_boundary(i)).unwrap_or(start);
        let to = (end..text.len().min(end + 35))
            .rev()
            .find(|&i| text.is_char_boundary(i))
            .unwrap_or(end);
        let shown = format!("{}[{}]{}", &text[from..start], &text[start..end], &text[end..to]);
        println!("{kind} {what}: {}", shown.replace('\n', "¶"));
    };
    for span in gold.difference(found) {
        line("missed", span);
    }
    for span in found.difference(gold) {
        line("false ", span);
    }
}
