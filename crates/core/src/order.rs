//! Sorting lists that are short or seldom sorted.
//!
//! The library's sort is faster, but a copy of it for every kind of list costs the program of the page several kilobytes each; here the sorting itself is there once.

use core::cmp::Ordering;

/// Sorts by comparing; what is equal keeps its order. The time goes with n log n.
pub fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let at = |i: u32| list.get(i as usize);
    let is_behind = |a: u32, b: u32| match (at(a), at(b)) {
        (Some(a), Some(b)) => compare(a, b).is_gt(),
        _ => false,
    };
    let order = sorted(u32::try_from(list.len()).unwrap_or(u32::MAX), &is_behind);
    put_in_order(order, &mut |a, b| list.swap(a as usize, b as usize));
}

/// Brings what is swapped into an order: each place is told which number belongs there.
fn put_in_order(mut order: Vec<u32>, swap: &mut dyn FnMut(u32, u32)) {
    for first in 0..order.len() {
        let mut at = first;
        // Along a ring of places until it closes; a place that is done holds its own number.
        while let Some(place) = order.get_mut(at) {
            let from = core::mem::replace(place, at as u32) as usize;
            if from == first || from == at {
                break;
            }
            swap(at as u32, from as u32);
            at = from;
        }
    }
}

/// Sorts by a key; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// The numbers up to `n` in their order: runs of growing length are merged.
fn sorted(n: u32, is_behind: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut from: Vec<u32> = (0..n).collect();
    let mut to: Vec<u32> = Vec::with_capacity(from.len());
    let mut run = 1;
    while run < from.len() {
        to.clear();
        for pair in from.chunks(run * 2) {
            let (mut a, mut b) = pair.split_at(run.min(pair.len()));
            while let (Some(&first), Some(&second)) = (a.first(), b.first()) {
                if is_behind(first, second) {
                    to.push(second);
                    b = b.get(1..).unwrap_or_default();
                } else {
                    to.push(first);
                    a = a.get(1..).unwrap_or_default();
                }
            }
            to.extend_from_slice(a);
            to.extend_from_slice(b);
        }
        core::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
}

/// A number held between two bounds; what is no number stays so.
///
/// Unlike `f64::clamp` it has no bounds that it refuses, and so no way to fail, for which the page would carry the printing of floats.
pub fn within(number: f64, least: f64, most: f64) -> f64 {
    if number < least {
        least
    } else if number > most {
        most
    } else {
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_library_sorts(list in proptest::collection::vec((0u8..9, any::<u8>()), 0..70)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
