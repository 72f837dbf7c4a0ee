//! Words of the facets: their names, values without a name of their own, and how the sentence of the selection leads to them.

use super::{UNKNOWN_OUTLET, articles, month, that_name};
use dateline_core::facet::FacetKey;

/// The switch below a facet of which two values or more are wanted.
pub const ALL_OF_THESE: &str = "All of these in one sentence";

/// On the button below a list that goes on.
pub const SHOW_MORE: &str = "Show more";

/// On the same button when it is shown whole.
pub const SHOW_FEWER: &str = "Show fewer";

/// The button that leaves a value out, or takes that back.
pub fn leave(label: &str, is_excluded: bool) -> String {
    if is_excluded {
        format!("Do not leave out {label} any more")
    } else {
        format!("Leave out {label}")
    }
}

/// Between values all of which must be there.
pub const AND: &str = "and";

/// The name of a facet.
pub fn label(key: FacetKey) -> &'static str {
    match key {
        FacetKey::Place => "Places",
        FacetKey::Within => "Countries and divisions",
        FacetKey::Person => "People",
        FacetKey::Organisation => "Organisations",
        FacetKey::Agency => "Agencies",
        FacetKey::Said => "Speakers",
        FacetKey::Outlet => "Outlets",
        FacetKey::On => "Dates mentioned",
        FacetKey::Language => "Languages",
        FacetKey::Statement => "Statements",
        FacetKey::Confidence => "Confidence",
    }
}

/// "Find among people".
pub fn find_in(key: FacetKey) -> String {
    format!("Find among {}", label(key).to_ascii_lowercase())
}

/// What a value is called for which the corpus has no name.
pub fn value(key: FacetKey, id: &str) -> String {
    match (key, id) {
        (FacetKey::On, id) => id.split_once("..").map_or_else(|| day(id), |(a, b)| days(a, b)),
        (FacetKey::Outlet, _) => UNKNOWN_OUTLET.to_owned(),
        (FacetKey::Language, _) => "Unknown language".to_owned(),
        (FacetKey::Statement, "direct") => "quotations".to_owned(),
        (FacetKey::Statement, "told") => "told statements".to_owned(),
        (FacetKey::Statement, "unnamed") => "sources without a name".to_owned(),
        (FacetKey::Statement, _) => "no statement".to_owned(),
        (FacetKey::Confidence, "sure") => "sure places".to_owned(),
        (FacetKey::Confidence, "fair") => "fairly sure places".to_owned(),
        (FacetKey::Confidence, _) => "unsure places".to_owned(),
        _ => id.to_owned(),
    }
}

/// "3 March 2024 to 1 May 2025", "November 2024 to January 2025".
fn days(from: &str, to: &str) -> String {
    format!("{} to {}", day(from), day(to))
}

/// "28 January 2026", "January 2026", "2026", from "2026-01-28", "2026-01", "2026".
fn day(id: &str) -> String {
    let mut parts = id.split('-').map(|part| part.parse::<u16>().unwrap_or(0));
    let year = parts.next().unwrap_or(0);
    let month = parts.next().map(|n| month(u8::try_from(n).unwrap_or(0)));
    match (month, parts.next()) {
        (Some(month), Some(day)) => format!("{day}\u{a0}{month}\u{a0}{year}"),
        (Some(month), None) => format!("{month}\u{a0}{year}"),
        (None, _) => year.to_string(),
    }
}

/// "Vladimir Putin, person".
pub fn actor(key: FacetKey, name: &str) -> String {
    let kind = if key == FacetKey::Person { "person" } else { "organisation" };
    format!("{name}, {kind}")
}

/// "28 January 2026" for a value of time (TIMEX3) that is a day, a month or a year; others as they are.
pub fn time(value: &str) -> String {
    let is_date = value.len() <= 10 && value.split('-').all(|part| part.parse::<u16>().is_ok());
    if is_date { day(value) } else { value.to_owned() }
}

/// "Reuters, 3 articles".
pub fn listed(label: &str, n_articles: usize) -> String {
    format!("{label}, {}", articles(n_articles))
}

/// Before the first chosen value of a facet.
pub fn lead(key: FacetKey, n_articles: usize) -> &'static str {
    match key {
        FacetKey::Place => that_name(n_articles),
        FacetKey::Within => "on places in",
        FacetKey::Person | FacetKey::Organisation => "naming",
        FacetKey::Said => "with words of",
        FacetKey::On => "mentioning",
        FacetKey::Agency => "by",
        FacetKey::Outlet => super::IN,
        FacetKey::Language => "written in",
        FacetKey::Statement | FacetKey::Confidence => super::WITH_WORDS,
    }
}

/// Before the first excluded value of a facet.
pub fn lead_out(key: FacetKey) -> &'static str {
    match key {
        FacetKey::Place | FacetKey::Person | FacetKey::Organisation => "not naming",
        FacetKey::Within => "not on places in",
        FacetKey::Said => "without words of",
        FacetKey::On => "not mentioning",
        FacetKey::Agency => "not by",
        FacetKey::Outlet => "not in",
        FacetKey::Language => "not written in",
        FacetKey::Statement | FacetKey::Confidence => "without",
    }
}
