//! What a search finds: the set of sentences.
//!
//! In go a corpus and a query; every part of the query becomes a set, and sets are joined and cut.
//! Words typed side by side may also spell a place: then the sentences that name it are found, whatever they call it.
//! What the fields mean is told by [`Fields`]; ranking is not done here.

use super::fields::{CorpusFields, Fields};
use super::index::Index;
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
        let mut run: Vec<&Phrase> = Vec::new();
        for part in parts {
            match part {
                Node::Words(phrase) if phrase.manner == Manner::Plain => {
                    // An article belongs to the word behind it.
                    if run.last().is_some_and(|last| is_bare_article(last)) {
                        run.pop();
                    }
                    run.push(phrase);
                    continue;
                }
                Node::Words(phrase) => set.intersect(&self.phrase(phrase)),
                other => set.intersect(&self.node(other)),
            }
            self.run(&run, &mut set);
            run.clear();
        }
        self.run(&run, &mut set);
        set
    }

    /// Cuts a set by plain words side by side: each must stand there, or be a part of the name of a place that is named.
    fn run(&self, run: &[&Phrase], set: &mut SentenceSet) {
        let texts: Vec<String> = run.iter().map(|phrase| plain_text(phrase)).collect();
        let mut found: Vec<SentenceSet> = run.iter().map(|phrase| self.phrase(phrase)).collect();
        for (name, place) in self.index.names.iter() {
            for first in 0..texts.len() {
                let Some(last) = spelled(name, &texts, first) else { continue };
                for found in found.get_mut(first..=last).unwrap_or_default() {
                    self.index.names.collect(place, found);
                }
            }
        }
        for found in &found {
            set.intersect(found);
        }
    }

    fn phrase(&self, phrase: &Phrase) -> SentenceSet {
        let words = &self.index.words;
        let mut set = SentenceSet::none(self.n_sentences);
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

/// The last of the texts that make up a name from the first of them on; all of them together may also be its beginning.
pub(super) fn spelled(name: &str, texts: &[String], first: usize) -> Option<usize> {
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
