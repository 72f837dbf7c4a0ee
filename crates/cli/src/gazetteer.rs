//! What the engine knows, as it is part of the program: two gazetteers, one tagger.

use crate::args::Places;
use anyhow::Result;
use dateline_core::knowledge::Knowledge;

const POCKET: &[u8] = include_bytes!("../../core/data/gazetteer/pocket.pack");
const WORLD: &[u8] = include_bytes!("../../core/data/gazetteer/world.pack");
const TAGGER: &[u8] = include_bytes!("../../core/data/tagger/tagger.pack");

/// What the engine knows with one of them.
pub(crate) fn knowledge(places: Places) -> Result<Knowledge> {
    let knowledge = Knowledge::from_pack(match places {
        Places::Pocket => POCKET,
        Places::World => WORLD,
    })?;
    Ok(knowledge.with_tagger(TAGGER)?)
}
