//! The line that names the authors: "By Ada Moss and Ben Reed".
//!
//! In goes a part of a line; out come the names without "By", with what else the line states: an agency, a house, a date.
//!
//! An in-house byline ("By X staff", "bureau", "correspondent", "newsroom", "reporter", "desk", "team") names the house X when X begins with an abbreviation ("bna", "MEE"; all capitals or all small letters, at most five of them) or is an outlet of the table, or when it is a name before "staff" or "newsroom".
//! "By our Cairo correspondent" names none.

use super::day::{self, Stated};
use crate::dates::days_in;
use crate::text::outlets;
use dateline_core::article::Date;

/// What a byline states.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Byline {
    /// The names as they are written, without "By".
    pub(super) names: String,
    /// The publisher, when the byline is an in-house one.
    pub(super) house: Option<String>,
    /// The agency that the author writes for.
    pub(super) agency: Option<&'static str>,
    /// Dates on the same line.
    pub(super) days: Vec<(Stated, Date)>,
}

const LABELS: &[&str] = &[
    "by ",
    "by: ",
    "written by ",
    "written by: ",
    "story by ",
    "article by ",
    "author: ",
    "authors: ",
    "byline: ",
    "reported by ",
    "words by ",
    "text by ",
    "par ",
    "von ",
    "por ",
    "autor: ",
    "auteur : ",
    "بقلم ",
    "بقلم: ",
    "كتب: ",
    "автор: ",
];

const PARTICLES: &[&str] = &[
    "and", "&", "de", "del", "de la", "al", "el", "bin", "bint", "ibn", "abu", "van", "von", "der",
    "den", "da", "di", "do", "dos", "la", "le", "in", "at", "of", "for", "with", "und", "et", "y",
    "e", "the", "our", "a", "an", "و",
];

const HOUSE_WORDS: &[&str] = &[
    "staff",
    "bureau",
    "correspondent",
    "correspondents",
    "newsroom",
    "reporter",
    "reporters",
    "desk",
    "team",
    "editor",
    "editors",
    "writer",
    "writers",
    "agencies",
    "contributor",
];

/// Words that stand before a house word without naming a house.
const NO_HOUSE: &[&str] = &[
    "our",
    "a",
    "an",
    "the",
    "staff",
    "web",
    "online",
    "news",
    "special",
    "senior",
    "foreign",
    "local",
    "chief",
    "own",
    "guest",
    "city",
    "political",
    "national",
    "world",
    "digital",
    "and",
];

/// Reads a byline; nothing when the line is none.
pub(super) fn byline(part: &str) -> Option<Byline> {
    let (label, rest) = LABELS.iter().find_map(|label| {
        let head = part.get(..label.len())?;
        (head.to_lowercase() == **label)
            .then(|| (*label, part.get(label.len()..).unwrap_or_default()))
    })?;
    let mut byline = Byline::default();
    let mut names = rest;
    if let Some(first) = days_in(rest).first() {
        names = rest.get(..first.start)?;
        // What follows the names must be dates and nothing else.
        let days = day::days_alone(rest.get(first.start..)?);
        if days.is_empty() {
            return None;
        }
        byline.days = days
            .into_iter()
            .map(|(stated, date)| {
                (if stated == Stated::Alone { Stated::WithByline } else { stated }, date)
            })
            .collect();
    }
    let names = trimmed(without_label(names));
    let (names, behind) = split_behind(names);
    if let Some(behind) = behind {
        byline.agency = outlets::agency_named(behind);
        if byline.agency.is_none() {
            byline.house = outlets::outlet_named(behind).map(str::to_owned);
        }
    }
    byline.agency = byline.agency.or_else(|| outlets::agency_named(names));
    byline.house = byline.house.or_else(|| house(names));
    let known =
        byline.agency.is_some() || byline.house.is_some() || outlets::outlet_named(names).is_some();
    if byline.house.is_none() && byline.agency.is_none() {
        byline.house = outlets::outlet_named(names).map(str::to_owned);
    }
    let labelled = label.trim_end().ends_with(':');
    if !known && !labelled && !are_names(names) {
        return None;
    }
    names.clone_into(&mut byline.names);
    (!names.is_empty()).then_some(byline)
}

/// Cuts off "Published", "Updated" and what follows, also when it is glued to a name.
fn without_label(names: &str) -> &str {
    let cut = [
        "Published",
        "Updated",
        "Posted",
        "Last updated",
        "Last Updated",
        "PUBLISHED",
        "UPDATED",
        " on ",
    ]
    .iter()
    .filter_map(|label| names.find(label))
    .min();
    names.get(..cut.unwrap_or(names.len())).unwrap_or(names)
}

fn trimmed(names: &str) -> &str {
    names.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '|' | ':' | ';' | '/')
    })
}

/// Splits "Ada Moss, Reuters" and "Ada Moss for The Example" into names and the house behind them, when that is known.
fn split_behind(names: &str) -> (&str, Option<&str>) {
    for mark in [", ", " - ", " – ", " — ", "/", " for ", " of ", " in "] {
        if let Some((before, behind)) = names.rsplit_once(mark)
            && (outlets::agency_named(behind).is_some() || outlets::outlet_named(behind).is_some())
        {
            return (trimmed(before), Some(behind.trim()));
        }
    }
    (names, None)
}

/// The house of an in-house byline.
fn house(names: &str) -> Option<String> {
    let words: Vec<&str> = names.split_whitespace().collect();
    let role = words.iter().position(|word| HOUSE_WORDS.contains(&word.to_lowercase().as_str()))?;
    let before = words.get(..role)?;
    // "Ada Moss and Valley Herald staff": the house is the last of them.
    let from = before.iter().rposition(|word| matches!(*word, "and" | "&") || word.ends_with(','));
    let before = before.get(from.map_or(0, |and| and + 1)..)?;
    let first = before.first()?;
    let whole = before.join(" ");
    if let Some(outlet) = outlets::outlet_named(&whole).or_else(|| outlets::outlet_named(first)) {
        return Some(outlet.to_owned());
    }
    if NO_HOUSE.contains(&first.to_lowercase().as_str()) && before.len() == 1 {
        return None;
    }
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let one_case = first.chars().all(char::is_uppercase) || first.chars().all(char::is_lowercase);
    if (2..=5).contains(&letters) && one_case && !NO_HOUSE.contains(&first.to_lowercase().as_str())
    {
        return Some((*first).to_owned());
    }
    let word = words.get(role)?.to_lowercase();
    let is_name = before
        .iter()
        .all(|w| w.starts_with(char::is_uppercase) || matches!(*w, "of" | "the" | "&" | "and"));
    let is_plain = before.iter().any(|w| !NO_HOUSE.contains(&w.to_lowercase().as_str()));
    (matches!(word.as_str(), "staff" | "newsroom") && is_name && is_plain).then_some(whole)
}

/// Whether a line after "By" is made of names: capitals, particles and words of the trade.
fn are_names(names: &str) -> bool {
    const MOST_WORDS: usize = 14;
    let words: Vec<&str> = names.split_whitespace().collect();
    let bare =
        |word: &str| -> String { word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase() };
    let is_part = |word: &&str| {
        let plain = bare(word);
        let begins = word.trim_start_matches(['(', '"', '“', '\'']).chars().next();
        begins.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
            || plain.starts_with("al-")
            || plain.starts_with("el-")
            || plain.starts_with("d'")
            || PARTICLES.contains(&plain.as_str())
            || HOUSE_WORDS.contains(&plain.as_str())
            || plain.is_empty()
    };
    let n_names = words
        .iter()
        .filter(|w| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()))
        .count();
    let says_house = words.iter().any(|w| HOUSE_WORDS.contains(&bare(w).as_str()));
    let first = words.first().map(|w| bare(w)).unwrap_or_default();
    let is_day = words.iter().any(|w| DAYS.contains(&bare(w).as_str()));
    let begins_well =
        !matches!(first.as_str(), "the" | "a" | "an" | "in" | "of" | "at" | "and") || says_house;
    (n_names >= 2 || says_house)
        && words.len() <= MOST_WORDS
        && words.iter().all(is_part)
        && begins_well
        && !is_day
        && !names.ends_with(['?', '!', ':'])
}

const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "tomorrow",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_houses_and_agencies() {
        for (line, names, house, agency) in [
            ("By Ada Moss and Ben Al-Reed", "Ada Moss and Ben Al-Reed", None, None),
            ("BY ADA MOSS", "ADA MOSS", None, None),
            ("By MEE staff", "MEE staff", Some("Middle East Eye"), None),
            ("By bna Cairo bureau 3 March 2025", "bna Cairo bureau", Some("bna"), None),
            ("By Valley Herald Staff", "Valley Herald Staff", Some("Valley Herald"), None),
            (
                "By Ada Moss and Al Jazeera Staff",
                "Ada Moss and Al Jazeera Staff",
                Some("Al Jazeera"),
                None,
            ),
            ("By Cairo bureau", "Cairo bureau", None, None),
            ("By our Cairo correspondent", "our Cairo correspondent", None, None),
            ("By Staff Writer", "Staff Writer", None, None),
            ("By Reuters", "Reuters", None, Some("Reuters")),
            ("By The Associated Press", "The Associated Press", None, Some("Associated Press")),
            ("By Ada Moss, Reuters", "Ada Moss", None, Some("Reuters")),
            (
                "By Ada Moss in Cairo and Ben Reed in Amman",
                "Ada Moss in Cairo and Ben Reed in Amman",
                None,
                None,
            ),
            ("By Ada MossPublished March 3, 2025", "Ada Moss", None, None),
            ("Written by Ada van der Moss", "Ada van der Moss", None, None),
            ("Author: ada", "ada", None, None),
            ("بقلم آدا موس", "آدا موس", None, None),
        ] {
            let found = byline(line).unwrap_or_default();
            assert_eq!(found.names, names, "{line}");
            assert_eq!(found.house.as_deref(), house, "{line}");
            assert_eq!(found.agency, agency, "{line}");
        }
    }

    #[test]
    fn what_is_no_byline() {
        for line in [
            "By the numbers",
            "By The Way",
            "By Wednesday Night",
            "By 2030",
            "By Ada",
            "By Ada Moss standing in the rain",
            "Bypass opened",
            "By March 3, 2025 the bridge will open",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
