//! Ties the worker to the session: orders go out, reports come in, and at the end the corpus grows.
//!
//! Each report is taken in a turn of its own, the joining in another and the drawing in a third, so that the page never stands still for long.

use crate::browser::{
    BrowserWorker, Content, Delay, DropWatch, Incoming, Pasted, Word, watch_paste,
};
use crate::effect::use_drawn;
use crate::intake::Pending;
use crate::session::{Change, Session};
use crate::shared::Shared;
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
    session: UseReducerHandle<Session>,
    /// What is left for other turns, and the last of those that ran.
    soon: Vec<Delay>,
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
        session: session.clone(),
        soon: Vec::new(),
    });
    desk.borrow_mut().session = session.clone();
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
        use_drawn((), move |()| {
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
            (drops, pastes)
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

/// Joins in the next turn, makes the screen in the one after, and shows it in the third.
fn finish(shared: &SharedDesk, broken: Option<Broken>) {
    let is_broken = broken.is_some();
    soon(shared, move |shared| {
        let mut desk = shared.borrow_mut();
        let base = desk.session.base.clone();
        let (grown, outcome) = desk.pending.finish(&base, broken);
        let grown = grown.map(Shared::new);
        if is_broken {
            desk.worker = None;
        }
        drop(desk);
        soon(shared, move |shared| {
            let grown = shared.borrow().session.grown(grown, outcome);
            soon(shared, move |shared| {
                let session = shared.borrow().session.clone();
                session.dispatch(Change::Grow(Box::new(grown)));
            });
        });
    });
}

/// Does something in the next turn of the page, unless the page is gone by then.
fn soon(shared: &SharedDesk, then: impl FnOnce(&SharedDesk) + 'static) {
    let weak = Rc::downgrade(shared);
    let delay = Delay::new(0, move || {
        if let Some(shared) = weak.upgrade() {
            then(&shared);
        }
    });
    let later = &mut shared.borrow_mut().soon;
    // No more than three wait at any time; what ran long ago goes.
    if later.len() > 8 {
        later.remove(0);
    }
    later.push(delay);
}

/// A worker that is ended from its own callback goes in the next turn.
fn end_worker(shared: &SharedDesk) {
    soon(shared, |shared| shared.borrow_mut().worker = None);
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
        self.session.dispatch(Change::Do(Action::Intake(action)));
    }
}
