//! Writing a base map pack: [`encode`] puts projected lines on the grid and packs them.
//!
//! In goes a [`BasemapSource`], out come bytes that [`super::Basemap::decode`] reads. The same
//! source gives the same bytes. Points that fall on one grid point are merged; a line keeps at
//! least two points. It does not check that rings close, cut anything or simplify:
//! `cargo xtask data basemap` does that.

use super::wire::{HEADER_BYTES, MAGIC, VERSION, Writer};
use super::{ArcKind, ArcRef, CountryCode};

/// Grid of the levels as a power of two: 16 bits are 0.0055° of longitude, a pixel at zoom 8. The
/// coarse level ends before zoom 3; the fine one has a source of 0.0036°; the detail level is looked
/// at closely.
const COARSE_BITS: u8 = 16;
const FINE_BITS: u8 = 17;
const DETAIL_BITS: u8 = 18;
/// Divisions belong to the detail level.
const DIVISION_BITS: u8 = 18;
/// The source of the waters is rounded to 0.007° and more.
const WATER_BITS: u8 = 16;

/// Points in the unit square, x and y.
pub type SourceLine = Vec<[f64; 2]>;

/// What a pack is made of.
#[derive(Clone, Debug, Default)]
pub struct BasemapSource {
    /// The world in a few strokes.
    pub coarse: LevelSource,
    /// The world.
    pub fine: LevelSource,
    /// One region, closer.
    pub detail: LevelSource,
    /// Lines between first-level divisions.
    pub divisions: Vec<DivisionSource>,
    /// Each lake: its shore, then its islands.
    pub lakes: Vec<Vec<SourceLine>>,
    /// Stretches of rivers.
    pub rivers: Vec<SourceLine>,
}

/// One level of detail.
#[derive(Clone, Debug, Default)]
pub struct LevelSource {
    /// North-west and south-east corner of where the level is complete.
    pub extent: [[f64; 2]; 2],
    /// What rings are made of.
    pub arcs: Vec<ArcSource>,
    /// In the order in which they are drawn.
    pub countries: Vec<CountrySource>,
}

/// One arc.
#[derive(Clone, Debug)]
pub struct ArcSource {
    /// At least one point.
    pub points: SourceLine,
    /// What it separates.
    pub kind: ArcKind,
    /// Whether the border is not agreed on.
    pub disputed: bool,
}

/// One country.
#[derive(Clone, Debug)]
pub struct CountrySource {
    /// ISO 3166-1, where there is one.
    pub code: Option<CountryCode>,
    /// Short English name.
    pub name: String,
    /// Outlines and holes.
    pub rings: Vec<Vec<ArcRef>>,
    /// Where a label has most room.
    pub label: [f64; 2],
    /// Area on the sphere.
    pub area_km2: u32,
}

/// One line between two divisions.
#[derive(Clone, Debug)]
pub struct DivisionSource {
    /// The country on both sides.
    pub country: CountryCode,
    /// At least one point.
    pub points: SourceLine,
}

/// The pack of a source.
pub fn encode(source: &BasemapSource) -> Vec<u8> {
    let mut body = Writer::default();
    for (level, grid_bits) in
        [(&source.coarse, COARSE_BITS), (&source.fine, FINE_BITS), (&source.detail, DETAIL_BITS)]
    {
        body.section(grid_bits);
        write_level(&mut body, level);
    }
    body.section(DIVISION_BITS);
    body.uint(source.divisions.len() as u64);
    for division in &source.divisions {
        body.bytes.extend(division.country.letters());
        body.points(&division.points);
    }
    body.section(WATER_BITS);
    body.uint(source.lakes.len() as u64);
    for rings in &source.lakes {
        body.uint(rings.len() as u64);
        for ring in rings {
            body.points(ring);
        }
    }
    body.section(WATER_BITS);
    body.uint(source.rivers.len() as u64);
    for river in &source.rivers {
        body.points(river);
    }
    let mut pack = Vec::with_capacity(HEADER_BYTES + body.bytes.len());
    pack.extend(MAGIC);
    pack.push(VERSION);
    pack.extend(crc32fast::hash(&body.bytes).to_le_bytes());
    pack.extend(body.bytes);
    pack
}

fn write_level(body: &mut Writer, level: &LevelSource) {
    for corner in level.extent {
        body.point(corner);
    }
    body.uint(level.arcs.len() as u64);
    for arc in &level.arcs {
        let kind = match arc.kind {
            ArcKind::Coast => 0,
            ArcKind::Border => 1,
            ArcKind::Seam => 2,
        };
        body.uint(kind | u64::from(arc.disputed) << 2);
        body.points(&arc.points);
    }
    body.uint(level.countries.len() as u64);
    for country in &level.countries {
        let code = country.code.map_or([0, 0], CountryCode::letters);
        body.bytes.extend(code);
        body.text(&country.name);
        body.point(country.label);
        body.uint(u64::from(country.area_km2));
        body.uint(country.rings.len() as u64);
        for ring in &country.rings {
            body.uint(ring.len() as u64);
            for arc in ring {
                body.uint(u64::from(arc.arc_idx) << 1 | u64::from(arc.reversed));
            }
        }
    }
}
