//! The text of a page as somebody copied it.
//!
//! In goes the text of a `.txt` file; out comes one article: its title, what the page states about it, and its paragraphs without the page around them.
//! The phases run in this order: `lines` (features), `furniture` (what is no article), `headline`, `credits` (author, publisher, date, source), `body`.
//! What the page does not state stays unknown. Whole sentences are only left out when they are a notice, a caption, a second copy, or stand behind the article's end.
//! It knows no site: every rule goes by the shape of lines, their place, or a table of phrases and names.

use crate::problem::{Problem, ProblemKind};
use crate::reading::{Reading, base_name};
use dateline_core::article::Article;

mod lines;
mod furniture;
mod headline;
mod credits;
mod body;
mod outlets;

/// Reads the article of a file.
pub(crate) fn read(name: &str, source: &str) -> Reading {
    let page = furniture::classify(lines::lines(source));
    let headline = headline::find(&page);
    let body = body::paragraphs(&page, headline.as_ref());
    if body.paragraphs.is_empty() {
        let kind = ProblemKind::NoArticleText;
        let problem = Problem { file: name.to_owned(), line: None, kind };
        return Reading { articles: Vec::new(), problems: vec![problem] };
    }
    let facts = credits::facts(&page, headline.as_ref(), &body);
    let title = headline.map(|headline| headline.title);
    let mut article = Article::new(base_name(name), title, body.paragraphs.join("\n\n"));
    article.outlet = facts.outlet;
    article.agency = facts.agency;
    article.byline = facts.byline;
    article.published = facts.published;
    article.published_basis = facts.basis;
    article.url = facts.url;
    Reading { articles: vec![article], problems: Vec::new() }
}
