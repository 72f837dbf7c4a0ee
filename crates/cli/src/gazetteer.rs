//! What the engine knows, as it is part of the program: two gazetteers, one tagger.

use crate::args::Places;
use anyhow::Result;
use dateline_core::knowledge::Knowledge;

/// Name of the block that carries the gazetteer in a page.
pub(crate) const BLOCK: &str = "gazetteer";

const POCKET: &[u8] = include_bytes!("../../core/data/gazetteer/pocket.pack");
/// The gazetteer of all places over 500 people.
pub(crate) const WORLD: &[u8] = include_bytes!("../../core/data/gazetteer/world.pack");
const TAGGER: &[u8] = include_bytes!("../../core/data/tagger/tagger.pack");

/// What the engine knows with one of them.
pub(crate) fn knowledge(places: Places) -> Result<Knowledge> {
    let knowledge = Knowledge::from_pack(match places {
        Places::Pocket => POCKET,
        Places::World => WORLD,
    })?;
    Ok(knowledge.with_tagger(TAGGER)?)
}
