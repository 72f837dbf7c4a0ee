//! Searches over small corpora, beside a plain scan of their words.

use super::*;
use crate::annotate::{Confidence, MentionRole};
use crate::article::{Article, Date};
use crate::corpus::{Corpus, CorpusData, CorpusPlaceIdx, Mention, Record, SentenceIdx};
use crate::gazetteer::{Place, PlaceId, PlaceKind};
use crate::text::Span;
use proptest::prelude::*;

/// Places of the little corpora: name, spellings, and what texts call them.
const PLACES: [(&str, &str); 3] = [
    ("deir-ez-zor", "Deir ez-Zor|Deir Ezzor|دير الزور"),
    ("qamishli", "Qamishli|Qamishlo|القامشلي"),
    ("tartus", "Tartus|Tartous"),
];

/// A corpus of one article for each text; a place is mentioned wherever one of its spellings stands.
pub(super) fn corpus(texts: &[&str]) -> Corpus {
    let places: Vec<Place> = PLACES
        .iter()
        .map(|(id, names)| Place {
            id: PlaceId::new(id).unwrap(),
            name: names.split('|').next().unwrap().to_owned(),
            kind: PlaceKind::Town,
            country: None,
            point: None,
            prominence: 1,
            division: None,
            spellings: names.split('|').skip(1).collect(),
        })
        .collect();
    let records = texts.iter().enumerate().map(|(number, text)| {
        let mut mentions = Vec::new();
        for ((_, names), place) in PLACES.iter().zip(0u32..) {
            for name in names.split('|') {
                mentions.extend(text.match_indices(name).map(|(at, _)| Mention {
                    span: Span::new(at, at + name.len()),
                    place: CorpusPlaceIdx(place),
                    confidence: Confidence::from_hundredths(90),
                    metonym: false,
                    role: MentionRole::Story,
                    weighing: 0,
                }));
            }
        }
        let article = Article {
            outlet: [Some("Al Wire".to_owned()), Some("The Post".to_owned()), None][number % 3]
                .clone(),
            published: Date::new(2026, 1, 28).and_then(|d| d.plus_days(number as i32)),
            ..Article::new(format!("{number}"), None, (*text).to_owned())
        };
        mentions.sort_by_key(|m| m.span);
        Record { mentions, ..Record::new(article) }
    });
    Corpus::new(CorpusData { records: records.collect(), places, ..CorpusData::default() })
}

/// The sentences that a search finds, by their numbers.
fn found(corpus: &Corpus, query: &str) -> Option<Vec<u32>> {
    find(corpus, &parse(query).query).map(|set| set.iter().map(|i| i.0).collect())
}

#[test]
fn searches_find() {
    let texts = [
        "Military police closed the road. Russian special forces left; the forces of Russia's army stayed.",
        "In Al-Ḥasakah Ahmed al-Sharaa spoke. Traders went to Qamishlo. Straße und Café.",
        "Deir Ezzor is calm. وصل الجيش إلى القامشلي. والقامشلي هادئة في لبنان ولبنان.",
        "Hasakah was calm, Ahmed Sharaa said. The U.S. used the port of Tartous.",
    ];
    let corpus = corpus(&texts);
    for (query, sentences) in [
        ("police", &[0][..]),
        ("pol mil", &[0]),
        ("olice", &[]),
        ("\"pol\"", &[]),
        ("\"military police\"", &[0]),
        ("\"police military\"", &[]),
        ("\"milit* police\"", &[0]),
        ("\"russian forces\"", &[]),
        ("\"russian forces\"~1", &[1]),
        ("\"forces russian\"~1", &[1]),
        ("\"russian army\"~4", &[]),
        ("\"russian army\"~7", &[1]),
        ("russia army", &[1]),
        ("\"russia army\"", &[1]),
        ("\"russias army\"", &[1]),
        ("al-hasakah", &[2, 8]),
        ("al hasakah", &[2, 8]),
        ("hasakah", &[2, 8]),
        ("\"ahmed al-sharaa\"", &[2, 8]),
        ("\"Ahmed Sharaa\"", &[2, 8]),
        ("\"ahmed al\"", &[2]),
        ("strasse cafe", &[4]),
        ("cafe\u{301}", &[4]),
        ("qamishli", &[3, 6, 7]),
        ("al-Qamishlo", &[3, 6, 7]),
        ("القامشلي", &[3, 6, 7]),
        ("قامشلي", &[3, 6, 7]),
        ("\"القامشلي\"", &[6, 7]),
        ("لبنان", &[7]),
        ("deir ez-zor", &[5]),
        ("deir ez zor calm", &[5]),
        ("\"deir ez-zor\"", &[]),
        ("calm -deir", &[8]),
        ("calm NOT (deir OR hasakah)", &[]),
        ("road OR port", &[0, 9]),
        ("u.s. port", &[9]),
        ("place:deir-ez-zor", &[5]),
        ("place:qamish", &[3, 6, 7]),
        ("place:\"qamish\"", &[]),
        ("place:(tartous OR \"qamishli\")", &[3, 6, 7, 9]),
        ("outlet:wire", &[0, 1, 8, 9]),
        ("outlet:post", &[2, 3, 4]),
        ("outlet:\"post\"", &[]),
        ("place:zor", &[5]),
        ("place:ez-z", &[5]),
        ("outlet:\"al wire\"", &[0, 1, 8, 9]),
        ("outlet:al-w calm", &[8]),
        ("outlet:unknown calm", &[5]),
        ("on:2026-01-28", &[0, 1]),
        ("on:2026-01", &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("on:2026-01-30..", &[5, 6, 7, 8, 9]),
        ("on:..2026-01-29 forces", &[1]),
        ("person:nobody", &[]),
    ] {
        assert_eq!(found(&corpus, query).as_deref(), Some(sentences), "{query}");
    }
    for nothing in ["", " ", "()", "AND", "place:", "\"\"", "-", "*", "on:soon"] {
        assert_eq!(found(&corpus, nothing), None, "{nothing}");
    }
}

#[test]
fn searches_are_read() {
    use Note::*;
    for (typed, printed, notes) in [
        ("military  Police", "military police", vec![]),
        ("milit* pol*", "milit pol", vec![]),
        ("a AND b OR c d", "a b OR c d", vec![]),
        ("(a OR b) AND NOT c", "(a OR b) -c", vec![]),
        ("((a)) (b c)", "a b c", vec![]),
        ("-(-a) - b", "a b", vec![]),
        ("NOT NOT (a b)", "a b", vec![]),
        ("-(a b)", "-(a b)", vec![]),
        ("\"Russian forces\"~5", "\"russian forces\"~5", vec![]),
        ("“Russian forces”~999", "\"russian forces\"~255", vec![]),
        ("\"word\"~5", "\"word\"", vec![]),
        ("\"military pol", "\"military pol*\"", vec![QuoteClosed]),
        ("(a OR b", "a OR b", vec![BracketClosed]),
        ("a) b", "a b", vec![BracketIgnored]),
        ("a AND", "a", vec![OperatorIgnored(Operator::And)]),
        ("OR a OR OR b", "a OR b", vec![OperatorIgnored(Operator::Or)]),
        ("a NOT", "a", vec![OperatorIgnored(Operator::Not)]),
        ("a and b", "a and b", vec![]),
        ("*tary", "tary", vec![StarIgnored]),
        ("Deir-ez-Zor", "deir-ez-zor", vec![]),
        ("大马士革", "大马士革", vec![]),
        ("place:\"Deir ez-Zor\"", "place:\"deir ez zor\"", vec![]),
        ("PLACE: tartus", "place:tartus", vec![]),
        ("place: OR a", "a", vec![EmptyField(Field::Place), OperatorIgnored(Operator::Or)]),
        ("a org:", "a", vec![EmptyField(Field::Organisation)]),
        ("city:paris", "city-paris", vec![UnknownField("city".into())]),
        ("http://paris", "http-paris", vec![]),
        ("on:2026-01-01..2026-12-31", "on:2026", vec![]),
        ("on:2026-2", "on:2026-02", vec![]),
        (
            "on:2026-02-03..2026-01",
            "on:2026-01-01..2026-02-03",
            vec![DaysTurned("2026-02-03..2026-01".into())],
        ),
        ("UN a", "(un OR \"u n\") a", vec![]),
        ("E.U.", "e-u OR \"eu\"", vec![]),
        ("-US", "-(us OR \"u s\")", vec![]),
        ("\"US\" A AND TROOPS u.s.", "\"us\" a troops u-s", vec![]),
        ("on:..2026", "on:..2026-12-31", vec![]),
        ("on:2026-02-30 a", "a", vec![NotADay("2026-02-30".into())]),
    ] {
        let read = parse(typed);
        assert_eq!((read.query.to_string().as_str(), read.notes), (printed, notes), "{typed}");
        assert_eq!(parse(printed), Parsed { query: read.query, notes: vec![] }, "{printed}");
    }
}

#[test]
fn deep_and_long_searches_are_read() {
    let deep = "(".repeat(2_000) + "a" + &")".repeat(2_000);
    assert!(parse(&deep).notes.contains(&Note::TooDeep));
    assert_eq!(parse(&deep).query.to_string(), "a");
    assert_eq!(parse(&"place:".repeat(600)).notes, [Note::TooLong]);
    for part in ["a ", "(", "é:b ", "\"", "-", "on:x ", "大"] {
        assert!(parse(&part.repeat(10_000)).notes.contains(&Note::TooLong), "{part}");
    }
}

/// Texts that nobody writes take no longer, and what is beside them is found.
#[test]
fn hostile_texts_are_indexed() {
    for part in ["و", "ال", "'", "a'", "a.", "大", "\u{301}", "-", "’s", "a\u{200d}"] {
        let text = part.repeat(50_000) + " road";
        assert_eq!(found(&corpus(&[&text]), "road").map(|set| set.len()), Some(1), "{part}");
    }
}

/// Words of a sentence with their positions, read with nothing but `fold`.
fn scan(text: &str) -> Vec<(u32, String)> {
    let folded = crate::text::fold::fold(text);
    let mut out: Vec<(u32, String)> = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let position = match out.last() {
            Some((at, last)) => at + u32::from(last != "al"),
            None => 0,
        };
        out.push((position, word.to_owned()));
    }
    out
}

fn fits(word: &Word, there: &str) -> bool {
    there == word.text || word.is_beginning && there.starts_with(&word.text)
}

fn scan_phrase(words: &[(u32, String)], phrase: &Phrase) -> bool {
    let last = phrase.words.len() - 1;
    let mut needed: Vec<&Word> = phrase
        .words
        .iter()
        .enumerate()
        .filter(|(i, w)| *i == last || w.text != "al")
        .map(|(_, w)| w)
        .collect();
    let at = |word: &Word, at: u32| words.iter().any(|(p, w)| *p == at && fits(word, w));
    let end = words.last().map_or(0, |w| w.0 + 1);
    match phrase.manner {
        Manner::Near(most) => {
            needed.sort_by_key(|w| (&w.text, w.is_beginning));
            needed.dedup();
            (0..end).any(|first| {
                let window = first..(first + u32::from(most) + needed.len() as u32).min(end);
                needed.iter().all(|word| window.clone().any(|p| at(word, p)))
            })
        }
        _ => (0..end).any(|first| needed.iter().zip(first..).all(|(word, p)| at(word, p))),
    }
}

fn scan_node(words: &[(u32, String)], node: &Node) -> bool {
    match node {
        Node::Words(phrase) => scan_phrase(words, phrase),
        Node::Not(inner) => !scan_node(words, inner),
        Node::Any(parts) => parts.iter().any(|part| scan_node(words, part)),
        Node::All(parts) => parts.iter().enumerate().all(|(i, part)| {
            let is_article = |n: &Node| *n == parse("al").query.root.unwrap();
            let is_plain =
                |n: Option<&Node>| matches!(n, Some(Node::Words(p)) if p.manner == Manner::Plain);
            is_article(part) && is_plain(parts.get(i + 1)) || scan_node(words, part)
        }),
        Node::Field(..) | Node::On(_) => false,
    }
}

/// Searches of few words, so that many of them find something.
fn queries() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a", "ab", "abc", "b", "ba", "al", "c", "a*", "-b", "b-a", "al-b",
    ]);
    let phrase =
        prop::collection::vec(word.clone(), 1..4).prop_map(|w| format!("\"{}\"", w.join(" ")));
    let leaf = prop_oneof![
        4 => word.prop_map(str::to_owned),
        1 => phrase.clone(),
        1 => (phrase, 0..6u8).prop_map(|(p, n)| format!("{p}~{n}")),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop::collection::vec(
            (inner, prop::sample::select(vec![" ", " OR ", " NOT ", " AND "])),
            1..4,
        )
        .prop_map(|parts| {
            let joined: String =
                parts.into_iter().map(|(p, between)| format!("{p}{between}")).collect();
            format!("({joined})")
        })
    })
}

proptest! {
    #[test]
    fn any_text_is_a_search(text in "\\PC{0,40}") {
        let read = parse(&text);
        let printed = read.query.to_string();
        prop_assert_eq!(parse(&printed), Parsed { query: read.query, notes: vec![] }, "{}", printed);
    }

    #[test]
    fn anything_like_a_search_is_one(parts in prop::collection::vec(prop::sample::select(vec![
        "a", "b*", "\"", "(", ")", " ", " ", "AND", "OR", "NOT", "-", "~3", "place:", "on:", "2026", "..", "-01", ":", "*", "大", "’s", "ال", "AB", "said:",
    ]), 0..16)) {
        let read = parse(&parts.concat());
        let printed = read.query.to_string();
        prop_assert_eq!(parse(&printed), Parsed { query: read.query, notes: vec![] }, "{}", printed);
        find(&corpus(&["A b. B a’s."]), &parse(&printed).query);
    }

    #[test]
    fn found_is_what_a_scan_finds(
        texts in prop::collection::vec("(a|ab|abc|b|ba|al|c)( (a|ab|abc|b|ba|al|c)){0,40}(\\. [A-C](-al| b| a)){0,3}", 1..4),
        query in queries(),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let corpus = corpus(&texts);
        let query = parse(&query).query;
        let Some(root) = &query.root else { return Ok(()) };
        let set = find(&corpus, &query).unwrap();
        for (sentence, idx) in corpus.sentences().iter().zip(0u32..) {
            let text = sentence.span.of(&corpus.record(sentence.article).article.text);
            prop_assert_eq!(set.has(SentenceIdx(idx)), scan_node(&scan(text), root), "{} in {}", query, text);
        }
    }
}
