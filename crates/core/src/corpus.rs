//! Articles with their annotations and the indexes over them; immutable, cheap to share.
//!
//! In go annotated articles; out comes what every screen is drawn from: lists of places, of people and organisations and of sentences, and what is named where.
//! It does not filter (`facet` does) and knows no screen.

use crate::annotate::Annotations;
use crate::article::Article;
use crate::gazetteer::{Place, Spellings};
use crate::identify::{ActorId, ActorKind};
use serde::{Deserialize, Serialize};

mod record;
mod weighing;
mod build;
mod guard;
pub mod ground;
mod index;
mod join;
pub mod corrections;
pub(crate) mod wire;

pub use index::{Corpus, Sentence};
pub use join::Joined;
pub use record::{ActorMention, Manner, Mention, Record, Statement, TimeMention};
pub use weighing::{Weighed, Weighings};

/// Index of an article in [`Corpus::records`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleIdx(pub u32);

/// Index of a place in [`Corpus::places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CorpusPlaceIdx(pub u32);

/// Index of a sentence in [`Corpus::sentences`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentenceIdx(pub u32);

/// Index of a person or an organisation in [`Corpus::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CorpusActorIdx(pub u32);

/// Index of a value in [`CorpusData::time_values`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TimeValueIdx(pub u32);

/// A person or an organisation of the corpus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Stable identity.
    pub id: ActorId,
    /// Person or organisation.
    pub kind: ActorKind,
    /// The most frequent full spelling.
    pub name: String,
    /// The other spellings, sorted; which article has which is told by its mentions.
    pub spellings: Spellings,
}

/// How the whole corpus speaks of a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// All mentions.
    pub n_mentions: u32,
    /// Mentions in which it stands for a government.
    pub n_metonyms: u32,
    /// Mentions in the story that mean the place itself.
    pub n_located: u32,
    /// How sure the surest mention is, in hundredths.
    pub surest: u8,
}

/// What a pack stores and a corpus is indexed from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CorpusData {
    /// The title of the whole.
    pub title: String,
    /// Annotated articles.
    pub records: Vec<Record>,
    /// The places that they name, by id.
    pub places: Vec<Place>,
    /// The people that they name, by id, and then the organisations, by id.
    pub actors: Vec<Actor>,
    /// The values of dates, times, durations and sets, in the form of TIMEX3, each once and sorted.
    pub time_values: Vec<String>,
    /// Places for the base map's own labels: countries, seas, towns; without their other spellings.
    pub atlas: Vec<Place>,
    /// Places that names were weighed for and that no article means, by id.
    pub weighed: Vec<Place>,
    /// Corrections that belong to the corpus, one line each; the data is what was read, before them.
    pub corrections: Vec<String>,
}

impl CorpusData {
    /// Merges annotated articles into one corpus; an article that comes twice is kept once, the first time.
    pub fn from_annotated(
        title: String,
        articles: Vec<(Article, Annotations)>,
        atlas: Vec<Place>,
    ) -> Self {
        build::merge(title, articles, atlas)
    }
}
