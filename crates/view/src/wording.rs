//! Every sentence that a reader sees, in English.
//!
//! Whole sentences with arguments; nothing is glued together elsewhere.
//! Another language is another module with the same functions.

pub use letters::capitals;

use crate::screen::Says;
use crate::state::Notice;
use dateline_core::annotate::Confidence;
use dateline_core::article::{Article, Date, DateBasis};
use dateline_core::gazetteer::{Place, PlaceKind};

pub mod about;
pub mod area;
pub mod chrome;
pub mod facets;
pub mod time;
pub mod intake;
pub mod keys;
mod letters;
pub mod listing;
pub mod picture;
pub mod places;
pub mod reading;
pub mod search;
pub mod why;

/// The outlet of articles that do not state one.
pub const UNKNOWN_OUTLET: &str = "Unknown outlet";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Between counts of excerpts and articles, and before the first selected outlet.
pub const IN: &str = "in";

/// Between values any of which may fit.
pub const OR: &str = "or";

/// Before a range of days.
pub const PUBLISHED_WHEN: &str = "published";

/// Before the words that were searched.
pub const WITH_WORDS: &str = "with";

/// Said where something is not known.
pub const UNKNOWN: &str = "unknown";

/// "28 January 2026", held together by no-break spaces.
pub fn date(date: Date) -> String {
    format!("{}\u{a0}{}\u{a0}{}", date.day(), month(date.month()), date.year())
}

/// "January".
pub fn month(month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|i| MONTHS.get(i)).copied().unwrap_or(UNKNOWN)
}

/// A number with its noun: "1 article", "1,204 articles".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A number with commas between thousands.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// "5 articles".
pub fn articles(n: usize) -> String {
    count(n, "article", "articles")
}

/// "7 excerpts".
pub fn excerpts(n: usize) -> String {
    count(n, "excerpt", "excerpts")
}

/// "23 places".
pub fn places(n: usize) -> String {
    count(n, "place", "places")
}

/// "Reuters, in Global Banking & Finance Review · 28 January 2026".
pub fn source_line(article: &Article) -> String {
    format!("{} · {}", publisher(article), published(article))
}

fn publisher(article: &Article) -> String {
    match (&article.agency, &article.outlet) {
        (Some(agency), Some(outlet)) => format!("{agency}, in {outlet}"),
        (Some(agency), None) => format!("{agency}, outlet unknown"),
        (None, Some(outlet)) => outlet.clone(),
        (None, None) => UNKNOWN_OUTLET.to_owned(),
    }
}

/// "28 January 2026"; says so when only the text tells.
pub fn published(article: &Article) -> String {
    match (article.published, article.published_basis) {
        (Some(day), DateBasis::Stated) => date(day),
        (Some(day), DateBasis::Text) => format!("{}, taken from the text", date(day)),
        (None, _) => "date unknown".to_owned(),
    }
}

/// The origin of an article, line by line.
pub fn facts(article: &Article) -> Vec<(String, String)> {
    let known = |value: &Option<String>| value.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    let mut facts = vec![("Outlet".to_owned(), known(&article.outlet))];
    if let Some(agency) = &article.agency {
        facts.push(("Agency".to_owned(), agency.clone()));
    }
    facts.push(("By".to_owned(), known(&article.byline)));
    facts.push((
        "Published".to_owned(),
        article.published.map_or_else(|| UNKNOWN.to_owned(), |_| published(article)),
    ));
    facts
}

/// "Qamishli, city in Syria".
pub fn described(place: &Place, country: Option<&str>) -> String {
    let kind = place.kind.as_str();
    match (place.kind, country) {
        (PlaceKind::Country, _) => format!("{}, country", place.name),
        (PlaceKind::Historical, _) => format!("{}, a country that is no more", place.name),
        (PlaceKind::Capital, Some(country)) => format!("{}, capital of {country}", place.name),
        (PlaceKind::Division, Some(country)) => {
            format!("{}, first-level division of {country}", place.name)
        }
        (PlaceKind::Base, Some(country)) => format!("{}, military base in {country}", place.name),
        (_, Some(country)) => format!("{}, {kind} in {country}", place.name),
        (_, None) => format!("{}, {kind}", place.name),
    }
}

/// "Qamishli, city in Syria, 5 articles, 7 excerpts".
pub fn marker(
    place: &Place,
    country: Option<&str>,
    n_articles: usize,
    n_excerpts: usize,
) -> String {
    format!("{}, {}, {}", described(place, country), articles(n_articles), excerpts(n_excerpts))
}

/// "Qamishli, 5 articles, 7 excerpts, city in Syria": begins with what a row shows, so that it can be asked for by that.
pub fn listed(
    place: &Place,
    country: Option<&str>,
    n_articles: usize,
    n_excerpts: usize,
) -> String {
    let described = described(place, country);
    let kind = described.strip_prefix(place.name.as_str()).unwrap_or_default();
    format!("{}, {}, {}{kind}", place.name, articles(n_articles), excerpts(n_excerpts))
}

/// "Golan Heights, 0 in this selection; in all 3 articles, 7 excerpts, region": begins with what its row shows.
pub fn left_out(label: &str, spoken: &str) -> String {
    let rest = spoken.strip_prefix(label).unwrap_or(spoken).trim_start_matches([',', ' ']);
    format!("{label}, 0 in this selection; in all {rest}")
}

/// Below so many hundredths an answer is called unsure.
pub const UNSURE_BELOW: u8 = Confidence::UNSURE_BELOW;

/// "القامشلي, Qamishli, city in Syria": what the map shows stands first, so that it can be spoken to.
pub fn named_too(own: &str, spoken: &str) -> String {
    format!("{own}, {spoken}")
}

/// Said of a marker whose place is unsure in every mention.
pub fn unsure_marker(spoken: &str) -> String {
    format!("{spoken}; unsure")
}

/// "Moscow, capital of Russia; here it stands for the government".
pub fn mark(place: &Place, country: Option<&str>, metonym: bool, hundredths: u8) -> String {
    let sure = match hundredths {
        Confidence::SURE_FROM.. => "",
        UNSURE_BELOW.. => "; fairly sure",
        _ => "; unsure",
    };
    let without = if place.point.is_none() { "; without coordinates" } else { "" };
    let metonym = if metonym { "; here it stands for the government" } else { "" };
    format!("{}{metonym}{without}{sure}", described(place, country))
}

/// What the reader is told.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::DroppedKey { key, value } if value.is_empty() => {
            format!(
                "This link held “{key}”, which says nothing here; the rest of the link is shown."
            )
        }
        Notice::DroppedKey { key, value } => {
            format!(
                "This link held “{key}={value}”, which fits nothing here; the rest of the link is shown."
            )
        }
        Notice::UnknownAddress => {
            "This link has a form that this page does not know; everything is shown.".to_owned()
        }
        Notice::QuotationCopied => listing::COPIED.to_owned(),
        Notice::LinkCopied => "Link copied: whoever opens it sees this view.".to_owned(),
        Notice::CopyRefused { link } => {
            format!("The browser did not let this page copy. The link is: {link}")
        }
        Notice::MapSaved { file } => picture::saved(file),
        Notice::MapNotSaved(kind) => picture::not_saved(*kind),
        Notice::Added { n_articles, n_places, n_twice } => {
            intake::added(*n_articles, *n_places, *n_twice)
        }
        Notice::Refused(problem) => intake::refused(problem),
        Notice::MoreRefused(n) => intake::more_refused(*n),
        Notice::ReadingStopped => intake::STOPPED.to_owned(),
        Notice::ReadingBroke(why) => intake::broken(why),
        Notice::FixesRead { n_new, wrong, n_unread } => why::fixes_read(*n_new, wrong, *n_unread),
        Notice::FixesSaved => why::SAVED.to_owned(),
        Notice::FixesNotSaved => why::NOT_SAVED.to_owned(),
        Notice::FixesMissing(n) => why::fixes_missing(*n),
        Notice::FixesPutAway(n) => why::fixes_put_away(*n),
        Notice::FixesLeftOut(n) => why::fixes_left_out(*n),
    }
}

/// "from 18 January 2026 to 28 January 2026".
pub fn range(from: Option<Date>, to: Option<Date>) -> Option<String> {
    match (from, to) {
        (Some(a), Some(b)) if a == b => Some(format!("on {}", date(a))),
        (Some(a), Some(b)) => Some(format!("{} to {}", date(a), date(b))),
        (Some(a), None) => Some(format!("from {}", date(a))),
        (None, Some(b)) => Some(format!("until {}", date(b))),
        (None, None) => None,
    }
}

/// "“military police”".
pub fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// "Remove Qamishli".
pub fn remove(label: &str) -> String {
    format!("Remove {label}")
}

/// After the counts when nothing narrows: "name 24 places".
pub fn names_places(n_articles: usize, n_places: usize) -> String {
    format!("{} {}", if n_articles == 1 { "names" } else { "name" }, places(n_places))
}

/// Before the first selected place.
pub fn that_name(n_articles: usize) -> &'static str {
    if n_articles == 1 { "that names" } else { "that name" }
}

/// Accessible name of the button that opens an article at a sentence: "Open: Moscow had no wish…".
pub fn open_at(sentence: &str) -> String {
    format!("{}: {}", chrome::OPEN, opening_words(sentence, 40))
}

/// The opening words of an article without a title.
pub fn untitled(text: &str) -> String {
    opening_words(text, 60)
}

/// The first line of a text, cut at a word when it is longer than so many characters.
fn opening_words(text: &str, longest: usize) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= longest {
        return line.to_owned();
    }
    let head: String = line.chars().take(longest).collect();
    let whole = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// Lead of the pill that lists places outside the view.
pub fn off_view_lead(any_in_view: bool) -> String {
    if any_in_view {
        "Also named, off this view:".to_owned()
    } else {
        "Named, off this view:".to_owned()
    }
}

/// "Moscow, 5 articles: show on the map".
pub fn show_on_map(label: &str, n_articles: usize) -> String {
    format!("{label}, {}: show on the map", articles(n_articles))
}

/// "all 12".
pub fn all_of(n: usize) -> String {
    format!("all {}", number(n))
}

/// "and 9 more".
pub fn and_more(n: usize) -> String {
    format!("and {} more", number(n))
}

/// "and 900 more that the search finds", below the values of a filter.
pub fn more_values(n: usize) -> String {
    format!("{} that the search finds", and_more(n))
}

/// "2 without coordinates".
pub fn without_coordinates(n: usize) -> String {
    format!("{} without coordinates", number(n))
}

/// Title of the document for a corpus.
pub fn document_title(corpus: &str) -> String {
    format!("{corpus} · {}", chrome::PRODUCT)
}

/// Title of the document for a view: "Qamishli or Tartous · Sharaa in Moscow · Dateline".
pub fn view_title(places: &[&str], corpus: &str) -> String {
    let corpus = document_title(corpus);
    if places.is_empty() { corpus } else { format!("{} · {corpus}", places.join(" or ")) }
}

/// A title for a corpus that was given none: that of its one article, or how many there are and of when.
pub fn corpus_title<'a>(articles: impl Iterator<Item = &'a Article>) -> String {
    let all: Vec<&Article> = articles.collect();
    if let [one] = all.as_slice() {
        return one.title.clone().unwrap_or_else(|| untitled(&one.text));
    }
    let days = || all.iter().filter_map(|a| a.published);
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => {
            format!("{}, {}", self::articles(all.len()), date(first))
        }
        (Some(first), Some(last)) => {
            format!("{}, {} to {}", self::articles(all.len()), date(first), date(last))
        }
        _ => self::articles(all.len()),
    }
}

/// The selection as one sentence of plain text.
pub fn says(says: &Says) -> String {
    let counts = [&says.excerpts, &says.between, &says.articles, &says.tail].map(String::as_str);
    let chips = says.chips.iter().flat_map(|c| [c.lead.as_str(), c.label.as_str()]);
    let parts: Vec<&str> = counts.into_iter().chain(chips).filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}
