//! The concordance: every place where the searched words, or else the selected names, stand, each on a line with its neighbours.

use super::excerpts::{CardMaker, CharCounter, one_line};
use super::list_rows::next;
use super::listing::ExcerptList;
use crate::action::Action;
use crate::state::{OpenArticle, State};
use crate::wording::{self, listing};
use dateline_core::corpus::{Corpus, CorpusActorIdx, CorpusPlaceIdx, SentenceIdx};
use dateline_core::facet::{self, FacetKey, Matches};
use dateline_core::search::{self, Concordance, Marker, Order, Row};
use dateline_core::text::Span;
use std::ops::Range;

/// Sentences that are read: more lines than they hold nobody reads, and sorting them would keep the reader waiting.
const MOST_SENTENCES: usize = 3_000;
/// Characters on either side; wider than the column of any screen.
const WIDTH: usize = 90;

/// Lines with the same word on the side by which they are sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct LineGroup {
    /// The word, or what stands for it where there is none; empty in the order of the articles.
    pub word: String,
    /// How many lines there are of it, shown or not.
    pub count: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of the concordance.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Id of the article.
    pub article: String,
    /// Where the key stands, in characters of the text.
    pub span: Span,
    /// What stands before it.
    pub left: String,
    /// The key.
    pub key: String,
    /// What stands behind it.
    pub right: String,
    /// Where it comes from.
    pub source: String,
    /// Where it comes from, as short as it can be said: "28 Jan 2026 · Reuters".
    pub short: String,
    /// Opens the article at its sentence.
    pub open: Action,
}

/// All lines of a set in their order.
pub struct Found {
    pub(super) lines: Concordance,
    order: Order,
    /// How many sentences were read.
    n_read: usize,
}

pub(super) fn found(corpus: &Corpus, state: &State, set: &Matches, order: Order) -> Found {
    let maker = CardMaker::new(corpus, state);
    let keys = Keys::of(&maker);
    let all = set.sentences.as_slice();
    let read = all.get(..MOST_SENTENCES).unwrap_or(all);
    let lines = search::lines(corpus, read, order, &|idx| keys.spans(corpus, idx));
    Found { lines, order, n_read: read.len() }
}

pub(super) fn head(set: &Matches, found: &Found, list: &mut ExcerptList) {
    list.heading = listing::lines(list.n_rows);
    if list.n_rows == 0 {
        list.empty = Some(listing::NO_KEYS.to_owned());
    } else if found.n_read < set.sentences.len() {
        list.note = Some(listing::only_the_first(found.n_read, set.sentences.len()));
    }
}

/// The lines that are drawn, by their neighbour, the most frequent first.
pub(super) fn groups(corpus: &Corpus, found: &Found, drawn: &Range<usize>) -> Vec<LineGroup> {
    let Found { lines: Concordance { rows, neighbours }, order, .. } = found;
    let (mut at, mut out) = (0, Vec::new());
    let mut group = |first: usize, n_rows: usize, word: String, count: String| {
        let part = next(&mut at, n_rows, drawn);
        let part = rows.get(first + part.start..first + part.end).unwrap_or_default();
        if !part.is_empty() {
            let lines = part.iter().map(|row| line(corpus, *row)).collect();
            out.push(LineGroup { word, count, lines });
        }
    };
    if *order == Order::Text {
        group(0, rows.len(), String::new(), String::new());
    }
    for neighbour in neighbours {
        let word = listing::neighbour(&neighbour.word, *order);
        group(neighbour.first, neighbour.n_rows, word, wording::number(neighbour.n_rows));
    }
    out
}

fn line(corpus: &Corpus, row: Row) -> Line {
    let sentence = corpus.sentence(row.sentence);
    let article = &corpus.record(sentence.article).article;
    let text = article.text.as_str();
    let mut chars = CharCounter::new(text);
    let whole = chars.span(sentence.span);
    let left = row.left.of(text);
    let from = left.char_indices().rev().nth(WIDTH).map_or(0, |(at, _)| at);
    let right = row.right.of(text);
    let to = right.char_indices().nth(WIDTH).map_or(right.len(), |(at, _)| at);
    Line {
        article: article.id.as_str().to_owned(),
        span: chars.span(row.key),
        left: one_line(left.get(from..).unwrap_or_default()),
        key: one_line(row.key.of(text)),
        right: one_line(right.get(..to).unwrap_or_default()),
        source: wording::source_line(article),
        short: listing::short_source(article),
        open: Action::Open(OpenArticle { id: article.id.clone(), at: Some(whole) }),
    }
}

/// What stands in the middle of the lines.
enum Keys<'a> {
    Words(&'a Marker),
    Names(Vec<CorpusPlaceIdx>, Vec<CorpusActorIdx>),
}

impl<'a> Keys<'a> {
    /// The searched words; without any, the names of the selected places, people and organisations, if there are any.
    fn of(maker: &'a CardMaker<'a>) -> Self {
        let (corpus, selection) = (maker.corpus, &maker.state.selection);
        if selection.has_words() {
            return Self::Words(&maker.hits);
        }
        let places: Vec<CorpusPlaceIdx> = facet::wanted_places(corpus, selection).collect();
        let mut actors = Vec::new();
        for key in [FacetKey::Person, FacetKey::Organisation] {
            let wanted = selection.included(key).iter();
            let numbers = wanted.filter_map(|id| facet::find(corpus, key, id));
            actors.extend(numbers.filter_map(|number| facet::actor(corpus, key, number)));
        }
        Self::Names(places, actors)
    }

    fn spans(&self, corpus: &Corpus, idx: SentenceIdx) -> Vec<Span> {
        match self {
            Self::Words(marker) => marker.spans(corpus, idx),
            Self::Names(places, actors) => {
                let sentence = corpus.sentence(idx);
                let named = corpus.mentions(sentence).iter();
                let mut spans: Vec<Span> =
                    named.filter(|m| places.contains(&m.place)).map(|m| m.span).collect();
                let named = corpus.actors_in(sentence).iter();
                spans.extend(named.filter(|m| actors.contains(&m.actor)).map(|m| m.span));
                // A name that goes beyond its sentence has no line in it.
                spans.retain(|span| sentence.span.contains(*span));
                spans
            }
        }
    }
}
