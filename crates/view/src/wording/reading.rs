//! The wording of the open article.

use super::number;
use crate::state::MarkKind;

/// Accessible name of the switches for marks.
pub const MARKS_LABEL: &str = "Marks in the text";

/// "Places 12".
pub fn marks(kind: MarkKind, n: usize) -> String {
    let name = match kind {
        MarkKind::Place => "Places",
        MarkKind::Person => "People",
        MarkKind::Organisation => "Organisations",
        MarkKind::Date => "Dates",
    };
    format!("{name}\u{a0}{}", number(n))
}
