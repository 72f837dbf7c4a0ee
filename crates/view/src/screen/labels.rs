//! Labels that collide with nothing.
//!
//! Boxes are taken in the order of their importance: what comes later must find room or stays without a label.
//! The width of a text is estimated from its letters, a little too wide rather than too narrow.

use super::Side;
use dateline_core::order::within;

/// A box in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Box2 {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Box2 {
    /// A box around a middle.
    pub(super) fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Self {
        Self {
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn within(&self, width: f64, height: f64) -> bool {
        self.left >= 2.0
            && self.top >= 2.0
            && self.right <= width - 2.0
            && self.bottom <= height - 2.0
    }
}

/// The widest of the usual fonts for screens (DejaVu) needs so much more than is estimated for its semi-bold.
const WIDEST_FONT: f64 = 1.08;

/// Side of a cell in which boxes are looked for, in CSS pixels.
const CELL: f64 = 64.0;

/// What is taken of the map already.
pub(super) struct Room {
    width: f64,
    height: f64,
    /// Whether nothing may reach over the edge.
    is_closed: bool,
    n_columns: usize,
    /// Row by row, the boxes that reach into each cell.
    cells: Vec<Vec<Box2>>,
}

impl Room {
    pub(super) fn new(width: f64, height: f64) -> Self {
        // A map is never larger than this; what is no number has no cells.
        let n = |size: f64| (within(size, 0.0, 20_000.0) / CELL) as usize + 1;
        let (n_columns, n_rows) = (n(width), n(height));
        let cells = vec![Vec::new(); n_columns * n_rows];
        Self { width, height, is_closed: true, n_columns, cells }
    }

    /// A part of a larger map: labels may reach over its edge.
    pub(super) fn open(width: f64, height: f64) -> Self {
        Self { is_closed: false, ..Self::new(width, height) }
    }

    /// Takes a box without asking.
    pub(super) fn take(&mut self, area: Box2) {
        for cell in self.cells_of(area) {
            if let Some(cell) = self.cells.get_mut(cell) {
                cell.push(area);
            }
        }
    }

    /// Takes a box if nothing stands there and it lies within the map.
    pub(super) fn try_take(&mut self, area: Box2) -> bool {
        self.try_take_beside(area, None)
    }

    /// The same, where one box already taken (the label's own marker) does not count.
    pub(super) fn try_take_beside(&mut self, area: Box2, own: Option<Box2>) -> bool {
        let is_inside = !self.is_closed || area.within(self.width, self.height);
        let free = is_inside && self.is_free(area, own);
        if free {
            self.take(area);
        }
        free
    }

    /// Whether nothing stands there but what does not count.
    pub(super) fn is_free(&self, area: Box2, own: Option<Box2>) -> bool {
        self.cells_of(area).all(|cell| {
            let taken = self.cells.get(cell).map(Vec::as_slice).unwrap_or_default();
            !taken.iter().any(|t| t.overlaps(&area) && Some(*t) != own)
        })
    }

    /// Gives a box back that was taken.
    pub(super) fn give_back(&mut self, area: Box2) {
        for cell in self.cells_of(area) {
            if let Some(cell) = self.cells.get_mut(cell) {
                cell.retain(|taken| *taken != area);
            }
        }
    }

    /// The cells that a box reaches into; those of the edge for what lies beyond.
    fn cells_of(&self, area: Box2) -> impl Iterator<Item = usize> + use<> {
        let n_columns = self.n_columns;
        let n_rows = self.cells.len() / n_columns.max(1);
        let at =
            |pixels: f64, n: usize| ((pixels.max(0.0) / CELL) as usize).min(n.saturating_sub(1));
        let columns = at(area.left, n_columns)..=at(area.right, n_columns);
        let rows = at(area.top, n_rows)..=at(area.bottom, n_rows);
        rows.flat_map(move |row| columns.clone().map(move |column| row * n_columns + column))
    }

    /// The first side of a marker on which its label finds room.
    pub(super) fn place_label(&mut self, label: &Label<'_>) -> Option<Side> {
        Side::AROUND.into_iter().find(|&side| self.try_label(label, side))
    }

    /// Takes the room of a label on one side of its marker, if it is free.
    pub(super) fn try_label(&mut self, label: &Label<'_>, side: Side) -> bool {
        let Label { text, size, at: (x, y), radius, own } = *label;
        let (w, h) = (text_width(text, size) * WIDEST_FONT, size * 1.25);
        let gap = radius + 5.0;
        let (cx, cy) = match side {
            Side::Right => (x + gap + w / 2.0, y),
            Side::Left => (x - gap - w / 2.0, y),
            Side::Below => (x, y + gap + h / 2.0),
            Side::Above => (x, y - gap - h / 2.0),
            Side::RightUp => (x + gap + w / 2.0, y - h / 2.0),
            Side::RightDown => (x + gap + w / 2.0, y + h / 2.0),
            Side::LeftUp => (x - gap - w / 2.0, y - h / 2.0),
            Side::LeftDown => (x - gap - w / 2.0, y + h / 2.0),
            Side::Centre => (x, y),
        };
        self.try_take_beside(Box2::around(cx, cy, w / 2.0, h / 2.0), Some(own))
    }
}

/// A label beside a marker.
pub(super) struct Label<'a> {
    pub(super) text: &'a str,
    /// Of its letters, in CSS pixels.
    pub(super) size: f64,
    /// The middle of its marker.
    pub(super) at: (f64, f64),
    /// That of its marker.
    pub(super) radius: f64,
    /// What its marker has taken already.
    pub(super) own: Box2,
}

impl Side {
    /// In the order in which they are tried.
    const AROUND: [Self; 8] = [
        Self::Right,
        Self::Left,
        Self::Below,
        Self::Above,
        Self::RightUp,
        Self::RightDown,
        Self::LeftUp,
        Self::LeftDown,
    ];
}

/// Width of a text in CSS pixels, for a semi-bold sans serif of this size, a little too wide for most fonts.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    let em: f64 = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | '|' | '!' | ' ' => 0.34,
            'f' | 't' | 'r' | '-' | '(' | ')' => 0.44,
            'm' | 'w' | 'M' | 'W' => 0.95,
            c if c.is_uppercase() => 0.74,
            _ => 0.63,
        })
        .sum();
    em * size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_give_way() {
        let mut room = Room::new(300.0, 100.0);
        let own = Box2::around(150.0, 50.0, 6.0, 6.0);
        room.take(own);
        let label = Label { text: "Tartous", size: 13.0, at: (150.0, 50.0), radius: 6.0, own };
        let mut side = || room.place_label(&label);
        for expected in [Side::Right, Side::Left, Side::Below, Side::Above] {
            assert_eq!(side(), Some(expected));
        }
        assert_eq!(side(), None);
    }

    #[test]
    fn no_label_is_cut_at_the_edge() {
        let mut room = Room::new(200.0, 100.0);
        let own = Box2::around(190.0, 50.0, 6.0, 6.0);
        let label = Label { text: "Qamishli", size: 13.0, at: (190.0, 50.0), radius: 6.0, own };
        assert_eq!(room.place_label(&label), Some(Side::Left));
    }
}
