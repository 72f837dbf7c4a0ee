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

/// How many tokens before a deadline can say that it is past.
const NEAR: usize = 4;

/// The tense at the expression that covers these tokens.
pub(super) fn tense(words: &[Word], first: usize, end: usize) -> Option<Tense> {
    let word = |at: usize| words.get(at).copied().unwrap_or(Word::Break);
    let behind = |at: usize, n: usize| at.checked_sub(n).map_or(Word::Break, word);
    let told = |&at: &usize| match word(at) {
        // "Will be held", "to be formally sentenced".
        Word::Did if behind(at, 1) == Word::Will => Some(Tense::ToCome),
        Word::Did if behind(at, 1) == Word::Other && behind(at, 2) == Word::Will => {
            Some(Tense::ToCome)
        }
        Word::Did => Some(Tense::Done),
        Word::Will => Some(Tense::ToCome),
        Word::To if behind(at, 1) == Word::Is => Some(Tense::ToCome),
        _ => None,
    };
    let goes_on = |&at: &usize| !matches!(word(at), Word::Dot | Word::Break);
    if word(end) == Word::Will || behind(first, 1) == Word::Until {
        return Some(Tense::ToCome);
    }
    let opens = matches!(behind(first, 2), Word::Break | Word::Dot | Word::Comma | Word::And);
    if behind(first, 1) == Word::By && !opens {
        // "Ready by March" is a deadline, unless a verb right before says that it is past: "had fallen by March".
        let mut near = (first.saturating_sub(NEAR)..first).rev().take_while(goes_on);
        return Some(near.find_map(|at| told(&at)).unwrap_or(Tense::ToCome));
    }
    let before = (first.saturating_sub(REACH)..first).rev().take_while(goes_on);
    // A dash parts a dateline from the story, a quotation is somebody else's sentence.
    let after = (end..end + REACH)
        .take_while(goes_on)
        .take_while(|&at| !matches!(word(at), Word::Dash | Word::Bracket));
    before
        .into_iter()
        .find_map(|at| told(&at))
        .or_else(|| after.into_iter().find_map(|at| told(&at)))
}
