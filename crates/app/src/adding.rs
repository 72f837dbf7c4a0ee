//! Ties the worker to the session: orders go out, reports come in, and at the end the corpus grows.
//!
//! Each report is taken in a turn of its own, the joining in another and the drawing in a third, so that the page never stands still for long.

use crate::browser::{
    BrowserWorker, Content, Delay, DropWatch, Incoming, Pasted, Word, watch_paste,
};
use crate::intake::Pending;
use crate::session::{Change, Session};
use crate::shared::Shared;
use dateline_core::corpus::Corpus;
use dateline_formats::report::Report;
use dateline_view::Action;
use dateline_view::intake::{Broken, IntakeAction};
use dateline_view::wording;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What components may ask of it.
#[derive(Clone, PartialEq)]
pub struct Adding {
    /// Reads files.
    pub on_files: Callback<Vec<Incoming>>,
    /// Reads a text as an article.
    pub on_text: Callback<String>,
    /// Ends the reading; nothing comes of it.
    pub on_stop: Callback<()>,
}

/// The worker and what it is doing.
struct Desk {
    worker: Option<BrowserWorker>,
    pending: Pending,
    n_pasted: u32,
    corpus: Shared<Corpus>,
    dispatcher: UseReducerDispatcher<Session>,
    /// What is left for another turn.
    soon: Option<Delay>,
}

/// A desk that its own callbacks reach.
type SharedDesk = Rc<RefCell<Desk>>;

/// Makes the page take files and texts.
#[hook]
pub fn use_adding(session: &UseReducerHandle<Session>) -> Adding {
    let desk = use_mut_ref(|| Desk {
        worker: None,
        pending: Pending::default(),
        n_pasted: 0,
        corpus: session.corpus.clone(),
        dispatcher: session.dispatcher(),
        soon: None,
    });
    desk.borrow_mut().corpus = session.corpus.clone();
    let on_files = use_callback((), {
        let desk = desk.clone();
        move |files: Vec<Incoming>, ()| read(&desk, files)
    });
    let on_text = use_callback((), {
        let desk = desk.clone();
        move |text: String, ()| {
            let number = {
                let mut desk = desk.borrow_mut();
                desk.n_pasted += 1;
                desk.n_pasted
            };
            let name = wording::intake::pasted(number);
            read(&desk, vec![Incoming { name, content: Content::Text(text) }]);
        }
    });
    let on_stop = use_callback((), {
        let desk = desk.clone();
        move |(), ()| stop(&desk)
    });
    {
        let on_files = on_files.clone();
        use_effect_with((), move |()| {
            let drags = desk.clone();
            let dropped = on_files.clone();
            let drops = DropWatch::new(
                move |is_over| drags.borrow().tell(IntakeAction::Drag(is_over)),
                move |files| dropped.emit(files),
            );
            let pastes = watch_paste(move |pasted| match pasted {
                Pasted::Files(files) => on_files.emit(files),
                Pasted::Text(text) => desk.borrow().tell(IntakeAction::Ask(text.into())),
            });
            move || drop((drops, pastes))
        });
    }
    Adding { on_files, on_text, on_stop }
}

fn read(shared: &SharedDesk, files: Vec<Incoming>) {
    if files.is_empty() {
        return;
    }
    let mut desk = shared.borrow_mut();
    if desk.worker.is_none() {
        let weak = Rc::downgrade(shared);
        desk.worker = BrowserWorker::start(move |word| {
            if let Some(desk) = weak.upgrade() {
                hear(&desk, word);
            }
        });
    }
    let progress = desk.pending.order(files.len());
    let is_given = desk.worker.as_ref().is_some_and(|worker| worker.read(files));
    if is_given {
        desk.tell(IntakeAction::Progress(progress));
    } else {
        drop(desk);
        finish(shared, Some(Broken::Missing));
    }
}

fn hear(shared: &SharedDesk, word: Word) {
    let mut desk = shared.borrow_mut();
    if desk.pending.is_idle() {
        // It failed while it had nothing to do: another is started when one is needed.
        if matches!(word, Word::Failed(_)) {
            drop(desk);
            end_worker(shared);
        }
        return;
    }
    match word {
        Word::Report(bytes) => match Report::decode(&bytes) {
            Some(report) => {
                let progress = desk.pending.report(report);
                desk.tell(IntakeAction::Progress(progress));
            }
            None => {
                drop(desk);
                finish(shared, Some(Broken::Missing));
            }
        },
        Word::Done => {
            if desk.pending.done() {
                drop(desk);
                finish(shared, None);
            }
        }
        Word::Failed(reason) => {
            drop(desk);
            finish(shared, Some(reason.map_or(Broken::Trapped, Broken::Failed)));
        }
    }
}

/// Joins in the next turn and shows in the one after.
fn finish(shared: &SharedDesk, broken: Option<Broken>) {
    let is_broken = broken.is_some();
    let weak = Rc::downgrade(shared);
    let join = Delay::new(0, move || {
        let Some(shared) = weak.upgrade() else { return };
        let mut desk = shared.borrow_mut();
        let base = desk.corpus.clone();
        let (grown, outcome) = desk.pending.finish(&base, broken);
        let dispatcher = desk.dispatcher.clone();
        let show = Delay::new(0, move || {
            dispatcher.dispatch(Change::Grow(grown.map(Shared::new), outcome));
        });
        desk.soon = Some(show);
        if is_broken {
            desk.worker = None;
        }
    });
    shared.borrow_mut().soon = Some(join);
}

/// A worker that is ended from its own callback goes in the next turn.
fn end_worker(shared: &SharedDesk) {
    let weak = Rc::downgrade(shared);
    let end = Delay::new(0, move || {
        if let Some(shared) = weak.upgrade() {
            shared.borrow_mut().worker = None;
        }
    });
    shared.borrow_mut().soon = Some(end);
}

fn stop(shared: &SharedDesk) {
    let mut desk = shared.borrow_mut();
    if !desk.pending.is_idle() {
        desk.worker = None;
        desk.pending = Pending::default();
        desk.tell(IntakeAction::Stopped);
    }
}

impl Desk {
    fn tell(&self, action: IntakeAction) {
        self.dispatcher.dispatch(Change::Do(Action::Intake(action)));
    }
}
