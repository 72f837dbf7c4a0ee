//! Who and what made-up articles name: places of the gazetteer, people, organisations, firms and outlets.
//!
//! A number names the same person or body every time.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};
use dateline_core::gazetteer::CountryCode;
use dateline_core::knowledge::Knowledge;

use super::words::{BODIES, OUTLETS, ROLES, SYLLABLES};
use crate::files::root;
use crate::numbers::{Numbers, Ranks};

const N_PEOPLE: usize = 20_000;
const N_BODIES: usize = 3_000;
const N_FIRMS: usize = 60_000;

/// Places in a country that can be named, the country's own name first.
struct Land {
    name: String,
    places: Vec<usize>,
    ranks: Ranks,
}

/// Everything that can be named.
pub(super) struct Cast {
    /// Best known first.
    places: Vec<(String, Option<CountryCode>)>,
    ranks: Ranks,
    lands: BTreeMap<CountryCode, Land>,
    given: Vec<String>,
    surnames: Vec<String>,
    people: Ranks,
    bodies: Ranks,
    firms: Ranks,
    outlets: Ranks,
}

impl Cast {
    /// From the pocket gazetteer and the lists of names in this checkout.
    pub(super) fn open() -> Result<Self> {
        let data = root().join("crates/core/data");
        let pack = fs::read(data.join("gazetteer/pocket.pack")).context("no pocket gazetteer")?;
        let knowledge = Knowledge::from_pack(pack)?;
        let gazetteer = knowledge.gazetteer();
        let mut order: Vec<_> = gazetteer.indices().filter(|&at| !gazetteer.is_part(at)).collect();
        // The order of the gazetteer decides between equals.
        order.sort_by_key(|&at| (gazetteer.prominence(at), u32::MAX - gazetteer.population(at)));
        let mut lands = BTreeMap::new();
        for &at in order.iter().filter(|&&at| gazetteer.is_country(at)) {
            if let Some(code) = gazetteer.country(at) {
                let name = gazetteer.name(at).to_owned();
                lands.entry(code).or_insert((name, Vec::new()));
            }
        }
        let mut places = Vec::new();
        for &at in order.iter().filter(|&&at| gazetteer.kind(at).is_settlement()) {
            let country = gazetteer.country(at);
            if let Some((_, inside)) = country.and_then(|code| lands.get_mut(&code)) {
                inside.push(places.len());
            }
            places.push((gazetteer.name(at).to_owned(), country));
        }
        let land = |(code, (name, places)): (_, (_, Vec<usize>))| {
            (code, Land { name, ranks: Ranks::new(places.len()), places })
        };
        Ok(Self {
            ranks: Ranks::new(places.len()),
            places,
            lands: lands.into_iter().map(land).collect(),
            given: names(&fs::read_to_string(data.join("given_names.txt"))?),
            surnames: names(&fs::read_to_string(data.join("surnames.txt"))?),
            people: Ranks::new(N_PEOPLE),
            bodies: Ranks::new(N_BODIES),
            firms: Ranks::new(N_FIRMS),
            outlets: Ranks::new(OUTLETS.0.len() * OUTLETS.1.len()),
        })
    }

    /// A place, by its rank.
    pub(super) fn place(&self, numbers: &mut Numbers) -> usize {
        self.ranks.pick(numbers)
    }

    /// What a place is called.
    pub(super) fn name(&self, place: usize) -> &str {
        &self.places[place].0
    }

    /// The country of a place.
    pub(super) fn land(&self, place: usize) -> &str {
        self.land_of(place).map_or("the region", |land| land.name.as_str())
    }

    /// Another place of the same country, or the same one.
    pub(super) fn near(&self, place: usize, numbers: &mut Numbers) -> usize {
        let land = self.land_of(place).filter(|land| !land.places.is_empty());
        land.map_or(place, |land| land.places[land.ranks.pick(numbers)])
    }

    fn land_of(&self, place: usize) -> Option<&Land> {
        self.lands.get(&self.places[place].1?)
    }

    /// Role, given name and surname.
    pub(super) fn person(&self, numbers: &mut Numbers) -> [&str; 3] {
        let mut own = Numbers::new(1_000_000 + self.people.pick(numbers) as u64);
        [*own.one(&ROLES), own.one(&self.given).as_str(), own.one(&self.surnames).as_str()]
    }

    /// The name of an organisation.
    pub(super) fn body(&self, numbers: &mut Numbers) -> String {
        let mut own = Numbers::new(2_000_000 + self.bodies.pick(numbers) as u64);
        let place = self.place(&mut own);
        format!("{} {}", self.name(place), own.one(&BODIES))
    }

    /// The name of a firm, a word that stands in no dictionary.
    pub(super) fn firm(&self, numbers: &mut Numbers) -> String {
        let mut own = Numbers::new(3_000_000 + self.firms.pick(numbers) as u64);
        let n = 3 + own.below(2);
        capital(&(0..n).map(|_| *own.one(&SYLLABLES)).collect::<String>())
    }

    /// The name of an outlet.
    pub(super) fn outlet(&self, numbers: &mut Numbers) -> String {
        let rank = self.outlets.pick(numbers);
        let (first, second) = OUTLETS;
        format!("{} {}", first[rank % first.len()], second[rank / first.len()])
    }
}

/// With a capital.
pub(super) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn names(list: &str) -> Vec<String> {
    list.lines().filter(|line| !line.starts_with('#')).map(capital).collect()
}
