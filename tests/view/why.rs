//! Every mark says why it stands there; corrections hold, travel in the address and can be taken back.

use crate::corpus::bundled;
use dateline_core::corpus::Corpus;
use dateline_core::corpus::corrections::{self, Correction};
use dateline_core::text::Span;
use dateline_view::corrections::{FixAction, after, to_file};
use dateline_view::screen::{FixChoice, WhyScreen};
use dateline_view::state::Notice;
use dateline_view::{Action, State, address, screen, update};
use proptest::prelude::*;
use std::sync::OnceLock;

fn base() -> &'static Corpus {
    static BASE: OnceLock<Corpus> = OnceLock::new();
    BASE.get_or_init(bundled)
}

/// A reader with the corpus that follows from their corrections, as the page holds both.
struct Reader {
    corpus: Corpus,
    state: State,
}

impl Reader {
    fn new() -> Self {
        Self { corpus: base().clone(), state: State::new() }
    }

    fn does(&mut self, action: Action) {
        let corrections = after(base(), &self.state, &action);
        if corrections.list != self.state.corrections.list {
            self.corpus = base().corrected(&corrections.list);
        }
        self.state = update(&self.corpus, &self.state, action);
    }

    fn asks(&mut self, article: usize, span: Span) -> WhyScreen {
        let id = self.corpus.records()[article].article.id.clone();
        self.does(Action::Fix(FixAction::Ask(id, span)));
        self.sees()
    }

    fn sees(&self) -> WhyScreen {
        WhyScreen::clone(&screen(&self.corpus, &self.state).why.expect("an answer"))
    }
}

/// Every mark of the corpus: article and place.
fn marks() -> Vec<(usize, Span)> {
    let records = base().records().iter().enumerate();
    let all = records.flat_map(|(i, record)| {
        let places = record.mentions.iter().map(|m| m.span);
        let actors = record.actors.iter().map(|m| m.span);
        places.chain(actors).chain(record.times.iter().map(|m| m.span)).map(move |span| (i, span))
    });
    all.collect()
}

#[test]
fn every_mark_answers() {
    let mut reader = Reader::new();
    for (article, span) in marks() {
        let why = reader.asks(article, span);
        let record = &base().records()[article];
        assert_eq!(why.sentence[1], span.of(&record.article.text).replace('\n', " "));
        assert!(!why.says.is_empty(), "{why:?}");
        let is_place = record.mentions.iter().any(|m| m.span == span);
        assert_eq!(!why.candidates.is_empty(), is_place, "{why:?}");
        for (i, candidate) in why.candidates.iter().enumerate() {
            assert_eq!(candidate.is_chosen, i == 0, "{why:?}");
            assert_eq!(candidate.choices.is_empty(), candidate.is_chosen, "{why:?}");
        }
        let is_time = !is_place && !record.actors.iter().any(|m| m.span == span);
        assert_eq!(why.typed.is_none(), is_time, "{why:?}");
        if is_place {
            assert!(!why.candidates[0].evidence.is_empty(), "{why:?}");
        }
    }
}

/// A place that no article names, found by one of its spellings.
#[test]
fn any_place_of_the_page_can_be_chosen() {
    let named = |id: &dateline_core::gazetteer::PlaceId| base().known_place(id).is_none();
    let label = base().atlas().iter().find(|place| named(&place.id)).expect("a label");
    let mut reader = Reader::new();
    let (article, span) = marks()[0];
    reader.asks(article, span);
    reader.does(Action::Fix(FixAction::Type(label.name.clone())));
    let offered = reader.sees().offered;
    let row = offered.iter().find(|row| row.label.starts_with(&label.name)).expect("its row");
    reader.does(row.choices[0].action.clone());
    assert!(reader.corpus.find_place(&label.id).is_some(), "{}", label.name);
}

/// All that can be corrected where a mark stands, with a name typed.
fn choices(why: &WhyScreen) -> Vec<FixChoice> {
    let rows = why.candidates.iter().chain(&why.offered).flat_map(|row| row.choices.clone());
    rows.chain(why.plain.clone()).chain(why.named.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Steps of a reader: a mark, what is typed there, and which of the corrections is chosen.
    #[test]
    fn corrections_hold_travel_and_are_taken_back(
        steps in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..4, any::<prop::sample::Index>()), 1..6),
    ) {
        let mut reader = Reader::new();
        let marks = marks();
        for (mark, typed, choice) in steps {
            let (article, span) = *mark.get(&marks);
            reader.asks(article, span);
            let typed = ["", "Mos", "Ahmad/50%", "a"][typed].to_owned();
            reader.does(Action::Fix(FixAction::Type(typed)));
            let choices = choices(&reader.sees());
            if choices.is_empty() {
                continue;
            }
            let FixChoice { action, .. } = choice.get(&choices).clone();
            reader.does(action);
            // What a mark says after a correction is an answer too.
            prop_assert!(!reader.asks(article, span).says.is_empty());
        }
        let list = reader.state.corrections.list.clone();

        let link = address::print(&reader.state);
        prop_assert!(link.len() < 2000, "{}", link);
        let mut other = Reader::new();
        other.does(Action::Arrive(link.clone()));
        prop_assert!(other.state.notices.is_empty(), "{}: {:?}", link, other.state.notices);
        prop_assert_eq!(&other.corpus, &reader.corpus);
        prop_assert_eq!(address::print(&other.state), link);

        let mut third = Reader::new();
        third.does(Action::Fix(FixAction::Read(to_file(&reader.state.corrections).into())));
        prop_assert_eq!(&third.state.corrections.list, &list);
        prop_assert_eq!(&third.corpus, &reader.corpus);

        while !reader.state.corrections.list.is_empty() {
            reader.does(Action::Fix(FixAction::Undo(0)));
        }
        prop_assert_eq!(&reader.corpus, base());
    }
}

#[test]
fn a_link_says_what_it_lacks() {
    let mut reader = Reader::new();
    let line = |i: usize| format!("place/moscow/name/{}{i}", "M".repeat(70));
    let many: Vec<Correction> =
        (0..40).filter_map(|i| corrections::read(&line(i)).corrections.pop()).collect();
    for correction in &many {
        // Each is of a list, so that none overrides the other.
        let text = format!("{}\n", corrections::print(correction));
        reader.does(Action::Fix(FixAction::Read(text.into())));
    }
    let link = address::print(&reader.state);
    assert!(link.starts_with("#/v1/?fix=40-"), "{link}");
    reader.does(Action::LinkCopied);
    assert_eq!(reader.state.notices.len(), 3, "{:?}", reader.state.notices);
    // Here they stay, elsewhere they are missed.
    reader.does(Action::Arrive(link.clone()));
    assert_eq!(*reader.state.corrections.list, *many);
    reader.does(Action::Arrive("#/v1/?fix=39".to_owned()));
    assert_eq!(*reader.state.corrections.list, many[..39]);
    assert!(address::print(&reader.state).starts_with("#/v1/?fix=39-"));
    let mut other = Reader::new();
    other.does(Action::Arrive(link));
    assert_eq!(other.state.notices.len(), 1, "{:?}", other.state.notices);
}

/// Steps of history, each with the corrections that held there.
#[test]
fn history_gives_back_what_no_link_carries() {
    let mut reader = Reader::new();
    let line = |i: usize| format!("place/moscow/name/{}{i}\n", "M".repeat(70));
    let mut steps = vec![address::print(&reader.state)];
    let mut lists = vec![reader.state.corrections.list.clone()];
    for i in 0..30 {
        // Of the same number as before, and others.
        let action =
            if i == 24 { FixAction::Undo(0) } else { FixAction::Read(line(i).as_str().into()) };
        reader.does(Action::Fix(action));
        steps.push(address::print(&reader.state));
        lists.push(reader.state.corrections.list.clone());
    }
    let at = (0..steps.len()).rev().chain([30, 3, 29, 0]);
    for at in at {
        reader.does(Action::Arrive(steps[at].clone()));
        assert_eq!(reader.state.corrections.list, lists[at], "step {at}: {}", steps[at]);
        assert_eq!(address::print(&reader.state), steps[at]);
    }
    // Where history goes on without them, they can be taken again.
    assert!(matches!(reader.state.notices[..], [Notice::FixesPutAway(28)]));
    reader.does(Action::ShowRows(0..20));
    reader.does(Action::Fix(FixAction::TakeAgain));
    assert_eq!(reader.state.corrections.list, lists[30]);
}

#[test]
fn the_last_says_what_holds() {
    let lists = |lines: &[&str]| {
        let mut reader = Reader::new();
        reader.does(Action::Fix(FixAction::Read(lines.join("\n").into())));
        let from_file = to_file(&reader.state.corrections);
        let fixes: Vec<String> = lines.iter().map(|line| format!("fix={line}")).collect();
        reader.does(Action::Arrive(format!("#/v1/?{}", fixes.join("&"))));
        let name = reader.corpus.places().iter().find(|p| p.id.as_str() == "moscow");
        (from_file == to_file(&reader.state.corrections), name.map(|p| p.name.clone()))
    };
    let (a, b) = ("place/moscow/name/A", "place/moscow/name/B");
    for (lines, name) in [(&[a, b][..], "B"), (&[a, b, a], "A"), (&[b, a, b, b], "B")] {
        assert_eq!(lists(lines), (true, Some(name.to_owned())), "{lines:?}");
    }
}
