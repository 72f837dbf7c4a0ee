//! Days that stand written in a line of a page.
//!
//! In goes a line; out come the days in it with their place in the line, with or without year and weekday.
//! `28/01/2026` is read when only one order of day and month is possible; `04/05/2026` is left alone rather than guessed.
//! It does not say what a day means for the article (`text::credits` does), and reads no relative ones ("Wednesday"); `core::when` does.

use dateline_core::article::Date;

mod names;

use names::{month, weekday};

/// A day as it stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrittenDay {
    /// First byte in the line, the weekday included.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// The year, when it is written.
    pub(crate) year: Option<u16>,
    /// Month, 1 to 12.
    pub(crate) month: u8,
    /// Day of the month, from 1.
    pub(crate) day: u8,
    /// The weekday beside it, 0 for Monday.
    pub(crate) weekday: Option<u8>,
}

impl WrittenDay {
    /// The calendar day, when the year is written.
    pub(crate) fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day)
    }
}

/// All days that stand in a line, in its order.
pub(crate) fn days_in(line: &str) -> Vec<WrittenDay> {
    let tokens = tokens(line);
    let mut days = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        match day_at(&tokens, from) {
            Some((day, used)) => {
                days.push(with_weekday(day, &tokens, from));
                from += used;
            }
            None => from += 1,
        }
    }
    days
}

/// The calendar day that a value consists of, in any of the forms read here.
pub(crate) fn only_day(value: &str) -> Option<Date> {
    match days_in(value).as_slice() {
        [day] if value.get(..day.start)?.trim().is_empty() => {
            let rest = value.get(day.end..)?;
            // A time of day may follow.
            let is_time = rest.chars().next().is_none_or(|c| matches!(c, 'T' | ',' | ' '));
            (is_time && rest.chars().count() <= 24).then(|| day.date())?
        }
        _ => None,
    }
}

/// A word, a number or another character of a line.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Token<'_> {
    fn number(&self, digits: core::ops::RangeInclusive<usize>) -> Option<u16> {
        digits.contains(&self.text.len()).then(|| self.text.parse().ok())?
    }

    fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    #[derive(PartialEq, Clone, Copy)]
    enum Class {
        Space,
        Digits,
        Letters,
        Other,
    }
    let class = |c: char| match c {
        c if c.is_whitespace() => Class::Space,
        '0'..='9' => Class::Digits,
        // The characters of a Chinese or Japanese date stand alone.
        '年' | '月' | '日' => Class::Other,
        c if c.is_alphabetic() => Class::Letters,
        _ => Class::Other,
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open: Option<(usize, Class)> = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        let now = class(c);
        if let Some((start, before)) = open
            && (before != now || now == Class::Other)
        {
            if before != Class::Space {
                let text = line.get(start..at).unwrap_or_default();
                tokens.push(Token { text, start, end: at });
            }
            open = None;
        }
        open.get_or_insert((at, now));
    }
    tokens
}

/// The day that begins at a token, and how many tokens it takes.
fn day_at(tokens: &[Token<'_>], from: usize) -> Option<(WrittenDay, usize)> {
    let rest = tokens.get(from..)?;
    numeric(rest, tokens.get(from.wrapping_sub(1)))
        .or_else(|| east_asian(rest))
        .or_else(|| month_first(rest))
        .or_else(|| day_first(rest))
}

/// `2026-01-28`, `2026/01/28`, `28.01.2026`, `28/01/2026`, `01/28/2026`.
fn numeric(rest: &[Token<'_>], before: Option<&Token<'_>>) -> Option<(WrittenDay, usize)> {
    let [a, mark, b, mark2, c, ..] = rest else { return None };
    let touching = rest.windows(2).take(4).all(|pair| pair[0].end == pair[1].start);
    let mark = mark.text;
    let follows_number =
        before.is_some_and(|t| t.end == a.start && matches!(t.text, "." | "-" | "/"));
    let goes_on = rest.get(5).zip(rest.get(6)).is_some_and(|(next, after)| {
        next.start == c.end
            && matches!(next.text, "." | "-" | "/")
            && after.start == next.end
            && after.number(1..=4).is_some()
    });
    if !touching || !mark2.is(mark) || follows_number || goes_on {
        return None;
    }
    let (year, month, day) = if let Some(year) = a.number(4..=4) {
        (matches!(mark, "-" | "/" | ".")).then_some((year, b.number(1..=2)?, c.number(1..=2)?))?
    } else {
        let (first, second, year) = (a.number(1..=2)?, b.number(1..=2)?, c.number(4..=4)?);
        match mark {
            // With dots the day comes first everywhere.
            "." => (year, second, first),
            "/" | "-" if first > 12 || first == second => (year, second, first),
            "/" | "-" if second > 12 => (year, first, second),
            _ => return None,
        }
    };
    Some((written(rest, 5, Some(year), month, day)?, 5))
}

/// `2026年1月28日`.
fn east_asian(rest: &[Token<'_>]) -> Option<(WrittenDay, usize)> {
    let [year, y, month, m, day, d, ..] = rest else { return None };
    if !(y.is("年") && m.is("月") && d.is("日")) {
        return None;
    }
    let (year, month, day) = (year.number(4..=4)?, month.number(1..=2)?, day.number(1..=2)?);
    Some((written(rest, 6, Some(year), month, day)?, 6))
}

/// `January 28, 2026`, `Jan. 28 2026`, `Jan 28`.
fn month_first(rest: &[Token<'_>]) -> Option<(WrittenDay, usize)> {
    let month = rest.first().and_then(|t| month(t.text)).filter(|m| m.is_english)?;
    let mut at = 1;
    at += usize::from(rest.get(at).is_some_and(|t| t.is(".")));
    let day_token = rest.get(at)?;
    let day = day_token.number(1..=2)?;
    at += 1;
    at += usize::from(is_ordinal(rest.get(at), day_token.end));
    let comma = usize::from(rest.get(at).is_some_and(|t| t.is(",")));
    let year = rest.get(at + comma).and_then(year_of);
    if year.is_some() {
        at += comma + 1;
    }
    Some((written(rest, at, year, u16::from(month.number), day)?, at))
}

/// `28 January 2026`, `28th of January`, `le 28 janvier 2026`.
fn day_first(rest: &[Token<'_>]) -> Option<(WrittenDay, usize)> {
    let day_token = rest.first()?;
    let day = day_token.number(1..=2)?;
    let mut at = 1;
    at += usize::from(is_ordinal(rest.get(at), day_token.end));
    at += usize::from(rest.get(at).is_some_and(|t| matches!(t.text, "of" | "." | "de" | "-")));
    let month = month(rest.get(at)?.text)?;
    at += 1;
    let mark = usize::from(
        rest.get(at).is_some_and(|t| matches!(t.text, "," | "." | "de" | "del" | "-" | "،")),
    );
    let year = rest.get(at + mark).and_then(year_of);
    if year.is_some() {
        at += mark + 1;
    } else if !month.is_english {
        // Names of other languages are short words; a year has to confirm them.
        return None;
    }
    Some((written(rest, at, year, u16::from(month.number), day)?, at))
}

fn year_of(token: &Token<'_>) -> Option<u16> {
    token.number(4..=4).filter(|year| (1500..3000).contains(year))
}

fn is_ordinal(token: Option<&Token<'_>>, day_end: usize) -> bool {
    token.is_some_and(|t| t.start == day_end && matches!(t.text, "st" | "nd" | "rd" | "th"))
}

fn written(
    rest: &[Token<'_>],
    used: usize,
    year: Option<u16>,
    month: u16,
    day: u16,
) -> Option<WrittenDay> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // Without a year, a leap year lets 29 February pass.
    Date::new(year.unwrap_or(2024), month, day)?;
    let (first, last) = (rest.first()?, rest.get(used.checked_sub(1)?)?);
    Some(WrittenDay { start: first.start, end: last.end, year, month, day, weekday: None })
}

/// Adds the weekday that stands just before ("Wednesday (28 January", "Wed, Jan 28").
fn with_weekday(mut day: WrittenDay, tokens: &[Token<'_>], from: usize) -> WrittenDay {
    const LOOK_BACK: usize = 3;
    for token in tokens.get(..from).unwrap_or_default().iter().rev().take(LOOK_BACK) {
        if let Some(number) = weekday(token.text) {
            day.weekday = Some(number);
            day.start = token.start;
            break;
        }
        if !matches!(token.text, "," | "." | "(" | "the" | "،" | "le") {
            break;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_days_are_found() {
        for (line, found) in [
            ("28.01.2026", "2026-01-28"),
            ("04.05.2026", "2026-05-04"),
            ("28/01/2026", "2026-01-28"),
            ("01/28/2026", "2026-01-28"),
            ("05/05/2026", "2026-05-05"),
            ("04/05/2026", ""),
            ("28-01-2026", "2026-01-28"),
            ("2026-01-28T10:00:00Z", "2026-01-28"),
            ("2026/1/8", "2026-01-08"),
            ("date 2026-01-28 Rain fell", "2026-01-28"),
            ("Posted on January 28, 2026", "2026-01-28"),
            ("4 min readLast updated: January 28, 2026", "2026-01-28"),
            ("Wednesday, January 28, 2026", "2026-01-28"),
            ("Jan. 28, 2026, 10:15 a.m.", "2026-01-28"),
            ("JAN 28 2026", "2026-01-28"),
            ("28 January 2026", "2026-01-28"),
            ("the 28th of January, 2026", "2026-01-28"),
            ("28-Jan-2026", "2026-01-28"),
            ("28 janvier 2026", "2026-01-28"),
            ("28. Januar 2026", "2026-01-28"),
            ("28 de enero de 2026", "2026-01-28"),
            ("28 يناير 2026", "2026-01-28"),
            ("28 كانون الثاني 2026", ""),
            ("2026年1月28日", "2026-01-28"),
            ("from 3 May 2024 to June 4, 2025", "2024-05-03 2025-06-04"),
            ("31 February 2026", ""),
            ("December 2024", ""),
            ("it may 28 2026", ""),
            ("version 1.28.01.2026", ""),
            ("192.168.10.2026.1", ""),
            ("28 January", ""),
        ] {
            let dates: Vec<_> =
                days_in(line).iter().filter_map(WrittenDay::date).map(|d| d.to_string()).collect();
            assert_eq!(dates.join(" "), found, "{line}");
        }
    }

    #[test]
    fn days_without_a_year_and_their_weekdays() {
        for (line, month, day, weekday, covered) in [
            ("left on Wednesday (28 January).", 1, 28, Some(2), "Wednesday (28 January"),
            ("MOSCOW, Jan 28 (Reuters)", 1, 28, None, "Jan 28"),
            ("on Wed, Jan. 28 it rained", 1, 28, Some(2), "Wed, Jan. 28"),
            ("on Sunday 29 February", 2, 29, Some(6), "Sunday 29 February"),
        ] {
            let days = days_in(line);
            assert_eq!(days.len(), 1, "{line}");
            assert_eq!((days[0].year, days[0].month, days[0].day), (None, month, day), "{line}");
            assert_eq!(days[0].weekday, weekday, "{line}");
            assert_eq!(&line[days[0].start..days[0].end], covered);
        }
    }

    #[test]
    fn a_value_that_is_nothing_but_a_day() {
        for (value, ok) in [
            ("2026-01-28", true),
            ("2026-01-28T10:00:00+02:00", true),
            ("28 January 2026", true),
            ("about 28 January 2026", false),
            ("28 January", false),
            ("soon", false),
            ("", false),
        ] {
            assert_eq!(only_day(value).is_some(), ok, "{value}");
        }
    }
}
