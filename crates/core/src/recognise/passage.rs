//! Parts of an article that play a part of their own: the dateline, and the lines that say who reported.

use crate::annotate::MentionRole;
use crate::text::Span;

/// A passage with its part.
pub(super) struct Passage {
    span: Span,
    role: MentionRole,
}

/// Words that open the line of credits at the end of an agency's dispatch.
const CREDITS: &[&str] =
    &["Reporting by", "Additional reporting", "Writing by", "Editing by", "Compiled by"];

/// The datelines and credits of a text.
pub(super) fn passages(text: &str) -> Vec<Passage> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(len) = dateline_len(line) {
            out.push(Passage { span: Span::new(start, start + len), role: MentionRole::Dateline });
        }
        let opening = line.trim_start().trim_start_matches(['(', '[']);
        if CREDITS.iter().any(|c| opening.starts_with(c)) {
            out.push(Passage {
                span: Span::new(start, start + line.len()),
                role: MentionRole::Credit,
            });
        }
        start += line.len();
    }
    out
}

/// The part of a span's passage, or of the story; the passages in the order of the text.
pub(super) fn role(passages: &[Passage], span: Span) -> MentionRole {
    // A line has two passages at most, which begin together, and passages of different lines do not meet.
    let end = passages.partition_point(|p| p.span.start <= span.start);
    let near = passages.get(end.saturating_sub(2)..end).unwrap_or_default();
    near.iter().find(|p| p.span.contains(span)).map_or(MentionRole::Story, |p| p.role)
}

/// The length of a dateline at the beginning of a line: a name in capitals, perhaps a date, perhaps an agency in brackets, then a dash.
fn dateline_len(line: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    // Most lines have a small letter before any mark that could end the name.
    let is_telling = |b: &u8| b.is_ascii_lowercase() || matches!(b, b'-' | b',' | b'(' | 0x80..);
    if line.bytes().find(is_telling).is_none_or(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let is_before_dash = |pair: &[u8]| matches!(pair, [b' ' | b')', b'-' | 0xe2]);
    let dash = (1..LONGEST.min(line.len())).find(|&at| {
        line.as_bytes().get(at - 1..=at).is_some_and(is_before_dash)
            && line.get(at..).is_some_and(|rest| rest.starts_with(['-', '–', '—']))
    })?;
    let head = line.get(..dash)?;
    let name = head.split([',', '(']).next()?.trim();
    let in_capitals = name.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !name.chars().any(char::is_lowercase);
    let short = name.split_whitespace().count() <= 4;
    let dated = head.contains('(') || head.contains(',') || head.trim_end().len() == name.len();
    (in_capitals && short && dated).then_some(dash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (line, dateline) in [
            ("AMMAN, Jan 3 (Agency) - The king spoke.", Some("AMMAN, Jan 3 (Agency) ")),
            ("GENEVA (Agency) — Talks began.", Some("GENEVA (Agency) ")),
            ("BEIRUT – A ship arrived.", Some("BEIRUT ")),
            ("A long-awaited ship arrived.", None),
            ("Amman - the capital - was calm.", None),
        ] {
            assert_eq!(dateline_len(line).map(|n| &line[..n]), dateline, "{line}");
        }
    }
}
