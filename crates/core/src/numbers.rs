//! Many numbers in little memory: two bytes for each while all are small, three or four when one is not.
//!
//! In go numbers; out comes each of them at its place, at once. It sorts nothing and knows no meaning.

use core::ops::Range;

/// A list of numbers, all as wide as the widest needs.
#[derive(Clone, Debug)]
pub(crate) enum Numbers {
    /// Below 2^16.
    Two(Vec<u16>),
    /// Below 2^24, the lowest byte first.
    Three(Vec<[u8; 3]>),
    /// Any.
    Four(Vec<u32>),
}

/// Some of the numbers, side by side.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Row<'a> {
    Two(&'a [u16]),
    Three(&'a [[u8; 3]]),
    Four(&'a [u32]),
}

/// Below these, two bytes are enough, and three.
const TWO: u32 = 1 << 16;
const THREE: u32 = 1 << 24;

impl Numbers {
    /// So many noughts, in place of numbers that are not greater than the greatest.
    pub(crate) fn noughts(n: usize, greatest: u32) -> Self {
        match greatest {
            0..TWO => Self::Two(vec![0; n]),
            TWO..THREE => Self::Three(vec![[0; 3]; n]),
            THREE.. => Self::Four(vec![0; n]),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.all().len()
    }

    pub(crate) fn push(&mut self, number: u32) {
        self.widen(number);
        match self {
            Self::Two(all) => all.push(number as u16),
            Self::Three(all) => all.push(three(number)),
            Self::Four(all) => all.push(number),
        }
    }

    /// Sets a number that is there, and is not greater than the greatest.
    #[inline]
    pub(crate) fn set(&mut self, at: usize, number: u32) {
        match self {
            Self::Two(all) => all.get_mut(at).into_iter().for_each(|to| *to = number as u16),
            Self::Three(all) => all.get_mut(at).into_iter().for_each(|to| *to = three(number)),
            Self::Four(all) => all.get_mut(at).into_iter().for_each(|to| *to = number),
        }
    }

    /// Makes room for a number.
    fn widen(&mut self, number: u32) {
        let is_narrow = match self {
            Self::Two(_) => number >= TWO,
            Self::Three(_) => number >= THREE,
            Self::Four(_) => false,
        };
        if is_narrow {
            let mut wide = Self::noughts(self.len(), number);
            for (number, at) in self.all().iter().zip(0..) {
                wide.set(at, number);
            }
            *self = wide;
        }
    }

    /// Gives back the memory that growing took and no number needs.
    pub(crate) fn shrink_to_fit(&mut self) {
        match self {
            Self::Two(all) => all.shrink_to_fit(),
            Self::Three(all) => all.shrink_to_fit(),
            Self::Four(all) => all.shrink_to_fit(),
        }
    }

    /// All of them.
    #[inline]
    pub(crate) fn all(&self) -> Row<'_> {
        match self {
            Self::Two(all) => Row::Two(all),
            Self::Three(all) => Row::Three(all),
            Self::Four(all) => Row::Four(all),
        }
    }

    /// Those in a range; none when it does not fit.
    #[inline]
    pub(crate) fn row(&self, range: Range<usize>) -> Row<'_> {
        self.all().part(range)
    }

    /// Bytes that it holds.
    pub(crate) fn n_bytes(&self) -> usize {
        let width = match self {
            Self::Two(_) => 2,
            Self::Three(_) => 3,
            Self::Four(_) => 4,
        };
        width * self.len()
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Two(Vec::new())
    }
}

/// However wide they are kept.
impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        self.all().iter().eq(other.all().iter())
    }
}

impl Eq for Numbers {}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(all: I) -> Self {
        let mut out = Self::default();
        all.into_iter().for_each(|number| out.push(number));
        out
    }
}

impl<'a> Row<'a> {
    #[inline]
    pub(crate) fn len(self) -> usize {
        match self {
            Self::Two(all) => all.len(),
            Self::Three(all) => all.len(),
            Self::Four(all) => all.len(),
        }
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The number at a place.
    #[inline]
    pub(crate) fn get(self, at: usize) -> Option<u32> {
        match self {
            Self::Two(all) => all.get(at).map(|number| u32::from(*number)),
            Self::Three(all) => all.get(at).map(|bytes| number(*bytes)),
            Self::Four(all) => all.get(at).copied(),
        }
    }

    /// One after the other; [`Self::each_while`] is faster.
    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = u32> + Clone + 'a {
        (0..self.len()).filter_map(move |at| self.get(at))
    }

    /// Hands over one after the other, as long as they are wanted.
    #[inline(always)]
    pub(crate) fn each_while(self, mut on: impl FnMut(u32) -> bool) {
        match self {
            Self::Two(all) => _ = all.iter().all(|number| on(u32::from(*number))),
            Self::Three(all) => _ = all.iter().all(|bytes| on(number(*bytes))),
            Self::Four(all) => _ = all.iter().all(|number| on(*number)),
        }
    }

    /// From a place on, where the first stands that is meant.
    #[inline]
    pub(crate) fn position_from(
        self,
        from: usize,
        is_meant: impl Fn(u32) -> bool,
    ) -> Option<usize> {
        let at = match self.part(from..self.len()) {
            Self::Two(rest) => rest.iter().position(|number| is_meant(u32::from(*number))),
            Self::Three(rest) => rest.iter().position(|bytes| is_meant(number(*bytes))),
            Self::Four(rest) => rest.iter().position(|number| is_meant(*number)),
        };
        at.map(|at| from + at)
    }

    /// Those of them in a range; none when it does not fit.
    #[inline]
    pub(crate) fn part(self, range: Range<usize>) -> Self {
        match self {
            Self::Two(all) => Self::Two(all.get(range).unwrap_or_default()),
            Self::Three(all) => Self::Three(all.get(range).unwrap_or_default()),
            Self::Four(all) => Self::Four(all.get(range).unwrap_or_default()),
        }
    }

    /// Of sorted numbers, where the first stands in a range that is not smaller than a bound.
    #[inline]
    pub(crate) fn first_from(self, range: Range<usize>, bound: u32) -> usize {
        let (mut low, mut high) = (range.start, range.end.min(self.len()));
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(|number| number < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[inline]
fn three(number: u32) -> [u8; 3] {
    let [first, second, third, _] = number.to_le_bytes();
    [first, second, third]
}

#[inline]
fn number([first, second, third]: [u8; 3]) -> u32 {
    u32::from_le_bytes([first, second, third, 0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers of every width.
    fn number() -> impl Strategy<Value = u32> {
        prop_oneof![0u32..9, 0u32..70_000, any::<u32>(), Just(u32::MAX)]
    }

    #[test]
    fn as_wide_as_the_widest() {
        for (all, n_bytes) in [
            (&[][..], 0),
            (&[0, 65_535], 4),
            (&[7, 65_536], 6),
            (&[7, (1 << 24) - 1], 6),
            (&[7, 1 << 24], 8),
            (&[65_536, 7, u32::MAX], 12),
        ] {
            let kept: Numbers = all.iter().copied().collect();
            assert_eq!(kept.n_bytes(), n_bytes, "{all:?}");
        }
    }

    proptest! {
        #[test]
        fn as_a_list(all in proptest::collection::vec(number(), 0..40), range in (0usize..50, 0usize..50)) {
            let pushed: Numbers = all.iter().copied().collect();
            let mut set = Numbers::noughts(all.len(), all.iter().copied().max().unwrap_or(0));
            for (at, number) in all.iter().enumerate().rev() {
                set.set(at, *number);
            }
            let of = |row: Row| row.iter().collect::<Vec<u32>>();
            let range = range.0..range.1;
            prop_assert_eq!(&pushed, &set);
            for kept in [pushed, set] {
                prop_assert_eq!(of(kept.all()), all.clone());
                prop_assert_eq!(of(kept.row(range.clone())), all.get(range.clone()).unwrap_or_default());
                let mut handed = Vec::new();
                kept.all().each_while(|number| {
                    handed.push(number);
                    handed.len() < 20
                });
                prop_assert_eq!(handed, all.iter().copied().take(20).collect::<Vec<u32>>());
                let is_meant = |number: u32| number.is_multiple_of(3);
                for at in 0..all.len() + 2 {
                    prop_assert_eq!(kept.all().get(at), all.get(at).copied());
                    let meant = (at..all.len()).find(|at| is_meant(all[*at]));
                    prop_assert_eq!(kept.all().position_from(at, is_meant), meant);
                }
            }
        }

        #[test]
        fn bounds_are_found(mut all in proptest::collection::vec(number(), 0..40), bound in number(), from in 0usize..20) {
            all.sort_unstable();
            let kept: Numbers = all.iter().copied().collect();
            let counted = (from..all.len()).find(|at| all[*at] >= bound).unwrap_or(all.len().max(from));
            prop_assert_eq!(kept.all().first_from(from..usize::MAX, bound), counted);
        }
    }
}
