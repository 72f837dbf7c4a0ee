//! Names of places in the script of a language.

use super::{Place, Spellings};

/// A script in which the curated table spells names, and the language whose spelling comes first in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Arabic letters, as Arabic writes them.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Cyrillic letters, as Russian writes them.
    Cyrillic,
}

impl Script {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Arabic, Self::Hebrew, Self::Cyrillic];

    /// The script of a language tag (BCP 47) such as `ar-SY`; none for languages whose spellings the table does not tell from others.
    pub fn of_language(tag: &str) -> Option<Self> {
        match tag.split('-').next()? {
            "ar" => Some(Self::Arabic),
            "he" => Some(Self::Hebrew),
            "ru" => Some(Self::Cyrillic),
            _ => None,
        }
    }

    /// Letters that the language of the script uses; Persian and Kurdish ones are not Arabic.
    fn holds(self, c: char) -> bool {
        match self {
            Self::Arabic => matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{652}'),
            Self::Hebrew => matches!(c, '\u{5d0}'..='\u{5ea}'),
            Self::Cyrillic => matches!(c, '\u{410}'..='\u{44f}' | 'ё' | 'Ё'),
        }
    }

    fn spells(self, name: &str) -> bool {
        let mut letters = name.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| self.holds(c))
    }
}

impl Place {
    /// Its name in a script: the first spelling in it. That of a place that nobody curated is told only when there is no other, because its spellings come in no order.
    pub fn name_in(&self, script: Script) -> Option<&str> {
        let mut found = self.spellings.iter().filter(|name| script.spells(name));
        let first = found.next()?;
        (self.id.is_curated() || found.next().is_none()).then_some(first)
    }

    /// The place as a label needs it: with one spelling for each script, and without the division in which it lies.
    #[must_use]
    pub fn for_labels(self) -> Self {
        let spellings: Spellings = Script::ALL.iter().filter_map(|s| self.name_in(*s)).collect();
        Self { spellings, division: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::{PlaceId, PlaceKind};

    #[test]
    fn a_name_in_the_script_of_the_reader() {
        for (id, spellings, language, name) in [
            ("aleppo", "Halab|حلب|Heleb|חאלב|Алеппо", "ar-SY", Some("حلب")),
            ("aleppo", "Halab|حلب|Heleb|חאלב|Алеппо", "he", Some("חאלב")),
            ("aleppo", "Halab|حلب|Heleb|חאלב|Алеппо", "ru-RU", Some("Алеппо")),
            ("aleppo", "Halab|حلب", "de", None),
            ("aleppo", "Halab|حلب", "ru", None),
            ("qamishli", "قامشلۆ|القامشلي|قامشلي", "ar", Some("القامشلي")),
            ("gn1", "ترطوس|طرطوس", "ar", None),
            ("gn1", "پاریس|باريس", "ar", Some("باريس")),
        ] {
            let place = Place {
                id: PlaceId::new(id).unwrap(),
                name: "Name".into(),
                kind: PlaceKind::City,
                country: None,
                point: None,
                prominence: 1,
                division: None,
                spellings: spellings.split('|').collect(),
            };
            let script = Script::of_language(language);
            assert_eq!(script.and_then(|s| place.name_in(s)), name, "{id} {language}");
            let kept = place.clone().for_labels();
            assert_eq!(script.and_then(|s| kept.name_in(s)), name, "{id} {language}, kept");
        }
    }
}
