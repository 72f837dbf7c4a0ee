//! The words that matter for time, and what each may say.
//!
//! One table, sorted when the program is compiled; a word is found by its first letter and one number that holds all its letters.
//! Whether "May" or "second" means a time in its place is judged by the readers, not here.

use super::period::Unit as U;
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
    /// Morning, afternoon and so on, as TIMEX3 writes them.
    Part(&'static str),
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

const N_WORDS: usize = WORDS.len();
/// Longest word of the table, and most letters that one number holds.
const MAX_LEN: usize = 16;

/// The letters of a short word, small, in one number, so that words are ordered by their first letter.
const fn packed(word: &[u8]) -> u128 {
    let mut out = 0u128;
    let mut i = 0;
    while i < MAX_LEN {
        let byte = if i < word.len() { word[i].to_ascii_lowercase() } else { 0 };
        out = out << 8 | byte as u128;
        i += 1;
    }
    out
}

/// The table, sorted.
static SORTED: [(u128, Word); N_WORDS] = {
    let mut out = [(0, Word::Other); N_WORDS];
    let mut n = 0;
    while n < N_WORDS {
        let entry = (packed(WORDS[n].0.as_bytes()), WORDS[n].1);
        let mut at = n;
        while at > 0 && out[at - 1].0 > entry.0 {
            out[at] = out[at - 1];
            at -= 1;
        }
        out[at] = entry;
        n += 1;
    }
    out
};

/// For every letter and one past the last, where its words begin in the table.
static STARTS: [u16; 27] = {
    let mut out = [0; 27];
    let mut letter = 0;
    let mut at = 0;
    while letter < 27 {
        while at < N_WORDS && SORTED_FIRST[at] < b'a' + letter as u8 {
            at += 1;
        }
        out[letter] = at as u16;
        letter += 1;
    }
    out
};

const SORTED_FIRST: [u8; N_WORDS] = {
    let mut counts = [0usize; 256];
    let mut n = 0;
    while n < N_WORDS {
        counts[WORDS[n].0.as_bytes()[0] as usize] += 1;
        n += 1;
    }
    let mut out = [0; N_WORDS];
    let mut byte = 0;
    let mut at = 0;
    while byte < 256 {
        let end = at + counts[byte];
        while at < end {
            out[at] = byte as u8;
            at += 1;
        }
        byte += 1;
    }
    out
};

/// What a word of ASCII letters may say, however it is written.
pub(super) fn look_up(word: &[u8]) -> Word {
    let Some(first) = word.first().map(u8::to_ascii_lowercase) else {
        return Word::Other;
    };
    if !first.is_ascii_lowercase() || word.len() > MAX_LEN {
        return Word::Other;
    }
    let letter = usize::from(first - b'a');
    let (Some(&from), Some(&to)) = (STARTS.get(letter), STARTS.get(letter + 1)) else {
        return Word::Other;
    };
    let key = packed(word);
    SORTED
        .get(usize::from(from)..usize::from(to))
        .unwrap_or_default()
        .iter()
        .find(|(k, _)| *k == key)
        .map_or(Word::Other, |&(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found() {
        for (word, says) in WORDS {
            assert!(word.len() <= MAX_LEN, "{word}");
            assert_eq!(look_up(word.as_bytes()), *says, "{word}");
            assert_eq!(look_up(word.to_uppercase().as_bytes()), *says, "{word}");
        }
        for word in ["", "x", "augustus", "january-february", "é", "{", "marchioness-of-x"] {
            assert_eq!(look_up(word.as_bytes()), Word::Other, "{word}");
        }
    }
}
