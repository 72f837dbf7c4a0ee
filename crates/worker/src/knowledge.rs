//! What the worker knows: made once, from the blocks that the page carries asleep.
//!
//! A gazetteer pack or a tagger's weights come in as a block under their names, unpacked by the worker's script.
//! This is the only place where names of blocks are known.

use dateline_core::knowledge::Knowledge;

/// A block of the page, unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its name: what follows `dateline-knowledge-` in its id.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Name of the block that holds the gazetteer as a pack. The program has none of its own: the pack holds the hand-written table too.
pub const GAZETTEER: &str = "gazetteer";

/// Name of the block that holds the trained tagger; without it names are read by rules alone.
pub const TAGGER: &str = "tagger";

/// The knowledge from these blocks.
///
/// # Errors
/// One sentence that says why it cannot be made.
pub fn knowledge(blocks: Vec<Block>) -> Result<Knowledge, String> {
    let (mut gazetteer, mut tagger) = (None, None);
    for Block { name, bytes } in blocks {
        match name.as_str() {
            GAZETTEER => gazetteer = Some(bytes),
            TAGGER => tagger = Some(bytes),
            _ => return Err(format!("this worker does not know what to do with `{name}`")),
        }
    }
    let Some(gazetteer) = gazetteer else {
        return Err("this page carries no gazetteer, so that no article can be read".to_owned());
    };
    let made = Knowledge::from_pack(gazetteer).map_err(|error| error.to_string())?;
    match tagger {
        Some(tagger) => made.with_tagger(&tagger).map_err(|error| error.to_string()),
        None => Ok(made),
    }
}
