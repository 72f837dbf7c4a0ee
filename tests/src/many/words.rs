//! Words and sentences that made-up articles consist of, written for this.
//!
//! What stands in braces is filled in by `super::writer`.

/// What articles are about: nouns in the singular, most frequent first, as many for each topic.
pub(super) const TOPICS: [&str; 10] = [
    "water pump well pipeline reservoir drought canal engineer valve tanker aquifer dam meter sewer filter turbine sluice salinity hydrant borehole",
    "harvest wheat bread bakery silo farmer flour subsidy mill seed fertiliser tractor granary barley orchard olive lentil irrigation locust thresher",
    "border crossing convoy patrol checkpoint truck visa customs fence smuggler passport guard watchtower cargo tariff inspector trench searchlight floodlight turnstile",
    "election ballot candidate parliament vote coalition party council turnout minister campaign decree constitution mandate assembly quorum recount manifesto constituency referendum",
    "railway station train bridge track freight locomotive timetable ticket tunnel platform carriage signal depot gauge viaduct sleeper conductor embankment junction",
    "hospital doctor vaccine clinic patient nurse ward medicine ambulance surgeon cholera oxygen midwife pharmacy dialysis laboratory epidemic incubator stretcher antibiotic",
    "school teacher pupil university exam textbook classroom library curriculum scholarship diploma laptop lecture playground headmaster semester dormitory blackboard kindergarten syllabus",
    "oil gas power refinery fuel electricity grid outage barrel generator transformer solar export tank contract substation rig diesel kilowatt blackout",
    "ceasefire army talks troops front shelling truce envoy general militia prisoner withdrawal drone mortar commander negotiator demining battalion corridor armistice",
    "storm flood rain snow earthquake rescue shelter tent rubble landslide forecast river levee aftershock blanket helicopter avalanche hailstone sandbag volunteer",
];

/// What anything can be.
pub(super) const ADJECTIVES: [&str; 40] = [
    "new",
    "local",
    "national",
    "old",
    "first",
    "damaged",
    "regional",
    "foreign",
    "public",
    "temporary",
    "private",
    "joint",
    "small",
    "northern",
    "southern",
    "heavy",
    "independent",
    "missing",
    "recent",
    "costly",
    "civilian",
    "rural",
    "empty",
    "planned",
    "repaired",
    "crowded",
    "coastal",
    "unpaid",
    "secret",
    "abandoned",
    "ageing",
    "makeshift",
    "contested",
    "unlicensed",
    "prefabricated",
    "derelict",
    "waterlogged",
    "ceremonial",
    "bullet-scarred",
    "half-built",
];

/// What somebody did with a thing.
pub(super) const VERBS: [&str; 30] = [
    "opened",
    "closed",
    "inspected",
    "promised",
    "delayed",
    "repaired",
    "visited",
    "financed",
    "seized",
    "defended",
    "cancelled",
    "moved",
    "counted",
    "lost",
    "requested",
    "guarded",
    "welcomed",
    "blocked",
    "measured",
    "replaced",
    "auctioned",
    "dismantled",
    "photographed",
    "mapped",
    "surveyed",
    "painted",
    "insured",
    "confiscated",
    "renamed",
    "mothballed",
];

/// What people are, before their name.
pub(super) const ROLES: [&str; 16] = [
    "Minister",
    "Governor",
    "Mayor",
    "General",
    "Foreign Minister",
    "Defence Minister",
    "President",
    "Ambassador",
    "spokesman",
    "spokeswoman",
    "engineer",
    "Colonel",
    "director",
    "lawmaker",
    "activist",
    "Dr.",
];

/// What organisations are, behind the name of a place.
pub(super) const BODIES: [&str; 16] = [
    "Water Authority",
    "University",
    "Chamber of Commerce",
    "Relief Committee",
    "Grain Board",
    "Port Authority",
    "Railways",
    "Red Cross",
    "Bar Association",
    "Central Bank",
    "Airlines",
    "Teachers' Union",
    "Television",
    "Football Association",
    "Electricity Company",
    "Health Council",
];

/// First halves and second halves of the names of outlets.
pub(super) const OUTLETS: ([&str; 12], [&str; 10]) = (
    [
        "Morning",
        "Harbour",
        "Northern",
        "Valley",
        "Levant",
        "Continental",
        "Evening",
        "Capital",
        "Union",
        "Delta",
        "Frontier",
        "Meridian",
    ],
    [
        "Courier", "Dispatch", "Gazette", "Wire", "Observer", "Tribune", "Monitor", "Post",
        "Review", "Bulletin",
    ],
);

/// Of which made-up names of firms and farms consist.
pub(super) const SYLLABLES: [&str; 32] = [
    "ba", "da", "ka", "lo", "mi", "na", "or", "ra", "sa", "ti", "ve", "zu", "an", "bel", "dor",
    "el", "har", "kun", "mar", "nor", "qa", "sul", "tan", "wen", "gri", "fo", "pel", "ux", "yim",
    "sho", "tre", "cla",
];

/// Headlines.
pub(super) const TITLES: [&str; 8] = [
    "{Adj} {noun} {did} in {place}",
    "{last} visits {place} as {noun} runs short",
    "{place} waits for its {adj} {noun}",
    "In {land}, a {noun} divides {near}",
    "{org} and {last} argue over {noun}",
    "{num} days of {noun} in {place}",
    "What the {adj} {noun} means for {land}",
    "{brand} to rebuild {noun} near {near}",
];

/// First sentences.
pub(super) const LEADS: [&str; 6] = [
    "{Who} {did} the {adj} {noun} in {place} on {day}, {org} said.",
    "The {adj} {noun} of {place} was {did} on {day} after {num} weeks without a {noun}.",
    "More than {num} people came to {place} on {day} to see how {who} {did} a {noun}.",
    "{land} {did} a {adj} {noun} near {near} on {day}, and {who} called it overdue.",
    "A {noun} near {near} was {did} on {date}, according to {org}.",
    "{org} {did} {num} {adj} objects between {place} and {near} on {day}.",
];

/// Other sentences.
pub(super) const SENTENCES: [&str; 32] = [
    "The {noun} lies between {place} and {near}, an hour by road.",
    "Residents of {place} said the {noun} had been {did} twice since {date}.",
    "{Last} {did} the {noun} and then the {noun}, and left for {near}.",
    "Nobody in {near} could say who had {did} the {adj} {noun}.",
    "{org} counted {num} cases of {noun} last month.",
    "The {adj} {noun} was built in {year} and {did} in {year}.",
    "In {land}, a {noun} costs {num} a week, twice as much as a {noun}.",
    "“We never had a {noun} like this,” said {last}, who lives in {near}.",
    "“The {noun} is {adj}, and the {noun} is not ours,” {last} told reporters in {place}.",
    "{Last} said on {day} that the {noun} would be {did} before the end of the year.",
    "{Who} said {org} had {did} the {noun} without a {adj} {noun}.",
    "According to {org}, the {adj} {noun} reaches {near} by {date}.",
    "{brand}, a firm from {far}, {did} the {noun} for {num} million.",
    "The road from {place} to {near} was closed on {day}.",
    "Traders in {near} waited {num} hours for the first {noun}.",
    "There was no {noun} at all in {place}, and little {noun} in {near}.",
    "{Last} denied that a {noun} had been {did}.",
    "“If the {noun} stays {adj}, {land} will pay for it,” warned {who}.",
    "A {noun} that {brand} {did} stands empty behind the market.",
    "Officials from {far} arrived on {day} with {num} boxes and a {adj} {noun}.",
    "The {noun} of {brand} was {did} again, for the third time this spring.",
    "Two schools near {near} opened their doors although the {noun} was {adj}.",
    "{org} wants the {noun} in {place} to be {did} by {date}.",
    "Some {num} families moved from {near} to {place} because of the {noun}.",
    "It was not clear whether the {noun} or the {noun} came first.",
    "Where the {adj} {noun} ends, a {noun} begins; {last} knows both.",
    "“Ask {far},” said {last}. “They {did} our {noun} and kept the {noun}.”",
    "At {num} places along the river, the {noun} was {did} overnight.",
    "The {noun} belongs to {org}, the {noun} to {brand}.",
    "{Who} and {who} met in {far} to speak about the {adj} {noun}.",
    "Prices for a {noun} in {place} rose by {num} percent after {date}.",
    "None of this has changed the {noun} much, {last} added.",
];
