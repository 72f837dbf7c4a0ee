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

fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    h = (h ^ (h >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}
