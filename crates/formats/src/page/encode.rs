//! Bytes and texts in the form in which a page may hold them.
//!
//! Bytes become base64 of gzip, texts lose what HTML would read as markup; both directions are total.
//! The gzip header holds no time and no name, so the same bytes give the same block.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_core::checksum::checksum;

/// Magic, method "deflate", no flags, no time, "best compression", unknown system: RFC 1952, section 2.3.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
/// The best that `miniz_oxide` offers; a page is written once and opened often.
const LEVEL: u8 = 10;
/// A block that grows beyond this is no block of ours: more would not fit into a tab.
const MAX_BYTES: usize = 1 << 30;

/// Base64 of gzip of the bytes.
pub fn encode_block(bytes: &[u8]) -> String {
    encode_block_with(deflate, bytes)
}

/// The same with another way to make a DEFLATE stream (RFC 1951) of the bytes.
pub(super) fn encode_block_with(deflate: fn(&[u8]) -> Vec<u8>, bytes: &[u8]) -> String {
    STANDARD.encode(gzip(deflate, bytes))
}

/// The bytes as a DEFLATE stream (RFC 1951), made in little time.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(bytes, LEVEL)
}

/// The bytes of a block written by [`encode_block`]; none when it is damaged.
pub fn decode_block(text: &str) -> Option<Vec<u8>> {
    gunzip(&unpack_base64(text)?)
}

/// The gzip of a block.
pub(super) fn unpack_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text.trim_ascii()).ok()
}

/// A text as it may stand in HTML, between tags or inside a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A null character is an error in HTML wherever it stands.
            '\0' => out.push('\u{fffd}'),
            _ => out.push(ch),
        }
    }
    out
}

fn gzip(deflate: fn(&[u8]) -> Vec<u8>, bytes: &[u8]) -> Vec<u8> {
    let mut out = HEADER.to_vec();
    out.extend(deflate(bytes));
    out.extend(checksum(bytes).to_le_bytes());
    out.extend(length_mod_32_bits(bytes));
    out
}

fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let body = bytes.strip_prefix(&HEADER)?;
    let (deflated, trailer) = body.split_at_checked(body.len().checked_sub(8)?)?;
    let out = miniz_oxide::inflate::decompress_to_vec_with_limit(deflated, MAX_BYTES).ok()?;
    let (sum, length) = trailer.split_at_checked(4)?;
    let whole = sum == checksum(&out).to_le_bytes() && length == length_mod_32_bits(&out);
    whole.then_some(out)
}

fn length_mod_32_bits(bytes: &[u8]) -> [u8; 4] {
    let [a, b, c, d, ..] = (bytes.len() as u64).to_le_bytes();
    [a, b, c, d]
}
