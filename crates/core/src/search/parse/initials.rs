//! Initials as they are typed: "US" is looked for as "U.S.", too, and "U.S." as "US".
//!
//! In goes what stands between two spaces; out comes the other way to write it, or nothing when it is no row of initials.

use crate::search::query::{Manner, Phrase, Word};

/// More letters than these are no initials.
const MOST: usize = 4;

/// The phrase that the other way to write initials makes.
pub(super) fn other_way(typed: &str) -> Option<Phrase> {
    let letters = || typed.chars().filter(|c| *c != '.');
    let are_initials = letters().all(|c| c.is_ascii_uppercase());
    if !are_initials || !(2..=MOST).contains(&letters().count()) {
        return None;
    }
    let with_points: String = letters().flat_map(|c| [c, '.']).collect();
    let word = |text: String| Word { text: text.to_ascii_lowercase(), is_beginning: false };
    let words = if !typed.contains('.') {
        letters().map(|c| word(c.to_string())).collect()
    } else if with_points.trim_end_matches('.') == typed.trim_end_matches('.') {
        vec![word(letters().collect())]
    } else {
        return None;
    };
    Some(Phrase { words, manner: Manner::Quoted })
}
