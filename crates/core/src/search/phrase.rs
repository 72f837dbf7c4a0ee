//! Where the words of a phrase stand together.
//!
//! In go the index of words and a phrase; out come the stretches of positions that hold it, in the order of the corpus.
//! Articles count as a part of the word behind them, so that "Ahmed Sharaa" and "Ahmed al-Sharaa" are one phrase.

use super::build::sort;
use super::index::WordIndex;
use super::query::{Manner, Phrase, Word};
use super::word::{is_article, stem};
use crate::numbers::{Numbers, Row};
use core::cmp::Ordering;

/// First and last position of a phrase.
pub(super) type Stretch = (u32, u32);

/// The words that must be there: without articles before another word, and without what Arabic attaches.
pub(super) fn needed(phrase: &Phrase) -> impl Iterator<Item = (&str, bool)> {
    let last = phrase.words.len().saturating_sub(1);
    let words = phrase.words.iter().enumerate();
    words
        .filter(move |(i, word)| *i == last || !is_article(&word.text))
        .map(|(_, Word { text, is_beginning })| (stem(text), *is_beginning))
}

/// The positions of a word or of all that begin so; of several words they are not sorted.
pub(super) fn positions<'i>(
    index: &'i WordIndex,
    (word, is_beginning): (&str, bool),
) -> (Row<'i>, bool) {
    let numbers = index.numbers(word, is_beginning);
    (index.positions_of(numbers.clone()), numbers.len() < 2)
}

/// Every stretch that holds the phrase.
pub(super) fn stretches(index: &WordIndex, phrase: &Phrase) -> Vec<Stretch> {
    let mut words: Vec<(&str, bool)> = needed(phrase).collect();
    if let Manner::Near(_) = phrase.manner {
        let mut once: Vec<(&str, bool)> = Vec::new();
        words.retain(|word| {
            let is_new = !once.contains(word);
            once.push(*word);
            is_new
        });
    }
    // What several words have is sorted into a list of its own.
    let sorted: Vec<Option<Numbers>> = words
        .iter()
        .map(|word| match positions(index, *word) {
            (_, true) => None,
            (list, false) => {
                let mut keys: Vec<(u64, u32)> =
                    list.iter().map(|position| (u64::from(position), 0)).collect();
                sort(&mut keys, &|_, _| Ordering::Equal);
                keys.dedup();
                Some(keys.into_iter().map(|(position, _)| position as u32).collect())
            }
        })
        .collect();
    let of_word = |word: &(&str, bool)| positions(index, *word).0;
    let lists = words.iter().zip(&sorted);
    let lists: Vec<Row> = lists
        .map(|(word, sorted)| sorted.as_ref().map_or_else(|| of_word(word), Numbers::all))
        .collect();
    match phrase.manner {
        Manner::Near(most) => near(index, &lists, u32::from(most)),
        _ => in_order(&lists),
    }
}

/// One behind the other: the rarest word leads, the others are looked for where they must stand.
fn in_order(lists: &[Row]) -> Vec<Stretch> {
    let Some((lead, led)) = lists.iter().enumerate().min_by_key(|(_, list)| list.len()) else {
        return Vec::new();
    };
    let n_behind = lists.len() as u32 - 1;
    let mut cursors = vec![0; lists.len()];
    let mut out = Vec::new();
    for position in led.iter() {
        let Some(first) = position.checked_sub(lead as u32) else { continue };
        let mut wanted = first..;
        let is_there = lists.iter().zip(&mut cursors).all(|(list, cursor)| {
            let wanted = wanted.next();
            *cursor = seek(*list, *cursor, wanted.unwrap_or(u32::MAX));
            list.get(*cursor) == wanted
        });
        if is_there {
            out.push((first, first + n_behind));
        }
    }
    out
}

/// The first entry from a cursor on that is not smaller; ever longer steps, then halves.
fn seek(list: Row, cursor: usize, wanted: u32) -> usize {
    if list.get(cursor).is_none_or(|at| at >= wanted) {
        return cursor;
    }
    let mut step = 1;
    let mut low = cursor;
    while list.get(low + step).is_some_and(|at| at < wanted) {
        low += step;
        step *= 2;
    }
    list.first_from(low..low + step + 1, wanted)
}

/// In any order: the shortest stretch from each position of the word that comes first.
fn near(index: &WordIndex, lists: &[Row], most: u32) -> Vec<Stretch> {
    let longest = most + lists.len() as u32;
    let mut cursors = vec![0usize; lists.len()];
    let mut out = Vec::new();
    loop {
        let mut first = (u32::MAX, 0);
        let mut last = 0;
        for (i, (list, cursor)) in lists.iter().zip(&cursors).enumerate() {
            let Some(position) = list.get(*cursor) else { return out };
            first = first.min((position, i));
            last = last.max(position);
        }
        let (position, lead) = first;
        if last - position < longest && index.sentence_of(position) == index.sentence_of(last) {
            out.push((position, last));
        }
        // Nothing that stands too far before the last of them can be near it.
        let next = (position + 1).max((last + 1).saturating_sub(longest));
        let (Some(cursor), Some(list)) = (cursors.get_mut(lead), lists.get(lead)) else {
            return out;
        };
        *cursor = seek(*list, *cursor, next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeking_is_as_counting() {
        let list: Vec<u32> = (0..200).map(|i| i * i % 37 + i * 3).collect();
        let mut list = list;
        list.sort_unstable();
        let kept: Numbers = list.iter().copied().collect();
        for cursor in [0, 1, 50, 199, 200] {
            for wanted in 0..700 {
                let counted = (cursor..list.len()).find(|i| list[*i] >= wanted);
                assert_eq!(
                    seek(kept.all(), cursor, wanted),
                    counted.unwrap_or(list.len().max(cursor))
                );
            }
        }
    }
}
