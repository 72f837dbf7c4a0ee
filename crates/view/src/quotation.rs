//! An excerpt to be taken along, as plain text.

use crate::state::OpenArticle;
use crate::wording::listing;
use dateline_core::corpus::Corpus;

/// The passage with outlet, date, address of the original and the link that leads back to it.
pub fn quotation(corpus: &Corpus, passage: &OpenArticle, link: &str) -> Option<String> {
    let article = &corpus.record(corpus.find_article(&passage.id)?).article;
    let at = passage.at?;
    let n_chars = at.end.checked_sub(at.start)? as usize;
    let text: String = article.text.chars().skip(at.start as usize).take(n_chars).collect();
    Some(listing::quotation(article, text.replace('\n', " ").trim(), link))
}
