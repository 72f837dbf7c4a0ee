//! Ids and Latin letters for names in any script.
//!
//! In goes a name; out comes the same name in small Latin letters, and an id made of them.
//! The transliteration is plain and stable, not learned: it serves ids and comparison and is never shown.

use super::ActorId;
use crate::text::fold::fold;

/// The longest part of an id that is made of the name.
const N_BYTES: usize = 56;

/// The id of a name: its folded words joined by hyphens; a name that leaves nothing gets a hash of its bytes.
pub(super) fn id(name: &str) -> ActorId {
    let latin = latin(name);
    let mut slug = String::with_capacity(latin.len().min(N_BYTES));
    for word in latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if slug.len() + word.len() >= N_BYTES {
            let room = N_BYTES.saturating_sub(slug.len() + 1);
            if slug.is_empty() {
                slug.push_str(word.get(..room).unwrap_or_default());
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() {
        let hash = blake3::hash(name.as_bytes()).to_hex();
        slug = format!("n-{}", hash.get(..12).unwrap_or_default());
    }
    ActorId(slug)
}

/// A name folded, with Arabic, Cyrillic and Greek letters as Latin ones.
pub(super) fn latin(name: &str) -> String {
    let folded = fold(name);
    if folded.is_ascii() {
        return folded;
    }
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        match letters(c) {
            Some(latin) => out.push_str(latin),
            None => out.push(c),
        }
    }
    out
}

fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ا' => "a",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'ع' | 'ء' => "",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' => "u",
        'ي' => "i",
        'پ' => "p",
        'چ' => "ch",
        'ژ' => "zh",
        'گ' => "g",
        'ۆ' => "o",
        'ێ' => "e",
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'α' | 'ά' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' | 'έ' => "e",
        'ζ' => "z",
        'η' | 'ή' | 'ι' | 'ί' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' | 'ύ' => "y",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_names() {
        for (name, expected) in [
            ("Ahmed al-Sharaa", "ahmed-al-sharaa"),
            ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
            ("Владимир Путин", "vladimir-putin"),
            ("أحمد الشرع", "ahmd-alshr"),
            ("Kurdistan Workers’ Party", "kurdistan-workers-party"),
            ("U.N.", "u-n"),
        ] {
            assert_eq!(id(name).as_str(), expected, "{name}");
        }
        for name in ["習近平", "…", "", &"x".repeat(500), &"ab ".repeat(500)] {
            assert_eq!(ActorId::new(id(name).as_str()), Some(id(name)), "{name}");
        }
    }
}
