//! The document model: one article and what its source states about it.
//!
//! What a source does not state is `None` and stays unknown on every screen and in every file.
//! This module reads no format; `dateline-formats` does.

use serde::{Deserialize, Serialize};

mod date;

pub use date::Date;

/// The identity of an article: twelve hexadecimal digits of a hash of its content.
///
/// The same title and text give the same id on every machine, so that links stay valid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleId(String);

impl ArticleId {
    /// The id of an article with this title and text (BLAKE3, first 48 bits).
    pub fn of(title: Option<&str>, text: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(title.unwrap_or_default().as_bytes());
        hasher.update(b"\n\n");
        hasher.update(text.as_bytes());
        let hex = hasher.finalize().to_hex();
        Self(hex.as_str().chars().take(12).collect())
    }

    /// An id, if the text has its form.
    pub fn new(id: &str) -> Option<Self> {
        let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        (id.len() == 12 && id.bytes().all(is_digit)).then(|| Self(id.to_owned()))
    }

    /// The id as it stands in addresses and files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where the publication date of an article comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateBasis {
    /// The source states when it was published.
    #[default]
    Stated,
    /// No date of publication is stated; the text itself names the day on which its news happened.
    Text,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Hash of title and text.
    pub id: ArticleId,
    /// The name that the input gave it (the `id` of a JSON line, the name of a file).
    pub key: String,
    /// Headline; not a part of `text`.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it first, when that is not the outlet.
    pub agency: Option<String>,
    /// The line that names its authors, without "By".
    pub byline: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// How the day of publication is known.
    pub published_basis: DateBasis,
    /// Address of the original.
    pub url: Option<String>,
    /// Language of the text, as a BCP 47 tag, when stated.
    pub language: Option<String>,
    /// The text; paragraphs are separated by an empty line. All spans count bytes of it.
    pub text: String,
}

impl Article {
    /// An article of which only key, title and text are known; its id follows from them.
    pub fn new(key: impl Into<String>, title: Option<String>, text: String) -> Self {
        Self {
            id: ArticleId::of(title.as_deref(), &text),
            key: key.into(),
            title,
            outlet: None,
            agency: None,
            byline: None,
            published: None,
            published_basis: DateBasis::Stated,
            url: None,
            language: None,
            text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_depends_on_title_and_text_alone() {
        let a = Article::new("one.txt", Some("T".into()), "Text.".into());
        let b = Article::new("two.txt", Some("T".into()), "Text.".into());
        let c = Article::new("one.txt", None, "Text.".into());
        assert_eq!(a.id, b.id);
        assert_ne!(a.id, c.id);
        assert_eq!(a.id.as_str().len(), 12);
    }
}
