//! Percent-encoding for values of an address.
//!
//! Letters and digits of every script stay readable where browsers leave them so; a space becomes `+`.

use dateline_core::text::percent;

/// A value as it stands in an address.
pub(super) fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'_'
            | b'.'
            | b'~'
            | b'/'
            | b','
            | b':' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                const HEX: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out
}

/// The value of an encoded text; `None` when it is not well encoded or not UTF-8.
pub(super) fn decode(text: &str) -> Option<String> {
    percent::decode(&text.replace('+', " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_encoded_is_refused() {
        for bad in ["%", "%F", "%GG", "%FF", "%C3"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
        assert_eq!(decode("a+b%20c%2B").as_deref(), Some("a b c+"));
    }

    proptest! {
        #[test]
        fn there_and_back(value in "\\PC{0,40}") {
            let encoded = encode(&value);
            prop_assert!(encoded.is_ascii());
            prop_assert_eq!(decode(&encoded), Some(value));
        }
    }
}
