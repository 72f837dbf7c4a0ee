//! Where the article ends: the agency's sign-off, tags, comments, headings for other articles.
//!
//! In go the lines with their roles; lines behind the end become `Stop`.
//! Nothing ends an article in the first half of its running text, and a heading for other articles does not end it when plain paragraphs follow.

use super::{Line, Role};

/// For every line: whether a heading for other articles there would end this one.
///
/// It does when no paragraph follows, or teasers that each have a headline of their own.
pub(super) fn headings_that_end(lines: &[Line]) -> Vec<bool> {
    let (mut n_prose, mut any_adjacent, mut is_closed, mut last_is_prose) =
        (0, false, false, false);
    let mut ends: Vec<bool> = lines
        .iter()
        .rev()
        .map(|line| {
            let ends = n_prose == 0 || (n_prose >= 2 && !any_adjacent && !is_closed);
            let is_prose = line.is_prose();
            n_prose += usize::from(is_prose);
            any_adjacent |= is_prose && last_is_prose;
            // "list 1 of 3 … end of list" is closed before the article goes on.
            is_closed |= line.key == "endoflist";
            last_is_prose = is_prose;
            ends
        })
        .collect();
    ends.reverse();
    ends
}

/// "(Reporting by … in …; Editing by …)", with or without brackets.
pub(super) fn is_sign_off(line: &Line) -> bool {
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
    opens
        && line.n_words <= 80
        && (bracketed || lower.contains("editing by") || lower.contains(';'))
}

/// A sign-off whose bracket is closed on the next line goes on there.
pub(super) fn mark_rest_of_sign_off(lines: &[Line], roles: &mut [Role]) {
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
pub(in crate::text) fn is_unclosed(text: &str) -> bool {
    text.starts_with('(') && !text.contains(')')
}

/// Ends the article behind a sign-off and before a stop, when most of the running text lies above.
pub(super) fn close(lines: &[Line], roles: &mut [Role]) {
    // Words of running text above each line.
    let mut n_words = 0;
    let above: Vec<usize> = lines
        .iter()
        .zip(roles.iter())
        .map(|(line, role)| {
            let before = n_words;
            n_words += if *role == Role::Text && line.is_prose() { line.n_words } else { 0 };
            before
        })
        .collect();
    for idx in 0..lines.len() {
        let role = roles.get(idx).copied();
        if !matches!(role, Some(Role::Stop | Role::SignOff)) {
            continue;
        }
        let is_end = above.get(idx).is_some_and(|above| *above >= n_words - *above);
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
    use super::super::super::lines::lines;
    use super::*;

    #[test]
    fn headings_between_paragraphs_and_below_them() {
        let prose = "The old bridge over the river was opened again on Monday.";
        for (behind, ends) in [
            (String::new(), true),
            ("Baker wins prize\nFrost in the south".into(), true),
            (format!("Baker wins prize\n{prose}\nFrost in the south\n{prose}"), true),
            (format!("Baker wins prize\nFrost in the south\n{prose}\n{prose}"), false),
            (format!("Baker wins prize\n{prose}"), false),
            (format!("Baker wins prize\nend of list\n{prose}\nIn short\n{prose}"), false),
        ] {
            let lines = lines(&format!("{prose}\nRelated\n{behind}"));
            assert_eq!(headings_that_end(&lines)[1], ends, "{behind}");
        }
    }
}
