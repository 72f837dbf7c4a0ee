//! Text whose tokens are joined by spaces, written as people write it.

/// The text without the spaces that only part tokens, and for every byte of the old one, and one past its end, the place in the new.
pub(super) fn join(text: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut way = Vec::with_capacity(text.len() + 1);
    let mut quote_is_open = false;
    let mut glue_next = true;
    let mut rest = text;
    while !rest.is_empty() {
        let len = rest.find([' ', '\n']).unwrap_or(rest.len());
        let (word, after) = rest.split_at(len);
        let is_quote = word == "\"" || word == "``" || word == "''";
        let glued = glue_next
            || word.starts_with('\'') && word.len() <= 3 && word.len() > 1
            || word == "n't"
            || matches!(word, "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "…" | "'")
            || is_quote && quote_is_open;
        if !glued && !word.is_empty() {
            out.push(' ');
        }
        glue_next =
            matches!(word, "(" | "[" | "$" | "£" | "€" | "#" | "@") || is_quote && !quote_is_open;
        if is_quote {
            quote_is_open = !quote_is_open;
        }
        for (at, _) in word.bytes().enumerate() {
            way.push(out.len() + at);
        }
        out.push_str(word);
        if let Some(space) = after.chars().next() {
            way.push(out.len());
            if space == '\n' {
                quote_is_open = false;
            }
            rest = &after[1..];
        } else {
            rest = after;
        }
    }
    way.push(out.len());
    (out, way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_joined_as_people_write() {
        for (spaced, plain) in [
            ("He did n't say \" no \" , she said .", "He didn't say \"no\", she said."),
            ("Rome 's mayor ( left )\nwent .", "Rome's mayor (left) went."),
        ] {
            let (joined, way) = join(spaced);
            assert_eq!(joined, plain);
            assert_eq!(way.len(), spaced.len() + 1);
            assert_eq!(way.last(), Some(&plain.len()));
        }
    }
}
