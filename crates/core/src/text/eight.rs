//! Bytes read eight at a time: how many at the beginning of a text are of a kind.
//!
//! In go bytes; out come lengths.
//! Each byte is judged in its own eight bits of one number, so that nothing runs over into the next.

const EACH: u64 = u64::from_ne_bytes([1; 8]);
const HIGH: u64 = EACH * 0x80;

/// How many ASCII letters and digits stand at the beginning.
#[inline]
pub(super) fn alphanumeric_len(bytes: &[u8]) -> usize {
    len_of(bytes, not_alphanumeric, |b| b.is_ascii_alphanumeric())
}

/// How many bytes stand before the first that is neither a letter nor a space: most marks and digits, line ends, and all that is not ASCII.
#[inline]
pub(super) fn letters_and_spaces_len(bytes: &[u8]) -> usize {
    len_of(bytes, not_letter_or_space, |b| matches!(b, b' ' | 0x40..0x80))
}

/// How many bytes stand before the first that is not of a kind; it is told twice, for eight at once and for the last few.
#[inline]
fn len_of(bytes: &[u8], others: impl Fn(u64) -> u64, is_of_kind: impl Fn(u8) -> bool) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    for (eight, n) in eights.iter().zip(0..) {
        let others = others(u64::from_le_bytes(*eight));
        if others != 0 {
            return n * 8 + others.trailing_zeros() as usize / 8;
        }
    }
    let n = rest.iter().position(|&b| !is_of_kind(b)).unwrap_or(rest.len());
    bytes.len() - rest.len() + n
}

/// The high bit of each byte that is no ASCII letter or digit.
fn not_alphanumeric(eight: u64) -> u64 {
    let low = eight & !HIGH;
    let small = low | (EACH * 0x20);
    // The high bit of a sum says that the byte reaches a limit.
    let from = |bytes: u64, limit: u8| bytes + EACH * u64::from(0x80 - limit);
    let digit = from(low, b'0') & !from(low, b'9' + 1);
    let letter = from(small, b'a') & !from(small, b'z' + 1);
    (!(digit | letter) | eight) & HIGH
}

/// The high bit of each byte below 0x40 that is no space, or that is not ASCII.
fn not_letter_or_space(eight: u64) -> u64 {
    let to_space = eight ^ (EACH * u64::from(b' '));
    let no_space = (to_space & !HIGH) + !HIGH;
    (!(eight << 1) & no_space | eight) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_judged_alike_wherever_it_stands() {
        for before in 0..20 {
            for byte in 0..=255u8 {
                let mut bytes = vec![b'q'; before];
                bytes.push(byte);
                for behind in [0, 1, 7, 12] {
                    let mut bytes = bytes.clone();
                    bytes.extend(vec![b'!'; behind]);
                    let n = before + usize::from(byte.is_ascii_alphanumeric());
                    assert_eq!(alphanumeric_len(&bytes), n, "{byte} behind {before}");
                    let n = before + usize::from(matches!(byte, b' ' | 0x40..0x80));
                    assert_eq!(letters_and_spaces_len(&bytes), n, "{byte} behind {before}");
                }
            }
        }
    }
}
