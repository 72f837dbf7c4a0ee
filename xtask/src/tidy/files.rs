//! What any file of the checkout may hold.
//!
//! No path of one machine, no address of a package registry, and nothing generated without the account of its making.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::paths::root;

/// A text file of the checkout.
pub(super) struct File {
    /// Its path from the root, with `/`.
    pub(super) path: String,
    /// What it holds; empty for files that are no text.
    pub(super) text: String,
}

/// Folders that hold products and tools, not sources.
const NOT_OURS: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// Beginnings of paths of one machine; spelt in pieces, so that this file passes its own check.
const MACHINE_PATHS: [&str; 4] =
    [concat!("/", "work/"), concat!("/", "root/"), concat!("/", "home/"), concat!("/", "Users/")];

/// Hosts of package registries, spelt in pieces for the same reason.
const REGISTRIES: [&str; 6] = [
    concat!("registry.", "npmjs.org"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("files.", "pythonhosted.org"),
    concat!("pypi.", "org/simple"),
    concat!("deb.", "debian.org"),
];

/// All files of the checkout that are neither products nor tools.
pub(super) fn all() -> Result<Vec<File>> {
    let mut files = Vec::new();
    collect(&root(), "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        // A worktree keeps `.git` as a file.
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let bytes = fs::read(entry.path()).unwrap_or_default();
            files.push(File { path, text: String::from_utf8(bytes).unwrap_or_default() });
        }
    }
    Ok(())
}

/// The broken promises of one file.
pub(super) fn check(file: &File) -> Vec<String> {
    // Cargo writes its own registry's address into the lock file.
    if file.path == "Cargo.lock" {
        return Vec::new();
    }
    let mut broken = Vec::new();
    for (line, number) in file.text.lines().zip(1..) {
        let mut say = |what: &str, found: &str| {
            broken.push(format!("{}:{number}: names {what} (`{found}`)", file.path));
        };
        for path in MACHINE_PATHS.iter().filter(|path| begins_a_path(line, path)) {
            say("a path of one machine", path);
        }
        for host in REGISTRIES.iter().filter(|host| line.contains(*host)) {
            say("a package registry", host);
        }
    }
    broken
}

/// Whether `start` stands in the line as the beginning of a path, not in the middle of an address.
fn begins_a_path(line: &str, start: &str) -> bool {
    line.match_indices(start).any(|(at, _)| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        before.is_whitespace() || "\"'`(=:<[,{".contains(before)
    })
}

/// Every packed file lies beside a manifest that names the command and the inputs that made it.
pub(super) fn check_generated(files: &[File]) -> Vec<String> {
    let packed = files.iter().filter(|file| file.path.ends_with(".pack"));
    packed
        .filter_map(|file| {
            let (folder, name) = file.path.rsplit_once('/')?;
            let manifest = format!("{folder}/manifest.json");
            let account =
                files.iter().find(|file| file.path == manifest).map(|file| file.text.as_str());
            let missing = ["command", "inputs", "sha256"]
                .into_iter()
                .find(|key| !account.unwrap_or_default().contains(&format!("\"{key}\"")))?;
            Some(format!(
                "{folder}/{name}:1: is generated, but {manifest} does not tell its `{missing}`"
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.into(), text: text.into() }
    }

    #[test]
    fn one_machines_paths_and_registries_are_found() {
        let home = concat!("/", "home/someone");
        for (text, n_broken) in [
            (format!("see {home}"), 1),
            (format!("dir = \"{home}\""), 1),
            (format!("https://example.org{home}"), 0),
            (format!("the \\n {}", REGISTRIES[0]), 1),
            ("plain".to_owned(), 0),
        ] {
            assert_eq!(check(&file("a.md", &text)).len(), n_broken, "{text}");
            assert!(check(&file("Cargo.lock", &text)).is_empty());
        }
    }

    #[test]
    fn generated_files_have_an_account() {
        let pack = || file("data/a.pack", "");
        let whole = r#"{"command": "x", "inputs": [], "sha256": "y"}"#;
        for (manifest, n_broken) in [(whole, 0), (r#"{"command": "x"}"#, 1), ("", 1)] {
            let files = [pack(), file("data/manifest.json", manifest)];
            assert_eq!(check_generated(&files).len(), n_broken, "{manifest}");
        }
        assert_eq!(check_generated(&[pack()]).len(), 1);
    }
}
