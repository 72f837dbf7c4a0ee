//! Reading a base map pack: bytes in, sections and then levels and waters whose every reference
//! holds, or the reason why not.
//!
//! Bounds are computed here, not stored. Nothing here panics or allocates more than the bytes could
//! describe. That rings close is the writer's promise: a pack that breaks it draws wrong, no more.

use std::ops::Range;

use super::wire::{BasemapError, Kind, Reader, unseal};
use super::{
    Arc, ArcKind, ArcRef, Country, CountryCode, Division, Lake, Level, PointRange, Ring, River,
    UnitBounds, Waters,
};

/// Where in a pack its sections lie, and what it is known by.
#[derive(Clone, Debug)]
pub(super) struct Sections {
    /// The checksum, by which a detail pack names its world.
    pub(super) sum: u32,
    coarse: Range<usize>,
    fine: Range<usize>,
    waters: Range<usize>,
}

impl Sections {
    pub(super) fn coarse<'a>(&self, pack: &'a [u8]) -> &'a [u8] {
        pack.get(self.coarse.clone()).unwrap_or_default()
    }

    pub(super) fn fine<'a>(&self, pack: &'a [u8]) -> &'a [u8] {
        pack.get(self.fine.clone()).unwrap_or_default()
    }

    pub(super) fn waters<'a>(&self, pack: &'a [u8]) -> &'a [u8] {
        pack.get(self.waters.clone()).unwrap_or_default()
    }
}

/// Checks header and checksum, and finds the sections.
pub(super) fn sections(pack: &[u8]) -> Result<Sections, BasemapError> {
    let (sum, body) = unseal(pack, Kind::World)?;
    let mut reader = Reader::new(body);
    let what = "the sections";
    let lengths = [reader.count(what)?, reader.count(what)?, reader.count(what)?];
    let mut at = pack.len() - reader.n_left();
    let [coarse, fine, waters] = lengths.map(|length| {
        let section = at..at.saturating_add(length);
        at = section.end;
        section
    });
    if at > pack.len() {
        return Err(BasemapError::CutShort { while_reading: what });
    }
    if at < pack.len() {
        return Err(BasemapError::LeftOver { n_bytes: pack.len() - at });
    }
    Ok(Sections { sum, coarse, fine, waters })
}

pub(super) fn level(section: &[u8]) -> Result<Level, BasemapError> {
    let mut decoder = Decoder::new(section)?;
    let arcs = decoder.list("arcs", Decoder::arc)?;
    let countries = decoder.list("countries", |decoder| decoder.country(&arcs))?;
    let divisions = decoder.list("divisions", Decoder::division)?;
    let coordinates = decoder.finish()?;
    Ok(Level { coordinates, arcs, countries, divisions })
}

pub(super) fn waters(section: &[u8]) -> Result<Waters, BasemapError> {
    let mut decoder = Decoder::new(section)?;
    let lakes = decoder.list("lakes", Decoder::lake)?;
    let rivers = decoder.list("rivers", Decoder::river)?;
    let coordinates = decoder.finish()?;
    Ok(Waters { coordinates, lakes, rivers })
}

/// Reads parts that have points, which it gathers.
pub(super) struct Decoder<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) coordinates: Vec<f32>,
    last_arc: i64,
}

impl<'a> Decoder<'a> {
    fn new(section: &'a [u8]) -> Result<Self, BasemapError> {
        let mut reader = Reader::new(section);
        reader.grid()?;
        Ok(Self::over(reader, Vec::with_capacity(section.len())))
    }

    /// Goes on after others.
    pub(super) fn over(reader: Reader<'a>, coordinates: Vec<f32>) -> Self {
        Self { reader, coordinates, last_arc: 0 }
    }

    fn finish(mut self) -> Result<Vec<f32>, BasemapError> {
        self.reader.finish()?;
        self.coordinates.shrink_to_fit();
        Ok(self.coordinates)
    }

    pub(super) fn list<T>(
        &mut self,
        what: &'static str,
        mut item: impl FnMut(&mut Self) -> Result<T, BasemapError>,
    ) -> Result<Vec<T>, BasemapError> {
        let n_items = self.reader.count(what)?;
        // Items may be many times larger than the byte that each takes at least: grow as they come.
        let mut items = Vec::new();
        for _ in 0..n_items {
            items.push(item(self)?);
        }
        Ok(items)
    }

    pub(super) fn line(
        &mut self,
        what: &'static str,
    ) -> Result<(PointRange, UnitBounds), BasemapError> {
        let n_points = self.reader.count(what)?;
        self.run(n_points, what)
    }

    /// So many points.
    pub(super) fn run(
        &mut self,
        n_points: usize,
        what: &'static str,
    ) -> Result<(PointRange, UnitBounds), BasemapError> {
        let start = self.coordinates.len();
        for _ in 0..n_points {
            self.coordinates.extend(self.reader.point(what)?);
        }
        run_since(&self.coordinates, start, what)
    }

    fn code(&mut self, what: &'static str) -> Result<Option<CountryCode>, BasemapError> {
        let letters = [self.reader.byte(what)?, self.reader.byte(what)?];
        match CountryCode::new(letters) {
            None if letters != [0, 0] => Err(BasemapError::OutOfRange {
                what,
                value: u64::from(u16::from_be_bytes(letters)),
            }),
            code => Ok(code),
        }
    }

    fn arc(&mut self) -> Result<Arc, BasemapError> {
        let what = "the kind of an arc";
        let flags = self.reader.byte(what)?;
        let kind = match flags & 0b11 {
            0 => ArcKind::Coast,
            1 => ArcKind::Border,
            2 => ArcKind::Seam,
            _ => return Err(BasemapError::OutOfRange { what, value: u64::from(flags) }),
        };
        if flags > 0b111 {
            return Err(BasemapError::OutOfRange { what, value: u64::from(flags) });
        }
        let (points, bounds) = self.line("an arc")?;
        Ok(Arc { points, bounds, kind, disputed: flags & 0b100 != 0 })
    }

    fn country(&mut self, arcs: &[Arc]) -> Result<Country, BasemapError> {
        let code = self.code("a country's code")?;
        let name = self.reader.text("a country's name")?;
        let label = self.reader.point("a country's label")?;
        let area = self.reader.uint("a country's area")?;
        let area_km2 = u32::try_from(area)
            .map_err(|_| BasemapError::OutOfRange { what: "a country's area", value: area })?;
        let rings = self.list("rings", |decoder| decoder.ring(arcs))?;
        let bounds = rings.iter().fold(UnitBounds::EMPTY, |all, ring| all.union(ring.bounds));
        Ok(Country { code, name, rings, bounds, label, area_km2 })
    }

    fn ring(&mut self, arcs: &[Arc]) -> Result<Ring, BasemapError> {
        let what = "an arc reference";
        let mut bounds = UnitBounds::EMPTY;
        let refs = self.list("a ring", |decoder| {
            let value = decoder.reader.uint(what)?;
            // Arcs come mostly one after the other, so the step from the next one is stored.
            let idx = decoder.last_arc + 1 + zigzag(value >> 1);
            let wrong = BasemapError::OutOfRange { what, value };
            let arc_idx = u32::try_from(idx).map_err(|_| wrong.clone())?;
            bounds = bounds.union(arcs.get(arc_idx as usize).ok_or(wrong)?.bounds);
            decoder.last_arc = idx;
            Ok(ArcRef { arc_idx, reversed: value & 1 == 1 })
        })?;
        Ok(Ring { arcs: refs, bounds })
    }

    pub(super) fn division(&mut self) -> Result<Division, BasemapError> {
        let what = "a division";
        let flags = self.reader.byte(what)?;
        if flags > 1 {
            return Err(BasemapError::OutOfRange { what, value: u64::from(flags) });
        }
        let country = self
            .code("a division's country")?
            .ok_or(BasemapError::OutOfRange { what: "a division's country", value: 0 })?;
        let (points, bounds) = self.line(what)?;
        Ok(Division { country, is_minor: flags == 1, points, bounds })
    }

    fn lake(&mut self) -> Result<Lake, BasemapError> {
        let mut bounds = UnitBounds::EMPTY;
        let rings = self.list("a lake", |decoder| {
            let (points, of_ring) = decoder.line("a lake")?;
            bounds = bounds.union(of_ring);
            Ok(points)
        })?;
        Ok(Lake { rings, bounds })
    }

    fn river(&mut self) -> Result<River, BasemapError> {
        let (points, bounds) = self.line("a river")?;
        Ok(River { points, bounds })
    }
}

/// The run of points from a float on.
pub(super) fn run_since(
    coordinates: &[f32],
    start: usize,
    what: &'static str,
) -> Result<(PointRange, UnitBounds), BasemapError> {
    let as_u32 = |value: usize| {
        u32::try_from(value).map_err(|_| BasemapError::OutOfRange { what, value: value as u64 })
    };
    let bounds = UnitBounds::of(coordinates.get(start..).unwrap_or_default());
    let range = PointRange { start: as_u32(start / 2)?, end: as_u32(coordinates.len() / 2)? };
    Ok((range, bounds))
}

fn zigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}
