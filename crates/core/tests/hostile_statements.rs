//! Texts made to be slow for the phase that finds statements: what is found must grow with the length, and nothing may take minutes.
//!
//! Nothing is timed: with work that grows as the square of the length, the longer texts take minutes, and nobody overlooks that.

use dateline_core::identify::Actors;
use dateline_core::speech::statements;
use dateline_core::text::prose::Prose;

/// Reads the pattern on a line of about 100 kB and on one of 800 kB; gives how often it stands there, and how many statements were found.
fn read(pattern: &str) -> Vec<(usize, usize)> {
    let counts = [100_000 / pattern.len(), 800_000 / pattern.len()];
    let found = |n: usize| statements(&Prose::of(&pattern.repeat(n)), &Actors::default()).len();
    counts.into_iter().map(|n| (n, found(n))).collect()
}

/// Every repetition holds one statement; the first and the last may be read otherwise.
fn check(pattern: &str) {
    for (n, found) in read(pattern) {
        assert!(n.abs_diff(found) <= 3, "{found} in {n} times {pattern:?}");
    }
}

#[test]
fn marks_without_end() {
    for pattern in [
        "\"", "“", "”", "'", "‘", "’", "``", "''", "«", "\" ", " \"", "' ", " 'a", "“ ", "\"a",
        "“a ", "'s ", "a\" \"b ",
    ] {
        for (n, found) in read(pattern) {
            assert!(found <= n, "{found} in {n} times {pattern:?}");
        }
    }
}

#[test]
fn cues_without_end() {
    for pattern in [
        "said ",
        "he said ",
        "according to ",
        "who said ",
        "saying ",
        "told ",
        ", said ",
        "the ",
        "of ",
        "X ",
        "X, ",
        "and X ",
    ] {
        for (n, found) in read(pattern) {
            assert!(found <= n, "{found} in {n} times {pattern:?}");
        }
    }
}

#[test]
fn statements_without_end() {
    check("“We will go there again,” Lopez said. ");
    check("“We will go there again,” he said.\n");
    check("“We will go there again.\n");
    check("Lopez said that nobody would go there. ");
    check("Lopez: “We will go there again.” ");
}
