//! What a base map consists of: arcs, rings, countries, lines of divisions, and waters, as plain
//! ranges over arrays of points.
//!
//! In go decoded parts (`decode`, `detail`), out come points and the country at a point. It draws
//! nothing and chooses no level.

use super::UnitBounds;

/// A run of points of a [`Level`] or of [`Waters`], counted in points (not in floats). Read it with
/// their `points`.
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Level {
    pub(super) coordinates: Vec<f32>,
    /// What the rings are made of, and what to stroke.
    pub arcs: Vec<Arc>,
    /// By name.
    pub countries: Vec<Country>,
    /// Interior lines only: the outlines are the countries' borders.
    pub divisions: Vec<Division>,
}

/// A border between two divisions of one country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Division {
    /// The country on both sides.
    pub country: CountryCode,
    /// Whether it parts divisions of the second level and not of the first.
    pub is_minor: bool,
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

/// Lakes and rivers, the same ones at every zoom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waters {
    pub(super) coordinates: Vec<f32>,
    /// Over 1:50m's threshold.
    pub lakes: Vec<Lake>,
    /// At 1:50m, in stretches.
    pub rivers: Vec<River>,
}

impl Waters {
    /// The coordinates of a run, flat: x, y, x, y ….
    pub fn points(&self, range: PointRange) -> &[f32] {
        run_of(&self.coordinates, range)
    }
}

fn run_of(coordinates: &[f32], range: PointRange) -> &[f32] {
    let start = (range.start as usize).saturating_mul(2);
    let end = (range.end as usize).saturating_mul(2);
    coordinates.get(start..end).unwrap_or_default()
}

impl Level {
    /// The coordinates of a run, flat: x, y, x, y ….
    pub fn points(&self, range: PointRange) -> &[f32] {
        run_of(&self.coordinates, range)
    }

    /// The points of a ring in order, x and y, each junction once; the last point joins the first.
    pub fn ring_points<'a>(&'a self, ring: &'a Ring) -> impl Iterator<Item = [f32; 2]> + 'a {
        ring.arcs.iter().flat_map(move |arc_ref| {
            let points = self
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

    /// The country at a point of the unit square. `None` at sea.
    pub fn country_at(&self, x: f32, y: f32) -> Option<&Country> {
        self.countries.iter().find(|country| self.holds(country, x, y))
    }

    /// Whether a country of this level holds a point of the unit square.
    pub fn holds(&self, country: &Country, x: f32, y: f32) -> bool {
        country.bounds.contains(x, y)
            && country.rings.iter().filter(|ring| self.ring_holds(ring, x, y)).count() % 2 == 1
    }

    /// Even-odd test: how often a ray from the point to the west crosses the ring.
    fn ring_holds(&self, ring: &Ring, x: f32, y: f32) -> bool {
        if !ring.bounds.contains(x, y) {
            return false;
        }
        let mut holds = false;
        for arc in ring.arcs.iter().filter_map(|r| self.arcs.get(r.arc_idx as usize)) {
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
