//! Documents that run as tests: prose that explains a capability, and fenced blocks that show it.
//!
//! A block is handed over and comes back as the engine would write it: both must be the same.
//! `UPDATE_EXPECT=1 cargo test` writes what comes back; read the difference before you keep it.

use std::fs;
use std::path::Path;

/// Runs the documents of a folder of `tests/suite`; `change` gets what stands behind the name of a fence, and the block.
pub(crate) fn check(folder: &str, fence: &str, change: impl Fn(&str, &str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite").join(folder);
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no documents in {}", folder.display());
    let mut wrong = Vec::new();
    for path in files {
        let document = fs::read_to_string(&path).unwrap();
        let found = rewrite(&document, fence, &change);
        if found != document {
            if update {
                fs::write(&path, &found).unwrap();
            }
            wrong.push(format!("{}\n{}", path.display(), differences(&document, &found)));
        }
    }
    assert!(wrong.is_empty() || update, "{} documents differ\n{}", wrong.len(), wrong.join("\n"));
}

fn rewrite(document: &str, fence: &str, change: impl Fn(&str, &str) -> String) -> String {
    let fence = format!("```{fence}");
    let mut parts = document.split(fence.as_str());
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (info, rest) = part.split_once('\n').expect("a block begins on its own line");
        let (block, rest) = rest.split_once("\n```").expect("a block is closed");
        out += &format!("{fence}{info}\n{}\n```{rest}", change(info.trim(), block));
    }
    out
}

/// What was expected and what was found: each line with those behind it that begin with `>`.
fn differences(document: &str, found: &str) -> String {
    let items = |d: &str| {
        let mut items: Vec<String> = Vec::new();
        for line in d.lines() {
            match items.last_mut().filter(|_| line.starts_with('>')) {
                Some(item) => *item += &format!("\n  {line}"),
                None => items.push(line.to_owned()),
            }
        }
        items
    };
    let pairs = items(document).into_iter().zip(items(found)).filter(|(a, b)| a != b);
    pairs.map(|(a, b)| format!("expected {a}\nfound    {b}\n")).collect()
}
