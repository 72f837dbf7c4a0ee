//! Capital letters, for names that a map sets in them.

use dateline_core::text::fold::small;

/// A name in capital letters.
pub fn capitals(name: &str) -> String {
    let capital = |c: char| {
        let of = |n: u32| char::from_u32(u32::from(c).checked_sub(n)?).filter(|up| small(*up) == c);
        // Small letters stand behind their capitals, at one of these distances.
        [32, 1, 80, 48, 37, 38, 63, 64, 202, 206, 217]
            .into_iter()
            .find_map(|n| of(n).filter(|up| *up != c))
            .unwrap_or(c)
    };
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'ß' => out.push_str("SS"),
            'ς' => out.push('Σ'),
            'ÿ' => out.push('Ÿ'),
            'ı' => out.push('I'),
            _ => out.push(capital(c)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_those_of_the_library() {
        for name in [
            "Syria",
            "Türkiye",
            "Côte d’Ivoire",
            "Österreich",
            "Straße",
            "Россия",
            "Україна",
            "Ελλάδα",
            "Λευκωσία",
            "Հայաստան",
            "Česko",
            "Việt Nam",
            "Łódź",
            "Ísland",
            "Қазақстан",
            "سوريا",
            "中国",
            "Ўзбекистон",
            "Ћирилица",
            "Ђурђевац",
            "Türkmenistan",
            "Azərbaycan",
            "Ħal",
            "Ŋari",
            "Ʋlɔ",
        ] {
            let ours = capitals(name);
            assert_eq!(ours, name.to_uppercase(), "{name}");
        }
    }
}
