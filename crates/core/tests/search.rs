//! Runs the documents of `tests/suite/search`: searches, and what they find.
//!
//! Behind the name of a fence stands what a reader types.
//! Every line of the block is an article: `+` before one that is found, with brackets around what is marked in it, and `-` before one that is not.
//! Day and outlet of an article may stand before a bar, or its title behind a `#`.
//! `> read as` shows the search as it is printed where that differs, `> note` what is said about it, `> meant` what is suggested, `> shorter` what finds the singular, too.
//! `UPDATE_EXPECT=1 cargo test` writes what the search says; read the difference before you keep it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

#[path = "support/documents.rs"]
mod documents;

use dateline_core::annotate::annotate;
use dateline_core::article::Article;
use dateline_core::corpus::{ArticleIdx, Corpus, CorpusData, SentenceIdx};
use dateline_core::facet::{self, Selection};
use dateline_core::knowledge::Knowledge;
use dateline_core::search::{Marker, find, parse, shorter, suggest};

#[test]
fn searches() {
    let knowledge = Knowledge::curated().unwrap();
    documents::check("search", "search", |typed, block| answer(typed, block, &knowledge));
}

fn answer(typed: &str, block: &str, knowledge: &Knowledge) -> String {
    let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with('>')).collect();
    let corpus = corpus(&lines, knowledge);
    let read = parse(typed);
    let marker = Marker::new(&corpus, &read.query);
    let set = find(&corpus, &read.query);
    let mut out: Vec<String> = Vec::new();
    for (line, number) in lines.iter().zip(0u32..) {
        let article = ArticleIdx(number);
        let text = &corpus.record(article).article.text;
        let sentences = || (0u32..).zip(corpus.sentences()).filter(|(_, s)| s.article == article);
        let is_found =
            set.as_ref().is_none_or(|set| sentences().any(|(i, _)| set.has(SentenceIdx(i))));
        let mut marked = String::new();
        let mut at = 0;
        for (i, _) in sentences().filter(|_| is_found) {
            for span in marker.spans(&corpus, SentenceIdx(i)) {
                marked += &text[at..span.start as usize];
                marked += &format!("[{}]", span.of(text));
                at = span.end as usize;
            }
        }
        let first = SentenceIdx(sentences().next().unwrap().0);
        let head = line.split_once(" | ").map_or(String::new(), |(head, _)| {
            let title = corpus.record(article).article.title.clone().unwrap();
            let hits = if is_found { marker.title_spans(&corpus, first) } else { Vec::new() };
            let title = hits.iter().rev().fold(title, |mut title, span| {
                title.insert(span.end as usize, ']');
                title.insert(span.start as usize, '[');
                title
            });
            let head = &head[2..];
            if head.starts_with('#') { format!("# {title} | ") } else { format!("{head} | ") }
        });
        let sign = if is_found { '+' } else { '-' };
        out.push(format!("{sign} {head}{marked}{}", &text[at..]));
    }
    let printed = read.query.to_string();
    if printed != typed {
        out.push(format!("> read as {printed}").trim_end().to_owned());
    }
    out.extend(read.notes.iter().map(|note| format!("> note {note:?}")));
    out.extend(suggest(&corpus, &read.query).map(|meant| format!("> meant {meant}")));
    out.extend(shorter(&corpus, &read.query).map(|other| format!("> shorter {other}")));
    // The page shows the same set; without a search it shows what names a place.
    if let Some(set) = set {
        let selection = Selection::searching(typed);
        let shown = facet::matches(&corpus, &selection).sentences;
        assert_eq!(shown, set.iter().collect::<Vec<_>>(), "{typed}");
    }
    out.join("\n")
}

/// A line without its sign and its marks: day and outlet before a bar, then the text.
fn corpus(lines: &[&str], knowledge: &Knowledge) -> Corpus {
    let articles = lines.iter().enumerate().map(|(number, line)| {
        let line = line.get(2..).expect("a line begins with a sign and a space");
        let (head, text) = line.split_once(" | ").unwrap_or(("", line));
        // Two articles of one text have different titles, or they would be one.
        let (head, title) = match head.strip_prefix("# ") {
            Some(title) => ("", title.replace(['[', ']'], "")),
            None => (head, number.to_string()),
        };
        let (day, outlet) = head.split_once(' ').unwrap_or((head, ""));
        let title = Some(title);
        let mut article = Article::new("suite", title, text.replace(['[', ']'], ""));
        article.published = day.parse().ok();
        article.outlet = Some(outlet.to_owned()).filter(|outlet| !outlet.is_empty());
        let annotations = annotate(&article, knowledge);
        (article, annotations)
    });
    Corpus::new(CorpusData::from_annotated(String::new(), articles.collect(), Vec::new()))
}
