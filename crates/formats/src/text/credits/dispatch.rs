//! The dateline of an agency's dispatch: "MOSCOW, Jan 28 (Reuters) - ".
//!
//! In goes a paragraph; out come the agency and the day of its dateline, if it begins with one.
//! The dateline stays in the text; which place it names is found by `core::recognise`.

use crate::dates::{WrittenDay, days_in};
use crate::text::outlets;

/// What a dateline states.
#[derive(Debug, PartialEq)]
pub(super) struct Dispatch {
    /// The agency.
    pub(super) agency: Option<&'static str>,
    /// The day, mostly without a year.
    pub(super) day: Option<WrittenDay>,
}

/// A dateline is over after so many characters.
const LONGEST: usize = 120;

/// Reads the dateline of a paragraph.
pub(super) fn dispatch(paragraph: &str) -> Option<Dispatch> {
    let head_len = paragraph.char_indices().nth(LONGEST).map_or(paragraph.len(), |(at, _)| at);
    let head = paragraph.get(..head_len)?;
    bracketed(head).or_else(|| slashed(head))
}

/// "PLACE, Month D (Agency) - ", also without place or day.
fn bracketed(head: &str) -> Option<Dispatch> {
    let (before, rest) = head.split_once('(')?;
    let (inner, after) = rest.split_once(')')?;
    let agency = outlets::agency_named(inner)
        .or_else(|| inner.split([' ', '/', ',']).next().and_then(outlets::agency_named))?;
    let dashed = after.trim_start().starts_with(['-', '–', '—', ':', '―', '.']);
    (dashed && is_place_and_day(before)).then(|| found(Some(agency), before))
}

/// "PLACE, January 28. /TASS/. " and "PLACE, Jan. 28, Agency – ".
fn slashed(head: &str) -> Option<Dispatch> {
    let (before, rest) = head.split_once('/')?;
    let (inner, _) = rest.split_once('/')?;
    let agency = outlets::agency_named(inner)?;
    is_place_and_day(before).then(|| found(Some(agency), before))
}

fn found(agency: Option<&'static str>, before: &str) -> Dispatch {
    Dispatch { agency, day: days_in(before).into_iter().next() }
}

/// Names, commas and a day: no sentence stands before an agency's brackets.
fn is_place_and_day(before: &str) -> bool {
    const MOST_WORDS: usize = 10;
    let words: Vec<&str> = before.split_whitespace().collect();
    let is_part = |word: &&str| {
        word.chars().next().is_some_and(|c| !c.is_lowercase())
            || matches!(*word, "and" | "on" | "of" | "near" | "the")
    };
    words.len() <= MOST_WORDS && words.iter().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (text, agency, day) in [
            ("MOSCOW, Jan 28 (Reuters) - The council met.", Some("Reuters"), Some((1, 28))),
            ("CAIRO (AP) — The council met.", Some("Associated Press"), None),
            ("DAMASCUS, Jan. 28 (Xinhua) -- The council met.", Some("Xinhua"), Some((1, 28))),
            ("(Reuters) - The council met.", Some("Reuters"), None),
            ("MOSCOW, January 28. /TASS/. The council met.", Some("TASS"), Some((1, 28))),
            ("دبي 28 يناير (رويترز) - قال الوزير", Some("Reuters"), None),
            (
                "WASHINGTON, Jan 28 (Reuters Breakingviews) - It met.",
                Some("Reuters"),
                Some((1, 28)),
            ),
            ("The council (Reuters) - or so it says - met.", None, None),
            ("He told the news agency (Reuters) - twice.", None, None),
            ("The Arab League (AL) - met.", None, None),
            ("It met.", None, None),
        ] {
            let found = dispatch(text);
            assert_eq!(found.as_ref().and_then(|d| d.agency), agency, "{text}");
            let found = found.and_then(|d| d.day).map(|day| (day.month, day.day));
            assert_eq!(found, day, "{text}");
        }
    }
}
