//! What was weighed for the names of an article: lists of candidates, kept as they stand in the pack.
//!
//! In go the lists; out comes one of them when somebody asks why a name was read so.
//! A large corpus has a hundred thousand of them and a page shows one, so that they are read when they are asked for; bytes that are no lists hold none.

use crate::annotate::{Confidence, Evidence};
use crate::gazetteer::PlaceId;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A place that was weighed for a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// The place: one that the corpus names, or one of those that were weighed alone.
    pub place: PlaceId,
    /// Its share of the total weight.
    pub confidence: Confidence,
    /// What spoke for it.
    pub evidence: Vec<Evidence>,
}

/// Lists of candidates, the best first in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weighings(Box<[u8]>);

impl Weighings {
    /// Keeps lists.
    pub fn of(lists: &[Vec<Weighed>]) -> Self {
        // Writing to memory cannot fail, and a list has a postcard form.
        Self(
            lists.iter().flat_map(|list| postcard::to_allocvec(list).unwrap_or_default()).collect(),
        )
    }

    /// The list with this number; empty when there is none.
    pub fn list(&self, number: u32) -> Vec<Weighed> {
        let mut rest: &[u8] = &self.0;
        let mut n_before = 0;
        // One list stands behind the other; what is no list ends them.
        while let Ok((list, behind)) = postcard::take_from_bytes(rest) {
            if n_before == number {
                return list;
            }
            n_before += 1;
            rest = behind;
        }
        Vec::new()
    }
}

impl Serialize for Weighings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Weighings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(deserializer).map(|bytes| Self(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(n: u8) -> Vec<Weighed> {
        let weighed = |i: u8| Weighed {
            place: PlaceId::new(&format!("place-{i}")).unwrap(),
            confidence: Confidence::from_hundredths(i),
            evidence: vec![Evidence::Prominence(i), Evidence::KindNamed("river".into())],
        };
        (0..n).map(weighed).collect()
    }

    #[test]
    fn lists_come_out_as_they_went_in() {
        for lengths in [&[][..], &[0], &[3], &[1, 0, 5, 2]] {
            let lists: Vec<Vec<Weighed>> = lengths.iter().map(|n| list(*n)).collect();
            let kept = Weighings::of(&lists);
            for (list, number) in lists.iter().zip(0..) {
                assert_eq!(kept.list(number), *list, "{lengths:?} {number}");
            }
            for beyond in [lengths.len() as u32, u32::MAX] {
                assert_eq!(kept.list(beyond), [], "{lengths:?} {beyond}");
            }
            let bytes = postcard::to_allocvec(&kept).unwrap();
            assert_eq!(postcard::from_bytes(&bytes), Ok(kept));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let kept = Weighings(bytes.into());
            for number in [0, 1, 2, 70, u32::MAX] {
                kept.list(number);
            }
        }
    }
}
