//! The words that matter for time, and what each may say.
//!
//! Whether "May" or "second" means a time in its place is judged by the readers, not here.

use super::period::Unit as U;
use crate::text::word_table::WordTable;
use core::fmt;
use table::WORDS;

mod table;

/// What a token may say about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing.
    Other,
    // Marks.
    Break,
    Comma,
    Dot,
    Colon,
    Slash,
    Hyphen,
    Dash,
    Apostrophe,
    Possessive,
    /// A bracket or a quotation mark that opens or closes.
    Bracket,
    Mark,
    // Numbers.
    /// Digits, and how many.
    Digits(u32, u8),
    /// "1990s", "80s".
    Decade(u16),
    /// "first", "3rd".
    Ordinal(u8),
    /// One to ninety in letters.
    Count(u8),
    Hundred,
    Thousand,
    Dozen,
    Half,
    /// "several", "few".
    Vague,
    Some,
    Couple,
    // Names of the calendar.
    Month(u8),
    ShortMonth(u8),
    Weekday(u8),
    ShortWeekday(u8),
    Weekdays(u8),
    /// The first month of a season.
    Season(u8),
    /// "Q3".
    QuarterName(u8),
    Fiscal,
    /// Christmas, Easter, Thanksgiving and the like: see `holiday`.
    Holiday,
    // Units.
    Unit(U),
    Units(U),
    /// "monthly".
    Often(U),
    /// "monthlong".
    Lasting(U),
    // The hours of the day.
    /// "8pm" as an hour of 24.
    Hour(u8),
    Am,
    Pm,
    OClock,
    Zone,
    Local,
    Time,
    /// Morning, afternoon and so on.
    Part(DayPart),
    Parts,
    Noon,
    Midnight,
    Tonight,
    // Words that point.
    /// Today, yesterday, tomorrow: days from the article's.
    Today(i8),
    Now,
    Recently,
    Soon,
    Recent,
    Present,
    Future,
    A,
    The,
    This,
    That,
    Same,
    Next,
    Last,
    Past,
    Previous,
    Following,
    Coming,
    Current,
    Final,
    Every,
    Another,
    Once,
    Twice,
    Times,
    Straight,
    // What goes before or after an amount.
    Early,
    Late,
    Mid,
    Earlier,
    Later,
    Ago,
    Before,
    After,
    About,
    More,
    Less,
    Than,
    At,
    Least,
    Up,
    Old,
    Long,
    /// "end", "beginning".
    Edge,
    // Small words.
    Of,
    And,
    Or,
    As,
    So,
    To,
    In,
    On,
    By,
    For,
    From,
    Per,
    Until,
    /// Any other preposition of time.
    Prep,
    /// What happened on 11 September 2001.
    Attack,
    /// Other small words that are no nouns.
    Small,
    Is,
    /// A verb that speaks of what is done.
    Did,
    /// A verb that speaks of what is to come.
    Will,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// As TIMEX3 writes it.
impl fmt::Display for DayPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        })
    }
}

/// For every word its place in the table, from 1.
static TABLE: WordTable<512, 1024> = {
    let mut table = WordTable::EMPTY;
    let mut n = 0;
    while n < WORDS.len() {
        table = table.with(WORDS[n].0, n as u32 + 1);
        n += 1;
    }
    table
};

/// What a word of ASCII letters may say, however it is written.
#[inline]
pub(super) fn look_up(word: &[u8]) -> Word {
    let place = (TABLE.of_bytes(word) as usize).checked_sub(1);
    place.and_then(|place| WORDS.get(place)).map_or(Word::Other, |&(_, says)| says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (word, says) in WORDS {
            assert_eq!(look_up(word.as_bytes()), *says, "{word}");
            assert_eq!(look_up(word.to_uppercase().as_bytes()), *says, "{word}");
        }
        for word in ["", "x", "augustus", "january-february", "é", "{", "marchioness-of-x"] {
            assert_eq!(look_up(word.as_bytes()), Word::Other, "{word}");
        }
    }
}
