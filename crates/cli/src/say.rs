//! Sentences to standard error: names as a terminal can show them, and no flood of the same.
//!
//! In go what was found; out goes one line for each.
//! What is wrong with a file and how that is worded is decided in `dateline-formats`.

use dateline_formats::{Problem, printable};
use dateline_view::wording;
use std::io::{self, Write};
use std::mem::{Discriminant, discriminant};
use std::path::Path;

/// How many problems of one kind are told of one file.
const MOST_OF_A_KIND: usize = 5;

/// Prints a sentence. When nobody reads it any more, the work goes on.
pub(crate) fn say(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "dateline: {sentence}");
}

/// A path as it may stand in a sentence.
pub(crate) fn named(path: &Path) -> String {
    printable(&path.display().to_string())
}

/// Prints the problems of one file.
pub(crate) fn say_problems(problems: &[Problem]) {
    for sentence in sentences(problems) {
        say(&sentence);
    }
}

/// The sentences for the problems of one file, in their order; behind the last one of a kind that is told, how many more there are.
fn sentences(problems: &[Problem]) -> Vec<String> {
    // Kinds are few: a list is fast enough. How many there are of each, and how many have been told.
    let mut kinds: Vec<(Discriminant<_>, usize, usize)> = Vec::new();
    for problem in problems {
        let kind = discriminant(&problem.kind);
        match kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, n, _)) => *n += 1,
            None => kinds.push((kind, 1, 0)),
        }
    }
    let mut out = Vec::new();
    for problem in problems {
        let kind = discriminant(&problem.kind);
        let Some((_, n, n_told)) = kinds.iter_mut().find(|(known, ..)| *known == kind) else {
            continue;
        };
        if *n_told == MOST_OF_A_KIND {
            continue;
        }
        *n_told += 1;
        out.push(problem.to_string());
        if *n_told == MOST_OF_A_KIND && *n > *n_told {
            out.push(format!("… and {} more like this", wording::number(*n - *n_told)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_formats::read;

    #[test]
    fn five_of_a_kind_are_told_and_the_rest_is_counted() {
        let lines = |n_broken: usize| "{\n".repeat(n_broken) + "[]\n";
        for (n_broken, n_sentences, counted) in [
            (5, 6, None),
            (6, 7, Some("… and 1 more like this")),
            (2_000, 7, Some("… and 1,995 more like this")),
        ] {
            let said = sentences(&read("a.jsonl", lines(n_broken).as_bytes()).problems);
            assert_eq!(said.len(), n_sentences, "{said:?}");
            assert_eq!(said.iter().find(|s| s.starts_with('…')).map(String::as_str), counted);
            assert!(said[n_sentences - 1].contains("is a list"), "{said:?}");
        }
    }
}
