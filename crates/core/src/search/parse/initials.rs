//! Initials as they are typed: "US" is looked for as "U.S.", too, and "U.S." as "US".
//!
//! In goes what stands between two spaces; out comes the other way to write it, or nothing when it is no row of initials.

use crate::search::query::{Manner, Phrase, Word};

/// More letters than these are no initials.
const MOST: usize = 4;

/// The phrase that the other way to write initials makes.
pub(super) fn other_way(typed: &str) -> Option<Phrase> {
    let (mut together, mut apart) = (String::new(), Vec::new());
    let mut n_points = 0;
    for (i, byte) in typed.bytes().enumerate() {
        match byte {
            b'A'..=b'Z' => {
                let letter = char::from(byte.to_ascii_lowercase());
                together.push(letter);
                apart.push(Word { text: letter.to_string(), is_beginning: false });
            }
            // A point stands behind every letter, or behind none.
            b'.' if i == 2 * n_points + 1 => n_points += 1,
            _ => return None,
        }
    }
    let n = apart.len();
    if !(2..=MOST).contains(&n) || n_points != 0 && n_points + 1 < n {
        return None;
    }
    let whole = || vec![Word { text: together.clone(), is_beginning: false }];
    let words = if n_points == 0 { apart } else { whole() };
    Some(Phrase { words, manner: Manner::Quoted })
}
