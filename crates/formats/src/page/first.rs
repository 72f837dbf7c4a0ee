//! The first view: what a reader sees before the program runs, and all there is where it cannot.
//!
//! In: sentences that `view` has worded and the first excerpts as segments.
//! Out: HTML with the same parts and class names as the program draws (crates/app/src/components), so that nothing jumps when the program takes over; the program also reads the size of its map from here.
//! Controls are drawn but do nothing yet.
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

// This crate may not use `view`, whose words these are; a test of `dateline-tests` holds them to `wording::chrome`.
const PRODUCT: &str = "Dateline";
const SEARCH: &str = "Search words and places";
const ADD: &str = "Add articles…";
const ADD_SIGN: &str = "+";
const COPY_LINK: &str = "Copy link";
const TABS: [&str; 4] = ["Map", "Excerpts", "Filters", "Time"];

impl FirstView {
    /// The inside of `<div id="app">`.
    pub(super) fn html(&self) -> String {
        [self.bar(), self.says(), self.desk(), tabs()].concat()
    }

    fn bar(&self) -> String {
        format!(
            "<header class=\"bar\"><span class=\"mark\">{PRODUCT}</span><h1>{}</h1>\
             <label class=\"search\"><input type=\"search\" placeholder=\"{SEARCH}\" aria-label=\"{SEARCH}\" disabled><kbd aria-hidden=\"true\">/</kbd></label>\
             <button class=\"button add-button\" type=\"button\" aria-label=\"{ADD}\" disabled><span class=\"long\">{ADD}</span><span class=\"short\">{ADD_SIGN}</span></button>\
             <button class=\"button primary\" type=\"button\" disabled>{COPY_LINK}</button></header>",
            escape(&self.heading)
        )
    }

    fn says(&self) -> String {
        format!(
            "<div class=\"says\" data-part=\"counts\"><p>{}</p></div><div class=\"notices\"></div>",
            escape(&self.counts)
        )
    }

    fn desk(&self) -> String {
        let cards: String = self.cards.iter().map(FirstCard::html).collect();
        format!(
            "<main class=\"desk tab-map\"><section class=\"filters\" data-part=\"facets\"></section>\
             <div class=\"charts\"><div class=\"map\" data-part=\"map\"><div class=\"view\"></div><div class=\"map-foot\"></div></div>\
             <div class=\"time\" data-part=\"timeline\"><div class=\"time-head\"><span>&nbsp;</span></div><div class=\"bars\"></div><div class=\"axis\"><span>&nbsp;</span></div></div></div>\
             <section class=\"list\" data-part=\"excerpts\"><div class=\"faces\"></div><div class=\"list-bar\"><h2 class=\"list-head\">&nbsp;</h2></div>{cards}</section></main>"
        )
    }
}

fn tabs() -> String {
    let buttons: String = TABS
        .iter()
        .map(|name| format!("<button type=\"button\" disabled>{name}</button>"))
        .collect();
    format!("<nav class=\"tabs\">{buttons}</nav>")
}

impl FirstCard {
    fn html(&self) -> String {
        let quotes: String = self
            .excerpts
            .iter()
            .map(|segments| {
                let text: String = segments.iter().map(FirstSegment::html).collect();
                format!("<blockquote dir=\"auto\"><span class=\"text\">{text}</span></blockquote>")
            })
            .collect();
        format!(
            "<article><h3 dir=\"auto\">{}</h3><p class=\"src\">{}</p>{quotes}</article>",
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
