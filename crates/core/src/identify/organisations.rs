//! Names of organisations: the form in which two of them are equal, acronyms, initials.
//!
//! In goes a name; out come keys to compare it by.
//! What is known of organisations beforehand is in `known`.

use super::slug::latin;

/// Words that say what form a company has; left out at the end.
const FORMS: [&str; 14] = [
    "ag",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "ltd",
    "nv",
    "plc",
    "sa",
];
/// Words after a name that say what it is, so that the name may stand without them.
const KINDS: [&str; 22] = [
    "agency",
    "bank",
    "broadcaster",
    "channel",
    "federation",
    "foundation",
    "group",
    "holding",
    "holdings",
    "militia",
    "movement",
    "network",
    "news",
    "newspaper",
    "oil",
    "organization",
    "party",
    "press",
    "radio",
    "television",
    "tv",
    "union",
];
/// Words that acronyms leave out.
const SMALL: [&str; 14] =
    ["a", "al", "and", "at", "de", "du", "for", "in", "la", "of", "on", "the", "to", "und"];
/// Longer names have no acronym.
const N_INITIALS: usize = 10;

/// The form in which two names of one organisation are equal: folded words without article, company form and possessive, one spelling of both sides of the ocean.
pub(super) fn plain(name: &str) -> String {
    let latin = if name.contains('.') { latin(&name.replace('.', "")) } else { latin(name) };
    let mut words: Vec<&str> =
        latin.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    if words.len() > 1 && words.first() == Some(&"the") {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|w| FORMS.contains(w)) {
        words.pop();
    }
    let words: Vec<&str> = words.into_iter().map(one_spelling).collect();
    words.join(" ")
}

fn one_spelling(word: &str) -> &str {
    match word {
        "organisation" => "organization",
        "organisations" => "organizations",
        "defence" => "defense",
        "centre" => "center",
        "labour" => "labor",
        "programme" => "program",
        "defences" => "defenses",
        other => other,
    }
}

/// A plain name without the words at its end that say what it is; `None` when there are none.
pub(super) fn without_kind(plain: &str) -> Option<&str> {
    let mut rest = plain;
    while let Some((before, last)) = rest.rsplit_once(' ') {
        if !KINDS.contains(&last) {
            break;
        }
        rest = before;
    }
    (rest.len() < plain.len() && rest.len() > 2 && !SMALL.contains(&rest)).then_some(rest)
}

/// Whether a name is written as an acronym: two to eight capitals and digits, with dots or without.
pub(super) fn is_acronym(name: &str) -> bool {
    let mut n_capitals = 0;
    let mut n_letters = 0;
    for c in name.chars() {
        match c {
            '.' => continue,
            c if c.is_uppercase() => n_capitals += 1,
            c if c.is_ascii_digit() => {}
            _ => return false,
        }
        n_letters += 1;
        if n_letters > 8 {
            return false;
        }
    }
    n_capitals > 0 && n_letters > 1
}

/// The initials of a plain name of several words: with its small words and without.
pub(super) fn initials(plain: &str) -> [String; 2] {
    let take = |small: bool| {
        let words = plain.split(' ').filter(|w| small || !SMALL.contains(w));
        let initials: String =
            words.take(N_INITIALS + 1).filter_map(|w| w.chars().next()).collect();
        if (2..=N_INITIALS).contains(&initials.chars().count()) { initials } else { String::new() }
    };
    [take(false), take(true)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names() {
        for (name, expected) in [
            ("the Syrian Democratic Forces", "syrian democratic forces"),
            ("Rosneft Oil Company", "rosneft oil"),
            ("World Health Organisation", "world health organization"),
            ("U.N.", "un"),
            ("Kurdistan Workers’ Party", "kurdistan workers party"),
            ("The", "the"),
        ] {
            assert_eq!(plain(name), expected, "{name}");
        }
        assert_eq!(without_kind("rosneft oil"), Some("rosneft"));
        assert_eq!(without_kind("reuters news agency"), Some("reuters"));
        assert_eq!(without_kind("party"), None);
        assert_eq!(
            initials("organization for the prohibition of chemical weapons"),
            ["opcw", "oftpocw"]
        );
    }

    #[test]
    fn acronyms() {
        for (name, is) in [
            ("SDF", true),
            ("U.N.", true),
            ("G7", true),
            ("Hamas", false),
            ("X", false),
            ("2026", false),
            ("ABCDEFGHI", false),
            ("", false),
        ] {
            assert_eq!(is_acronym(name), is, "{name}");
        }
    }
}
