//! Names and the places they may mean.
//!
//! In go tables with one line per place, or a pack made of them; out come places, and for every name in a text the places that carry it.
//! Which of them an article means is decided by `resolve`; where names stand in a text is found by `recognise`.

use crate::geo::LatLon;
use core::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod encode;
mod fst_check;
mod kind;
mod lookup;
mod pack;
mod script;
mod shape;
mod source;
mod table;
mod taken;
mod wire;

pub use encode::encode;
pub use kind::PlaceKind;
pub(crate) use lookup::{Entry, is_attached_particle, is_wordy};
pub use pack::{Gazetteer, PackError, people_of_class};
pub use script::Script;
pub(crate) use shape::{Surface, begins_with_article};
pub use source::{GazetteerSource, NameKind, NameSource, Origin, PlaceSource, SourceId};
pub use table::GazetteerError;
pub(crate) use taken::Places;

/// Index of a place in a gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceIdx(pub u32);

/// The index that a pack writes for no place.
const NOT_A_PLACE: u32 = 0xf_ffff;

/// Spellings of a name: kept as one text, because a place is taken over many times and its spellings are seldom read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spellings(String);

impl Spellings {
    /// Between two of them; no spelling holds it.
    pub(crate) const BETWEEN: char = '|';

    /// From a list in which [`Self::BETWEEN`] parts them.
    pub(crate) fn from_list(list: &str) -> Self {
        Self(list.to_owned())
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split(Self::BETWEEN).filter(|spelling| !spelling.is_empty())
    }
}

impl<S: AsRef<str>> FromIterator<S> for Spellings {
    fn from_iter<I: IntoIterator<Item = S>>(all: I) -> Self {
        let mut out = String::new();
        for spelling in all {
            if !out.is_empty() {
                out.push(Self::BETWEEN);
            }
            out.extend(spelling.as_ref().chars().filter(|&c| c != Self::BETWEEN));
        }
        Self(out)
    }
}

/// As a list of texts.
impl Serialize for Spellings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all: Vec<&str> = self.iter().collect();
        all.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Spellings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<String>::deserialize(deserializer)?.iter().collect())
    }
}

/// The stable identity of a place: a slug for curated places, `gn<id>` for those of a world gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceId(String);

impl PlaceId {
    /// An id, if the text has its form: 1 to 64 of `a-z`, `0-9` and `-`.
    pub fn new(id: &str) -> Option<Self> {
        let fits = (1..=64).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(id.to_owned()))
    }

    /// The id of a place that no gazetteer holds; the prefix `unlisted-` keeps it apart from all that they hold.
    pub(crate) fn unlisted(slug: &str) -> Self {
        let slug =
            slug.bytes().filter(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-');
        Self(format!("unlisted-{}", slug.take(55).map(char::from).collect::<String>()))
    }

    /// Whether the place was written down by hand: the others have numbers of GeoNames, or are in no gazetteer.
    pub(crate) fn is_curated(&self) -> bool {
        let number = self.0.strip_prefix("gn").unwrap_or("-");
        !number.bytes().all(|b| b.is_ascii_digit()) && !self.0.starts_with("unlisted-")
    }

    /// The id as it stands in addresses and files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A country code of ISO 3166-1, two capital letters (`XK` for Kosovo).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// A code, if the text is two capital letters.
    pub fn new(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([*a, *b])),
            _ => None,
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A first-level division, as a place in it names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Division {
    /// Its stable identity as a place.
    pub id: PlaceId,
    /// Its name.
    pub name: String,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Stable identity.
    pub id: PlaceId,
    /// Name as an English newspaper writes it.
    pub name: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The country in which it lies; `None` for seas, regions of several countries, and places unknown to the gazetteer.
    pub country: Option<CountryCode>,
    /// The first-level division in which it lies, when the gazetteer knows; `None` for a division itself.
    pub division: Option<Division>,
    /// A representative point; `None` when it has none or when it is not known.
    pub point: Option<LatLon>,
    /// 1 for places known everywhere to 5 for local ones.
    pub prominence: u8,
    /// Its other spellings, in every script.
    pub spellings: Spellings,
}
