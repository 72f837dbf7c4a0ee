//! The open article: what is known of its origin, and its text with marks.

use super::excerpts::{CharCounter, segments, title};
use super::{ReadingScreen, ReadingSentence};
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::text::Span;

pub(super) fn reading(corpus: &Corpus, state: &State) -> Option<ReadingScreen> {
    let open = state.open.as_ref()?;
    let idx = corpus.find_article(&open.id)?;
    let article = &corpus.record(idx).article;
    let mut chars = CharCounter::new(&article.text);
    let mut paragraphs: Vec<Vec<ReadingSentence>> = Vec::new();
    let mut last_end = 0;
    for sentence in corpus.sentences_of(idx) {
        let gap = Span { start: last_end, end: sentence.span.start }.of(&article.text);
        let begins_paragraph = gap.contains('\n') || paragraphs.is_empty();
        last_end = sentence.span.end;
        let span = chars.span(sentence.span);
        let read = ReadingSentence {
            span,
            segments: segments(
                corpus,
                state,
                &article.text,
                sentence.span,
                corpus.mentions(sentence),
            ),
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
