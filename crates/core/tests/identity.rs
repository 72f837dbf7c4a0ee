//! Runs the documents of `tests/suite/identity`: names marked by hand go in, and the actor of each must come out as marked.
//!
//! In a fenced block named `actors`, `[Sharaa|person:ahmed-al-sharaa]` and `[SDF|org:syrian-democratic-forces]` are names as the recogniser hands them over; `described:` is a description that must be found, and is not handed over.
//! `UPDATE_EXPECT=1 cargo test` writes what the engine says; read the difference before you keep it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

#[path = "support/documents.rs"]
mod documents;

use dateline_core::identify::{ActorKind, ActorName, Actors, across, identify};
use dateline_core::text::Span;
use dateline_core::text::prose::Prose;
use proptest::prelude::*;

#[test]
fn actors() {
    documents::check("identity", "actors", |_, block| {
        let (text, names) = unmark(block);
        mark(&text, &names)
    });
}

/// The text without marks, and the names that were marked in it.
fn unmark(marked: &str) -> (String, Vec<ActorName>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let (inside, after) = rest[open + 1..].split_once(']').expect("a mark is closed");
        let (surface, what) = inside.split_once('|').expect("a mark has a bar");
        text += &rest[..open];
        let start = text.len();
        text += surface;
        let kind = match what.split(':').next() {
            Some("org") => Some(ActorKind::Organisation),
            Some("person") => Some(ActorKind::Person),
            _ => None,
        };
        names.extend(kind.map(|kind| ActorName { span: Span::new(start, text.len()), kind }));
        rest = after;
    }
    (text + rest, names)
}

fn mark(text: &str, names: &[ActorName]) -> String {
    let actors = identify(&Prose::of(text), names);
    let names = actors.mentions.iter().map(|m| (m, false));
    let described = actors.descriptions.iter().map(|m| (m, true));
    let mut all: Vec<_> = names.chain(described).collect();
    all.sort_by_key(|(m, _)| m.span);
    let (mut out, mut at) = (String::new(), 0);
    for (mention, is_description) in all {
        let actor = &actors.list[mention.actor as usize];
        let what = match (is_description, actor.kind) {
            (true, _) => "described",
            (_, ActorKind::Person) => "person",
            (_, ActorKind::Organisation) => "org",
        };
        let (start, end) = (mention.span.start as usize, mention.span.end as usize);
        out += &text[at..start];
        out += &format!("[{}|{what}:{}]", &text[start..end], actor.id.as_str());
        at = end;
    }
    out + &text[at..]
}

#[test]
fn the_actors_of_a_corpus() {
    let check = |articles: &[&str], expected: &str| {
        let read: Vec<(String, Actors)> = articles
            .iter()
            .map(|marked| {
                let (text, names) = unmark(marked);
                let actors = identify(&Prose::of(&text), &names);
                (text, actors)
            })
            .collect();
        let given: Vec<(&str, &Actors)> = read.iter().map(|(t, a)| (t.as_str(), a)).collect();
        let found = across(&given);
        let shown = |of: &Vec<u32>| {
            let names = of.iter().map(|&n| found.list[n as usize].id.as_str());
            names.collect::<Vec<_>>().join(" ")
        };
        let shown: Vec<_> = found.of.iter().map(shown).collect();
        assert_eq!(shown.join(" / "), expected, "{articles:?}");
    };
    // One spelling each, the most frequent names the person.
    check(
        &["[Ahmad Al Shara|person:]", "[Ahmed al-Sharaa|person:]", "[Ahmed al-Sharaa|person:]"],
        "ahmed-al-sharaa / ahmed-al-sharaa / ahmed-al-sharaa",
    );
    // A surname joins its only bearer, and stays apart when there are two.
    check(&["[Putin|person:]", "[Vladimir Putin|person:]"], "vladimir-putin / vladimir-putin");
    check(
        &[
            "[Assad|person:]",
            "[Bashar al-Assad|person:]",
            "[Asma al-Assad|person:]",
            "[Assad|person:]",
        ],
        "assad / bashar-al-assad / asma-al-assad / assad",
    );
    // One who is named in ten times as many articles is meant.
    let mut many = vec!["[Bashar al-Assad|person:]"; 10];
    many.extend(["[Asma al-Assad|person:]", "[Assad|person:]"]);
    check(&many, &format!("{}asma-al-assad / bashar-al-assad", "bashar-al-assad / ".repeat(10)));
    // An acronym means what an article says, unless two say two things.
    check(&["[Free Bakers|org:] ([UKH|org:])", "[UKH|org:]"], "free-bakers / free-bakers");
    check(
        &["[Free Bakers|org:] ([UKH|org:])", "[United Harbours|org:] ([UKH|org:])", "[UKH|org:]"],
        "free-bakers / united-harbours / ukh",
    );
    check(&["[UN|org:]", "[United Nations|org:]"], "united-nations / united-nations");
    check(&["", "[X|org:] [X|person:]"], " / x x-2");
}

#[test]
fn texts_without_end() {
    // Nothing is timed: with work that grows as the square of the length, these take minutes.
    let letter = |i: usize| char::from(b'a' + u8::try_from(i % 26).unwrap());
    let ever_new = |i: usize| {
        format!("X{}{}{} Y{}", letter(i), letter(i / 26), letter(i / 676), letter(i / 17))
    };
    for (n, name) in [
        (50_000, &(|_| "Assad".to_owned()) as &dyn Fn(usize) -> String),
        (50_000, &|i| {
            if i % 3 == 0 { "Assad".to_owned() } else { format!("B{} Assad", letter(i)) }
        }),
        (50_000, &ever_new),
        (50_000, &|i| format!("Bashar{i}")),
        (30_000, &|i| "Ab".repeat(i % 40 + 1)),
        (1, &|_| "Assad ".repeat(100_000)),
        (1, &|_| "x".repeat(2_000_000)),
    ] {
        let (mut text, mut names) = (String::new(), Vec::new());
        for i in 0..n {
            let start = text.len();
            text += &name(i);
            let kind = if i % 2 == 0 { ActorKind::Person } else { ActorKind::Organisation };
            names.push(ActorName { span: Span::new(start, text.len()), kind });
            text += if i % 5 == 0 { " (" } else { ", " };
        }
        let actors = identify(&Prose::of(&text), &names);
        assert_eq!(actors.mentions.len(), n);
        let over = across(&[(&text, &actors), (&text, &actors)]);
        assert_eq!(over.of[0], over.of[1]);
    }
}

proptest! {
    #[test]
    fn every_mention_has_its_actor(
        text in "([A-Z][a-zé]{0,6}[ ,.()-]{1,2}|(al|Mr|the|President|SDF|ابو) ){0,40}",
        cuts in proptest::collection::vec((0usize..300, 1usize..20, any::<bool>()), 0..30),
    ) {
        let names: Vec<ActorName> = cuts.into_iter().map(|(start, len, person)| {
            let kind = if person { ActorKind::Person } else { ActorKind::Organisation };
            ActorName { span: Span::new(start, start + len), kind }
        }).collect();
        let prose = Prose::of(&text);
        let actors = identify(&prose, &names);
        let mut end = 0;
        for mention in &actors.mentions {
            prop_assert!(mention.span.start >= end && !mention.span.of(&text).is_empty());
            prop_assert!(actors.list.get(mention.actor as usize).is_some());
            end = mention.span.end;
        }
        let mut ids: Vec<_> = actors.list.iter().map(|a| a.id.clone()).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), actors.list.len());
        prop_assert_eq!(&actors, &identify(&prose, &names));
        let over = across(&[(&text, &actors), (&text, &actors)]);
        prop_assert_eq!(&over.of[0], &over.of[1]);
    }
}
