//! The area of an address: `west/south/east/north` in degrees.
//!
//! A drawn area is rounded to what its zoom can show before it comes here; what is read is rounded to hundred-thousandths of a degree, and zeros at the end are not printed.

use crate::decimal;
use dateline_core::facet::Area;

/// The one form of an area.
pub(super) fn print(area: Area) -> String {
    area.hundred_thousandths().map(degrees).join("/")
}

fn degrees(units: i32) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let (whole, part) = (units.unsigned_abs() / 100_000, units.unsigned_abs() % 100_000);
    let digits = format!("{part:05}");
    let digits = digits.trim_end_matches('0');
    let point = if digits.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{digits}")
}

/// An area, if there are four numbers that make one.
pub(super) fn read(value: &str) -> Option<Area> {
    let mut numbers = value.split('/').map(decimal::read);
    let mut next = || numbers.next().flatten();
    let (west, south, east, north) = (next()?, next()?, next()?, next()?);
    numbers.next().is_none().then(|| Area::new(west, south, east, north))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_form() {
        for (given, canonical) in [
            ("35.7/32.3/42.4/37.4", Some("35.7/32.3/42.4/37.4")),
            ("35.70/032.300/42/37", Some("35.7/32.3/42/37")),
            ("-0.0000001/-1/0.00001/0", Some("0/-1/0.00001/0")),
            ("180/-20/-170.5/-15", Some("-180/-20/-170.5/-15")),
            ("170/-20/-180/-15", Some("170/-20/180/-15")),
            ("35/32/42", None),
            ("35/32/42/37/1", None),
            ("35/37/42/32", None),
            ("35/32/35/37", None),
            ("nan/32/42/37", None),
            ("35/32/inf/37", None),
            ("", None),
        ] {
            assert_eq!(read(given).map(print).as_deref(), canonical, "{given}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back(
            west in -180.0f64..180.0, south in -90.0f64..90.0, east in -180.0f64..180.0, north in -90.0f64..90.0,
        ) {
            let area = Area::new(west, south, east, north);
            prop_assert_eq!(area.and_then(|a| read(&print(a))), area);
        }
    }
}
