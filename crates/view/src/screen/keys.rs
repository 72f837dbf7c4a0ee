//! The list of keys, and whether those that stand for themselves are on.

use crate::state::State;
use crate::wording::keys;

/// The list.
#[derive(Clone, Debug, PartialEq)]
pub struct KeysScreen {
    /// Keys and what they do; empty while the list is closed.
    pub rows: Vec<(String, &'static str)>,
    /// Whether the keys that stand for themselves are on.
    pub is_on: bool,
}

pub(super) fn keys(state: &State) -> KeysScreen {
    let own = keys::SHORTCUTS.iter().map(|(key, does)| (key.to_string(), *does));
    let others = keys::OTHERS.iter().map(|(key, does)| ((*key).to_owned(), *does));
    let rows = if state.is_keys_open { own.chain(others).collect() } else { Vec::new() };
    KeysScreen { rows, is_on: !state.are_keys_off }
}
