//! The corpus as bytes: magic, version, checksum, body.
//!
//! The body is the `postcard` form of [`CorpusData`], with spans as `corpus::wire` writes them.
//! Any bytes may be given to `decode`: it answers with a corpus or with one sentence, and never panics.

use crate::checksum::checksum;
use crate::corpus::{CorpusData, wire};
use core::fmt;

const MAGIC: &[u8; 8] = b"dateline";
const VERSION: u32 = 4;
const HEADER_LEN: usize = 16;

/// Why bytes are not a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// They do not begin as a pack does.
    NotAPack,
    /// They were written by another version.
    Version(u32),
    /// The checksum does not fit the content.
    Damaged,
    /// The checksum fits but the content cannot be read.
    Unreadable,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => write!(
                f,
                "the articles are missing: what stands in their place is no Dateline pack"
            ),
            Self::Version(v) => write!(
                f,
                "the articles were packed by another version of Dateline (format {v}, this page reads {VERSION})"
            ),
            Self::Damaged => {
                write!(f, "the articles in this file are damaged: their checksum does not agree")
            }
            Self::Unreadable => {
                write!(f, "the articles in this file cannot be read although their checksum agrees")
            }
        }
    }
}

impl std::error::Error for PackError {}

/// The corpus as bytes; the same corpus gives the same bytes.
pub fn encode(data: &CorpusData) -> Vec<u8> {
    // Writing to memory cannot fail, and every type in the corpus has a postcard form.
    let mut data = data.clone();
    wire::shorten(&mut data);
    let body = postcard::to_allocvec(&data).unwrap_or_default();
    let mut bytes = Vec::with_capacity(HEADER_LEN + body.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&checksum(&body).to_le_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

/// The corpus in the bytes, as it was written; what leads nowhere in it is taken out by [`crate::corpus::Corpus::new`].
pub fn decode(bytes: &[u8]) -> Result<CorpusData, PackError> {
    let (header, body) = bytes.split_at_checked(HEADER_LEN).ok_or(PackError::NotAPack)?;
    let (magic, numbers) = header.split_at(MAGIC.len());
    if magic != MAGIC {
        return Err(PackError::NotAPack);
    }
    let number = |at: usize| {
        numbers.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
    };
    let version = number(0);
    if version != VERSION {
        return Err(PackError::Version(version));
    }
    if number(4) != checksum(body) {
        return Err(PackError::Damaged);
    }
    let mut data: CorpusData = postcard::from_bytes(body).map_err(|_| PackError::Unreadable)?;
    wire::restore(&mut data);
    Ok(data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_and_back() {
        let data = CorpusData { title: "One".into(), ..CorpusData::default() };
        assert_eq!(decode(&encode(&data)), Ok(data));
    }

    #[test]
    fn every_damage_has_its_word() {
        let good = encode(&CorpusData::default());
        let mut other_version = good.clone();
        other_version[8] = 9;
        let mut damaged = good.clone();
        damaged[12] ^= 1;
        assert_eq!(decode(b""), Err(PackError::NotAPack));
        assert_eq!(decode(b"some other file entirely"), Err(PackError::NotAPack));
        assert_eq!(decode(&other_version), Err(PackError::Version(9)));
        assert_eq!(decode(&damaged), Err(PackError::Damaged));
    }

    proptest! {
        #[test]
        fn any_bytes_are_survived(body in proptest::collection::vec(any::<u8>(), 0..400)) {
            let mut bytes = MAGIC.to_vec();
            bytes.extend_from_slice(&VERSION.to_le_bytes());
            bytes.extend_from_slice(&checksum(&body).to_le_bytes());
            bytes.extend_from_slice(&body);
            if let Ok(data) = decode(&bytes) {
                let _ = crate::corpus::Corpus::new(data);
            }
        }
    }
}
