//! Facets: which sentences a selection leaves and how often each value is in them, beside counting by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

#[path = "support/marked.rs"]
mod marked;

use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Selection};
use marked::{corpus, values};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Parts of a selection: `place=damascus` wants, `place=-damascus` excludes, `place-all=1` wants all.
fn selection(parts: &[&str]) -> Selection {
    let mut selection = Selection::default();
    for part in parts {
        let (key, value) = part.split_once('=').unwrap();
        let all_of = FacetKey::ALL.into_iter().find(|k| k.all_of() == key);
        match (all_of, FacetKey::from_address(key), value.strip_prefix('-')) {
            (Some(key), ..) => selection.set_all(key, true),
            (_, Some(key), Some(id)) => selection.exclude(key, id),
            (_, Some(key), None) => selection.include(key, value),
            _ => panic!("no key {key}"),
        }
    }
    selection
}

/// The numbers of the sentences that fit.
fn found(corpus: &Corpus, selection: &Selection) -> Vec<u32> {
    facet::matches(corpus, selection).sentences.iter().map(|s| s.0).collect()
}

/// Sentences 0 to 4 and 5 to 7.
const STORY: [&str; 2] = [
    "outlet=bna agency=tass lang=en
     place:damascus person:putin on:2026-01-28
     place:qamishli:50 said:direct:putin
     person:putin org:tass said:told:?
     place:syria place:moscow:70 on:2026-01
     on:199 said:mixed:sharaa",
    "outlet=sana
     place:hasakah-governorate person:sharaa on:2025-W04
     place:black-sea said:direct:-
     org:tass on:2026-01-28T14:00 said:told:sharaa",
];

#[test]
fn what_a_selection_leaves() {
    let corpus = corpus(&STORY.map(str::to_owned));
    for (parts, expected) in [
        ("", &[0, 1, 3, 5, 6][..]),
        ("place=damascus", &[0]),
        ("place=damascus place=qamishli", &[0, 1]),
        ("place=syria place=moscow place-all=1", &[3]),
        ("place=syria place=damascus place-all=1", &[]),
        ("place=-damascus", &[1, 3, 5, 6]),
        ("place=atlantis", &[]),
        ("place=damascus place=atlantis", &[0]),
        ("place=damascus place=atlantis place-all=1", &[]),
        ("place=-atlantis", &[0, 1, 3, 5, 6]),
        // A country as a node holds its places; as a place it does not.
        ("place=syria", &[3]),
        ("within=SY", &[0, 1, 3, 5]),
        ("within=hasakah-governorate", &[1, 5]),
        ("place=hasakah-governorate", &[5]),
        ("within=SY within=-hasakah-governorate", &[0, 3]),
        ("within=RU within=SY within-all=1", &[3]),
        // People, organisations, speakers, days and kinds bring in sentences without a place.
        ("person=putin", &[0, 2]),
        ("person=-putin", &[1, 3, 5, 6]),
        ("org=tass", &[2, 7]),
        ("person=putin org=tass", &[2]),
        ("said=putin", &[1]),
        ("said=sharaa", &[4, 7]),
        ("said=sharaa place=syria", &[]),
        ("on=2026", &[0, 3, 7]),
        ("on=2026-01", &[0, 3, 7]),
        ("on=2026-01-28", &[0, 7]),
        // A week that lies in a month.
        ("on=2025-01", &[5]),
        ("kind=direct", &[1, 4, 6]),
        ("kind=told", &[2, 7]),
        ("kind=unnamed", &[2]),
        ("kind=none", &[0, 3, 5]),
        ("kind=-none", &[1, 6]),
        // Classes of confidence and origins only narrow.
        ("conf=sure", &[0, 3, 5, 6]),
        ("conf=sure conf=fair conf-all=1", &[3]),
        ("conf=-unsure", &[0, 3, 5, 6]),
        ("outlet=bna", &[0, 1, 3]),
        ("outlet=bna outlet=sana outlet-all=1", &[]),
        ("agency=tass", &[0, 1, 3]),
        ("agency=-tass", &[5, 6]),
        ("lang=unknown", &[5, 6]),
        ("lang=en org=tass", &[2]),
    ] {
        let parts: Vec<&str> = parts.split_whitespace().collect();
        assert_eq!(found(&corpus, &selection(&parts)), expected, "{parts:?}");
    }
}

#[test]
fn values_have_ids_names_and_parents() {
    let corpus = corpus(&STORY.map(str::to_owned));
    for (key, id, name, parent) in [
        (FacetKey::Place, "qamishli", Some("qamishli"), "within=hasakah-governorate"),
        (FacetKey::Place, "syria", Some("syria"), "within=SY"),
        (FacetKey::Place, "black-sea", Some("black-sea"), ""),
        (FacetKey::Within, "hasakah-governorate", Some("hasakah-governorate"), "within=SY"),
        (FacetKey::Within, "RU", Some("RU"), ""),
        (FacetKey::Person, "sharaa", Some("sharaa"), ""),
        (FacetKey::Organisation, "tass", Some("tass"), ""),
        (FacetKey::Said, "putin", Some("putin"), ""),
        (FacetKey::On, "2026-01-28", None, "on=2026-01"),
        (FacetKey::On, "2025-01", None, "on=2025"),
        (FacetKey::On, "2026", None, ""),
        (FacetKey::Outlet, "bna", Some("bna"), ""),
        (FacetKey::Language, "unknown", None, ""),
        (FacetKey::Statement, "told", None, ""),
    ] {
        let number = facet::find(&corpus, key, id).expect(id);
        assert_eq!(facet::id(&corpus, key, number), id);
        assert_eq!(facet::name(&corpus, key, number), name, "{id}");
        let parent_of = facet::parent(&corpus, key, number);
        let told = parent_of.map(|(k, n)| format!("{}={}", k.as_str(), facet::id(&corpus, k, n)));
        assert_eq!(told.unwrap_or_default(), parent, "{id}");
    }
    for (key, id) in [
        (FacetKey::Place, "SY"),
        (FacetKey::Within, "syria"),
        (FacetKey::Within, "damascus"),
        (FacetKey::Person, "tass"),
        (FacetKey::Organisation, "putin"),
        (FacetKey::On, "199"),
        (FacetKey::On, "2026-01-28T14:00"),
        (FacetKey::Agency, "unknown"),
        (FacetKey::Statement, "Direct"),
        (FacetKey::Outlet, ""),
        (FacetKey::Outlet, "-bna"),
    ] {
        assert_eq!(facet::find(&corpus, key, id), None, "{id}");
    }
}

const MARKS: [&str; 19] = [
    "place:damascus",
    "place:qamishli:50",
    "place:syria:70",
    "place:moscow",
    "place:hasakah-governorate",
    "place:black-sea:10",
    "person:putin",
    "person:sharaa",
    "org:tass",
    "org:bna",
    "on:2026-01-28",
    "on:2026-01",
    "on:2026",
    "on:2025-03-01",
    "said:direct:putin",
    "said:told:sharaa",
    "said:mixed:putin",
    "said:told:?",
    "said:direct:-",
];
const HEADS: [&str; 5] =
    ["", "outlet=bna", "outlet=sana lang=en", "outlet=bna agency=tass lang=ar", "agency=tass"];
const PARTS: [&str; 24] = [
    "place=damascus",
    "place=syria",
    "place=-moscow",
    "place=atlantis",
    "place-all=1",
    "within=SY",
    "within=-hasakah-governorate",
    "within-all=1",
    "person=putin",
    "person=sharaa",
    "person=-putin",
    "person-all=1",
    "org=tass",
    "said=putin",
    "said=-sharaa",
    "agency=tass",
    "outlet=-bna",
    "outlet=unknown",
    "lang=en",
    "on=2026-01",
    "on=-2025",
    "kind=direct",
    "kind=-unnamed",
    "conf=sure",
];

fn articles() -> impl Strategy<Value = Vec<String>> {
    let line = proptest::collection::vec(proptest::sample::select(&MARKS[..]), 0..5);
    let lines = proptest::collection::vec(line, 0..5);
    let article = (proptest::sample::select(&HEADS[..]), lines).prop_map(|(head, lines)| {
        let lines: Vec<String> = lines.into_iter().map(|marks| marks.join(" ")).collect();
        format!("{head}\n{}", lines.join("\n"))
    });
    proptest::collection::vec(article, 0..5)
}

/// Article and values of every sentence.
fn by_hand(articles: &[String]) -> Vec<(usize, BTreeSet<String>)> {
    let lines = articles.iter().enumerate().flat_map(|(i, article)| {
        let mut lines = article.lines();
        let head = lines.next().unwrap_or_default();
        lines.map(move |line| (i, values(head, line)))
    });
    lines.collect()
}

/// Whether a sentence fits, told from the words of the definition alone.
fn fits_by_hand(held: &BTreeSet<String>, selection: &Selection) -> bool {
    let holds = |key: FacetKey, id: &str| held.contains(&format!("{}={id}", key.as_str()));
    let fits = |key: FacetKey| {
        let chosen = selection.chosen(key);
        let mut included = chosen.included().iter();
        let is_in = if chosen.is_all() {
            included.all(|id| holds(key, id))
        } else {
            chosen.included().is_empty() || included.any(|id| holds(key, id))
        };
        is_in && !chosen.excluded().iter().any(|id| holds(key, id))
    };
    let names_place = held.iter().any(|v| v.starts_with("place="));
    let brought_in = ["person", "org", "said", "on", "kind"].iter().any(|key| {
        FacetKey::from_address(key).is_some_and(|key| !selection.included(key).is_empty())
    });
    (names_place || brought_in) && FacetKey::ALL.into_iter().all(fits)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn sets_and_counts_are_those_of_counting_by_hand(
        articles in articles(),
        parts in proptest::collection::vec(proptest::sample::select(&PARTS[..]), 0..5),
    ) {
        let corpus = corpus(&articles);
        let hand = by_hand(&articles);
        prop_assert_eq!(corpus.sentences().len(), hand.len());
        let selection = selection(&parts);
        let set = facet::matches(&corpus, &selection);
        let expected: Vec<usize> =
            (0..hand.len()).filter(|&i| fits_by_hand(&hand[i].1, &selection)).collect();
        let sentences: Vec<usize> = set.sentences.iter().map(|s| s.0 as usize).collect();
        prop_assert_eq!(&sentences, &expected);

        let mut counts: BTreeMap<&str, (BTreeSet<usize>, usize)> = BTreeMap::new();
        for (article, held) in expected.iter().map(|&i| &hand[i]) {
            for value in held {
                let count = counts.entry(value).or_default();
                count.0.insert(*article);
                count.1 += 1;
            }
        }
        let by_hand: BTreeMap<String, (usize, usize)> =
            counts.into_iter().map(|(v, (articles, n))| (v.to_owned(), (articles.len(), n))).collect();
        let counted = facet::count(&corpus, &set);
        let mut told = BTreeMap::new();
        for key in FacetKey::ALL {
            for count in counted.of(key) {
                let id = facet::id(&corpus, key, count.value);
                told.insert(format!("{}={id}", key.as_str()), (count.n_articles, count.n_excerpts));
                if let Some((key, parent)) = facet::parent(&corpus, key, count.value) {
                    let of_parent = counted.of(key).into_iter().find(|c| c.value == parent).unwrap();
                    prop_assert!(of_parent.n_excerpts >= count.n_excerpts);
                }
            }
        }
        prop_assert_eq!(&told, &by_hand);
        let places = facet::count(&corpus, &set).places().count();
        prop_assert_eq!(places, told.keys().filter(|v| v.starts_with("place=")).count());
    }

    #[test]
    fn parts_that_are_joined_are_the_whole(articles in articles(), cut in 0usize..5) {
        // Articles with the same words are one article.
        let articles: Vec<String> = articles.iter().enumerate()
            .map(|(i, a)| format!("{a}\n{}", "person:putin ".repeat(i + 9))).collect();
        let (first, rest) = articles.split_at(cut.min(articles.len()));
        let mut data = marked::data(&articles);
        let parts = rest.iter().map(|a| corpus(core::slice::from_ref(a)));
        let joined = corpus(first).join(parts.collect()).corpus;
        for (record, joined) in data.records.iter_mut().zip(joined.records()) {
            // The marks number an article within its part.
            record.article = joined.article.clone();
        }
        prop_assert_eq!(joined, Corpus::new(data));
    }
}

/// The fields of a search find what the facets have.
#[test]
fn fields_of_a_search_are_facets() {
    let article = "outlet=bna\nperson:putin place:moscow\nsaid:direct:putin\norg:tass said:told:peskov\nplace:syria";
    let corpus = corpus(&[article.to_owned()]);
    for (words, facet, id) in [
        ("person:putin", FacetKey::Person, "putin"),
        ("org:tass", FacetKey::Organisation, "tass"),
        ("said:putin", FacetKey::Said, "putin"),
        ("said:peskov", FacetKey::Said, "peskov"),
        ("place:moscow", FacetKey::Place, "moscow"),
    ] {
        let mut selection = Selection::default();
        selection.include(facet, id);
        let by_facet = found(&corpus, &selection);
        assert!(!by_facet.is_empty(), "{words}");
        assert_eq!(found(&corpus, &Selection::searching(words)), by_facet, "{words}");
    }
}
