//! A distinct word of a text: its folded hash, its shape, its lists, and the features that follow from it alone.

use super::hash::{self, feature};
use super::lists::{Lexicon, Lists};
use super::vocabulary::Vocabulary;
use crate::text::fold::fold;
use crate::text::token::{Token, TokenKind};

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    Small,
    Capital,
    Capitals,
    OneCapital,
    Initials,
    Mixed,
    Digits,
    WithDigits,
    OtherScript,
    Possessive,
    Hyphen,
    Mark,
    Break,
}

/// A distinct word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Hash of the word as it stands.
    pub(super) exact: u64,
    /// Hash of its folded form.
    pub(super) folded: u64,
    /// Number of its folded form in the document.
    pub(super) lower_idx: u32,
    pub(super) shape: Shape,
    pub(super) lists: Lists,
    /// What [`Vocabulary::class`] says.
    pub(super) common: u8,
    /// What the memory of words knows it by.
    pub(super) key: u64,
    /// An index of a token where it stands.
    pub(super) token: u32,
}

impl Word {
    pub(super) fn is(&self, list: Lists) -> bool {
        self.lists & list != 0
    }

    pub(super) fn of(surface: &str, token: &Token, language: (&Vocabulary, &Lexicon)) -> Self {
        let shape = shape(surface, token);
        let exact = hash::bytes(surface.bytes());
        let folded_text = fold(surface);
        let folded = hash::bytes(folded_text.bytes());
        let is_word = token.is_word();
        let (vocabulary, lexicon) = language;
        let bare = match folded_text.strip_suffix('.') {
            Some(bare) => hash::bytes(bare.bytes()),
            None => folded,
        };
        Self {
            exact,
            folded,
            lower_idx: 0,
            shape,
            lists: if is_word { lexicon.lists(bare) } else { 0 },
            common: if is_word { vocabulary.class(folded) } else { 0 },
            key: exact,
            token: 0,
        }
    }
}

fn shape(surface: &str, token: &Token) -> Shape {
    match token.kind {
        TokenKind::Possessive => return Shape::Possessive,
        TokenKind::Hyphen => return Shape::Hyphen,
        TokenKind::Mark => return Shape::Mark,
        TokenKind::Break => return Shape::Break,
        TokenKind::Capitalised | TokenKind::Word => {}
    }
    let mut n_upper = 0;
    let mut n_lower = 0;
    let mut n_digits = 0;
    let mut n_dots = 0;
    let mut is_other = false;
    // A word can be as long as the text; its beginning shows its shape.
    for c in surface.chars().take(40) {
        if c.is_uppercase() {
            n_upper += 1;
        } else if c.is_lowercase() {
            n_lower += 1;
        } else if c.is_numeric() {
            n_digits += 1;
        } else if c == '.' {
            n_dots += 1;
        } else if c.is_alphabetic() {
            is_other = true;
        }
    }
    let begins = surface.starts_with(char::is_uppercase);
    match () {
        () if is_other => Shape::OtherScript,
        () if n_digits > 0 && n_upper + n_lower == 0 => Shape::Digits,
        () if n_digits > 0 => Shape::WithDigits,
        () if n_dots > 0 => Shape::Initials,
        () if n_upper == 0 => Shape::Small,
        () if n_lower == 0 && n_upper == 1 => Shape::OneCapital,
        () if n_lower == 0 => Shape::Capitals,
        () if begins && n_upper == 1 => Shape::Capital,
        () => Shape::Mixed,
    }
}

/// How far from the token a feature of a word reaches.
pub(super) type Reach = u8;

/// The features of a word by itself, those at least that reach so far.
pub(super) fn features(
    word: &Word,
    surface: &str,
    distance: Reach,
    mut add: impl FnMut(u64, Reach),
) {
    add(feature(1, word.folded), 2);
    add(feature(2, word.shape as u64), 2);
    if distance > 1 {
        return;
    }
    for bit in 0..20 {
        if word.lists >> bit & 1 == 1 {
            add(feature(3, bit), 1);
        }
    }
    if matches!(word.shape, Shape::Mark | Shape::Break | Shape::Hyphen | Shape::Possessive) {
        return;
    }
    add(feature(4, u64::from(word.common) << 8 | word.shape as u64), 1);
    if !matches!(word.shape, Shape::Small | Shape::Capital) {
        add(feature(5, word.exact), 0);
    }
    // Endings and beginnings in small letters, of words up to this length.
    const LONGEST: usize = 40;
    let mut letters = [0u32; LONGEST];
    let mut n = 0;
    for (slot, c) in letters.iter_mut().zip(surface.chars()) {
        *slot = u32::from(c.to_lowercase().next().unwrap_or(c));
        n += 1;
    }
    let Some(letters) = letters.get(..n) else { return };
    for len in 1..=4usize {
        let (Some(first), Some(last)) =
            (letters.get(..len), n.checked_sub(len).and_then(|at| letters.get(at..)))
        else {
            break;
        };
        let code =
            |letters: &[u32]| letters.iter().fold(len as u64, |h, &c| hash::pair(h, u64::from(c)));
        add(feature(6, code(first)), 0);
        add(feature(7, code(last)), u8::from(len == 3));
    }
    add(feature(8, (n.min(12) as u64) << 8 | word.shape as u64), 0);
}
