//! Words of the column: its lists and their orders, statements, the concordance, copied excerpts, and the panel of a name.

use super::time::short_date;
use super::{and_more, count, date, excerpts, number};
use crate::listing::Listing;
use dateline_core::article::Article;
use dateline_core::facet::FacetKey;
use dateline_core::search::Order;

/// The list of excerpts.
pub const EXCERPTS: &str = "Excerpts";
/// The list of who said what.
pub const STATEMENTS: &str = "Statements";
/// The list of lines around words.
pub const CONCORDANCE: &str = "Concordance";
/// Accessible name of the choice between these.
pub const FACES_LABEL: &str = "What the column shows";
/// Accessible name of the choice of an order.
pub const ORDER_LABEL: &str = "Order";
/// The sentences around an excerpt.
pub const CONTEXT: &str = "Context";
/// What "Context" does, in full.
pub const CONTEXT_TITLE: &str = "Show the sentences before and after (key x)";
/// Copies an excerpt.
pub const COPY: &str = "Copy";
/// What "Copy" does, in full.
pub const COPY_TITLE: &str = "Copy the quotation with its source and a link (key c)";
/// Said when an excerpt was copied.
pub const COPIED: &str = "Quotation copied, with its source and a link.";
/// Above quoted statements.
pub const DIRECT: &str = "In their own words";
/// Above told statements.
pub const TOLD: &str = "As the articles tell it";
/// Sources that are described and not named.
pub const DESCRIBED: &str = "Sources without a name";
/// Statements whose speaker the text does not tell.
pub const NOBODY: &str = "Speaker not stated";
/// Said where the set holds no statement that names no place.
pub const NAMING_PLACES: &str =
    "These stand in sentences that name a place; choose a speaker for all that they said.";
/// Said when the set holds no statement.
pub const NO_STATEMENTS: &str = "Nobody is quoted or reported in these excerpts. Remove a filter above to see who says what elsewhere.";
/// Said when nothing stands in the middle of lines.
pub const NO_KEYS: &str = "Search for a word, or choose a place, a person or an organisation: every place where it stands becomes a line here, with the words around it.";
/// Heading of the spellings of a name.
pub const SPELLINGS: &str = "Spelt";
/// Heading of first and last mention.
pub const MENTIONS: &str = "Mentioned";
/// The first mention.
pub const FIRST: &str = "First";
/// The last mention.
pub const LAST: &str = "Last";
/// Before names that stand in the same sentences.
pub const BESIDE: &str = "In the same sentences";
/// Shows a place on the map.
pub const SHOW: &str = "Show on the map";
/// Lists all statements of a name.
pub const ALL_STATEMENTS: &str = "All statements";

/// The name of an order.
pub fn order(listing: Listing) -> &'static str {
    match listing {
        Listing::Article => "by article",
        Listing::Best => "best fit first",
        Listing::Place => "by place",
        Listing::Date => "by date mentioned",
        Listing::Speaker => "by speaker",
        Listing::Statements => "statements",
        Listing::Concordance(Order::Text) => "as in the articles",
        Listing::Concordance(Order::Left) => "by the word before",
        Listing::Concordance(Order::Right) => "by the word after",
    }
}

/// "About Qamishli".
pub fn about(name: &str) -> String {
    format!("About {name}")
}

/// "7 excerpts in 5 articles".
pub fn heading(n_excerpts: usize, n_articles: usize) -> String {
    format!("{} in {}", excerpts(n_excerpts), super::articles(n_articles))
}

/// What to do when nothing is left.
pub fn nothing_left(has_articles: bool) -> String {
    if has_articles {
        "No excerpt fits all of this. Remove a filter above, or clear all.".to_owned()
    } else {
        "This page holds no articles. Make one with articles by the command `dateline build`."
            .to_owned()
    }
}

/// "city in Syria · 7 excerpts in 5 articles".
pub fn described(kind: &str, counted: &str) -> String {
    format!("{kind} · {counted}")
}

/// Excerpts that have nothing of what they are grouped by.
pub fn none_of(key: FacetKey) -> &'static str {
    match key {
        FacetKey::On => "No date mentioned",
        FacetKey::Said => "No speaker named",
        _ => "No place named",
    }
}

/// "41 statements, 12 speakers with a name".
pub fn statements(n_statements: usize, n_named: usize) -> String {
    let statements = statements_of(n_statements);
    if n_named == 0 {
        return statements;
    }
    format!("{statements}, {}", count(n_named, "named speaker", "named speakers"))
}

/// "5 statements".
pub fn statements_of(n: usize) -> String {
    count(n, "statement", "statements")
}

/// "a security source · said"; nothing when the text has neither.
pub fn lead(who: &str, verb: &str) -> Option<String> {
    let parts: Vec<&str> = [who, verb].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// "Reuters · 28 January 2026 · on Damascus, Moscow".
pub fn said_in(source: &str, places: &[&str]) -> String {
    if places.is_empty() {
        return source.to_owned();
    }
    format!("{source} · on {}", places.join(", "))
}

/// "14 lines".
pub fn lines(n: usize) -> String {
    count(n, "line", "lines")
}

/// "28 Jan 2026 · Reuters": where a line comes from, as short as it can be said; the outlet may be cut.
pub fn short_source(article: &Article) -> String {
    let outlet = article.outlet.as_deref().or(article.agency.as_deref());
    let outlet = outlet.unwrap_or(super::UNKNOWN_OUTLET);
    let day = |day| format!("{} · {outlet}", short_date(day));
    article.published.map_or_else(|| outlet.to_owned(), day)
}

/// Said when there are more sentences than are read.
pub fn only_the_first(n_read: usize, n_all: usize) -> String {
    format!(
        "Of {} sentences the first {} are shown here; narrow the selection to see the others.",
        number(n_all),
        number(n_read)
    )
}

/// "military …", "… military"; the edge of the sentence where there is no word.
pub fn neighbour(word: &str, order: Order) -> String {
    match (word.is_empty(), order) {
        (true, Order::Left) => "at the beginning of a sentence".to_owned(),
        (true, _) => "at the end of a sentence".to_owned(),
        (false, Order::Left) => format!("{word} …"),
        (false, _) => format!("… {word}"),
    }
}

/// Narrows to a name, or no longer.
pub fn narrow(is_selected: bool) -> &'static str {
    if is_selected { "Remove this filter" } else { "Narrow to it" }
}

/// "Reuters, Middle East Eye and 3 more".
pub fn outlets(all: &[&str]) -> String {
    let shown: Vec<&str> = all.iter().copied().take(4).collect();
    let shown = shown.join(", ");
    if all.len() > 4 { format!("{shown} {}", and_more(all.len() - 4)) } else { shown }
}

/// An excerpt to be taken along: text, title, outlet, date, source and link, one line each.
pub fn quotation(article: &Article, text: &str, link: &str) -> String {
    let is_quoted = text.contains(['“', '"', '«']);
    let text = if is_quoted { text.to_owned() } else { super::quoted(text) };
    let outlet = article.outlet.as_deref().or(article.agency.as_deref());
    let outlet = outlet.unwrap_or(super::UNKNOWN_OUTLET);
    let day = article.published.map_or_else(|| "date unknown".to_owned(), date);
    let mut lines = vec![text];
    lines.extend(article.title.clone());
    lines.push(format!("{outlet}, {day}").replace('\u{a0}', " "));
    lines.extend(article.url.clone());
    lines.push(link.to_owned());
    lines.join("\n")
}
