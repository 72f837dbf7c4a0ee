//! Keys that do something wherever the keyboard is, and what they do: one table for the page's ear and for the list that the reader sees.
//!
//! Keys of the map and of lists belong to these and are told beside them.

use crate::action::Action;
use crate::screen::Screen;
use crate::state::Tab;

/// A key with what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The letter or sign, small.
    pub key: char,
    /// What it does, in words.
    pub label: &'static str,
}

/// The keys that stand for themselves; the reader can switch them off.
pub const SHORTCUTS: [Shortcut; 8] = [
    Shortcut { key: '?', label: "Show or hide these keys" },
    Shortcut { key: 'h', label: "Map: back to the first view" },
    Shortcut { key: 'f', label: "Map: fit what is selected" },
    Shortcut { key: 'a', label: "Map: fit all places" },
    Shortcut { key: 'v', label: "Map: narrow to what it shows" },
    Shortcut { key: 'l', label: "List the places" },
    Shortcut { key: 'r', label: "Clear the selection" },
    Shortcut { key: 'i', label: "About these pages and how they were made" },
];

/// What a key does on a screen; nothing for another key, or when there is nothing to do.
pub fn action(screen: &Screen, key: char) -> Option<Action> {
    if !screen.keys.is_on && key != '?' {
        return None;
    }
    Some(match key {
        '?' => Action::ShowKeys(screen.keys.rows.is_empty()),
        'h' => Action::GoHome,
        'f' => Action::FitSelection,
        'a' => Action::ShowAll,
        'v' => Action::NarrowToView,
        'l' => Action::ListPlaces(screen.map.places.list.is_none()),
        'r' if screen.says.is_narrowed => Action::ClearAll,
        'i' => Action::ShowAbout(screen.about.is_none()),
        _ => return None,
    })
}

/// What else the palette offers, by name.
pub(crate) fn commands(screen_tab: Tab) -> Vec<(&'static str, Action)> {
    let mut all = vec![
        ("Clear the selection", Action::ClearAll),
        ("Fit the map to what is selected", Action::FitSelection),
        ("Fit the map to all places", Action::ShowAll),
        ("Back to the first view of the map", Action::GoHome),
        ("Narrow to what the map shows", Action::NarrowToView),
        ("Draw an area on the map", Action::Draw(true)),
        ("List the places", Action::ListPlaces(true)),
        ("Save the map", Action::ShowSave(true)),
        ("Add articles", Action::Intake(crate::intake::IntakeAction::Ask("".into()))),
        ("About this page", Action::ShowAbout(true)),
        ("Keys", Action::ShowKeys(true)),
    ];
    if screen_tab != Tab::Time {
        all.push(("Show the timeline", Action::ShowTab(Tab::Time)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;
    use dateline_core::corpus::{Corpus, CorpusData};

    #[test]
    fn every_key_of_the_list_does_something() {
        let corpus = Corpus::new(CorpusData::default());
        let narrowed =
            State { selection: dateline_core::facet::Selection::searching("word"), ..State::new() };
        let screen = crate::screen::screen(&corpus, &narrowed);
        for shortcut in SHORTCUTS {
            assert!(action(&screen, shortcut.key).is_some(), "{}", shortcut.key);
        }
        assert_eq!(action(&screen, 'z'), None);
    }

    #[test]
    fn keys_can_be_switched_off_but_for_the_list() {
        let state = State { are_keys_off: true, ..State::new() };
        let screen = crate::screen::screen(&Corpus::new(CorpusData::default()), &state);
        for shortcut in SHORTCUTS {
            assert_eq!(action(&screen, shortcut.key).is_some(), shortcut.key == '?');
        }
    }
}
