//! The base map: coast, borders, first-level divisions, lakes and rivers, ready to be drawn.
//!
//! In go the bytes of `data/basemap/world.pack`, out comes a [`Basemap`]: plain ranges over one
//! array of points that are already projected to the Web Mercator unit square (x to the east from
//! the 180th meridian, y down from 85.0511° north, both 0 to 1), so that a drawer only scales and
//! translates. Every arc, ring, line and country knows its bounds, for culling.
//!
//! Guarantees: no bytes make [`Basemap::decode`] panic; every range and arc reference of a decoded
//! map lies inside its arrays; arcs shared by neighbours are stored once; no segment crosses the
//! 180th meridian.
//!
//! It draws nothing, knows no zoom but the hint of [`Basemap::level_for`], holds no names of waters
//! and no names of countries in the reader's language. `cargo xtask data basemap` makes the pack.

mod decode;
mod encode;
mod wire;

#[cfg(test)]
mod tests;

pub use encode::{
    ArcSource, BasemapSource, CountrySource, DivisionSource, LevelSource, SourceLine, encode,
};
pub use wire::BasemapError;

/// Zoom (256-pixel tiles) from which the fine level is drawn instead of the coarse one.
pub const FINE_FROM_ZOOM: f64 = 3.0;
/// Zoom from which the detail level is drawn where it covers the whole view.
pub const DETAIL_FROM_ZOOM: f64 = 6.0;

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

/// A run of points of a [`Basemap`], counted in points (not in floats). Read it with
/// [`Basemap::points`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointRange {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl PointRange {
    /// How many points the run has.
    pub fn n_points(self) -> u32 {
        self.end.saturating_sub(self.start)
    }
}

/// What an arc separates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArcKind {
    /// Land of one country from water.
    Coast,
    /// Two countries from each other.
    Border,
    /// Nothing: the edge of the map, where a country was cut at the 180th meridian or at 85° south.
    /// Part of the outline to fill, never to be stroked.
    Seam,
}

/// A line between two junctions, stored once however many countries it bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Its points, at least two in a pack of ours.
    pub points: PointRange,
    /// Bounds of all its points.
    pub bounds: UnitBounds,
    /// What it separates.
    pub kind: ArcKind,
    /// A border that the two sides have not agreed on, as far as the data can tell (the list is in
    /// `xtask/src/data/basemap/countries.rs`).
    pub disputed: bool,
}

/// An arc as a ring passes through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcRef {
    /// Index into [`Level::arcs`].
    pub arc_idx: u32,
    /// Whether the ring runs from the arc's last point to its first.
    pub reversed: bool,
}

/// A closed outline; the end of each arc is the start of the next. Holes are rings like others:
/// fill by the even-odd rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// In order.
    pub arcs: Vec<ArcRef>,
    /// Bounds of all its points.
    pub bounds: UnitBounds,
}

/// The two capital letters of ISO 3166-1, or `XK` for Kosovo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// `None` unless both bytes are capital letters.
    pub fn new(letters: [u8; 2]) -> Option<Self> {
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// The two letters.
    pub fn letters(self) -> [u8; 2] {
        self.0
    }

    /// The two letters as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// A country or territory as Natural Earth draws it: by who holds it, not by who claims it.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// `None` where ISO 3166 has no code (Northern Cyprus, Somaliland, Siachen Glacier).
    pub code: Option<CountryCode>,
    /// Natural Earth's short English name.
    pub name: String,
    /// Outlines and holes.
    pub rings: Vec<Ring>,
    /// Bounds of all its points.
    pub bounds: UnitBounds,
    /// The point of the largest ring that is furthest from any border: x, y.
    pub label: [f32; 2],
    /// Area on the sphere, rounded, for ranking labels.
    pub area_km2: u32,
}

/// The world's countries at one degree of detail.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Where the level is complete and true to scale; outside it is missing or simplified.
    pub extent: UnitBounds,
    /// What the rings are made of, and what to stroke.
    pub arcs: Vec<Arc>,
    /// By name.
    pub countries: Vec<Country>,
}

/// A border between two first-level divisions of one country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Division {
    /// The country on both sides.
    pub country: CountryCode,
    /// Its points, at least two in a pack of ours.
    pub points: PointRange,
    /// Bounds of all its points.
    pub bounds: UnitBounds,
}

/// A lake: its shore and those of its islands; fill by the even-odd rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Lake {
    /// The outer shore first; the last point of each joins the first.
    pub rings: Vec<PointRange>,
    /// Bounds of all its points.
    pub bounds: UnitBounds,
}

/// A stretch of a river.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct River {
    /// Its points, at least two in a pack of ours.
    pub points: PointRange,
    /// Bounds of all its points.
    pub bounds: UnitBounds,
}

/// The whole base map.
#[derive(Clone, Debug, PartialEq)]
pub struct Basemap {
    coordinates: Vec<f32>,
    /// The world in a few strokes (Natural Earth 1:110m).
    pub coarse: Level,
    /// The world (Natural Earth 1:50m).
    pub fine: Level,
    /// The Levant and its neighbours (Natural Earth 1:10m); simplified outside its extent.
    pub detail: Level,
    /// Interior lines only: the outlines are the countries' borders.
    pub divisions: Vec<Division>,
    /// Over 1:50m's threshold.
    pub lakes: Vec<Lake>,
    /// At 1:50m, in stretches.
    pub rivers: Vec<River>,
}

impl Basemap {
    /// Reads a pack.
    ///
    /// # Errors
    /// When the bytes are not a pack of this version, are damaged, or refer outside themselves.
    pub fn decode(bytes: &[u8]) -> Result<Self, BasemapError> {
        decode::decode(bytes)
    }

    /// The coordinates of a run, flat: x, y, x, y ….
    pub fn points(&self, range: PointRange) -> &[f32] {
        let start = (range.start as usize).saturating_mul(2);
        let end = (range.end as usize).saturating_mul(2);
        self.coordinates.get(start..end).unwrap_or_default()
    }

    /// The points of a ring in order, x and y, each junction once; the last point joins the first.
    pub fn ring_points<'a>(
        &'a self,
        level: &'a Level,
        ring: &'a Ring,
    ) -> impl Iterator<Item = [f32; 2]> + 'a {
        ring.arcs.iter().flat_map(move |arc_ref| {
            let points = level
                .arcs
                .get(arc_ref.arc_idx as usize)
                .map_or(&[] as &[f32], |arc| self.points(arc.points));
            let n = points.len() / 2;
            (0..n.saturating_sub(1)).filter_map(move |i| {
                let at = if arc_ref.reversed { n - 1 - i } else { i };
                Some([*points.get(2 * at)?, *points.get(2 * at + 1)?])
            })
        })
    }

    /// The level to draw at a zoom (256-pixel tiles): the detail level only where it covers the view.
    pub fn level_for(&self, zoom: f64, view: &UnitBounds) -> &Level {
        if zoom < FINE_FROM_ZOOM {
            &self.coarse
        } else if zoom >= DETAIL_FROM_ZOOM && self.detail.extent.encloses(view) {
            &self.detail
        } else {
            &self.fine
        }
    }

    /// The country at a point of the unit square, from the detail level inside its extent and from
    /// the fine level elsewhere. `None` at sea.
    pub fn country_at(&self, x: f32, y: f32) -> Option<&Country> {
        let level = if self.detail.extent.contains(x, y) { &self.detail } else { &self.fine };
        level.countries.iter().find(|country| {
            country.bounds.contains(x, y)
                && country.rings.iter().filter(|ring| self.ring_holds(level, ring, x, y)).count()
                    % 2
                    == 1
        })
    }

    /// Even-odd test: how often a ray from the point to the west crosses the ring.
    fn ring_holds(&self, level: &Level, ring: &Ring, x: f32, y: f32) -> bool {
        if !ring.bounds.contains(x, y) {
            return false;
        }
        let mut holds = false;
        for arc in ring.arcs.iter().filter_map(|r| level.arcs.get(r.arc_idx as usize)) {
            // The direction of an arc does not change what it crosses.
            for window in self.points(arc.points).windows(4).step_by(2) {
                if let [ax, ay, bx, by] = *window
                    && (ay > y) != (by > y)
                    && f64::from(x)
                        > f64::from(ax)
                            + (f64::from(y) - f64::from(ay)) / (f64::from(by) - f64::from(ay))
                                * (f64::from(bx) - f64::from(ax))
                {
                    holds = !holds;
                }
            }
        }
        holds
    }
}
