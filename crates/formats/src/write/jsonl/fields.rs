//! One mention as an object of the line: the fields of places, actors, times and statements.
//!
//! In go a mention, its article and the positions in characters; out comes what is written.
//! The order of the fields is the order in the file; an unknown fact is `null`.

use super::super::chars::CharOffsets;
use dateline_core::annotate::{Annotations, Associated, PlaceMention};
use dateline_core::article::Article;
use dateline_core::gazetteer::CountryCode;
use dateline_core::identify::{ActorKind, ActorMention};
use dateline_core::speech::Statement;
use dateline_core::when::{TimeKind, TimeMention};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct PlaceField<'a> {
    start: usize,
    end: usize,
    surface: &'a str,
    id: &'a str,
    name: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    kind: &'static str,
    country: Option<&'a str>,
    confidence: f64,
    metonym: bool,
}

impl<'a> PlaceField<'a> {
    pub(super) fn of(
        mention: &PlaceMention,
        article: &'a Article,
        annotations: &'a Annotations,
        offsets: &CharOffsets,
    ) -> Option<Self> {
        let place = annotations.place(mention.place)?;
        let (start, end) = offsets.of(mention.span);
        Some(Self {
            start,
            end,
            surface: mention.span.of(&article.text),
            id: place.id.as_str(),
            name: &place.name,
            lat: place.point.map(|point| point.lat),
            lon: place.point.map(|point| point.lon),
            kind: place.kind.as_str(),
            country: place.country.as_ref().map(CountryCode::as_str),
            confidence: mention.confidence.as_f64(),
            metonym: mention.metonym,
        })
    }
}

#[derive(Serialize)]
pub(super) struct AssociatedField<'a> {
    start: usize,
    end: usize,
    surface: &'a str,
    id: &'a str,
    name: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    role: &'static str,
}

impl<'a> AssociatedField<'a> {
    pub(super) fn of(
        found: &Associated,
        article: &'a Article,
        annotations: &'a Annotations,
        offsets: &CharOffsets,
    ) -> Option<Self> {
        let place = annotations.place(found.place)?;
        let (start, end) = offsets.of(found.span);
        Some(Self {
            start,
            end,
            surface: found.span.of(&article.text),
            id: place.id.as_str(),
            name: &place.name,
            lat: place.point.map(|point| point.lat),
            lon: place.point.map(|point| point.lon),
            role: found.role.as_str(),
        })
    }
}

#[derive(Serialize)]
pub(super) struct ActorField<'a> {
    start: usize,
    end: usize,
    surface: &'a str,
    id: &'a str,
    name: &'a str,
}

impl<'a> ActorField<'a> {
    /// The mention, if it names an actor of this kind.
    pub(super) fn of(
        mention: &ActorMention,
        kind: ActorKind,
        article: &'a Article,
        annotations: &'a Annotations,
        offsets: &CharOffsets,
    ) -> Option<Self> {
        let actor = annotations.actors.actor(mention.actor).filter(|actor| actor.kind == kind)?;
        let (start, end) = offsets.of(mention.span);
        let surface = mention.span.of(&article.text);
        Some(Self { start, end, surface, id: actor.id.as_str(), name: &actor.name })
    }
}

#[derive(Serialize)]
pub(super) struct TimeField<'a> {
    start: usize,
    end: usize,
    surface: &'a str,
    value: Option<&'a str>,
    kind: &'static str,
}

impl<'a> TimeField<'a> {
    pub(super) fn of(
        mention: &'a TimeMention,
        article: &'a Article,
        offsets: &CharOffsets,
    ) -> Self {
        let (start, end) = offsets.of(mention.span);
        let kind = match mention.kind {
            TimeKind::Date => "date",
            TimeKind::Time => "time",
            TimeKind::Duration => "duration",
            TimeKind::Set => "set",
        };
        let surface = mention.span.of(&article.text);
        Self { start, end, surface, value: mention.value.as_deref(), kind }
    }
}

#[derive(Serialize)]
pub(super) struct StatementField<'a> {
    start: usize,
    end: usize,
    speaker: Option<&'a str>,
    speaker_name: Option<&'a str>,
    source: Option<&'a str>,
    source_start: Option<usize>,
    source_end: Option<usize>,
    verb: Option<&'a str>,
    direct: bool,
    mixed: bool,
}

impl<'a> StatementField<'a> {
    pub(super) fn of(
        statement: &Statement,
        article: &'a Article,
        annotations: &'a Annotations,
        offsets: &CharOffsets,
    ) -> Self {
        let (start, end) = offsets.of(statement.span);
        let speaker = statement.speaker.and_then(|idx| annotations.actors.actor(idx));
        let source = statement.source.map(|span| offsets.of(span));
        Self {
            start,
            end,
            speaker: speaker.map(|actor| actor.id.as_str()),
            speaker_name: speaker.map(|actor| actor.name.as_str()).or_else(|| {
                statement.named.or(statement.source).map(|span| span.of(&article.text))
            }),
            source: statement.source.map(|span| span.of(&article.text)),
            source_start: source.map(|(start, _)| start),
            source_end: source.map(|(_, end)| end),
            verb: statement.verb.map(|span| span.of(&article.text)),
            // A few quoted words inside a told sentence are neither all quoted nor all told.
            direct: statement.direct && !statement.partial,
            mixed: statement.partial,
        }
    }
}
