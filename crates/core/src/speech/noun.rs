//! Noun phrases by the words in them: where one ends that begins here, and where one begins that ends here.
//!
//! In go indexes of tokens; out come ranges of tokens.
//! Which of them is a source is not decided here; `phrase` does that.

use super::lexicon::{
    ends_source, is_auxiliary, is_determiner, is_particle, is_preposition, is_pronoun,
};
use super::place::Story;
use crate::text::token::TokenKind;
use std::ops::Range;

/// The noun phrase that begins at a token, without knowing where its verb is.
pub(super) fn noun_at(story: &Story, start: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST_NOUN: usize = 14;
    if is_pronoun(story.word(start)) {
        return Some(start..start + 1);
    }
    let mut idx = start;
    let mut named = false;
    while idx < end.min(start + LONGEST_NOUN) {
        let word = story.word(idx);
        let goes_on = match story.kind(idx) {
            Some(TokenKind::Capitalised) => {
                named = true;
                true
            }
            Some(TokenKind::Hyphen | TokenKind::Possessive) => true,
            Some(TokenKind::Mark) => is_name_joint(story, idx),
            Some(TokenKind::Word) => {
                let joins = matches!(word, "of" | "for")
                    || is_name_joint(story, idx)
                    || word == "and"
                        && story.is_capital(idx + 1)
                        && idx > start
                        && story.is_capital(idx - 1);
                let before_name = !named
                    && !is_auxiliary(word)
                    && !ends_source(word)
                    && !is_preposition(word)
                    && (idx <= start + 1 || !word.ends_with("ed"));
                joins || before_name
                    // "the Acme spokeswoman", "the UN agency": nouns after a name in a phrase that a determiner began.
                    || named && is_determiner(story.word(start)) && !is_auxiliary(word) && !ends_source(word)
                        && !is_preposition(word) && !word.ends_with("ed") && idx < start + 6
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        idx += 1;
    }
    while idx > start + 1 && matches!(story.word(idx - 1), "of" | "for" | "and") {
        idx -= 1;
    }
    (idx > start && (named || is_determiner(story.word(start)) || story.is_capital(start)))
        .then_some(start..idx)
}

/// The noun phrase that ends a longer stretch: a name with what stands before it, or from the last determiner.
pub(super) fn last_noun(story: &Story, tokens: &Range<usize>) -> Option<Range<usize>> {
    let last = tokens.end.checked_sub(1)?;
    let mut idx = last;
    if story.is_capital(last) {
        while idx > tokens.start && (story.is_capital(idx - 1) || is_name_joint(story, idx - 1)) {
            idx -= 1;
        }
        return (!is_auxiliary(story.word(idx))).then_some(idx..tokens.end);
    }
    while idx >= tokens.start {
        let inner = idx > tokens.start && matches!(story.before(idx), "of" | "for");
        if is_determiner(story.word(idx)) && !inner || is_pronoun(story.word(idx)) {
            return Some(idx..tokens.end);
        }
        idx = idx.checked_sub(1)?;
    }
    None
}

/// Whether a token joins the parts of one name: a hyphen, a particle, the stop of an initial.
pub(super) fn is_name_joint(story: &Story, idx: usize) -> bool {
    match story.kind(idx) {
        Some(TokenKind::Hyphen) => story.is_word(idx + 1),
        // "Yoon Suk-yeol".
        Some(TokenKind::Word) if idx > 0 && story.kind(idx - 1) == Some(TokenKind::Hyphen) => true,
        Some(TokenKind::Word) => {
            let word = story.word(idx);
            is_particle(word)
                && !matches!(word, "and" | "the" | "of" | "for")
                && (story.is_capital(idx + 1) || story.kind(idx + 1) == Some(TokenKind::Hyphen))
        }
        Some(TokenKind::Mark) => {
            story.word(idx) == "."
                && story.word(idx.wrapping_sub(1)).len() <= 4
                && story.is_capital(idx + 1)
        }
        _ => false,
    }
}
