//! When a change of the address is a step of its own, and the door to the address bar.
//!
//! A change of the selection, of the list, of what is open or of the corrections pushes history; a movement of the camera replaces.
//! The bar itself is a trait with an in-memory twin for tests; the page has the real one.

use crate::address;
use crate::state::State;

/// What to do with the address after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Navigation {
    /// Nothing changed.
    Stay,
    /// Replace the address in place.
    Replace,
    /// A new step that "back" undoes.
    Push,
}

/// What the address bar of a browser can do. Fragments begin with `#`.
pub trait AddressBar {
    /// The fragment that is shown.
    fn fragment(&self) -> String;
    /// Makes a new step.
    fn push(&mut self, fragment: &str);
    /// Changes the current step.
    fn replace(&mut self, fragment: &str);
}

/// What an action that led from one state to another does to the address.
pub fn after(before: &State, now: &State) -> Navigation {
    let (was, is) = (address::print(before), address::print(now));
    if was == is {
        Navigation::Stay
    } else if goes_on_typing(before, now)
        || before.selection == now.selection
            && before.open == now.open
            && before.listing == now.listing
            && before.of == now.of
            && before.corrections == now.corrections
    {
        Navigation::Replace
    } else {
        Navigation::Push
    }
}

/// Whether the same search was only written further, or back: one search is one step.
fn goes_on_typing(before: &State, now: &State) -> bool {
    let (was, is) = (&before.selection.words, &now.selection.words);
    let is_same_search = before.selection.has_words()
        && now.selection.has_words()
        && (was.starts_with(is.as_str()) || is.starts_with(was.as_str()));
    let mut selection = now.selection.clone();
    selection.words.clone_from(was);
    is_same_search && *before == State { selection, ..now.clone() }
}

/// An address bar in memory, for tests: all steps and the current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryBar {
    /// Fragments of all steps.
    pub steps: Vec<String>,
    /// Index of the current one.
    pub current: usize,
}

impl MemoryBar {
    /// A bar that shows one fragment.
    pub fn new(fragment: &str) -> Self {
        Self { steps: vec![fragment.to_owned()], current: 0 }
    }

    /// Goes a step back, if there is one, and says what is shown then.
    pub fn back(&mut self) -> &str {
        self.current = self.current.saturating_sub(1);
        self.steps.get(self.current).map_or("", String::as_str)
    }
}

impl AddressBar for MemoryBar {
    fn fragment(&self) -> String {
        self.steps.get(self.current).cloned().unwrap_or_default()
    }

    fn push(&mut self, fragment: &str) {
        self.steps.truncate(self.current + 1);
        self.steps.push(fragment.to_owned());
        self.current = self.steps.len() - 1;
    }

    fn replace(&mut self, fragment: &str) {
        if let Some(step) = self.steps.get_mut(self.current) {
            fragment.clone_into(step);
        }
    }
}
