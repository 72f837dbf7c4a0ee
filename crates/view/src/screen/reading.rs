//! The open article: what is known of its origin, and its text with marks.

use super::excerpts::{CharCounter, title};
use super::marked::segments;
use super::{MarkSwitch, PlaceNote, ReadingScreen, ReadingSentence, original};
use crate::state::{MarkKind, State};
use crate::wording;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx, SentenceIdx};
use dateline_core::search::{self, Marker};
use dateline_core::text::Span;

pub(super) fn reading(corpus: &Corpus, state: &State) -> Option<ReadingScreen> {
    let open = state.open.as_ref()?;
    let idx = corpus.find_article(&open.id)?;
    let article = &corpus.record(idx).article;
    let mut chars = CharCounter::new(&article.text);
    let mut paragraphs: Vec<Vec<ReadingSentence>> = Vec::new();
    let mut notes: Vec<Vec<PlaceNote>> = Vec::new();
    let mut noted: Vec<CorpusPlaceIdx> = Vec::new();
    let mut marked = [0usize; MarkKind::ALL.len()];
    let mut lit = None;
    let mut last_end = 0;
    let hits = Marker::new(corpus, &search::parse(&state.selection.words).query);
    let first = corpus.sentences().partition_point(|s| s.article < idx);
    let numbers = u32::try_from(first).unwrap_or(u32::MAX)..;
    for (sentence, at) in corpus.sentences_of(idx).iter().zip(numbers) {
        let gap = Span { start: last_end, end: sentence.span.start }.of(&article.text);
        let begins_paragraph = gap.contains('\n') || paragraphs.is_empty();
        last_end = sentence.span.end;
        let span = chars.span(sentence.span);
        let mut segments = segments(corpus, state, SentenceIdx(at), sentence.span, &hits);
        for mark in segments.iter_mut().map(|segment| &mut segment.mark) {
            let kind = |kind: &MarkKind| mark.as_ref().is_some_and(|m| m.kind == kind.hook());
            let Some(kind) = MarkKind::ALL.into_iter().find(kind) else { continue };
            marked.iter_mut().skip(kind as usize).take(1).for_each(|n| *n += 1);
            if state.unmarked.contains(&kind) {
                *mark = None;
            }
        }
        let read =
            ReadingSentence { span, segments, is_lit: open.at.is_some_and(|at| at.overlaps(span)) };
        if read.is_lit && lit.is_none() {
            lit = Some(sentence.span.of(&article.text));
        }
        if begins_paragraph {
            paragraphs.push(Vec::new());
            notes.push(Vec::new());
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push(read);
        }
        for mention in corpus.mentions(sentence) {
            if !noted.contains(&mention.place) {
                noted.push(mention.place);
                notes.last_mut().into_iter().for_each(|n| n.push(note(corpus, mention.place)));
            }
        }
    }
    let (title, is_untitled) = title(article);
    Some(ReadingScreen {
        article: article.id.as_str().to_owned(),
        title,
        is_untitled,
        facts: wording::facts(article),
        url: article
            .url
            .as_deref()
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
            .map(|url| {
                lit.map_or_else(|| url.to_owned(), |sentence| original::link(url, sentence))
            }),
        marks: MarkKind::ALL
            .into_iter()
            .zip(marked)
            .filter(|(_, n)| *n > 0)
            .map(|(kind, n)| MarkSwitch {
                kind,
                label: wording::reading::marks(kind, n),
                is_on: !state.unmarked.contains(&kind),
            })
            .collect(),
        paragraphs,
        notes,
    })
}

fn note(corpus: &Corpus, idx: CorpusPlaceIdx) -> PlaceNote {
    let place = corpus.place(idx);
    PlaceNote {
        id: place.id.clone(),
        label: wording::described(place, corpus.country_of(place)),
        title: wording::places::show(&place.name),
    }
}
