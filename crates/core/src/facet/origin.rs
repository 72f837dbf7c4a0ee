//! The facets of where an article comes from: outlet, agency, language.
//!
//! A value is the folded name with hyphens; the label is the name as the first article writes it.

use crate::article::Article;
use crate::corpus::Corpus;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// The id of an outlet or a language that is not known.
pub const UNKNOWN: &str = "unknown";

/// The outlets, the agencies or the languages of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Origins {
    /// Ids in their order, with labels; none for what is not known.
    pub(super) list: Vec<(String, Option<String>)>,
    /// For every article its number; none for one that has no agency.
    of_article: Vec<Option<u32>>,
}

impl Origins {
    /// The origins of all articles; `unknown` stands for those that state none.
    pub(super) fn of(
        corpus: &Corpus,
        stated: fn(&Article) -> Option<&str>,
        unknown: Option<&str>,
    ) -> Self {
        // Articles repeat few names.
        let mut slugs: BTreeMap<&str, String> = BTreeMap::new();
        let mut labels: BTreeMap<String, Option<&str>> = BTreeMap::new();
        for record in corpus.records() {
            let name = stated(&record.article).unwrap_or_default();
            let slug = slugs.entry(name).or_insert_with(|| slug(name));
            match (slug.is_empty(), unknown) {
                (false, _) => _ = labels.entry(slug.clone()).or_insert(Some(name)),
                (true, Some(unknown)) => _ = labels.entry(unknown.to_owned()).or_insert(None),
                (true, None) => {}
            }
        }
        let ids: Vec<&String> = labels.keys().collect();
        let number =
            |id: &str| u32::try_from(ids.binary_search_by(|v| v.as_str().cmp(id)).ok()?).ok();
        let of_article = corpus.records().iter().map(|record| {
            let slug = slugs.get(stated(&record.article).unwrap_or_default())?;
            number(if slug.is_empty() { unknown? } else { slug })
        });
        let of_article = of_article.collect();
        let owned = |(id, label): (String, Option<&str>)| (id, label.map(str::to_owned));
        Self { of_article, list: labels.into_iter().map(owned).collect() }
    }

    /// The number of an article's value.
    pub(super) fn number(&self, article: usize) -> Option<u32> {
        self.of_article.get(article).copied().flatten()
    }
}

/// A name as an id: folded, with hyphens for what is neither letter nor digit, and not too long for an address.
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join("-").chars().take(80).collect()
}
