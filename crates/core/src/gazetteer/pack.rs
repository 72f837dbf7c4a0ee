//! A gazetteer as a pack of bytes: checked once at the door, then read in place.
//!
//! In go bytes that `encode` made; out come places and what each name may mean.
//! Guarantees: bytes that are no pack, or a damaged one, give an error; afterwards nothing fails, and nothing is copied but a place that is asked for.
//!
//! Layout: 4 bytes magic, 1 byte version, 4 bytes CRC-32 of the rest; the rest is 8 counts of 4 bytes (all lowest byte first), then the automaton, candidates, shapes, countries, columns of places, numbers of GeoNames, and texts (slugs, names, spellings).

use super::encode::point;
use super::fst_check;
use super::lookup::Words;
use super::shape::Shape;
use super::source::NameKind;
use super::taken::Taken;
use super::wire::{Column, Cutter, Texts};
use super::{CountryCode, Division, NOT_A_PLACE, Place, PlaceId, PlaceIdx, PlaceKind, Spellings};
use crate::checksum;
use crate::geo::LatLon;
use crate::shared_memory::SharedMemory;
use core::fmt;
use std::borrow::Cow;

pub(super) const MAGIC: [u8; 4] = *b"DLGZ";
pub(super) const VERSION: u8 = 1;
pub(super) const HEADER_BYTES: usize = 9;
/// Stands for a point that is not known.
pub(super) const NO_POINT: u32 = 0xff_ffff;

/// Why bytes are not a gazetteer, or places cannot become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes do not begin as a pack does.
    NotAGazetteer,
    /// The pack was written by another version of the program.
    Version(u8),
    /// The bytes were changed or cut after they were written.
    Damaged,
    /// A part of the pack contradicts another.
    Inconsistent(&'static str),
    /// More of something than a pack can number.
    TooMany(&'static str),
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAGazetteer => write!(f, "not a gazetteer pack"),
            Self::Version(version) => {
                write!(f, "gazetteer pack has version {version}, this program reads {VERSION}")
            }
            Self::Damaged => write!(f, "gazetteer pack is damaged: its checksum does not fit"),
            Self::Inconsistent(what) => write!(f, "gazetteer pack is inconsistent: {what}"),
            Self::TooMany(what) => write!(f, "too many {what} for a gazetteer pack"),
        }
    }
}

impl std::error::Error for PackError {}

/// Places and their names.
pub struct Gazetteer {
    pack: Cow<'static, [u8]>,
    n_places: usize,
    n_curated: usize,
    n_counties: usize,
    /// Where the automaton stands.
    fst: (usize, usize),
    candidates: Column,
    shapes: Vec<Shape>,
    countries: Vec<CountryCode>,
    kinds: Column,
    country: Column,
    division: Column,
    prominence: Column,
    population: Column,
    lat: Column,
    lon: Column,
    numbers: Column,
    slugs: Texts,
    n_slugs: usize,
    names: Texts,
    spellings: Texts,
    pub(super) words: SharedMemory<Words>,
    pub(super) taken: SharedMemory<Taken>,
}

/// What a name may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NamedPlace {
    /// The place; of no use for a name that is no place.
    pub(crate) place: PlaceIdx,
    pub(crate) kind: NameKind,
    pub(crate) shape: Shape,
}

impl Gazetteer {
    /// Opens a pack.
    ///
    /// # Errors
    /// When the bytes are not a pack that this program wrote.
    pub fn from_pack(pack: impl Into<Cow<'static, [u8]>>) -> Result<Self, PackError> {
        Self::open(pack.into())
    }

    fn open(pack: Cow<'static, [u8]>) -> Result<Self, PackError> {
        if !pack.starts_with(&MAGIC) {
            return Err(PackError::NotAGazetteer);
        }
        let version = pack.get(MAGIC.len()).copied().unwrap_or(0);
        if version != VERSION {
            return Err(PackError::Version(version));
        }
        let mut cut = Cutter { pack: &pack, at: MAGIC.len() + 1 };
        let checksum = cut.uint().ok_or(PackError::Damaged)?;
        if checksum::checksum(pack.get(HEADER_BYTES..).unwrap_or_default()) != checksum {
            return Err(PackError::Damaged);
        }
        let parts = Self::parts(&mut cut).ok_or(PackError::Inconsistent("its parts"))?;
        let gazetteer = Self { pack, ..parts };
        gazetteer.check()?;
        Ok(gazetteer)
    }

    fn parts(cut: &mut Cutter) -> Option<Self> {
        let n_places = cut.count()?;
        let [n_curated, n_counties, n_slugs] = [cut.count()?, cut.count()?, cut.count()?];
        let [n_candidates, n_shapes, n_countries, n_fst] =
            [cut.count()?, cut.count()?, cut.count()?, cut.count()?];
        let n_numbers = n_places.checked_sub(n_slugs)?;
        (n_curated.checked_add(n_counties)? <= n_slugs).then_some(())?;
        let fst = (cut.bytes(n_fst)?, cut.at);
        let candidates = cut.column(n_candidates, 4)?;
        let from = cut.bytes(n_shapes.checked_mul(4)?)?;
        let (shapes, _) = cut.pack.get(from..cut.at)?.as_chunks::<4>();
        let shapes = shapes.iter().map(|bytes| Shape::from_bytes(*bytes)).collect();
        let from = cut.bytes(n_countries.checked_mul(2)?)?;
        let (codes, _) = cut.pack.get(from..cut.at)?.as_chunks::<2>();
        let code = |bytes: &[u8; 2]| CountryCode::new(core::str::from_utf8(bytes).ok()?);
        let countries = codes.iter().map(code).collect::<Option<_>>()?;
        let mut column = |width| cut.column(n_places, width);
        let (kinds, country, division) = (column(1)?, column(1)?, column(3)?);
        let (prominence, population) = (column(1)?, column(1)?);
        let (lat, lon) = (column(3)?, column(3)?);
        let numbers = cut.column(n_numbers, 4)?;
        let slugs = cut.texts(n_slugs)?;
        let names = cut.texts(n_places)?;
        let spellings = cut.texts(n_places)?;
        (cut.at == cut.pack.len()).then_some(Self {
            pack: Cow::Borrowed(&[]),
            n_places,
            n_curated,
            n_counties,
            fst,
            candidates,
            shapes,
            countries,
            kinds,
            country,
            division,
            prominence,
            population,
            lat,
            lon,
            numbers,
            slugs,
            n_slugs,
            names,
            spellings,
            words: SharedMemory::default(),
            taken: SharedMemory::default(),
        })
    }

    /// Whether every reference of the pack leads somewhere.
    fn check(&self) -> Result<(), PackError> {
        let good = |ok: bool, what| if ok { Ok(()) } else { Err(PackError::Inconsistent(what)) };
        good(
            self.n_slugs == 0
                || (0..self.n_slugs).all(|i| PlaceId::new(self.slugs.get(&self.pack, i)).is_some()),
            "an id",
        )?;
        for i in 0..self.n_places {
            let pack = &*self.pack;
            good((self.kinds.get(pack, i) as usize) < PlaceKind::ALL.len(), "a kind")?;
            good(self.country.get(pack, i) as usize <= self.countries.len(), "a country")?;
            good(self.division.get(pack, i) as usize <= self.n_places, "a division")?;
            good((1..=5).contains(&self.prominence.get(pack, i)), "a prominence")?;
            let (lat, lon) = (self.lat.get(pack, i), self.lon.get(pack, i));
            let is_known = lat != NO_POINT && lon != NO_POINT;
            good(!is_known || point(lat, lon).is_some(), "a point")?;
        }
        let n = self.candidates.len();
        for i in 0..n {
            let candidate = self.candidates.get(&self.pack, i);
            let place = candidate & NOT_A_PLACE;
            let is_mask = candidate >> 20 & 3 == NameKind::NotPlace as u32;
            good(is_mask || (place as usize) < self.n_places, "a candidate")?;
            good(((candidate >> 23) as usize) < self.shapes.len(), "the shape of a name")?;
            good(i + 1 < n || candidate >> 22 & 1 == 1, "the last candidate")?;
        }
        good(fst_check::is_sound(self.fst_bytes()), "the automaton")
    }

    pub(super) fn fst_bytes(&self) -> &[u8] {
        self.pack.get(self.fst.0..self.fst.1).unwrap_or_default()
    }

    /// What the name may mean whose candidates begin at a number.
    pub(super) fn named(&self, first: u32) -> impl Iterator<Item = NamedPlace> + '_ {
        let mut next = Some(first as usize);
        core::iter::from_fn(move || {
            let at = next.filter(|&at| at < self.candidates.len())?;
            let candidate = self.candidates.get(&self.pack, at);
            next = (candidate >> 22 & 1 == 0).then_some(at + 1);
            Some(NamedPlace {
                place: PlaceIdx(candidate & NOT_A_PLACE),
                kind: *NameKind::ALL.get((candidate >> 20 & 3) as usize)?,
                shape: *self.shapes.get((candidate >> 23) as usize)?,
            })
        })
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.n_places
    }

    /// Whether there is no place at all.
    pub fn is_empty(&self) -> bool {
        self.n_places == 0
    }

    /// All places; the curated ones stand first.
    pub fn indices(&self) -> impl Iterator<Item = PlaceIdx> + use<> {
        (0..self.n_places as u32).map(PlaceIdx)
    }

    /// The places of the hand-written table, in its order.
    pub fn curated(&self) -> impl Iterator<Item = PlaceIdx> + use<> {
        (0..self.n_curated as u32).map(PlaceIdx)
    }

    /// Whether the place stands in the hand-written table.
    pub fn is_curated(&self, idx: PlaceIdx) -> bool {
        (idx.0 as usize) < self.n_curated
    }

    /// Whether it is a county of the United States.
    pub fn is_county(&self, idx: PlaceIdx) -> bool {
        (self.n_curated..self.n_curated + self.n_counties).contains(&(idx.0 as usize))
    }

    /// Whether it is a second-level division of a world-wide data set, such as Cornwall.
    pub fn is_part(&self, idx: PlaceIdx) -> bool {
        let others = self.n_curated + self.n_counties..self.n_slugs;
        others.contains(&(idx.0 as usize)) && self.kind(idx) == PlaceKind::District
    }

    /// What the place is.
    pub fn kind(&self, idx: PlaceIdx) -> PlaceKind {
        let number = self.kinds.get(&self.pack, idx.0 as usize) as usize;
        PlaceKind::ALL.get(number).copied().unwrap_or(PlaceKind::Region)
    }

    /// Whether it is a country or a dependent territory.
    pub fn is_country(&self, idx: PlaceIdx) -> bool {
        matches!(self.kind(idx), PlaceKind::Country | PlaceKind::Territory)
    }

    /// The country in which it lies.
    pub fn country(&self, idx: PlaceIdx) -> Option<CountryCode> {
        let number = self.country.get(&self.pack, idx.0 as usize) as usize;
        self.countries.get(number.checked_sub(1)?).copied()
    }

    /// The first-level division in which it lies.
    pub fn division(&self, idx: PlaceIdx) -> Option<PlaceIdx> {
        self.division.get(&self.pack, idx.0 as usize).checked_sub(1).map(PlaceIdx)
    }

    /// A representative point.
    pub fn point(&self, idx: PlaceIdx) -> Option<LatLon> {
        let at = idx.0 as usize;
        (at < self.n_places).then_some(())?;
        point(self.lat.get(&self.pack, at), self.lon.get(&self.pack, at))
    }

    /// 1 for places known everywhere to 5 for local ones.
    pub fn prominence(&self, idx: PlaceIdx) -> u8 {
        self.prominence.get(&self.pack, idx.0 as usize).clamp(1, 5) as u8
    }

    /// How many people live there, in eighths of the binary logarithm; 0 when it is not known.
    pub fn population_class(&self, idx: PlaceIdx) -> u8 {
        self.population.get(&self.pack, idx.0 as usize) as u8
    }

    /// How many people live there, to a tenth of the number; 0 when it is not known.
    pub fn population(&self, idx: PlaceIdx) -> u32 {
        people_of_class(self.population_class(idx))
    }

    /// The stable id.
    pub fn id(&self, idx: PlaceIdx) -> PlaceId {
        let at = idx.0 as usize;
        match at.checked_sub(self.n_slugs) {
            None => PlaceId(self.slugs.get(&self.pack, at).to_owned()),
            Some(at) => PlaceId(format!("gn{}", self.numbers.get(&self.pack, at))),
        }
    }

    /// The name as an English newspaper writes it.
    pub fn name(&self, idx: PlaceIdx) -> &str {
        self.names.get(&self.pack, idx.0 as usize)
    }

    /// Further spellings.
    pub fn spellings(&self, idx: PlaceIdx) -> Spellings {
        Spellings::from_list(self.spellings.get(&self.pack, idx.0 as usize))
    }

    /// The place, with all that belongs to it.
    pub fn place(&self, idx: PlaceIdx) -> Place {
        Place {
            id: self.id(idx),
            name: self.name(idx).to_owned(),
            kind: self.kind(idx),
            country: self.country(idx),
            division: self.division(idx).map(|division| Division {
                id: self.id(division),
                name: self.name(division).to_owned(),
            }),
            point: self.point(idx),
            prominence: self.prominence(idx),
            spellings: self.spellings(idx),
        }
    }

    /// Finds a place by its id; goes through all of them.
    pub fn find(&self, id: &PlaceId) -> Option<PlaceIdx> {
        let number: Option<u32> = id.as_str().strip_prefix("gn").and_then(|n| n.parse().ok());
        let by_slug = (0..self.n_slugs).find(|&i| self.slugs.get(&self.pack, i) == id.as_str());
        let by_number = || {
            let i = (0..self.numbers.len())
                .find(|&i| Some(self.numbers.get(&self.pack, i)) == number)?;
            Some(self.n_slugs + i)
        };
        let at = by_slug.or_else(by_number)?;
        u32::try_from(at).ok().map(PlaceIdx)
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gazetteer of {} places", self.n_places)
    }
}

/// The number of people that a class stands for.
pub fn people_of_class(class: u8) -> u32 {
    if class == 0 { 0 } else { libm::exp2((f64::from(class) + 0.5) / 8.0) as u32 }
}
