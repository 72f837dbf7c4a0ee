//! Concordance: every place where a search is found, each on a line with what stands left and right of it.
//!
//! In go a corpus, a query and a set of sentences; out come rows, and the words beside the key with how often they stand there.
//! Rows are sorted by the words on one side, the nearest first, by their folded letters; rows that are equal in five words stay in the order of the corpus.
//! Left and right end with the sentence; how much of them is drawn is decided by who draws.

use super::mark::Marker;
use super::query::Query;
use super::word::WordReader;
use crate::corpus::{Corpus, SentenceIdx};
use crate::facet::Matches;
use crate::order;
use crate::text::Span;
use core::cmp::Reverse;

/// Words that are compared.
const N_WORDS: usize = 5;

/// In which order rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the corpus.
    #[default]
    Text,
    /// By the words before the key, from the key to the left.
    Left,
    /// By the words behind the key.
    Right,
}

/// One place where the search is found; spans are those of the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The sentence.
    pub sentence: SentenceIdx,
    /// From the beginning of the sentence to the key.
    pub left: Span,
    /// What was found.
    pub key: Span,
    /// From the key to the end of the sentence.
    pub right: Span,
}

/// Rows with the same word beside the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The word, folded; empty where the sentence begins or ends.
    pub word: String,
    /// The first of its rows.
    pub first: usize,
    /// How many rows it has; they stand together.
    pub n_rows: usize,
}

/// Rows in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concordance {
    /// All rows.
    pub rows: Vec<Row>,
    /// The words on the side by which rows are sorted, the most frequent first and those of equal frequency by their letters; none in the order of the text.
    pub neighbours: Vec<Neighbour>,
}

/// Every place in a set of sentences where a query is found.
pub fn concordance(corpus: &Corpus, query: &Query, set: &Matches, order: Order) -> Concordance {
    let marker = Marker::new(corpus, query);
    lines(corpus, &set.sentences, order, &|idx| marker.spans(corpus, idx))
}

/// Every place in some sentences at which a key stands; keys are told sentence by sentence.
pub fn lines(
    corpus: &Corpus,
    sentences: &[SentenceIdx],
    order: Order,
    keys: &dyn Fn(SentenceIdx) -> Vec<Span>,
) -> Concordance {
    let mut rows: Vec<(Vec<String>, Row)> = Vec::new();
    for &idx in sentences {
        let Some(sentence) = corpus.sentences().get(idx.0 as usize) else { continue };
        let text = &corpus.record(sentence.article).article.text;
        for key in keys(idx) {
            let row = Row {
                sentence: idx,
                left: Span { start: sentence.span.start, end: key.start },
                key,
                right: Span { start: key.end, end: sentence.span.end },
            };
            rows.push((beside(text, row, order), row));
        }
    }
    // Sorting keeps the order of the corpus where words are equal.
    order::sort_by(&mut rows, |a, b| a.0.cmp(&b.0));
    let mut neighbours: Vec<Neighbour> = Vec::new();
    for (i, (words, _)) in rows.iter().enumerate().filter(|_| order != Order::Text) {
        let word = words.first().map_or("", String::as_str);
        match neighbours.last_mut().filter(|last| last.word == word) {
            Some(last) => last.n_rows += 1,
            None => neighbours.push(Neighbour { word: word.to_owned(), first: i, n_rows: 1 }),
        }
    }
    order::sort_by_key(&mut neighbours, |neighbour| Reverse(neighbour.n_rows));
    Concordance { rows: rows.into_iter().map(|(_, row)| row).collect(), neighbours }
}

/// The words beside the key on the side that is asked for, the nearest first.
fn beside(text: &str, row: Row, order: Order) -> Vec<String> {
    let side = match order {
        Order::Text => return Vec::new(),
        Order::Left => row.left,
        Order::Right => row.right,
    };
    let mut reader = WordReader::new(side.of(text));
    let mut words = Vec::new();
    while (order == Order::Left || words.len() < N_WORDS) && reader.read() {
        words.push(reader.word().to_owned());
    }
    if order == Order::Left {
        words.reverse();
        words.truncate(N_WORDS);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facet::{Selection, matches};
    use crate::search::parse;
    use crate::search::tests::corpus;

    fn check(order: Order, lines: &[&str], neighbours: &[(&str, usize, usize)]) {
        let corpus = corpus(&[
            "The old road to the sea. A road was closed.",
            "On the Old Road, they waited. Road works. The road to a town.",
        ]);
        let set = matches(&corpus, &Selection::searching("road"));
        let found = concordance(&corpus, &parse("road").query, &set, order);
        let shown: Vec<String> = found
            .rows
            .iter()
            .map(|row| {
                let article = corpus.sentence(row.sentence).article;
                let text = &corpus.record(article).article.text;
                format!("{}|{}|{}", row.left.of(text), row.key.of(text), row.right.of(text))
            })
            .collect();
        assert_eq!(shown, lines, "{order:?}");
        let counted: Vec<_> =
            found.neighbours.iter().map(|n| (n.word.as_str(), n.first, n.n_rows)).collect();
        assert_eq!(counted, neighbours, "{order:?}");
    }

    #[test]
    fn rows_are_sorted_outwards() {
        let (sea, closed, waited, works, town) = (
            "The old |road| to the sea.",
            "A |road| was closed.",
            "On the Old |Road|, they waited.",
            "|Road| works.",
            "The |road| to a town.",
        );
        check(Order::Text, &[sea, closed, waited, works, town], &[]);
        check(
            Order::Left,
            &[works, closed, sea, waited, town],
            &[("old", 2, 2), ("", 0, 1), ("a", 1, 1), ("the", 4, 1)],
        );
        check(
            Order::Right,
            &[waited, town, sea, closed, works],
            &[("to", 1, 2), ("they", 0, 1), ("was", 3, 1), ("works", 4, 1)],
        );
    }
}
