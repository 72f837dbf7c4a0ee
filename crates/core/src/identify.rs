//! Which names are the same person or organisation.
//!
//! In go the names that `recognise` found in one article; out come actors, each once, and for every name the actor that it names.

use crate::text::Span;
use crate::text::prose::Prose;
use serde::{Deserialize, Serialize};

mod costs;
pub mod likeness;

pub use likeness::{is_same_name, likeness};

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A body of people with a name: government, company, party, army, newspaper.
    Organisation,
}

/// The stable identity of an actor: a slug of its fullest name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActorId(String);

impl ActorId {
    /// An id, if the text has its form: 1 to 64 of `a-z`, `0-9` and `-`.
    pub fn new(id: &str) -> Option<Self> {
        let fits = (1..=64).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(id.to_owned()))
    }

    /// The id as it stands in addresses and files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person or an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Stable identity.
    pub id: ActorId,
    /// Person or organisation.
    pub kind: ActorKind,
    /// The fullest name that the text gives, without titles.
    pub name: String,
    /// Its other spellings in the text.
    pub spellings: Vec<String>,
}

/// A span that names a person or an organisation, as `recognise` finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorName {
    /// Where in the text; titles are not part of it.
    pub span: Span,
    /// What is named.
    pub kind: ActorKind,
}

/// A span that names an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorMention {
    /// Where in the text.
    pub span: Span,
    /// Index into [`Actors::list`].
    pub actor: u32,
}

/// The persons and organisations of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Actors {
    /// Each once, in the order of their first mention.
    pub list: Vec<Actor>,
    /// In the order of the text, without overlap.
    pub mentions: Vec<ActorMention>,
}

impl Actors {
    /// The actor with this index.
    pub fn actor(&self, idx: u32) -> Option<&Actor> {
        self.list.get(idx as usize)
    }
}

/// Finds which names of an article are one actor.
pub fn identify(prose: &Prose, names: &[ActorName]) -> Actors {
    let _ = (prose, names);
    Actors::default()
}
