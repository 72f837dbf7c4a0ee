//! The words of a person's name that tell one person from another.
//!
//! In goes a name as it is written; out come its words in Latin small letters, without titles and particles.
//! "President Ahmad Al Shara" gives "ahmad shara", "Abdel Fattah el-Sisi" and "Abdul-Fattah al Sisi" both begin with "abd" and the next word in one.

use super::slug::latin;
use crate::text::word_table::WordTable;

/// Words before a name that are no part of it.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "adm", "admiral", "ambassador", "ayatollah", "baroness", "brig", "capt", "captain",
    "chancellor", "col", "colonel", "cardinal", "commander", "dame", "dr", "emir", "former", "gen",
    "general", "gov", "governor", "imam", "judge", "justice", "king", "lady", "lieutenant", "lord",
    "lt", "madame", "maj", "major", "minister", "miss", "mr", "mrs", "ms", "mullah", "pope",
    "president", "prince", "princess", "prof", "professor", "queen", "rep", "sen", "senator",
    "sgt", "sheikh", "sir", "sultan",
];
/// Titles that are part of a name as it is used.
#[rustfmt::skip]
const KEPT: &[&str] = &[
    "baroness", "dame", "emir", "imam", "judge", "king", "lady", "lord", "mullah", "pope",
    "prince", "princess", "queen", "sheikh", "sir", "sultan",
];
/// Words inside a name that writers leave out or write in several ways.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "ad", "af", "al", "an", "ar", "as", "ash", "at", "az", "bin", "bint", "da", "das", "de", "del",
    "della", "den", "der", "di", "dos", "du", "ed", "el", "en", "er", "es", "esh", "et", "ibn",
    "la", "le", "of", "ould", "the", "ul", "van", "von", "y",
];
/// Beginnings of a name that are one name with the word that follows.
const SERVANTS: &[&str] = &["abd", "abdal", "abdel", "abdol", "abdul", "abdur", "abdu", "abed"];
const FATHERS: &[&str] = &["abou", "abu", "umm", "um"];
const IS_TITLE: u32 = 1;
const IS_KEPT: u32 = 2;
const IS_PARTICLE: u32 = 4;
const IS_SERVANT: u32 = 8;
const IS_FATHER: u32 = 16;

/// Every word with the lists that hold it.
static LISTS: WordTable<128, 256> = WordTable::EMPTY
    .with_list(TITLES, IS_TITLE)
    .with_list(KEPT, IS_KEPT)
    .with_list(PARTICLES, IS_PARTICLE)
    .with_list(SERVANTS, IS_SERVANT)
    .with_list(FATHERS, IS_FATHER);

/// More words than this say nothing more.
const N_WORDS: usize = 8;

/// The telling words of a name, 8 at most; if all are titles or particles, all of them.
pub(super) fn words(name: &str) -> Vec<String> {
    let latin = latin(name);
    let all = latin.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let mut all = all.take(N_WORDS * 4).peekable();
    let mut out: Vec<String> = Vec::new();
    let mut prefix = "";
    while let Some(word) = all.next() {
        // The last word is a part of the name, whatever it is.
        let lists = if all.peek().is_some() { LISTS.get(word) } else { 0 };
        if out.is_empty() && prefix.is_empty() && lists & IS_TITLE != 0 || lists & IS_PARTICLE != 0
        {
            continue;
        }
        if lists & IS_SERVANT != 0 {
            prefix = "abd";
            continue;
        }
        if lists & IS_FATHER != 0 {
            prefix = if word.starts_with('a') { "abu" } else { "um" };
            continue;
        }
        if matches!(word, "jr" | "sr" | "ii" | "iii" | "iv") && !out.is_empty() {
            continue;
        }
        if out.len() == N_WORDS {
            break;
        }
        // "J. D." and "JD" are one word.
        match out.last_mut() {
            Some(last) if word.len() == 1 && last.len() == 1 && word.is_ascii() => {
                last.push_str(word);
            }
            _ if prefix.is_empty() => out.push(without_servant(word)),
            _ => out.push(format!("{prefix}{}", without_servant(word))),
        }
        prefix = "";
    }
    out
}

/// "abdulrahman" as "abdrahman", so that it equals "abd al-rahman".
fn without_servant(word: &str) -> String {
    let rest = word.strip_prefix("abd").and_then(|word| {
        ["ul", "el", "al", "ur", "er"].iter().find_map(|servant| word.strip_prefix(servant))
    });
    let rest = rest.filter(|rest| rest.len() >= 3);
    rest.map_or_else(|| word.to_owned(), |rest| format!("abd{rest}"))
}

/// Whether a folded word is a title.
pub(super) fn is_title(word: &str) -> bool {
    LISTS.get(word) & IS_TITLE != 0
}

/// Whether a word as it is written is a title that no name keeps ("Mr.", "President"; but "Pope", "Sheikh").
pub(super) fn is_honorific(word: &str) -> bool {
    let word = latin(word.trim_end_matches('.'));
    LISTS.get(&word) & (IS_TITLE | IS_KEPT) == IS_TITLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telling_words() {
        for (name, expected) in [
            ("Ahmed al-Sharaa", "ahmed sharaa"),
            ("President Ahmad Al Shara", "ahmad shara"),
            ("Sharaa", "sharaa"),
            ("Abdel Fattah el-Sisi", "abdfattah sisi"),
            ("Abdul-Fattah al Sisi", "abdfattah sisi"),
            ("Abdulrahman Mustafa", "abdrahman mustafa"),
            ("Abd al-Rahman Mustafa", "abdrahman mustafa"),
            ("Abu Mohammed al-Jolani", "abumohammed jolani"),
            ("Mohammed bin Salman", "mohammed salman"),
            ("Geir O. Pedersen", "geir o pedersen"),
            ("Staffan de Mistura", "staffan mistura"),
            ("J. D. Vance", "jd vance"),
            ("JD Vance", "jd vance"),
            ("King", "king"),
            ("Al", "al"),
            ("…", ""),
        ] {
            assert_eq!(words(name).join(" "), expected, "{name}");
        }
    }
}
