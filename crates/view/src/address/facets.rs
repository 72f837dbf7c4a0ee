//! The facets of an address: `key=id` for a value that is wanted, `key=-id` for one that is not, `key-all=1` when all wanted values must be there.
//!
//! No id begins with a hyphen. Which keys there are, and in which order, is told by `FacetKey::ALL`.

use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, FacetKey, Selection};

/// Keys and values of all that is chosen.
pub(super) fn print(selection: &Selection) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    for key in FacetKey::ALL {
        let chosen = selection.chosen(key);
        let wanted = chosen.included().iter().cloned();
        let unwanted = chosen.excluded().iter().map(|id| format!("-{id}"));
        pairs.extend(wanted.chain(unwanted).map(|value| (key.as_str(), value)));
        if chosen.is_all() {
            pairs.push((key.all_of(), "1".to_owned()));
        }
    }
    pairs
}

/// Reads a value of a facet; whether the corpus holds it.
pub(super) fn read(key: &str, value: &str, corpus: &Corpus, selection: &mut Selection) -> bool {
    let Some(key) = FacetKey::from_address(key) else { return false };
    let (id, is_wanted) = value.strip_prefix('-').map_or((value, true), |id| (id, false));
    // One range has one id, however it was told.
    let range = facet::range_of(id).filter(|_| key == FacetKey::On).map(facet::range_id);
    let id = range.as_deref().unwrap_or(id);
    let is_held = !facet::numbers(corpus, key, id).is_empty();
    if is_held && is_wanted {
        selection.include(key, id);
    } else if is_held {
        selection.exclude(key, id);
    }
    is_held
}

/// Whether a key asks for all wanted values of a facet.
pub(super) fn asks_for_all(key: &str) -> bool {
    FacetKey::ALL.into_iter().any(|facet| facet.all_of() == key)
}

/// Reads that all wanted values of a facet must be there; whether it wants any.
pub(super) fn read_all(key: &str, value: &str, selection: &mut Selection) -> bool {
    let key = FacetKey::ALL.into_iter().find(|facet| facet.all_of() == key);
    let key = key.filter(|key| value == "1" && !selection.included(*key).is_empty());
    key.is_some_and(|key| {
        selection.set_all(key, true);
        selection.chosen(key).is_all()
    })
}
