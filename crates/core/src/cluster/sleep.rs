//! Down to which zoom a spot has nothing near it.
//!
//! Whatever stands for a cluster stands on one of its spots, so that a spot which no other reaches at a zoom is reached by nothing there.
//! Spots go in, in the rows of the first zoom; out come those that wake at each zoom: at deeper ones they sleep, which changes nothing but the time.

use super::MAX_ZOOM;
use super::rows::{Live, ROW, Rows, into_rows, pair, skip};

/// A spot with more others around it than this never sleeps, because finding the nearest would take longer than it spares.
const PATIENCE: u32 = 10;

/// The spots that wake at each zoom, in its rows.
pub(super) fn waking(live: &[Live], rows: Rows) -> Vec<Vec<Live>> {
    let squares: Vec<u64> = (rows.first..=MAX_ZOOM).map(|z| rows.reach_at(z).pow(2)).collect();
    let near_enough = squares.last().copied().unwrap_or_default();
    let reach = rows.reach_at(rows.first);
    let mut waking: Vec<Vec<Live>> = vec![Vec::new(); usize::from(MAX_ZOOM) + 1];
    let (mut above, mut below) = (0, 0);
    for (i, node) in live.iter().enumerate() {
        let x = u64::from(node.x());
        // Over the 180th meridian nobody looks.
        let is_inside = x >= reach && x + reach < ROW;
        let square = if is_inside { u64::MAX } else { 0 };
        let mut nearest = Nearest { node: *node, square, near_enough, patience: PATIENCE };
        let (west, east) = (node.key.saturating_sub(reach), node.key + reach);
        above = skip(live, above, west.saturating_sub(ROW));
        below = skip(live, below.max(i), west + ROW);
        nearest.look(live[..i].iter().rev(), |l| l.key >= west);
        nearest.look(live[i + 1..].iter(), |l| l.key <= east);
        nearest.look(live[above..i].iter(), |l| l.key + ROW <= east);
        nearest.look(live[below..].iter(), |l| l.key <= east + ROW);
        let n_deeper = squares.iter().filter(|s| nearest.square <= **s).count();
        let zoom = (usize::from(rows.first) + n_deeper).saturating_sub(1);
        waking[zoom].push(*node);
    }
    for (zoom, spots) in (0..).zip(&mut waking) {
        if zoom >= rows.first {
            into_rows(spots, |y| rows.row(y, zoom));
        } else if !spots.is_empty() {
            let mut paired = Vec::with_capacity(spots.len());
            pair(spots, &mut paired);
            *spots = paired;
        }
    }
    waking
}

/// How near the nearest of those is that were looked at.
struct Nearest {
    node: Live,
    /// The square of the distance; 0 if it may be anything.
    square: u64,
    /// Whether it is nearer than this does not matter.
    near_enough: u64,
    /// How many may be looked at still.
    patience: u32,
}

impl Nearest {
    #[inline]
    fn look<'a>(
        &mut self,
        others: impl Iterator<Item = &'a Live>,
        is_near: impl Fn(&Live) -> bool,
    ) {
        if self.square <= self.near_enough {
            return;
        }
        for other in others.take_while(|l| is_near(l)) {
            self.square = self.square.min(self.node.square_to(other.x(), other.y));
            self.patience -= 1;
            if self.patience == 0 {
                self.square = 0;
            }
            if self.square <= self.near_enough {
                return;
            }
        }
    }
}
