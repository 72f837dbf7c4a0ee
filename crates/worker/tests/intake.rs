//! Orders of all kinds: what comes out is what went in, annotated, once each, with every problem told or counted.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use dateline_core::annotate::annotate;
use dateline_core::corpus::{Corpus, CorpusData};
use dateline_core::knowledge::Knowledge;
use dateline_core::pack;
use dateline_formats::report::Report;
use dateline_worker::{Block, GAZETTEER, Intake, knowledge};
use proptest::prelude::*;

fn reports(files: &[(&str, &[u8])]) -> Vec<Report> {
    let mut intake = Intake::new(Knowledge::curated().unwrap());
    intake.begin(u32::try_from(files.len()).unwrap());
    let mut reports = Vec::new();
    for (name, bytes) in files {
        intake.take(name, bytes);
        reports.extend(std::iter::from_fn(|| intake.report(false)));
    }
    reports.extend(std::iter::from_fn(|| intake.report(true)));
    reports
}

fn joined(reports: &[Report]) -> Corpus {
    let parts = reports.iter().filter(|r| !r.pack.is_empty());
    let parts = parts.map(|r| Corpus::new(pack::decode(&r.pack).unwrap())).collect();
    Corpus::new(CorpusData::default()).join(parts).corpus
}

/// Many articles over many reports are the corpus that a build at once would make.
#[test]
fn the_parts_make_the_whole() {
    let lines: Vec<String> = (0..300)
        .map(|i| format!("{{\"id\":\"{i}\",\"text\":\"Convoy {i} left Tartous for Qamishli. Moscow said nothing.\"}}"))
        .collect();
    let file = lines.join("\n");
    let reports = reports(&[("a.jsonl", file.as_bytes()), ("b.txt", b""), ("c.pdf", b"%PDF")]);
    assert!(reports.len() > 3);
    let known = Knowledge::curated().unwrap();
    let articles = dateline_formats::read("a.jsonl", file.as_bytes()).articles;
    let annotated = articles.into_iter().map(|article| {
        let annotations = annotate(&article, &known);
        (article, annotations)
    });
    let whole = CorpusData::from_annotated(String::new(), annotated.collect(), Vec::new());
    assert!(joined(&reports) == Corpus::new(whole));
    let problems: Vec<&String> = reports.iter().flat_map(|r| &r.problems).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    let last = reports.last().unwrap();
    assert_eq!((last.n_done, last.n_known), (300, 300));
}

#[test]
fn progress_never_falls_back_and_ends_whole() {
    let page =
        "A long day in Aleppo, and a longer one in Damascus, was what they spoke of. ".repeat(400);
    let files: Vec<(String, String)> =
        (0..20).map(|i| (format!("{i}.txt"), format!("Number {i}\n\n{page}"))).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, t)| (n.as_str(), t.as_bytes())).collect();
    let steps: Vec<(u32, u32)> = reports(&files).iter().map(|r| (r.n_done, r.n_known)).collect();
    assert!(
        steps.is_sorted_by_key(|(done, _)| *done) && steps.iter().all(|(_, known)| *known == 20),
        "{steps:?}"
    );
    assert_eq!(steps.last(), Some(&(20, 20)));
}

#[test]
fn problems_are_told_up_to_a_number_and_counted_beyond() {
    let broken = "{\n".repeat(500);
    let reports = reports(&[("a.jsonl", broken.as_bytes())]);
    let n_told: usize = reports.iter().map(|r| r.problems.len()).sum();
    let n_more: u32 = reports.iter().map(|r| r.n_more_problems).sum();
    assert_eq!((n_told, n_more), (50, 450));
}

#[test]
fn files_that_are_not_fetched_are_told() {
    let mut intake = Intake::new(Knowledge::curated().unwrap());
    intake.begin(2);
    intake.refuse_size("big.txt", 1 << 40);
    intake.refuse_unreadable("folder\u{202e}");
    let report = intake.report(true).unwrap();
    assert_eq!((report.n_known, report.pack.len(), report.problems.len()), (0, 0, 2));
    assert!(
        report.problems[0].starts_with("big.txt: 1048576 MiB is larger"),
        "{:?}",
        report.problems
    );
    assert!(report.problems[1].starts_with("folder\u{fffd}: "), "{:?}", report.problems);
    assert_eq!(intake.report(true), None);
}

#[test]
fn blocks_that_are_no_knowledge_are_refused() {
    let block = Block { name: "charms".into(), bytes: Vec::new() };
    let damaged = Block { name: GAZETTEER.into(), bytes: b"no pack".to_vec() };
    assert!(knowledge(vec![damaged]).is_err());
    assert!(knowledge(vec![block]).err().unwrap().contains("charms"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(bytes: Vec<u8>, text in "\\PC{0,300}") {
        reports(&[("a.txt", &bytes), ("b.md", text.as_bytes()), ("c.jsonl", text.as_bytes())]);
    }
}
