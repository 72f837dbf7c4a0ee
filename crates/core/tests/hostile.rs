//! Texts made to be slow: each pattern is annotated at two lengths, and what is found must grow with it.
//!
//! Nothing is timed: with work that grows as the square of the length, the longer texts take minutes, and nobody overlooks that.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::{Article, Date};
use dateline_core::knowledge::Knowledge;
use dateline_core::text::prose::Prose;
use dateline_core::when::times;

const N_BYTES: usize = 100_000;

fn annotated(text: String, knowledge: &Knowledge) -> Annotations {
    annotate(&Article::new("hostile", None, text), knowledge)
}

/// Annotates the pattern on a line of 100 kB and on one of 400 kB; every repetition must hold so many places and so many spans that point to one.
fn check(pattern: &str, n_places: usize, n_associated: usize) {
    let knowledge = Knowledge::curated().unwrap();
    for n in [N_BYTES / pattern.len(), 4 * N_BYTES / pattern.len()] {
        let found = annotated(pattern.repeat(n), &knowledge);
        assert_eq!(
            (found.places.len(), found.associated.len()),
            (n * n_places, n * n_associated),
            "{n} times {pattern:?}"
        );
    }
}

#[test]
fn one_unlisted_name_again_and_again() {
    check("city of Xab ", 1, 0);
    check("Xab district ", 1, 0);
}

#[test]
fn ever_new_unlisted_names() {
    let knowledge = Knowledge::curated().unwrap();
    for n in [N_BYTES / 20, 4 * N_BYTES / 20] {
        let letter = |i: usize| char::from(b'a' + u8::try_from(i % 26).unwrap());
        let name = |i: usize| format!("X{}{}{}", letter(i), letter(i / 26), letter(i / 26 / 26));
        let text: String = (0..n).map(|i| format!("village of {}, ", name(i))).collect();
        assert_eq!(annotated(text, &knowledge).places.len(), n);
    }
}

#[test]
fn one_endless_line_of_names() {
    check("Qamishli ", 1, 0);
    check("In Damascus. ", 1, 0);
    check("Syria, ", 1, 0);
    check("Tripoli (Homs) ", 2, 0);
}

#[test]
fn names_without_a_space() {
    check("Damascus,", 1, 0);
    check("Damascus-", 1, 0);
}

#[test]
fn names_joined_by_small_words() {
    check("Damascus of ", 1, 0);
}

#[test]
fn many_datelines_and_credits() {
    check("\nAMMAN - Homs\nReporting by Homs\n", 3, 0);
}

#[test]
fn times_without_end() {
    for (pattern, n_times) in [
        ("May 5-", 1),
        ("the ", 0),
        ("the end of ", 0),
        ("two and a half ", 0),
        ("1,", 0),
        ("2012-", 0),
        ("on Monday ", 1),
        ("in May and ", 1),
        ("two days later, ", 1),
        ("more than ", 0),
        ("9:05:", 0),
    ] {
        for n in [N_BYTES / pattern.len(), 4 * N_BYTES / pattern.len()] {
            let text = pattern.repeat(n);
            let found = times(&Prose::of(&text), Date::new(2026, 1, 28));
            // At the very end a pattern may read otherwise.
            assert!(
                found.len().abs_diff(n * n_times) <= 1,
                "{n} times {pattern:?}: {}",
                found.len()
            );
        }
    }
}

#[test]
fn words_without_end() {
    check("U.", 0, 0);
    check("a'ʹ'ʹ", 0, 0);
    check("'ʹ", 0, 0);
    check("x", 0, 0);
}

/// With the tagger only that it ends is asked: long names, capitals without end, brackets, series and other scripts.
#[test]
fn the_tagger_reads_long_lines_once() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/tagger/tagger.pack");
    let tagger = std::fs::read(data).unwrap();
    let knowledge = Knowledge::curated().unwrap().with_tagger(&tagger).unwrap();
    for pattern in [
        "UNITED BANK OF ",
        "United Bank ",
        "Al-",
        "Xa, Yb and ",
        "(WHO) ",
        "A",
        "A. ",
        "\"Xa\" ",
        "Mr ",
        "Ужгород ",
        "دمشق ",
        "\u{301}",
        "The Bank of the ",
    ] {
        let text = pattern.repeat(4 * N_BYTES / pattern.len());
        let found = annotated(text.clone(), &knowledge);
        for place in &found.places {
            assert!(!place.span.of(&text).is_empty());
        }
    }
}
