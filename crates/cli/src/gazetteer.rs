//! The gazetteers that are part of the program.

use crate::args::Places;
use dateline_core::knowledge::{Knowledge, KnowledgeError};

const POCKET: &[u8] = include_bytes!("../../core/data/gazetteer/pocket.pack");
const WORLD: &[u8] = include_bytes!("../../core/data/gazetteer/world.pack");

/// What the engine knows with one of them.
pub(crate) fn knowledge(places: Places) -> Result<Knowledge, KnowledgeError> {
    Knowledge::from_pack(match places {
        Places::Pocket => POCKET,
        Places::World => WORLD,
    })
}
