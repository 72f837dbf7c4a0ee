//! Hashes of words and features: the same on every machine, without keys.

/// A template and its value, as features are told apart; [`placed`] mixes the bits.
pub(super) fn feature(template: u8, value: u64) -> u64 {
    value ^ (u64::from(template) << 56 | u64::from(template)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The stored form of a feature of the word that stands so far from the token.
pub(super) fn placed(feature: u64, offset: i32) -> u32 {
    let moved = feature ^ (i64::from(offset) as u64).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mix(moved) >> 32) as u32
}

/// Two values as one; the order counts.
pub(super) fn pair(a: u64, b: u64) -> u64 {
    let both = a.rotate_left(23) ^ b.wrapping_mul(0xff51_afd7_ed55_8ccd);
    both.wrapping_mul(0xd6e8_feb8_6659_fd93) ^ both >> 32
}

/// The hash of some bytes.
pub(super) fn bytes(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325_u64;
    for b in bytes {
        h = (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(h)
}

/// A number that tells a text apart from others, read in wide steps: for tables alone, nothing that is trained or stored depends on it.
pub(super) fn quick(text: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (first, last) = match *text {
        [] => (0, 0),
        [a] => (u64::from(a), 0),
        [a, b] => (u64::from(a) | u64::from(b) << 8, 0),
        [a, b, c] => (u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16, 0),
        _ if text.len() > 16 => return bytes(text.iter().copied()),
        // Both ends, which may overlap.
        _ => match (text.first_chunk(), text.last_chunk()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => (four(text.first_chunk()) | four(text.last_chunk()) << 32, 0),
        },
    };
    let h = first.wrapping_mul(ODD);
    mix((h ^ h >> 32) ^ last.wrapping_add((text.len() as u64).wrapping_mul(ODD)))
}

fn four(bytes: Option<&[u8; 4]>) -> u64 {
    bytes.map_or(0, |&bytes| u32::from_le_bytes(bytes).into())
}

fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    h = (h ^ (h >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn texts_are_told_apart_whatever_their_lengths() {
        let texts = ["a", "aaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrst", "\0\0\0\0\0\0\0\0\0\0\0"];
        let parts: BTreeSet<&str> =
            texts.iter().flat_map(|t| (0..=t.len()).filter_map(|n| t.get(..n))).collect();
        let numbers: BTreeSet<u64> = parts.iter().map(|part| quick(part.as_bytes())).collect();
        assert_eq!(numbers.len(), parts.len());
    }
}
