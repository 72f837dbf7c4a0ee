//! Who said what: the statements of the set by speaker, quoted ones apart from told ones, and sources without a name apart from both.

use super::excerpts::{CardMaker, CharCounter, Context, ExcerptCard, ExcerptGroup, one_line};
use super::list_rows::next;
use super::listing::ExcerptList;
use crate::action::Action;
use crate::state::State;
use crate::wording::{self, listing};
use dateline_core::corpus::{Manner, SentenceIdx};
use dateline_core::facet::{FacetKey, Said, Source, Speaker, Statements};
use dateline_core::text::Span;
use std::ops::Range;
use std::rc::Rc;

pub(super) fn head(state: &State, found: &Statements, list: &mut ExcerptList) {
    list.heading = listing::statements(found.n_statements, found.n_named);
    list.empty = (found.n_statements == 0).then(|| listing::NO_STATEMENTS.to_owned());
    let selection = &state.selection;
    let lacks_others = selection.needs_place() && !selection.has_words();
    list.note = (lacks_others && found.n_statements > 0).then(|| listing::NAMING_PLACES.to_owned());
}

/// The speakers of the statements that are drawn.
pub(super) fn groups(
    maker: &CardMaker<'_>,
    found: &Statements,
    drawn: &Range<usize>,
) -> Vec<Rc<ExcerptGroup>> {
    let (mut at, mut out) = (0, Vec::new());
    for speaker in &found.speakers {
        let mut part = |all: &'_ [Said]| next(&mut at, all.len(), drawn);
        let (direct, told) = (part(&speaker.direct), part(&speaker.told));
        if !(direct.is_empty() && told.is_empty()) {
            let direct = speaker.direct.get(direct).unwrap_or_default();
            let told = speaker.told.get(told).unwrap_or_default();
            out.push(Rc::new(group(maker, speaker, direct, told)));
        }
    }
    out
}

fn group(maker: &CardMaker<'_>, speaker: &Speaker, direct: &[Said], told: &[Said]) -> ExcerptGroup {
    let is_named = matches!(speaker.source, Source::Actor(_) | Source::Place(_));
    let cards = |all: &[Said], manner, heading| {
        let mut cards: Vec<ExcerptCard> =
            all.iter().filter_map(|said| card(maker, *said, is_named, manner)).collect();
        if let Some(first) = cards.first_mut() {
            first.heading = Some(heading);
        }
        cards
    };
    let mut excerpts = cards(direct, "direct", listing::DIRECT);
    excerpts.extend(cards(told, "told", listing::TOLD));
    let (id, title) = match speaker.source {
        Source::Actor(idx) => {
            let actor = maker.corpus.actor(idx);
            (actor.id.as_str().to_owned(), actor.name.clone())
        }
        Source::Place(idx) => {
            let place = maker.corpus.place(idx);
            (place.id.as_str().to_owned(), place.name.clone())
        }
        // No id holds a space.
        Source::Described => ("no name".to_owned(), listing::DESCRIBED.to_owned()),
        Source::Unknown => ("nobody".to_owned(), listing::NOBODY.to_owned()),
    };
    ExcerptGroup {
        // Nobody narrows to what a place said; it is shown.
        open: match speaker.source {
            Source::Actor(_) => Some(Action::ToggleValue(FacetKey::Said, id.clone())),
            Source::Place(idx) => Some(Action::ShowPlace(maker.corpus.place(idx).id.clone())),
            Source::Described | Source::Unknown => None,
        },
        // A place and a person may have one id.
        id: if matches!(speaker.source, Source::Place(_)) { format!("place {id}") } else { id },
        kind: FacetKey::Said.hook(),
        title,
        title_segments: Vec::new(),
        is_untitled: !is_named,
        source: listing::statements_of(speaker.n_statements),
        excerpts,
    }
}

/// A statement with the words that say whose it is, and where it was read.
pub(super) fn card(
    maker: &CardMaker<'_>,
    said: Said,
    is_named: bool,
    manner: &'static str,
) -> Option<ExcerptCard> {
    let record = maker.corpus.record(said.article);
    let statement = record.statements.get(said.number)?;
    let text = &record.article.text;
    let is_of_it = |idx: u32| {
        let sentence = maker.corpus.sentences().get(idx as usize);
        sentence.is_some_and(|s| s.article == said.article && s.span.overlaps(said.span))
    };
    let (mut first, mut last) = (said.sentence.0, said.sentence.0);
    while let Some(before) = first.checked_sub(1).filter(|idx| is_of_it(*idx)) {
        first = before;
    }
    while let Some(after) = last.checked_add(1).filter(|idx| is_of_it(*idx)) {
        last = after;
    }
    let span = CharCounter::new(text).span(said.span);
    let mut card = maker.card(SentenceIdx(first), SentenceIdx(last), said.span, span);
    let words = |span: Option<Span>| one_line(span.map(|span| span.of(text)).unwrap_or_default());
    // The group says who speaks; of those without a name each is described in its own way.
    let named = if is_named { None } else { statement.named.or(statement.source) };
    card.lead = listing::lead(&words(named), &words(statement.verb));
    card.manner = Some(manner);
    if said.manner == Manner::Mixed {
        card.manner = Some("partial");
    }
    if said.manner != Manner::Direct {
        // A part of a sentence says little without the rest of it.
        let ends = [first, last].map(|idx| maker.corpus.sentence(SentenceIdx(idx)).span);
        let before = Span { start: ends[0].start, end: said.span.start };
        let after = Span { start: said.span.end, end: ends[1].end };
        let wide = card.context.take().unwrap_or_default();
        card.context = Some(Context {
            before: wide.before + &one_line(before.of(text)),
            after: one_line(after.of(text)) + &wide.after,
        });
    }
    let mut places: Vec<&str> = Vec::new();
    for idx in first..=last {
        for mention in maker.corpus.mentions(maker.corpus.sentence(SentenceIdx(idx))) {
            let name = maker.corpus.place(mention.place).name.as_str();
            if !places.contains(&name) {
                places.push(name);
            }
        }
    }
    card.source = Some(listing::said_in(&wording::source_line(&record.article), &places));
    Some(card)
}
