//! Two names side by side that the text itself declares to be one.
//!
//! In go two neighbouring names of one kind and the text between them; out comes whether it says "that is".
//! Brackets ("Syrian Democratic Forces (SDF)") and phrases ("also known as") are read; anything else says nothing.

use super::ActorKind;
use super::organisations::is_acronym;

/// The longest text between two names that can say so.
const N_BYTES: usize = 60;

/// What stands between two names of one actor, in small letters without marks.
const PHRASES: [&str; 18] = [
    "aka",
    "a k a",
    "alias",
    "also called",
    "also known as",
    "also known by its acronym",
    "also known by the acronym",
    "better known as",
    "better known by his nom de guerre",
    "formerly known as",
    "known as",
    "known by his nom de guerre",
    "known by its acronym",
    "known by the acronym",
    "known by the nom de guerre",
    "more commonly known as",
    "previously known as",
    "whose real name is",
];

/// Whether the second name is declared to be the first one; `before` and `after` are the texts beside them.
pub(super) fn declares(
    kind: ActorKind,
    first: &str,
    between: &str,
    second: &str,
    after: &str,
) -> bool {
    if between.len() > N_BYTES {
        return false;
    }
    let words = between.trim();
    let in_brackets = words == "(" || words == "(the";
    if in_brackets {
        let closes = after.starts_with(')');
        let goes_on = after.starts_with([',', ';']);
        return match kind {
            ActorKind::Person => closes && is_full(first) && is_full(second),
            ActorKind::Organisation => {
                is_full(first) && is_acronym(second) && (closes || goes_on)
                    || is_acronym(first) && is_full(second) && closes
            }
        };
    }
    if kind == ActorKind::Organisation
        && is_acronym(second)
        && matches!(words, ", or" | "or" | "(or")
    {
        return super::organisations::initials(&super::organisations::plain(first))
            .contains(&super::organisations::plain(second));
    }
    let letters: String = words
        .chars()
        .map(|c| if c.is_alphabetic() { c.to_ascii_lowercase() } else { ' ' })
        .collect();
    let letters: Vec<&str> = letters.split(' ').filter(|w| !w.is_empty()).collect();
    let letters = letters.join(" ");
    let letters = letters.strip_suffix(" the").unwrap_or(&letters);
    PHRASES.contains(&letters)
}

fn is_full(name: &str) -> bool {
    name.contains(|c: char| c.is_whitespace() || c == '-')
}
