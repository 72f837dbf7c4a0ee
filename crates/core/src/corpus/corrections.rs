//! Corrections: what a reader knows better than the program.
//!
//! In: a corpus as it was read, and a list of corrections.
//! Out: the corpus that follows; what was read stays as it is, so that undoing is applying the others.
//! A correction is kept, sent and saved as one line of text (`line`); its words are bound to an article by its id, and to a name in it by place and wording.
//! Which correction a reader may want is not known here.

use crate::article::ArticleId;
use crate::gazetteer::PlaceId;
use crate::identify::{ActorId, ActorKind};
use crate::text::Span;

mod apply;
mod change;
mod line;

pub use line::{Lines, MOST_LINES, is_name, print, read};

/// Somebody or something that names stand for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entity {
    /// A place.
    Place(PlaceId),
    /// A person or an organisation.
    Actor(ActorKind, ActorId),
}

/// Which names a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The article.
    pub article: ArticleId,
    /// Where in its text, in characters; `None` for all names of that wording in the article.
    pub at: Option<Span>,
    /// The wording.
    pub wording: String,
}

/// What a reader knows better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The names stand for this one.
    Is(Names, Entity),
    /// They name neither a place nor anybody.
    Not(Names),
    /// They stand for another one of this name, who is not known.
    Apart(Names, String),
    /// The first is the second, everywhere.
    Same(Entity, Entity),
    /// It has this name.
    Name(Entity, String),
}
