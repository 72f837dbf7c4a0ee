//! Which lines of a text are not English: names of persons and organisations are read in English alone.
//!
//! In goes a text; out come the spans of lines in other languages or scripts, judged by small words.
//! A line that is too short to tell is what the whole text is. Which language it is instead is not asked.

use crate::text::Span;
use crate::text::prose::Prose;
use crate::text::token::{Token, TokenKind};
use crate::text::word_table::WordTable;

/// Small words that stand in nearly every English sentence.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "a", "about", "after", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had",
    "has", "have", "he", "her", "his", "if", "into", "is", "it", "its", "more", "not", "of", "or",
    "over", "she", "said", "that", "the", "their", "they", "this", "to", "was", "were", "when",
    "which", "who", "will", "with", "would", "you", "my", "says", "our", "on",
];

/// Small words of other languages in Latin letters that are no English words.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "aan", "ada", "auch", "dass", "nach", "noch", "ont", "sind", "été", "wurde", "wurden", "für", "hat", "ist", "seit", "sie", "vom", "wie", "wir", "zum", "zur", "über", "als", "att", "auf", "aus", "av", "bei", "bir", "bu", "che", "com", "con", "cu",
    "da", "dan", "dans", "das", "de", "dei", "del", "della", "dem", "den", "dengan", "der", "des",
    "di", "dos", "du", "een", "ein", "eine", "el", "em", "en", "est", "et", "fra", "het", "hij",
    "ile", "il", "jest", "je", "kan", "la", "las", "le", "les", "los", "med", "mit", "nel", "ni",
    "nicht", "nie", "não", "och", "oder", "og", "os", "para", "pas", "por", "pour", "que", "qui",
    "são", "się", "sich", "som", "sono", "sont", "sur", "też", "til", "uma", "una", "und", "une",
    "untuk", "van", "ve", "von", "voor", "wird", "y", "yang", "za", "ze", "zu", "è", "için", "är",
];

/// What is counted of a line.
#[derive(Clone, Copy, Default)]
struct Count {
    n_words: u32,
    /// Words that begin with a small letter.
    n_small: u32,
    n_english: u32,
    n_other: u32,
    /// Words in scripts without capitals, or in letters of other alphabets.
    n_foreign_script: u32,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.n_words += other.n_words;
        self.n_small += other.n_small;
        self.n_english += other.n_english;
        self.n_other += other.n_other;
        self.n_foreign_script += other.n_foreign_script;
    }

    /// Whether scripts or small words of other languages prevail.
    fn has_other_words(self) -> bool {
        let n_other = if self.n_other > self.n_english { self.n_other } else { 0 };
        self.n_foreign_script * 2 > self.n_words
            || n_other * 4 > self.n_words
            // In a list of names alone such words are parts of them.
            || n_other * 8 > self.n_words && self.n_small * 3 > self.n_words
    }

    /// Whether English words are missing where there should be some.
    fn lacks_english(self, fewest_small: u32) -> bool {
        self.n_small >= fewest_small && self.n_english * 16 < self.n_small
    }
}

/// The lines of a text that are not English, in its order.
pub(super) fn foreign(prose: &Prose) -> Vec<Span> {
    const FEWEST_WORDS: u32 = 6;
    let mut lines: Vec<(Span, Count)> = Vec::new();
    let mut whole = Count::default();
    for line in prose.tokens.split(|t| t.kind == TokenKind::Break) {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        let mut count = Count::default();
        for token in line.iter().filter(|t| t.is_word()) {
            count.word(prose.text, token);
        }
        whole.add(count);
        lines.push((Span { start: first.span.start, end: last.span.end }, count));
    }
    let is_foreign = whole.has_other_words() || whole.lacks_english(8);
    let of_line = |count: Count| {
        if count.n_words < FEWEST_WORDS {
            is_foreign
        } else {
            count.has_other_words() || count.lacks_english(if is_foreign { 4 } else { 14 })
        }
    };
    lines.into_iter().filter(|&(_, count)| of_line(count)).map(|(span, _)| span).collect()
}

impl Count {
    fn word(&mut self, text: &str, token: &Token) {
        const LONGEST: usize = 7;
        let word = token.span.bytes_of(text);
        let is_ascii = word.first().is_some_and(u8::is_ascii);
        let first = if is_ascii { None } else { token.span.of(text).chars().next() };
        if !word.first().is_some_and(u8::is_ascii_alphabetic)
            && !first.is_some_and(char::is_alphabetic)
        {
            return;
        }
        self.n_words += 1;
        let is_latin =
            |c: char| ('\u{c0}'..='\u{24f}').contains(&c) || ('\u{1e00}'..='\u{1eff}').contains(&c);
        if !first.is_none_or(is_latin) {
            self.n_foreign_script += 1;
            return;
        }
        self.n_small += u32::from(token.kind == TokenKind::Word);
        if word.len() > LONGEST {
            return;
        }
        match SMALL_WORDS.of_bytes(word) {
            0 => {}
            IS_OTHER => self.n_other += 1,
            _ => self.n_english += 1,
        }
    }
}

const IS_ENGLISH: u32 = 1;
const IS_OTHER: u32 = 2;

static SMALL_WORDS: WordTable<256, 512> =
    WordTable::EMPTY.with_list(ENGLISH, IS_ENGLISH).with_list(OTHER, IS_OTHER);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_other_languages_are_found() {
        for (text, n_foreign) in [
            ("The minister met the mayor of the town on Monday.", 0),
            ("SHIP REACHES PORT AFTER LONG STORM", 0),
            ("Ana Ruiz, Luis Vega, Marta Gil, Juan de la Cruz, Pedro Sanz", 0),
            ("El ministro se reunió con la alcaldesa de la ciudad el lunes.", 1),
            ("Der Minister traf am Montag die Leiterin der Stadt und sprach mit ihr.", 1),
            ("Министр встретился с мэром города в понедельник.", 1),
            ("وصلت السفينة إلى الميناء صباح اليوم", 1),
            (
                "The mayor spoke to the people of the town.\n\nLa mairesse a parlé aux gens de la ville hier.",
                1,
            ),
            ("Bakan dün akşam başkentte gazetecilere yeni yasa hakkında bilgi verdi.", 1),
            ("", 0),
        ] {
            assert_eq!(foreign(&Prose::of(text)).len(), n_foreign, "{text}");
        }
    }
}
