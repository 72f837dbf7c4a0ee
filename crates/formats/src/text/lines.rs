//! The lines of a copied page, with the features that the later phases judge by.
//!
//! In goes the source; out come its lines without control characters, outer blanks and doubled spaces, never an empty one.
//! A file whose paragraphs are broken at a column is put together again first; a file with one paragraph per line is not.
//! What a line is for is decided in `furniture`.

mod unwrap;

use crate::visible::is_invisible;

/// One line of the page: a paragraph, or something around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, with single spaces.
    pub(super) text: String,
    /// Its letters and digits in lower case, to compare lines by.
    pub(super) key: String,
    /// Whether an empty line stands above it.
    pub(super) gap_before: bool,
    /// How many words it has; scripts without spaces count two characters as one.
    pub(super) n_words: usize,
    /// How many sentences end in it, the last one included.
    pub(super) n_sentences: usize,
    /// Whether it ends as a sentence does.
    pub(super) ends_sentence: bool,
}

impl Line {
    pub(super) fn new(text: String, gap_before: bool) -> Self {
        let key = key(&text);
        let n_words = n_words(&text);
        let ends_sentence = ends_sentence(&text);
        let n_sentences = n_inner_ends(&text) + usize::from(ends_sentence);
        Self { text, key, gap_before, n_words, n_sentences, ends_sentence }
    }

    /// Whether it begins as an item of a list does.
    pub(super) fn is_item(&self) -> bool {
        let behind = self.text.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_numbered = behind.len() < self.text.len() && behind.starts_with(". ");
        is_numbered || ["- ", "• ", "* ", "– ", "· "].iter().any(|mark| self.text.starts_with(mark))
    }

    /// Whether it reads as a paragraph of running text.
    ///
    /// A single question or exclamation of up to 20 words may as well be a headline.
    pub(super) fn is_prose(&self) -> bool {
        let asks = self.text.trim_end_matches(is_closing).ends_with(['?', '!', '؟', '？', '！']);
        let may_be_headline = asks && self.n_sentences == 1 && self.n_words <= 20;
        let is_sentence = self.ends_sentence && self.n_words >= 8 && !may_be_headline;
        is_sentence || (self.n_sentences >= 1 && self.n_words >= 16) || self.n_words >= 25
    }
}

/// Splits a page into its lines.
pub(super) fn lines(source: &str) -> Vec<Line> {
    let raw: Vec<unwrap::Raw> = split(source).map(unwrap::Raw::new).collect();
    let raw = if unwrap::is_wrapped(&raw) { unwrap::unwrapped(raw) } else { raw };
    let mut gap_before = false;
    let mut lines = Vec::new();
    for raw in raw {
        if raw.text.is_empty() {
            gap_before = true;
        } else {
            lines.push(Line::new(raw.text, gap_before));
            gap_before = false;
        }
    }
    lines
}

fn split(source: &str) -> impl Iterator<Item = &str> {
    source.split('\n').flat_map(|line| {
        line.strip_suffix('\r')
            .unwrap_or(line)
            .split(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
    })
}

/// A line's words with single spaces and without what cannot be seen.
fn cleaned(line: &str) -> String {
    let visible: String = line.chars().filter(|c| !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits in lower case; two lines with one key say the same.
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn n_words(text: &str) -> usize {
    let mut n_unspaced = 0;
    let mut n_spaced = 0;
    for word in text.split_whitespace() {
        let unspaced = word.chars().filter(|c| is_unspaced(*c)).count();
        n_unspaced += unspaced;
        n_spaced += usize::from(unspaced == 0 && word.chars().any(char::is_alphanumeric));
    }
    n_spaced + n_unspaced.div_ceil(2)
}

/// Scripts written without spaces between words: Thai to Burmese, Khmer, Chinese and Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Full stops and their like in the scripts of the world.
fn is_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '؟'
            | '۔'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '။'
            | '។'
    )
}

/// Quotes and brackets that may follow a full stop.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '）' | '」' | '』' | '】' | '*' | ' '
    )
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(is_closing).ends_with(is_end)
}

/// Sentences that end before the end of the line: a full stop, then a space and a capital (or a letter of a script without capitals).
fn n_inner_ends(text: &str) -> usize {
    let mut n = 0;
    let mut last_word_len = 0;
    let mut after_end = false;
    let mut spaced = false;
    for c in text.chars() {
        if is_end(c) {
            // "J. Doe" and "U.S." end no sentence.
            after_end = last_word_len > 2 || c != '.';
            spaced = matches!(c, '。' | '！' | '？');
        } else if is_closing(c) || c.is_whitespace() || matches!(c, '“' | '‘' | '«' | '(') {
            spaced = spaced || c.is_whitespace();
        } else {
            n += usize::from(after_end && spaced && !c.is_lowercase());
            after_end = false;
        }
        last_word_len = if c.is_alphanumeric() { last_word_len + 1 } else { 0 };
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        lines(source).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blanks_and_invisible_characters_go() {
        let source = "\u{feff}  One\u{a0}\u{a0}two\u{200b} three\r\n\r\n\t\u{3000}four\rfive\u{2028}si\u{ad}x \u{7}";
        assert_eq!(texts(source), ["One two three", "four", "five", "six"]);
        let gaps: Vec<_> = lines(source).iter().map(|line| line.gap_before).collect();
        assert_eq!(gaps, [false, true, false, false]);
    }

    #[test]
    fn persian_keeps_its_joiners() {
        assert_eq!(texts("می\u{200c}رود"), ["می\u{200c}رود"]);
    }

    #[test]
    fn prose_and_what_is_none() {
        for (text, prose) in [
            ("The bridge was closed on Monday after heavy rain.", true),
            ("He said: “The bridge will open again next week.”", true),
            ("It rained.", false),
            ("Bridge closed on Monday after heavy rain in the whole valley", false),
            ("Will the bridge over the river ever open again this year?", false),
            (
                "Why does it matter? The bridge carries half of the valley's traffic every day.",
                true,
            ),
            ("أعلن الوزير أن الجسر سيفتح من جديد في الأسبوع المقبل.", true),
            ("کیا یہ پل اگلے ہفتے دوبارہ کھل جائے گا؟ وزیر نے کہا ہاں۔", true),
            ("市长表示，这座桥将在下周重新开放，届时交通将恢复正常。", true),
            ("Home News Sport Weather Video Culture Travel Shop Jobs", false),
        ] {
            assert_eq!(Line::new(text.into(), false).is_prose(), prose, "{text}");
        }
    }

    #[test]
    fn sentences_are_counted() {
        for (text, n) in [
            ("One. Two. Three.", 2 + 1),
            ("Mr J. Doe of the U.S. Navy spoke.", 1),
            ("No stop here", 0),
            ("“It rained.” He left", 1),
            ("雨。晴。", 2),
        ] {
            assert_eq!(Line::new(text.into(), false).n_sentences, n, "{text}");
        }
    }
}
