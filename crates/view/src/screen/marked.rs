//! A sentence in pieces: what names somebody or something, and what a search has found.
//!
//! In go a sentence and the marker of a search; out come pieces in the order of the text. Where two names overlap, a place goes before a person, and whatever begins first before what begins later.

use super::{Mark, Segment};
use crate::corrections;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::{Corpus, Sentence, SentenceIdx};
use dateline_core::facet::FacetKey;
use dateline_core::identify::ActorKind;
use dateline_core::order;
use dateline_core::search::Marker;
use dateline_core::text::Span;

/// A sentence, or a part of it, cut at its marks.
pub(super) fn segments(
    corpus: &Corpus,
    state: &State,
    idx: SentenceIdx,
    part: Span,
    hits: &Marker,
) -> Vec<Segment> {
    let sentence = corpus.sentence(idx);
    let text = corpus.record(sentence.article).article.text.as_str();
    let hits = hits.spans(corpus, idx);
    let mut out = Vec::new();
    let mut push = |start: u32, end: u32, mark: Option<Mark>, is_hit: bool| {
        // One line: white space of the source does not matter in an excerpt.
        let piece = Span { start, end }.of(text).replace('\n', " ");
        if !piece.is_empty() {
            out.push(Segment { text: piece, mark, is_hit });
        }
    };
    let plain = |start: u32, end: u32, push: &mut dyn FnMut(u32, u32, Option<Mark>, bool)| {
        let mut at = start;
        for hit in hits.iter().filter(|hit| hit.end > start && hit.start < end) {
            let (from, to) = (hit.start.max(at), hit.end.min(end));
            push(at, from, None, false);
            push(from, to, None, true);
            at = to;
        }
        push(at, end, None, false);
    };
    let mut at = part.start;
    for (span, mark) in marks(corpus, state, sentence) {
        if span.start < at || !part.contains(span) {
            continue;
        }
        plain(at, span.start, &mut push);
        // A name is never cut: it is found as a whole.
        push(span.start, span.end, Some(mark), hits.iter().any(|hit| hit.overlaps(span)));
        at = span.end;
    }
    plain(at, part.end, &mut push);
    out
}

/// The title of an article cut at what a search has found in it; nothing where it has found nothing, or where this is not the first sentence, with which a title counts.
pub(super) fn title_segments(corpus: &Corpus, idx: SentenceIdx, hits: &Marker) -> Vec<Segment> {
    let article = corpus.sentence(idx).article;
    let before = idx.0.checked_sub(1).map(|before| corpus.sentence(SentenceIdx(before)).article);
    let title = corpus.record(article).article.title.as_deref();
    let Some(title) = title.filter(|_| before != Some(article)) else { return Vec::new() };
    let hits = hits.title_spans(corpus, idx);
    let mut out = Vec::new();
    let mut push = |start: u32, end: u32, is_hit: bool| {
        let text = Span { start, end }.of(title).to_owned();
        out.push(Segment { text, mark: None, is_hit });
    };
    let mut at = 0;
    for hit in &hits {
        push(at, hit.start, false);
        push(hit.start, hit.end, true);
        at = hit.end;
    }
    if at > 0 {
        push(at, Span::new(0, title.len()).end, false);
    }
    out
}

/// All that is named, in the order of the text.
fn marks(corpus: &Corpus, state: &State, sentence: &Sentence) -> Vec<(Span, Mark)> {
    let is_chosen = |key: FacetKey, id: &str| state.selection.includes(key, id);
    let places = corpus.mentions(sentence).iter().map(|mention| {
        let place = corpus.place(mention.place);
        let sure = mention.confidence.hundredths();
        let spoken = wording::mark(place, corpus.country_of(place), mention.metonym, sure);
        (
            mention.span,
            Mark {
                kind: "place",
                at: corrections::place_of(mention.span),
                entity: place.id.as_str().to_owned(),
                is_selected: is_chosen(FacetKey::Place, place.id.as_str()),
                spoken,
            },
        )
    });
    let actors = corpus.actors_in(sentence).iter().map(|mention| {
        let actor = corpus.actor(mention.actor);
        let key = match actor.kind {
            ActorKind::Person => FacetKey::Person,
            ActorKind::Organisation => FacetKey::Organisation,
        };
        (
            mention.span,
            Mark {
                kind: key.hook(),
                at: corrections::place_of(mention.span),
                entity: actor.id.as_str().to_owned(),
                is_selected: is_chosen(key, actor.id.as_str()),
                spoken: wording::facets::actor(key, &actor.name),
            },
        )
    });
    let times = corpus.times_in(sentence).iter().filter_map(|mention| {
        let value = corpus.time_value(mention.value?);
        Some((
            mention.span,
            Mark {
                kind: "date",
                at: corrections::place_of(mention.span),
                entity: value.to_owned(),
                is_selected: is_chosen(FacetKey::On, value),
                spoken: wording::facets::time(value),
            },
        ))
    });
    let mut all: Vec<(Span, Mark)> = places.chain(actors).chain(times).collect();
    order::sort_by_key(&mut all, |(span, _)| span.start);
    all
}
