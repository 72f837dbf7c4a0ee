//! Excerpts by what they have of a facet, and articles by how well they fit the searched words.

use super::excerpts::{CardMaker, ExcerptGroup};
use super::facets::value_label;
use super::listing::{ExcerptList, more};
use super::marked::title_segments;
use crate::action::Action;
use crate::wording::{self, listing};
use dateline_core::corpus::{CorpusPlaceIdx, SentenceIdx};
use dateline_core::facet::{self, FacetKey, Group, Matches};
use dateline_core::search;
use std::rc::Rc;

/// By what they have of a facet.
pub(super) fn by_facet(
    maker: &CardMaker<'_>,
    set: &Matches,
    key: FacetKey,
    list: &mut ExcerptList,
) {
    let n_shown = maker.n_shown;
    let found = facet::groups(maker.corpus, set, key, n_shown);
    list.groups = found.groups.iter().map(|group| Rc::new(view_group(maker, key, group))).collect();
    list.more = more(n_shown, found.n_rows);
}

fn view_group(maker: &CardMaker<'_>, key: FacetKey, group: &Group) -> ExcerptGroup {
    let corpus = maker.corpus;
    let mut excerpts = maker.cards(&group.shown);
    for (card, idx) in excerpts.iter_mut().zip(&group.shown) {
        card.source = Some(wording::source_line(maker.article_of(*idx)));
        // What was found only in the title is told with it.
        if !title_segments(corpus, *idx, &maker.hits).is_empty() {
            card.lead.clone_from(&maker.article_of(*idx).title);
        }
    }
    let counted = listing::heading(group.n_excerpts, group.n_articles);
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

/// Articles, those first that fit the searched words best.
pub(super) fn by_rank(maker: &CardMaker<'_>, set: &Matches, list: &mut ExcerptList) {
    let query = search::parse(&maker.state.selection.words).query;
    let article_of = |idx: &SentenceIdx| maker.corpus.sentence(*idx).article;
    let mut left = maker.n_shown;
    for ranked in search::rank(maker.corpus, &query, set) {
        let from = set.sentences.partition_point(|idx| article_of(idx) < ranked.article);
        let to = set.sentences.partition_point(|idx| article_of(idx) <= ranked.article);
        let shown = set.sentences.get(from..to.min(from.saturating_add(left)));
        let shown = shown.filter(|shown| !shown.is_empty());
        let Some(shown) = shown else { break };
        left -= shown.len();
        list.groups.extend(maker.article(shown));
    }
    list.more = more(maker.n_shown, set.sentences.len());
}
