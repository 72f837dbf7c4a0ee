//! The headline of a page.
//!
//! In go the lines with their roles; out comes the title and where it stands, or nothing.
//! The title is looked for above the running text: a line of a headline's length, better when the page repeats it, worse when it was caught in a menu.
//! Of several, the first of the best wins, because the deck below a headline looks like one too.

use super::furniture::{Page, Role};
use super::lines::{Line, key};
use super::outlets;

/// The title and its place.
#[derive(Debug)]
pub(super) struct Headline {
    /// The words of the title, without the name of the site.
    pub(super) title: String,
    /// Index of its line.
    pub(super) line: usize,
    /// The outlet that the page's title names behind a bar.
    pub(super) outlet: Option<&'static str>,
}

impl Headline {
    /// Whether a line says the title again, with or without a site's name.
    pub(super) fn is_repeated_by(&self, line: &Line) -> bool {
        let title = key(&self.title);
        line.key == title || key(split_site(&line.text).0) == title
    }
}

/// Less than this, and a line is no title.
const ENOUGH: i32 = 3;

/// A title stands at most so many lines above the running text, its copies at most so many below.
const FARTHEST: usize = 300;

/// The lines around the head of the page, to find copies of one among them.
struct Copies<'a> {
    from: usize,
    keys: &'a [String],
}

impl Copies<'_> {
    fn key(&self, idx: usize) -> Option<&String> {
        self.keys.get(idx.checked_sub(self.from)?)
    }

    fn are_copies(&self, one: usize, other: usize) -> bool {
        one != other && self.key(one).is_some() && self.key(one) == self.key(other)
    }

    fn exist_of(&self, idx: usize) -> bool {
        (self.from..self.from + self.keys.len()).any(|other| self.are_copies(idx, other))
    }
}

/// Finds the headline.
pub(super) fn find(page: &Page) -> Option<Headline> {
    let labelled = page.lines.iter().take(page.first_prose).enumerate().find_map(|(idx, line)| {
        let (label, value) = line.text.split_once(':')?;
        let is_label = matches!(label.trim().to_lowercase().as_str(), "title" | "headline");
        (is_label && !value.trim().is_empty()).then(|| (idx, value.trim()))
    });
    let (line, text) = match labelled {
        Some(found) => found,
        None => {
            let from = page.first_prose.saturating_sub(FARTHEST);
            let window = page.lines.iter().skip(from).take(2 * FARTHEST);
            let keys: Vec<String> = window.map(|line| key(split_site(&line.text).0)).collect();
            let mut best: Option<(usize, i32)> = None;
            for idx in from..page.first_prose {
                let copies = Copies { from, keys: &keys };
                let Some(points) = points(page, idx, &copies) else { continue };
                if points >= ENOUGH && best.is_none_or(|(_, most)| points > most) {
                    best = Some((idx, points));
                }
            }
            let (idx, _) = best?;
            (idx, page.lines.get(idx)?.text.as_str())
        }
    };
    let (title, outlet) = split_site(text);
    let title = title.trim_start_matches(['#', ' ']).to_owned();
    (!title.is_empty()).then_some(Headline { title, line, outlet })
}

/// How much a line looks like the title; nothing when it cannot be one.
fn points(page: &Page, idx: usize, copies: &Copies<'_>) -> Option<i32> {
    let line = page.lines.get(idx)?;
    let role = page.role(idx);
    if !matches!(role, Role::Text | Role::Menu) {
        return None;
    }
    let mut points = match line.n_words {
        5..=22 => 5,
        4 => 4,
        23..=30 => 3,
        3 => 2,
        2 => 1,
        _ => return None,
    };
    let is_repeated = copies.exist_of(idx);
    if is_repeated && line.n_words >= 4 && role == Role::Text {
        points += 3;
    }
    let next = (idx + 1..page.lines.len()).find(|next| !copies.are_copies(idx, *next));
    let next_role = next.map_or(Role::Furniture, |next| page.role(next));
    let above_prose = next == Some(page.first_prose) && line.n_words > 2;
    if (next_role == Role::Credit || above_prose) && line.n_words <= 4 {
        // Lifts a short title over the threshold, and above no longer one.
        points = if role == Role::Menu { points + 2 } else { (points + 2).min(4) };
    }
    if role == Role::Menu {
        points -= if next_role == Role::Menu { 6 } else { 3 };
    } else if next_role == Role::Menu {
        // A site's motto above its menu.
        points -= 2;
    }
    let ends_in_stop = line.ends_sentence && line.text.ends_with(['.', '。', '۔', '।']);
    if ends_in_stop && !is_repeated {
        points -= 3;
    }
    if outlets::outlet_named(&line.text).is_some() {
        points -= 4;
    }
    Some(points)
}

/// Splits "Title | The Example Times" when what follows the bar names an outlet.
fn split_site(text: &str) -> (&str, Option<&'static str>) {
    for bar in [" | ", " - ", " – ", " — ", " :: ", " • "] {
        if let Some((title, site)) = text.rsplit_once(bar)
            && let Some(outlet) = outlets::outlet_named(site)
        {
            return (title.trim(), Some(outlet));
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::super::{furniture::classify, lines::lines};
    use super::*;

    const PROSE: &str =
        "The old bridge over the river was opened again on Monday after a long winter.";

    #[test]
    fn titles() {
        for (head, title) in [
            (
                "Old bridge over the river opens again\n\n",
                Some("Old bridge over the river opens again"),
            ),
            ("", None),
            (
                "News\nSport\nJobs\nCars\n\nBridge opens again\nBy Ada Moss\n",
                Some("Bridge opens again"),
            ),
            (
                "News\nSport\nJobs\nCars\nOld bridge opens again\nBy Ada Moss\n",
                Some("Old bridge opens again"),
            ),
            (
                "The valley's own paper\nNews\nSport\nJobs\nCars\n\nOld bridge opens after long winter\n\n",
                Some("Old bridge opens after long winter"),
            ),
            (
                "Old bridge opens after winter\n\nThe first to cross it was a baker with her cart and her dog\n\n3 March 2025\n",
                Some("Old bridge opens after winter"),
            ),
            (
                "Old bridge opens after winter | BBC News\n\nOld bridge opens after winter\n",
                Some("Old bridge opens after winter"),
            ),
            (
                "Bridge | What it means for the valley\n\n",
                Some("Bridge | What it means for the valley"),
            ),
            (
                "Will the old bridge ever open again?\n\n",
                Some("Will the old bridge ever open again?"),
            ),
            ("Valley news\n\n", None),
            ("Title: Bridge opens\nDate: 2025-03-03\n", Some("Bridge opens")),
            ("3 March 2025\nPublished by Valley Herald\n", None),
            (
                "Al Jazeera English\n\nBaker crosses bridge\n\nBy Ada Moss\n",
                Some("Baker crosses bridge"),
            ),
        ] {
            let page = classify(lines(&format!("{head}{PROSE}\n\n{PROSE} It rained.\n")));
            let found = find(&page).map(|headline| headline.title);
            assert_eq!(found.as_deref(), title, "{head}");
        }
    }
}
