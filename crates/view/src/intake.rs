//! Articles that the reader adds to the open page: what is under way, and what came of it.
//!
//! Plain data; the work is done elsewhere and arrives here as actions.

use crate::camera::Viewport;
use crate::screen::home_of;
use crate::state::{Notice, State};
use dateline_core::corpus::{ArticleIdx, Corpus};
use dateline_core::facet::Selection;
use std::rc::Rc;

/// More refusals than this are counted, not told one by one.
const MOST_TOLD: usize = 3;

/// Kinds of file that can be chosen, as a file chooser wants them; `dateline-formats` reads them all.
pub const ACCEPTED: &str = ".txt,.text,.md,.markdown,.jsonl,.ndjson";

/// What is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// The dialog that asks for files or text, when it is open, with the text that stands in it at first.
    pub asking: Option<Rc<str>>,
    /// Whether files are held over the page.
    pub is_dragging: bool,
    /// How far the reading is, while some is going on.
    pub progress: Option<Progress>,
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Articles that were read.
    pub n_done: usize,
    /// All of them, as far as is known.
    pub n_known: usize,
}

/// Something that happens to the intake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeAction {
    /// The reader wants to add articles; text that they pasted already.
    Ask(Rc<str>),
    /// Put the dialog away.
    StopAsking,
    /// Files are held over the page, or no longer.
    Drag(bool),
    /// Reading goes on.
    Progress(Progress),
    /// Reading has ended, and the corpus holds what came of it.
    Ended(Outcome),
    /// The reader stopped the reading; nothing came of it.
    Stopped,
}

/// What came of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The first article that came in.
    pub first: usize,
    /// Articles that came in.
    pub n_articles: usize,
    /// Places that they name.
    pub n_places: usize,
    /// Articles that were here already.
    pub n_twice: usize,
    /// What could not be read, as sentences.
    pub problems: Vec<String>,
    /// Problems beyond those.
    pub n_more_problems: usize,
    /// Why the reading ended before its end, when it did.
    pub broken: Option<Broken>,
}

/// Why reading ended before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The program that reads met a mistake of its own.
    Trapped,
    /// It could not be started, or had to give up, for this reason.
    Failed(String),
    /// The page holds no such program, or one that is damaged.
    Missing,
}

/// The state after something happened to the intake.
pub(crate) fn update(corpus: &Corpus, next: &mut State, action: IntakeAction) {
    let intake = &mut next.intake;
    match action {
        IntakeAction::Ask(text) => intake.asking = Some(text),
        IntakeAction::StopAsking => intake.asking = None,
        IntakeAction::Drag(is_dragging) => intake.is_dragging = is_dragging,
        IntakeAction::Progress(progress) => intake.progress = Some(progress),
        IntakeAction::Stopped => {
            intake.progress = None;
            next.notices.push(Notice::ReadingStopped);
        }
        IntakeAction::Ended(outcome) => {
            intake.progress = None;
            if outcome.n_articles > 0 {
                show_added(corpus, next, &outcome);
            }
            next.notices = notices(outcome);
        }
    }
}

/// Everything is shown, and the map frames what the new articles are about.
fn show_added(corpus: &Corpus, next: &mut State, outcome: &Outcome) {
    let first = ArticleIdx(u32::try_from(outcome.first).unwrap_or(u32::MAX));
    next.selection = Selection::default();
    next.open = None;
    next.rows = 0..0;
    let viewport: Viewport = next.viewport;
    next.camera = home_of(corpus, first, viewport);
}

fn notices(outcome: Outcome) -> Vec<Notice> {
    let Outcome { n_articles, n_places, n_twice, mut problems, n_more_problems, broken, .. } =
        outcome;
    let mut notices = Vec::new();
    let is_told_otherwise = !problems.is_empty() || broken.is_some();
    if n_articles > 0 || n_twice > 0 || !is_told_otherwise {
        notices.push(Notice::Added { n_articles, n_places, n_twice });
    }
    notices.extend(broken.map(Notice::ReadingBroke));
    let n_untold = problems.len().saturating_sub(MOST_TOLD) + n_more_problems;
    problems.truncate(MOST_TOLD);
    notices.extend(problems.into_iter().map(Notice::Refused));
    if n_untold > 0 {
        notices.push(Notice::MoreRefused(n_untold));
    }
    notices
}
