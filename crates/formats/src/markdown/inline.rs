//! Marks inside a Markdown paragraph, taken off.
//!
//! In goes the source of a paragraph on one line; out come the words that a reader sees, with single spaces.
//! Links leave their text, images and footnote marks nothing, pairs of emphasis marks their inside; a lone mark stays what it is.

/// How many characters a link, a tag or a run of marks may span; hostile input must not cost more.
const FARTHEST: usize = 2000;

/// The visible words of a paragraph.
pub(super) fn plain(source: &str) -> String {
    let marked = without_emphasis(&without_links(&source.chars().collect::<Vec<_>>()));
    let words: String = marked.into_iter().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A character, and whether a backslash or code quotes keep it from being a mark.
#[derive(Clone, Copy, Debug)]
struct Char {
    value: char,
    is_literal: bool,
}

/// Takes off code quotes, links, images, footnote marks and tags.
fn without_links(source: &[char]) -> Vec<Char> {
    let mut out = Vec::with_capacity(source.len());
    let mut at = 0;
    while let Some(&c) = source.get(at) {
        let rest = source.get(at + 1..).unwrap_or_default();
        match c {
            '\\' if rest.first().is_some_and(char::is_ascii_punctuation) => {
                out.extend(rest.first().map(|c| Char { value: *c, is_literal: true }));
                at += 2;
            }
            '`' => {
                let run = 1 + rest.iter().take_while(|c| **c == '`').count();
                let inside = source.get(at + run..).unwrap_or_default();
                match find_run(inside, run) {
                    Some(n) => {
                        let code = inside.get(..n).unwrap_or_default();
                        out.extend(code.iter().map(|c| Char { value: *c, is_literal: true }));
                        at += run + n + run;
                    }
                    None => {
                        out.extend(core::iter::repeat_n(Char { value: c, is_literal: true }, run));
                        at += run;
                    }
                }
            }
            '!' if rest.first() == Some(&'[') => match link(rest) {
                Some((_, used)) => at += 1 + used,
                None => {
                    out.push(Char { value: c, is_literal: false });
                    at += 1;
                }
            },
            '[' => match link(source.get(at..).unwrap_or_default()) {
                Some((text, used)) => {
                    if text.first() != Some(&'^') {
                        out.extend(without_links(text));
                    }
                    at += used;
                }
                None => {
                    out.push(Char { value: c, is_literal: false });
                    at += 1;
                }
            },
            '<' => {
                match rest.iter().take(FARTHEST).position(|c| *c == '>').and_then(|n| rest.get(..n))
                {
                    Some(inner) if is_address(inner) => {
                        out.extend(inner.iter().map(|c| Char { value: *c, is_literal: true }));
                        at += inner.len() + 2;
                    }
                    Some(inner) if is_tag(inner) => {
                        if inner.starts_with(&['b', 'r']) {
                            out.push(Char { value: ' ', is_literal: true });
                        }
                        at += inner.len() + 2;
                    }
                    _ => {
                        out.push(Char { value: c, is_literal: false });
                        at += 1;
                    }
                }
            }
            _ => {
                out.push(Char { value: c, is_literal: false });
                at += 1;
            }
        }
    }
    out
}

/// Where the next run of exactly so many back quotes begins.
fn find_run(source: &[char], run: usize) -> Option<usize> {
    let mut at = 0;
    while at < source.len() {
        let here = source.get(at..)?.iter().take_while(|c| **c == '`').count();
        if here == run {
            return Some(at);
        }
        at += here.max(1);
    }
    None
}

/// The text of the link that begins with the bracket at the start, and the length of the whole.
fn link(source: &[char]) -> Option<(&[char], usize)> {
    let text_len = closing(source, '[', ']')?;
    let text = source.get(1..text_len)?;
    let behind = source.get(text_len + 1..)?;
    match behind.first() {
        Some('(') => Some((text, text_len + 1 + closing(behind, '(', ')')? + 1)),
        Some('[') => Some((text, text_len + 1 + closing(behind, '[', ']')? + 1)),
        _ if text.first() == Some(&'^') => Some((text, text_len + 1)),
        _ => None,
    }
}

/// Where the bracket that opens the slice is closed.
fn closing(source: &[char], open: char, close: char) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, c) in source.iter().enumerate().take(FARTHEST) {
        if *c == open {
            depth += 1;
        } else if *c == close {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

fn is_address(inner: &[char]) -> bool {
    let text: String = inner.iter().take(8).collect();
    (text.starts_with("http://") || text.starts_with("https://"))
        && !inner.iter().any(|c| c.is_whitespace())
}

fn is_tag(inner: &[char]) -> bool {
    let name = inner.strip_prefix(&['/']).unwrap_or(inner);
    name.first().is_some_and(char::is_ascii_alphabetic) && !inner.contains(&'<')
}

/// Takes off pairs of `*`, `_` and `~~`.
fn without_emphasis(source: &[Char]) -> Vec<char> {
    let mut gone = vec![false; source.len()];
    let mut open: Vec<(char, usize)> = Vec::new();
    let at = |idx: Option<usize>| idx.and_then(|idx| source.get(idx)).map(|c| c.value);
    for (idx, c) in source.iter().enumerate() {
        if c.is_literal || !matches!(c.value, '*' | '_' | '~') {
            continue;
        }
        let outside = |step: fn(usize) -> Option<usize>| {
            // The nearest character that is another one.
            core::iter::successors(step(idx), |near| step(*near))
                .map_while(|near| source.get(near))
                .take(4)
                .map(|near| near.value)
                .find(|near| *near != c.value)
        };
        let neighbours = [idx.checked_sub(1), idx.checked_add(1)];
        if c.value == '~' && neighbours.iter().all(|n| at(*n) != Some('~')) {
            continue;
        }
        let (before, after) = (outside(|i| i.checked_sub(1)), outside(|i| i.checked_add(1)));
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inside_word = c.value == '_' && is_word(before) && is_word(after);
        if inside_word {
            continue;
        }
        let opener = open.iter().rposition(|(mark, _)| *mark == c.value);
        match opener {
            Some(place) if !is_space(before) => {
                if let Some((_, start)) = open.get(place) {
                    gone[*start] = true;
                }
                gone[idx] = true;
                open.truncate(place);
            }
            _ if !is_space(after) => open.push((c.value, idx)),
            _ => {}
        }
    }
    source.iter().zip(gone).filter(|(_, gone)| !gone).map(|(c, _)| c.value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (source, words) in [
            ("**bold** and *thin* and ***both***", "bold and thin and both"),
            ("_thin_ but snake_case_name", "thin but snake_case_name"),
            ("2 * 3 * 4 and a lone *", "2 * 3 * 4 and a lone *"),
            ("~~old~~ new, ~5 km and ~6 km", "old new, ~5 km and ~6 km"),
            ("a [link](https://x.org/a_(b) \"t\") here", "a link here"),
            ("a [named][1] one and [plain] brackets", "a named one and [plain] brackets"),
            ("![picture](a.png)Words[^1] [![x](y)](z)", "Words"),
            ("`code *kept*` and ``a ` b``", "code *kept* and a ` b"),
            ("a lone ` quote", "a lone ` quote"),
            ("escaped \\*stars\\* and 1\\. point", "escaped *stars* and 1. point"),
            ("see <https://x.org/a_b_c> or a<br>b <em>c</em>", "see https://x.org/a_b_c or a b c"),
            ("a < b and c > d", "a < b and c > d"),
            ("[unclosed and (more", "[unclosed and (more"),
        ] {
            assert_eq!(plain(source), words, "{source}");
        }
    }
}
