//! The words of a text, as search knows them: folded, one after the other, each with the place where it stands.
//!
//! In go articles, names and what a reader types; all are read by this one reader, so that what is equal here is found.
//! A hyphen parts words and an apostrophe does not, as in `text::fold`; a letter of a script without spaces between words is a word by itself.
//! It does not know what is asked; `parse` does.

use crate::gazetteer::is_attached_particle;
use crate::text::Span;
use crate::text::fold::{is_apostrophe, is_space_like, push_folded};

/// Reads the words of a text one after the other.
pub(crate) struct WordReader<'t> {
    text: &'t str,
    at: usize,
    /// The word that was read last, folded, unless it stands so in the text.
    buffer: String,
    is_buffered: bool,
    /// Where it stands, with marks on its last letter.
    pub(crate) span: Span,
    /// How long it is without a possessive ending.
    pub(crate) base: Option<usize>,
    folded: String,
}

impl<'t> WordReader<'t> {
    /// A reader at the beginning of a text.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            buffer: String::new(),
            is_buffered: false,
            span: Span::new(0, 0),
            base: None,
            folded: String::new(),
        }
    }

    /// The word that was read last, folded.
    #[inline]
    pub(crate) fn word(&self) -> &str {
        if self.is_buffered { &self.buffer } else { self.span.of(self.text) }
    }

    /// Hands over the word that was read last as all that it is found by: itself, without a possessive ending, and without what Arabic attaches.
    #[inline]
    pub(super) fn each_form(&self, mut on: impl FnMut(&str)) {
        let word = self.word();
        on(word);
        if let Some(base) = self.base {
            on(word.get(..base).unwrap_or_default());
        }
        if word.as_bytes().first().is_some_and(|byte| !byte.is_ascii()) {
            let mut rest = word;
            for _ in 0..MOST_PARTICLES {
                let Some(next) = without_particle(rest) else { break };
                on(next);
                rest = next;
            }
        }
    }

    /// Goes on with another text.
    pub(crate) fn begin(&mut self, text: &'t str) {
        self.text = text;
        self.at = 0;
    }

    /// Reads the next word; whether there was one.
    pub(crate) fn read(&mut self) -> bool {
        self.base = None;
        let bytes = self.text.as_bytes();
        self.read_plain(bytes) || self.read_any(bytes)
    }

    /// Reads a word of any letters.
    fn read_any(&mut self, bytes: &[u8]) -> bool {
        self.buffer.clear();
        self.is_buffered = true;
        let mut start = None;
        let mut end = self.at;
        // Where an apostrophe stands in the word, while it may begin a possessive ending.
        let mut apostrophe = None;
        while let Some(&byte) = bytes.get(self.at) {
            if byte.is_ascii_alphanumeric() {
                let rest = bytes.get(self.at..).unwrap_or_default();
                let len =
                    rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
                let from = self.buffer.len();
                self.buffer.push_str(self.text.get(self.at..self.at + len).unwrap_or_default());
                if let Some(new) = self.buffer.get_mut(from..) {
                    new.make_ascii_lowercase();
                }
                start = start.or(Some(self.at));
                self.at += len;
                end = self.at;
            } else if byte.is_ascii() {
                let goes_on = matches!(byte, b'\'' | b'`');
                if start.is_some() && !goes_on {
                    break;
                }
                if goes_on {
                    apostrophe = Some(self.buffer.len());
                }
                self.at += 1;
            } else {
                let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
                    break;
                };
                let len = self.buffer.len();
                let is_alone = is_alone(c);
                if start.is_some() && (is_alone || is_space_like(c)) {
                    break;
                }
                let is_dropped = !is_space_like(c) && self.push(c);
                if self.buffer.len() > len {
                    start = start.or(Some(self.at));
                    end = self.at + c.len_utf8();
                } else if is_apostrophe(c) {
                    apostrophe = Some(len);
                } else if is_dropped && start.is_some() {
                    end = self.at + c.len_utf8();
                } else if start.is_some() {
                    break;
                }
                self.at += c.len_utf8();
                if is_alone {
                    break;
                }
            }
        }
        let Some(start) = start else { return false };
        self.span = Span::new(start, end);
        self.base =
            apostrophe.filter(|&at| at > 0 && self.buffer.get(at..).is_some_and(|s| s == "s"));
        true
    }

    /// Reads a word of nothing but ASCII letters and digits, as most are; not where what follows needs a closer look.
    #[inline]
    fn read_plain(&mut self, bytes: &[u8]) -> bool {
        let mut at = self.at;
        let class = |at: usize| bytes.get(at).map_or(Class::Between, |b| CLASSES[*b as usize]);
        while at < bytes.len() && class(at) == Class::Between {
            at += 1;
        }
        self.at = at;
        // The bit in which small letters and digits differ from capitals.
        let mut small = 0x20;
        while class(at) == Class::Wordy {
            small &= bytes.get(at).copied().unwrap_or_default();
            at += 1;
        }
        if at == self.at || class(at) == Class::Other {
            return false;
        }
        self.span = Span::new(self.at, at);
        self.is_buffered = small == 0;
        if self.is_buffered {
            self.buffer.clear();
            self.buffer.push_str(self.text.get(self.at..at).unwrap_or_default());
            self.buffer.make_ascii_lowercase();
        }
        self.at = at;
        true
    }

    /// Adds a character's letters and digits to the word; whether folding drops the character.
    fn push(&mut self, c: char) -> bool {
        self.folded.clear();
        // The capital letter is folded to a small one that would be folded again.
        push_folded(if c == 'ẞ' { 'ß' } else { c }, &mut self.folded);
        for c in self.folded.chars().map(plain).filter(|c| c.is_alphanumeric()) {
            self.buffer.push(c);
        }
        self.folded.is_empty()
    }
}

/// What a byte is for a reader of plain words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A space or a mark that ends a word.
    Between,
    /// A letter or a digit.
    Wordy,
    /// What needs a closer look: apostrophes, and all that is not ASCII.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'\'' | b'`' => Class::Other,
            _ if byte.is_ascii_alphanumeric() => Class::Wordy,
            _ => Class::Between,
        };
        byte += 1;
    }
    classes
};

/// One letter for those that writers exchange, and for those that may be written as a letter and a mark.
fn plain(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'й' => 'и',
        'ё' => 'е',
        'ї' => 'і',
        'ў' => 'у',
        'ھ' | 'ە' => 'ه',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        other => other,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c).wrapping_sub(u32::from(zero)), 10).unwrap_or(c)
}

/// Whether a letter is a word by itself: Chinese and Japanese are written without spaces.
pub(super) fn is_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a word is the Arabic article in Latin letters: it counts as a part of the word behind it, and may be missing.
pub(crate) fn is_article(word: &str) -> bool {
    matches!(word, "al" | "el")
}

/// Particles and articles that are taken off one word: "and in the".
const MOST_PARTICLES: usize = 3;

/// The word without the first of the particles and the article that Arabic writes together with it, if enough of it is left.
fn without_particle(word: &str) -> Option<&str> {
    /// Letters that must be left.
    const BEHIND_ARTICLE: usize = 2;
    const BEHIND_PARTICLE: usize = 3;
    let (rest, least) = match word.strip_prefix("ال").or_else(|| word.strip_prefix("لل")) {
        Some(rest) => (rest, BEHIND_ARTICLE),
        None => (word.strip_prefix(is_attached_particle)?, BEHIND_PARTICLE),
    };
    rest.chars().nth(least - 1).is_some().then_some(rest)
}

/// The word as it is looked for: what stands behind the Arabic article, with or without particles before it.
pub(super) fn stem(word: &str) -> &str {
    let mut rest = word;
    for _ in 0..MOST_PARTICLES {
        let Some(next) = without_particle(rest) else { break };
        if rest.starts_with("ال") || rest.starts_with("لل") {
            return next;
        }
        rest = next;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;
    use proptest::prelude::*;

    /// The words of a text, a bar before a possessive ending, and what they cover.
    fn read(text: &str) -> String {
        let mut reader = WordReader::new(text);
        let mut out: Vec<String> = Vec::new();
        while reader.read() {
            let mut word = reader.word().to_owned();
            if let Some(base) = reader.base {
                word.insert(base, '|');
            }
            out.push(format!("{word}={}", reader.span.of(text)));
        }
        out.join(" ")
    }

    #[test]
    fn words_of_a_text() {
        for (text, words) in [
            ("Al-Ḥasakah, 2026!", "al=Al hasakah=Ḥasakah 2026=2026"),
            ("Syria’s coast", "syria|s=Syria’s coast=coast"),
            ("the Kurds' land 's", "the=the kurds=Kurds land=land s=s"),
            ("'quoted' ‘so’", "quoted=quoted so=so"),
            ("Straße ẞ", "strasse=Straße ss=ẞ"),
            ("cafe\u{301} café", "cafe=cafe\u{301} cafe=café"),
            ("القَامِشلي، ٢٠٢٦", "القامشلي=القَامِشلي 2026=٢٠٢٦"),
            ("大马士革 city", "大=大 马=马 士=士 革=革 city=city"),
            ("Σίσυφος и́й", "σισυφοσ=Σίσυφος ии=и́й"),
            ("U.S. co\u{ad}operation", "u=U s=S co=co operation=operation"),
            ("", ""),
            (" ,;' ", ""),
        ] {
            assert_eq!(read(text), words, "{text}");
        }
    }

    #[test]
    fn arabic_words_are_found_without_what_is_attached() {
        for (word, looked_for) in [
            ("القامشلي", "قامشلي"),
            ("والقامشلي", "قامشلي"),
            ("وبالقامشلي", "قامشلي"),
            ("للجيش", "جيش"),
            ("لبنان", "لبنان"),
            ("وزير", "وزير"),
            ("ال", "ال"),
            ("damascus", "damascus"),
        ] {
            assert_eq!(stem(word), looked_for, "{word}");
        }
    }

    proptest! {
        /// What was read is read again as it stands, and spans fit the text.
        #[test]
        fn words_stay_as_they_are(text in "\\PC{0,30}") {
            let mut reader = WordReader::new(&text);
            while reader.read() {
                prop_assert!(!reader.word().is_empty() && !reader.span.of(&text).is_empty());
                let mut again = WordReader::new(reader.word());
                prop_assert!(again.read());
                prop_assert_eq!(again.word(), reader.word());
                prop_assert!(!again.read());
            }
        }

        /// Folding first changes nothing.
        #[test]
        fn folded_texts_have_the_same_words(text in "[ a-zA-Z'’.,éßïأةيʿ-]{0,20}") {
            let words = |text: &str| {
                let mut reader = WordReader::new(text);
                let mut out = Vec::new();
                while reader.read() {
                    out.push(reader.word().to_owned());
                }
                out
            };
            prop_assert_eq!(words(&fold(&text)), words(&text));
        }
    }
}
