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
    // Most names have "and" or "of" between them, and no phrase begins so.
    let mut letters = words.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_lowercase());
    let (first, second) = (letters.next(), letters.next());
    let is_and = first == Some(b'a') && second == Some(b'n');
    if is_and || !PHRASES.iter().any(|phrase| phrase.bytes().next() == first) {
        return false;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_two_names_of_one() {
        let one = PHRASES.map(|phrase| (format!(", {phrase} the "), true));
        let others = [" and ", " of ", ", ", " — ", " also ", " known ", " é known as "];
        for (between, declared) in one.into_iter().chain(others.map(|b| (b.to_owned(), false))) {
            let found = declares(ActorKind::Person, "Ana Ruiz", &between, "La Mar", "");
            assert_eq!(found, declared, "{between}");
        }
    }
}
