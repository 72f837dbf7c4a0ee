//! The worker in the browser gives the same answers as the same code outside of it, to the byte.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_formats::page::{KNOWLEDGE_PREFIX, decode_block};
use dateline_tests::browser::{self, Browser};
use dateline_tests::files::{self, root};
use dateline_worker::{Block, Intake, knowledge};
use sha2::{Digest as _, Sha256};

/// A file: name and bytes.
type File = (String, Vec<u8>);

/// All files below a folder with one of the extensions, in the order of their names.
fn folder(path: &Path, extensions: &[&str], files: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(path) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            folder(&path, extensions, files);
        } else if extensions.iter().any(|extension| name.ends_with(extension)) {
            files.push((name, fs::read(&path).unwrap()));
        }
    }
}

/// Rows that nobody would send in good faith.
fn hostile() -> Vec<File> {
    let texts = [
        "\u{202e}Qamishli\u{202c} \u{0}\u{1}",
        "Тартус و القامشلي 和 大马士革 🙂 in Moscow\u{301} said",
        "\u{feff}\u{200b}",
        "no end to Tartous",
        "\"\"\"\"((((((([[[[[{{{{{",
        "Mr. Mrs. Dr. U.S. U.N. a.m. p.m. ... … ‘’“”«»",
    ];
    let mut files: Vec<File> = texts
        .iter()
        .enumerate()
        .flat_map(|(i, text)| {
            ["txt", "md", "jsonl", "pdf"]
                .map(|extension| (format!("{i}.{extension}"), text.as_bytes().to_vec()))
        })
        .collect();
    files.push(("long.txt".into(), "Aleppo, Damascus and Tartous. ".repeat(4000).into_bytes()));
    files.push(("line.txt".into(), "a".repeat(200_000).into_bytes()));
    files.push(("bytes.txt".into(), (0..=255).collect()));
    files.push(("names.txt".into(), "New York, New York. ".repeat(500).into_bytes()));
    files
}

fn orders() -> Vec<Vec<File>> {
    let mut bundled = Vec::new();
    folder(&root().join("crates/core/corpus"), &[".md"], &mut bundled);
    assert_eq!(bundled.len(), 5);
    let mut suites = Vec::new();
    folder(&root().join("tests/suite"), &[".md"], &mut suites);
    assert!(suites.len() > 5);
    let mut orders = vec![bundled, suites, hostile()];
    // Public articles, where they lie beside the checkout.
    let mut public = Vec::new();
    folder(&root().join("../shared/eval/dev"), &["geovirus-a.jsonl"], &mut public);
    orders.extend((!public.is_empty()).then_some(public));
    orders
}

/// The page's own blocks of knowledge.
fn blocks() -> Vec<Block> {
    let page = fs::read_to_string(files::page()).unwrap();
    let opening = format!("id=\"{KNOWLEDGE_PREFIX}");
    page.split(&opening)
        .skip(1)
        .filter_map(|piece| {
            let (name, rest) = piece.split_once("\">")?;
            let (text, _) = rest.split_once('<')?;
            Some(Block { name: name.to_owned(), bytes: decode_block(text)? })
        })
        .collect()
}

fn natively(orders: &[Vec<File>]) -> Vec<Vec<(usize, String)>> {
    let mut intake = Intake::new(knowledge(blocks()).unwrap());
    let mut answers = Vec::new();
    for files in orders {
        intake.begin(u32::try_from(files.len()).unwrap());
        let mut reports = Vec::new();
        for (name, bytes) in files {
            intake.take(name, bytes);
            reports.extend(std::iter::from_fn(|| intake.report(false)));
        }
        reports.extend(std::iter::from_fn(|| intake.report(true)));
        let hashed = reports.into_iter().map(|report| {
            let bytes = report.encode();
            let digest = Sha256::digest(&bytes);
            (bytes.len(), digest.iter().map(|byte| format!("{byte:02x}")).collect())
        });
        answers.push(hashed.collect());
    }
    answers
}

fn check(browser: Browser) {
    let orders = orders();
    let expected = natively(&orders);
    let encoded: Vec<Vec<(String, String)>> = orders
        .iter()
        .map(|files| {
            files.iter().map(|(name, bytes)| (name.clone(), STANDARD.encode(bytes))).collect()
        })
        .collect();
    let done = browser::with(browser, async |session| -> Result<()> {
        session.open(&files::file_address(&files::page())).await?;
        let answers = session.order(&encoded).await?;
        for (i, ((_, found), expected)) in answers.iter().zip(&expected).enumerate() {
            ensure!(!expected.is_empty(), "order {i} tells nothing");
            ensure!(found == expected, "order {i} differs: {found:?} instead of {expected:?}");
        }
        ensure!(answers.len() == expected.len());
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{}: {error:#}", browser.name()));
}

#[test]
fn chromium() {
    check(Browser::Chromium);
}

#[test]
fn firefox() {
    check(Browser::Firefox);
}
