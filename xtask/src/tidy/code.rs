//! Rust source without its comments and texts, so that a name in a sentence is no use of the name.
//!
//! Blanked characters become spaces and lines stay lines, so positions hold.
//! It knows just enough of the language: nested comments, raw strings, and a quote that begins a lifetime.

/// The source with comments, strings and character literals blanked.
pub(super) fn bare(source: &str) -> String {
    let mut rest: Vec<char> = source.chars().collect();
    rest.reverse();
    let mut out = String::with_capacity(source.len());
    let mut previous = ' ';
    while let Some(ch) = rest.pop() {
        let skipped = match ch {
            '/' if rest.last() == Some(&'/') => to_line_end(&mut rest),
            '/' if rest.last() == Some(&'*') => to_comment_end(&mut rest),
            '"' => to_quote(&mut rest, '"'),
            'r' if !is_word(previous) || previous == 'b' || previous == 'c' => {
                raw_string(&mut rest)
            }
            '\'' if is_literal(&rest) => to_quote(&mut rest, '\''),
            _ => None,
        };
        match skipped {
            Some(text) => {
                out.push(' ');
                out.extend(text.chars().map(|ch| if ch == '\n' { '\n' } else { ' ' }));
            }
            None => out.push(ch),
        }
        previous = ch;
    }
    out
}

/// The words (identifiers) of a bare line.
pub(super) fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|ch| !is_word(ch)).filter(|word| !word.is_empty())
}

fn is_word(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '_'
}

fn to_line_end(rest: &mut Vec<char>) -> Option<String> {
    let mut text = String::new();
    while rest.last().is_some_and(|&ch| ch != '\n') {
        text.extend(rest.pop());
    }
    Some(text)
}

fn to_comment_end(rest: &mut Vec<char>) -> Option<String> {
    let mut text = String::new();
    let mut depth = 1;
    text.extend(rest.pop());
    while depth > 0 {
        let ch = rest.pop()?;
        text.push(ch);
        match (ch, rest.last()) {
            ('*', Some('/')) => depth -= 1,
            ('/', Some('*')) => depth += 1,
            _ => continue,
        }
        text.extend(rest.pop());
    }
    Some(text)
}

fn to_quote(rest: &mut Vec<char>, quote: char) -> Option<String> {
    let mut text = String::new();
    while let Some(ch) = rest.pop() {
        text.push(ch);
        if ch == '\\' {
            text.extend(rest.pop());
        } else if ch == quote {
            break;
        }
    }
    Some(text)
}

/// After an `r`: hashes, a quote, and everything to the quote with as many hashes; none when it is just a name.
fn raw_string(rest: &mut Vec<char>) -> Option<String> {
    let hashes = rest.iter().rev().take_while(|&&ch| ch == '#').count();
    if rest.iter().rev().nth(hashes) != Some(&'"') {
        return None;
    }
    let mut text: String = rest.split_off(rest.len() - hashes - 1).into_iter().rev().collect();
    let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let from = text.len();
    while !text.get(from..).unwrap_or_default().ends_with(&end) {
        text.push(rest.pop()?);
    }
    Some(text)
}

/// After a single quote: whether a character literal follows (`'a'`, `'\n'`) rather than a lifetime (`'a`).
fn is_literal(rest: &[char]) -> bool {
    let mut ahead = rest.iter().rev();
    match ahead.next() {
        Some('\\') => true,
        Some(_) => ahead.next() == Some(&'\''),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_left() {
        for (source, left) in [
            ("a // b", "a"),
            ("a /* b /* c */ d */ e", "a e"),
            ("a(\"b // c\", d)", "a( , d)"),
            ("a(\"b \\\" c\", d)", "a( , d)"),
            ("a(r#\"b \" c\"#, d)", "a( , d)"),
            ("a(br\"b\", d)", "a(b , d)"),
            ("r#type b", "r#type b"),
            ("fn a<'b>(c: &'b str) { d('\"', '\\'', e) }", "fn a<'b>(c: &'b str) { d( , , e) }"),
            ("for r in rows { r }", "for r in rows { r }"),
        ] {
            let bare = bare(source);
            assert_eq!(bare.split_whitespace().collect::<Vec<_>>().join(" "), left, "{source}");
        }
    }

    #[test]
    fn lines_stay_lines() {
        let source = "a\n\"b\nc\"\n/* d\n */ e";
        let bare = bare(source);
        assert_eq!(bare.lines().count(), source.lines().count());
        assert!(bare.lines().last().unwrap().ends_with('e'));
    }
}
