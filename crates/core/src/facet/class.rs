//! The facets with few values that are the same in every corpus: kind of statement, and how sure a place is.

use crate::annotate::Confidence;
use crate::corpus::{Corpus, Manner, Sentence};

/// Ids of the kinds of statement: quoted, told, by a source without a name, and none at all.
pub(super) const STATEMENTS: [&str; 4] = ["direct", "told", "unnamed", "none"];
/// Ids of the classes of confidence.
pub(super) const CONFIDENCES: [&str; 3] = ["sure", "fair", "unsure"];

/// The kinds of statement in a sentence; quoted words inside a told sentence are quoted too.
pub(super) fn statements(corpus: &Corpus, sentence: &Sentence, mut at: impl FnMut(u32)) {
    let mut is_any = false;
    for said in corpus.statements_in(sentence) {
        is_any = true;
        at(u32::from(said.manner == Manner::Told));
        if said.is_unnamed() {
            at(2);
        }
    }
    if !is_any {
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
