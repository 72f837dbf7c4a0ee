//! What the worker tells the page: annotated articles, problems, and how far it is.
//!
//! In bytes, because the two programs share no memory.
//! Bytes that are no report are refused, never trusted; what they hold of articles is a pack of `core`, which is checked again when it is opened.

use serde::{Deserialize, Serialize};

/// One message of the worker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Articles annotated since the order was given.
    pub n_done: u32,
    /// Articles of the order, as far as is known: a file that is not read yet counts as one.
    pub n_known: u32,
    /// The articles of this message as a pack (`core::pack`); empty when there are none.
    pub pack: Vec<u8>,
    /// Articles of this message that came twice in it, and stand in the pack once.
    pub n_twice: u32,
    /// What could not be read since the message before, as sentences.
    pub problems: Vec<String>,
    /// Problems beyond those that are told.
    pub n_more_problems: u32,
}

impl Report {
    /// As bytes.
    pub fn encode(&self) -> Vec<u8> {
        // Writing to memory cannot fail, and every field has a postcard form.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// From bytes; none when they are no report.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn there_and_back(n_done: u32, n_known: u32, pack: Vec<u8>, problems: Vec<String>) {
            let report = Report { n_done, n_known, pack, n_twice: n_known, problems, n_more_problems: n_done };
            proptest::prop_assert_eq!(Report::decode(&report.encode()), Some(report));
        }

        #[test]
        fn any_bytes_are_survived(bytes: Vec<u8>) {
            let _ = Report::decode(&bytes);
        }
    }
}
