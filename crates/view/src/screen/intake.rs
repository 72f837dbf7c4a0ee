//! Articles that are being added, as plain data: the dialog, the overlay for dropping, the progress.

use crate::intake::{ACCEPTED, Progress};
use crate::state::State;
use crate::wording;
use std::rc::Rc;

/// What is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeScreen {
    /// The open dialog.
    pub ask: Option<AskScreen>,
    /// What the overlay says while files are held over the page.
    pub drop: Option<String>,
    /// The reading.
    pub progress: Option<ProgressScreen>,
}

/// The dialog that asks for files or text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskScreen {
    /// The text that stands in it at first.
    pub text: Rc<str>,
    /// Kinds of file that can be chosen.
    pub accepted: &'static str,
}

/// How far the reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressScreen {
    /// "Reading 12 of 40 articles…".
    pub text: String,
    /// Articles that were read.
    pub value: usize,
    /// All of them, as far as is known; at least one.
    pub max: usize,
}

pub(super) fn intake(state: &State) -> IntakeScreen {
    let intake = &state.intake;
    IntakeScreen {
        ask: intake
            .asking
            .as_ref()
            .map(|text| AskScreen { text: Rc::clone(text), accepted: ACCEPTED }),
        drop: intake.is_dragging.then(|| wording::intake::DROP_HERE.to_owned()),
        progress: intake.progress.map(|Progress { n_done, n_known }| ProgressScreen {
            text: wording::intake::progress(n_done, n_known),
            value: n_done,
            max: n_known.max(1),
        }),
    }
}
