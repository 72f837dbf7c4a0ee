//! The excerpts of the set, grouped by article, and the pieces of a marked sentence.

use super::marked::segments;
use super::{ExcerptCard, ExcerptGroup, ExcerptList, Meant};
use crate::action::Action;
use crate::state::{OpenArticle, PAGE_OF_EXCERPTS, State};
use crate::wording;
use dateline_core::article::Article;
use dateline_core::corpus::{Corpus, Record, SentenceIdx};
use dateline_core::facet::Matches;
use dateline_core::gazetteer::PlaceId;
use dateline_core::search::{self, Marker};
use dateline_core::text::Span;
use std::rc::Rc;

pub(super) fn list(corpus: &Corpus, state: &State, set: &Matches) -> ExcerptList {
    let n_all = set.sentences.len();
    let query = search::parse(&state.selection.words).query;
    let hits = Marker::new(corpus, &query);
    let shown = &set.sentences[..n_all.min(state.n_shown)];
    let groups = shown
        .chunk_by(|&a, &b| corpus.sentence(a).article == corpus.sentence(b).article)
        .filter_map(|chunk| {
            let record = corpus.record(corpus.sentence(*chunk.first()?).article);
            let mut chars = CharCounter::new(&record.article.text);
            let excerpts = chunk
                .iter()
                .map(|&s| card(corpus, state, record, s, (&hits, &mut chars)))
                .collect();
            Some(Rc::new(group(&record.article, excerpts)))
        })
        .collect();
    ExcerptList {
        heading: wording::list_heading(n_all, set.articles.len()),
        groups,
        more: (n_all > shown.len())
            .then(|| wording::show_more(PAGE_OF_EXCERPTS, n_all - shown.len())),
        meant: (n_all == 0).then(|| meant(corpus, &query)).flatten(),
        empty: (n_all == 0).then(|| wording::nothing_left(!corpus.records().is_empty())),
    }
}

/// What was probably meant by a search that finds nothing.
fn meant(corpus: &Corpus, query: &search::Query) -> Option<Meant> {
    let words = search::suggest(corpus, query)?.to_string();
    Some(Meant { label: wording::search::meant(&words), choose: Action::SetWords(words) })
}

fn group(article: &Article, excerpts: Vec<ExcerptCard>) -> ExcerptGroup {
    let (title, is_untitled) = title(article);
    ExcerptGroup {
        article: article.id.as_str().to_owned(),
        title,
        is_untitled,
        source: wording::source_line(article),
        open: Action::Open(OpenArticle { id: article.id.clone(), at: None }),
        excerpts,
    }
}

/// The same list with the excerpts lit that name a place; articles in which nothing changes stay the same.
pub(super) fn lit(list: &Rc<ExcerptList>, place: Option<&PlaceId>) -> Rc<ExcerptList> {
    let names_it = |card: &ExcerptCard| {
        let mut marks = card.segments.iter().filter_map(|segment| segment.mark.as_ref());
        place.is_some_and(|place| marks.any(|mark| mark.entity == place.as_str()))
    };
    let changes =
        |group: &ExcerptGroup| group.excerpts.iter().any(|card| card.is_lit != names_it(card));
    if !list.groups.iter().any(|group| changes(group)) {
        return Rc::clone(list);
    }
    let mut list = ExcerptList::clone(list);
    for group in list.groups.iter_mut().filter(|group| changes(group)) {
        for card in &mut Rc::make_mut(group).excerpts {
            card.is_lit = names_it(card);
        }
    }
    Rc::new(list)
}

/// The title, or a stand-in for it; and whether it is one.
pub(super) fn title(article: &Article) -> (String, bool) {
    match &article.title {
        Some(title) => (title.clone(), false),
        None => (wording::untitled(&article.text), true),
    }
}

fn card(
    corpus: &Corpus,
    state: &State,
    record: &Record,
    idx: SentenceIdx,
    (hits, chars): (&Marker, &mut CharCounter<'_>),
) -> ExcerptCard {
    let sentence = corpus.sentence(idx);
    let mentions = corpus.mentions(sentence);
    let span = chars.span(sentence.span);
    ExcerptCard {
        article: record.article.id.as_str().to_owned(),
        span,
        segments: segments(corpus, state, idx, hits),
        open: Action::Open(OpenArticle { id: record.article.id.clone(), at: Some(span) }),
        point: Action::HoverExcerpt(
            mentions.iter().map(|m| corpus.place(m.place).id.clone()).collect(),
        ),
        open_label: wording::open_at(sentence.span.of(&record.article.text)),
        is_lit: state
            .hovered
            .as_ref()
            .is_some_and(|id| mentions.iter().any(|m| corpus.place(m.place).id == *id)),
    }
}

/// Counts characters of a text once, for spans that come in its order.
pub(crate) struct CharCounter<'a> {
    text: &'a str,
    byte: u32,
    n_chars: u32,
}

impl<'a> CharCounter<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, byte: 0, n_chars: 0 }
    }

    /// The span in characters.
    pub(crate) fn span(&mut self, bytes: Span) -> Span {
        Span { start: self.advance(bytes.start), end: self.advance(bytes.end) }
    }

    fn advance(&mut self, to: u32) -> u32 {
        if to < self.byte {
            (self.byte, self.n_chars) = (0, 0);
        }
        let n = Span { start: self.byte, end: to }.of(self.text).chars().count();
        self.n_chars += u32::try_from(n).unwrap_or(0);
        self.byte = to;
        self.n_chars
    }
}
