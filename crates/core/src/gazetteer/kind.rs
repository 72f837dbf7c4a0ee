//! Kinds of places, and what follows from a kind.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $word:literal,)*) => {
        /// What a place is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum PlaceKind { $($(#[$doc])* $variant,)* }

        impl PlaceKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word for the kind in tables and exported files.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The kind with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

kinds! {
    /// A state of the world.
    Country = "country",
    /// The seat of a national government.
    Capital = "capital",
    /// A city.
    City = "city",
    /// A town.
    Town = "town",
    /// A village.
    Village = "village",
    /// A part of a city, or a second-level division.
    District = "district",
    /// A first-level division of a country.
    Division = "division",
    /// A named region, inside a country or across several.
    Region = "region",
    /// A continent.
    Continent = "continent",
    /// An ocean.
    Ocean = "ocean",
    /// A sea.
    Sea = "sea",
    /// A strait.
    Strait = "strait",
    /// A gulf or bay.
    Gulf = "gulf",
    /// A river.
    River = "river",
    /// A canal.
    Canal = "canal",
    /// A lake.
    Lake = "lake",
    /// A mountain or range.
    Mountain = "mountain",
    /// A desert.
    Desert = "desert",
    /// An island or group of islands.
    Island = "island",
    /// An airport.
    Airport = "airport",
    /// A military base.
    Base = "base",
    /// A port.
    Port = "port",
    /// A building, camp, dam, crossing or other work.
    Facility = "facility",
    /// A line or zone that divides.
    Line = "line",
    /// A dependent territory.
    Territory = "territory",
    /// A country that is no more.
    Historical = "historical",
}

impl PlaceKind {
    /// Whether it is an area, a line or a water rather than a spot: it is labelled on the map, never a dot in its middle.
    pub fn is_area(self) -> bool {
        matches!(
            self,
            Self::Country
                | Self::Division
                | Self::Region
                | Self::Continent
                | Self::Ocean
                | Self::Sea
                | Self::Strait
                | Self::Gulf
                | Self::River
                | Self::Canal
                | Self::Desert
                | Self::Line
                | Self::Territory
                | Self::Historical
        )
    }

    /// Whether people live there as in a town.
    pub fn is_settlement(self) -> bool {
        matches!(self, Self::Capital | Self::City | Self::Town | Self::Village | Self::District)
    }
}
