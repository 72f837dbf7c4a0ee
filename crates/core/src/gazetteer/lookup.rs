//! Which names begin at a place in a text: a walk over the automaton, folding on the way.
//!
//! In goes the rest of a text from the beginning of a word; out come the ends of all names that fit, and what they may mean.
//! A walk ends where no name goes on, and after [`LONGEST_WALK`] bytes at the latest: it never depends on the length of the text.
//! Capitals and the borders of words are not regarded here.

use super::PlaceIdx;
use super::encode::LONGEST_NAME;
use super::pack::{Gazetteer, NamedPlace};
use super::source::NameKind;
use crate::text::fold::{is_space_like, push_folded};
use crate::text::word_table::{LONGEST, hash, packed};
use fst::raw::{Fst, Node};
use std::sync::MutexGuard;

/// Bytes of the source that a walk reads: folding drops marks, and a letter may take four bytes.
const LONGEST_WALK: usize = 4 * LONGEST_NAME;

/// A name of the gazetteer, and with it all that it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry(u32);

/// Looks names up; made once for a text.
pub(crate) struct Lookup<'a> {
    fst: Option<Fst<&'a [u8]>>,
    words: Option<MutexGuard<'a, Words>>,
}

impl Gazetteer {
    /// The places that carry a name, however it is written; demonyms do not count.
    pub fn find_name(&self, name: &str) -> impl Iterator<Item = PlaceIdx> + use<'_> {
        let mut whole = None;
        self.lookup().names_at(name, None, |len, entry| {
            if len == name.len() {
                whole = Some(entry);
            }
        });
        let meanings = whole.into_iter().flat_map(|entry| self.meanings(entry));
        meanings.filter(|meaning| meaning.kind == NameKind::Name).map(|meaning| meaning.place)
    }

    /// What an entry may mean.
    pub(crate) fn meanings(&self, entry: Entry) -> impl Iterator<Item = NamedPlace> {
        self.named(entry.0)
    }

    /// What finds names in a text.
    pub(crate) fn lookup(&self) -> Lookup<'_> {
        Lookup { fst: Fst::new(self.fst_bytes()).ok(), words: self.words.take() }
    }
}

impl<'a> Lookup<'a> {
    /// Calls back for the names at the beginning of a text, shorter ones first, with their lengths in bytes.
    ///
    /// For a text that begins with a plain token, its length may be told.
    /// Names that end inside a word may be left out: the border of a word is for the caller to find.
    pub(crate) fn names_at(
        &mut self,
        rest: &str,
        plain_len: Option<usize>,
        mut found: impl FnMut(usize, Entry),
    ) {
        let Some(fst) = &self.fst else { return };
        let word = match plain_len {
            Some(len) => rest.as_bytes().get(..len).filter(|word| word.len() <= LONGEST),
            None => plain_word(rest),
        };
        let (Some(words), Some(word)) = (self.words.as_mut(), word) else {
            return walk(rest, 0, State::at(fst, Spot::root(fst)), found);
        };
        let end = words.end_of(word, fst);
        if let Some(entry) = end.entry {
            found(word.len(), entry);
        }
        let (spot, len) = match rest.as_bytes().get(word.len()) {
            Some(b' ') => (end.behind_space, word.len() + 1),
            _ => (end.behind_word, word.len()),
        };
        if let Some((spot, letters)) = spot
            && rest.as_bytes().get(len).is_some_and(|&next| letters.may_hold(next))
        {
            walk(rest, len, State::at(fst, spot), found);
        }
    }
}

/// Goes on with a walk behind so many bytes of a text.
fn walk(rest: &str, from: usize, mut state: State, mut found: impl FnMut(usize, Entry)) {
    let bytes = rest.as_bytes();
    let mut after_space = from.checked_sub(1).is_none_or(|last| bytes.get(last) == Some(&b' '));
    let mut buffer = String::new();
    for (at, c) in rest.get(from..).unwrap_or_default().char_indices() {
        let at = from + at;
        if at > LONGEST_WALK || c == '\n' {
            return;
        }
        let goes_on = if is_space_like(c) {
            if after_space {
                continue;
            }
            after_space = true;
            state.feed(b' ')
        } else if c.is_ascii_alphanumeric() {
            after_space = false;
            state.feed(c.to_ascii_lowercase() as u8)
        } else {
            buffer.clear();
            push_folded(c, &mut buffer);
            if buffer.is_empty() {
                continue;
            }
            after_space = false;
            buffer.bytes().all(|byte| state.feed(byte))
        };
        if !goes_on {
            return;
        }
        if let Some(entry) = state.entry() {
            found(at + c.len_utf8(), entry);
        }
    }
}

/// The word at the beginning of a text, when it has nothing but ASCII letters and digits and nothing follows that may belong to it.
fn plain_word(rest: &str) -> Option<&[u8]> {
    let bytes = rest.as_bytes();
    let len = bytes.iter().take(LONGEST + 1).take_while(|b| b.is_ascii_alphanumeric()).count();
    let is_whole = !matches!(bytes.get(len), Some(b'\'' | b'`' | 0x80..));
    bytes.get(..len).filter(|word| (1..=LONGEST).contains(&word.len()) && is_whole)
}

/// A node of the automaton, and what the way to it has gathered.
#[derive(Clone, Copy)]
struct Spot {
    address: usize,
    output: u64,
}

impl Spot {
    fn root(fst: &Fst<&[u8]>) -> Self {
        Self { address: fst.root().addr(), output: 0 }
    }
}

/// The small letters with which a name goes on, one bit each: most names end with a word that others begin with.
#[derive(Clone, Copy)]
struct Letters(u32);

impl Letters {
    fn of(node: &Node) -> Self {
        let small = node.transitions().map(|way| way.inp).filter(u8::is_ascii_lowercase);
        Self(small.fold(0, |bits, letter| bits | 1 << (letter - b'a')))
    }

    /// Whether a name may go on with a byte of a text; of what is no letter that is not known.
    fn may_hold(self, next: u8) -> bool {
        let letter = next.to_ascii_lowercase();
        !letter.is_ascii_lowercase() || self.0 >> (letter - b'a') & 1 == 1
    }
}

/// Where walks over the words of earlier texts ended: a text has few words that are new.
#[derive(Default)]
pub(super) struct Words {
    slots: Vec<(u128, End)>,
}

/// Where the walk over a word ends.
#[derive(Clone, Copy, Default)]
struct End {
    /// From where any name goes on behind the word, and behind a space after it.
    behind_word: Option<(Spot, Letters)>,
    behind_space: Option<(Spot, Letters)>,
    /// The name that is the word.
    entry: Option<Entry>,
}

impl Words {
    /// Number of slots; a power of two. A new word takes the place of another.
    const N_SLOTS: usize = 1 << 13;

    fn end_of(&mut self, word: &[u8], fst: &Fst<&[u8]>) -> End {
        if self.slots.is_empty() {
            self.slots.resize(Self::N_SLOTS, (0, End::default()));
        }
        let key = packed(word);
        let Some(slot) = self.slots.get_mut(hash(key) as usize & (Self::N_SLOTS - 1)) else {
            return End::default();
        };
        if slot.0 != key {
            *slot = (key, End::of(word, fst));
        }
        slot.1
    }
}

impl End {
    #[inline(never)]
    fn of(word: &[u8], fst: &Fst<&[u8]>) -> Self {
        let mut state = State::at(fst, Spot::root(fst));
        if !word.iter().all(|byte| state.feed(byte.to_ascii_lowercase())) {
            return Self::default();
        }
        let behind_word = (!state.node.is_empty()).then(|| state.way_on());
        let entry = state.entry();
        let behind_space = state.feed(b' ').then(|| state.way_on());
        Self { behind_word, behind_space, entry }
    }
}

impl Gazetteer {
    /// What the longest name may mean with which a text begins, on the border of a word.
    pub(crate) fn named_at_beginning(&self, text: &str) -> Vec<PlaceIdx> {
        let mut lookup = self.lookup();
        let mut longest = None;
        lookup.names_at(text, None, |len, entry| {
            let rest = text.get(len..).unwrap_or_default();
            if !rest.starts_with(is_wordy) {
                longest = Some(entry);
            }
        });
        let meanings = longest.into_iter().flat_map(|entry| self.meanings(entry));
        meanings.filter(|named| named.kind == NameKind::Name).map(|named| named.place).collect()
    }
}

struct State<'a> {
    fst: &'a Fst<&'a [u8]>,
    node: Node<'a>,
    output: u64,
}

impl<'a> State<'a> {
    fn at(fst: &'a Fst<&'a [u8]>, Spot { address, output }: Spot) -> Self {
        Self { fst, node: fst.node(address), output }
    }

    fn spot(&self) -> Spot {
        Spot { address: self.node.addr(), output: self.output }
    }

    /// The same with the letters that lead on.
    fn way_on(&self) -> (Spot, Letters) {
        (self.spot(), Letters::of(&self.node))
    }

    /// Goes on by a byte, if a name does.
    fn feed(&mut self, byte: u8) -> bool {
        let Some(i) = self.node.find_input(byte) else { return false };
        let way = self.node.transition(i);
        self.output = self.output.saturating_add(way.out.value());
        self.node = self.fst.node(way.addr);
        true
    }

    fn entry(&self) -> Option<Entry> {
        self.node.is_final().then(|| {
            let first = self.output.saturating_add(self.node.final_output().value());
            Entry(u32::try_from(first).unwrap_or(u32::MAX))
        })
    }
}

/// Whether a character is a part of a word for the borders of names.
pub(crate) fn is_wordy(c: char) -> bool {
    match c {
        // Dashes and quotation marks: the most frequent by far of what is not ASCII.
        '\u{2000}'..='\u{206f}' => false,
        '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Arabic particles that are written together with the word that follows.
pub(crate) fn is_attached_particle(c: char) -> bool {
    matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
}
