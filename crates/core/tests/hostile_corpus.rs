//! Packs whose checksum is right and whose content is not: any span and any index is survived, and nothing of it reaches a screen.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use dateline_core::annotate::{Confidence, MentionRole};
use dateline_core::article::Article;
use dateline_core::corpus::{
    Actor, ActorMention, Corpus, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Manner, Mention,
    Record, Statement, TimeMention, TimeValueIdx, Weighings,
};
use dateline_core::facet::{self, FacetKey, Selection};
use dateline_core::gazetteer::{Division, Place, PlaceId, PlaceKind, Spellings};
use dateline_core::geo::LatLon;
use dateline_core::identify::{ActorId, ActorKind};
use dateline_core::pack;
use dateline_core::text::Span;
use dateline_core::when::TimeKind;
use proptest::prelude::*;

const TEXT: &str = "Zoë sprach in Köln. “Не знаю”, she said.\n\nالشام 2026.";

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0u32..4, 0u32..80, any::<u32>()]
}

fn span() -> impl Strategy<Value = Span> {
    (number(), number()).prop_map(|(start, end)| Span { start, end })
}

fn record() -> impl Strategy<Value = Record> {
    let spans = || proptest::collection::vec((span(), number()), 0..4);
    let said = (span(), proptest::option::of(span()), proptest::option::of(number()));
    (spans(), spans(), spans(), proptest::collection::vec(said, 0..4)).prop_map(
        |(mentions, actors, times, said)| Record {
            article: Article::new("a", None, TEXT.to_owned()),
            mentions: mentions
                .into_iter()
                .map(|(span, n)| Mention {
                    span,
                    place: CorpusPlaceIdx(n),
                    confidence: Confidence::from_hundredths(50),
                    metonym: false,
                    role: MentionRole::Story,
                    weighing: 0,
                })
                .collect(),
            actors: actors
                .into_iter()
                .map(|(span, n)| ActorMention { span, actor: CorpusActorIdx(n) })
                .collect(),
            times: times
                .into_iter()
                .map(|(span, n)| TimeMention {
                    span,
                    kind: TimeKind::Date,
                    value: Some(TimeValueIdx(n)),
                })
                .collect(),
            statements: said
                .into_iter()
                .map(|(span, part, speaker)| Statement {
                    span,
                    verb: part,
                    source: part,
                    named: part,
                    speaker: speaker.map(CorpusActorIdx),
                    manner: Manner::Direct,
                    continues: false,
                })
                .collect(),
            weighings: Weighings::default(),
        },
    )
}

/// Lists in any order, with one id twice.
fn data(records: Vec<Record>) -> CorpusData {
    let id = |id: &str| PlaceId::new(id).unwrap();
    let place = |name: &str, lat: f64| Place {
        id: id(name),
        name: name.to_owned(),
        kind: PlaceKind::Division,
        country: None,
        division: Some(Division { id: id("z"), name: String::new() }),
        point: Some(LatLon { lat, lon: 0.0 }),
        prominence: 9,
        spellings: Spellings::default(),
    };
    let actor = |name: &str, kind: ActorKind| Actor {
        id: ActorId::new(name).unwrap(),
        kind,
        name: String::new(),
        spellings: Spellings::default(),
    };
    CorpusData {
        title: String::new(),
        records,
        places: vec![place("b", 999.0), place("a", f64::NAN), place("b", 1.0)],
        actors: vec![
            actor("x", ActorKind::Organisation),
            actor("-", ActorKind::Person),
            actor("x", ActorKind::Person),
        ],
        time_values: ["2026-01", "P1D", "", "2026-01-01"].map(str::to_owned).to_vec(),
        atlas: vec![place("c", -999.0)],
        weighed: vec![place("d", f64::INFINITY), place("a", 1.0)],
        corrections: vec!["\n/".to_owned()],
    }
}

/// Goes through everything that a screen asks for.
fn walk(corpus: &Corpus) {
    for record in corpus.records() {
        let text = &record.article.text;
        let spans = record.mentions.iter().map(|m| m.span);
        let spans = spans.chain(record.actors.iter().map(|m| m.span));
        let spans = spans.chain(record.times.iter().map(|m| m.span));
        let said = record.statements.iter();
        let said = said.flat_map(|s| [Some(s.span), s.verb, s.source, s.named]).flatten();
        for span in spans.chain(said) {
            assert!(!span.of(text).is_empty(), "{span:?}");
        }
    }
    for sentence in corpus.sentences() {
        corpus.mentions(sentence).iter().for_each(|m| _ = corpus.place(m.place));
        corpus.actors_in(sentence).iter().for_each(|m| _ = corpus.actor(m.actor));
        corpus.times_in(sentence).iter().for_each(|m| _ = corpus.days(m));
        corpus.statements_in(sentence).for_each(|(_, s)| _ = s.speaker.map(|a| corpus.actor(a)));
    }
    assert!(corpus.places().iter().all(|p| p.point.is_none_or(|at| at.lat.abs() <= 90.0)));
    let set = facet::matches(corpus, &Selection::default());
    let counts = facet::count(corpus, &set);
    for key in FacetKey::ALL {
        for count in counts.of(key) {
            let id = facet::id(corpus, key, count.value);
            facet::name(corpus, key, count.value);
            facet::parent(corpus, key, count.value);
            let mut selection = Selection::default();
            selection.include(key, id);
            assert_eq!(selection.is_empty(), !facet::is_id(id), "{id}");
            facet::matches(corpus, &selection);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_spans_and_indexes_are_survived(records in proptest::collection::vec(record(), 0..4)) {
        let data = data(records);
        let read = pack::decode(&pack::encode(&data)).unwrap();
        // Points that are no numbers are equal to nothing.
        prop_assert_eq!(&read.records, &data.records);
        let corpus = Corpus::new(read);
        walk(&corpus);
        walk(&corpus.join(vec![corpus.clone(), Corpus::new(CorpusData::default())]).corpus);
        walk(&Corpus::new(CorpusData::default()).join(vec![corpus]).corpus);
    }
}
