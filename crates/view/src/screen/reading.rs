//! The open article: what is known of its origin, and its text with marks.

use super::excerpts::{CharCounter, title};
use super::marked::segments;
use super::{ReadingScreen, ReadingSentence};
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, SentenceIdx};
use dateline_core::search::{self, Marker};
use dateline_core::text::Span;

pub(super) fn reading(corpus: &Corpus, state: &State) -> Option<ReadingScreen> {
    let open = state.open.as_ref()?;
    let idx = corpus.find_article(&open.id)?;
    let article = &corpus.record(idx).article;
    let mut chars = CharCounter::new(&article.text);
    let mut paragraphs: Vec<Vec<ReadingSentence>> = Vec::new();
    let mut last_end = 0;
    let hits = Marker::new(corpus, &search::parse(&state.selection.words).query);
    let first = corpus.sentences().partition_point(|s| s.article < idx);
    let numbers = u32::try_from(first).unwrap_or(u32::MAX)..;
    for (sentence, at) in corpus.sentences_of(idx).iter().zip(numbers) {
        let gap = Span { start: last_end, end: sentence.span.start }.of(&article.text);
        let begins_paragraph = gap.contains('\n') || paragraphs.is_empty();
        last_end = sentence.span.end;
        let span = chars.span(sentence.span);
        let read = ReadingSentence {
            span,
            segments: segments(corpus, state, SentenceIdx(at), sentence.span, &hits),
            is_lit: open.at.is_some_and(|at| at.overlaps(span)),
        };
        match paragraphs.last_mut().filter(|_| !begins_paragraph) {
            Some(paragraph) => paragraph.push(read),
            None => paragraphs.push(vec![read]),
        }
    }
    let (title, is_untitled) = title(article);
    Some(ReadingScreen {
        article: article.id.as_str().to_owned(),
        title,
        is_untitled,
        facts: wording::facts(article),
        url: article.url.clone().filter(|u| u.starts_with("https://") || u.starts_with("http://")),
        paragraphs,
    })
}
