//! Captions of pictures and the credits below them.
//!
//! In go the lines with their first roles; captions and credits become `Caption`.
//! A caption is known by its own credit ("… / SANA", "[A. Moss/Reuters]", "Photo: …") or by a lone credit on the line below.
//! A name in a lone credit says who took the picture, not who wrote the article.

use super::{Line, Role};
use crate::dates::days_in;
use crate::text::outlets;

/// A caption has at most so many words.
const LONGEST: usize = 50;

/// Whether a line is a caption by itself.
pub(super) fn is_certain(text: &str) -> bool {
    let n_words = text.split_whitespace().count();
    n_words <= LONGEST
        && (ends_in_credit(text) || begins_as_credit(text) || names_supplier_first(text))
}

/// Marks the captions that only their neighbours show.
pub(super) fn mark(lines: &[Line], roles: &mut [Role]) {
    let page_has_gaps = lines.iter().filter(|line| line.gap_before).count() * 4 >= lines.len();
    let mut first_title = 0;
    for (idx, line) in lines.iter().enumerate() {
        if roles.get(idx) != Some(&Role::Text) || !is_lone_credit(line) {
            continue;
        }
        if let Some(role) = roles.get_mut(idx) {
            *role = Role::Caption;
        }
        let Some(above_idx) = idx.checked_sub(1) else { continue };
        let Some(above) = lines.get(above_idx) else { continue };
        let is_title = |idx: usize| {
            roles.get(idx) == Some(&Role::Text) && lines.get(idx).is_some_and(|l| l.n_words >= 4)
        };
        while first_title < above_idx && !is_title(first_title) {
            first_title += 1;
        }
        let is_first = first_title >= above_idx;
        let touches = !line.gap_before && page_has_gaps && above.gap_before;
        let shows = shows_picture(&above.text);
        let is_caption = above.n_words <= LONGEST
            && (above.n_sentences <= 1 || shows)
            && (touches || shows)
            && (above.ends_sentence || !is_first);
        if is_caption
            && let Some(role) = roles.get_mut(above_idx).filter(|role| **role == Role::Text)
        {
            *role = Role::Caption;
        }
    }
    if page_has_gaps {
        mark_below(lines, roles);
    }
}

/// Some pages show a picture's description, then its credit, then its caption: that one goes too.
fn mark_below(lines: &[Line], roles: &mut [Role]) {
    let mut has_title = false;
    for (idx, line) in lines.iter().enumerate() {
        let above = idx.checked_sub(1).and_then(|idx| roles.get(idx)).copied();
        let ends_block = lines.get(idx + 1).is_none_or(|next| next.gap_before);
        let is_below = above == Some(Role::Caption) && !line.gap_before && ends_block;
        let is_text = roles.get(idx) == Some(&Role::Text);
        if has_title && is_below && is_text && !line.ends_sentence && line.n_words <= LONGEST {
            if let Some(role) = roles.get_mut(idx) {
                *role = Role::Caption;
            }
        } else {
            has_title |= is_text && line.n_words >= 4;
        }
    }
}

/// "Getty Images Two people cross the bridge": the supplier runs into the description.
fn names_supplier_first(text: &str) -> bool {
    const SUPPLIERS: &[&str] = &[
        "AFP via Getty Images",
        "Getty Images",
        "Reuters",
        "EPA",
        "EPA-EFE",
        "PA Media",
        "AFP",
        "AP",
        "Shutterstock",
    ];
    SUPPLIERS.iter().filter_map(|name| text.strip_prefix(name)?.strip_prefix(' ')).any(|rest| {
        let second = rest.chars().nth(1);
        rest.starts_with(char::is_uppercase)
            && second.is_none_or(|c| c.is_lowercase() || c == ' ')
            && !rest.ends_with(['.', '!', '?', '"', '”'])
            && rest.split_whitespace().count() >= 4
    })
}

/// "… / SANA", "… [A. Moss/Reuters]", "… (Photo by A. Moss / AFP)", "… Photo: A. Moss", "… REUTERS/A. Moss", "… via Getty Images".
fn ends_in_credit(text: &str) -> bool {
    if let Some((before, credit)) = text.rsplit_once(" / ") {
        let words: Vec<&str> = credit.split_whitespace().collect();
        let is_name = |w: &&str| w.starts_with(|c: char| c.is_uppercase() || c == '@');
        if before.split_whitespace().count() >= 3
            && (1..=4).contains(&words.len())
            && !credit.ends_with(['.', '!', '?'])
            && words.iter().all(is_name)
        {
            return true;
        }
    }
    let brackets = [('[', ']'), ('(', ')')];
    for (open, close) in brackets {
        let inner = text
            .strip_suffix('.')
            .unwrap_or(text)
            .strip_suffix(close)
            .and_then(|rest| rest.rsplit_once(open));
        if let Some((_, inner)) = inner {
            let lower = inner.to_lowercase();
            let says_photo = ["photo", "handout", "via ", "file", "screengrab", "courtesy"]
                .iter()
                .any(|word| lower.starts_with(word) || lower.contains(&format!("/{word}")))
                || lower.contains(" via ")
                || lower.starts_with("ap photo");
            let names_source = inner.contains('/') || open == '[';
            let is_source = inner.split(['/', ',']).any(outlets::supplies_pictures);
            if inner.split_whitespace().count() <= 10 && (says_photo || (names_source && is_source))
            {
                return true;
            }
        }
    }
    let lower = text.to_lowercase();
    let marks =
        [" photo: ", " photograph: ", " credit: ", " image: ", " photo credit: ", " photo by "];
    let marked = marks.iter().filter_map(|mark| lower.rfind(mark).map(|at| at + mark.len()));
    let is_short = |rest: &str| rest.split_whitespace().count() <= 8 && !rest.contains(". ");
    if marked.filter_map(|at| lower.get(at..)).any(is_short) {
        return true;
    }
    let last = text.split_whitespace().next_back().unwrap_or_default();
    text.contains(" REUTERS/")
        || ["via getty images", "via reuters", "via ap", "via afp", "/file photo", "/getty images"]
            .iter()
            .any(|end| lower.trim_end_matches('.').ends_with(end))
        || last.split_once('/').is_some_and(|(_, name)| {
            name.chars().count() > 1 && outlets::supplies_pictures(name.trim_end_matches('.'))
        })
}

/// "Photo: …", "Photo by …", "File photo: …", "Image source, …", "Caption: …".
fn begins_as_credit(text: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "photo:",
        "photo by",
        "photos:",
        "photo credit",
        "photograph:",
        "photograph by",
        "picture:",
        "image:",
        "image credit",
        "file photo:",
        "file -",
        "file –",
        "file —",
        "caption:",
        "credit:",
        "image source,",
        "image caption,",
        "illustration:",
        "graphic:",
        "صورة:",
        "foto:",
        "© ",
    ];
    let lower = text.to_lowercase();
    // A copyright line of a site carries a year or keeps its rights.
    let is_rights = lower.starts_with('©')
        && (lower.contains("rights") || lower.chars().any(|c| c.is_ascii_digit()));
    !is_rights && OPENINGS.iter().any(|opening| lower.starts_with(opening))
}

/// A line that holds nothing but who supplied a picture: "Reuters", "AP Photo/A. Moss", "Copyright AFP".
fn is_lone_credit(line: &Line) -> bool {
    if line.n_words > 8 || line.text.ends_with('.') {
        return false;
    }
    let mut text = line.text.trim_matches(['(', ')', '[', ']', '/', '|', '-', ' ']);
    for opening in ["Copyright", "COPYRIGHT", "©", "(c)", "Credit:", "By", "Source:"] {
        text = text.strip_prefix(opening).map_or(text, str::trim_start);
    }
    text.split(['/', ',', '|']).flat_map(|part| part.split(" via ")).any(outlets::supplies_pictures)
}

/// Whether a sentence reads like one below a picture: it ends in a full date, or says that somebody is seen.
fn shows_picture(text: &str) -> bool {
    const SHOWN: &[&str] = &[
        "pictured",
        "file photo",
        "is seen",
        "are seen",
        "seen in",
        "shakes hands",
        "shake hands",
        "poses",
        "pose for",
    ];
    let lower = text.to_lowercase();
    let trimmed = text.trim_end_matches(['.', ')', ']', ' ']);
    days_in(text).last().is_some_and(|day| day.year.is_some() && day.end == trimmed.len())
        || SHOWN.iter().any(|shown| lower.contains(shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_with_their_own_credit() {
        for (text, certain) in [
            ("The mayor cuts a ribbon on the old bridge / SANA", true),
            ("The mayor cuts a ribbon on the old bridge, 3 March 2025 [Ada Moss/Reuters]", true),
            ("The mayor cuts a ribbon. (Photo by Ada Moss / AFP)", true),
            ("The mayor cuts a ribbon on Monday. Photograph: Ada Moss/EPA", true),
            ("The mayor cuts a ribbon, March 3, 2025. REUTERS/Ada Moss", true),
            ("People on the bridge. Ada Moss via Getty Images", true),
            ("Photo: Ada Moss", true),
            ("© Ada Moss", true),
            ("Getty Images Two people cross the bridge at dawn", true),
            ("Reuters reports a loss for the second year", false),
            ("© 2025 Valley Herald", false),
            ("The mayor said that either / or was no answer.", false),
            ("The mayor told the agency (Reuters) that it was done.", false),
            ("The work is done, the mayor said (AFP)", false),
            ("The ratio of men / women was even.", false),
        ] {
            assert_eq!(is_certain(text), certain, "{text}");
        }
    }

    #[test]
    fn lone_credits() {
        for (text, lone) in [
            ("Reuters", true),
            ("AP Photo/Ada Moss", true),
            ("Copyright AP Photo", true),
            ("Ada Moss/AFP", true),
            ("Ada Moss via Getty Images", true),
            ("Reuters reported it first", false),
            ("Washington's take", false),
            ("AFP reported.", false),
        ] {
            assert_eq!(is_lone_credit(&Line::new(text.into(), false)), lone, "{text}");
        }
    }
}
