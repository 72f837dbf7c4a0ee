//! What a document shows of a word wherever it stands: the evidence that one sentence alone does not hold.

use super::hash::{feature, pair};
use super::lists;
use super::runs::Run;
use super::word::{Reach, Shape, Word};

/// What is seen of a folded word in a document, one bit each.
pub(super) type Seen = u32;

pub(super) const SMALL: Seen = 1;
pub(super) const CAPITAL_INSIDE: Seen = 1 << 1;
pub(super) const AFTER_TITLE: Seen = 1 << 2;
pub(super) const AFTER_GIVEN: Seen = 1 << 3;
pub(super) const AFTER_WHERE: Seen = 1 << 4;
pub(super) const AFTER_TO: Seen = 1 << 5;
pub(super) const BEFORE_SAYING: Seen = 1 << 6;
pub(super) const BEFORE_POSSESSIVE: Seen = 1 << 7;
pub(super) const FIRST_OF_RUN: Seen = 1 << 8;
pub(super) const LAST_OF_RUN: Seen = 1 << 9;
pub(super) const INSIDE_RUN: Seen = 1 << 10;
pub(super) const ALONE: Seen = 1 << 11;
pub(super) const AFTER_THE: Seen = 1 << 12;
pub(super) const IN_BRACKETS: Seen = 1 << 13;
pub(super) const BEFORE_COMMA_PLACE: Seen = 1 << 14;
pub(super) const BEFORE_PLACE_HEAD: Seen = 1 << 15;
pub(super) const BEFORE_ORGANISATION_HEAD: Seen = 1 << 16;
pub(super) const RULED_PLACE: Seen = 1 << 17;
pub(super) const BEFORE_WHO: Seen = 1 << 18;
pub(super) const AFTER_AND_PLACE: Seen = 1 << 19;
pub(super) const MANY: Seen = 1 << 20;
const N_SEEN: u32 = 21;

/// All that a document shows of a folded word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    pub(super) seen: Seen,
    /// How often it stands with a capital.
    pub(super) n_capital: u32,
    /// The longest run of capitalised words that it is part of.
    pub(super) longest: Option<Run>,
    /// For an acronym: the run whose initials it is.
    pub(super) stands_for: Option<Run>,
}

/// Whether any feature follows from the facts.
pub(super) fn shows_anything(facts: &Facts, word: &Word) -> bool {
    word.shape != Shape::Small && facts.seen & !SMALL != 0
}

/// The features that follow from the facts; `words` gives the word of a token.
pub(super) fn features<'a>(
    facts: &Facts,
    word: &Word,
    words: impl Fn(u32) -> Option<&'a Word>,
    mut add: impl FnMut(u64, Reach),
) {
    if !shows_anything(facts, word) {
        return;
    }
    let shape = word.shape as u64;
    for bit in 0..N_SEEN {
        if facts.seen >> bit & 1 == 1 {
            add(feature(20, u64::from(bit)), 0);
        }
    }
    let case = u64::from(facts.seen & (SMALL | CAPITAL_INSIDE));
    add(feature(21, case << 8 | shape), 1);
    add(feature(22, case << 8 | u64::from(word.common)), 0);
    let who = AFTER_TITLE | BEFORE_SAYING | AFTER_GIVEN | AFTER_WHERE | AFTER_THE | RULED_PLACE;
    add(feature(23, u64::from(facts.seen & who)), 1);
    let runs = FIRST_OF_RUN | LAST_OF_RUN | INSIDE_RUN | ALONE | BEFORE_POSSESSIVE;
    add(feature(24, u64::from(facts.seen & runs)), 0);
    if let Some(run) = facts.longest
        && let (Some(first), Some(last)) = (words(run.first), words(run.last))
    {
        let place = match word.folded {
            f if f == last.folded => 2,
            f if f == first.folded => 1,
            _ => 0,
        };
        let lists = lists::GIVEN_NAME
            | lists::SURNAME
            | lists::ORGANISATION_HEAD
            | lists::PLACE_HEAD
            | lists::TITLE
            | lists::GIVEN_PLACE;
        add(feature(25, pair(last.folded, place)), 0);
        add(feature(26, pair(first.folded, place)), 0);
        add(feature(27, u64::from(first.lists & lists) << 2 | place), 0);
        add(feature(28, u64::from(last.lists & lists) << 2 | place), 0);
        add(feature(29, u64::from((run.last - run.first).min(5)) << 2 | place), 0);
    }
    if let Some(run) = facts.stands_for
        && let (Some(first), Some(last)) = (words(run.first), words(run.last))
    {
        add(feature(30, 0), 0);
        add(feature(31, last.folded), 0);
        add(feature(32, first.folded), 0);
    }
}
