//! The base map: coast, borders, first-level divisions, lakes and rivers, ready to be drawn.
//!
//! In go the bytes of `data/basemap/world.pack`, and when somebody looks closely those of a detail
//! pack; out come levels and waters: plain ranges over arrays of points that are already projected
//! to the Web Mercator unit square (x to the east from the 180th meridian, y down from 85.0511°
//! north, both 0 to 1), so that a drawer only scales and translates. Every arc, ring, line and
//! country knows its bounds, for culling. A level is decoded when it is first asked for.
//!
//! A detail pack adds points between those of the fine level and islands beside them; the points of
//! the fine level stay, so that a map with detail here and none there has neither gap nor seam.
//!
//! Guarantees: no bytes make anything here panic; every range and arc reference of a level lies
//! inside its arrays; arcs shared by neighbours are stored once; in our packs no segment crosses the
//! 180th meridian.
//!
//! It draws nothing, knows no zoom but the hint of [`Basemap::level_for`], holds no names of waters
//! and no names of countries in the reader's language. `cargo xtask data basemap` makes the packs.

mod bounds;
mod cells;
mod decode;
mod detail;
mod encode;
mod level;
mod wire;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use bounds::UnitBounds;
pub use cells::CellId;
pub use detail::DetailPack;
pub use encode::{
    ArcSource, BasemapSource, CountrySource, DivisionSource, IslandSource, LevelSource, Packs,
    SourceLine, encode,
};
pub use level::{
    Arc, ArcKind, ArcRef, Country, CountryCode, Division, Lake, Level, PointRange, Ring, River,
    Waters,
};
pub use wire::BasemapError;

use self::decode::Sections;

/// Zoom (256-pixel tiles) from which the fine level is drawn instead of the coarse one.
pub const FINE_FROM_ZOOM: f64 = 3.0;
/// Zoom from which the detail level is drawn.
pub const DETAIL_FROM_ZOOM: f64 = 6.0;

/// The whole base map. What was not yet asked for is not yet decoded.
#[derive(Clone, Debug)]
pub struct Basemap {
    pack: Vec<u8>,
    sections: Sections,
    coarse: OnceLock<Level>,
    fine: OnceLock<Level>,
    waters: OnceLock<Waters>,
    /// None inside: there is no detail, and nobody needs to ask again.
    detail: OnceLock<Option<Level>>,
}

impl Basemap {
    /// Checks a pack and keeps it.
    ///
    /// # Errors
    /// When the bytes are not a pack of this version, or are damaged.
    pub fn open(pack: Vec<u8>) -> Result<Self, BasemapError> {
        let sections = decode::sections(&pack)?;
        let [coarse, fine] = [OnceLock::new(), OnceLock::new()];
        let (waters, detail) = (OnceLock::new(), OnceLock::new());
        Ok(Self { pack, sections, coarse, fine, waters, detail })
    }

    /// Decodes everything, and says what cannot be decoded; such a part is empty otherwise.
    ///
    /// # Errors
    /// When a part is malformed or refers outside itself.
    pub fn check(&self) -> Result<(), BasemapError> {
        decode::level(self.sections.coarse(&self.pack))?;
        decode::level(self.sections.fine(&self.pack))?;
        decode::waters(self.sections.waters(&self.pack)).map(drop)
    }

    /// The world in a few strokes (Natural Earth 1:110m); without divisions.
    pub fn coarse(&self) -> &Level {
        self.coarse
            .get_or_init(|| decode::level(self.sections.coarse(&self.pack)).unwrap_or_default())
    }

    /// The world as a map of 1:50m shows it.
    pub fn fine(&self) -> &Level {
        self.fine.get_or_init(|| decode::level(self.sections.fine(&self.pack)).unwrap_or_default())
    }

    /// Lakes and rivers (Natural Earth 1:50m).
    pub fn waters(&self) -> &Waters {
        self.waters
            .get_or_init(|| decode::waters(self.sections.waters(&self.pack)).unwrap_or_default())
    }

    /// The world with everything that the detail pack adds (Natural Earth 1:10m), once there is one.
    pub fn detail(&self) -> Option<&Level> {
        self.detail.get()?.as_ref()
    }

    /// Whether a view at this zoom would be better with a detail pack, and none was given yet.
    pub fn wants_detail(&self, zoom: f64) -> bool {
        zoom >= DETAIL_FROM_ZOOM && self.detail.get().is_none()
    }

    /// Takes in a detail pack; only the first one counts, and none or one that cannot be used also ends
    /// the wish for one.
    ///
    /// # Errors
    /// When the bytes are not a whole detail pack that belongs to this map.
    pub fn give_detail(&self, pack: Option<&[u8]>) -> Result<(), BasemapError> {
        let refined =
            pack.map(|pack| DetailPack::open(pack)?.refine(self.sections.sum, self.fine()));
        let (level, answer) = match refined {
            Some(Ok(level)) => (Some(level), Ok(())),
            Some(Err(error)) => (None, Err(error)),
            None => (None, Ok(())),
        };
        self.detail.get_or_init(|| level);
        answer
    }

    /// The level to draw at a zoom (256-pixel tiles).
    pub fn level_for(&self, zoom: f64) -> &Level {
        if zoom >= DETAIL_FROM_ZOOM
            && let Some(detail) = self.detail()
        {
            detail
        } else if zoom >= FINE_FROM_ZOOM {
            self.fine()
        } else {
            self.coarse()
        }
    }
}
