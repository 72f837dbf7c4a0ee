//! Keys that do something wherever the keyboard is, and what they do: for the page's ear; `wording::keys` has the same keys with their words for the reader.
//!
//! Keys of the map and of lists belong to these and are told beside them.

use crate::action::Action;
use crate::intake::IntakeAction;
use crate::screen::Screen;
use crate::wording::keys;

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

/// What the palette offers, by name.
pub(crate) fn commands() -> [(&'static str, Action); 11] {
    [
        (keys::CLEAR, Action::ClearAll),
        (keys::FIT_SELECTION, Action::FitSelection),
        (keys::FIT_ALL, Action::ShowAll),
        (keys::GO_HOME, Action::GoHome),
        (keys::NARROW_TO_VIEW, Action::NarrowToView),
        (keys::DRAW, Action::Draw(true)),
        (keys::LIST_PLACES, Action::ListPlaces(true)),
        (keys::SAVE, Action::ShowSave(true)),
        (keys::ADD, Action::Intake(IntakeAction::Ask("".into()))),
        (keys::ABOUT, Action::ShowAbout(true)),
        (keys::HEADING, Action::ShowKeys(true)),
    ]
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
        for (key, _) in keys::SHORTCUTS {
            assert!(action(&screen, key).is_some(), "{key}");
        }
        assert_eq!(action(&screen, 'z'), None);
    }

    #[test]
    fn keys_can_be_switched_off_but_for_the_list() {
        let state = State { are_keys_off: true, ..State::new() };
        let screen = crate::screen::screen(&Corpus::new(CorpusData::default()), &state);
        for (key, _) in keys::SHORTCUTS {
            assert_eq!(action(&screen, key).is_some(), key == '?');
        }
    }
}
