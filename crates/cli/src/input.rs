//! From paths to articles: walking folders, reading files, telling problems.
//!
//! Files of a folder come in the order of their names, so that the same folder gives the same output.
//! Only files are read: a pipe might never end, a device never does.
//! In a folder, hidden files and those that describe it (README, LICENSE) are passed over; a file that is named is always read.

use crate::say::{named, say, say_problems};
use dateline_core::article::Article;
use dateline_formats::{Format, MAX_FILE_BYTES, Problem, ProblemKind, Reading, read};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What was read, and whether all of it could be.
pub(crate) struct Input {
    /// Articles in the order of the files.
    pub(crate) articles: Vec<Article>,
    /// Whether every file and every line could be read.
    pub(crate) is_complete: bool,
    /// The files that the articles came from, or could have come from, with links resolved.
    pub(crate) files: BTreeSet<PathBuf>,
}

/// Names of files that describe a folder instead of being a part of it; compared without regard to capitals.
const ABOUT_FOLDERS: &[&str] = &["readme", "license", "licence", "notice", "changelog", "copying"];

/// Reads all paths. Problems are printed as they come.
pub(crate) fn read_paths(paths: &[PathBuf]) -> Input {
    let mut input = Input { articles: Vec::new(), is_complete: true, files: BTreeSet::new() };
    for path in paths {
        if path.as_os_str() == "-" {
            read_standard_input(&mut input);
        } else if path.is_dir() {
            read_folder(path, &mut input);
        } else {
            input.note_file(path);
            read_file(path, &mut input);
        }
    }
    input
}

impl Input {
    fn add(&mut self, reading: Reading) {
        say_problems(&reading.problems);
        self.is_complete &= reading.problems.is_empty();
        self.articles.extend(reading.articles);
    }

    fn refuse(&mut self, path: &Path, why: &io::Error) {
        let name = named(path);
        say(&format!("{name}: cannot be read ({why}); check the path and its permissions"));
        self.is_complete = false;
    }

    fn refuse_no_file(&mut self, path: &Path) {
        let name = named(path);
        say(&format!("{name}: is a pipe or a device, not a file; name a file or a folder"));
        self.is_complete = false;
    }

    fn note_file(&mut self, path: &Path) {
        // What has no path any more cannot be read either, and is refused there.
        self.files.extend(fs::canonicalize(path));
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
            Ok(_) => {
                // Of the others in a folder nothing can be read, and an earlier page may be among them.
                if Format::of_name(&path.to_string_lossy()).is_some() {
                    input.note_file(&path);
                }
                read_file(&path, input);
            }
            Err(error) => input.refuse(&path, &error),
        }
    }
}

fn is_passed_over(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    name.starts_with('.') || ABOUT_FOLDERS.contains(&stem)
}

/// Reads a file, unless its kind or its size alone refuses it: it shall not fill the memory first.
fn read_file(path: &Path, input: &mut Input) {
    let name = path.display().to_string();
    let about = match fs::metadata(path) {
        Ok(about) if !about.is_file() => return input.refuse_no_file(path),
        Ok(about) => about,
        Err(error) => return input.refuse(path, &error),
    };
    if about.len() > MAX_FILE_BYTES {
        let kind = ProblemKind::TooLarge { bytes: about.len(), limit: MAX_FILE_BYTES };
        let problems = vec![Problem { file: name, line: None, kind }];
        return input.add(Reading { articles: Vec::new(), problems });
    }
    match File::open(path).and_then(read_capped) {
        Ok(bytes) => input.add(read(&name, &bytes)),
        Err(error) => input.refuse(path, &error),
    }
}

/// All bytes, or one more than are allowed: some files say that they are empty and are not.
fn read_capped(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read_standard_input(input: &mut Input) {
    const NAME: &str = "standard input.jsonl";
    match read_capped(io::stdin().lock()) {
        Ok(bytes) => input.add(read(NAME, &bytes)),
        Err(error) => input.refuse(Path::new("standard input"), &error),
    }
}
