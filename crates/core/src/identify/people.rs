//! Which full names are one person, and who bears a single name.
//!
//! In go names as classes of words; out come groups of full names, and for a single name those who bear it.
//! Names with a common first and last name are one person, whatever stands between; a longer name also answers to its first two names.
//! Which of several bearers is meant is decided by `bare`.

use super::classes::Classes;
use super::words::words;
use std::collections::BTreeMap;

/// More people of one surname are not told apart.
const N_BEARERS: usize = 16;

/// The telling words of a name and their classes.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    pub(super) words: Vec<String>,
    pub(super) classes: Vec<u32>,
}

impl Telling {
    /// Reads a name.
    pub(super) fn of(name: &str, classes: &mut Classes) -> Self {
        let words = words(name);
        let classes = words.iter().map(|word| classes.of(word)).collect();
        Self { words, classes }
    }

    /// Whether it holds a given name and a surname.
    pub(super) fn is_full(&self) -> bool {
        self.classes.len() > 1
    }

    /// The initial, if the first name is only that ("V. Putin").
    fn initial(&self) -> Option<char> {
        let first = self.words.first()?;
        let is_initials =
            first.len() == 1 || first.len() == 2 && !first.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if is_initials { first.chars().next() } else { None }
    }

    fn ends(&self) -> Option<(u32, u32)> {
        Some((*self.classes.first()?, *self.classes.last()?))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bearer {
    One(u32),
    Several,
}

/// The persons with full names.
#[derive(Default)]
pub(super) struct People {
    /// For every name that went in: its person, as the index of the person's first name; `None` for single names.
    pub(super) of: Vec<Option<u32>>,
    surnames: BTreeMap<u32, Vec<u32>>,
    given: BTreeMap<u32, Vec<u32>>,
    pairs: BTreeMap<(u32, u32), Bearer>,
    initials: BTreeMap<(char, u32), Bearer>,
}

impl People {
    /// Groups names; where two orders are possible, a name with a greater weight goes first.
    pub(super) fn of(names: &[&Telling], weight: impl Fn(usize) -> u32) -> Self {
        let mut people = Self { of: vec![None; names.len()], ..Self::default() };
        let mut order: Vec<usize> = (0..names.len()).filter(|&n| names[n].is_full()).collect();
        order.sort_by_key(|&n| {
            let name = names[n];
            (name.initial().is_some(), core::cmp::Reverse((name.classes.len(), weight(n))), n)
        });
        for n in order {
            people.add(n, names[n]);
        }
        people
    }

    /// Those whose surname a class is, as indexes of names.
    pub(super) fn with_surname(&self, class: u32) -> &[u32] {
        self.surnames.get(&class).map_or(&[], Vec::as_slice)
    }

    /// Those whose given name a class is.
    pub(super) fn with_given_name(&self, class: u32) -> &[u32] {
        self.given.get(&class).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, n: usize, name: &Telling) {
        let Some((first, last)) = name.ends() else { return };
        let known = match name.initial() {
            Some(initial) => self.initials.get(&(initial, last)).or(self.pairs.get(&(first, last))),
            None => self.pairs.get(&(first, last)),
        };
        let new = u32::try_from(n).unwrap_or(u32::MAX);
        let person = match known {
            Some(&Bearer::One(person)) => person,
            _ => new,
        };
        if let Some(slot) = self.of.get_mut(n) {
            *slot = Some(person);
        }
        let middle = name.classes.get(1..name.classes.len() - 1).unwrap_or_default();
        note(&mut self.pairs, (first, last), person);
        for &class in middle {
            note(&mut self.pairs, (first, class), person);
        }
        if let [class] = middle {
            note(&mut self.pairs, (*class, last), person);
        }
        if let Some(initial) = name.words.first().and_then(|w| w.chars().next()) {
            note(&mut self.initials, (initial, last), person);
        }
        bear(&mut self.surnames, last, person);
        bear(&mut self.given, first, person);
    }
}

fn note<K: Ord>(slots: &mut BTreeMap<K, Bearer>, key: K, person: u32) {
    let slot = slots.entry(key).or_insert(Bearer::One(person));
    if *slot != Bearer::One(person) {
        *slot = Bearer::Several;
    }
}

fn bear(slots: &mut BTreeMap<u32, Vec<u32>>, class: u32, person: u32) {
    let bearers = slots.entry(class).or_default();
    if bearers.len() < N_BEARERS && !bearers.contains(&person) {
        bearers.push(person);
    }
}
