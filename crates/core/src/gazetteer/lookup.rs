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
use fst::raw::{Fst, Node};

/// Bytes of the source that a walk reads: folding drops marks, and a letter may take four bytes.
const LONGEST_WALK: usize = 4 * LONGEST_NAME;

/// A name of the gazetteer, and with it all that it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry(u32);

/// Looks names up; made once for a text.
pub(crate) struct Lookup<'a> {
    gazetteer: &'a Gazetteer,
    fst: Option<Fst<&'a [u8]>>,
}

impl Gazetteer {
    /// The places that carry a name, however it is written; demonyms do not count.
    pub fn find_name(&self, name: &str) -> impl Iterator<Item = PlaceIdx> + use<'_> {
        let mut whole = None;
        self.lookup().names_at(name, |len, entry| {
            if len == name.len() {
                whole = Some(entry);
            }
        });
        let meanings = whole.into_iter().flat_map(|entry| self.named(entry.0));
        meanings.filter(|meaning| meaning.kind == NameKind::Name).map(|meaning| meaning.place)
    }

    /// What finds names in a text.
    pub(crate) fn lookup(&self) -> Lookup<'_> {
        Lookup { gazetteer: self, fst: Fst::new(self.fst_bytes()).ok() }
    }
}

impl<'a> Lookup<'a> {
    /// What an entry may mean.
    pub(crate) fn meanings(&self, entry: Entry) -> impl Iterator<Item = NamedPlace> + 'a {
        self.gazetteer.named(entry.0)
    }

    /// Calls back for every name at the beginning of a text, shorter ones first, with its length in bytes.
    pub(crate) fn names_at(&self, rest: &str, mut found: impl FnMut(usize, Entry)) {
        let Some(fst) = &self.fst else { return };
        let mut state = State { fst, node: fst.root(), output: 0 };
        let mut after_space = true;
        let mut buffer = String::new();
        for (at, c) in rest.char_indices() {
            if at > LONGEST_WALK || c == '\n' {
                return;
            }
            let goes_on = if is_space_like(c) {
                if after_space {
                    continue;
                }
                after_space = true;
                state.feed(b' ')
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
}

struct State<'a> {
    fst: &'a Fst<&'a [u8]>,
    node: Node<'a>,
    output: u64,
}

impl State<'_> {
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
    c.is_alphanumeric() || matches!(c, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}')
}

/// Arabic particles that are written together with the word that follows.
pub(crate) fn is_attached_particle(c: char) -> bool {
    matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
}
