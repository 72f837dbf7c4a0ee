//! What narrows: for each facet the values that are wanted and those that are not, and besides them days, an area and words.
//!
//! Values are ids, so that a selection means the same in another corpus; which of them a corpus holds is asked when it is matched.

use super::area::Area;
use super::day;
use super::key::{FacetKey, N_FACETS};
use crate::article::Date;

/// What is chosen of one facet. The default chooses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    included: Vec<String>,
    excluded: Vec<String>,
    is_all: bool,
}

impl Chosen {
    /// Values that are wanted, in the order in which they were chosen.
    pub fn included(&self) -> &[String] {
        &self.included
    }

    /// Values none of which may be there, in the order in which they were chosen.
    pub fn excluded(&self) -> &[String] {
        &self.excluded
    }

    /// Whether all wanted values must be there, and not any of them; only said of wanted ones.
    pub fn is_all(&self) -> bool {
        self.is_all
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.included.is_empty() && self.excluded.is_empty()
    }

    /// Takes a value away, wherever it stands; whether it stood there.
    fn remove(&mut self, id: &str) -> bool {
        let n = self.included.len() + self.excluded.len();
        self.included.retain(|v| v != id);
        self.excluded.retain(|v| v != id);
        self.is_all &= !self.included.is_empty();
        self.included.len() + self.excluded.len() < n
    }
}

/// What narrows. The default narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: [Chosen; N_FACETS],
    /// Published on this day or later.
    pub from: Option<Date>,
    /// Published on this day or earlier.
    pub to: Option<Date>,
    /// A place is named whose point lies in this area.
    pub area: Option<Area>,
    /// The sentence holds every one of these words or the beginning of such a one, or names a place that they spell.
    pub words: String,
}

impl Selection {
    /// What a search alone leaves.
    pub fn searching(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// Whether nothing narrows.
    pub fn is_empty(&self) -> bool {
        let rest = self.from.is_none() && self.to.is_none() && self.area.is_none();
        rest && !self.has_words() && self.chosen.iter().all(Chosen::is_empty)
    }

    /// Whether there is a letter or a digit to look for; marks alone narrow nothing.
    pub fn has_words(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }

    /// Whether, without words, only sentences that name a place fit: nothing is wanted that brings in others.
    pub fn needs_place(&self) -> bool {
        let brings_in = |key: FacetKey| key.brings_in() && !self.included(key).is_empty();
        !FacetKey::ALL.into_iter().any(brings_in)
    }

    /// What is chosen of a facet.
    pub fn chosen(&self, key: FacetKey) -> &Chosen {
        &self.chosen[key.number()]
    }

    /// The wanted values of a facet.
    pub fn included(&self, key: FacetKey) -> &[String] {
        &self.chosen(key).included
    }

    /// Whether a value is wanted.
    pub fn includes(&self, key: FacetKey, id: &str) -> bool {
        self.included(key).iter().any(|v| v == id)
    }

    /// Whether a value is not wanted.
    pub fn excludes(&self, key: FacetKey, id: &str) -> bool {
        self.chosen(key).excluded.iter().any(|v| v == id)
    }

    /// Wants a value; one that was excluded no longer is. A text that is no id changes nothing.
    pub fn include(&mut self, key: FacetKey, id: &str) {
        if is_id(id) && !self.includes(key, id) {
            let chosen = self.of(key);
            chosen.excluded.retain(|v| v != id);
            chosen.included.push(id.to_owned());
            chosen.is_all &= day::range_of(id).is_none();
        }
    }

    /// Excludes a value; one that was wanted no longer is. A text that is no id changes nothing.
    pub fn exclude(&mut self, key: FacetKey, id: &str) {
        if is_id(id) && !self.excludes(key, id) {
            let chosen = self.of(key);
            chosen.remove(id);
            chosen.excluded.push(id.to_owned());
        }
    }

    /// Wants a value, or takes it away when it is chosen in either way.
    pub fn toggle(&mut self, key: FacetKey, id: &str) {
        if !self.of(key).remove(id) {
            self.include(key, id);
        }
    }

    /// Excludes a value, or takes it away when it is excluded.
    pub fn toggle_excluded(&mut self, key: FacetKey, id: &str) {
        if self.excludes(key, id) {
            self.of(key).remove(id);
        } else {
            self.exclude(key, id);
        }
    }

    /// Asks for all wanted values of a facet or for any of them; without a wanted value it is always any.
    pub fn set_all(&mut self, key: FacetKey, is_all: bool) {
        let chosen = self.of(key);
        // A range is many values: any of them.
        let has_range = chosen.included.iter().any(|id| day::range_of(id).is_some());
        chosen.is_all = is_all && !chosen.included.is_empty() && !has_range;
    }

    /// Takes away everything that is chosen of a facet.
    pub fn clear(&mut self, key: FacetKey) {
        *self.of(key) = Chosen::default();
    }

    fn of(&mut self, key: FacetKey) -> &mut Chosen {
        &mut self.chosen[key.number()]
    }
}

/// Whether a text has the form of an id: 1 to 80 letters, digits and hyphens, the first of them no hyphen; or of two with two points between them, for a range.
pub fn is_id(text: &str) -> bool {
    let is_one = |text: &str| {
        !text.starts_with('-')
            && (1..=80).contains(&text.chars().count())
            && text.chars().all(|c| c == '-' || c.is_alphanumeric())
    };
    text.split_once("..").map_or_else(|| is_one(text), |(from, to)| is_one(from) && is_one(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: steps, where `x` toggles, `-x` toggles the exclusion, `*` asks for all; what is chosen then, in the same words.
    #[test]
    fn steps_of_a_selection() {
        for (steps, expected) in [
            ("a b", "a b"),
            ("a b a", "b"),
            ("-a b", "b -a"),
            ("-a a", ""),
            ("a -a", "-a"),
            ("-a -a", ""),
            ("a b *", "a b *"),
            ("a * a", ""),
            ("a * -a", "-a"),
            ("* a", "a"),
            ("a *", "a *"),
            ("a/b é --x é-1", "é é-1"),
        ] {
            let mut selection = Selection::default();
            for step in steps.split(' ') {
                match step.strip_prefix('-') {
                    _ if step == "*" => selection.set_all(FacetKey::Person, true),
                    Some(id) => selection.toggle_excluded(FacetKey::Person, id),
                    None => selection.toggle(FacetKey::Person, step),
                }
            }
            let chosen = selection.chosen(FacetKey::Person);
            let mut told: Vec<String> = chosen.included().to_vec();
            told.extend(chosen.excluded().iter().map(|id| format!("-{id}")));
            told.extend(chosen.is_all().then(|| "*".to_owned()));
            assert_eq!(told.join(" "), expected, "{steps}");
            assert_eq!(selection.is_empty(), expected.is_empty(), "{steps}");
        }
    }
}
