//! Applying corrections: one after the other, the later on what the earlier left.
//!
//! In: a corpus as it was read. Out: the corpus that follows, with everything counted anew.
//! A correction that fits nothing changes nothing and is told.

use super::change::{Change, Found};
use super::{Correction, Entity, Names};
use crate::article::{Article, ArticleId};
use crate::corpus::Corpus;
use crate::text::Span;

impl Corpus {
    /// This corpus with corrections, one after the other.
    #[must_use]
    pub fn corrected(&self, corrections: &[Correction]) -> Self {
        let mut change = Change::of(&self.data);
        let superseded = superseded(corrections);
        let each = corrections.iter().zip(superseded);
        // A name that another one replaces later never becomes a spelling.
        let fits = each.map(|(c, is_void)| is_void || apply(&mut change, c)).collect();
        let mut corpus = self.with_data(change.finish());
        corpus.fits = fits;
        corpus
    }
}

/// Which corrections give a name to somebody or something that a later one names again.
fn superseded(corrections: &[Correction]) -> Vec<bool> {
    let mut named: Vec<&Entity> = Vec::new();
    let mut void = vec![false; corrections.len()];
    for (correction, void) in corrections.iter().zip(&mut void).rev() {
        if let Correction::Name(entity, _) = correction {
            *void = named.contains(&entity);
            if !*void {
                named.push(entity);
            }
        }
    }
    void
}

fn apply(change: &mut Change, correction: &Correction) -> bool {
    match correction {
        Correction::Is(names, entity) => {
            let spans = spans(change, names);
            let found = change.find(entity);
            found.is_some_and(|to| assign_all(change, &spans, Some(to)))
        }
        Correction::Not(names) => {
            let spans = spans(change, names);
            assign_all(change, &spans, None)
        }
        Correction::Apart(names, name) => {
            let spans = spans(change, names);
            let before = spans.iter().find_map(|(record, span)| change.named(*record, *span));
            before.is_some_and(|before| {
                let to = change.add(before, &id_of(change, names, &spans), name);
                assign_all(change, &spans, Some(to))
            })
        }
        Correction::Same(entity, other) => match (change.find(entity), change.find(other)) {
            (Some(from), Some(to)) if from != to => change.merge(from, to),
            _ => false,
        },
        Correction::Name(entity, name) => {
            change.find(entity).is_some_and(|of| change.rename(of, name))
        }
    }
}

fn assign_all(change: &mut Change, spans: &[(usize, Span)], to: Option<Found>) -> bool {
    for (record, span) in spans {
        change.assign(*record, *span, to);
    }
    !spans.is_empty()
}

/// The id of somebody or something that was set apart: it follows from the names and from nothing else.
fn id_of(change: &Change, names: &Names, spans: &[(usize, Span)]) -> String {
    let article = names.article.as_str();
    // Where it stands, which may not be where it was said to stand.
    let text = text_of(change, &names.article).map_or("", |(_, text)| text);
    let start = spans.first().and_then(|(_, span)| text.get(..span.start as usize));
    match start.filter(|_| names.at.is_some()) {
        Some(before) => format!("apart-{article}-{}", before.chars().count()),
        None => {
            format!("apart-{article}-{:08x}", crate::checksum::checksum(names.wording.as_bytes()))
        }
    }
}

/// Where the names stand: number of the record and bytes of its text.
fn spans(change: &Change, names: &Names) -> Vec<(usize, Span)> {
    let Names { article, at, wording } = names;
    let Some((number, text)) = text_of(change, article) else { return Vec::new() };
    let spans = match at {
        Some(at) => place_of(text, *at, wording).into_iter().collect(),
        None => change.spans_worded(number, wording),
    };
    spans.into_iter().map(|span| (number, span)).collect()
}

fn text_of<'a>(change: &'a Change, id: &ArticleId) -> Option<(usize, &'a str)> {
    let mut articles = change.articles().enumerate();
    articles.find_map(|(number, Article { id: of, text, .. })| {
        (of == id).then_some((number, text.as_str()))
    })
}

/// Where a wording stands: in that place, or else in the one nearest to it.
fn place_of(text: &str, at: Span, wording: &str) -> Option<Span> {
    let byte = |chars: u32| text.char_indices().nth(chars as usize).map_or(text.len(), |(i, _)| i);
    let start = byte(at.start);
    // Not by the library's search, which is longer than the rest of this file.
    let is_here = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with(wording));
    let all = text.char_indices().map(|(at, _)| at).filter(is_here);
    let nearest = all.min_by_key(|found| found.abs_diff(start))?;
    Some(Span::new(nearest, nearest + wording.len()))
}
