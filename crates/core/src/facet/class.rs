//! The facets with few values that are the same in every corpus: kind of statement, and how sure a place is.

use super::said::{Source, of_sentence, source};
use crate::annotate::Confidence;
use crate::corpus::{Corpus, Manner, SentenceIdx};

/// Ids of the kinds of statement: quoted, told, by a source without a name, and none at all.
pub(super) const STATEMENTS: [&str; 4] = ["direct", "told", "unnamed", "none"];
/// Ids of the classes of confidence.
pub(super) const CONFIDENCES: [&str; 3] = ["sure", "fair", "unsure"];

/// The kinds of statement in a sentence; a told one with quoted words inside is quoted.
pub(super) fn statements(corpus: &Corpus, idx: SentenceIdx, mut at: impl FnMut(u32)) {
    let (here, _) = of_sentence(corpus, idx, 0);
    for said in &here {
        at(u32::from(said.manner == Manner::Told));
        let record = corpus.record(said.article);
        let first = record.statements.get(said.number);
        if first.is_some_and(|first| source(record, first) == Source::Described) {
            at(2);
        }
    }
    if here.is_empty() {
        at(3);
    }
}

/// The class of a confidence.
pub(super) fn confidence(confidence: Confidence) -> u32 {
    match confidence.hundredths() {
        Confidence::SURE_FROM.. => 0,
        Confidence::UNSURE_BELOW.. => 1,
        _ => 2,
    }
}
