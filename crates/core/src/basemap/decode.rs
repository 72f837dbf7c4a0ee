//! Reading a base map pack: bytes in, a [`Basemap`] whose every reference holds, or the reason why
//! not.
//!
//! Bounds are computed here, not stored. Nothing here panics or allocates more than the bytes could
//! describe. That rings close is the writer's promise: a pack that breaks it draws wrong, no more.

use super::wire::{BasemapError, HEADER_BYTES, MAGIC, Reader, VERSION};
use super::{
    Arc, ArcKind, ArcRef, Basemap, Country, CountryCode, Division, Lake, Level, PointRange, Ring,
    River, UnitBounds,
};

pub(super) fn decode(bytes: &[u8]) -> Result<Basemap, BasemapError> {
    let (header, body) = bytes.split_at_checked(HEADER_BYTES).ok_or(BasemapError::NotABasemap)?;
    let [m0, m1, m2, m3, version, c0, c1, c2, c3] = *header else {
        return Err(BasemapError::NotABasemap);
    };
    if [m0, m1, m2, m3] != MAGIC {
        return Err(BasemapError::NotABasemap);
    }
    if version != VERSION {
        return Err(BasemapError::Version(version));
    }
    let expected = u32::from_le_bytes([c0, c1, c2, c3]);
    let found = crc32fast::hash(body);
    if expected != found {
        return Err(BasemapError::Damaged { expected, found });
    }
    let mut decoder =
        Decoder { reader: Reader::new(body), coordinates: Vec::with_capacity(body.len()) };
    let coarse = decoder.level()?;
    let fine = decoder.level()?;
    let detail = decoder.level()?;
    decoder.reader.section()?;
    let divisions = decoder.list("divisions", Decoder::division)?;
    decoder.reader.section()?;
    let lakes = decoder.list("lakes", Decoder::lake)?;
    decoder.reader.section()?;
    let rivers = decoder.list("rivers", Decoder::river)?;
    decoder.reader.finish()?;
    let mut coordinates = decoder.coordinates;
    coordinates.shrink_to_fit();
    Ok(Basemap { coordinates, coarse, fine, detail, divisions, lakes, rivers })
}

struct Decoder<'a> {
    reader: Reader<'a>,
    coordinates: Vec<f32>,
}

impl Decoder<'_> {
    fn list<T>(
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

    fn line(&mut self, what: &'static str) -> Result<(PointRange, UnitBounds), BasemapError> {
        let n_points = self.reader.count(what)?;
        let start = self.coordinates.len();
        for _ in 0..n_points {
            self.coordinates.extend(self.reader.point(what)?);
        }
        let bounds = UnitBounds::of(self.coordinates.get(start..).unwrap_or_default());
        let range = PointRange {
            start: as_u32(start / 2, what)?,
            end: as_u32(self.coordinates.len() / 2, what)?,
        };
        Ok((range, bounds))
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

    fn level(&mut self) -> Result<Level, BasemapError> {
        self.reader.section()?;
        let [min_x, min_y] = self.reader.point("an extent")?;
        let [max_x, max_y] = self.reader.point("an extent")?;
        let extent = UnitBounds { min_x, min_y, max_x, max_y };
        let arcs = self.list("arcs", Self::arc)?;
        let countries = self.list("countries", |decoder| decoder.country(&arcs))?;
        Ok(Level { extent, arcs, countries })
    }

    fn arc(&mut self) -> Result<Arc, BasemapError> {
        let flags = self.reader.byte("an arc")?;
        let kind = match flags & 0b11 {
            0 => ArcKind::Coast,
            1 => ArcKind::Border,
            2 => ArcKind::Seam,
            _ => return Err(out_of_range("the kind of an arc", flags)),
        };
        if flags > 0b111 {
            return Err(out_of_range("the kind of an arc", flags));
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
        let mut bounds = UnitBounds::EMPTY;
        let refs = self.list("a ring", |decoder| {
            let value = decoder.reader.uint("an arc reference")?;
            let arc = usize::try_from(value >> 1)
                .ok()
                .and_then(|idx| arcs.get(idx))
                .ok_or(BasemapError::OutOfRange { what: "an arc reference", value })?;
            bounds = bounds.union(arc.bounds);
            Ok(ArcRef { arc_idx: (value >> 1) as u32, reversed: value & 1 == 1 })
        })?;
        Ok(Ring { arcs: refs, bounds })
    }

    fn division(&mut self) -> Result<Division, BasemapError> {
        let country = self
            .code("a division's country")?
            .ok_or(BasemapError::OutOfRange { what: "a division's country", value: 0 })?;
        let (points, bounds) = self.line("a division")?;
        Ok(Division { country, points, bounds })
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

fn as_u32(value: usize, what: &'static str) -> Result<u32, BasemapError> {
    u32::try_from(value).map_err(|_| BasemapError::OutOfRange { what, value: value as u64 })
}

fn out_of_range(what: &'static str, value: u8) -> BasemapError {
    BasemapError::OutOfRange { what, value: u64::from(value) }
}
