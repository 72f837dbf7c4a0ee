//! The list of corrections in words, and those that bear on a mark.

use super::why::{FixChoice, described};
use crate::action::Action;
use crate::corrections::{FixAction, to_file};
use crate::state::State;
use crate::wording::why;
use dateline_core::corpus::Corpus;
use dateline_core::corpus::corrections::{Correction, Entity, Names};

/// The panel with the list.
#[derive(Clone, Debug, PartialEq)]
pub struct FixesScreen {
    /// The corrections, in the order in which they were made.
    pub rows: Vec<FixRow>,
    /// Said when there are none.
    pub none: Option<&'static str>,
    /// Takes up what history has put away, if anything.
    pub again: Option<FixChoice>,
    /// All of them as a file.
    pub file: String,
}

/// A correction.
#[derive(Clone, Debug, PartialEq)]
pub struct FixRow {
    /// What it says.
    pub text: String,
    /// Said of one that changes nothing.
    pub note: Option<&'static str>,
    /// Accessible name of the button that takes it back.
    pub undo_label: String,
    /// Takes it back.
    pub undo: Action,
}

pub(super) fn fixes(corpus: &Corpus, state: &State) -> FixesScreen {
    let rows = state.corrections.list.iter().enumerate();
    let rows: Vec<FixRow> = rows.map(|(at, fix)| row(corpus, at, fix)).collect();
    FixesScreen {
        none: rows.is_empty().then_some(why::NO_CORRECTIONS),
        rows,
        again: state.corrections.put_away().map(|list| {
            let label = why::take_again(list.len());
            FixChoice { spoken: label.clone(), label, action: Action::Fix(FixAction::TakeAgain) }
        }),
        file: to_file(&state.corrections),
    }
}

/// The corrections of a mark, and of whom it stands for.
pub(super) fn bearing(
    corpus: &Corpus,
    state: &State,
    names: &Names,
    entity: Option<&Entity>,
) -> Vec<FixRow> {
    let is_of = |of: &Names| {
        let is_here = match (of.at, names.at) {
            (Some(a), Some(b)) => a.overlaps(b),
            _ => of.wording == names.wording,
        };
        of.article == names.article && is_here
    };
    let bears = |fix: &Correction| match fix {
        Correction::Is(of, _) | Correction::Not(of) | Correction::Apart(of, _) => is_of(of),
        Correction::Same(_, to) => entity == Some(to),
        Correction::Name(of, _) => entity == Some(of),
    };
    let all = state.corrections.list.iter().enumerate();
    all.filter(|(_, fix)| bears(fix)).map(|(at, fix)| row(corpus, at, fix)).collect()
}

fn row(corpus: &Corpus, at: usize, fix: &Correction) -> FixRow {
    let text = match fix {
        Correction::Is(of, entity) => {
            why::is(&of.wording, &described(corpus, entity), of.at.is_none())
        }
        Correction::Not(of) => why::not(&of.wording, of.at.is_none()),
        Correction::Apart(of, name) => why::is_apart(&of.wording, name, of.at.is_none()),
        Correction::Same(one, other) => {
            why::same(&described(corpus, one), &described(corpus, other))
        }
        Correction::Name(one, name) => why::named(&described(corpus, one), name),
    };
    FixRow {
        note: (!corpus.fits(at)).then_some(why::FITS_NOTHING),
        undo_label: why::choice(why::UNDO, &text),
        undo: Action::Fix(FixAction::Undo(at)),
        text,
    }
}
