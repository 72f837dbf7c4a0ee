//! A corpus in a few words, and what every facet should have of it.
//!
//! An article is lines: the first says where it comes from (`outlet=bna agency=tass lang=en`), every other is a sentence of marks.
//! `place:damascus`, `place:damascus:50` with hundredths, `person:putin`, `org:tass`, `on:2026-01`, `said:direct:putin`; the speaker `?` is a source without a name, `-` none at all.
//! `values` tells from the marks alone what a sentence holds, without any index.

use dateline_core::annotate::{Confidence, MentionRole};
use dateline_core::article::Article;
use dateline_core::corpus::{
    Actor, ActorMention, Corpus, CorpusActorIdx, CorpusData, CorpusPlaceIdx, Manner, Mention,
    Record, Statement, TimeMention, TimeValueIdx,
};
use dateline_core::gazetteer::{CountryCode, Division, Place, PlaceId, PlaceKind, Spellings};
use dateline_core::identify::{ActorId, ActorKind};
use dateline_core::text::Span;
use dateline_core::when::TimeKind;
use std::collections::BTreeSet;

/// Id, kind, country, division.
const PLACES: [(&str, PlaceKind, &str, &str); 6] = [
    ("black-sea", PlaceKind::Sea, "", ""),
    ("damascus", PlaceKind::Capital, "SY", "damascus-governorate"),
    ("hasakah-governorate", PlaceKind::Division, "SY", ""),
    ("moscow", PlaceKind::Capital, "RU", ""),
    ("qamishli", PlaceKind::City, "SY", "hasakah-governorate"),
    ("syria", PlaceKind::Country, "SY", ""),
];

fn marks(line: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    line.split_whitespace().map(|mark| {
        let (kind, rest) = mark.split_once([':', '=']).unwrap();
        let (first, second) = rest.split_once(':').unwrap_or((rest, ""));
        (kind, first, second)
    })
}

fn hundredths(mark: &str) -> u8 {
    mark.parse().unwrap_or(90)
}

/// The corpus of some articles.
pub(crate) fn corpus(articles: &[String]) -> Corpus {
    Corpus::new(data(articles))
}

/// What the corpus is made of: only what is named stands in the lists.
pub(crate) fn data(articles: &[String]) -> CorpusData {
    let lines = || articles.iter().flat_map(|a| a.lines().skip(1)).flat_map(marks);
    let ids = |kind: &str| -> BTreeSet<&str> {
        lines().filter(|m| m.0 == kind).map(|(_, id, _)| id).collect()
    };
    let places: Vec<Place> =
        PLACES.iter().filter(|p| ids("place").contains(p.0)).map(|p| place(*p)).collect();
    let mut people = ids("person");
    people.extend(lines().filter(|m| m.0 == "said" && m.2 != "?" && m.2 != "-").map(|m| m.2));
    let actors: Vec<Actor> = [(ActorKind::Person, people), (ActorKind::Organisation, ids("org"))]
        .into_iter()
        .flat_map(|(kind, ids)| {
            ids.into_iter().map(move |id| Actor {
                id: ActorId::new(id).unwrap(),
                kind,
                name: id.to_owned(),
                spellings: Spellings::default(),
            })
        })
        .collect();
    let time_values: Vec<String> = ids("on").into_iter().map(str::to_owned).collect();
    let mut data = CorpusData { places, actors, time_values, ..CorpusData::default() };
    data.records = articles.iter().enumerate().map(|(i, a)| record(i, a, &data)).collect();
    data
}

fn place((id, kind, country, division): (&str, PlaceKind, &str, &str)) -> Place {
    let division = PlaceId::new(division).map(|id| Division { name: id.as_str().to_owned(), id });
    Place {
        id: PlaceId::new(id).unwrap(),
        name: id.to_owned(),
        kind,
        country: CountryCode::new(country),
        division,
        point: None,
        prominence: 3,
        spellings: Spellings::default(),
    }
}

fn record(number: usize, article: &str, data: &CorpusData) -> Record {
    let idx = |at: Option<usize>| u32::try_from(at.unwrap()).unwrap();
    let actor = |kind: ActorKind, id: &str| {
        let is_it = |a: &Actor| a.kind == kind && a.id.as_str() == id;
        CorpusActorIdx(idx(data.actors.iter().position(is_it)))
    };
    let mut lines = article.lines();
    let head = lines.next().unwrap();
    let mut text = String::new();
    let mut record = Record::new(Article::new("", None, String::new()));
    for line in lines {
        // A line is a sentence and every mark of it a word; what is said is the whole sentence.
        let start = text.len();
        text.push_str(&format!("In {number}"));
        for (kind, id, more) in marks(line) {
            text.push(' ');
            let span = Span::new(text.len(), text.len() + 4);
            text.push_str("word");
            match kind {
                "place" => record.mentions.push(Mention {
                    span,
                    place: CorpusPlaceIdx(idx(data
                        .places
                        .iter()
                        .position(|p| p.id.as_str() == id))),
                    confidence: Confidence::from_hundredths(hundredths(more)),
                    metonym: false,
                    role: MentionRole::Story,
                    weighing: 0,
                }),
                "person" => {
                    let actor = actor(ActorKind::Person, id);
                    record.actors.push(ActorMention { span, actor });
                }
                "org" => {
                    let actor = actor(ActorKind::Organisation, id);
                    record.actors.push(ActorMention { span, actor });
                }
                "on" => record.times.push(TimeMention {
                    span,
                    kind: TimeKind::Date,
                    value: Some(TimeValueIdx(idx(data.time_values.iter().position(|v| v == id)))),
                }),
                "said" => record.statements.push(Statement {
                    span: Span { start: u32::try_from(start).unwrap(), end: span.end },
                    verb: None,
                    source: None,
                    named: (more == "?").then_some(span),
                    speaker: (more != "?" && more != "-").then(|| actor(ActorKind::Person, more)),
                    manner: match id {
                        "direct" => Manner::Direct,
                        "mixed" => Manner::Mixed,
                        _ => Manner::Told,
                    },
                    continues: false,
                }),
                other => panic!("no mark {other}"),
            }
        }
        text.push_str(".\n");
    }
    let mut article = Article::new(format!("{number}"), None, text);
    for (key, value, _) in marks(head) {
        let value = Some(value.to_owned());
        match key {
            "outlet" => article.outlet = value,
            "agency" => article.agency = value,
            "lang" => article.language = value,
            other => panic!("no origin {other}"),
        }
    }
    Record { article, ..record }
}

/// What a sentence of an article holds, as `key=id`.
pub(crate) fn values(head: &str, line: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut is_told = false;
    let mut add = |key: &str, id: &str| _ = out.insert(format!("{key}={id}"));
    for (kind, id, more) in marks(line) {
        match kind {
            "place" => {
                let (_, kind, country, division) = *PLACES.iter().find(|p| p.0 == id).unwrap();
                let division = if kind == PlaceKind::Division { id } else { division };
                add("place", id);
                [country, division].iter().filter(|n| !n.is_empty()).for_each(|n| add("within", n));
                let class = match hundredths(more) {
                    85.. => "sure",
                    60.. => "fair",
                    _ => "unsure",
                };
                add("conf", class);
            }
            "on" => {
                let parts: Vec<&str> = id.split('-').collect();
                (1..=parts.len()).for_each(|n| add("on", &parts[..n].join("-")));
            }
            "said" => {
                is_told = true;
                // What one speaker says in a sentence is one statement.
                let mut others =
                    marks(line).filter(|m| m.0 == "said" && m.2 == more && more != "?");
                let is_quoted = id != "told" || others.any(|m| m.1 != "told");
                add("kind", if is_quoted { "direct" } else { "told" });
                match more {
                    "?" => add("kind", "unnamed"),
                    "-" => {}
                    speaker => add("said", speaker),
                }
            }
            kind => add(kind, id),
        }
    }
    if !is_told {
        add("kind", "none");
    }
    for key in ["outlet", "lang"] {
        let stated = marks(head).find(|m| m.0 == key).map(|m| m.1);
        add(key, stated.unwrap_or("unknown"));
    }
    marks(head).filter(|m| m.0 == "agency").for_each(|m| add("agency", m.1));
    out
}
