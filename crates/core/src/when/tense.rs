//! Whether the words near an expression speak of what is done or of what is to come.
//!
//! No grammar: the nearest telling word decides, first right behind the expression, then before it, then after it, within one sentence and a few words.

use super::lexicon::Word;

/// Where an event lies, as seen from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Done,
    ToCome,
}

/// How many tokens are looked at on each side.
const REACH: usize = 16;

/// The tense at the expression that covers these tokens.
pub(super) fn tense(words: &[Word], first: usize, end: usize) -> Option<Tense> {
    let told = |word: &Word| match word {
        Word::Did => Some(Tense::Done),
        Word::Will => Some(Tense::ToCome),
        _ => None,
    };
    let ends = |word: &&Word| matches!(word, Word::Dot | Word::Break);
    let before = words.get(..first).unwrap_or_default().iter().rev().take(REACH);
    let after = words.get(end..).unwrap_or_default().iter().take(REACH);
    if let Some(&Word::Will) = words.get(end) {
        return Some(Tense::ToCome);
    }
    before
        .take_while(|w| !ends(w))
        .find_map(told)
        .or_else(|| after.take_while(|w| !ends(w)).find_map(told))
}
