//! Text that is written without capitals: only names that are known everywhere and are no words are places there.

use super::{Names, Reading, rules};
use crate::knowledge::Knowledge;
use crate::text::prose::Prose;
use crate::text::token::TokenKind;

/// Names of well-known places that are also words or names of people.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "chad", "china", "georgia", "guinea", "guyana", "jersey", "jordan", "male", "man", "nice",
    "reading", "turkey", "victoria", "virginia", "washington", "sofia", "florence", "lima",
    "orange", "split", "bath", "cork", "mobile", "troy", "tours", "van", "bar", "asia", "india",
    "paris", "san", "santa", "of", "cyprus", "niger", "wales", "panama", "bari", "tripoli",
];

/// Whether a text has words enough and none with a capital.
pub(super) fn is_all(prose: &Prose) -> bool {
    const FEWEST: usize = 5;
    let mut n = 0;
    for token in &prose.tokens {
        match token.kind {
            TokenKind::Capitalised => return false,
            TokenKind::Word => {
                let word = token.span.of(prose.text);
                n += usize::from(word.starts_with(|c: char| c.is_ascii_lowercase()));
            }
            _ => {}
        }
    }
    n >= FEWEST
}

/// The places of such a text.
pub(super) fn names(prose: &Prose, knowledge: &Knowledge) -> Names {
    const LEAST_KNOWN: u8 = 2;
    let mut capitals = prose.text.to_owned();
    // Only letters of one byte are changed, so that all spans stay.
    for token in prose.tokens.iter().filter(|t| t.kind == TokenKind::Word) {
        let first = token.span.start as usize..token.span.start as usize + 1;
        if let Some(letter) = capitals.get_mut(first) {
            letter.make_ascii_uppercase();
        }
    }
    let mut names = rules(&Reading::of(&Prose::of(&capitals), knowledge)).names;
    let gazetteer = knowledge.gazetteer();
    names.associated.clear();
    names.places.retain(|place| {
        let is_known = place
            .candidates
            .iter()
            .any(|&p| gazetteer.is_curated(p) && gazetteer.prominence(p) <= LEAST_KNOWN);
        place.pattern.is_none() && is_known && !WORDS.contains(&place.span.of(prose.text))
    });
    names
}
