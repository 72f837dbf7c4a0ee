//! What is known of a word by itself: lists of titles, heads, names and small words, as bits.

use super::super::words;
use super::hash;

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

/// Names that are nothing but given names, nothing but surnames, and those that are words or places too; sorted.
const GIVEN_NAMES: &str = include_str!("../../../data/given_names.txt");
const SURNAMES: &str = include_str!("../../../data/surnames.txt");
const WORD_NAMES: &str = include_str!("../../../data/word_names.txt");

/// All lists as one table, made once: words by their hashes, each with its bits.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Slots; no bits where nothing is stored. More than twice as many as words.
    slots: Vec<(u64, Lists)>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

impl Lexicon {
    /// Makes the table.
    pub fn new() -> Self {
        const SIZE: usize = 1 << 17;
        let mut lexicon = Self { slots: vec![(0, 0); SIZE] };
        let own = [
            TITLES,
            PERSON_NOUNS,
            SAYING_WORDS,
            WHERE_WORDS,
            TO_WORDS,
            PARTICLES,
            DIRECTIONS,
            CALENDAR_WORDS,
        ];
        for word in own.into_iter().flatten().copied().chain(words::all()) {
            lexicon.add(word, of(word));
        }
        for (lines, bit) in
            [(GIVEN_NAMES, GIVEN_NAME), (SURNAMES, SURNAME), (WORD_NAMES, WORD_NAME)]
        {
            for word in lines.lines().filter(|l| !l.starts_with('#')) {
                lexicon.add(word, bit);
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, bits: Lists) {
        let hash = hash::bytes(word.bytes());
        let mask = self.slots.len() - 1;
        for step in 0..self.slots.len() {
            let Some(slot) = self.slots.get_mut((hash as usize).wrapping_add(step) & mask) else {
                return;
            };
            if slot.1 == 0 || slot.0 == hash {
                *slot = (hash, slot.1 | bits);
                return;
            }
        }
    }

    /// The lists that hold the folded word with this hash.
    pub(super) fn lists(&self, hash: u64) -> Lists {
        const LONGEST_PROBE: usize = 64;
        let mask = self.slots.len() - 1;
        for step in 0..LONGEST_PROBE {
            match self.slots.get((hash as usize).wrapping_add(step) & mask) {
                Some(&(stored, bits)) if bits != 0 => {
                    if stored == hash {
                        return bits;
                    }
                }
                _ => return 0,
            }
        }
        0
    }
}

/// The lists of small words that hold a word; it is given as it is folded.
fn of(folded: &str) -> Lists {
    let among = |list: &[&str], bit: Lists| if list.contains(&folded) { bit } else { 0 };
    let if_so = |so: bool, bit: Lists| if so { bit } else { 0 };
    among(TITLES, TITLE)
        | among(PERSON_NOUNS, PERSON_NOUN)
        | among(SAYING_WORDS, SAYING)
        | among(WHERE_WORDS, WHERE)
        | among(TO_WORDS, TO)
        | among(PARTICLES, PARTICLE)
        | among(DIRECTIONS, DIRECTION)
        | among(CALENDAR_WORDS, CALENDAR)
        | if_so(words::is_title(folded), OFFICE)
        | if_so(words::is_organisation_head(folded), ORGANISATION_HEAD)
        | if_so(words::is_organisation_lead(folded), ORGANISATION_LEAD)
        | if_so(words::kinds_for(folded).is_some(), PLACE_HEAD)
        | if_so(words::is_opener(folded), OPENER)
        | if_so(words::is_given_name(folded), GIVEN_PLACE)
        | if_so(words::is_surname(folded), SURNAME_PLACE)
}

/// Words that are no part of a person's name when they stand before it.
pub(super) fn is_title(folded: &str) -> bool {
    TITLES.contains(&folded) || words::is_person_title(folded)
}
