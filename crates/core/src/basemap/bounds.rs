//! A rectangle of the Web Mercator unit square, for telling early what lies outside of a view.
//!
//! In go points and other rectangles, out come rectangles and answers. It knows nothing of screens.

/// A rectangle in the Web Mercator unit square; `min` is the north-west corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitBounds {
    /// West.
    pub min_x: f32,
    /// North.
    pub min_y: f32,
    /// East.
    pub max_x: f32,
    /// South.
    pub max_y: f32,
}

impl UnitBounds {
    /// Bounds of nothing: they contain no point and touch no other bounds.
    pub const EMPTY: Self = Self {
        min_x: f32::INFINITY,
        min_y: f32::INFINITY,
        max_x: f32::NEG_INFINITY,
        max_y: f32::NEG_INFINITY,
    };

    /// The smallest bounds that hold all points of a flat list x, y, x, y ….
    pub fn of(points: &[f32]) -> Self {
        let mut bounds = Self::EMPTY;
        for pair in points.chunks_exact(2) {
            if let [x, y] = pair {
                bounds.include(*x, *y);
            }
        }
        bounds
    }

    /// Grows to hold a point.
    pub fn include(&mut self, x: f32, y: f32) {
        self.min_x = self.min_x.min(x);
        self.min_y = self.min_y.min(y);
        self.max_x = self.max_x.max(x);
        self.max_y = self.max_y.max(y);
    }

    /// The smallest bounds that hold both.
    pub fn union(self, other: Self) -> Self {
        Self {
            min_x: self.min_x.min(other.min_x),
            min_y: self.min_y.min(other.min_y),
            max_x: self.max_x.max(other.max_x),
            max_y: self.max_y.max(other.max_y),
        }
    }

    /// Whether a point lies inside or on the edge.
    pub fn contains(&self, x: f32, y: f32) -> bool {
        x >= self.min_x && x <= self.max_x && y >= self.min_y && y <= self.max_y
    }

    /// Whether the other bounds lie wholly inside.
    pub fn encloses(&self, other: &Self) -> bool {
        other.min_x >= self.min_x
            && other.max_x <= self.max_x
            && other.min_y >= self.min_y
            && other.max_y <= self.max_y
    }

    /// Whether the two share a point.
    pub fn intersects(&self, other: &Self) -> bool {
        self.min_x <= other.max_x
            && other.min_x <= self.max_x
            && self.min_y <= other.max_y
            && other.min_y <= self.max_y
    }
}
