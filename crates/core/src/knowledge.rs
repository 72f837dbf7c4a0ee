//! What the engine knows before it reads: the gazetteer, the names that are no places, and the automaton over all spellings.
//!
//! Making it takes some milliseconds; it is made once and shared.
//! A larger gazetteer or a trained recogniser joins here, and nowhere else.

use crate::gazetteer::{Gazetteer, GazetteerError, PlaceIdx, SpellingKind};
use crate::recognise::tagger::{Tagger, TaggerError};
use crate::text::fold::fold;
use core::fmt;
use daachorse::DoubleArrayAhoCorasick;
use std::collections::BTreeMap;

const NOT_PLACES: &str = include_str!("../data/not_places.txt");

/// What a folded spelling may say.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Spellings as the table writes them, each with the place that it names.
    pub names: Vec<(String, PlaceIdx)>,
    /// Spellings of demonyms with their place.
    pub demonyms: Vec<(String, PlaceIdx)>,
    /// Whether it is the name of something that is no place.
    pub not_place: bool,
}

/// Why the knowledge cannot be made.
#[derive(Clone, Debug)]
pub enum KnowledgeError {
    /// The table cannot be read.
    Gazetteer(GazetteerError),
    /// The automaton cannot be built from its spellings.
    Automaton(String),
}

impl fmt::Display for KnowledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gazetteer(e) => e.fmt(f),
            Self::Automaton(e) => {
                write!(f, "the automaton over the gazetteer's spellings cannot be built: {e}")
            }
        }
    }
}

impl std::error::Error for KnowledgeError {}

/// What the engine knows before it reads.
pub struct Knowledge {
    gazetteer: Gazetteer,
    entries: Vec<Entry>,
    automaton: DoubleArrayAhoCorasick<u32>,
    tagger: Option<Tagger>,
}

impl Knowledge {
    /// From the tables that are part of the program.
    pub fn curated() -> Result<Self, KnowledgeError> {
        let gazetteer = Gazetteer::curated().map_err(KnowledgeError::Gazetteer)?;
        let masks = NOT_PLACES.lines().filter(|l| !l.starts_with('#'));
        Self::new(gazetteer, masks)
    }

    /// From a gazetteer and names that are no places.
    pub fn new<'a>(
        gazetteer: Gazetteer,
        not_places: impl Iterator<Item = &'a str>,
    ) -> Result<Self, KnowledgeError> {
        let mut by_fold: BTreeMap<String, Entry> = BTreeMap::new();
        for spelling in gazetteer.spellings() {
            let entry = by_fold.entry(fold(&spelling.text)).or_default();
            let list = match spelling.kind {
                SpellingKind::Name => &mut entry.names,
                SpellingKind::Demonym => &mut entry.demonyms,
            };
            if !list.iter().any(|(_, place)| *place == spelling.place) {
                list.push((spelling.text.clone(), spelling.place));
            }
        }
        for name in not_places.map(str::trim) {
            by_fold.entry(fold(name)).or_default().not_place = true;
        }
        by_fold.retain(|folded, _| !folded.is_empty());
        let automaton =
            DoubleArrayAhoCorasick::with_values((0u32..).zip(by_fold.keys()).map(|(i, k)| (k, i)))
                .map_err(|e| KnowledgeError::Automaton(e.to_string()))?;
        Ok(Self { gazetteer, entries: by_fold.into_values().collect(), automaton, tagger: None })
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

    /// What the spelling with this number may say.
    pub(crate) fn entry(&self, idx: u32) -> &Entry {
        &self.entries[idx as usize]
    }

    /// Every occurrence of every spelling in a folded text, borders not regarded: start, end, number of the spelling.
    pub(crate) fn occurrences<'a>(
        &'a self,
        folded: &'a str,
    ) -> impl Iterator<Item = (usize, usize, u32)> + 'a {
        self.automaton.find_overlapping_iter(folded).map(|m| (m.start(), m.end(), m.value()))
    }
}
