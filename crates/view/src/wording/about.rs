//! Words of the panel that says what the page is and how far it can be trusted.

use super::number;

/// Opens the panel.
pub const OPEN: &str = "About";
/// The sign on the button where there is no room for the word.
pub const OPEN_SIGN: &str = "?";
/// Heading of the panel.
pub const HEADING: &str = "About this page";
/// Heading of the part on the articles.
pub const CORPUS: &str = "The articles";
/// Heading of the promise.
pub const PRIVACY: &str = "Privacy";
/// The promise.
pub const PRIVACY_PROMISE: &str = "No request is made by this page: articles, map and program are in the file, whatever you add stays in this browser, and only your click on a source link leaves it.";
/// Heading of the part on the method.
pub const METHOD: &str = "How it reads";
/// The method.
pub const METHOD_SENTENCES: [&str; 3] = [
    "Names are found by a statistical tagger that was trained on public annotated news, together with a gazetteer and rules; nothing is looked up elsewhere.",
    "All places of an article are resolved together: what lies near what is certain, which country or division is named beside a name, how many people live there. Several candidates are weighed, and the confidence says how sure the choice is.",
    "Names, dates and quotations that cannot be told stay unknown. The engine errs: check what matters against the text, which is always one click away.",
];
/// Heading of the part on sources.
pub const DATA: &str = "Data and licences";
/// Sources and licences.
pub const DATA_SENTENCES: [&str; 2] = [
    "Base map and first-level divisions: Natural Earth, public domain. Towns: GeoNames, CC BY 4.0, and tables of our own.",
    "The tagger was trained on Wikigold, WNUT 2017, Universal NER, the Broad Twitter Corpus, the Groningen Meaning Bank, re3d and English Worldwide Newswire; the project's NOTICE credits each with its licence.",
];
/// Heading of the part on the version.
pub const VERSION: &str = "Version";
/// Heading of the table.
pub const QUALITY: &str = "How well it reads";
/// What the figures are.
pub const QUALITY_NOTE: &str = "Measured on public text that people have marked. The tagger was not trained on it; what tells spellings of one name apart was learned on these name pairs, and reaches .90 (Arabic) and .92 (Russian) on names that it has not seen. F1 is the harmonic mean of precision and recall; “found and placed” is the share of all marked places that were found and put within 161 km.";
/// Columns of the table: key in the file, and head on the page.
pub const COLUMNS: [(&str, &str); 7] = [
    ("set", "Set"),
    ("kind", "Kind"),
    ("gold", "Marked"),
    ("F1", "F1, exact"),
    ("F1~", "F1, overlapping"),
    ("value", "F1, right value"),
    ("R@161", "Found and placed"),
];

/// "“The road to Qamishli” holds 5 articles, which name 24 places."
pub fn corpus(title: &str, n_articles: usize, n_places: usize) -> String {
    let articles = if n_articles == 1 { "article" } else { "articles" };
    let places = if n_places == 1 { "place" } else { "places" };
    format!(
        "“{title}”: {} {articles} and the {} {places} that they name.",
        number(n_articles),
        number(n_places)
    )
}

/// "Dateline 0.1.0".
pub fn version(version: &str) -> String {
    format!("{} {version}", super::chrome::PRODUCT)
}
