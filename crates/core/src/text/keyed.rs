//! Numbers under texts: a sorted list instead of a map.
//!
//! There is one kind of it for all uses, because every further kind of map makes the program of the page larger.

use crate::order;

/// Numbers under texts, sorted.
#[derive(Default)]
pub(crate) struct Keyed<'a>(Vec<(&'a str, u32)>);

impl<'a> Keyed<'a> {
    /// Every text with every number that it came with.
    pub(crate) fn all(pairs: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut list: Vec<(&str, u32)> = pairs.collect();
        order::sort_by(&mut list, Ord::cmp);
        Self(list)
    }

    /// Every text once, with the smallest of its numbers.
    pub(crate) fn firsts(pairs: impl Iterator<Item = (&'a str, u32)>) -> Self {
        let mut keyed = Self::all(pairs);
        keyed.0.dedup_by_key(|pair| pair.0);
        keyed
    }

    /// All pairs, by their texts.
    pub(crate) fn pairs(&self) -> &[(&'a str, u32)] {
        &self.0
    }

    /// The pairs with a text.
    pub(crate) fn of(&self, text: &str) -> &[(&'a str, u32)] {
        let first = self.0.partition_point(|pair| pair.0 < text);
        let rest = self.0.get(first..).unwrap_or_default();
        rest.get(..rest.partition_point(|pair| pair.0 == text)).unwrap_or_default()
    }

    /// Where the first pair with a text stands.
    pub(crate) fn place(&self, text: &str) -> Option<u32> {
        let at = self.0.partition_point(|pair| pair.0 < text);
        self.0.get(at).filter(|pair| pair.0 == text)?;
        u32::try_from(at).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_their_numbers() {
        let pairs = || [("b", 3), ("a", 2), ("b", 1), ("", 7), ("ab", 0)].into_iter();
        let (all, firsts) = (Keyed::all(pairs()), Keyed::firsts(pairs()));
        assert_eq!(firsts.pairs(), [("", 7), ("a", 2), ("ab", 0), ("b", 1)]);
        for (text, of, place) in [
            ("b", &[("b", 1), ("b", 3)][..], Some(3)),
            ("a", &[("a", 2)], Some(1)),
            ("", &[("", 7)], Some(0)),
            ("c", &[], None),
            ("aa", &[], None),
        ] {
            assert_eq!(all.of(text), of, "{text}");
            assert_eq!(firsts.place(text), place, "{text}");
        }
    }
}
