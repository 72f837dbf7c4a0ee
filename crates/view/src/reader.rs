//! The reader's language, as far as names on the map follow it.
//!
//! In go the language and the names of countries that the browser has in it; out come names of places. What has no name in that language keeps its English one.

use dateline_core::gazetteer::{CountryCode, Place, PlaceKind, Script};

/// The reader. The default one reads English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// Tag of the language (BCP 47), when names follow it.
    language: Option<String>,
    script: Option<Script>,
    countries: Vec<(CountryCode, String)>,
}

impl Reader {
    /// Whether names follow a language (a tag of BCP 47): those of the page are English already.
    pub fn follows(language: &str) -> bool {
        language.split('-').next() != Some("en")
    }

    /// A reader of a language with the names that countries have in it.
    pub fn new(language: &str, countries: Vec<(CountryCode, String)>) -> Self {
        let script = Script::of_language(language);
        Self { language: Some(language.to_owned()), script, countries }
    }

    /// The language of a name on the map, when it is the reader's own.
    pub fn language_of(&self, place: &Place) -> Option<&str> {
        self.own_name(place).and(self.language.as_deref())
    }

    /// The name of a place on the map.
    pub fn name<'a>(&'a self, place: &'a Place) -> &'a str {
        self.own_name(place).unwrap_or(&place.name)
    }

    fn own_name<'a>(&'a self, place: &'a Place) -> Option<&'a str> {
        let country = place
            .country
            .filter(|_| matches!(place.kind, PlaceKind::Country | PlaceKind::Territory))
            .and_then(|code| self.countries.iter().find(|(of, _)| *of == code));
        let name = country.map(|(_, name)| name.as_str());
        name.or_else(|| place.name_in(self.script?))
    }
}
