//! The words that show what a name is part of. All in small letters, sorted by sense.

use crate::gazetteer::PlaceKind;
use crate::text::word_table::WordTable;

/// After a name, these make it the name of a place of their kind ("Vnukovo Airport", "Aleppo governorate").
#[rustfmt::skip]
const PLACE_HEADS: &[(&str, &[PlaceKind])] = &[
    ("airport", &[PlaceKind::Airport]),
    ("airfield", &[PlaceKind::Airport, PlaceKind::Base]),
    ("airbase", &[PlaceKind::Base]),
    ("base", &[PlaceKind::Base]),
    ("port", &[PlaceKind::Port, PlaceKind::City]),
    ("harbour", &[PlaceKind::Port]),
    ("harbor", &[PlaceKind::Port]),
    ("province", &[PlaceKind::Division]),
    ("governorate", &[PlaceKind::Division]),
    ("muhafazah", &[PlaceKind::Division]),
    ("prefecture", &[PlaceKind::Division]),
    ("voivodeship", &[PlaceKind::Division]),
    ("krai", &[PlaceKind::Division]),
    ("state", &[PlaceKind::Division]),
    ("oblast", &[PlaceKind::Division]),
    ("region", &[PlaceKind::Region, PlaceKind::Division]),
    ("countryside", &[PlaceKind::Division]),
    ("district", &[PlaceKind::District]),
    ("neighbourhood", &[PlaceKind::District]),
    ("neighborhood", &[PlaceKind::District]),
    ("suburb", &[PlaceKind::District, PlaceKind::Town]),
    ("county", &[PlaceKind::District, PlaceKind::Division]),
    ("city", &[PlaceKind::City, PlaceKind::Capital]),
    ("town", &[PlaceKind::Town, PlaceKind::City]),
    ("village", &[PlaceKind::Village, PlaceKind::Town]),
    ("river", &[PlaceKind::River]),
    ("lake", &[PlaceKind::Lake]),
    ("dam", &[PlaceKind::Facility]),
    ("bridge", &[PlaceKind::Facility]),
    ("camp", &[PlaceKind::Facility]),
    ("crossing", &[PlaceKind::Facility]),
    ("prison", &[PlaceKind::Facility]),
    ("square", &[PlaceKind::Facility]),
    ("street", &[PlaceKind::Facility]),
    ("palace", &[PlaceKind::Facility]),
    ("refinery", &[PlaceKind::Facility]),
    ("mountain", &[PlaceKind::Mountain]),
    ("mountains", &[PlaceKind::Mountain]),
    ("heights", &[PlaceKind::Region, PlaceKind::Mountain]),
    ("valley", &[PlaceKind::Region]),
    ("plain", &[PlaceKind::Region]),
    ("desert", &[PlaceKind::Desert]),
    ("peninsula", &[PlaceKind::Region]),
    ("island", &[PlaceKind::Island]),
    ("islands", &[PlaceKind::Island]),
    ("strait", &[PlaceKind::Strait]),
    ("sea", &[PlaceKind::Sea]),
    ("gulf", &[PlaceKind::Gulf]),
    ("canal", &[PlaceKind::Canal]),
];

/// Heads that make an unknown name a place even when they are written small ("Shirqat district").
#[rustfmt::skip]
const SMALL_HEADS: &[&str] = &[
    "airport", "airbase", "province", "governorate", "district", "village", "town", "island",
    "valley", "neighbourhood", "neighborhood", "suburb",
];

/// Before "of" and a name, these make it a place ("the village of Kafr Nabl").
#[rustfmt::skip]
const HEADS_BEFORE_OF: &[&str] = &[
    "city", "town", "village", "district", "province", "governorate", "port", "island", "suburb",
    "neighbourhood", "neighborhood", "hamlet",
];

/// After a name, or before "of" or "for" and a name, these make it the name of an organisation.
#[rustfmt::skip]
const ORGANISATION_HEADS: &[&str] = &[
    "academy", "administration", "agency", "airlines", "airways", "alliance", "army", "assembly",
    "association", "authority", "bank", "brigade", "brigades", "broadcasting", "bureau", "center",
    "centre", "chamber", "church", "club", "coalition", "college", "commission", "committee",
    "company", "conference", "congress", "corporation", "corps", "council", "court", "daily",
    "defence", "democracy", "eye", "fc", "federation", "force", "forces", "foundation", "front",
    "fund", "gazette", "group", "guard", "herald", "hospital", "institute", "institution",
    "journal", "league", "library", "ltd", "mail", "ministry", "mission", "mosque", "movement",
    "museum", "network", "news", "newspaper", "observatory", "office", "opera", "orchestra",
    "organisation", "organization", "parliament", "party", "police", "post", "press", "radio",
    "reserve", "review", "school", "senate", "service", "services", "society", "star",
    "syndicate", "telegraph", "theatre", "times", "tribune", "tv", "union", "united",
    "university",
];

/// Right before a name, these make it the name of an organisation ("Radio Damascus").
#[rustfmt::skip]
const ORGANISATION_LEADS: &[&str] = &[
    "ac", "fc", "real", "radio", "inter", "hotel", "bank", "university", "club", "atletico",
    "sporting",
];

/// Between a name and a person: what follows is a title, so the name before it is a place ("Russia President").
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "ambassador", "army", "chancellor", "chief", "coach", "commander", "correspondent", "defence",
    "defense", "deputy", "dictator", "envoy", "finance", "foreign", "general", "government",
    "governor", "interior", "king", "leader", "mayor", "minister", "ministry", "opposition",
    "parliament", "police", "premier", "president", "prime", "prince", "queen", "secretary",
    "speaker", "special", "state", "supreme", "vice",
];

/// Right before a name, these make it the name of a person ("Mr Jordan").
#[rustfmt::skip]
const PERSON_TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "sen",
    "senator", "rep", "congressman", "congresswoman", "sgt", "sergeant", "lt", "lieutenant",
    "capt", "captain", "col", "colonel", "gen", "general", "maj", "major", "judge", "justice",
    "coach",
];

/// Places whose names people bear as given names.
#[rustfmt::skip]
const GIVEN_NAMES: &[&str] = &[
    "adelaide", "alexandria", "asia", "austin", "brooklyn", "carolina", "chad", "charlotte",
    "chelsea", "chester", "china", "dakota", "dallas", "denver", "eden", "florence", "georgia",
    "holland", "houston", "india", "israel", "jackson", "jordan", "kent", "kenya", "lincoln",
    "london", "madison", "milan", "orlando", "paris", "phoenix", "roman", "savannah", "sofia",
    "sydney", "troy", "valencia", "vienna", "virginia", "victoria", "washington", "iran", "dara",
];

/// Places whose names people bear as surnames.
#[rustfmt::skip]
const SURNAMES: &[&str] = &[
    "berlin", "boston", "bristol", "chester", "cleveland", "cuba", "dallas", "england",
    "florence", "france", "georgia", "hamilton", "holland", "houston", "ireland", "jackson",
    "jordan", "kent", "lancaster", "lincoln", "london", "milan", "montana", "nelson", "paris",
    "roma", "sydney", "trinidad", "wales", "warren", "washington", "wellington", "york", "israel",
    "malta", "lima", "assad", "shamir",
];

/// Words that begin sentences, and names of days and months: no part of a name.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "a", "about", "above", "across", "after", "against", "all", "along", "also", "although",
    "among", "amid", "an", "and", "another", "any", "around", "as", "at", "because", "before",
    "behind", "below", "between", "beyond", "both", "but", "by", "can", "close", "despite", "did",
    "does", "during", "each", "either", "even", "every", "far", "following", "for", "from", "had",
    "has", "have", "he", "her", "here", "his", "how", "however", "if", "in", "inside", "into",
    "is", "it", "its", "last", "like", "many", "meanwhile", "more", "most", "much", "near",
    "neither", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "or", "other",
    "our", "out", "outside", "over", "per", "she", "since", "so", "some", "still", "such", "than",
    "that", "the", "their", "then", "there", "these", "they", "this", "those", "though",
    "through", "throughout", "to", "today", "toward", "towards", "under", "unlike", "until",
    "upon", "was", "we", "were", "what", "when", "where", "whether", "which", "while", "who",
    "why", "will", "with", "within", "without", "yes", "yet", "you", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
];

/// From this bit on stands the place of a head among [`PLACE_HEADS`], from 1.
const HEAD: u32 = 16;

macro_rules! lists {
    ($($bit:literal $name:ident = $list:ident;)*) => {
        /// Every word with the lists that hold it.
        static TABLE: WordTable<512, 1024> = {
            let mut table = WordTable::EMPTY$(.with_list($list, 1 << $bit))*;
            let mut n = 0;
            while n < PLACE_HEADS.len() {
                table = table.with(PLACE_HEADS[n].0, (n as u32 + 1) << HEAD);
                n += 1;
            }
            table
        };

        $(pub(super) fn $name(word: &str) -> bool {
            TABLE.get(word) >> $bit & 1 == 1
        })*

        /// Every word of every list, some of them more than once.
        pub(super) fn all() -> impl Iterator<Item = &'static str> {
            let lists = [$($list),*];
            lists.into_iter().flatten().copied().chain(PLACE_HEADS.iter().map(|&(head, _)| head))
        }
    };
}

lists! {
    0 is_small_head = SMALL_HEADS;
    1 is_head_before_of = HEADS_BEFORE_OF;
    2 is_organisation_head = ORGANISATION_HEADS;
    3 is_organisation_lead = ORGANISATION_LEADS;
    4 is_title = TITLES;
    5 is_person_title = PERSON_TITLES;
    6 is_given_name = GIVEN_NAMES;
    7 is_surname = SURNAMES;
    8 is_opener = OPENERS;
}

/// The kinds of place that a word names.
pub(crate) fn kinds_for(word: &str) -> Option<&'static [PlaceKind]> {
    let place = ((TABLE.get(word) >> HEAD) as usize).checked_sub(1)?;
    PLACE_HEADS.get(place).map(|&(_, kinds)| kinds)
}
