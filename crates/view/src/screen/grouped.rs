//! Excerpts by what they have of a facet, and by how well their articles fit the searched words.

use super::excerpts::{CardMaker, ExcerptGroup};
use super::facets::value_label;
use super::list_rows::next;
use super::marked::title_segments;
use crate::action::Action;
use crate::state::State;
use crate::wording::{self, listing};
use dateline_core::corpus::{Corpus, CorpusPlaceIdx, SentenceIdx};
use dateline_core::facet::{self, FacetKey, Group, Groups, Matches};
use dateline_core::search;
use std::ops::Range;
use std::rc::Rc;

/// By what they have of a facet.
pub(super) fn by_facet(
    maker: &CardMaker<'_>,
    found: &Groups,
    drawn: &Range<usize>,
) -> Vec<Rc<ExcerptGroup>> {
    let Some(key) = maker.state.listing.facet() else { return Vec::new() };
    let (mut at, mut out) = (0, Vec::new());
    for group in &found.groups {
        let part = next(&mut at, group.excerpts.len(), drawn);
        if let Some(part) = group.excerpts.get(part).filter(|part| !part.is_empty()) {
            out.push(Rc::new(view_group(maker, key, group, part)));
        }
    }
    out
}

fn view_group(
    maker: &CardMaker<'_>,
    key: FacetKey,
    group: &Group,
    part: &[SentenceIdx],
) -> ExcerptGroup {
    let corpus = maker.corpus;
    let mut excerpts = maker.cards(part);
    for (card, idx) in excerpts.iter_mut().zip(part) {
        card.source = Some(wording::source_line(maker.article_of(*idx)));
        // What was found only in the title is told with it.
        if !title_segments(corpus, *idx, &maker.hits).is_empty() {
            card.lead.clone_from(&maker.article_of(*idx).title);
        }
    }
    let counted = listing::heading(group.excerpts.len(), group.n_articles);
    let (id, title) = match group.value {
        Some(value) => (facet::id(corpus, key, value).to_owned(), value_label(corpus, key, value)),
        None => (String::new(), listing::none_of(key).to_owned()),
    };
    let place = group.value.filter(|_| key == FacetKey::Place).map(CorpusPlaceIdx);
    let place = place.map(|idx| corpus.place(idx));
    let source = place.map(|place| {
        let described = wording::described(place, corpus.country_of(place));
        let kind = described.strip_prefix(place.name.as_str()).unwrap_or_default();
        listing::described(kind.trim_start_matches([',', ' ']), &counted)
    });
    let narrow = |_| Action::ToggleValue(key, id.clone());
    ExcerptGroup {
        open: group.value.map(narrow),
        id,
        kind: key.hook(),
        title,
        title_segments: Vec::new(),
        is_untitled: group.value.is_none(),
        source: source.unwrap_or(counted),
        excerpts,
    }
}

/// The excerpts of the set, those of articles first that fit the searched words best.
pub(super) fn ranked(corpus: &Corpus, state: &State, set: &Matches) -> Vec<SentenceIdx> {
    let query = search::parse(&state.selection.words).query;
    let article_of = |idx: &SentenceIdx| corpus.sentence(*idx).article;
    let mut out = Vec::with_capacity(set.sentences.len());
    for ranked in search::rank(corpus, &query, set) {
        let from = set.sentences.partition_point(|idx| article_of(idx) < ranked.article);
        let of_article = set.sentences.get(from..).unwrap_or_default().iter();
        out.extend(of_article.take_while(|idx| article_of(idx) == ranked.article));
    }
    out
}
