//! Reports of a worker without a browser: the worker's own code, called directly, and what the page makes of what it says.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use dateline_app::intake::Pending;
use dateline_app::session::{Change, Session};
use dateline_app::shared::Shared;
use dateline_core::facet::FacetKey;
use dateline_core::knowledge::Knowledge;
use dateline_formats::report::Report;
use dateline_view::Action;
use dateline_view::camera::Viewport;
use dateline_view::intake::{Broken, IntakeAction, Progress};
use dateline_worker::Intake;
use fixture::corpus;
use std::rc::Rc;
use yew::Reducible as _;

mod fixture;

/// All reports on an order of texts.
fn reports(texts: &[&str]) -> Vec<Report> {
    let mut intake = Intake::new(Knowledge::curated().unwrap());
    intake.begin(u32::try_from(texts.len()).unwrap());
    for text in texts {
        intake.take("a.md", text.as_bytes());
    }
    std::iter::from_fn(|| intake.report(true)).collect()
}

fn read(pending: &mut Pending, texts: &[&str]) -> bool {
    pending.order(texts.len());
    for report in reports(texts) {
        pending.report(report);
    }
    pending.done()
}

#[test]
fn what_comes_in_is_joined_and_counted() {
    let own = corpus().records()[0].article.text.clone();
    let mut pending = Pending::default();
    assert!(read(
        &mut pending,
        &["A road in Nairobi.\n", "", "Ships off Mombasa and Nairobi.\n", "A road in Nairobi.\n"]
    ));
    let (grown, outcome) = pending.finish(&corpus(), None);
    assert_eq!((outcome.first, outcome.n_articles, outcome.n_places), (1, 2, 2), "{outcome:?}");
    assert_eq!((outcome.n_twice, outcome.problems.len()), (1, 1), "{outcome:?}");
    let grown = grown.unwrap();
    assert_eq!(grown.records().len(), 3);
    assert_eq!(grown.records()[0].article.text, own);
    assert!(pending.is_idle());
    let (grown, outcome) = pending.finish(&corpus(), Some(Broken::Trapped));
    assert!(grown.is_none() && outcome.broken == Some(Broken::Trapped));
}

#[test]
fn progress_counts_all_orders() {
    let mut pending = Pending::default();
    assert_eq!(pending.order(2), Progress { n_done: 0, n_known: 2 });
    assert_eq!(pending.order(3), Progress { n_done: 0, n_known: 5 });
    let step = pending.report(Report { n_done: 1, n_known: 4, ..Report::default() });
    assert_eq!(step, Progress { n_done: 1, n_known: 7 });
    pending.report(Report { n_done: 4, n_known: 4, ..Report::default() });
    assert!(!pending.done());
    let step = pending.report(Report { n_done: 3, n_known: 3, ..Report::default() });
    assert_eq!(step, Progress { n_done: 7, n_known: 7 });
    assert!(pending.done() && pending.is_idle());
}

#[test]
fn a_report_that_cannot_be_read_is_a_problem() {
    let mut pending = Pending::default();
    pending.order(1);
    pending.report(Report { pack: b"no pack".to_vec(), ..Report::default() });
    let (grown, outcome) = pending.finish(&corpus(), None);
    assert!(grown.is_none() && outcome.problems.len() == 1, "{outcome:?}");
}

fn open() -> Rc<Session> {
    let viewport = Viewport { width: 800.0, height: 600.0 };
    Rc::new(Session::open(
        Shared::new(corpus()),
        Rc::default(),
        Some(viewport),
        "#/v1/?place=qamishli",
    ))
}

#[test]
fn a_session_grows_shows_everything_and_says_so() {
    let session = open();
    let mut pending = Pending::default();
    read(&mut pending, &["A road in Nairobi was closed.\n", "Ships wait off Mombasa.\n"]);
    let (grown, outcome) = pending.finish(&session.corpus, None);
    let grown = session.grown(grown.map(Shared::new), outcome);
    // Something happens before the grown session is taken over: neither is lost.
    let session = Rc::new(session.after(Action::ToggleValue(FacetKey::Place, "moscow".into())));
    let session = session.reduce(Change::Grow(Box::new(grown)));
    let screen = &session.screen;
    assert_eq!((screen.says.n_articles, screen.says.is_narrowed), (3, false));
    assert!(
        screen.notices[0].starts_with("Added 2 articles that name 2 places."),
        "{:?}",
        screen.notices
    );
    for place in ["nairobi", "mombasa"] {
        assert!(screen.map.markers.iter().any(|m| m.id == place), "{place}");
    }
    assert_eq!(session.n_steps, 2);
}

#[test]
fn progress_draws_nothing_else_anew() {
    let before = open();
    let step = IntakeAction::Progress(Progress { n_done: 12, n_known: 40 });
    let after = before.after(Action::Intake(step));
    assert!(Rc::ptr_eq(&before.screen.excerpts, &after.screen.excerpts));
    assert_eq!(after.screen.intake.progress.as_ref().unwrap().text, "Reading 12 of 40 articles…");
    let stopped = after.after(Action::Intake(IntakeAction::Stopped));
    assert!(stopped.screen.intake.progress.is_none());
    assert_eq!(stopped.screen.notices, ["Stopped: nothing was added."]);
}
