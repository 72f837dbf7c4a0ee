//! What the engine knows before it reads: the gazetteer, and what each of its names may say.
//!
//! In go the hand-written tables alone, or a pack that holds them and the places of the world.
//! Opening takes some milliseconds; it is done once and shared. A trained recogniser joins here, and nowhere else.

use crate::gazetteer::{
    Gazetteer, GazetteerError, GazetteerSource, PackError, PlaceIdx, PlaceKind, encode,
};
use crate::recognise::tagger::{Tagger, TaggerError};
use core::fmt;
use std::borrow::Cow;

/// Why the knowledge cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnowledgeError {
    /// The table cannot be read.
    Gazetteer(GazetteerError),
    /// The pack cannot be made or opened.
    Pack(PackError),
}

impl fmt::Display for KnowledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gazetteer(e) => e.fmt(f),
            Self::Pack(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for KnowledgeError {}

/// What the engine knows before it reads.
pub struct Knowledge {
    gazetteer: Gazetteer,
    tagger: Option<Tagger>,
}

/// What the gazetteer says of a name, whichever of its places is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameFlags {
    /// How many places carry it; 64 at most.
    pub(crate) n_candidates: u8,
    /// Whether one of them stands in the hand-written table.
    pub(crate) has_curated: bool,
    /// Whether one of them is a country or a dependent territory.
    pub(crate) has_country: bool,
    /// Whether one of them is a first-level division, or a named part of one that is no county.
    pub(crate) has_division: bool,
    /// Whether one of them is a county of the United States.
    pub(crate) has_county: bool,
    /// The largest population among them, in eighths of the binary logarithm; 0 when none is known.
    pub(crate) population_class: u8,
}

impl Knowledge {
    /// From the tables that are part of the program.
    ///
    /// # Errors
    /// When a table cannot be read.
    pub fn curated() -> Result<Self, KnowledgeError> {
        Self::from_source(&GazetteerSource::curated().map_err(KnowledgeError::Gazetteer)?)
    }

    /// From places and names.
    ///
    /// # Errors
    /// When there are more of them than a pack can hold.
    pub fn from_source(source: &GazetteerSource) -> Result<Self, KnowledgeError> {
        Self::from_pack(encode(source).map_err(KnowledgeError::Pack)?)
    }

    /// From a pack that `cargo xtask data gazetteer` made.
    ///
    /// # Errors
    /// When the bytes are no pack of this version, or a damaged one.
    pub fn from_pack(pack: impl Into<Cow<'static, [u8]>>) -> Result<Self, KnowledgeError> {
        let gazetteer = Gazetteer::from_pack(pack).map_err(KnowledgeError::Pack)?;
        Ok(Self { gazetteer, tagger: None })
    }

    /// The same with a trained tagger, from the bytes of its file.
    ///
    /// # Errors
    /// When the bytes are no whole tagger of this version.
    pub fn with_tagger(mut self, bytes: &[u8]) -> Result<Self, TaggerError> {
        self.tagger = Some(Tagger::decode(bytes)?);
        Ok(self)
    }

    /// The trained tagger, if there is one.
    pub(crate) fn tagger(&self) -> Option<&Tagger> {
        self.tagger.as_ref()
    }

    /// The places.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// What the gazetteer says of a name that may mean these places.
    pub(crate) fn flags(&self, places: &[PlaceIdx]) -> NameFlags {
        let mut flags = NameFlags::default();
        for &place in places {
            let kind = self.gazetteer.kind(place);
            flags.n_candidates = flags.n_candidates.saturating_add(1);
            flags.has_curated |= self.gazetteer.is_curated(place);
            flags.has_country |= matches!(kind, PlaceKind::Country | PlaceKind::Territory);
            flags.has_division |= kind == PlaceKind::Division || self.gazetteer.is_part(place);
            flags.has_county |= self.gazetteer.is_county(place);
            let class = self.gazetteer.population_class(place);
            flags.population_class = flags.population_class.max(class);
        }
        flags
    }
}
