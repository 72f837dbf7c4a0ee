//! Excerpts as cards, and those of the set by article.

use super::Segment;
use super::listing::ExcerptList;
use super::marked::{segments, title_segments};
use crate::action::Action;
use crate::state::{OpenArticle, State};
use crate::wording;
use dateline_core::article::Article;
use dateline_core::corpus::{Corpus, SentenceIdx};
use dateline_core::gazetteer::PlaceId;
use dateline_core::search::{self, Marker};
use dateline_core::text::Span;
use std::ops::Range;
use std::rc::Rc;

/// Excerpts that belong together: those of an article, of a place, of a day, of a speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct ExcerptGroup {
    /// Id of the article or of whatever they have in common.
    pub id: String,
    /// "article", or the name of a facet in hooks.
    pub kind: &'static str,
    /// Title, or the opening words of an article without one.
    pub title: String,
    /// The title in pieces, if the search has found something in it.
    pub title_segments: Vec<Segment>,
    /// Whether the title is a stand-in.
    pub is_untitled: bool,
    /// "Reuters, in Global Banking & Finance Review · 28 January 2026".
    pub source: String,
    /// Opens the article from its beginning, or narrows to the group; a group that is nothing of its own does neither.
    pub open: Option<Action>,
    /// Its excerpts.
    pub excerpts: Vec<ExcerptCard>,
}

/// One excerpt or statement.
#[derive(Clone, Debug, PartialEq)]
pub struct ExcerptCard {
    /// Id of the article.
    pub article: String,
    /// Start and end in characters of the text.
    pub span: Span,
    /// Of a statement how it is given: "direct", "partial" or "told".
    pub manner: Option<&'static str>,
    /// "In their own words", before the first of several.
    pub heading: Option<&'static str>,
    /// Of a statement who said it, in the words of the article: "a security source said".
    pub lead: Option<String>,
    /// The text in pieces.
    pub segments: Vec<Segment>,
    /// Whether the reader asked for the sentences around it.
    pub is_wide: bool,
    /// What stands around it, when the reader asked, or when it makes no sense alone.
    pub context: Option<Context>,
    /// Where it comes from, when the group does not say so.
    pub source: Option<String>,
    /// The passage, as it is opened, copied and shown with what stands around it.
    pub passage: OpenArticle,
    /// Opens the article here.
    pub open: Action,
    /// Accessible name of the button that opens it: "Open: Moscow had no wish…".
    pub open_label: String,
    /// Pointing at it: lights its places on the map.
    pub point: Action,
    /// Whether it names the hovered place.
    pub is_lit: bool,
}

/// What stands around an excerpt, with the spaces between; empty at the beginning and the end of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Before it.
    pub before: String,
    /// Behind it.
    pub after: String,
}

/// By article, in the order in which they come.
pub(super) fn by_article(
    maker: &CardMaker<'_>,
    all: &[SentenceIdx],
    drawn: &Range<usize>,
) -> Vec<Rc<ExcerptGroup>> {
    let article_of = |idx: SentenceIdx| maker.corpus.sentence(idx).article;
    let drawn = all.get(drawn.clone()).unwrap_or_default();
    let groups = drawn.chunk_by(|&a, &b| article_of(a) == article_of(b));
    groups.filter_map(|chunk| maker.article(chunk)).collect()
}

/// Makes cards for one screen.
pub(super) struct CardMaker<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) state: &'a State,
    pub(super) hits: Marker,
}

impl<'a> CardMaker<'a> {
    pub(super) fn new(corpus: &'a Corpus, state: &'a State) -> Self {
        let query = search::parse(&state.selection.words).query;
        Self { corpus, state, hits: Marker::new(corpus, &query) }
    }

    /// Excerpts of one article under its title.
    pub(super) fn article(&self, sentences: &[SentenceIdx]) -> Option<Rc<ExcerptGroup>> {
        let first = *sentences.first()?;
        let article = self.article_of(first);
        let (title, is_untitled) = title(article);
        Some(Rc::new(ExcerptGroup {
            id: article.id.as_str().to_owned(),
            kind: "article",
            title,
            title_segments: title_segments(self.corpus, first, &self.hits),
            is_untitled,
            source: wording::source_line(article),
            open: Some(Action::Open(OpenArticle { id: article.id.clone(), at: None })),
            excerpts: self.cards(sentences),
        }))
    }

    /// Excerpts of any articles in the order of the corpus.
    pub(super) fn cards(&self, sentences: &[SentenceIdx]) -> Vec<ExcerptCard> {
        let mut chars = CharCounter::new("");
        let mut last = None;
        let card = |&idx: &SentenceIdx| {
            let sentence = self.corpus.sentence(idx);
            if last.replace(sentence.article) != Some(sentence.article) {
                chars = CharCounter::new(&self.article_of(idx).text);
            }
            self.card(idx, idx, sentence.span, chars.span(sentence.span))
        };
        sentences.iter().map(card).collect()
    }

    /// A passage that begins in one sentence and ends in another, or in the same; told in bytes and in characters.
    pub(super) fn card(
        &self,
        first: SentenceIdx,
        last: SentenceIdx,
        bytes: Span,
        span: Span,
    ) -> ExcerptCard {
        let article = self.article_of(first);
        let mut places: Vec<PlaceId> = Vec::new();
        let mut pieces = Vec::new();
        for idx in (first.0..=last.0).map(SentenceIdx) {
            let sentence = self.corpus.sentence(idx);
            let part = Span {
                start: sentence.span.start.max(bytes.start),
                end: sentence.span.end.min(bytes.end),
            };
            if !pieces.is_empty() {
                pieces.push(Segment { text: " ".to_owned(), mark: None, is_hit: false });
            }
            pieces.extend(segments(self.corpus, self.state, idx, part, &self.hits));
            let named = self.corpus.mentions(sentence).iter().filter(|m| bytes.contains(m.span));
            places.extend(named.map(|m| self.corpus.place(m.place).id.clone()));
        }
        let passage = OpenArticle { id: article.id.clone(), at: Some(span) };
        let is_wide = self.state.widened.contains(&passage);
        ExcerptCard {
            article: article.id.as_str().to_owned(),
            span,
            manner: None,
            heading: None,
            lead: None,
            segments: pieces,
            is_wide,
            context: is_wide.then(|| self.context(first, last)),
            source: None,
            open: Action::Open(passage.clone()),
            passage,
            open_label: wording::open_at(bytes.of(&article.text)),
            is_lit: self.state.hovered.as_ref().is_some_and(|id| places.contains(id)),
            point: Action::HoverExcerpt(places.into()),
        }
    }

    fn context(&self, first: SentenceIdx, last: SentenceIdx) -> Context {
        let article = self.corpus.sentence(first).article;
        let article_text = self.article_of(first).text.as_str();
        let text = |idx: Option<u32>| {
            let sentence = idx.and_then(|idx| self.corpus.sentences().get(idx as usize));
            let sentence = sentence.filter(|sentence| sentence.article == article);
            sentence.map(|s| one_line(s.span.of(article_text)))
        };
        let before = text(first.0.checked_sub(1)).map(|text| text + " ");
        let after = text(last.0.checked_add(1)).map(|text| format!(" {text}"));
        Context { before: before.unwrap_or_default(), after: after.unwrap_or_default() }
    }

    pub(super) fn article_of(&self, idx: SentenceIdx) -> &'a Article {
        &self.corpus.record(self.corpus.sentence(idx).article).article
    }
}

/// White space of the source does not matter in a list.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
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
