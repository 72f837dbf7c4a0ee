//! The wording of the rows of time.

use super::{articles, count, excerpts, month, number};
use dateline_core::article::Date;

/// Name of the row of the timeline that shows days of publication.
pub const PUBLISHED: &str = "Published";

/// Name of the row of the timeline that shows days that are mentioned.
pub const MENTIONED: &str = "Mentioned";

/// Takes the chosen range of a row of time away.
pub const ALL_DATES: &str = "All dates";

/// "January 2026".
pub fn month_of(date: Date) -> String {
    format!("{} {}", month(date.month()), date.year())
}

/// "28 Jan 2026", held together by no-break spaces.
pub fn short_date(date: Date) -> String {
    format!("{}\u{a0}{}", date.day(), short_month(date))
}

/// "Jan 2026", held together by a no-break space.
pub fn short_month(date: Date) -> String {
    let month: String = month(date.month()).chars().take(3).collect();
    format!("{month}\u{a0}{}", date.year())
}

/// "2 articles without a date".
pub fn undated(n: usize) -> String {
    format!("{} without a date", articles(n))
}

/// "28 January 2026, 4 of 5 articles".
pub fn time_bar(label: &str, n_in: usize, n_all: usize) -> String {
    format!("{label}, {} of {}", number(n_in), articles(n_all))
}

/// "March 2025, mentioned in 4 of 5 excerpts".
pub fn mention_bar(label: &str, n_in: usize, n_all: usize) -> String {
    format!("{label}, mentioned in {} of {}", number(n_in), excerpts(n_all))
}

/// "3 dates without a day".
pub fn unresolved_dates(n: usize) -> String {
    format!("{} without a day", count(n, "date", "dates"))
}
