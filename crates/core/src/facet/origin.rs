//! The facets of where an article comes from: outlet, agency, language.
//!
//! A value is the folded name with hyphens; the label is the name as the first article writes it.

use crate::article::Article;
use crate::corpus::Corpus;
use crate::text::fold::fold;
use crate::text::keyed::Keyed;

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
    pub(super) fn of<'a>(
        corpus: &'a Corpus,
        stated: fn(&'a Article) -> Option<&'a str>,
        unknown: Option<&'a str>,
    ) -> Self {
        let stated = |article: &'a Article| stated(article).unwrap_or_default();
        let articles = || corpus.records().iter().map(|record| &record.article);
        // Articles repeat few names.
        let names = Keyed::firsts(articles().map(stated).zip(0u32..));
        let slugs: Vec<String> = names.pairs().iter().map(|(name, _)| slug(name)).collect();
        // Of several names with one id the one that comes first is shown: numbers are those of articles.
        let ids = slugs.iter().zip(names.pairs()).filter_map(|(slug, &(_, first))| {
            Some((if slug.is_empty() { unknown? } else { slug.as_str() }, first))
        });
        let ids = Keyed::firsts(ids);
        let label = |first: u32| {
            let name = stated(&corpus.records().get(first as usize)?.article);
            (!slug(name).is_empty()).then(|| name.to_owned())
        };
        let of_name: Vec<Option<u32>> = slugs
            .iter()
            .map(|slug| ids.place(if slug.is_empty() { unknown? } else { slug }))
            .collect();
        let of_article = articles()
            .map(|article| *of_name.get(names.place(stated(article))? as usize)?)
            .collect();
        let list = ids.pairs().iter().map(|&(id, first)| (id.to_owned(), label(first)));
        Self { list: list.collect(), of_article }
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
