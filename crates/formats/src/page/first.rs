//! The first view: what a reader sees before the program runs, and all there is where it cannot.
//!
//! In: sentences that `view` has worded and the first excerpts as segments.
//! Out: HTML with the same parts and class names as the program draws, so that nothing jumps when the program takes over.
//! It has no `style` attribute, because the policy refuses those.

use super::encode::escape;

/// What is painted first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstView {
    /// The document's title.
    pub title: String,
    /// The heading in the bar: what the corpus is about.
    pub heading: String,
    /// The sentence that says how many articles, excerpts and places there are.
    pub counts: String,
    /// The first articles of the list; a screenful is enough.
    pub cards: Vec<FirstCard>,
}

/// One article with its first excerpts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstCard {
    /// The article's title.
    pub title: String,
    /// Outlet and date, worded.
    pub source: String,
    /// The excerpts, each in its pieces.
    pub excerpts: Vec<Vec<FirstSegment>>,
}

/// A piece of an excerpt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstSegment {
    /// Its text.
    pub text: String,
    /// Whether it names a place.
    pub is_place: bool,
}

impl FirstView {
    /// The inside of `<div id="app">`.
    pub(super) fn html(&self) -> String {
        let cards: String = self.cards.iter().map(FirstCard::html).collect();
        format!(
            "<header class=\"bar\"><span class=\"mark\">Dateline</span><h1>{heading}</h1></header>\
             <div class=\"says\" data-part=\"counts\">{counts}</div>\
             <div class=\"desk\">\
             <aside data-part=\"facets\"></aside>\
             <main><div class=\"map\" data-part=\"map\"></div><div class=\"time\" data-part=\"timeline\"></div></main>\
             <section class=\"list\" data-part=\"excerpts\">{cards}</section>\
             </div>",
            heading = escape(&self.heading),
            counts = escape(&self.counts),
        )
    }
}

impl FirstCard {
    fn html(&self) -> String {
        let quotes: String = self
            .excerpts
            .iter()
            .map(|segments| {
                let text: String = segments.iter().map(FirstSegment::html).collect();
                format!("<blockquote>{text}</blockquote>")
            })
            .collect();
        format!(
            "<article><h3>{}</h3><p class=\"src\">{}</p>{quotes}</article>",
            escape(&self.title),
            escape(&self.source)
        )
    }
}

impl FirstSegment {
    fn html(&self) -> String {
        let text = escape(&self.text);
        if self.is_place { format!("<mark data-kind=\"place\">{text}</mark>") } else { text }
    }
}
