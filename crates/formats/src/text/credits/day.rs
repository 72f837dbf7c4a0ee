//! The day of publication.
//!
//! In go the parts of credit lines, the opening paragraphs and all lines; out comes a day and how it is stated.
//! A date in running text alone is never taken.
//! Where no line states a date, two readings of the text are accepted, and both need a second witness on the page:
//! a dateline ("MOSCOW, Jan 28") that carries a year or finds it in a full date of the same day and month;
//! an opening that names a weekday with day and month ("Wednesday (28 January)"), when a full date elsewhere has the same day and month and falls on that weekday.

use crate::dates::{WrittenDay, days_in};
use crate::text::lines::Line;
use dateline_core::article::Date;

/// How a line states a date; the best reading comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stated {
    /// "Published", "Posted on", "Date:".
    Published,
    /// On the line that names the author.
    WithByline,
    /// Without a word.
    Alone,
    /// "Updated", "Last modified".
    Updated,
}

impl Stated {
    /// Smaller is better: a bare date above the title may be the day on which the page was copied.
    pub(super) fn rank(self, below_title: bool) -> u8 {
        match self {
            Self::Published => 0,
            Self::WithByline => 1,
            Self::Alone if below_title => 2,
            Self::Alone => 3,
            Self::Updated => 4,
        }
    }
}

/// Words that may stand beside a date on a line that is nothing but a date.
const BESIDE: &[&str] = &[
    "published",
    "posted",
    "updated",
    "modified",
    "revised",
    "issued",
    "created",
    "released",
    "publication",
    "last",
    "first",
    "date",
    "dated",
    "time",
    "on",
    "at",
    "the",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "et",
    "cet",
    "cest",
    "eet",
    "ast",
    "ist",
    "z",
    "t",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "ago",
    "local",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "publié",
    "le",
    "mis",
    "à",
    "jour",
    "veröffentlicht",
    "am",
    "stand",
    "publicado",
    "el",
    "h",
    "نشر",
    "في",
    "تاريخ",
    "النشر",
    "آخر",
    "تحديث",
    "الأربعاء",
    "الاثنين",
    "الثلاثاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد",
];

/// The dates of a part of a line that holds nothing but dates and the words that belong to them.
pub(super) fn days_alone(part: &str) -> Vec<(Stated, Date)> {
    let found = days_in(part);
    let mut stated = Vec::new();
    let mut from = 0;
    for day in &found {
        let Some(words) = part.get(from..day.start).and_then(beside) else { return Vec::new() };
        let Some(date) = day.date() else { return Vec::new() };
        let says = |labels: &[&str]| words.iter().any(|word| labels.contains(&word.as_str()));
        let how = if says(&["updated", "modified", "revised", "تحديث", "jour"]) {
            Stated::Updated
        } else if words.is_empty()
            || !says(&[
                "published",
                "posted",
                "issued",
                "created",
                "released",
                "publication",
                "date",
                "dated",
                "publié",
                "veröffentlicht",
                "publicado",
                "نشر",
                "النشر",
                "تاريخ",
            ])
        {
            Stated::Alone
        } else {
            Stated::Published
        };
        stated.push((how, date));
        from = day.end;
    }
    match part.get(from..).and_then(beside) {
        Some(_) => stated,
        None => Vec::new(),
    }
}

/// The words of a text in lower case, if all of them may stand beside a date; glued words count apart ("readLast").
fn beside(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut last = ' ';
    for c in text.chars().chain([' ']) {
        let ends = !c.is_alphabetic() || (last.is_lowercase() && c.is_uppercase());
        if ends && !open.is_empty() {
            words.push(core::mem::take(&mut open).to_lowercase());
        }
        if c.is_alphabetic() {
            open.push(c);
        }
        last = c;
    }
    words.iter().all(|word| BESIDE.contains(&word.as_str())).then_some(words)
}

/// A date that stands before the first sentence ("date 2026-01-28 The council …"), and the text behind it.
pub(in crate::text) fn lead(text: &str) -> Option<(Date, &str)> {
    let first = days_in(text).into_iter().next()?;
    let words = beside(text.get(..first.start)?)?;
    let is_labelled = !words.is_empty();
    // Without a label only a date in figures counts: "28 January 2026 was a cold day".
    let is_figures = text.get(first.start..first.end)?.chars().all(|c| !c.is_alphabetic());
    let rest = text.get(first.end..)?;
    let rest = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '|')
    });
    let begins = rest.trim_start_matches(['"', '“', '‘', '\'', '«', '(']).chars().next()?;
    let is_label =
        words.iter().any(|w| !matches!(w.as_str(), "on" | "the" | "at" | "a" | "last" | "first"));
    let fits = (is_labelled && is_label) || (!is_labelled && is_figures);
    (fits && begins.is_alphanumeric() && !begins.is_lowercase()).then_some((first.date()?, rest))
}

/// The day of an agency's dateline.
pub(super) fn of_dateline(day: Option<WrittenDay>, lines: &[Line]) -> Option<Date> {
    let day = day?;
    day.date().or_else(|| only(full_dates(lines).filter(|date| same_day(&day, *date))))
}

/// The day that the opening names by weekday, day and month, confirmed by a full date elsewhere.
pub(super) fn of_opening(paragraphs: &[String], lines: &[Line]) -> Option<Date> {
    const OPENING: usize = 2;
    let named: Vec<WrittenDay> = paragraphs
        .iter()
        .take(OPENING)
        .flat_map(|text| days_in(text))
        .filter(|day| day.weekday.is_some())
        .collect();
    let in_opening = |line: &Line| paragraphs.iter().take(OPENING).any(|text| *text == line.text);
    let elsewhere = lines
        .iter()
        .filter(|line| !in_opening(line))
        .flat_map(|line| days_in(&line.text))
        .filter_map(|day| day.date());
    only(elsewhere.filter(|date| {
        named.iter().any(|day| same_day(day, *date) && day.weekday == Some(date.weekday()))
    }))
}

fn full_dates(lines: &[Line]) -> impl Iterator<Item = Date> {
    lines.iter().flat_map(|line| days_in(&line.text)).filter_map(|day| day.date())
}

fn same_day(day: &WrittenDay, date: Date) -> bool {
    day.month == date.month() && day.day == date.day() && day.year.is_none_or(|y| y == date.year())
}

/// The one date that all agree on.
fn only(mut dates: impl Iterator<Item = Date>) -> Option<Date> {
    let first = dates.next()?;
    dates.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_nothing_but_dates() {
        for (text, found) in [
            ("28.01.2026", "Alone 2026-01-28"),
            ("Posted on January 28, 2026", "Published 2026-01-28"),
            ("4 min readLast updated: January 28, 2026", "Updated 2026-01-28"),
            (
                "Published: Jan 27, 2026 10:00 GMT Updated: Jan 28, 2026",
                "Published 2026-01-27 Updated 2026-01-28",
            ),
            ("Wednesday, 28 January 2026 10:15 UTC", "Alone 2026-01-28"),
            ("Publié le 28 janvier 2026 à 10 h 15", "Published 2026-01-28"),
            ("Moscow, 28 January 2026", ""),
            ("28 January", ""),
            ("It opens on 28 January 2026", ""),
        ] {
            let days: Vec<_> =
                days_alone(text).iter().map(|(how, date)| format!("{how:?} {date}")).collect();
            assert_eq!(days.join(" "), found, "{text}");
        }
    }

    #[test]
    fn a_date_before_the_first_sentence() {
        for (text, date, rest) in [
            ("date 2026-01-28 The council met.", "2026-01-28", "The council met."),
            ("2026-01-28 The council met.", "2026-01-28", "The council met."),
            ("Published: 28 January 2026 “It rained.”", "2026-01-28", "“It rained.”"),
        ] {
            assert_eq!(lead(text).map(|(d, r)| (d.to_string(), r)), Some((date.into(), rest)));
        }
        for text in [
            "28 January 2026 was a cold day.",
            "On 28 January 2026 The Times wrote of it.",
            "2026-01-28 was a cold day.",
            "The council met on 2026-01-28 in the rain.",
        ] {
            assert_eq!(lead(text), None, "{text}");
        }
    }

    #[test]
    fn the_opening_needs_a_witness() {
        for (opening, elsewhere, found) in [
            ("It opened on Monday (3 March).", "The mayor, 3 March 2025.", true),
            ("It opened on Monday (3 March).", "The mayor, 3 March 2026.", false),
            ("It opened on Monday (3 March).", "The mayor, 4 March 2025.", false),
            ("It opened on 3 March.", "The mayor, 3 March 2025.", false),
            ("It opened on Monday.", "The mayor, 3 March 2025.", false),
            ("It opened on Monday, March 3, 2025.", "No date here.", false),
            ("It opened on Monday, March 3, 2025.", "The mayor, 3 March 2025.", true),
        ] {
            let lines = [opening, elsewhere].map(|text| Line::new(text.into(), true));
            let date = of_opening(&[opening.to_owned()], &lines);
            assert_eq!(date, Date::new(2025, 3, 3).filter(|_| found), "{opening} {elsewhere}");
        }
    }
}
