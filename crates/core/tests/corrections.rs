//! Runs the documents of `tests/suite/corrections`: articles, corrections, and what follows.
//!
//! A line of a block is an article, with its marks: `[Tartous|place:tartous]` says what stands there after the corrections, and is read without its mark.
//! `<` before a correction, in the form of the file; `1` stands for the id of the first article, and `@wording` for the place of its first name of that wording.
//! `>` tells which correction changes nothing, and who is called how after all of them.
//! `UPDATE_EXPECT=1 cargo test` writes what comes out; read the difference before you keep it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

#[path = "support/documents.rs"]
mod documents;

use dateline_core::annotate::annotate;
use dateline_core::article::Article;
use dateline_core::corpus::corrections::{Correction, print};
use dateline_core::corpus::{Corpus, CorpusData, Record};
use dateline_core::facet::{self, Selection};
use dateline_core::identify::ActorKind;
use dateline_core::knowledge::Knowledge;
use dateline_core::text::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

#[test]
fn corrections() {
    let knowledge = knowledge();
    documents::check("corrections", "corrected", |_, block| answer(block, &knowledge));
}

/// With the tagger, which finds people.
fn knowledge() -> Knowledge {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let pack = fs::read(data.join("gazetteer/pocket.pack")).unwrap();
    let tagger = fs::read(data.join("tagger/tagger.pack")).unwrap();
    Knowledge::from_pack(pack).unwrap().with_tagger(&tagger).unwrap()
}

fn answer(block: &str, knowledge: &Knowledge) -> String {
    let is_article = |line: &&str| !line.starts_with(['<', '>']);
    let texts: Vec<String> = block.lines().filter(is_article).map(unmarked).collect();
    let base = corpus(&texts, knowledge);
    let lines: Vec<&str> = block.lines().filter_map(|line| line.strip_prefix("< ")).collect();
    let list: Vec<Correction> = lines
        .iter()
        .map(|line| {
            let full = full(line, &base);
            let read = Correction::read(&full).unwrap_or_else(|| panic!("no correction: {full}"));
            assert_eq!(print(&read), full);
            read
        })
        .collect();
    let after = base.corrected(&list);
    check_whole(&after);
    let mut out: Vec<String> = after.records().iter().map(|r| marked(r, &after)).collect();
    out.extend(lines.iter().map(|line| format!("< {line}")));
    let idle = lines.iter().enumerate().filter(|(i, _)| !after.fits(*i));
    out.extend(idle.map(|(_, line)| format!("> changes nothing: {line}")));
    let called = |id: &str, name: &str| format!("> {id} is called {name}");
    let renamed = after
        .places()
        .iter()
        .filter(|place| base.known_place(&place.id).is_none_or(|before| before.name != place.name));
    out.extend(renamed.map(|place| called(place.id.as_str(), &place.name)));
    let renamed = after.actors().iter().filter(|actor| {
        let before = base.find_actor(actor.kind, &actor.id).map(|idx| base.actor(idx));
        before.is_none_or(|before| before.name != actor.name)
    });
    out.extend(renamed.map(|actor| called(actor.id.as_str(), &actor.name)));
    let out = out.join("\n");
    // Ids of articles are hashes, and say nothing here.
    after
        .records()
        .iter()
        .zip(1..)
        .fold(out, |out, (record, n)| out.replace(record.article.id.as_str(), &n.to_string()))
}

fn corpus(texts: &[String], knowledge: &Knowledge) -> Corpus {
    let articles = texts.iter().map(|text| {
        let article = Article::new("suite", None, text.clone());
        let annotations = annotate(&article, knowledge);
        (article, annotations)
    });
    Corpus::new(CorpusData::from_annotated(String::new(), articles.collect(), Vec::new()))
}

fn unmarked(line: &str) -> String {
    let mut out = String::new();
    for part in line.split('[') {
        match part.split_once(']') {
            Some((mark, rest)) => {
                out += mark.split_once('|').expect("a mark has a bar").0;
                out += rest;
            }
            None => out += part,
        }
    }
    out
}

/// The correction with the id of its article and the place of its words.
fn full(line: &str, corpus: &Corpus) -> String {
    let mut fields: Vec<String> = line.split('/').map(str::to_owned).collect();
    if let Some(n) = fields[0].parse::<usize>().ok().filter(|n| *n < 10) {
        let article = &corpus.records()[n - 1].article;
        fields[0] = article.id.as_str().to_owned();
        if let Some(wording) = fields[1].strip_prefix('@') {
            let start = article.text.find(wording).expect("the words stand there");
            let (start, end) = Span::new(start, start + wording.len()).in_chars(&article.text);
            fields.insert(2, wording.to_owned());
            fields[1] = format!("{start}-{end}");
        }
    }
    fields.join("/")
}

fn marked(record: &Record, corpus: &Corpus) -> String {
    let text = record.article.text.as_str();
    let places = record
        .mentions
        .iter()
        .map(|m| (m.span, format!("place:{}", corpus.place(m.place).id.as_str())));
    let actors = record.actors.iter().map(|m| {
        let actor = corpus.actor(m.actor);
        let kind = if actor.kind == ActorKind::Person { "person" } else { "org" };
        (m.span, format!("{kind}:{}", actor.id.as_str()))
    });
    let mut all: Vec<_> = places.chain(actors).collect();
    all.sort();
    let mut out = String::new();
    let mut at = 0;
    for (span, what) in all {
        assert!(at <= span.start, "marks overlap in {text}");
        out += &text[at as usize..span.start as usize];
        out += &format!("[{}|{what}]", span.of(text));
        at = span.end;
    }
    out + &text[at as usize..]
}

/// A corrected corpus is one like any other: made anew from its own data it is the same, and everybody in its lists is named.
fn check_whole(corpus: &Corpus) {
    let set = facet::matches(corpus, &Selection::default());
    assert_eq!(facet::count(corpus, &set).places().count(), {
        let named = corpus.records().iter().flat_map(|r| &r.mentions).map(|m| m.place);
        named.collect::<BTreeSet<_>>().len()
    });
    assert_eq!(corpus.places().len(), facet::count(corpus, &set).places().count());
    assert!(corpus.places().is_sorted_by_key(|place| &place.id));
    assert!(corpus.actors().is_sorted_by_key(|actor| (actor.kind, &actor.id)));
    assert!(corpus.weighed().is_sorted_by_key(|place| &place.id));
    assert!(corpus.weighed().iter().all(|place| corpus.find_place(&place.id).is_none()));
}

fn base() -> &'static Corpus {
    static BASE: OnceLock<Corpus> = OnceLock::new();
    BASE.get_or_init(|| {
        let texts = [
            "Ships left Tripoli for Beirut, said Vladimir Putin. Lebanon waited in Tripoli.",
            "Putin and Ahmed al-Sharaa met in Moscow. Sharaa flew home to Damascus, Syria.",
        ];
        corpus(&texts.map(str::to_owned), &knowledge())
    })
}

/// Corrections of whatever stands in the corpus, and of much that does not.
fn any_correction() -> impl Strategy<Value = String> {
    let entity = || {
        let places = base().places().iter().chain(base().weighed());
        let mut all: Vec<String> =
            places.map(|place| format!("place/{}", place.id.as_str())).collect();
        all.extend(base().actors().iter().map(|actor| format!("person/{}", actor.id.as_str())));
        all.push("org/nobody".to_owned());
        proptest::sample::select(all)
    };
    let names = || {
        let words = ["Tripoli", "Putin", "Moscow", "Sharaa", "waited", "Nowhere"];
        (0usize..2, proptest::sample::select(words.to_vec()), 0u32..90).prop_map(|(n, word, at)| {
            let id = base().records()[n].article.id.as_str();
            match at {
                80.. => format!("{id}/all/{word}"),
                _ => format!("{id}/{at}-{}/{word}", at + 4),
            }
        })
    };
    prop_oneof![
        (names(), entity()).prop_map(|(names, entity)| format!("{names}/is/{entity}")),
        names().prop_map(|names| format!("{names}/not")),
        names().prop_map(|names| format!("{names}/apart/Another")),
        (entity(), entity()).prop_map(|(a, b)| format!("{a}/same/{b}")),
        entity().prop_map(|a| format!("{a}/name/Another")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_list_makes_a_whole_corpus(lines in proptest::collection::vec(any_correction(), 0..7)) {
        let list: Vec<Correction> = lines.iter().filter_map(|line| Correction::read(line)).collect();
        let after = base().corrected(&list);
        check_whole(&after);
        for record in after.records() {
            let mut spans: Vec<Span> = record.mentions.iter().map(|m| m.span).collect();
            prop_assert!(spans.is_sorted());
            spans.dedup();
            prop_assert_eq!(spans.len(), record.mentions.len());
        }
        // The same list on the same articles gives the same corpus, and an empty one what was read.
        prop_assert_eq!(&base().corrected(&list), &after);
        prop_assert_eq!(&base().corrected(&[]), base());
    }
}
