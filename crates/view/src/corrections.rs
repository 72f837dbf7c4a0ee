//! Corrections of the reader: the list, the panel that answers "why here?", and what changes both.
//!
//! Plain data. What a correction does to the corpus is told by `dateline_core::corpus::corrections`; whoever holds the corpus applies the list whenever it has changed, to what was read.

use crate::address;
use crate::state::{Notice, State};
use crate::update::tell;
use crate::{Action, address::Fixes};
use dateline_core::article::ArticleId;
use dateline_core::checksum::checksum;
use dateline_core::corpus::Corpus;
use dateline_core::corpus::corrections::{self, Correction, Lines, print};
use dateline_core::facet::{self, FacetKey};
use dateline_core::text::Span;
use std::rc::Rc;

/// Longer names are no names.
const LONGEST_NAME: usize = 80;
/// Lists that no address carries are kept until they hold so many corrections together.
const MOST_KEPT: usize = 200_000;
/// The file that the list is saved in.
pub const FILE_NAME: &str = "dateline-corrections.txt";
/// Kinds of file that may hold a list, as a file chooser wants them.
pub const ACCEPTED: &str = ".txt,text/plain";

/// Corrections in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    /// Those that hold.
    pub list: Rc<[Correction]>,
    /// Those that came with the corpus: without further word they hold.
    pub own: Rc<[Correction]>,
    /// Lists that were too long for the address, so that every step of history gives what was there.
    kept: Option<Rc<Kept>>,
}

/// A list that no address carries, and those that were made before it.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    /// By which an address names it.
    sum: u32,
    list: Rc<[Correction]>,
    /// How many corrections it and those before hold.
    n_all: usize,
    before: Option<Rc<Kept>>,
}

impl Corrections {
    /// This list in place of the one that holds; one that no address carries is kept.
    fn with(&self, list: Rc<[Correction]>) -> Self {
        let mut next = Self { list, ..self.clone() };
        if address::n_left_out(&next) > 0 && next.sum().is_none() {
            let sum = checksum(to_file(&next).as_bytes());
            let list = Rc::clone(&next.list);
            let before = next.kept.take().filter(|before| before.n_all <= MOST_KEPT);
            let n_all = list.len() + before.as_ref().map_or(0, |before| before.n_all);
            next.kept = Some(Rc::new(Kept { sum, list, n_all, before }));
        }
        next
    }

    /// The first kept list that is so, from the last on.
    fn kept(&self, is_so: &dyn Fn(&Kept) -> bool) -> Option<&Kept> {
        let mut next = self.kept.as_deref();
        while let Some(kept) = next.filter(|kept| !is_so(kept)) {
            next = kept.before.as_deref();
        }
        next
    }

    /// The sum of the list, if it is one that no address carries.
    pub(crate) fn sum(&self) -> Option<u32> {
        self.kept(&|kept| kept.list == self.list).map(|kept| kept.sum)
    }

    /// The list that no address carries and that held last, if another one holds now.
    pub(crate) fn put_away(&self) -> Option<&Rc<[Correction]>> {
        let last = self.kept.as_ref().filter(|_| self.sum().is_none());
        last.map(|kept| &kept.list)
    }
}

/// A mark that the reader asked about, and what they typed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The article.
    pub article: ArticleId,
    /// Where the mark stands in its text.
    pub span: Span,
    /// A name for it.
    pub typed: String,
}

/// Something that happens to the corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixAction {
    /// Asked about the mark of an article.
    Ask(ArticleId, Span),
    /// Put the answer away.
    StopAsking,
    /// Typed a name.
    Type(String),
    /// Corrects.
    Add(Correction),
    /// Takes back the correction at this place of the list.
    Undo(usize),
    /// Takes again the list that history has put away.
    TakeAgain,
    /// Opened or closed the list.
    ShowList(bool),
    /// Chose a file with corrections, of this content.
    Read(Rc<str>),
    /// The list was saved in a file, or could not be.
    Saved(bool),
}

/// A mark as a page names it: `start-end` in bytes of its article.
pub(crate) fn place_of(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

/// The question about a mark that a page has named so.
pub fn question(article: &str, place: &str) -> Option<Action> {
    let (start, end) = place.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    Some(Action::Fix(FixAction::Ask(ArticleId::new(article)?, span)))
}

/// The corrections that hold after an action.
pub fn after(corpus: &Corpus, state: &State, action: &Action) -> Corrections {
    let now = &state.corrections;
    let with = |list: Vec<Correction>| now.with(list.into());
    match action {
        Action::Arrive(fragment) => arrived(corpus, now, &address::read(fragment, corpus).fixes).0,
        Action::Fix(FixAction::Add(correction)) => with(added(&now.list, correction)),
        Action::Fix(FixAction::Undo(at)) => {
            let rest = now.list.iter().enumerate().filter(|(i, _)| i != at);
            with(rest.map(|(_, correction)| correction.clone()).collect())
        }
        Action::Fix(FixAction::Read(text)) => {
            let mut list = now.list.to_vec();
            for correction in corrections::read(text).corrections {
                push(&mut list, correction);
            }
            with(list)
        }
        Action::Fix(FixAction::TakeAgain) => match now.put_away() {
            Some(list) => now.with(Rc::clone(list)),
            None => now.clone(),
        },
        _ => now.clone(),
    }
}

/// Adds one at the end of a list, because the last says what holds; whether that changes the list.
pub(crate) fn push(list: &mut Vec<Correction>, new: Correction) -> bool {
    if list.last() == Some(&new) {
        return false;
    }
    list.retain(|old| *old != new);
    list.push(new);
    true
}

/// The list with one more; what it overrides goes.
fn added(list: &[Correction], new: &Correction) -> Vec<Correction> {
    use Correction::{Apart, Is, Name, Not, Same};
    let is_overridden = |old: &Correction| match (old, new) {
        (Is(a, _) | Not(a) | Apart(a, _), Is(b, _) | Not(b) | Apart(b, _)) => a == b,
        (Same(a, _), Same(b, _)) | (Name(a, _), Name(b, _)) => a == b,
        _ => false,
    };
    let kept = list.iter().filter(|old| !is_overridden(old)).cloned();
    kept.chain([new.clone()]).collect()
}

/// What an address makes of the corrections; and how many it speaks of that are not here.
pub(crate) fn arrived(corpus: &Corpus, now: &Corrections, fixes: &Fixes) -> (Corrections, usize) {
    let own = corpus.own_corrections().iter().filter_map(|line| Correction::read(line));
    let own: Rc<[Correction]> = own.collect();
    let (list, n_missing) = match fixes {
        Fixes::Unsaid => (Rc::clone(&own), 0),
        Fixes::Said(list) => (list.clone().into(), 0),
        // They did not fit into the address: those of the page are meant.
        Fixes::Counted(n, Some(sum)) => {
            match now.kept(&|kept| kept.sum == *sum && kept.list.len() == *n) {
                Some(kept) => (Rc::clone(&kept.list), 0),
                None => (Rc::clone(&now.list), *n),
            }
        }
        // As earlier versions wrote it: the first of those that hold.
        Fixes::Counted(n, None) => match now.list.get(..*n) {
            Some(first) => (first.into(), 0),
            None => (Rc::clone(&now.list), n - now.list.len()),
        },
    };
    (Corrections { own, ..now.clone() }.with(list), n_missing)
}

/// The state after something happened to the corrections; the corpus is that after them.
pub(crate) fn update(corpus: &Corpus, next: &mut State, action: FixAction) {
    let before = next.corrections.list.len();
    next.corrections = after(corpus, next, &Action::Fix(action.clone()));
    match action {
        FixAction::Ask(article, span) => {
            next.asked = Some(Asked { article, span, typed: String::new() });
        }
        FixAction::StopAsking => next.asked = None,
        FixAction::Type(text) => {
            let typed = text.chars().filter(|c| !c.is_control()).take(LONGEST_NAME);
            if let Some(asked) = &mut next.asked {
                asked.typed = typed.collect();
            }
        }
        FixAction::Add(_) => {
            next.asked.iter_mut().for_each(|asked| asked.typed.clear());
            settle(corpus, next);
        }
        FixAction::Undo(_) | FixAction::TakeAgain => settle(corpus, next),
        FixAction::ShowList(is_open) => {
            next.is_fixes_open = is_open;
            next.is_about_open = false;
        }
        FixAction::Read(text) => {
            let n_new = next.corrections.list.len() - before;
            settle(corpus, next);
            let Lines { wrong, n_unread, .. } = corrections::read(&text);
            tell(next, Notice::FixesRead { n_new, wrong, n_unread });
        }
        FixAction::Saved(is_saved) => {
            tell(next, if is_saved { Notice::FixesSaved } else { Notice::FixesNotSaved });
        }
    }
}

/// What is selected may be gone.
fn settle(corpus: &Corpus, next: &mut State) {
    for key in FacetKey::ALL {
        let chosen = next.selection.chosen(key).clone();
        let gone = |id: &&String| facet::find(corpus, key, id).is_none();
        chosen.included().iter().filter(gone).for_each(|id| next.selection.toggle(key, id));
        let excluded = chosen.excluded().iter().filter(gone);
        excluded.for_each(|id| next.selection.toggle_excluded(key, id));
    }
}

/// The list as the text of a file.
pub fn to_file(corrections: &Corrections) -> String {
    let mut out = String::from("# Dateline: corrections\n");
    for correction in corrections.list.iter() {
        out.push_str(&print(correction));
        out.push('\n');
    }
    out
}
