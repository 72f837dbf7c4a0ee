//! Lines that name the publisher or the source: "Published by …", "Source: …", "© 2026 …".
//!
//! In goes a part of a line; out come address, outlet and agency, as far as it states them.
//! "Published by" also stands before the names of editors: the name counts when it is known, carries a mark (®, ™), is a host, or holds a word that papers and stations have in their names.

use crate::dates::days_in;
use crate::text::outlets;

/// What a line states about the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Source {
    /// Address of the original.
    pub(super) url: Option<String>,
    /// Who published it.
    pub(super) outlet: Option<String>,
    /// Who wrote it first.
    pub(super) agency: Option<&'static str>,
}

const ADDRESS_LABELS: &[&str] = &[
    "source url",
    "source link",
    "source",
    "original url",
    "original article",
    "original link",
    "original",
    "originally published at",
    "read the original at",
    "read the original",
    "read the original article here",
    "article url",
    "permalink",
    "link",
    "url",
    "from",
    "via",
    "المصدر",
    "quelle",
    "fuente",
    "источник",
];

const SOURCE_LABELS: &[&str] = &["source", "via", "المصدر", "quelle", "fuente", "источник"];

const PUBLISHER_LABELS: &[&str] = &[
    "published by",
    "originally published by",
    "originally published on",
    "originally published in",
    "first published by",
    "first published in",
    "first published on",
    "republished from",
    "this article was originally published by",
    "this article was originally published on",
    "this article was originally published in",
    "this article originally appeared in",
    "this article originally appeared on",
    "this article first appeared in",
    "this article first appeared on",
    "this article was first published by",
    "this article was first published in",
    "this article was first published on",
    "this story was originally published by",
    "this story originally appeared in",
    "outlet:",
    "publisher:",
    "publication:",
    "newspaper:",
];

/// Words in the names of papers, stations and agencies.
const HOUSE_NAMES: &[&str] = &[
    "news",
    "times",
    "review",
    "post",
    "press",
    "media",
    "herald",
    "journal",
    "guardian",
    "agency",
    "network",
    "today",
    "daily",
    "weekly",
    "magazine",
    "tv",
    "radio",
    "online",
    "observer",
    "tribune",
    "gazette",
    "monitor",
    "standard",
    "eye",
    "chronicle",
    "courier",
    "mail",
    "express",
    "telegraph",
    "independent",
    "star",
    "sun",
    "mirror",
    "record",
    "register",
    "sentinel",
    "bulletin",
    "digest",
    "report",
    "dispatch",
    "echo",
    "globe",
    "world",
    "voice",
    "channel",
    "broadcasting",
    "publishing",
    "group",
    "institute",
    "center",
    "centre",
    "foundation",
    "&",
    "post-gazette",
    "zeitung",
    "presse",
];

/// Reads a part that names the source.
pub(super) fn source(part: &str) -> Option<Source> {
    address(part).or_else(|| published_by(part)).or_else(|| named(part))
}

/// Whether a line is a label and an address.
pub(super) fn is_labelled_address(text: &str) -> bool {
    address(text).is_some() && !text.starts_with("http")
}

/// "Source:https://…", or an address alone.
fn address(part: &str) -> Option<Source> {
    let at = part.find("https://").or_else(|| part.find("http://"))?;
    let label = part.get(..at)?.trim().trim_end_matches([':', '-', '–', '：', ' ']).to_lowercase();
    let url =
        part.get(at..)?.split_whitespace().next()?.trim_end_matches([')', ',', ';', ']', '>']);
    let behind = part.get(at + url.len()..)?.trim_matches(|c: char| !c.is_alphanumeric());
    let is_label = label.is_empty() || ADDRESS_LABELS.contains(&label.as_str());
    let host = url.split_once("://")?.1;
    let is_shared = [
        "facebook.com",
        "twitter.com",
        "x.com",
        "t.me",
        "wa.me",
        "api.whatsapp.com",
        "t.co",
        "linkedin.com",
        "reddit.com",
        "pinterest.com",
        "instagram.com",
        "youtube.com",
        "youtu.be",
    ]
    .iter()
    .any(|site| host.trim_start_matches("www.").starts_with(site));
    (is_label && behind.is_empty() && host.contains('.') && !is_shared)
        .then(|| Source { url: Some(url.to_owned()), ..Source::default() })
}

/// "Published by Valley Herald®".
fn published_by(part: &str) -> Option<Source> {
    let label =
        PUBLISHER_LABELS.iter().filter(|label| has_label(part, label)).max_by_key(|l| l.len())?;
    let mut name = part.get(label.len()..)?.trim_start_matches([':', ' ']);
    if let Some(day) = days_in(name).first() {
        name = name
            .get(..day.start)?
            .trim_end_matches([' ', ','])
            .trim_end_matches(" on")
            .trim_end_matches(" in");
    }
    let marked = name.contains(['®', '™', '©']);
    let name: String = name.chars().filter(|c| !matches!(c, '®' | '™' | '©')).collect();
    let name = name.trim_matches([' ', ',', '.', ':', '-', '–', '|']).trim();
    let outlet =
        outlets::outlet_named(name).or_else(|| outlets::outlet_at(name)).map(str::to_owned);
    let is_house = marked || label.ends_with(':') || is_house_name(name);
    let outlet =
        outlet.or_else(|| is_house.then(|| name.to_owned())).filter(|name| !name.is_empty())?;
    Some(Source { outlet: Some(outlet), ..Source::default() })
}

/// "Source: Reuters", "Source: Valley Herald".
fn named(part: &str) -> Option<Source> {
    let (label, name) = part.split_once([':', '：'])?;
    if !SOURCE_LABELS.contains(&label.trim().to_lowercase().as_str()) {
        return None;
    }
    let name = name.trim().trim_end_matches('.');
    let name = [" and news agencies", " and agencies", " + agencies", ", agencies"]
        .iter()
        .find_map(|others| name.strip_suffix(others))
        .unwrap_or(name);
    if let Some(agency) = outlets::agency_named(name) {
        return Some(Source { agency: Some(agency), ..Source::default() });
    }
    let known = outlets::outlet_named(name).or_else(|| outlets::outlet_at(name)).map(str::to_owned);
    let outlet = known.or_else(|| is_house_name(name).then(|| name.to_owned()))?;
    Some(Source { outlet: Some(outlet), ..Source::default() })
}

/// The owner in a copyright line: "© 2026 Valley Herald. All rights reserved."
pub(super) fn rights(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let begins =
        lower.starts_with("copyright") || text.starts_with('©') || lower.starts_with("(c)");
    if !begins || text.split_whitespace().count() > 20 {
        return None;
    }
    let skipped = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        bare.is_empty()
            || matches!(bare.as_str(), "copyright" | "c" | "by")
            || bare.chars().all(|c| c.is_ascii_digit())
            || bare.split(['-', '–']).all(|y| y.chars().all(|c| c.is_ascii_digit()))
    };
    let words: Vec<&str> = text.split_whitespace().skip_while(skipped).collect();
    let joined = words.join(" ");
    let owner = joined.split([',', '|']).next()?.split(". ").next()?;
    let at = owner.to_lowercase().find("all rights").unwrap_or(owner.len());
    let owner = owner.get(..at)?.trim_matches([' ', '.', '-', '–']);
    let outlet = outlets::outlet_named(owner).map(str::to_owned);
    outlet.or_else(|| is_house_name(owner).then(|| owner.to_owned()))
}

fn has_label(part: &str, label: &str) -> bool {
    part.get(..label.len()).is_some_and(|head| head.to_lowercase() == label)
        && part
            .get(label.len()..)
            .is_some_and(|rest| label.ends_with(':') || rest.starts_with([' ', ':']))
}

/// Whether a name is that of a house: capitals, at most eight words, one of them such as houses have.
fn is_house_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let bare = |word: &&str| word.trim_matches([',', '.', '(', ')']).to_lowercase();
    let is_part = |word: &&str| {
        word.starts_with(|c: char| !c.is_lowercase())
            || matches!(*word, "of" | "and" | "the" | "for" | "in" | "de")
    };
    (1..=8).contains(&words.len())
        && words.iter().all(is_part)
        && words.iter().any(|word| HOUSE_NAMES.contains(&bare(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources() {
        for (line, url, outlet, agency) in [
            (
                "Source:https://www.middleeasteye.net/a",
                Some("https://www.middleeasteye.net/a"),
                None,
                None,
            ),
            ("https://example.org/a", Some("https://example.org/a"), None, None),
            ("https://www.facebook.com/sharer?u=a", None, None, None),
            (
                "Published by Global Valley & Finance Review®",
                None,
                Some("Global Valley & Finance Review"),
                None,
            ),
            ("Published by Acme™ on March 3, 2025", None, Some("Acme"), None),
            ("Published by Ada Moss", None, None, None),
            ("Originally published by BBC", None, Some("BBC News"), None),
            ("Source: AP", None, None, Some("Associated Press")),
            ("Source: The Valley Herald", None, Some("The Valley Herald"), None),
            ("Source: Al Jazeera and news agencies", None, Some("Al Jazeera"), None),
            ("Source: own research", None, None, None),
            ("Publisher: Moss", None, Some("Moss"), None),
            ("Sources said it was done", None, None, None),
        ] {
            let found = source(line).unwrap_or_default();
            assert_eq!(found.url.as_deref(), url, "{line}");
            assert_eq!(found.outlet.as_deref(), outlet, "{line}");
            assert_eq!(found.agency, agency, "{line}");
        }
    }

    #[test]
    fn owners_of_rights() {
        for (line, owner) in [
            ("© 2026 Valley Herald. All rights reserved.", Some("Valley Herald")),
            ("Copyright © 2024-2026 The Valley Times, Inc.", Some("The Valley Times")),
            ("© Ada Moss", None),
            ("Copyright law changed", None),
        ] {
            assert_eq!(rights(line).as_deref(), owner, "{line}");
        }
    }
}
