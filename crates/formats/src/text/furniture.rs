//! What a page shows around its article: menus, share lines, captions, notices, links to other articles.
//!
//! In go the lines; out comes one role per line.
//! A line is judged by its shape and place (a run of short lines is a menu, a line above a lone picture credit is a caption) and by a table of phrases, never by the site that it comes from.
//! A long line of whole sentences is never furniture, unless it begins with a notice of the table ("we use cookies") or is a caption.
//! Which lines of the remaining ones are title and text is decided in `headline` and `body`.

use super::credits;
use super::lines::Line;

mod caption;
mod menu;
mod phrases;

use phrases::Match;

/// What a line is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Perhaps part of the article.
    Text,
    /// States something about the article: author, date, publisher, source.
    Credit,
    /// Part of a run of short lines; perhaps a title that was caught in it.
    Menu,
    /// Something around the article.
    Furniture,
    /// Says what a picture shows or who took it.
    Caption,
    /// The agency's closing line; belongs to the article and ends it.
    SignOff,
    /// Here the article has ended.
    Stop,
}

/// Lines and their roles, with the reach of the running text.
#[derive(Debug)]
pub(super) struct Page {
    /// The lines.
    pub(super) lines: Vec<Line>,
    /// The role of each.
    pub(super) roles: Vec<Role>,
    /// The first line of running text.
    pub(super) first_prose: usize,
}

impl Page {
    /// The lines that have a role, with their places.
    pub(super) fn with_role(&self, role: Role) -> impl Iterator<Item = (usize, &Line)> {
        let roles = self.roles.iter().zip(&self.lines).enumerate();
        roles.filter(move |(_, (r, _))| **r == role).map(|(idx, (_, line))| (idx, line))
    }

    /// The role of a line; lines beyond the end are furniture.
    pub(super) fn role(&self, idx: usize) -> Role {
        self.roles.get(idx).copied().unwrap_or(Role::Furniture)
    }
}

/// How many paragraphs may stand above the author's name.
const PROSE_ABOVE_CREDITS: usize = 2;

/// Finds the role of every line.
pub(super) fn classify(lines: Vec<Line>) -> Page {
    let matches: Vec<Option<Match>> = lines.iter().map(phrases::find).collect();
    let is_notice = |idx: usize| matches.get(idx).copied().flatten().is_some();
    let is_running = |idx: usize| {
        lines.get(idx).is_some_and(|line| {
            line.is_prose() && !is_notice(idx) && !caption::is_certain(&line.text)
        })
    };
    let prose: Vec<usize> = (0..lines.len()).filter(|idx| is_running(*idx)).collect();
    let first_prose = prose.first().copied().unwrap_or(lines.len());
    let last_prose = prose.last().copied().unwrap_or(0);
    let credits_until = prose.get(PROSE_ABOVE_CREDITS).copied().unwrap_or(lines.len());

    let mut roles = vec![Role::Text; lines.len()];
    for (idx, line) in lines.iter().enumerate() {
        let is_outside = idx < credits_until || idx > last_prose;
        let found = matches.get(idx).copied().flatten();
        let role = match found {
            _ if is_sign_off(line) => Role::SignOff,
            _ if is_outside && credits::is_credit(line) => Role::Credit,
            _ if credits::is_source(line) => Role::Credit,
            Some(Match::Stop) => Role::Stop,
            Some(Match::Section) if idx >= first_prose => Role::Text,
            Some(_) => Role::Furniture,
            None if caption::is_certain(&line.text) => Role::Caption,
            None if phrases::is_counter(line) => Role::Furniture,
            None => Role::Text,
        };
        if let Some(place) = roles.get_mut(idx) {
            *place = role;
        }
    }
    mark_rest_of_sign_off(&lines, &mut roles);
    menu::mark(&lines, &mut roles, first_prose..=last_prose);
    caption::mark(&lines, &mut roles);
    mark_linked_headlines(&lines, &matches, &mut roles);
    mark_repeated(&lines, &mut roles);
    close(&lines, &mut roles);
    let first_prose = (0..lines.len())
        .find(|idx| roles.get(*idx) == Some(&Role::Text) && is_running(*idx))
        .unwrap_or(lines.len());
    Page { lines, roles, first_prose }
}

/// "(Reporting by … in …; Editing by …)", with or without brackets.
fn is_sign_off(line: &Line) -> bool {
    const OPENINGS: &[&str] = &[
        "reporting by ",
        "additional reporting by ",
        "reporting and writing by ",
        "writing by ",
        "editing by ",
        "compiled by ",
        "translated by ",
        "report by ",
    ];
    let bracketed = line.text.starts_with(['(', '[']);
    let lower = line.text.trim_start_matches(['(', '[']).to_lowercase();
    let opens = OPENINGS.iter().any(|opening| lower.starts_with(opening));
    opens && line.n_words <= 80 && (bracketed || lower.contains("editing by") || lower.contains(';'))
}

/// A sign-off whose bracket is closed on the next line goes on there.
fn mark_rest_of_sign_off(lines: &[Line], roles: &mut [Role]) {
    const LONGEST: usize = 40;
    for (idx, pair) in lines.windows(2).enumerate() {
        let is_open = roles.get(idx) == Some(&Role::SignOff) && is_unclosed(&pair[0].text);
        if is_open
            && pair[1].text.ends_with(')')
            && pair[1].n_words <= LONGEST
            && let Some(role) = roles.get_mut(idx + 1)
        {
            *role = Role::SignOff;
        }
    }
}

/// Whether a text opens with a bracket and does not close it.
pub(super) fn is_unclosed(text: &str) -> bool {
    text.starts_with('(') && !text.contains(')')
}

/// After "Read more", headlines of other articles go; a short line with room above it is a sub-heading and stays.
fn mark_linked_headlines(lines: &[Line], matches: &[Option<Match>], roles: &mut [Role]) {
    const MOST: usize = 6;
    for (idx, found) in matches.iter().enumerate() {
        if *found != Some(Match::More) {
            continue;
        }
        let behind = lines.iter().zip(roles.iter_mut()).skip(idx + 1).take(MOST);
        for (line, role) in behind {
            let is_headline = !line.ends_sentence && (line.n_words >= 6 || !line.gap_before);
            if !is_headline || line.is_prose() || *role != Role::Text {
                break;
            }
            *role = Role::Furniture;
        }
    }
}

/// The second copy of a paragraph goes.
fn mark_repeated(lines: &[Line], roles: &mut [Role]) {
    let mut seen = std::collections::BTreeSet::new();
    for (line, role) in lines.iter().zip(roles.iter_mut()) {
        if *role == Role::Text && line.n_words >= 8 && !seen.insert(line.key.as_str()) && line.is_prose() {
            *role = Role::Furniture;
        }
    }
}

/// Ends the article behind a sign-off and before a stop, when most of the running text lies above.
fn close(lines: &[Line], roles: &mut [Role]) {
    let text_words = |roles: &[Role], range: core::ops::Range<usize>| -> usize {
        let of = lines.iter().zip(roles).skip(range.start).take(range.len());
        of.filter(|(line, role)| **role == Role::Text && line.is_prose())
            .map(|(line, _)| line.n_words)
            .sum()
    };
    let n = lines.len();
    for idx in 0..n {
        let role = roles.get(idx).copied();
        if !matches!(role, Some(Role::Stop | Role::SignOff)) {
            continue;
        }
        let is_end = text_words(roles, 0..idx) >= text_words(roles, idx + 1..n);
        match (role, is_end) {
            (Some(Role::Stop), true) => {
                for role in roles.iter_mut().skip(idx + 1) {
                    close_line(role);
                }
                return;
            }
            (Some(Role::SignOff), true) => {
                let more = roles
                    .iter()
                    .skip(idx + 1)
                    .take_while(|role| matches!(role, Role::SignOff | Role::Furniture))
                    .count();
                for role in roles.iter_mut().skip(idx + 1 + more) {
                    close_line(role);
                }
                return;
            }
            (Some(Role::Stop), false) => {
                if let Some(role) = roles.get_mut(idx) {
                    *role = Role::Furniture;
                }
            }
            _ => {}
        }
    }
}

/// What stands behind the end is no text; what it states may still count.
fn close_line(role: &mut Role) {
    if !matches!(role, Role::Credit | Role::Caption) {
        *role = Role::Stop;
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn check(page: &str) {
        // Every line is written as `role| line`.
        let source: Vec<_> = page
            .lines()
            .map(|line| line.split_once('|').map_or("", |(_, text)| text.trim()))
            .collect();
        let wanted: Vec<_> =
            page.lines().filter_map(|line| Some(line.split_once('|')?.0.trim())).collect();
        let page = classify(lines(&source.join("\n")));
        let found: Vec<_> =
            page.roles.iter().map(|role| format!("{role:?}").to_lowercase()).collect();
        assert_eq!(found, wanted, "{:#?}", page.lines.iter().map(|l| &l.text).collect::<Vec<_>>());
    }

    #[test]
    fn a_page_of_the_usual_kind() {
        check(
            "menu      | Valley Herald
             menu      | Start Local Sport
             menu      | Local
             menu      | Subscriptions and jobs

             text      | Old bridge over the river opens again after winter

             furniture | Share this article
             credit    | By Ada Moss
             credit    | Posted on March 3, 2025
             furniture | 3 min read
             caption   | People cross the bridge on Monday morning / VALLEY PRESS

             text      | The old bridge over the river was opened again on Monday after a long winter.
             text      | What comes next
             text      | The mayor said that the new lamps would be put up in the coming weeks.
             furniture | Read more
             furniture | Baker of the valley wins prize for the best bread

             text      | Many people came to see it, and the band of the town played until the evening.
             signoff   | (Reporting by Ada Moss; Editing by Ben Reed)
             stop      | A bridge is a structure that carries a road over a river or a valley.
             stop      | Explore more articles in the Local category",
        );
    }

    #[test]
    fn a_caption_above_a_lone_credit() {
        check(
            "text      | Old bridge over the river opens again

             text      | The old bridge over the river was opened again on Monday after a long winter.

             caption   | The mayor cuts a ribbon on the old bridge, 3 March 2025.
             caption   | Reuters

             text      | She said that she had waited for this day, and that everybody in the town had.

             stop      | Tags",
        );
    }

    #[test]
    fn sentences_stay_whatever_they_begin_with() {
        check(
            "text | Share prices fell on Monday in the whole of the valley, the exchange said.
             text | Comments by the mayor drew anger.
             text | Related costs were not counted, according to the office of the mayor.
             text | Copyright law was the subject of the second day of the conference.
             text | قال الوزير إن الجسر سيفتح من جديد في الأسبوع المقبل، فهل يكفي ذلك للسكان؟
             text | Tags on the trees show which of them will be cut down in the spring.",
        );
    }

    #[test]
    fn a_stop_word_in_the_first_half_costs_its_line_alone() {
        check(
            "text      | The old bridge over the river was opened again on Monday after a long winter.
             furniture | Related articles
             text      | The mayor said that the new lamps would be put up in the coming weeks.
             text      | Many people came to see it, and the band of the town played until the evening.
             text      | It rained only once, and nobody in the square seemed to mind the rain at all.",
        );
    }
}
