//! An article in Markdown.
//!
//! In goes the text of a `.md` file; out comes one article: what its front matter states, and its body as plain paragraphs.
//! Without a `title` in the front matter the first heading of the first level is the title; such a heading never stays in the text.
//! A front matter that cannot be read is reported, and the rest is read all the same.
//! It is a reduction of Markdown to the words that a reader sees, not a renderer: tables become lines, images and comments go.

use crate::dates;
use crate::problem::{Problem, ProblemKind};
use crate::reading::{Reading, base_name};
use dateline_core::article::Article;

mod blocks;
mod front_matter;
mod inline;

use blocks::Block;

/// Reads the article of a file.
pub(crate) fn read(name: &str, source: &str) -> Reading {
    let mut problems = Vec::new();
    let mut report = |line, kind| {
        problems.push(Problem { file: name.to_owned(), line, kind });
    };
    let (stated, body) = front_matter::split(source, |line, kind| report(Some(line), kind));
    let mut blocks = blocks::blocks(body);

    let first_heading = blocks.iter().position(|b| matches!(b, Block::Title(_)));
    let mut title = stated.title;
    if let Some(idx) = first_heading
        && let Some(Block::Title(heading)) = blocks.get(idx)
        && title.as_ref().is_none_or(|title| same_words(title, heading))
    {
        title.get_or_insert_with(|| heading.clone());
        blocks.remove(idx);
    }
    let paragraphs: Vec<String> = blocks.into_iter().map(Block::into_text).collect();
    if paragraphs.is_empty() {
        report(None, ProblemKind::NoArticleText);
        return Reading { articles: Vec::new(), problems };
    }

    let mut article = Article::new(base_name(name), title, paragraphs.join("\n\n"));
    article.outlet = stated.outlet;
    article.agency = stated.agency;
    article.byline = stated.byline;
    article.url = stated.url;
    article.language = stated.language;
    if let Some((line, value)) = stated.published {
        article.published = dates::only_day(&value);
        if article.published.is_none() {
            report(Some(line), ProblemKind::NotADate { field: "published", value });
        }
    }
    Reading { articles: vec![article], problems }
}

/// Whether two lines differ in case, punctuation and spaces at most.
fn same_words(a: &str, b: &str) -> bool {
    let letters = |s: &str| -> String {
        s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(a) == letters(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_the_title_unless_the_front_matter_has_another() {
        for (source, title, text) in [
            ("# The bridge\n\nIt is open.\n", Some("The bridge"), "It is open."),
            ("It is open.\n", None, "It is open."),
            (
                "---\ntitle: The bridge\n---\n\n# The *bridge*\n\nIt is open.\n",
                Some("The bridge"),
                "It is open.",
            ),
            (
                "---\ntitle: The bridge\n---\n# Why it matters\n\nIt is open.\n",
                Some("The bridge"),
                "Why it matters\n\nIt is open.",
            ),
        ] {
            let article = read("folder/a.md", source).articles.remove(0);
            assert_eq!(article.title.as_deref(), title, "{source}");
            assert_eq!(article.text, text, "{source}");
            assert_eq!(article.key, "a.md");
        }
    }

    #[test]
    fn what_cannot_be_read_is_reported_and_the_rest_is_kept() {
        let source =
            "---\ntitle: T\nnonsense\npublished: last week\noutlet: 'The Post'\n---\nBody.\n";
        let reading = read("a.md", source);
        let said: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "a.md, line 3: the front matter has a line that is not `key: value`; fix or remove it",
                "a.md, line 4: `published` is not a date like 2026-01-28 (\"last week\"); correct it or leave it out",
            ]
        );
        assert_eq!(reading.articles[0].outlet.as_deref(), Some("The Post"));
        assert_eq!(reading.articles[0].text, "Body.");
    }

    #[test]
    fn a_file_without_words_is_a_problem() {
        let reading = read("a.md", "---\ntitle: T\n---\n\n![only](a.png)\n");
        assert!(reading.articles.is_empty());
        assert_eq!(reading.problems[0].kind, ProblemKind::NoArticleText);
    }
}
