//! Data blocks of the page: base64 of gzip in `<script type="application/octet-stream" id="…">`, as `dateline-formats` writes them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use core::fmt;
use dateline_core::checksum::checksum;
use miniz_oxide::inflate;

/// A block that grows beyond this is no block of ours: more would not fit into a tab.
const MAX_BYTES: usize = 1 << 30;
/// Bytes of a gzip header without optional fields (RFC 1952, section 2.3).
const GZIP_HEADER: usize = 10;
/// Bytes of the checksum and the length after the data.
const GZIP_TRAILER: usize = 8;

/// Why a block cannot be read; the texts name what the reader knows, not the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockError {
    /// There is no such block, or it is empty.
    Missing,
    /// It is not base64 of a whole gzip stream.
    Damaged,
}

impl fmt::Display for BlockError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Missing => "the articles are missing: this file holds none",
            Self::Damaged => "the articles in this file are damaged: they cannot be unpacked",
        })
    }
}

/// The bytes of the block with this id.
pub fn read_block(id: &str) -> Result<Vec<u8>, BlockError> {
    let text = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.text_content())
        .unwrap_or_default();
    unpack(text)
}

/// No deflated byte becomes more than these: a match of 258 bytes takes at least two bits.
const MOST_PER_BYTE: usize = 1032;

fn unpack(text: String) -> Result<Vec<u8>, BlockError> {
    let base64 = text.trim_ascii();
    if base64.is_empty() {
        return Err(BlockError::Missing);
    }
    let packed = STANDARD.decode(base64).map_err(|_| BlockError::Damaged)?;
    // A program never gives memory back: what is done with goes before more is taken.
    drop(text);
    gunzip(&packed).ok_or(BlockError::Damaged)
}

fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    // Magic, method "deflate", and no optional fields: the only header that our writer makes.
    if !bytes.starts_with(&[0x1f, 0x8b, 8, 0]) {
        return None;
    }
    let body = bytes.get(GZIP_HEADER..)?;
    let (deflated, trailer) = body.split_at_checked(body.len().checked_sub(GZIP_TRAILER)?)?;
    let n_bytes = trailer.last_chunk::<4>().copied().map(u32::from_le_bytes)? as usize;
    if n_bytes > MAX_BYTES.min(deflated.len().saturating_mul(MOST_PER_BYTE)) {
        return None;
    }
    let mut plain = vec![0; n_bytes];
    let parts = core::iter::once(deflated);
    let written = inflate::decompress_slice_iter_to_slice(&mut plain, parts, false, true).ok()?;
    if written != n_bytes {
        return None;
    }
    let sum = trailer.first_chunk::<4>().copied().map(u32::from_le_bytes)?;
    (sum == checksum(&plain)).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(plain: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
        bytes.extend(miniz_oxide::deflate::compress_to_vec(plain, 6));
        bytes.extend(checksum(plain).to_le_bytes());
        bytes.extend((plain.len() as u32).to_le_bytes());
        bytes
    }

    #[test]
    fn a_block_is_read_or_refused_with_a_reason() {
        let good = pack(b"Qamishli");
        let mut flipped = good.clone();
        flipped[12] ^= 0x10;
        for (block, expected) in [
            (STANDARD.encode(&good), Ok(b"Qamishli".to_vec())),
            (String::new(), Err(BlockError::Missing)),
            ("not base64!".into(), Err(BlockError::Damaged)),
            (STANDARD.encode(&good[..good.len() - 9]), Err(BlockError::Damaged)),
            (STANDARD.encode(b"\x1f\x8b\x08\x00"), Err(BlockError::Damaged)),
            (STANDARD.encode(flipped), Err(BlockError::Damaged)),
        ] {
            assert_eq!(unpack(block.clone()), expected, "{block}");
        }
    }
}
