//! From paths to articles: walking folders, reading files, telling problems.
//!
//! Files of a folder come in the order of their names, so that the same folder gives the same output.
//! In a folder, hidden files and those that describe it (README, LICENSE) are passed over; a file that is named is always read.

use dateline_core::article::Article;
use dateline_formats::{MAX_FILE_BYTES, Problem, ProblemKind, Reading, read};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What was read, and whether all of it could be.
pub(crate) struct Input {
    /// Articles in the order of the files.
    pub(crate) articles: Vec<Article>,
    /// Whether every file and every line could be read.
    pub(crate) is_complete: bool,
}

/// Names of files that describe a folder instead of being a part of it; compared without regard to capitals.
const ABOUT_FOLDERS: &[&str] = &["readme", "license", "licence", "notice", "changelog", "copying"];

/// Reads all paths. Problems are printed as they come.
pub(crate) fn read_paths(paths: &[PathBuf]) -> Input {
    let mut input = Input { articles: Vec::new(), is_complete: true };
    for path in paths {
        if path.as_os_str() == "-" {
            read_standard_input(&mut input);
        } else if path.is_dir() {
            read_folder(path, &mut input);
        } else {
            read_file(path, &mut input);
        }
    }
    input
}

impl Input {
    fn add(&mut self, reading: Reading) {
        for problem in &reading.problems {
            eprintln!("dateline: {problem}");
            self.is_complete = false;
        }
        self.articles.extend(reading.articles);
    }

    fn refuse(&mut self, path: &Path, why: &io::Error) {
        eprintln!(
            "dateline: {}: cannot be read ({why}); check the path and its permissions",
            path.display()
        );
        self.is_complete = false;
    }
}

fn read_folder(folder: &Path, input: &mut Input) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return input.refuse(folder, &error),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if is_passed_over(&path) {
            continue;
        }
        match entry.file_type() {
            // A link to a folder may lead back up: it is not followed.
            Ok(kind) if kind.is_dir() => read_folder(&path, input),
            Ok(kind) if kind.is_symlink() && path.is_dir() => {}
            Ok(_) => read_file(&path, input),
            Err(error) => input.refuse(&path, &error),
        }
    }
}

fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    name.starts_with('.') || ABOUT_FOLDERS.contains(&stem)
}

/// Reads a file, unless its size alone refuses it: it shall not fill the memory first.
fn read_file(path: &Path, input: &mut Input) {
    let name = path.display().to_string();
    let bytes = fs::metadata(path).and_then(|about| {
        let kind = (about.len() > MAX_FILE_BYTES)
            .then_some(ProblemKind::TooLarge { bytes: about.len(), limit: MAX_FILE_BYTES });
        kind.map_or_else(|| fs::read(path).map(Ok), |kind| Ok(Err(kind)))
    });
    match bytes {
        Ok(Ok(bytes)) => input.add(read(&name, &bytes)),
        Ok(Err(kind)) => input.add(Reading {
            articles: Vec::new(),
            problems: vec![Problem { file: name, line: None, kind }],
        }),
        Err(error) => input.refuse(path, &error),
    }
}

fn read_standard_input(input: &mut Input) {
    const NAME: &str = "standard input.jsonl";
    let mut bytes = Vec::new();
    match io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes) {
        Ok(_) => input.add(read(NAME, &bytes)),
        Err(error) => input.refuse(Path::new("standard input"), &error),
    }
}
