//! What a page shows around its article: menus, share lines, captions, notices, links to other articles.
//!
//! In go the lines; out comes one role per line.
//! A line is judged by its shape and place (a run of short lines is a menu, a line above a lone picture credit is a caption) and by a table of phrases, never by the site that it comes from.
//! A long line of whole sentences is never furniture, unless it begins with a notice of the table ("we use cookies") or is a caption.
//! Which lines of the remaining ones are title and text is decided in `headline` and `body`.

use super::credits;
use super::lines::Line;

mod phrases;
mod menu;
mod caption;
mod ending;

use phrases::Match;

pub(super) use ending::is_unclosed;

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

    let bare_dates = lines.iter().take(credits_until).filter(|line| credits::is_bare_date(line));
    let n_bare_dates = bare_dates.count();
    let is_last_heading = ending::headings_that_end(&lines);

    let mut roles = vec![Role::Text; lines.len()];
    for (idx, line) in lines.iter().enumerate() {
        let is_outside = idx < credits_until || idx > last_prose;
        let found = matches.get(idx).copied().flatten();
        let role = match found {
            _ if ending::is_sign_off(line) => Role::SignOff,
            _ if is_outside && is_credit(idx, &lines, first_prose, n_bare_dates == 1) => {
                Role::Credit
            }
            _ if credits::is_source(line) => Role::Credit,
            Some(Match::Stop) => Role::Stop,
            Some(Match::Aside) if is_last_heading.get(idx) == Some(&true) => Role::Stop,
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
    ending::mark_rest_of_sign_off(&lines, &mut roles);
    menu::mark(&lines, &mut roles, first_prose..=last_prose);
    caption::mark(&lines, &mut roles);
    mark_linked_headlines(&lines, &matches, &mut roles);
    mark_repeated(&lines, &mut roles);
    ending::close(&lines, &mut roles);
    let first_prose = (0..lines.len())
        .find(|idx| roles.get(*idx) == Some(&Role::Text) && is_running(*idx))
        .unwrap_or(lines.len());
    Page { lines, roles, first_prose }
}

/// Whether a line states something about the article.
///
/// A bare date below the opening may head a part of the article: it counts beside another credit, or as the only one below a deck of one sentence.
fn is_credit(idx: usize, lines: &[Line], first_prose: usize, is_only_date: bool) -> bool {
    let Some(line) = lines.get(idx).filter(|line| credits::is_credit(line)) else { return false };
    if idx < first_prose || !credits::is_bare_date(line) {
        return true;
    }
    let is_other = |idx: Option<usize>| {
        idx.and_then(|idx| lines.get(idx))
            .is_some_and(|line| credits::is_credit(line) && !credits::is_bare_date(line))
    };
    let is_beside = is_other(idx.checked_sub(1)) || is_other(idx.checked_add(1));
    let deck = lines.get(first_prose).filter(|deck| deck.n_sentences <= 1);
    is_beside || (idx == first_prose + 1 && deck.is_some() && is_only_date)
}

/// After "Read more", headlines of other articles go; a short line with room above it is a sub-heading and stays.
fn mark_linked_headlines(lines: &[Line], matches: &[Option<Match>], roles: &mut [Role]) {
    const MOST: usize = 8;
    for (idx, found) in matches.iter().enumerate() {
        if !matches!(found, Some(Match::More | Match::Aside)) {
            continue;
        }
        let behind = lines.iter().zip(roles.iter_mut()).skip(idx + 1).take(MOST);
        for (line, role) in behind {
            if matches!(*role, Role::Furniture | Role::Menu) {
                continue;
            }
            let asks = line.text.ends_with(['?', '!', '؟']) && !line.gap_before;
            let is_headline =
                !line.ends_sentence && (line.n_words >= 6 || !line.gap_before) || asks;
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
        if *role == Role::Text
            && line.n_words >= 8
            && !seen.insert(line.key.as_str())
            && line.is_prose()
        {
            *role = Role::Furniture;
        }
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
