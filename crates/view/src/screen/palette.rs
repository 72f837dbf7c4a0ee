//! The palette: what was typed, and what it finds among commands, places, people and organisations.
//!
//! Commands come first, then names by how many articles hold them; whatever holds what was typed is found, and what begins with it before the rest.

use super::facets::value_label;
use crate::action::Action;
use crate::shortcuts;
use crate::state::State;
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey};
use dateline_core::order;
use dateline_core::text::fold::fold;

/// So many rows are offered.
const MOST_ROWS: usize = 12;

/// The facets whose values are offered.
const OFFERED: [FacetKey; 4] =
    [FacetKey::Place, FacetKey::Person, FacetKey::Organisation, FacetKey::Outlet];

/// The palette.
#[derive(Clone, Debug, PartialEq)]
pub struct PaletteScreen {
    /// What was typed.
    pub text: String,
    /// What it finds.
    pub rows: Vec<PaletteRow>,
    /// What to say when it finds nothing.
    pub empty: Option<String>,
}

/// One thing that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct PaletteRow {
    /// "Qamishli".
    pub label: String,
    /// "Places, 5 articles"; empty for a command.
    pub hint: String,
    /// What choosing it does.
    pub action: Action,
}

pub(super) fn palette(corpus: &Corpus, state: &State) -> Option<PaletteScreen> {
    let text = state.palette.clone()?;
    let sought = fold(&text);
    // 0 for what begins with it, 1 for what holds it at the beginning of a word, 2 elsewhere.
    let rank = |name: &str| {
        let name = fold(name);
        let at = name.find(&sought)?;
        Some(if at == 0 { 0 } else { 2 - usize::from(name.get(..at)?.ends_with(' ')) })
    };
    let mut found: Vec<(usize, usize, usize, PaletteRow)> = Vec::new();
    for (label, action) in shortcuts::commands() {
        if let Some(rank) = rank(label) {
            let row = PaletteRow { label: label.to_owned(), hint: String::new(), action };
            found.push((usize::from(sought.is_empty()), rank, 0, row));
        }
    }
    if !sought.is_empty() {
        for key in OFFERED {
            for count in corpus.counts().of(key) {
                let label = value_label(corpus, key, count.value);
                let Some(rank) = rank(&label) else { continue };
                let id = facet::id(corpus, key, count.value).to_owned();
                let hint = wording::facets::listed(wording::facets::label(key), count.n_articles);
                let row = PaletteRow { label, hint, action: Action::ToggleValue(key, id) };
                found.push((0, rank, usize::MAX - count.n_articles, row));
            }
        }
    }
    order::sort_by(&mut found, |a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    let is_search = sought.chars().any(char::is_alphanumeric);
    let mut rows: Vec<PaletteRow> =
        found.into_iter().take(MOST_ROWS).map(|(.., row)| row).collect();
    if is_search {
        let label = wording::keys::search(&text);
        rows.push(PaletteRow {
            label,
            hint: String::new(),
            action: Action::SetWords(text.clone()),
        });
    }
    let empty = rows.is_empty().then(|| wording::keys::NOTHING.to_owned());
    Some(PaletteScreen { text, rows, empty })
}
