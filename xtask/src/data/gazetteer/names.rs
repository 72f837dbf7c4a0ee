//! Which of GeoNames' alternate names are worth a place in a pack.
//!
//! In go all names of a town, out come spellings that an article in English or Arabic may use.
//! GeoNames also lists codes of airports, links, and machine-made spellings; those are left out as far as their form shows them.

use std::collections::BTreeSet;

use dateline_core::text::fold::fold;

/// How many alternate names a pack holds.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    /// Fewest people of a town whose Latin alternate names are taken.
    pub(super) latin_from: u32,
    /// Fewest people of a town whose Arabic names are taken, outside countries that write them.
    pub(super) arabic_from: u32,
    /// Fewest people for Arabic names in countries that write them.
    pub(super) native_from: u32,
}

/// Languages written in Arabic letters.
const ARABIC_LANGUAGES: [&str; 6] = ["ar", "fa", "ku", "ps", "ckb", "ur"];

/// Whether towns of a country with these languages have names in Arabic letters of their own.
pub(super) fn writes_arabic(languages: &str) -> bool {
    let first = languages.split([',', '-']).next().unwrap_or_default();
    ARABIC_LANGUAGES.contains(&first)
        || languages.split(',').any(|l| l == "ar" || l.starts_with("ar-"))
}

/// The spellings of a town besides its name, without those that fold to the same.
pub(super) fn alternates<'a>(
    name: &str,
    alternates: &'a [String],
    population: u32,
    is_native: bool,
    choice: Choice,
) -> Vec<&'a str> {
    let mut seen = BTreeSet::from([fold(name)]);
    let arabic_from = if is_native { choice.native_from } else { choice.arabic_from };
    let mut out = Vec::new();
    for spelling in alternates {
        let is_wanted = population >= choice.latin_from && is_latin_name(spelling)
            || population >= arabic_from && is_arabic_name(spelling);
        if is_wanted && seen.insert(fold(spelling)) {
            out.push(spelling.as_str());
        }
    }
    out
}

/// A name in Latin letters as a text may hold it: no code, no machine's transcription (those begin small).
fn is_latin_name(spelling: &str) -> bool {
    const SHORTEST: usize = 4;
    const MOST_WORDS: usize = 5;
    let is_letter = |c: char| matches!(c, 'A'..='Z' | 'a'..='z' | 'À'..='ɏ' | 'Ḁ'..='ỿ');
    let is_mark = |c: char| matches!(c, ' ' | '-' | '\'' | '’' | '‘' | '`' | '.' | 'ʿ' | 'ʾ' | 'ʻ');
    spelling.starts_with(char::is_uppercase)
        && spelling.chars().all(|c| is_letter(c) || is_mark(c))
        && spelling.chars().any(char::is_lowercase)
        && spelling.chars().count() >= SHORTEST
        && spelling.split_whitespace().count() <= MOST_WORDS
}

/// A name in the letters of Arabic and Persian.
fn is_arabic_name(spelling: &str) -> bool {
    const SHORTEST: usize = 3;
    let is_letter = |c: char| matches!(c, 'ء'..='ي' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی');
    let is_mark = |c: char| matches!(c, ' ' | '-' | '\u{64b}'..='\u{652}' | '\u{200c}');
    spelling.chars().all(|c| is_letter(c) || is_mark(c))
        && spelling.chars().filter(|&c| is_letter(c)).count() >= SHORTEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternate_names() {
        for (spelling, latin, arabic) in [
            ("Haleb", true, false),
            ("Madīnat Ḩalab", true, false),
            ("ALP", false, false),
            ("a lei po", false, false),
            ("Aleppo 21000", false, false),
            ("Алеппо", false, false),
            ("حلب", false, true),
            ("ووپاٹال", false, false),
            ("阿勒颇", false, false),
        ] {
            assert_eq!(is_latin_name(spelling), latin, "{spelling}");
            assert_eq!(is_arabic_name(spelling), arabic, "{spelling}");
        }
    }
}
