//! The rows of a list, in their order: excerpts, statements or lines, all of them.
//!
//! In go the set and how it is listed; out come numbers of sentences, which are worked out once and kept while the reader scrolls.
//! What of them is drawn is decided by `listing`.

use super::concordance::{self, Found};
use super::grouped;
use crate::listing::Listing;
use crate::state::State;
use core::ops::Range;
use dateline_core::corpus::{Corpus, SentenceIdx};
use dateline_core::facet::{self, Groups, Matches, Statements};

/// The rows of a list.
pub enum ListRows {
    /// The excerpts of the set, in the order of the corpus.
    Set,
    /// The same in another order.
    Ranked(Vec<SentenceIdx>),
    /// The same by what they have of a facet.
    Groups(Groups),
    /// The statements of the set.
    Statements(Statements),
    /// The lines of the concordance.
    Lines(Found),
}

impl ListRows {
    /// Those of a set, as it is listed.
    pub fn of(corpus: &Corpus, state: &State, set: &Matches) -> Self {
        match (state.listing, state.listing.facet()) {
            (_, Some(key)) => Self::Groups(facet::groups(corpus, set, key)),
            (Listing::Best, _) => Self::Ranked(grouped::ranked(corpus, state, set)),
            (Listing::Statements, _) => Self::Statements(facet::statements(corpus, set)),
            (Listing::Concordance(order), _) => {
                Self::Lines(concordance::found(corpus, state, set, order))
            }
            _ => Self::Set,
        }
    }

    /// How many there are.
    pub(super) fn len(&self, set: &Matches) -> usize {
        match self {
            Self::Set => set.sentences.len(),
            Self::Ranked(all) => all.len(),
            Self::Groups(found) => found.n_rows,
            Self::Statements(found) => found.n_statements,
            Self::Lines(found) => found.lines.rows.len(),
        }
    }
}

/// Of the next so many rows those that are drawn, told from the first of them; what came before is counted in `at`.
pub(super) fn next(at: &mut usize, n_rows: usize, drawn: &Range<usize>) -> Range<usize> {
    let from = |row: usize| row.saturating_sub(*at).min(n_rows);
    let part = from(drawn.start)..from(drawn.end);
    *at += n_rows;
    part
}
