//! What is known of a word by itself: lists of titles, heads, names and small words, as bits.

use super::super::words;
use std::sync::LazyLock;

/// One bit for each list that holds a word.
pub(super) type Lists = u32;

pub(super) const TITLE: Lists = 1;
pub(super) const OFFICE: Lists = 1 << 1;
pub(super) const ORGANISATION_HEAD: Lists = 1 << 2;
pub(super) const ORGANISATION_LEAD: Lists = 1 << 3;
pub(super) const PLACE_HEAD: Lists = 1 << 4;
pub(super) const OPENER: Lists = 1 << 5;
pub(super) const CALENDAR: Lists = 1 << 6;
pub(super) const SAYING: Lists = 1 << 7;
pub(super) const WHERE: Lists = 1 << 8;
pub(super) const PARTICLE: Lists = 1 << 9;
pub(super) const DIRECTION: Lists = 1 << 10;
pub(super) const GIVEN_NAME: Lists = 1 << 11;
pub(super) const SURNAME: Lists = 1 << 12;
pub(super) const GIVEN_PLACE: Lists = 1 << 13;
pub(super) const SURNAME_PLACE: Lists = 1 << 14;
pub(super) const PERSON_NOUN: Lists = 1 << 15;
pub(super) const TO: Lists = 1 << 16;
pub(super) const WORD_NAME: Lists = 1 << 17;

/// Words before the name of a person, and parts of such words, that are no part of it.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "adm", "admiral", "ambassador", "archbishop", "ayatollah", "baron", "baroness", "bishop",
    "brig", "brigadier", "capt", "captain", "cardinal", "chairman", "chairwoman", "chancellor",
    "chief", "cllr", "col", "colonel", "commander", "commissioner", "comrade", "congressman",
    "congresswoman", "constable", "coach", "corporal", "councillor", "count", "countess", "cpl",
    "crown", "dame", "deputy", "detective", "dr", "emir", "emperor", "father", "first", "gen",
    "general", "gov", "governor", "hon", "honourable", "imam", "inspector", "judge", "justice",
    "king", "lady", "lieutenant", "lord", "lt", "maj", "major", "maulana", "mayor", "minister",
    "miss", "mr", "mrs", "ms", "mullah", "officer", "pastor", "pm", "pope", "premier",
    "president", "prime", "prince", "princess", "prof", "professor", "queen", "rabbi", "rep",
    "representative", "rev", "reverend", "saint", "sec", "secretary", "sen", "senator",
    "sergeant", "sgt", "sheikh", "sheriff", "sir", "speaker", "spokesman", "spokeswoman",
    "sultan", "superintendent", "vice",
];

#[rustfmt::skip]
const PERSON_NOUNS: &[&str] = &[
    "actor", "actress", "adviser", "advisor", "analyst", "artist", "attorney", "author", "boss",
    "brother", "candidate", "ceo", "chef", "daughter", "director", "economist", "editor",
    "executive", "expert", "father", "founder", "friend", "husband", "journalist", "lawmaker",
    "lawyer", "leader", "man", "manager", "midfielder", "mother", "named", "player", "politician",
    "owner", "researcher", "resident", "scientist", "singer", "sister", "son", "spokesperson",
    "star", "striker", "student", "teacher", "wife", "witness", "writer", "woman", "by", "who",
];

#[rustfmt::skip]
const SAYING_WORDS: &[&str] = &[
    "said", "says", "say", "told", "added", "adds", "argued", "asked", "announced", "called",
    "claimed", "commented", "confirmed", "denied", "explained", "insisted", "noted", "replied",
    "reported", "saying", "stated", "stressed", "suggested", "tells", "testified", "thinks",
    "thought", "tweeted", "urged", "warned", "wrote", "writes", "believes", "recalled",
];

const WHERE_WORDS: &[&str] = &[
    "in",
    "near",
    "outside",
    "inside",
    "across",
    "throughout",
    "around",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "downtown",
    "visiting",
    "city",
    "town",
    "village",
    "province",
    "region",
    "district",
    "capital",
    "state",
];

const TO_WORDS: &[&str] = &["from", "to", "at", "into", "toward", "towards", "over", "on", "via"];

#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ibn", "bint", "abu", "umm", "de", "del", "della", "der", "den", "di",
    "da", "das", "do", "dos", "du", "la", "las", "le", "los", "van", "von", "ten", "ter", "y",
    "ul", "ur", "ad", "ash", "ez", "bar", "ben",
];

#[rustfmt::skip]
const DIRECTIONS: &[&str] = &[
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "central", "upper", "lower", "greater", "new", "old",
];

#[rustfmt::skip]
const CALENDAR_WORDS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "am", "pm", "gmt", "utc",
];

/// Names that are nothing but given names, nothing but surnames, and those that are words or places too.
const GIVEN_NAMES: &str = include_str!("../../../data/given_names.txt");
const SURNAMES: &str = include_str!("../../../data/surnames.txt");
const WORD_NAMES: &str = include_str!("../../../data/word_names.txt");

/// All words of all lists, looked up by their hashes: tens of thousands of words, asked for at every word of a text.
struct Table {
    /// Hash and lists; no lists where nothing stands. The number of slots is a power of two.
    slots: Vec<(u64, Lists)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    const N_SLOTS: usize = 1 << 16;

    fn new() -> Self {
        let mut table = Self { slots: vec![(0, 0); Self::N_SLOTS] };
        for (list, bit) in [
            (TITLES, TITLE),
            (PERSON_NOUNS, PERSON_NOUN),
            (SAYING_WORDS, SAYING),
            (WHERE_WORDS, WHERE),
            (TO_WORDS, TO),
            (PARTICLES, PARTICLE),
            (DIRECTIONS, DIRECTION),
            (CALENDAR_WORDS, CALENDAR),
        ] {
            list.iter().for_each(|word| table.add(word, bit));
        }
        for (lines, bit) in
            [(GIVEN_NAMES, GIVEN_NAME), (SURNAMES, SURNAME), (WORD_NAMES, WORD_NAME)]
        {
            let names = lines.lines().filter(|line| !line.starts_with('#'));
            names.for_each(|name| table.add(name, bit));
        }
        for word in words::all() {
            let if_so = |so: bool, bit: Lists| if so { bit } else { 0 };
            let bits = if_so(words::is_title(word), OFFICE)
                | if_so(words::is_organisation_head(word), ORGANISATION_HEAD)
                | if_so(words::is_organisation_lead(word), ORGANISATION_LEAD)
                | if_so(words::kinds_for(word).is_some(), PLACE_HEAD)
                | if_so(words::is_opener(word), OPENER)
                | if_so(words::is_given_name(word), GIVEN_PLACE)
                | if_so(words::is_surname(word), SURNAME_PLACE);
            table.add(word, bits);
        }
        table
    }

    fn add(&mut self, word: &str, bits: Lists) {
        let hash = hash_of(word);
        let at = self.slot(hash);
        if let Some(slot) = self.slots.get_mut(at).filter(|_| bits != 0) {
            *slot = (hash, slot.1 | bits);
        }
    }

    /// The slot of a hash, or the free one where it belongs; more than half of them are free.
    fn slot(&self, hash: u64) -> usize {
        let mask = Self::N_SLOTS - 1;
        let first = hash as usize & mask;
        let mut slots = (0..Self::N_SLOTS).map(|step| (first + step) & mask);
        let fits = |at: &usize| self.slots.get(*at).is_none_or(|s| s.1 == 0 || s.0 == hash);
        slots.find(fits).unwrap_or(first)
    }
}

/// FNV-1a, 64 bits, its upper half folded into the lower.
fn hash_of(word: &str) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = word.as_bytes().iter().fold(0xcbf2_9ce4_8422_2325, step);
    hash ^ hash >> 32
}

/// The lists that hold a word; it is given as it is folded.
pub(super) fn of(folded: &str) -> Lists {
    let table = &*TABLE;
    table.slots.get(table.slot(hash_of(folded))).map_or(0, |slot| slot.1)
}

/// Words that are no part of a person's name when they stand before it.
pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(&folded) || words::is_person_title(folded)
}
