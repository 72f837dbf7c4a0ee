//! Known phrases of page furniture: the table `furniture.tsv` and how it is matched.
//!
//! In goes a line; out comes what it matches, if anything.
//! Adding a phrase is a line of the table.

use super::Line;
use std::sync::LazyLock;

/// How a line matches the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// Goes.
    Furniture,
    /// Goes when it stands above the article.
    Section,
    /// Goes, with the headlines that follow.
    More,
    /// Goes, and ends the article unless paragraphs follow.
    Aside,
    /// Goes, and ends the article.
    Stop,
}

/// How a phrase is compared with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Line,
    Section,
    Start,
    Has,
    Prose,
    More,
    Aside,
    Stop,
}

static PHRASES: LazyLock<Vec<(How, &'static str)>> = LazyLock::new(|| {
    let rows = include_str!("../furniture.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let (how, phrase) = row.split_once('\t')?;
        let how = match how {
            "line" => How::Line,
            "section" => How::Section,
            "start" => How::Start,
            "has" => How::Has,
            "prose" => How::Prose,
            "more" => How::More,
            "aside" => How::Aside,
            "stop" => How::Stop,
            _ => return None,
        };
        Some((how, phrase.trim()))
    })
    .collect()
});

/// Finds the phrase that a line matches; an ending counts more than a plain phrase.
pub(super) fn find(line: &Line) -> Option<Match> {
    const LONGEST_START: usize = 12;
    const LONGEST_HAS: usize = 8;
    let lower = line.text.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|c: char| !c.is_alphabetic());
    let starts = |phrase: &str| {
        lower.strip_prefix(phrase).is_some_and(|rest| {
            let cut_word =
                phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
            !cut_word
        })
    };
    let found = |(how, phrase): &(How, &'static str)| {
        let short = line.n_words <= LONGEST_START;
        let matches = match how {
            How::Line | How::Section => bare == *phrase || lower == *phrase,
            How::Start | How::More => short && starts(phrase),
            How::Has => {
                line.n_words <= LONGEST_HAS && !line.ends_sentence && lower.contains(phrase)
            }
            How::Prose => starts(phrase),
            How::Aside | How::Stop => {
                let is_opening = phrase.contains([' ', ':', '(']);
                let is_notice = phrase.ends_with(':');
                bare == *phrase
                    || (is_opening && short && starts(phrase) && (is_notice || !line.ends_sentence))
                    || is_rights_notice(phrase, &lower)
            }
        };
        matches.then_some(match how {
            How::Stop => Match::Stop,
            How::Aside => Match::Aside,
            How::More => Match::More,
            How::Section => Match::Section,
            How::Line | How::Start | How::Has | How::Prose => Match::Furniture,
        })
    };
    let all: Vec<Match> = PHRASES.iter().filter_map(found).collect();
    [Match::Stop, Match::Aside, Match::More, Match::Furniture, Match::Section]
        .into_iter()
        .find(|kind| all.contains(kind))
}

/// "Copyright 2026 …", "© 2026 …", "© Name. All rights reserved": the word or sign with a year or with rights; without them it stands below a picture.
fn is_rights_notice(phrase: &str, lower: &str) -> bool {
    matches!(phrase, "copyright" | "©")
        && lower.strip_prefix(phrase).is_some_and(|rest| {
            let rest =
                rest.trim_start_matches([' ', '©', ':']).trim_start_matches("(c)").trim_start();
            rest.starts_with(|c: char| c.is_ascii_digit()) || rest.contains("rights reserved")
        })
}

/// A short line that counts or measures: "12 comments", "3 min read", "2 hours ago", "list 1 of 3", a lone sign or handle.
pub(super) fn is_counter(line: &Line) -> bool {
    const COUNTED: &[&str] = &[
        "comment",
        "comments",
        "share",
        "shares",
        "view",
        "views",
        "like",
        "likes",
        "reads",
        "read",
        "retweets",
        "followers",
        "minutes",
        "min",
        "mins",
        "sec",
        "second",
        "seconds",
        "minute",
        "hour",
        "hours",
        "hrs",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "ago",
        "ago.",
        "of",
        "list",
        "page",
        "k",
        "m",
        "an",
        "a",
        "updated",
        "published",
        "last",
        "items",
        "item",
        "photos",
        "images",
    ];
    let text = line.text.as_str();
    let single = !text.contains(' ');
    let has_letter = text.chars().any(char::is_alphabetic);
    let is_handle = single
        && (text.starts_with(['@', '#'])
            || text.contains('@')
            || text.contains("://")
            || text.starts_with("www.")
            || text.starts_with("pic.twitter.com"));
    if is_handle || !has_letter || text.chars().count() == 1 {
        return true;
    }
    let mut n_numbers = 0;
    let all_counted = line.n_words <= 6
        && text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).all(
            |word| {
                let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
                n_numbers += usize::from(unit.len() < word.len());
                unit.is_empty() || COUNTED.contains(&unit)
            },
        );
    all_counted && n_numbers > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases() {
        for (text, found) in [
            ("Advertisement", Some(Match::Furniture)),
            ("— SHARE —", Some(Match::Furniture)),
            ("Share this article with your friends on Facebook.", Some(Match::Furniture)),
            ("Share prices fell", None),
            ("Read more: Baker wins prize", Some(Match::More)),
            ("No comments:", Some(Match::Stop)),
            ("12 Comments", Some(Match::Stop)),
            ("Tags", Some(Match::Stop)),
            ("Tags: bridge, river", Some(Match::Stop)),
            ("Tags on trees", None),
            ("Explore more articles in the Local category", Some(Match::Stop)),
            ("© 2025 Valley Herald. All rights reserved.", Some(Match::Stop)),
            ("Copyright 2025 Valley Herald. All rights reserved.", Some(Match::Stop)),
            ("Copyright law in the valley", None),
            ("© Ada Moss", None),
            ("More from the valley", Some(Match::Aside)),
            ("Our Standards: The Valley Principles.", Some(Match::Stop)),
            ("Politics", Some(Match::Section)),
            (
                "We use cookies to make this page better for you and for everybody else.",
                Some(Match::Furniture),
            ),
            ("A fortune cookie", None),
        ] {
            assert_eq!(find(&Line::new(text.into(), false)), found, "{text}");
        }
    }

    #[test]
    fn counters() {
        for (text, counts) in [
            ("3 min read", true),
            ("12 shares", true),
            ("1.2K views", true),
            ("2 hours ago", true),
            ("list 1 of 3", true),
            ("@valleyherald", true),
            ("***", true),
            ("https://t.co/abc", true),
            ("It lasted 3 days", false),
            ("Days of rain", false),
            ("A", true),
        ] {
            assert_eq!(is_counter(&Line::new(text.into(), false)), counts, "{text}");
        }
    }
}
