//! A place, a person or an organisation by itself: how it is spelt and by whom, first and last mention, who is named beside it, and statements.
//!
//! It is told of the whole corpus, whatever is selected.

use super::excerpts::{CardMaker, ExcerptCard, one_line};
use super::facets::value_label;
use super::statements;
use crate::action::Action;
use crate::listing::EntityId;
use crate::state::State;
use crate::wording::{self, listing};
use core::cmp::Reverse;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx, SentenceIdx};
use dateline_core::facet::{self, FacetKey, Matches, Selection, Source};
use dateline_core::order;

/// Names beside it, of each kind.
const MOST_BESIDE: usize = 8;
/// Statements that are shown at once.
const MOST_STATEMENTS: usize = 3;
/// Spellings; more are mistakes.
const MOST_SPELLINGS: usize = 24;

/// The panel.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityScreen {
    /// Its id.
    pub id: String,
    /// "place", "person" or "organisation".
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// "city in Syria", "person".
    pub described: String,
    /// "34 excerpts in 5 articles".
    pub counts: String,
    /// Narrows to it, or no longer.
    pub narrow: Action,
    /// What that is called.
    pub narrow_label: &'static str,
    /// Shows it on the map, when it has a point.
    pub show: Option<Action>,
    /// How it is spelt, the most frequent spelling first.
    pub spellings: Vec<SpellingRow>,
    /// First and last mention.
    pub ends: Vec<Passage>,
    /// Who and what is named in the same sentences.
    pub beside: Vec<Beside>,
    /// "12 statements".
    pub statements_label: String,
    /// The first of them.
    pub statements: Vec<ExcerptCard>,
    /// Lists all of them, when there are any.
    pub all_statements: Option<Action>,
}

/// A spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpellingRow {
    /// As the articles have it.
    pub text: String,
    /// How often.
    pub n_mentions: usize,
    /// "Reuters, Middle East Eye".
    pub outlets: String,
}

/// A passage that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// "First", "Last".
    pub label: &'static str,
    /// Where it comes from.
    pub source: String,
    /// Opens it.
    pub open: Action,
}

/// Names of one kind that stand beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// "Places", "People", "Organisations".
    pub label: &'static str,
    /// The name of the kind in hooks.
    pub kind: &'static str,
    /// Names with the number of excerpts that they share, and what a click does: looks at them.
    pub names: Vec<(String, usize, Action)>,
}

pub(super) fn entity(corpus: &Corpus, state: &State) -> Option<EntityScreen> {
    let of = state.of.as_ref()?;
    let number = facet::find(corpus, of.key, &of.id)?;
    let name = facet::name(corpus, of.key, number)?.to_owned();
    let selected = |key: FacetKey| {
        let mut selection = Selection::default();
        selection.include(key, &of.id);
        facet::matches(corpus, &selection)
    };
    let set = selected(of.key);
    let maker = CardMaker::new(corpus, state);
    let place = (of.key == FacetKey::Place).then(|| corpus.place(CorpusPlaceIdx(number)));
    let described = place.map_or_else(
        || wording::facets::actor(of.key, &name),
        |place| wording::described(place, corpus.country_of(place)),
    );
    let kind = described.strip_prefix(name.as_str()).unwrap_or_default();
    let (n_statements, statements) = match of.key {
        FacetKey::Place => said(&maker, &set, None),
        key => said(&maker, &selected(FacetKey::Said), facet::actor(corpus, key, number)),
    };
    Some(EntityScreen {
        id: of.id.clone(),
        kind: of.key.hook(),
        described: kind.trim_start_matches([',', ' ']).to_owned(),
        counts: listing::heading(set.sentences.len(), set.articles.len()),
        narrow: Action::ToggleValue(of.key, of.id.clone()),
        narrow_label: listing::narrow(state.selection.includes(of.key, &of.id)),
        show: place.filter(|p| p.point.is_some()).map(|p| Action::ShowPlace(p.id.clone())),
        spellings: spellings(corpus, &set, of.key, number),
        ends: ends(&maker, &set),
        beside: beside(corpus, &set, of),
        statements_label: listing::statements_of(n_statements),
        all_statements: (n_statements > 0).then(|| Action::ListStatements(of.clone())),
        statements,
        name,
    })
}

/// Statements of a set by one speaker, or by anybody.
fn said(
    maker: &CardMaker<'_>,
    set: &Matches,
    by: Option<dateline_core::corpus::CorpusActorIdx>,
) -> (usize, Vec<ExcerptCard>) {
    let found = facet::statements(maker.corpus, set);
    let is_meant = |source: Source| by.is_none_or(|by| source == Source::Actor(by));
    let (mut n_all, mut cards) = (0, Vec::new());
    for speaker in found.speakers.iter().filter(|speaker| is_meant(speaker.source)) {
        n_all += speaker.n_statements;
        let direct = speaker.direct.iter().map(|said| (said, "direct"));
        let told = speaker.told.iter().map(|said| (said, "told"));
        for (said, manner) in direct.chain(told).take(MOST_STATEMENTS - cards.len()) {
            cards.extend(statements::card(maker, *said, false, manner));
        }
    }
    (n_all, cards)
}

/// The words by which it is named, and who writes them.
fn spellings(corpus: &Corpus, set: &Matches, key: FacetKey, number: u32) -> Vec<SpellingRow> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    let actor = facet::actor(corpus, key, number);
    for &idx in &set.sentences {
        let sentence = corpus.sentence(idx);
        let article = &corpus.record(sentence.article).article;
        let outlet = article.outlet.as_deref().unwrap_or(wording::UNKNOWN_OUTLET);
        if key == FacetKey::Place {
            let named = corpus.mentions(sentence).iter().filter(|m| m.place.0 == number);
            all.extend(named.map(|m| (m.span.of(&article.text), outlet)));
        } else {
            let named = corpus.actors_in(sentence).iter().filter(|m| Some(m.actor) == actor);
            all.extend(named.map(|m| (m.span.of(&article.text), outlet)));
        }
    }
    order::sort_by_key(&mut all, |pair| *pair);
    let rows = all.chunk_by(|a, b| a.0 == b.0).map(|same| {
        let mut outlets: Vec<&str> = same.iter().map(|(_, outlet)| *outlet).collect();
        outlets.dedup();
        SpellingRow {
            text: one_line(same.first().map_or("", |(text, _)| text)),
            n_mentions: same.len(),
            outlets: listing::outlets(&outlets),
        }
    });
    let mut rows: Vec<SpellingRow> = rows.collect();
    order::sort_by_key(&mut rows, |row| Reverse(row.n_mentions));
    rows.truncate(MOST_SPELLINGS);
    rows
}

/// The first and the last sentence by day of publication; those without a day do not count.
fn ends(maker: &CardMaker<'_>, set: &Matches) -> Vec<Passage> {
    let day = |idx: &SentenceIdx| maker.article_of(*idx).published;
    let dated = || set.sentences.iter().copied().filter(|idx| day(idx).is_some());
    let first = dated().reduce(|a, b| if day(&b) < day(&a) { b } else { a });
    let last = dated().reduce(|a, b| if day(&b) >= day(&a) { b } else { a });
    let ends = [(listing::FIRST, first), (listing::LAST, last)];
    let passage = |(label, idx): (&'static str, Option<SentenceIdx>)| {
        let card = maker.cards(&[idx?]).pop()?;
        let source = wording::source_line(maker.article_of(idx?));
        Some(Passage { label, source, open: card.open })
    };
    ends.into_iter().filter_map(passage).collect()
}

/// Who and what is named in the same sentences.
fn beside(corpus: &Corpus, set: &Matches, of: &EntityId) -> Vec<Beside> {
    let counts = facet::count(corpus, set);
    let of_kind = |key: FacetKey| {
        let mut all = counts.of(key);
        all.retain(|count| key != of.key || facet::id(corpus, key, count.value) != of.id);
        order::sort_by_key(&mut all, |count| Reverse((count.n_excerpts, count.n_articles)));
        all.truncate(MOST_BESIDE);
        let names = all.into_iter().map(|count| {
            let other = EntityId { key, id: facet::id(corpus, key, count.value).to_owned() };
            let label = value_label(corpus, key, count.value);
            (label, count.n_excerpts, Action::LookAt(Some(other)))
        });
        Beside { label: wording::facets::label(key), kind: key.hook(), names: names.collect() }
    };
    EntityId::KINDS.into_iter().map(of_kind).filter(|beside| !beside.names.is_empty()).collect()
}
