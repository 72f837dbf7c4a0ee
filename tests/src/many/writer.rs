//! Writes one made-up article: chooses whom it names and fills in its sentences.
//!
//! In: the cast and a stream of numbers. Out: a title and a text with paragraphs.

use dateline_core::article::Date;

use super::cast::{Cast, capital};
use super::words::{ADJECTIVES, LEADS, SENTENCES, TITLES, TOPICS, VERBS};
use crate::numbers::{Numbers, Ranks};

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How often the words of a list come, whatever the article.
pub(super) struct Topic {
    topics: Ranks,
    /// The nouns of each topic.
    lists: Vec<Vec<&'static str>>,
    nouns: Ranks,
    adjectives: Ranks,
    verbs: Ranks,
}

impl Topic {
    pub(super) fn new() -> Self {
        let lists: Vec<Vec<&str>> = TOPICS.map(|list| list.split(' ').collect()).to_vec();
        Self {
            topics: Ranks::new(lists.len()),
            nouns: Ranks::new(lists[0].len()),
            lists,
            adjectives: Ranks::new(ADJECTIVES.len()),
            verbs: Ranks::new(VERBS.len()),
        }
    }
}

/// Writes an article.
pub(super) struct Writer<'c> {
    cast: &'c Cast,
    words: &'c Topic,
    numbers: Numbers,
    day: Option<Date>,
    topic: usize,
    place: usize,
    near: Vec<usize>,
    far: usize,
    /// Role, given name, surname, and whether the whole was said before.
    people: Vec<([&'c str; 3], bool)>,
    bodies: Vec<String>,
    firms: Vec<String>,
}

impl<'c> Writer<'c> {
    pub(super) fn new(
        cast: &'c Cast,
        words: &'c Topic,
        day: Option<Date>,
        mut numbers: Numbers,
    ) -> Self {
        let place = cast.place(&mut numbers);
        let n_near = 2 + numbers.below(4);
        let n_people = 2 + numbers.below(3);
        Self {
            near: (0..n_near).map(|_| cast.near(place, &mut numbers)).collect(),
            far: cast.place(&mut numbers),
            people: (0..n_people).map(|_| (cast.person(&mut numbers), false)).collect(),
            bodies: (0..2).map(|_| cast.body(&mut numbers)).collect(),
            firms: (0..2).map(|_| cast.firm(&mut numbers)).collect(),
            topic: words.topics.pick(&mut numbers),
            cast,
            words,
            numbers,
            day,
            place,
        }
    }

    pub(super) fn title(&mut self) -> String {
        let template = *self.numbers.one(&TITLES);
        self.fill(template)
    }

    /// At least so many bytes of paragraphs, with a dateline.
    pub(super) fn text(&mut self, least: usize) -> String {
        let lead = *self.numbers.one(&LEADS);
        let lead = self.fill(lead);
        let mut text = format!("{} — {lead}", self.cast.name(self.place).to_uppercase());
        while text.len() < least {
            text.push_str("\n\n");
            for i in 0..1 + self.numbers.below(4) {
                let template = *self.numbers.one(&SENTENCES);
                let sentence = self.fill(template);
                text.push_str(if i == 0 { "" } else { " " });
                text.push_str(&sentence);
            }
        }
        text
    }

    fn fill(&mut self, template: &str) -> String {
        let mut out = String::new();
        for piece in template.split('{') {
            match piece.split_once('}') {
                Some((slot, rest)) => {
                    let word = self.word(&slot.to_lowercase());
                    let is_first = slot.starts_with(char::is_uppercase) || out.is_empty();
                    let is_vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
                    if is_vowel && (out == "A " || out.ends_with(" a ") || out.ends_with(" A ")) {
                        out.insert(out.len() - 1, 'n');
                    }
                    out.push_str(&if is_first { capital(&word) } else { word });
                    out.push_str(rest);
                }
                None => out.push_str(piece),
            }
        }
        out
    }

    fn word(&mut self, slot: &str) -> String {
        let numbers = &mut self.numbers;
        match slot {
            "place" => self.cast.name(self.place).to_owned(),
            "near" => self.cast.name(*numbers.one(&self.near)).to_owned(),
            "far" => self.cast.name(self.far).to_owned(),
            "land" => self.cast.land(self.place).to_owned(),
            "who" => self.who(),
            "last" => self.last(),
            "org" => numbers.one(&self.bodies).clone(),
            "brand" => numbers.one(&self.firms).clone(),
            "noun" => {
                let topic = if numbers.is(0.75) { self.topic } else { numbers.below(TOPICS.len()) };
                self.words.lists[topic][self.words.nouns.pick(numbers)].to_owned()
            }
            "adj" => ADJECTIVES[self.words.adjectives.pick(numbers)].to_owned(),
            "did" => VERBS[self.words.verbs.pick(numbers)].to_owned(),
            "num" => {
                let most = *numbers.one(&[9, 90, 900, 9_000]);
                (2 + numbers.below(most)).to_string()
            }
            "year" => (1950 + numbers.below(75)).to_string(),
            "day" => (*numbers.one(&DAYS)).to_owned(),
            _ => self.date(),
        }
    }

    /// With role and given name, if these were not said before.
    fn who(&mut self) -> String {
        let at = self.numbers.below(self.people.len());
        let ([role, given, last], is_known) = &mut self.people[at];
        if std::mem::replace(is_known, true) {
            return (*last).to_owned();
        }
        format!("{role} {given} {last}")
    }

    /// By the surname, if the whole name was said before.
    fn last(&mut self) -> String {
        let known = self.people.iter().find(|(_, is_known)| *is_known);
        match known {
            Some((name, _)) => name[2].to_owned(),
            None => self.who(),
        }
    }

    /// A day of the weeks around the article's own.
    fn date(&mut self) -> String {
        let away = self.numbers.below(120) as i32 - 90;
        let day = self.day.and_then(|day| day.plus_days(away));
        day.map_or_else(
            || "that day".to_owned(),
            |day| format!("{} {}", day.day(), MONTHS[usize::from(day.month()) - 1]),
        )
    }
}
