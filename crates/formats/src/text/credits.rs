//! What a page states about its article: author, publisher, agency, date, source.
//!
//! In go the lines with their roles, the headline and the body; out come the facts, each unknown unless a line states it.
//! Running text is never a source of them, with two exceptions: the agency's dateline, and a day that the opening names and another part of the page confirms (see `day`).
//!
//! The publisher is, in this order: whoever has the source address; "Published by …"; a site's name behind the title's bar; the house of an in-house byline ("By bna Cairo bureau"); a copyright line; a known name alone above the title.

use super::body::Body;
use super::furniture::{Page, Role};
use super::headline::Headline;
use super::lines::Line;
use super::outlets;
use dateline_core::article::{Date, DateBasis};

mod byline;
mod day;
mod dispatch;
mod publisher;

use day::Stated;

pub(super) use day::lead;

/// The facts; `None` is unknown.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) outlet: Option<String>,
    pub(super) agency: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) basis: DateBasis,
    pub(super) url: Option<String>,
}

/// What one line states.
#[derive(Debug, Default, PartialEq)]
struct Credit {
    byline: Option<byline::Byline>,
    days: Vec<(Stated, Date)>,
    source: Option<publisher::Source>,
}

/// Whether a line states something about the article; only asked of lines around the article.
pub(super) fn is_credit(line: &Line) -> bool {
    parse(&line.text).is_some()
}

/// Whether a line is a date and nothing else, not even a word that says what happened on it.
pub(super) fn is_bare_date(line: &Line) -> bool {
    parse(&line.text).is_some_and(|credit| {
        let is_bare = credit.days.iter().all(|(stated, _)| *stated == Stated::Alone);
        credit.byline.is_none() && credit.source.is_none() && is_bare
    })
}

/// Whether a line names the source, which it may do anywhere.
pub(super) fn is_source(line: &Line) -> bool {
    line.n_words <= 12 && publisher::is_labelled_address(&line.text)
}

/// Reads a line that holds credits and nothing else.
fn parse(text: &str) -> Option<Credit> {
    const LONGEST: usize = 24;
    if text.split_whitespace().count() > LONGEST {
        return None;
    }
    let mut credit = Credit::default();
    let mut n_read = 0;
    let mut n_other_words = 0;
    for part in text.split(['|', '·', '•']).map(str::trim).filter(|part| !part.is_empty()) {
        let mut read = false;
        if let Some(source) = publisher::source(part) {
            credit.source.get_or_insert(source);
            read = true;
        } else if let Some(byline) = byline::byline(part) {
            credit.days.extend(byline.days.iter().copied());
            credit.byline.get_or_insert(byline);
            read = true;
        } else {
            let days = day::days_alone(part);
            read |= !days.is_empty();
            credit.days.extend(days);
        }
        n_read += usize::from(read);
        n_other_words += if read { 0 } else { part.split_whitespace().count() };
    }
    (n_read > 0 && n_other_words <= 4).then_some(credit)
}

/// Collects the facts of a page.
pub(super) fn facts(page: &Page, headline: Option<&Headline>, body: &Body) -> Facts {
    let credits: Vec<(usize, Credit)> = page
        .with_role(Role::Credit)
        .filter_map(|(idx, line)| Some((idx, parse(&line.text)?)))
        .collect();
    let sources = || credits.iter().filter_map(|(_, credit)| credit.source.as_ref());
    let url = sources().find_map(|source| source.url.clone());
    let byline = credits.iter().find_map(|(_, credit)| credit.byline.as_ref());
    let dispatch = body.paragraphs.iter().take(4).find_map(|text| dispatch::dispatch(text));

    let title_line = headline.map_or(body.first_line, |headline| headline.line);
    let outlet = url
        .as_deref()
        .and_then(outlets::outlet_at)
        .map(str::to_owned)
        .or_else(|| sources().find_map(|source| source.outlet.clone()))
        .or_else(|| headline.and_then(|headline| headline.outlet).map(str::to_owned))
        .or_else(|| byline.and_then(|byline| byline.house.clone()))
        .or_else(|| page.lines.iter().rev().take(12).find_map(|l| publisher::rights(&l.text)))
        .or_else(|| banner(page, title_line));
    let agency = dispatch
        .as_ref()
        .and_then(|dispatch| dispatch.agency)
        .or_else(|| byline.and_then(|byline| byline.agency))
        .or_else(|| sources().find_map(|source| source.agency))
        .or_else(|| sign_off(page))
        .filter(|agency| outlet.as_deref() != Some(*agency));

    let stated = credits
        .iter()
        .flat_map(|(idx, credit)| {
            credit.days.iter().map(move |(stated, date)| (*stated, *idx, *date))
        })
        .map(|(stated, idx, date)| (stated.rank(idx > title_line), date))
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, date)| date)
        .or(body.lead);
    let published = stated.or_else(|| {
        let dateline = dispatch.as_ref().and_then(|dispatch| dispatch.day);
        day::of_dateline(dateline, &page.lines)
            .or_else(|| day::of_opening(&body.paragraphs, &page.lines))
    });
    Facts {
        byline: byline.map(|byline| byline.names.clone()),
        agency: agency.map(str::to_owned),
        published,
        basis: if stated.is_none() && published.is_some() {
            DateBasis::Text
        } else {
            DateBasis::Stated
        },
        outlet,
        url,
    }
}

/// A known outlet whose name stands alone above the title, when it is the only one.
fn banner(page: &Page, title_line: usize) -> Option<String> {
    let mut named = page
        .lines
        .iter()
        .take(title_line)
        .filter(|line| !outlets::supplies_pictures(&line.text))
        .filter_map(|line| outlets::outlet_named(&line.text));
    let first = named.next()?;
    named.all(|other| other == first).then(|| first.to_owned())
}

/// "(AFP)" or "— Reuters" alone below the text.
fn sign_off(page: &Page) -> Option<&'static str> {
    let last = page.lines.iter().rposition(Line::is_prose)?;
    page.lines.iter().skip(last + 1).take(3).find_map(|line| {
        let text = line.text.as_str();
        let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let dashed = text.strip_prefix(['-', '–', '—']);
        outlets::agency_named(bracketed.or(dashed)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_credits_and_others() {
        for (text, is) in [
            ("By Ada Moss and Ben Reed", true),
            ("By Ada Moss | 3 March 2025 | Valley", true),
            ("03.03.2025", true),
            ("Posted on March 3, 2025", true),
            ("Published by Valley Herald", true),
            ("Source:https://example.org/bridge", true),
            ("Wednesday, March 5, 2025 at 10:15 am GMT", true),
            ("By the river", false),
            ("By the numbers", false),
            ("By Monday the water had fallen", false),
            ("Bridge opens on 3 March 2025 after a long winter", false),
            ("Old bridge opens again", false),
            ("The bridge was opened on March 3, 2025.", false),
        ] {
            assert_eq!(is_credit(&Line::new(text.into(), false)), is, "{text}");
        }
    }
}
