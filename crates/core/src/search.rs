//! The reader's search: what was typed is read, found in the corpus, ranked and shown.
//!
//! `parse` makes a [`Query`] of any text and says what it did not take as it stands; `find` answers with the set of sentences that hold it.
//! `rank` puts its articles in order, `Marker` says where in a sentence it was found, `concordance` lists all these places, `suggest` knows what was meant where nothing was found.
//! The [`Index`] is made when a corpus is opened and is a part of it.
//! How notes are worded, and what else narrows the set, is decided elsewhere (`dateline-view`, `facet`).

mod build;
mod concordance;
mod fields;
mod find;
mod index;
mod mark;
mod names;
mod parse;
mod phrase;
mod query;
mod score;
mod set;
mod suggest;
mod word;

#[cfg(test)]
mod tests;

pub use concordance::{Concordance, Neighbour, Order, Row, concordance, lines};
pub use fields::{CorpusFields, Fields};
pub use find::{find, find_with};
pub use index::Index;
pub(crate) use index::WordIndex;
pub use mark::Marker;
pub use parse::{Note, Operator, Parsed, parse};
pub use query::{Days, Field, Manner, Node, Phrase, Query, Word};
pub use score::{Ranked, rank};
pub use set::SentenceSet;
pub use suggest::{shorter, suggest};
