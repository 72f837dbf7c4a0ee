//! One reader's session: the state, and the screen that was drawn from it.
//!
//! The only reducer of the page. What an action means is decided by `dateline_view::update`; here only what must be made anew is chosen, and whether the change is a step of history.

use crate::shared::Shared;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, Counts, Matches, Selection};
use dateline_view::camera::Viewport;
use dateline_view::corrections::{self, Corrections};
use dateline_view::intake::{IntakeAction, Outcome};
use dateline_view::listing::Listing;
use dateline_view::navigate::{self, Navigation};
use dateline_view::reader::Reader;
use dateline_view::screen::{
    ListRows, MapSet, screen_of, with_new_intake, with_new_list, with_new_map, with_new_palette,
};
use dateline_view::{Action, Screen, State, update};
use std::rc::Rc;
use std::sync::Arc;
use yew::Reducible;

/// What changes a session.
pub enum Change {
    /// An action of the reader or of the browser.
    Do(Action),
    /// Reading has ended; the session after it was made beforehand.
    Grow(Box<Grown>),
}

/// A session after reading has ended, made in a turn of its own, because it costs more than other changes.
pub struct Grown {
    /// The state that it was made from.
    from: State,
    outcome: Outcome,
    session: Session,
}

/// State and screen.
pub struct Session {
    /// The articles as they were read.
    pub base: Shared<Corpus>,
    /// The same with the corrections of the reader.
    pub corpus: Shared<Corpus>,
    /// The state.
    pub state: State,
    /// The screen of the state.
    pub screen: Shared<Screen>,
    /// How many steps of history the reader has made; the address bar follows it.
    pub n_steps: u32,
    /// What the selection leaves.
    shown: Shown,
    /// The same of everything, to which readers come back most.
    whole: Option<Shown>,
}

/// The set that the selection leaves, what the map shows of it, and its rows as they are listed.
#[derive(Clone)]
struct Shown {
    matches: Rc<Matches>,
    counts: Arc<Counts>,
    map_set: Rc<MapSet>,
    listing: Listing,
    rows: Rc<ListRows>,
}

impl Shown {
    fn of(corpus: &Corpus, state: &State) -> Self {
        let matches = Rc::new(facet::matches(corpus, &state.selection));
        let counts = if state.selection == Selection::default() {
            Arc::clone(corpus.counts())
        } else {
            Arc::new(facet::count(corpus, &matches))
        };
        let map_set = Rc::new(MapSet::of(corpus, &state.selection, &counts));
        let rows = Rc::new(ListRows::of(corpus, state, &matches));
        Self { matches, counts, map_set, listing: state.listing, rows }
    }

    /// The same set as it is listed now.
    fn listed(mut self, corpus: &Corpus, state: &State) -> Self {
        if self.listing != state.listing {
            self.listing = state.listing;
            self.rows = Rc::new(ListRows::of(corpus, state, &self.matches));
        }
        self
    }

    fn screen(&self, corpus: &Corpus, state: &State) -> Screen {
        screen_of(corpus, state, (&self.matches, &self.counts), &self.map_set, &self.rows)
    }

    /// Kept when nothing narrows.
    fn of_all(&self, state: &State) -> Option<Self> {
        (state.selection == Selection::default()).then(|| self.clone())
    }
}

impl Session {
    /// A session that begins at an address, with a first guess at the size of the map.
    pub fn open(
        base: Shared<Corpus>,
        reader: Rc<Reader>,
        viewport: Option<Viewport>,
        fragment: &str,
    ) -> Self {
        let mut state = State { reader, ..State::new() };
        state.viewport = viewport.unwrap_or_default();
        let arrive = Action::Arrive(fragment.to_owned());
        let corpus = corrected(&base, &corrections::after(&base, &state, &arrive));
        let state = update(&corpus, &state, arrive);
        let shown = Shown::of(&corpus, &state);
        let screen = Shared::new(shown.screen(&corpus, &state));
        let whole = shown.of_all(&state);
        Self { base, corpus, state, screen, n_steps: 0, shown, whole }
    }

    /// The set that the selection leaves.
    pub fn matches(&self) -> &Matches {
        &self.shown.matches
    }

    /// The session after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        self.turn(self.base.clone(), action)
    }

    /// The session after reading has ended.
    pub fn grown(&self, base: Option<Shared<Corpus>>, outcome: Outcome) -> Grown {
        let base = base.unwrap_or_else(|| self.base.clone());
        let session = self.turn(base, Action::Intake(IntakeAction::Ended(outcome.clone())));
        Grown { from: self.state.clone(), outcome, session }
    }

    /// Takes over a grown session; when something happened since it was made, it is made anew.
    #[must_use]
    pub fn become_grown(&self, grown: Grown) -> Self {
        if grown.from == self.state {
            return grown.session;
        }
        self.grown(Some(grown.session.base), grown.outcome).session
    }

    fn turn(&self, base: Shared<Corpus>, action: Action) -> Self {
        let corrections = corrections::after(&base, &self.state, &action);
        let is_same = base == self.base && corrections.list == self.state.corrections.list;
        let corpus = if is_same { self.corpus.clone() } else { corrected(&base, &corrections) };
        let is_arrival = matches!(action, Action::Arrive(_));
        let state = update(&corpus, &self.state, action);
        let is_step = !is_arrival && navigate::after(&self.state, &state) == Navigation::Push;
        let n_steps = self.n_steps + u32::from(is_step);
        let whole = self.whole.clone().filter(|_| is_same);
        let shown = if is_same && state.selection == self.state.selection {
            self.shown.clone()
        } else {
            let is_all = state.selection == Selection::default();
            whole.clone().filter(|_| is_all).unwrap_or_else(|| Shown::of(&corpus, &state))
        };
        let shown = shown.listed(&corpus, &state);
        let whole = shown.of_all(&state).or(whole);
        let Shown { matches, map_set, rows, .. } = &shown;
        let screen = if is_same && state == self.state {
            self.screen.clone()
        } else if is_same && only_the_intake_differs(&self.state, &state) {
            Shared::new(with_new_intake(&state, &self.screen))
        } else if is_same && only_the_list_differs(&self.state, &state) {
            Shared::new(with_new_list(&corpus, &state, &self.screen, matches, rows))
        } else if is_same && only_the_palette_differs(&self.state, &state) {
            Shared::new(with_new_palette(&corpus, &state, &self.screen))
        } else if is_same && only_the_map_differs(&self.state, &state) {
            Shared::new(with_new_map(&corpus, &state, &self.screen, map_set))
        } else {
            Shared::new(shown.screen(&corpus, &state))
        };
        Self { base, corpus, state, screen, n_steps, shown, whole }
    }
}

/// What was read, with corrections.
fn corrected(base: &Shared<Corpus>, corrections: &Corrections) -> Shared<Corpus> {
    if corrections.list.is_empty() {
        base.clone()
    } else {
        Shared::new(base.corrected(&corrections.list))
    }
}

fn only_the_intake_differs(before: &State, after: &State) -> bool {
    *before == State { intake: before.intake.clone(), ..after.clone() }
}

fn only_the_map_differs(before: &State, after: &State) -> bool {
    let State { camera, viewport, hovered, hovered_excerpt, is_drawing, is_list_open, .. } =
        after.clone();
    let moved = State {
        camera,
        viewport,
        hovered,
        hovered_excerpt,
        is_drawing,
        is_list_open,
        ..before.clone()
    };
    moved == *after
}

fn only_the_list_differs(before: &State, after: &State) -> bool {
    let State { rows, widened, .. } = after.clone();
    *after == State { rows, widened, ..before.clone() }
}

fn only_the_palette_differs(before: &State, after: &State) -> bool {
    *before == State { palette: before.palette.clone(), ..after.clone() }
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.n_steps == other.n_steps && self.corpus == other.corpus
    }
}

impl Reducible for Session {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        Rc::new(match change {
            Change::Do(action) => self.after(action),
            Change::Grow(grown) => self.become_grown(*grown),
        })
    }
}
