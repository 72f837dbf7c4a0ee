//! Days of publication as they are typed: `2026`, `2026-01`, `2026-01-28`, and from one to another with `..` between.
//!
//! In goes a text; out come the first and the last day, or nothing when it names none.

use crate::article::Date;
use crate::search::query::Days;

/// The days that a text names, and whether the earlier end stands behind; one end may be missing.
pub(super) fn read(text: &str) -> Option<(Days, bool)> {
    let Some(at) = text.as_bytes().windows(2).position(|pair| pair == b"..") else {
        let (from, to) = period(text)?;
        return Some((Days { from: Some(from), to: Some(to) }, false));
    };
    let ends =
        [text.get(..at)?, text.get(at + 2..)?].map(|end| (!end.is_empty()).then(|| period(end)));
    match ends {
        [Some(from), Some(to)] => {
            let (a, b) = (from?, to?);
            Some((Days { from: Some(a.0.min(b.0)), to: Some(a.1.max(b.1)) }, b.0 < a.0))
        }
        [Some(from), None] => Some((Days { from: Some(from?.0), to: None }, false)),
        [None, Some(to)] => Some((Days { from: None, to: Some(to?.1) }, false)),
        [None, None] => None,
    }
}

/// First and last day of a year, a month or a day.
fn period(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2).and_then(|n| u8::try_from(n).ok()));
    let day = parts.next().map(|part| number(part, 2).and_then(|n| u8::try_from(n).ok()));
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
        (Some(month), None) => {
            let first = Date::new(year, month?, 1)?;
            Some((first, (28..=31).rev().find_map(|day| Date::new(year, first.month(), day))?))
        }
        (Some(month), Some(day)) => {
            let day = Date::new(year, month?, day?)?;
            Some((day, day))
        }
    }
}

/// A number of so many digits at most.
fn number(text: &str, most: usize) -> Option<u16> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}
