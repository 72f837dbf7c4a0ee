//! The front matter of a Markdown file: what stands between two `---` lines at its head.
//!
//! In goes a file; out come the fields that we know and the body below.
//! It reads `key: value` lines, quotes around values and values folded onto indented lines; other keys and their lists are passed over.
//! It is no YAML reader.

use crate::problem::ProblemKind;

/// What a front matter states.
#[derive(Debug, Default)]
pub(super) struct Stated {
    /// Headline.
    pub(super) title: Option<String>,
    /// Who published it.
    pub(super) outlet: Option<String>,
    /// Who wrote it first.
    pub(super) agency: Option<String>,
    /// Its authors.
    pub(super) byline: Option<String>,
    /// Day of publication as it is written, and its line.
    pub(super) published: Option<(usize, String)>,
    /// Address of the original.
    pub(super) url: Option<String>,
    /// Language of the text.
    pub(super) language: Option<String>,
}

impl Stated {
    fn put(&mut self, key: &str, line: usize, value: String) {
        let field = match key {
            "title" => &mut self.title,
            "outlet" => &mut self.outlet,
            "agency" => &mut self.agency,
            "byline" => &mut self.byline,
            "url" => &mut self.url,
            "language" => &mut self.language,
            "published" if !value.is_empty() => {
                self.published = Some((line, value));
                return;
            }
            _ => return,
        };
        *field = (!value.is_empty()).then_some(value);
    }
}

/// Splits a file into its front matter and its body; lines that cannot be read are reported by number.
pub(super) fn split(source: &str, mut report: impl FnMut(usize, ProblemKind)) -> (Stated, &str) {
    let mut stated = Stated::default();
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
    let is_fence = |line: &&str| line.trim_end() == "---";
    if !lines.get(first).is_some_and(is_fence) {
        return (stated, source);
    }
    let head = first + 1;
    let inside = lines.get(head..).unwrap_or_default();
    let closing = inside.iter().position(|line| is_fence(line) || line.trim_end() == "...");
    let (n_lines, body_from) = match closing {
        Some(n) => (n, head + n + 1),
        // Perhaps it is no front matter but a line across the page.
        None if inside.first().is_none_or(|line| key_value(line).is_none()) => {
            return (stated, source);
        }
        None => {
            report(first + 1, ProblemKind::FrontMatterOpen);
            let n =
                inside.iter().position(|line| key_value(line).is_none()).unwrap_or(inside.len());
            (n, head + n)
        }
    };
    read_fields(inside.get(..n_lines).unwrap_or_default(), head + 1, &mut stated, report);
    let body_at: usize = lines.iter().take(body_from).map(|line| line.len()).sum();
    (stated, source.get(body_at..).unwrap_or_default())
}

fn read_fields(
    lines: &[&str],
    first_number: usize,
    stated: &mut Stated,
    mut report: impl FnMut(usize, ProblemKind),
) {
    let mut open: Option<(&str, usize, String)> = None;
    for (idx, line) in lines.iter().enumerate() {
        let number = first_number + idx;
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        if line.starts_with([' ', '\t', '-']) {
            // The rest of a folded value, or of a list under a key that we do not read.
            match &mut open {
                Some((_, _, value)) => {
                    value.push(' ');
                    value.push_str(trimmed);
                }
                None => report(number, ProblemKind::FrontMatterLine),
            }
            continue;
        }
        if let Some((key, number, value)) = open.take() {
            stated.put(key, number, unquoted(&value));
        }
        match key_value(line) {
            Some((key, value)) => {
                let value = if matches!(value, ">" | "|" | ">-" | "|-") { "" } else { value };
                open = Some((key, number, value.to_owned()));
            }
            None => report(number, ProblemKind::FrontMatterLine),
        }
    }
    if let Some((key, number, value)) = open {
        stated.put(key, number, unquoted(&value));
    }
}

fn key_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key =
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let apart = value.is_empty() || value.starts_with(char::is_whitespace);
    (is_key && apart).then(|| (key, value.trim()))
}

/// A value without the quotes around it.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    let inside = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    if let Some(inner) = inside('"') {
        inner.replace("\\\"", "\"").replace("\\\\", "\\")
    } else if let Some(inner) = inside('\'') {
        inner.replace("''", "'")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_body() {
        let source = "---\r\ntitle: \"A \\\"fine\\\" day: rain\"\r\ntags:\r\n  - rain\r\n- more\r\n# note\r\n\
                      byline: >\r\n  Ada Moss\r\n  and Ben Reed\r\nurl: https://example.org/a:b\r\noutlet: 'Ada''s Post'\r\nagency:\r\n---\r\nBody\r\n";
        let mut problems = Vec::new();
        let (stated, body) = split(source, |line, kind| problems.push((line, kind)));
        assert_eq!(stated.title.as_deref(), Some("A \"fine\" day: rain"));
        assert_eq!(stated.byline.as_deref(), Some("Ada Moss and Ben Reed"));
        assert_eq!(stated.url.as_deref(), Some("https://example.org/a:b"));
        assert_eq!(stated.outlet.as_deref(), Some("Ada's Post"));
        assert_eq!(stated.agency, None);
        assert_eq!(body, "Body\r\n");
        assert_eq!(problems, []);
    }

    #[test]
    fn a_front_matter_that_is_never_closed() {
        let mut problems = Vec::new();
        let (stated, body) =
            split("---\ntitle: Rain\n\nBody: here.\n", |line, kind| problems.push((line, kind)));
        assert_eq!(stated.title.as_deref(), Some("Rain"));
        assert_eq!(body, "\nBody: here.\n");
        assert_eq!(problems, [(1, ProblemKind::FrontMatterOpen)]);
    }

    #[test]
    fn a_line_across_the_page_is_no_front_matter() {
        let source = "---\n\nJust text.\n";
        let (stated, body) = split(source, |_, _| panic!("nothing to report"));
        assert!(stated.title.is_none());
        assert_eq!(body, source);
    }
}
