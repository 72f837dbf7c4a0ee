//! The paragraphs of the article.
//!
//! In go the lines with their roles and the headline; out come the paragraphs, each trimmed, in order.
//! The deck below the headline is the first of them, sub-headings inside the article are paragraphs, the agency's sign-off is the last.
//! The title is never among them, wherever the page repeats it.

use super::credits::lead;
use super::furniture::{Page, Role, is_unclosed};
use super::headline::Headline;
use super::lines::Line;
use dateline_core::article::Date;
use std::collections::BTreeSet;

/// The article's text.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Its paragraphs.
    pub(super) paragraphs: Vec<String>,
    /// A date that stood before the first sentence and was taken out.
    pub(super) lead: Option<Date>,
    /// Index of the line of the first paragraph.
    pub(super) first_line: usize,
}

/// A deck has at least so many words when it ends without a full stop.
const SHORTEST_DECK: usize = 7;
/// More lines than these below a headline are something else.
const MOST_DECKS: usize = 2;

/// Collects the paragraphs.
pub(super) fn paragraphs(page: &Page, headline: Option<&Headline>) -> Body {
    let from = headline.map_or(page.first_prose, |headline| headline.line + 1);
    let repeated = repeated(&page.lines);
    let is_kept = |idx: usize, line: &Line| match page.role(idx) {
        Role::Text => {
            // A line that the page shows twice is a link, unless it is a paragraph or the deck.
            let is_link = idx > page.first_prose
                && !line.ends_sentence
                && line.n_words >= 4
                && repeated.contains(line.key.as_str());
            !is_link && headline.is_none_or(|headline| !headline.is_repeated_by(line))
        }
        Role::SignOff => true,
        _ => false,
    };
    let kept: Vec<(usize, &Line)> = page
        .lines
        .iter()
        .enumerate()
        .skip(from)
        .filter(|(idx, line)| is_kept(*idx, line))
        .collect();
    let mut n_decks = 0;
    let mut body = Body { first_line: page.lines.len(), ..Body::default() };
    let end = end_of(&kept, page);
    for (idx, line) in kept.into_iter().take(end) {
        if idx < page.first_prose && page.role(idx) == Role::Text {
            let is_deck =
                line.n_words >= SHORTEST_DECK || (line.ends_sentence && line.n_words >= 3);
            n_decks += usize::from(is_deck);
            if !is_deck || n_decks > MOST_DECKS {
                continue;
            }
        }
        if body.paragraphs.is_empty() {
            body.first_line = idx;
            if let Some((date, rest)) = lead(&line.text) {
                body.lead = Some(date);
                body.paragraphs.push(rest.to_owned());
                continue;
            }
        }
        match body.paragraphs.last_mut() {
            Some(last) if page.role(idx) == Role::SignOff && is_unclosed(last) => {
                last.push(' ');
                last.push_str(&line.text);
            }
            _ => body.paragraphs.push(line.text.clone()),
        }
    }
    body
}

/// The keys of lines that stand more than once on the page.
fn repeated(lines: &[Line]) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    lines.iter().map(|line| line.key.as_str()).filter(|key| !seen.insert(*key)).collect()
}

/// How many of the lines reach to the last one that reads as text: what follows are names of tags and links.
fn end_of(kept: &[(usize, &Line)], page: &Page) -> usize {
    let is_last = |(idx, line): &(usize, &Line)| {
        page.role(*idx) == Role::SignOff
            || line.is_prose()
            || (line.ends_sentence && line.n_words > 1)
    };
    let has_prose = kept.iter().any(|(_, line)| line.is_prose());
    if !has_prose {
        return 0;
    }
    let mut end = kept.iter().rposition(is_last).map_or(0, |last| last + 1);
    // A list that the last sentence announces belongs to it.
    let announces = |(_, line): &(usize, &Line)| line.text.ends_with(':') && line.n_words >= 3;
    let is_item = |(_, line): &(usize, &Line)| line.is_item();
    if kept.get(end).is_some_and(announces) && kept.get(end + 1).is_some_and(is_item) {
        end += 1;
        end += kept.iter().skip(end).take_while(|kept| is_item(kept)).count();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::{furniture::classify, headline, lines::lines};
    use super::*;

    fn body(source: &str) -> Vec<String> {
        let page = classify(lines(source));
        paragraphs(&page, headline::find(&page).as_ref()).paragraphs
    }

    #[test]
    fn deck_sub_heading_and_short_sentences_stay() {
        let source = "\
Old bridge over the river opens again

The first to cross it was a baker with her cart

Valley

The old bridge over the river was opened again on Monday after a long winter.

What comes next

The mayor said that the new lamps would be put up in the coming weeks.

Nobody complained.

Bridges
River
";
        assert_eq!(
            body(source),
            [
                "The first to cross it was a baker with her cart",
                "The old bridge over the river was opened again on Monday after a long winter.",
                "What comes next",
                "The mayor said that the new lamps would be put up in the coming weeks.",
                "Nobody complained.",
            ]
        );
    }

    #[test]
    fn a_list_that_is_announced_at_the_end_stays() {
        let source = "\
The old bridge over the river was opened again on Monday after a long winter.

The mayor named three things to do:
- new lamps
- a bench
- flowers

Bridges
";
        assert_eq!(body(source).last().map(String::as_str), Some("- flowers"));
        assert_eq!(body(source).len(), 5);
    }

    #[test]
    fn links_alone_are_no_body() {
        assert!(body("Home\nNews\n\nOld bridge over the river opens again\n\nSport\n").is_empty());
    }
}
