//! Names of months and weekdays.
//!
//! English in full and abbreviated, with a capital ("may 28" is no date); French, German, Spanish, Turkish and Arabic months in full.
//! Which other words may stand beside them is decided in `dates`.

/// A month with what its name demands of the words around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Month {
    /// 1 to 12.
    pub(super) number: u8,
    /// Whether the name is English; the others count only between a day and a year.
    pub(super) is_english: bool,
}

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const OTHERS: [&[&str]; 12] = [
    &["janvier", "januar", "jänner", "enero", "ocak", "يناير"],
    &["février", "fevrier", "februar", "febrero", "şubat", "فبراير", "شباط"],
    &["mars", "märz", "marzo", "mart", "مارس", "آذار"],
    &["avril", "abril", "nisan", "أبريل", "ابريل", "نيسان"],
    &["mai", "mayo", "mayıs", "مايو", "أيار"],
    &["juin", "juni", "junio", "haziran", "يونيو", "حزيران"],
    &["juillet", "juli", "julio", "temmuz", "يوليو", "تموز"],
    &["août", "aout", "agosto", "ağustos", "أغسطس", "آب"],
    &["septembre", "septiembre", "eylül", "سبتمبر", "أيلول"],
    &["octobre", "oktober", "octubre", "ekim", "أكتوبر"],
    &["novembre", "noviembre", "kasım", "نوفمبر"],
    &["décembre", "decembre", "dezember", "diciembre", "aralık", "ديسمبر"],
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("monday", "mon"),
    ("tuesday", "tue tues"),
    ("wednesday", "wed weds"),
    ("thursday", "thu thur thurs"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
];

/// The month that a word names.
pub(super) fn month(word: &str) -> Option<Month> {
    let lower = word.to_lowercase();
    let place =
        |idx: usize, is_english| Some(Month { number: u8::try_from(idx + 1).ok()?, is_english });
    if word.starts_with(|c: char| c.is_ascii_uppercase()) {
        let is_abbreviation = lower.len() == 3 || lower == "sept";
        let named =
            |name: &str| *name == lower || (is_abbreviation && name.starts_with(lower.as_str()));
        if let Some(idx) = ENGLISH.iter().position(|name| named(name)) {
            return place(idx, true);
        }
    }
    let idx = OTHERS.iter().position(|names| names.contains(&lower.as_str()))?;
    place(idx, false)
}

/// The weekday that an English word names, 0 for Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    let lower = word.to_lowercase();
    let idx = WEEKDAYS
        .iter()
        .position(|(name, short)| *name == lower || short.split(' ').any(|s| s == lower))?;
    word.starts_with(|c: char| c.is_ascii_uppercase()).then(|| u8::try_from(idx).ok())?
}
