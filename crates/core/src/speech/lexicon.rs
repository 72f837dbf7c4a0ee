//! The small words by which sources and clauses are found. All in small letters.

use crate::text::word_table::WordTable;

/// Before a noun: a source may begin here.
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that", "these", "those",
    "one", "two", "three", "four", "five", "six", "several", "some", "many", "most", "another", "other",
    "both", "all", "few", "no", "every", "each", "any", "dozens", "hundreds",
];

/// Sources of one word.
#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "he", "she", "they", "it", "who", "i", "we", "you", "somebody", "someone", "everyone", "others",
];

/// What begins a clause of its own inside a sentence.
#[rustfmt::skip]
const SUBORDINATORS: &[&str] = &[
    "that", "because", "after", "before", "when", "while", "as", "if", "although", "though", "since",
    "until", "where", "what", "how", "whether", "but", "than", "so", "why", "once", "unless", "or",
];

/// Words that refer back to a noun and begin a clause about it.
const RELATIVES: &[&str] = &["who", "which", "whose", "whom"];

#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "in", "on", "at", "during", "after", "before", "by", "with", "from", "for", "of", "to", "about", "under",
    "over", "since", "until", "despite", "following", "according", "through", "without", "as", "amid", "ahead",
    "outside", "inside", "near", "across", "against", "among", "between", "into", "upon", "while", "when", "if",
    "although", "though", "because", "asked", "speaking", "writing", "addressing", "responding", "referring",
    "commenting", "reacting", "citing", "using", "unlike", "like", "where", "once", "talking", "standing",
    "holding", "posting", "returning", "based", "born", "wearing", "joined", "what", "how", "why", "not", "per",
];

/// After the name of a source, these begin what is no longer a part of it.
#[rustfmt::skip]
const ENDS_OF_SOURCE: &[&str] = &[
    "on", "in", "at", "during", "after", "as", "when", "while", "before", "by", "since", "last", "this",
    "earlier", "late", "later", "early", "yesterday", "today", "told", "to", "who", "which", "that", "about",
    "with", "via", "through", "if", "because", "where", "is", "was", "has", "had", "have", "are", "were",
    "will", "would", "could", "can", "may", "also", "but", "so", "then", "recently", "upon", "amid", "following",
    "ahead", "speaking", "referring", "adding", "describing", "citing", "regarding", "over", "into", "out",
    "although", "though", "whose", "or", "be", "been", "not", "did", "does", "do",
];

/// Between a subject and its verb.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "has", "had", "have", "did", "also", "later", "then", "now", "again", "once", "often", "never", "even",
    "still", "just", "first", "however", "reportedly", "always", "simply", "further", "earlier", "today",
    "yesterday", "himself", "herself", "themselves", "itself", "famously", "only", "is", "was", "are", "were", "been",
    "all", "both", "rather", "sometimes", "soon", "already", "would", "will",
];

/// Opens a sentence without being a part of its subject.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "and", "but", "so", "yet", "still", "also", "later", "earlier", "meanwhile", "however", "then", "instead",
    "nevertheless", "nonetheless", "moreover", "furthermore", "besides", "now", "today", "yesterday", "or",
    "even", "indeed", "additionally", "separately", "therefore", "thus", "again", "recently", "often", "there",
    "here", "though", "finally", "initially", "perhaps", "only", "just", "overall", "nor", "tomorrow", "afterwards",
    "afterward", "similarly", "likewise", "once", "yes", "thereafter", "last", "next", "eventually", "soon",
];

/// Verbs that say what something is, or help another verb.
#[rustfmt::skip]
const AUXILIARIES: &[&str] = &[
    "is", "was", "are", "were", "be", "been", "being", "has", "had", "have", "will", "would", "can", "could",
    "may", "might", "must", "should", "shall", "do", "does", "did", "get", "got", "gets", "to",
];

/// Days, and other words of time that may stand beside a verb.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "week", "month",
    "year", "night", "morning", "evening", "afternoon", "weekend", "yesterday", "today", "jan", "feb", "aug",
    "sept", "oct", "nov", "dec",
];

/// Those who are told things.
#[rustfmt::skip]
const LISTENERS: &[&str] = &[
    "reporters", "journalists", "parliament", "lawmakers", "legislators", "him", "her", "them", "me", "us",
    "it", "you", "people", "supporters", "members", "delegates", "investors", "analysts", "residents", "officials",
    "viewers", "listeners", "police", "investigators", "mps", "media", "congress", "students", "fans", "crowds",
    "newsmen", "everyone", "voters", "workers", "ministers", "court", "jurors", "readers", "local", "state", "reporter",
];

/// Nouns in the plural without an s.
#[rustfmt::skip]
const PLURALS: &[&str] = &[
    "they", "we", "i", "you", "people", "police", "some", "many", "others", "men", "women", "children", "both", "who",
    "most", "few", "families", "media", "all", "several", "two", "three", "also", "now", "authorities",
];

/// In the singular although they end in s; and words after which a verb form in s is a noun.
const BEFORE_NOUNS: &[&str] = &[
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "these", "those", "of",
    "no", "such", "any", "to", "more", "for", "in", "with", "from", "by", "on", "at", "about",
    "not", "n't", "can't", "don't", "didn't", "and", "or", "other", "public", "recent", "some",
    "new", "false", "so",
];

/// Words of family, office and trade that name a man.
const MALE: &[&str] = &[
    "mr",
    "sir",
    "lord",
    "king",
    "prince",
    "man",
    "spokesman",
    "chairman",
    "father",
    "husband",
    "brother",
    "son",
    "boy",
    "congressman",
    "businessman",
    "policeman",
    "uncle",
    "grandfather",
    "emperor",
    "bishop",
    "imam",
    "archbishop",
    "sheikh",
    "pope",
    "cardinal",
    "rabbi",
    "his",
    "he",
    "him",
    "himself",
    "monk",
    "salesman",
    "fisherman",
    "cameraman",
    "gentleman",
    "duke",
    "don",
    "brothers",
    "emir",
    "sultan",
    "alderman",
    "statesman",
];

/// Words of family, office and trade that name a woman.
const FEMALE: &[&str] = &[
    "mrs",
    "ms",
    "miss",
    "lady",
    "queen",
    "princess",
    "woman",
    "spokeswoman",
    "chairwoman",
    "mother",
    "wife",
    "sister",
    "daughter",
    "girl",
    "congresswoman",
    "businesswoman",
    "policewoman",
    "aunt",
    "grandmother",
    "dame",
    "actress",
    "she",
    "her",
    "herself",
    "nun",
    "widow",
    "duchess",
    "waitress",
    "hostess",
    "madam",
    "madame",
    "baroness",
    "empress",
    "midwife",
];

/// Words in the names of bodies of people.
#[rustfmt::skip]
const ORGANISATIONS: &[&str] = &[
    "ministry", "agency", "party", "government", "council", "committee", "commission", "company", "union",
    "army", "police", "court", "bank", "group", "association", "organisation", "organization", "office",
    "authority", "authorities", "department", "university", "institute", "centre", "center", "foundation",
    "federation", "force", "forces", "command", "parliament", "senate", "board", "team", "club", "service",
    "network", "news", "press", "times", "post", "tv", "radio", "movement", "front", "coalition", "alliance",
    "nations", "states", "bureau", "corporation", "inc", "ltd", "corp", "fund", "society", "embassy", "hospital",
    "school", "kingdom", "house", "ministers", "airlines", "reuters", "bbc", "cnn", "ap", "afp", "un", "eu",
    "us", "nato", "who", "report", "statement", "study", "paper", "newspaper", "letter", "tweet", "post", "survey",
    "road", "street", "avenue", "river", "park", "island", "province", "region", "city", "period", "festival", "war",
    "act", "bill", "law", "day", "efforts", "land", "project", "programme", "program", "campaign", "election",
    "observatory", "league", "congress", "cabinet", "secretariat", "daily", "guardian", "journal", "media", "magazine",
    "conference", "kremlin", "pentagon", "rights", "international", "affairs", "militia", "administration",
];

/// Written or spoken things that speak for their makers.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "statement", "report", "letter", "tweet", "post", "message", "email", "document", "study", "release", "memo",
    "interview", "speech", "video", "banner", "sign", "notice", "headline", "editorial", "caption", "placard", "note",
];

/// Titles and offices that are written large before a name.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "president", "minister", "general", "gen", "colonel",
    "col", "captain", "capt", "lt", "major", "sgt", "sergeant", "senator", "sen", "rep", "governor", "gov", "mayor",
    "judge", "justice", "police", "secretary", "chancellor", "ambassador", "bishop", "archbishop", "pastor", "rev",
    "reverend", "inspector", "detective", "commissioner", "superintendent", "lawmaker", "congressman", "congresswoman",
    "attorney", "coach", "spokesman", "spokeswoman", "spokesperson", "director", "chairman", "chairwoman", "chief", "brigadier",
    "admiral", "premier", "sheriff", "councillor", "cllr", "mp", "hon", "representative", "lord", "lady", "dame", "king",
    "queen", "prince", "princess", "pope", "cardinal", "sheikh", "ceo", "leader",
];

/// Between the surname's parts, or before it.
const PARTICLES: &[&str] = &[
    "al", "el", "de", "da", "di", "du", "van", "von", "der", "den", "bin", "ibn", "ben", "la",
    "le", "dos", "das", "del", "ul", "e", "y", "of", "the", "for", "and", "&", "bint", "abu",
];

macro_rules! lists {
    ($($bit:literal $name:ident = $list:ident;)*) => {
        /// Every word with the lists that hold it.
        static TABLE: WordTable<1024, 2048> = WordTable::EMPTY$(.with_list($list, 1 << $bit))*;

        $(pub(super) fn $name(word: &str) -> bool {
            TABLE.get(word) >> $bit & 1 == 1
        })*
    };
}

lists! {
    0 is_determiner = DETERMINERS;
    1 is_pronoun = PRONOUNS;
    2 is_subordinator = SUBORDINATORS;
    3 is_relative = RELATIVES;
    4 is_preposition = PREPOSITIONS;
    5 ends_source = ENDS_OF_SOURCE;
    6 is_opener = OPENERS;
    7 is_auxiliary = AUXILIARIES;
    8 is_time = TIMES;
    9 is_listener = LISTENERS;
    10 is_male = MALE;
    11 is_female = FEMALE;
    12 is_organisation = ORGANISATIONS;
    13 is_paper = PAPERS;
    14 is_particle = PARTICLES;
    15 makes_noun = BEFORE_NOUNS;
    16 is_title = TITLES;
    17 stands_between = BETWEEN;
    18 has_no_s = PLURALS;
}

/// Whether a word describes somebody whose name is not told.
pub(super) fn is_nameless(word: &str) -> bool {
    matches!(word, "source" | "sources" | "insider" | "insiders" | "witness" | "witnesses")
}

/// Whether a word may stand between a subject and its verb.
pub(super) fn is_between(word: &str) -> bool {
    stands_between(word)
        || word.len() > 4
            && word.ends_with("ly")
            && !matches!(word, "family" | "ally" | "assembly" | "daily" | "anomaly")
            && word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a word may be the last one of a subject in the plural.
pub(super) fn is_plural(word: &str) -> bool {
    has_no_s(word) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
}
