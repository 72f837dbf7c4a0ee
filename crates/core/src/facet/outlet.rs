//! The facet of outlets: who published an article.

use super::{Count, Matches, Selection};
use crate::article::Article;
use crate::corpus::Corpus;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// The id of an outlet that is not known.
pub const UNKNOWN_OUTLET: &str = "unknown";

/// An outlet in addresses: its folded name with hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutletId(String);

impl OutletId {
    /// An id, if the text has its form: 1 to 80 letters, digits and hyphens, none of them a capital.
    pub fn new(id: &str) -> Option<Self> {
        let fits = (1..=80).contains(&id.chars().count())
            && id.chars().all(|c| c == '-' || c.is_alphanumeric() && !c.is_uppercase());
        fits.then(|| Self(id.to_owned()))
    }

    /// The outlet of an article.
    pub fn of(article: &Article) -> Self {
        let slug: Vec<String> = article
            .outlet
            .as_deref()
            .map(fold)
            .unwrap_or_default()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect();
        let joined: String = slug.join("-").chars().take(80).collect();
        Self(if joined.is_empty() { UNKNOWN_OUTLET.to_owned() } else { joined })
    }

    /// The id as it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

pub(super) fn fits(article: &Article, selection: &Selection) -> bool {
    selection.outlets.is_empty() || selection.outlets.contains(&OutletId::of(article))
}

pub(super) fn count(corpus: &Corpus, set: &Matches) -> Vec<Count<OutletId>> {
    let mut counts: BTreeMap<OutletId, (usize, usize)> = BTreeMap::new();
    for &article in &set.articles {
        counts.entry(OutletId::of(&corpus.record(article).article)).or_default().0 += 1;
    }
    for &sentence in &set.sentences {
        let article = corpus.sentence(sentence).article;
        counts.entry(OutletId::of(&corpus.record(article).article)).or_default().1 += 1;
    }
    counts
        .into_iter()
        .map(|(value, (n_articles, n_excerpts))| Count { value, n_articles, n_excerpts })
        .collect()
}
