//! Decimal numbers: lengths, degrees and scales as text, and degrees from text.
//!
//! In: a number and how many digits it may have after its point; or a text.
//! Out: the one form without an exponent; or the number.
//! The library's own way prints and reads every number there is, for which it carries 25 KB of tables; a page writes a few digits.

use dateline_core::order::within;

/// What is printed stays within this: more than any length or degree, and less than where a 64-bit float loses whole numbers.
const FARTHEST: f64 = 1e12;

/// More digits than this say nothing more to a 64-bit float; the first fifteen are exact in it.
const MOST_DIGITS: u32 = 15;

/// A number with at most `places` digits after the point (at most 6 of them), half away from zero, without zeros at its end.
///
/// What is no number is zero.
pub fn short(value: f64, places: u32) -> String {
    let mut text = fixed(value, places);
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text
}

/// A number with exactly `places` digits after the point (at most 6), half away from zero.
///
/// What is no number is zero.
pub fn fixed(value: f64, places: u32) -> String {
    let unit = 10i64.pow(places.min(6));
    let value = if value.is_nan() { 0.0 } else { within(value, -FARTHEST, FARTHEST) };
    let units = libm::round(value * unit as f64) as i64;
    let sign = if units < 0 { "-" } else { "" };
    let (whole, part) = (units.abs() / unit, units.abs() % unit);
    if unit == 1 {
        return format!("{sign}{whole}");
    }
    // The leading one keeps the zeros after the point.
    let part = (unit + part).to_string();
    format!("{sign}{whole}.{}", part.get(1..).unwrap_or_default())
}

/// The number that a text is: digits, at most one point among them, and a sign before them; nothing else.
pub fn read(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (mut number, mut n_digits, mut n_places, mut is_after, mut has_digit) =
        (0u64, 0, 0, false, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                has_digit = true;
                // A digit beyond those that count is dropped after the point, and no number of ours before it.
                if n_digits < MOST_DIGITS {
                    number = number * 10 + u64::from(byte - b'0');
                    n_digits += u32::from(number > 0);
                    n_places += i32::from(is_after);
                } else if !is_after {
                    return None;
                }
            }
            b'.' if !is_after => is_after = true,
            _ => return None,
        }
    }
    // Both are exact, so that the quotient is the nearest float there is; beyond 22 places all is zero.
    let value = if n_places > 22 { 0.0 } else { number as f64 / 10f64.powi(n_places) };
    has_digit.then_some(if text.len() > digits.len() { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_are_short() {
        for (value, places, text) in [
            (0.0, 1, "0"),
            (-0.01, 1, "0"),
            (12.34, 1, "12.3"),
            (-0.25, 1, "-0.3"),
            (7.96, 1, "8"),
            (100.0, 1, "100"),
            (100.0, 0, "100"),
            (1.000_004, 5, "1"),
            (f64::NAN, 1, "0"),
            (f64::INFINITY, 1, "1000000000000"),
        ] {
            assert_eq!(short(value, places), text, "{value}");
        }
    }

    #[test]
    fn what_is_no_plain_number_is_refused() {
        for text in
            ["", "-", ".", "1e5", "nan", "inf", "+1", "1.2.3", " 1", "٣", "9999999999999999"]
        {
            assert_eq!(read(text), None, "{text:?}");
        }
        for (text, value) in
            [("007.50", 7.5), ("-.5", -0.5), ("3.", 3.0), ("0.10000000000000000001", 0.1)]
        {
            assert_eq!(read(text), Some(value), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn reads_as_the_library_does(whole in -999_999_999i64..999_999_999, part in 0u32..999_999) {
            let text = format!("{whole}.{part:06}");
            prop_assert_eq!(read(&text), text.parse().ok());
        }

        #[test]
        fn what_is_printed_is_near_and_reads_back(value in -1e7f64..1e7, places in 0u32..6) {
            let text = fixed(value, places);
            let read_back = read(&text).unwrap();
            prop_assert!((read_back - value).abs() <= 0.500_001 * 0.1f64.powi(places as i32), "{} {}", text, value);
            prop_assert_eq!(read(&short(value, places)), Some(read_back));
            prop_assert_eq!(fixed(read_back, places), text);
        }
    }
}
