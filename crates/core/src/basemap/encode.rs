//! Writing base map packs: [`encode`] puts projected lines on grids and packs them.
//!
//! In goes a [`BasemapSource`], out come the world's pack, which [`super::Basemap::open`] reads, and
//! the detail pack of the whole world. The same source gives the same bytes. Points that fall on one
//! grid point are merged; a line keeps at least two points. It does not check that rings close, cut
//! anything or simplify: `cargo xtask data basemap` does that.

mod cells;
mod gridded;

use super::wire::{Kind, Writer, seal};
use super::{ArcKind, ArcRef, CountryCode};
use crate::checksum::checksum;
use gridded::Gridded;

/// Grid of the levels as a power of two: 12 bits are 0.088° of longitude, half a pixel at zoom 3, and 16
/// bits a pixel at zoom 8. The coarse level ends before zoom 3.
const COARSE_BITS: u8 = 12;
const FINE_BITS: u8 = 16;
/// The source of the waters is rounded to 0.007° and more.
const WATER_BITS: u8 = 15;

/// Points in the unit square, x and y.
#[derive(Clone, Debug, Default)]
pub struct SourceLine {
    /// At least one.
    pub points: Vec<[f64; 2]>,
    /// For each point, whether only a close look shows it; missing ones are always shown.
    pub is_detail: Vec<bool>,
}

impl From<Vec<[f64; 2]>> for SourceLine {
    fn from(points: Vec<[f64; 2]>) -> Self {
        Self { points, is_detail: Vec::new() }
    }
}

/// What is made of a source.
#[derive(Clone, Debug)]
pub struct Packs {
    /// For [`super::Basemap::open`].
    pub world: Vec<u8>,
    /// For [`super::DetailPack::open`]; it belongs to this world.
    pub detail: Vec<u8>,
}

/// What a pack is made of.
#[derive(Clone, Debug, Default)]
pub struct BasemapSource {
    /// The world in a few strokes.
    pub coarse: LevelSource,
    /// The world, closely.
    pub fine: LevelSource,
    /// Islands that only a close look shows.
    pub islands: Vec<IslandSource>,
    /// Lines between divisions that only a close look shows.
    pub minor_divisions: Vec<DivisionSource>,
    /// Each lake: its shore, then its islands.
    pub lakes: Vec<Vec<Vec<[f64; 2]>>>,
    /// Stretches of rivers.
    pub rivers: Vec<Vec<[f64; 2]>>,
}

/// One level of detail.
#[derive(Clone, Debug, Default)]
pub struct LevelSource {
    /// What rings are made of.
    pub arcs: Vec<ArcSource>,
    /// In the order in which they are drawn.
    pub countries: Vec<CountrySource>,
    /// Lines between first-level divisions.
    pub divisions: Vec<DivisionSource>,
}

/// One arc.
#[derive(Clone, Debug)]
pub struct ArcSource {
    /// Its points.
    pub line: SourceLine,
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

/// One line between two divisions of a country.
#[derive(Clone, Debug)]
pub struct DivisionSource {
    /// The country on both sides.
    pub country: CountryCode,
    /// Its points.
    pub line: SourceLine,
}

/// One small island, or a hole of that size.
#[derive(Clone, Debug)]
pub struct IslandSource {
    /// Index into the countries of the fine level.
    pub country: u32,
    /// Its shore; the last point joins the first.
    pub points: Vec<[f64; 2]>,
}

/// The packs of a source.
pub fn encode(source: &BasemapSource) -> Packs {
    let (coarse, _) = level(&source.coarse, COARSE_BITS);
    let (fine, lines) = level(&source.fine, FINE_BITS);
    let mut waters = Writer::default();
    waters.section(WATER_BITS);
    waters.uint(source.lakes.len() as u64);
    for rings in &source.lakes {
        waters.uint(rings.len() as u64);
        rings.iter().for_each(|ring| plain_line(&mut waters, ring));
    }
    waters.uint(source.rivers.len() as u64);
    source.rivers.iter().for_each(|river| plain_line(&mut waters, river));

    let mut body = Writer::default();
    let sections = [coarse, fine, waters.bytes];
    sections.iter().for_each(|section| body.uint(section.len() as u64));
    sections.iter().for_each(|section| body.bytes.extend(section));
    let world = seal(Kind::World, &body.bytes);
    let detail = cells::detail(source, &lines, checksum(&body.bytes));
    Packs { world, detail }
}

fn plain_line(body: &mut Writer, points: &[[f64; 2]]) {
    let mut points: Vec<_> = points.iter().map(|point| body.on_grid(*point)).collect();
    points.dedup();
    // A line that shrank to one grid point stays a line of length zero.
    if let [only] = points[..] {
        points.push(only);
    }
    body.line(&points);
}

fn write_division(body: &mut Writer, division: &DivisionSource, is_minor: bool) {
    body.bytes.push(u8::from(is_minor));
    body.bytes.extend(division.country.letters());
}

/// A section, and the lines in it: arcs, then divisions.
fn level(level: &LevelSource, bits: u8) -> (Vec<u8>, Vec<Gridded>) {
    let mut body = Writer::default();
    body.section(bits);
    let mut lines = Vec::new();
    body.uint(level.arcs.len() as u64);
    for arc in &level.arcs {
        let kind = match arc.kind {
            ArcKind::Coast => 0,
            ArcKind::Border => 1,
            ArcKind::Seam => 2,
        };
        body.bytes.push(kind | u8::from(arc.disputed) << 2);
        let line = Gridded::new(&arc.line, bits);
        body.line(&line.points);
        lines.push(line);
    }
    body.uint(level.countries.len() as u64);
    let mut last_arc = 0;
    for country in &level.countries {
        let code = country.code.map_or([0, 0], CountryCode::letters);
        body.bytes.extend(code);
        body.text(&country.name);
        let label = body.on_grid(country.label);
        body.grid_point(label);
        body.uint(u64::from(country.area_km2));
        body.uint(country.rings.len() as u64);
        for ring in &country.rings {
            body.uint(ring.len() as u64);
            for arc in ring {
                let idx = i64::from(arc.arc_idx);
                let step = idx - last_arc - 1;
                let zigzag = ((step << 1) ^ (step >> 63)) as u64;
                body.uint(zigzag << 1 | u64::from(arc.reversed));
                last_arc = idx;
            }
        }
    }
    body.uint(level.divisions.len() as u64);
    for division in &level.divisions {
        write_division(&mut body, division, false);
        let line = Gridded::new(&division.line, bits);
        body.line(&line.points);
        lines.push(line);
    }
    (body.bytes, lines)
}
