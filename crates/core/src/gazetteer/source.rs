//! Places and their names before they become a pack.
//!
//! In go rows of tables; `encode` makes bytes of them. Nothing is looked up here.

use super::{CountryCode, PlaceId, PlaceKind};
use crate::geo::LatLon;

/// The stable identity of a place of a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceId {
    /// A slug.
    Slug(PlaceId),
    /// The number of a place in GeoNames.
    GeoNames(u32),
}

/// Where a place comes from; the order is that of the places in a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The hand-written table.
    Curated,
    /// The list of counties of the United States.
    County,
    /// A world-wide data set.
    World,
}

/// A place with what a pack holds of it.
#[derive(Clone, Debug)]
pub struct PlaceSource {
    /// Stable identity.
    pub id: SourceId,
    /// Name as an English newspaper writes it.
    pub name: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The country in which it lies.
    pub country: Option<CountryCode>,
    /// The first-level division in which it lies: an index into the places of the source.
    pub division: Option<usize>,
    /// A representative point.
    pub point: Option<LatLon>,
    /// 1 to 5.
    pub prominence: u8,
    /// How many people live there; 0 when it is not known.
    pub population: u32,
    /// Where it comes from.
    pub origin: Origin,
    /// Other spellings, to be shown.
    pub spellings: Vec<String>,
}

/// What a name of a pack says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// It names the place.
    Name,
    /// It is an adjective or a people of the place.
    Demonym,
    /// It is the name of something that is no place.
    NotPlace,
    /// It names the place, but only behind a comma ("Austin, TX").
    AfterComma,
}

impl NameKind {
    pub(super) const ALL: [Self; 4] = [Self::Name, Self::Demonym, Self::NotPlace, Self::AfterComma];
}

/// A spelling of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameSource {
    /// The spelling.
    pub text: String,
    /// What it says: everything but [`NameKind::NotPlace`].
    pub kind: NameKind,
    /// Of which place: an index into the places of the source.
    pub place: usize,
}

/// All that a pack is made of.
#[derive(Clone, Debug, Default)]
pub struct GazetteerSource {
    /// Places; their order among curated ones is kept.
    pub places: Vec<PlaceSource>,
    /// Names by which they are found; of two spellings of one place that fold to the same, the first counts.
    pub names: Vec<NameSource>,
    /// Names of things that are no places.
    pub not_places: Vec<String>,
}
