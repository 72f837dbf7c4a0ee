//! The lists of a set: its sentences by facet, and its statements by speaker.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

#[path = "support/marked.rs"]
#[allow(dead_code, reason = "the other tests read values, too")]
mod marked;

use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Said, Selection, Source};
use marked::corpus;

/// Sentences 0 to 4 and 5 to 8.
const STORY: [&str; 2] = [
    "outlet=bna
     place:damascus on:2026-01-28
     place:damascus place:qamishli said:direct:putin
     place:syria said:told:?
     place:moscow on:2026-01 said:told:putin
     place:qamishli on:199 said:mixed:sharaa said:told:sharaa said:direct:sharaa",
    "outlet=sana
     place:damascus on:2026
     place:black-sea said:direct:-
     person:putin on:2026-01-28
     place:damascus said:direct:putin",
];

fn story() -> Corpus {
    corpus(&STORY.map(str::to_owned))
}

/// Every group as `id articles:sentences`, and how many rows there are in all.
#[test]
fn a_set_is_grouped() {
    let corpus = story();
    let set = facet::matches(&corpus, &Selection::default());
    for (key, expected) in [
        (
            FacetKey::Place,
            "damascus 2:0,1,5,8 qamishli 1:1,4 black-sea 1:6 moscow 1:3 syria 1:2 of 9",
        ),
        // Days in the order of the calendar; a sentence of a day is not one of its year, too.
        (FacetKey::On, "2026 1:5 2026-01 1:3 2026-01-28 1:0 - 2:1,2,4,6,8 of 8"),
        (FacetKey::Said, "putin 2:1,3,8 sharaa 1:4 - 2:0,2,5,6 of 8"),
    ] {
        let found = facet::groups(&corpus, &set, key);
        let told: Vec<String> = found
            .groups
            .iter()
            .map(|group| {
                let excerpts: Vec<_> = group.excerpts.iter().map(|s| s.0.to_string()).collect();
                let id = group.value.map_or("-", |value| facet::id(&corpus, key, value));
                format!("{id} {}:{}", group.n_articles, excerpts.join(","))
            })
            .collect();
        assert_eq!(format!("{} of {}", told.join(" "), found.n_rows), expected, "{key:?}");
    }
}

/// Every speaker as `name n:direct|told`, statements by article and number; then how many have a name, and how many statements there are.
#[test]
fn statements_stand_by_their_speakers() {
    let corpus = story();
    let told = |all: &[Said]| {
        all.iter().map(|s| format!("{}.{}", s.article.0, s.number)).collect::<Vec<_>>().join(",")
    };
    for (place, expected) in [
        ("", "putin 3:0.0,1.1|0.2 sharaa 1:0.3| described 1:|0.1 unknown 1:1.0| of 2, 6"),
        ("damascus", "putin 2:0.0,1.1| of 1, 2"),
        ("tartus", " of 0, 0"),
    ] {
        let mut selection = Selection::default();
        selection.include(FacetKey::Place, place);
        let set = facet::matches(&corpus, &selection);
        let found = facet::statements(&corpus, &set);
        let speakers: Vec<String> = found
            .speakers
            .iter()
            .map(|speaker| {
                let name = match speaker.source {
                    Source::Actor(idx) => corpus.actor(idx).id.as_str(),
                    Source::Place(idx) => corpus.place(idx).id.as_str(),
                    Source::Described => "described",
                    Source::Unknown => "unknown",
                };
                let (direct, told) = (told(&speaker.direct), told(&speaker.told));
                format!("{name} {}:{direct}|{told}", speaker.n_statements)
            })
            .collect();
        let totals = format!("{}, {}", found.n_named, found.n_statements);
        assert_eq!(format!("{} of {totals}", speakers.join(" ")), expected, "{place}");
    }
}
