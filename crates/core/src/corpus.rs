//! Articles with their annotations and the indexes over them; immutable, cheap to share.
//!
//! In go annotated articles; out comes what every screen is drawn from: one list of places, one of sentences, and who names what.
//! It does not filter (`facet` does) and knows no screen.

use crate::annotate::{Annotations, Confidence, MentionRole};
use crate::article::Article;
use crate::gazetteer::Place;
use crate::text::Span;
use serde::{Deserialize, Serialize};

mod build;
mod index;
mod join;

pub use index::{Corpus, Sentence};
pub use join::Joined;

/// Index of an article in [`Corpus::records`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleIdx(pub u32);

/// Index of a place in [`Corpus::places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CorpusPlaceIdx(pub u32);

/// Index of a sentence in [`Corpus::sentences`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentenceIdx(pub u32);

/// A mention of a place, as the corpus keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where in the text of its article.
    pub span: Span,
    /// The place.
    pub place: CorpusPlaceIdx,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether a seat of power stands for those who hold it.
    pub metonym: bool,
    /// Its part in the article.
    pub role: MentionRole,
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

/// One article with its mentions, in the order of its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The article.
    pub article: Article,
    /// Its mentions of places.
    pub mentions: Vec<Mention>,
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
    /// Places for the base map's own labels: countries, seas, towns; without their other spellings.
    pub atlas: Vec<Place>,
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
