//! The words that matter for time, and what each may say.
//!
//! One table, sorted when the program is compiled; a word is found by its first letter and one number that holds all its letters.
//! Whether "May" or "second" means a time in its place is judged by the readers, not here.

use super::period::Unit as U;

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
    /// Any other preposition of time.
    Prep,
    /// Other small words that are no nouns.
    Small,
    /// A verb that speaks of what is done.
    Did,
    /// A verb that speaks of what is to come.
    Will,
}

const WORDS: &[(&str, Word)] = {
    use Word::*;
    &[
        ("one", Count(1)),
        ("two", Count(2)),
        ("three", Count(3)),
        ("four", Count(4)),
        ("five", Count(5)),
        ("six", Count(6)),
        ("seven", Count(7)),
        ("eight", Count(8)),
        ("nine", Count(9)),
        ("ten", Count(10)),
        ("eleven", Count(11)),
        ("twelve", Count(12)),
        ("thirteen", Count(13)),
        ("fourteen", Count(14)),
        ("fifteen", Count(15)),
        ("sixteen", Count(16)),
        ("seventeen", Count(17)),
        ("eighteen", Count(18)),
        ("nineteen", Count(19)),
        ("twenty", Count(20)),
        ("thirty", Count(30)),
        ("forty", Count(40)),
        ("fifty", Count(50)),
        ("sixty", Count(60)),
        ("seventy", Count(70)),
        ("eighty", Count(80)),
        ("ninety", Count(90)),
        ("hundred", Hundred),
        ("thousand", Thousand),
        ("dozen", Dozen),
        ("half", Half),
        ("several", Vague),
        ("few", Vague),
        ("many", Vague),
        ("numerous", Vague),
        ("some", Some),
        ("couple", Couple),
        ("first", Ordinal(1)),
        ("second", Ordinal(2)),
        ("third", Ordinal(3)),
        ("fourth", Ordinal(4)),
        ("fifth", Ordinal(5)),
        ("sixth", Ordinal(6)),
        ("seventh", Ordinal(7)),
        ("eighth", Ordinal(8)),
        ("ninth", Ordinal(9)),
        ("tenth", Ordinal(10)),
        ("eleventh", Ordinal(11)),
        ("twelfth", Ordinal(12)),
        ("thirteenth", Ordinal(13)),
        ("fourteenth", Ordinal(14)),
        ("fifteenth", Ordinal(15)),
        ("sixteenth", Ordinal(16)),
        ("seventeenth", Ordinal(17)),
        ("eighteenth", Ordinal(18)),
        ("nineteenth", Ordinal(19)),
        ("twentieth", Ordinal(20)),
        ("january", Month(1)),
        ("february", Month(2)),
        ("march", Month(3)),
        ("april", Month(4)),
        ("may", Month(5)),
        ("june", Month(6)),
        ("july", Month(7)),
        ("august", Month(8)),
        ("september", Month(9)),
        ("october", Month(10)),
        ("november", Month(11)),
        ("december", Month(12)),
        ("jan", ShortMonth(1)),
        ("feb", ShortMonth(2)),
        ("mar", ShortMonth(3)),
        ("apr", ShortMonth(4)),
        ("jun", ShortMonth(6)),
        ("jul", ShortMonth(7)),
        ("aug", ShortMonth(8)),
        ("sep", ShortMonth(9)),
        ("sept", ShortMonth(9)),
        ("oct", ShortMonth(10)),
        ("nov", ShortMonth(11)),
        ("dec", ShortMonth(12)),
        ("monday", Weekday(0)),
        ("tuesday", Weekday(1)),
        ("wednesday", Weekday(2)),
        ("thursday", Weekday(3)),
        ("friday", Weekday(4)),
        ("saturday", Weekday(5)),
        ("sunday", Weekday(6)),
        ("mon", ShortWeekday(0)),
        ("tue", ShortWeekday(1)),
        ("tues", ShortWeekday(1)),
        ("wed", ShortWeekday(2)),
        ("thu", ShortWeekday(3)),
        ("thur", ShortWeekday(3)),
        ("thurs", ShortWeekday(3)),
        ("fri", ShortWeekday(4)),
        ("sat", ShortWeekday(5)),
        ("sun", ShortWeekday(6)),
        ("mondays", Weekdays(0)),
        ("tuesdays", Weekdays(1)),
        ("wednesdays", Weekdays(2)),
        ("thursdays", Weekdays(3)),
        ("fridays", Weekdays(4)),
        ("saturdays", Weekdays(5)),
        ("sundays", Weekdays(6)),
        ("spring", Season(3)),
        ("summer", Season(6)),
        ("autumn", Season(9)),
        ("fall", Season(9)),
        ("winter", Season(12)),
        ("fiscal", Fiscal),
        ("christmas", Holiday),
        ("easter", Holiday),
        ("thanksgiving", Holiday),
        ("halloween", Holiday),
        ("new", Holiday),
        ("valentine", Holiday),
        ("labor", Holiday),
        ("labour", Holiday),
        ("memorial", Holiday),
        ("independence", Holiday),
        ("veterans", Holiday),
        ("boxing", Holiday),
        ("good", Holiday),
        ("palm", Holiday),
        ("ash", Holiday),
        ("minute", Unit(U::Minute)),
        ("hour", Unit(U::Hour)),
        ("day", Unit(U::Day)),
        ("week", Unit(U::Week)),
        ("weekend", Unit(U::Weekend)),
        ("month", Unit(U::Month)),
        ("quarter", Unit(U::Quarter)),
        ("year", Unit(U::Year)),
        ("decade", Unit(U::Decade)),
        ("century", Unit(U::Century)),
        ("seconds", Units(U::Second)),
        ("minutes", Units(U::Minute)),
        ("hours", Units(U::Hour)),
        ("days", Units(U::Day)),
        ("weeks", Units(U::Week)),
        ("weekends", Units(U::Weekend)),
        ("months", Units(U::Month)),
        ("quarters", Units(U::Quarter)),
        ("years", Units(U::Year)),
        ("decades", Units(U::Decade)),
        ("centuries", Units(U::Century)),
        ("hourly", Often(U::Hour)),
        ("daily", Often(U::Day)),
        ("weekly", Often(U::Week)),
        ("monthly", Often(U::Month)),
        ("quarterly", Often(U::Quarter)),
        ("yearly", Often(U::Year)),
        ("annual", Often(U::Year)),
        ("annually", Often(U::Year)),
        ("daylong", Lasting(U::Day)),
        ("weeklong", Lasting(U::Week)),
        ("monthlong", Lasting(U::Month)),
        ("yearlong", Lasting(U::Year)),
        ("am", Am),
        ("a.m", Am),
        ("a.m.", Am),
        ("pm", Pm),
        ("p.m", Pm),
        ("p.m.", Pm),
        ("o'clock", OClock),
        ("gmt", Zone),
        ("utc", Zone),
        ("est", Zone),
        ("edt", Zone),
        ("et", Zone),
        ("cst", Zone),
        ("cdt", Zone),
        ("pst", Zone),
        ("pdt", Zone),
        ("pt", Zone),
        ("cet", Zone),
        ("cest", Zone),
        ("bst", Zone),
        ("eet", Zone),
        ("local", Local),
        ("eastern", Local),
        ("time", Time),
        ("morning", Part("MO")),
        ("afternoon", Part("AF")),
        ("evening", Part("EV")),
        ("night", Part("NI")),
        ("overnight", Part("NI")),
        ("daytime", Part("DT")),
        ("mornings", Parts),
        ("afternoons", Parts),
        ("evenings", Parts),
        ("nights", Parts),
        ("noon", Noon),
        ("midday", Noon),
        ("midnight", Midnight),
        ("tonight", Tonight),
        ("today", Today(0)),
        ("yesterday", Today(-1)),
        ("tomorrow", Today(1)),
        ("now", Now),
        ("currently", Now),
        ("nowadays", Now),
        ("presently", Now),
        ("recently", Recently),
        ("lately", Recently),
        ("previously", Recently),
        ("formerly", Recently),
        ("soon", Soon),
        ("recent", Recent),
        ("present", Present),
        ("moment", Present),
        ("future", Future),
        ("a", A),
        ("an", A),
        ("the", The),
        ("this", This),
        ("these", This),
        ("that", That),
        ("those", That),
        ("same", Same),
        ("next", Next),
        ("last", Last),
        ("past", Past),
        ("previous", Previous),
        ("prior", Previous),
        ("preceding", Previous),
        ("following", Following),
        ("coming", Coming),
        ("upcoming", Coming),
        ("current", Current),
        ("final", Final),
        ("latest", Final),
        ("opening", Final),
        ("initial", Final),
        ("every", Every),
        ("each", Every),
        ("another", Another),
        ("once", Once),
        ("twice", Twice),
        ("times", Times),
        ("straight", Straight),
        ("consecutive", Straight),
        ("full", Straight),
        ("whole", Straight),
        ("entire", Straight),
        ("additional", Straight),
        ("further", Straight),
        ("calendar", Straight),
        ("business", Straight),
        ("working", Straight),
        ("successive", Straight),
        ("extra", Straight),
        ("single", Straight),
        ("long", Long),
        ("early", Early),
        ("late", Late),
        ("mid", Mid),
        ("earlier", Earlier),
        ("later", Later),
        ("ago", Ago),
        ("before", Before),
        ("after", After),
        ("about", About),
        ("around", About),
        ("nearly", About),
        ("almost", About),
        ("roughly", About),
        ("approximately", About),
        ("exactly", About),
        ("just", About),
        ("right", About),
        ("barely", About),
        ("circa", About),
        ("more", More),
        ("less", Less),
        ("fewer", Less),
        ("than", Than),
        ("at", At),
        ("least", Least),
        ("most", Least),
        ("up", Up),
        ("old", Old),
        ("end", Edge),
        ("beginning", Edge),
        ("start", Edge),
        ("middle", Edge),
        ("close", Edge),
        ("of", Of),
        ("and", And),
        ("or", Or),
        ("as", As),
        ("so", So),
        ("to", To),
        ("in", In),
        ("on", On),
        ("by", By),
        ("for", For),
        ("from", From),
        ("per", Per),
        ("since", Prep),
        ("until", Prep),
        ("till", Prep),
        ("through", Prep),
        ("during", Prep),
        ("between", Prep),
        ("within", Prep),
        ("throughout", Prep),
        ("over", Prep),
        ("under", Prep),
        ("into", Prep),
        ("i", Small),
        ("he", Small),
        ("she", Small),
        ("it", Small),
        ("they", Small),
        ("we", Small),
        ("you", Small),
        ("his", Small),
        ("her", Small),
        ("its", Small),
        ("their", Small),
        ("our", Small),
        ("who", Small),
        ("which", Small),
        ("when", Small),
        ("where", Small),
        ("while", Small),
        ("with", Small),
        ("without", Small),
        ("but", Small),
        ("not", Small),
        ("there", Small),
        ("if", Small),
        ("because", Small),
        ("against", Small),
        ("is", Small),
        ("are", Small),
        ("be", Small),
        ("nor", Small),
        ("amid", Small),
        ("alone", Small),
        ("said", Did),
        ("was", Did),
        ("were", Did),
        ("had", Did),
        ("has", Did),
        ("have", Did),
        ("did", Did),
        ("told", Did),
        ("took", Did),
        ("came", Did),
        ("went", Did),
        ("made", Did),
        ("gave", Did),
        ("got", Did),
        ("began", Did),
        ("met", Did),
        ("left", Did),
        ("held", Did),
        ("found", Did),
        ("won", Did),
        ("lost", Did),
        ("fell", Did),
        ("rose", Did),
        ("sent", Did),
        ("saw", Did),
        ("became", Did),
        ("broke", Did),
        ("brought", Did),
        ("built", Did),
        ("fought", Did),
        ("spoke", Did),
        ("wrote", Did),
        ("shot", Did),
        ("struck", Did),
        ("led", Did),
        ("kept", Did),
        ("hit", Did),
        ("ran", Did),
        ("paid", Did),
        ("sold", Did),
        ("bought", Did),
        ("grew", Did),
        ("flew", Did),
        ("says", Did),
        ("will", Will),
        ("would", Will),
        ("shall", Will),
        ("could", Will),
        ("might", Will),
        ("should", Will),
        ("must", Will),
        ("expected", Will),
        ("scheduled", Will),
        ("due", Will),
        ("slated", Will),
        ("plans", Will),
        ("planned", Will),
        ("planning", Will),
        ("plan", Will),
        ("intends", Will),
        ("expects", Will),
        ("hopes", Will),
        ("wo", Will),
        ("ll", Will),
        ("can", Will),
        ("can't", Will),
        ("won't", Will),
        ("we'll", Will),
        ("he'll", Will),
        ("she'll", Will),
        ("they'll", Will),
        ("it'll", Will),
        ("i'll", Will),
        ("you'll", Will),
        ("wouldn't", Will),
    ]
};

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
