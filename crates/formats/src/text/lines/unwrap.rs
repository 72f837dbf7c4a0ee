//! Paragraphs that were broken at a column, put together again.
//!
//! In go raw lines; out come the same lines, or fewer and longer ones.
//! A break counts as forced when the next word would not have fitted; only such breaks, and those in the middle of a sentence, are undone, so that headings, bylines and addresses in a wrapped file stay lines of their own.

use super::{cleaned, ends_sentence};

/// A line before its features are read.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// Its words, with single spaces; empty for an empty line.
    pub(super) text: String,
    /// Its length in characters, indentation included.
    len: usize,
    /// Characters of white space at its head.
    indent: usize,
}

/// No file is taken for wrapped whose lines are longer than this.
const WIDEST_COLUMN: usize = 100;
/// Nor one whose longest line is shorter: that is a list, or verse.
const NARROWEST_COLUMN: usize = 40;

impl Raw {
    pub(super) fn new(line: &str) -> Self {
        let text = cleaned(line);
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        Self { len: line.trim_end().chars().count(), indent, text }
    }

    fn is_address(&self) -> bool {
        self.text.contains("://")
    }

    /// Whether the break after this line was made for want of room.
    fn is_broken_before(&self, next: &Self, column: usize) -> bool {
        let first_word = next.text.split(' ').next().unwrap_or_default().chars().count();
        !self.text.is_empty() && !next.text.is_empty() && self.len + 1 + first_word > column
    }

    /// Whether the break after this line stands in the middle of a sentence, room or not.
    fn is_broken_within(&self, next: &Self, column: usize) -> bool {
        let goes_on = next.text.starts_with(char::is_lowercase);
        goes_on && !ends_sentence(&self.text) && self.len * 2 > column
    }
}

/// Whether the paragraphs of a file are broken at a column.
pub(super) fn is_wrapped(lines: &[Raw]) -> bool {
    let column = column(lines);
    if !(NARROWEST_COLUMN..=WIDEST_COLUMN).contains(&column) {
        return false;
    }
    let pairs = lines.windows(2).filter(|pair| pair.iter().all(|line| !line.text.is_empty()));
    let (mut n_pairs, mut n_forced, mut n_within) = (0, 0, 0);
    for pair in pairs {
        n_pairs += 1;
        if pair[0].is_broken_before(&pair[1], column) {
            n_forced += 1;
            n_within += usize::from(!ends_sentence(&pair[0].text));
        }
    }
    // Breaks in the middle of sentences are what shows that a column did it.
    n_within >= 2 && n_within * 2 >= n_forced && n_forced * 2 >= n_pairs
}

/// Joins what was broken.
pub(super) fn unwrapped(lines: Vec<Raw>) -> Vec<Raw> {
    let column = column(&lines);
    let mut out: Vec<Raw> = Vec::new();
    let mut last: Option<Raw> = None;
    for line in lines {
        let continues = last.as_ref().is_some_and(|last| {
            let broken =
                last.is_broken_before(&line, column) || last.is_broken_within(&line, column);
            broken && line.indent <= last.indent
        });
        match out.last_mut() {
            Some(open) if continues => {
                // A word that is written with a hyphen may have been broken after it.
                let hyphen = open.text.ends_with('-') && !open.text.ends_with(" -");
                if !hyphen {
                    open.text.push(' ');
                }
                open.text.push_str(&line.text);
            }
            _ => out.push(line.clone()),
        }
        last = Some(line);
    }
    out
}

/// The longest line, addresses aside.
fn column(lines: &[Raw]) -> usize {
    lines.iter().filter(|line| !line.is_address()).map(|line| line.len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::lines;

    fn texts(source: &str) -> Vec<String> {
        lines(source).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_wrapped_file_is_put_together() {
        let source = "\
Bridge opens again
By Ada Moss

The old bridge over the river was opened again on Monday after
three months of work, and the first to cross it was a well-
known baker with her cart.

She said that she had waited for this day. The mayor came
later.
";
        assert_eq!(
            texts(source),
            [
                "Bridge opens again",
                "By Ada Moss",
                "The old bridge over the river was opened again on Monday after three months of work, and the first to cross it was a well-known baker with her cart.",
                "She said that she had waited for this day. The mayor came later.",
            ]
        );
    }

    #[test]
    fn an_indented_line_begins_a_paragraph() {
        let source = "\
   The old bridge over the river was opened again on Monday after
three months of work, and many people came to see it. Everybody was
happy about it, and the first to cross it was the baker of the town.
   She said that she had waited a long time for this very day, and
that the bread was still warm.
";
        assert_eq!(texts(source).len(), 2);
    }

    #[test]
    fn one_paragraph_per_line_is_left_alone() {
        let short = "It rained all day long in the whole of the valley on Monday.\n\
                     People stayed at home and waited for the sun to come out.\n\
                     In the evening the clouds went and everybody came out again.\n";
        assert_eq!(texts(short).len(), 3);
        let long = "x".repeat(300);
        let source = format!("{long} and so on\n{long} and more\nA last one that ends here.\n");
        assert_eq!(texts(&source).len(), 3);
    }
}
