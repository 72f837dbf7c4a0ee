//! The checksum of everything that is stored: CRC-32 as gzip has it.
//!
//! In: bytes. Out: their sum, by which what was damaged on its way is told from what was not.
//! It is no protection against somebody who wants to deceive.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// One table of 1 KB is slower than sixteen (measured: 5 ms for what a page carries), but the page carries it, too.
#[cfg(target_arch = "wasm32")]
type Tables = Table<1>;
#[cfg(not(target_arch = "wasm32"))]
type Tables = Table<16>;

static CRC_32: Crc<u32, Tables> = Crc::<u32, Tables>::new(&CRC_32_ISO_HDLC);

/// The sum of the bytes.
pub fn checksum(bytes: &[u8]) -> u32 {
    CRC_32.checksum(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_the_sum_that_gzip_has() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(super::checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(super::checksum(b""), 0);
    }
}
