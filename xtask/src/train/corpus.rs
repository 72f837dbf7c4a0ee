//! The sets: which there are, how much each counts, and their documents with every name as the tagger's kinds.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use dateline_core::recognise::tagger::NameKind;
use serde::Deserialize;

use super::spacing;

/// A set to train on.
pub(super) struct Set {
    pub(super) name: &'static str,
    pub(super) licence: &'static str,
    /// How much one of its samples counts.
    weight: f32,
    /// Whether its tokens are joined by spaces.
    is_spaced: bool,
    /// Whether all its names are marked.
    marks: Marks,
}

/// Which names a set marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// All of every kind.
    All,
    /// Persons, organisations and places; others may stand unmarked.
    NoOthers,
    /// Some of every kind.
    Some,
}

#[rustfmt::skip]
pub(super) const SETS: [Set; 7] = [
    Set { name: "worldwide-a", licence: "published for research (Shan et al., EMNLP 2023)", weight: 1.5, is_spaced: false, marks: Marks::All },
    Set { name: "re3d-a", licence: "OGL v3, public domain, CC BY, CC BY-SA", weight: 1.0, is_spaced: false, marks: Marks::Some },
    Set { name: "gmb-news", licence: "public domain", weight: 0.4, is_spaced: true, marks: Marks::NoOthers },
    Set { name: "wikigold", licence: "CC BY 4.0", weight: 0.8, is_spaced: true, marks: Marks::All },
    Set { name: "uner", licence: "CC BY-SA 4.0", weight: 0.8, is_spaced: true, marks: Marks::NoOthers },
    Set { name: "wnut17", licence: "CC BY 4.0", weight: 0.3, is_spaced: true, marks: Marks::NoOthers },
    Set { name: "btc-news", licence: "CC BY 4.0", weight: 0.3, is_spaced: true, marks: Marks::NoOthers },
];

/// A name as a set marks it: bytes from `start` up to `end`.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: NameKind,
}

/// An annotated text.
#[derive(Clone)]
pub(super) struct Document {
    pub(super) set: &'static str,
    pub(super) id: String,
    pub(super) text: String,
    pub(super) names: Vec<Name>,
    pub(super) marks: Marks,
    pub(super) weight: f32,
}

impl Document {
    /// Whether it is kept apart when the tagger is judged: about one of seven, spread over a set.
    pub(super) fn is_held_out(&self) -> bool {
        let part = match self.set {
            "worldwide-a" => 7,
            "wikigold" | "uner" | "re3d-a" | "gmb-news" => 10,
            _ => return false,
        };
        self.number().is_multiple_of(part)
    }

    /// A number that depends on the id alone.
    pub(super) fn number(&self) -> u32 {
        self.id.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
            >> 7
    }
}

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// All documents of all sets.
pub(super) fn read(folder: &Path) -> Result<Vec<Document>> {
    let mut out = Vec::new();
    for set in &SETS {
        let path = folder.join("train").join(format!("{}.jsonl", set.name));
        let lines =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for line in lines.lines() {
            let record: Record = serde_json::from_str(line)?;
            out.push(document(set, record));
        }
    }
    Ok(out)
}

fn document(set: &'static Set, record: Record) -> Document {
    let bytes: Vec<usize> =
        record.text.char_indices().map(|(i, _)| i).chain([record.text.len()]).collect();
    let mut names: Vec<Name> = record
        .entities
        .iter()
        .filter_map(|e| {
            let (start, end) = (*bytes.get(e.start)?, *bytes.get(e.end)?);
            Some(Name { start, end, kind: kind(&e.kind)? })
        })
        .collect();
    names.sort_by_key(|n| (n.start, std::cmp::Reverse(n.end)));
    let mut text = record.text;
    if set.is_spaced {
        let (joined, way) = spacing::join(&text);
        for name in &mut names {
            name.start = way[name.start];
            name.end = way[name.end];
            // The end of the last word, not the space after it.
            while name.end > name.start && joined[..name.end].ends_with(' ') {
                name.end -= 1;
            }
            while name.start < name.end && joined[name.start..].starts_with(' ') {
                name.start += 1;
            }
        }
        text = joined;
    }
    let weight = if record.id.starts_with("ewt") { 0.5 } else { set.weight };
    Document { set: set.name, id: record.id, text, names, marks: set.marks, weight }
}

/// The tagger's kind for a set's word; none for what is no name.
fn kind(word: &str) -> Option<NameKind> {
    Some(match word {
        "Location" | "Facility" | "LOC" | "location" => NameKind::Place,
        "Person" | "PER" | "person" => NameKind::Person,
        "Organization" | "Organisation" | "ORG" | "corporation" | "group" => NameKind::Organisation,
        "NORP" | "Misc" | "Product" | "MISC" | "Nationality" | "GPE-OR-NATIONALITY"
        | "creative-work" | "product" | "MilitaryPlatform" | "Weapon" | "DocumentReference" => {
            NameKind::Other
        }
        _ => return None,
    })
}
