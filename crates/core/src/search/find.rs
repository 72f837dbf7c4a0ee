//! What a search finds: the set of sentences.
//!
//! In go a corpus and a query; every part of the query becomes a set, and sets are joined and cut.
//! Words typed side by side may also spell a place: then the sentences that name it are found, whatever they call it.
//! What the fields mean is told by [`Fields`]; ranking is not done here.

use super::fields::{CorpusFields, Fields};
use super::index::{Index, WordIndex};
use super::names::Names;
use super::phrase::{needed, positions, stretches};
use super::query::{Manner, Node, Phrase, Query};
use super::set::SentenceSet;
use super::word::is_article;
use crate::corpus::Corpus;

/// Letters that a name of a place must have to be looked for: shorter ones begin too many names.
const SHORTEST_NAME: usize = 3;

/// The sentences of a corpus that a query finds; `None` when it asks nothing.
pub fn find(corpus: &Corpus, query: &Query) -> Option<SentenceSet> {
    find_with(corpus.search_index(), corpus.sentences().len(), &CorpusFields::new(corpus), query)
}

/// The same, with so many sentences and the fields answered by the caller.
pub fn find_with(
    index: &Index,
    n_sentences: usize,
    fields: &dyn Fields,
    query: &Query,
) -> Option<SentenceSet> {
    let search = Search { index, n_sentences, fields };
    query.root.as_ref().map(|root| search.node(root))
}

struct Search<'a> {
    index: &'a Index,
    n_sentences: usize,
    fields: &'a dyn Fields,
}

impl Search<'_> {
    fn node(&self, node: &Node) -> SentenceSet {
        match node {
            Node::Words(_) => self.all(core::slice::from_ref(node)),
            Node::All(parts) => self.all(parts),
            Node::Any(parts) => {
                let mut set = SentenceSet::none(self.n_sentences);
                for part in parts {
                    set.unite(&self.node(part));
                }
                set
            }
            Node::Not(inner) => {
                let mut set = self.node(inner);
                set.negate();
                set
            }
            Node::Field(field, phrase) => {
                let mut set = SentenceSet::none(self.n_sentences);
                self.fields.collect(*field, phrase, &mut set);
                set
            }
            Node::On(days) => {
                let mut set = SentenceSet::none(self.n_sentences);
                self.fields.collect_published(*days, &mut set);
                set
            }
        }
    }

    /// All of the parts; plain words side by side are taken together.
    fn all(&self, parts: &[Node]) -> SentenceSet {
        let mut set = SentenceSet::every(self.n_sentences);
        each_run(parts, &mut |run, other| {
            match other {
                Some(other) => set.intersect(&self.node(other)),
                None => self.run(run, &mut set),
            };
        });
        set
    }

    /// Cuts a set by words side by side: each must stand there, or be a part of the name of a place that is named.
    fn run(&self, run: &[&Phrase], set: &mut SentenceSet) {
        let mut found: Vec<SentenceSet> = run.iter().map(|phrase| self.phrase(phrase)).collect();
        each_spelled(&self.index.places, run, &mut |place, first, last| {
            for found in found.get_mut(first..=last).unwrap_or_default() {
                self.index.places.collect(place, found);
            }
        });
        for found in &found {
            set.intersect(found);
        }
    }

    fn phrase(&self, phrase: &Phrase) -> SentenceSet {
        of_phrase(&self.index.words, self.n_sentences, phrase)
    }
}

/// The sentences of a corpus that hold a phrase.
pub(super) fn find_phrase(corpus: &Corpus, phrase: &Phrase) -> SentenceSet {
    of_phrase(&corpus.search_index().words, corpus.sentences().len(), phrase)
}

fn of_phrase(words: &WordIndex, n_sentences: usize, phrase: &Phrase) -> SentenceSet {
    let mut set = SentenceSet::none(n_sentences);
    let mut needed = needed(phrase);
    match (needed.next(), needed.next()) {
        (Some(word), None) => words.collect(positions(words, word).0, &mut set),
        _ => {
            for (first, _) in stretches(words, phrase) {
                set.insert(words.sentence_of(first));
            }
        }
    }
    set
}

/// Hands over parts that are asked for together: plain words side by side at once, a phrase alone, and what is no words as it stands.
fn each_run<'q>(parts: &'q [Node], on: &mut dyn FnMut(&[&'q Phrase], Option<&'q Node>)) {
    let mut run: Vec<&Phrase> = Vec::new();
    for part in parts {
        if let Node::Words(phrase) = part
            && phrase.manner == Manner::Plain
        {
            // An article belongs to the word behind it.
            if run.last().is_some_and(|last| is_bare_article(last)) {
                run.pop();
            }
            run.push(phrase);
            continue;
        }
        if !run.is_empty() {
            on(&run, None);
            run.clear();
        }
        match part {
            Node::Words(phrase) => on(&[phrase], None),
            other => on(&[], Some(other)),
        }
    }
    if !run.is_empty() {
        on(&run, None);
    }
}

/// Hands over all words that are asked for and not excluded, those side by side at once.
pub(super) fn each_leaf<'q>(node: &'q Node, on: &mut dyn FnMut(&[&'q Phrase])) {
    match node {
        Node::Words(_) => each_leaves(core::slice::from_ref(node), on),
        Node::All(parts) => each_leaves(parts, on),
        Node::Any(parts) => parts.iter().for_each(|part| each_leaf(part, on)),
        Node::Field(..) | Node::On(_) | Node::Not(_) => {}
    }
}

fn each_leaves<'q>(parts: &'q [Node], on: &mut dyn FnMut(&[&'q Phrase])) {
    each_run(parts, &mut |run, other| match other {
        Some(other) => each_leaf(other, on),
        None => on(run),
    });
}

fn is_bare_article(phrase: &Phrase) -> bool {
    phrase.words.len() == 1 && phrase.words.iter().all(|word| is_article(&word.text))
}

/// The needed words of a phrase with spaces between them.
pub(super) fn plain_text(phrase: &Phrase) -> String {
    let mut out = String::new();
    for (word, _) in needed(phrase) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Hands over every place that plain words spell, with the first and the last of these words.
pub(super) fn each_spelled(names: &Names, run: &[&Phrase], on: &mut dyn FnMut(u32, usize, usize)) {
    if run.iter().any(|phrase| phrase.manner != Manner::Plain) {
        return;
    }
    let texts: Vec<String> = run.iter().map(|phrase| plain_text(phrase)).collect();
    for (name, place) in names.iter() {
        for first in 0..texts.len() {
            if let Some(last) = spelled(name, &texts, first) {
                on(place, first, last);
            }
        }
    }
}

/// The last of the texts that make up a name from the first of them on; all of them together may also be its beginning.
fn spelled(name: &str, texts: &[String], first: usize) -> Option<usize> {
    let mut rest = name;
    for (i, text) in texts.iter().enumerate().skip(first) {
        rest = rest.strip_prefix(text.as_str())?;
        let is_whole_run = first == 0 && i + 1 == texts.len();
        if rest.is_empty() || is_whole_run {
            let spelled = name.get(..name.len() - rest.len()).unwrap_or_default();
            return (spelled.chars().count() >= SHORTEST_NAME).then_some(i);
        }
        rest = rest.strip_prefix(' ')?;
    }
    None
}
