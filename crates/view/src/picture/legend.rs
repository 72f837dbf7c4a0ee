//! The legend of a picture: what size, ring and pale dot mean, as far as the picture shows them.

use super::colours::Colours;
use super::markers::{dot, ghost, unsure_dot};
use super::node::Node;
use super::text::{Anchor, line};
use crate::screen::{MapScreen, Marker, MarkerShape, text_width};
use crate::wording::{self, chrome, picture};

/// Size of the words.
const SIZE: f64 = 11.5;
/// Height of a row.
const ROW: f64 = 22.0;
/// From the end of one entry to the beginning of the next.
const GAP: f64 = 22.0;

enum Sign {
    Dot { radius: f64, is_ring: bool, is_selected: bool },
    Unsure { radius: f64 },
    Ghost,
}

struct Entry {
    sign: Sign,
    words: String,
}

/// Draws the legend from a corner on, no wider than allowed; says how high it is.
pub(super) fn legend(
    map: &MapScreen,
    left: f64,
    top: f64,
    width: f64,
    colours: &Colours,
) -> (Vec<Node>, f64) {
    let mut nodes = Vec::new();
    let (mut x, mut n_rows) = (left, 0.0);
    for entry in entries(map) {
        let reach = match entry.sign {
            Sign::Dot { radius, .. } | Sign::Unsure { radius } => radius,
            Sign::Ghost => 3.5,
        };
        let entry_width = 2.0 * reach + 7.0 + text_width(&entry.words, SIZE);
        if n_rows == 0.0 {
            n_rows = 1.0;
        } else if x + entry_width > left + width {
            (x, n_rows) = (left, n_rows + 1.0);
        }
        let y = top + (n_rows - 0.5) * ROW;
        nodes.push(match entry.sign {
            Sign::Dot { radius, is_ring, is_selected } => {
                dot(x + reach, y, radius, is_ring, is_selected, colours)
            }
            Sign::Unsure { radius } => unsure_dot(x + reach, y, radius, colours),
            Sign::Ghost => ghost(x + reach, y, colours),
        });
        let words_at = x + 2.0 * reach + 7.0;
        nodes.push(line(words_at, y + 4.0, &entry.words, SIZE, Anchor::Left, &colours.soft));
        x += entry_width + GAP;
    }
    (nodes, n_rows * ROW)
}

/// What the picture shows, and nothing else.
fn entries(map: &MapScreen) -> Vec<Entry> {
    let spots: Vec<&Marker> =
        map.markers.iter().filter(|marker| marker.shape != MarkerShape::Area).collect();
    let by_size = |marker: &&&Marker| marker.n_articles;
    let mut entries = Vec::new();
    let sized = |marker: &Marker| Entry {
        sign: Sign::Dot { radius: marker.radius, is_ring: false, is_selected: false },
        words: wording::articles(marker.n_articles),
    };
    if let (Some(least), Some(most)) =
        (spots.iter().min_by_key(by_size), spots.iter().max_by_key(by_size))
    {
        entries.push(sized(least));
        if most.n_articles > least.n_articles {
            entries.push(sized(most));
        }
    }
    let of_sign = |is_ring, is_selected, words: &str| Entry {
        sign: Sign::Dot { radius: 5.5, is_ring, is_selected },
        words: words.to_owned(),
    };
    if spots.iter().any(|marker| marker.shape == MarkerShape::Ring) {
        entries.push(of_sign(true, false, chrome::LEGEND_RING));
    }
    if spots.iter().any(|marker| marker.is_unsure) {
        entries.push(Entry {
            sign: Sign::Unsure { radius: 5.5 },
            words: chrome::LEGEND_UNSURE.to_owned(),
        });
    }
    if !map.ghosts.is_empty() {
        entries.push(Entry { sign: Sign::Ghost, words: picture::LEFT_OUT.to_owned() });
    }
    entries
}
