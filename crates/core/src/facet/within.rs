//! The tree of places: countries, and the first-level divisions in them.
//!
//! A node is not the place of the same name: a sentence is within Syria when it names Syria or any place that lies in Syria, and names the place Syria only when it says so.
//! So whatever is within a division is also within its country; what is below a division is a place of the facet of places.
//! A country is written by its two capital letters ("SY"), which no place has for an id; a division by its id as a place.

use crate::corpus::Corpus;
use crate::gazetteer::{CountryCode, PlaceId, PlaceKind};
use std::collections::BTreeMap;

/// A country or a division.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) id: String,
    pub(super) name: String,
    /// The country of a division: its number.
    pub(super) parent: Option<u32>,
}

/// All nodes in which a named place lies; and for every place those in which it lies.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tree {
    /// The countries, and then the divisions.
    pub(super) nodes: Vec<Node>,
    n_countries: usize,
    /// For every place its country and its division.
    of_place: Vec<[Option<u32>; 2]>,
}

impl Tree {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut countries: BTreeMap<CountryCode, u32> = BTreeMap::new();
        let mut divisions: BTreeMap<&PlaceId, (u32, &str, Option<CountryCode>)> = BTreeMap::new();
        let in_division = corpus.places().iter().map(|place| match &place.division {
            Some(division) => Some((&division.id, division.name.as_str())),
            None => (place.kind == PlaceKind::Division).then_some((&place.id, place.name.as_str())),
        });
        let in_division: Vec<Option<(&PlaceId, &str)>> = in_division.collect();
        for (place, division) in corpus.places().iter().zip(&in_division) {
            if let Some(code) = place.country {
                countries.entry(code).or_insert(0);
            }
            if let Some((id, name)) = division {
                divisions.entry(id).or_insert((0, name, place.country));
            }
        }
        let mut nodes = Vec::with_capacity(countries.len() + divisions.len());
        for ((code, number), i) in countries.iter_mut().zip(0u32..) {
            *number = i;
            let id = code.as_str().to_owned();
            let name = corpus.country_name(*code).unwrap_or(&id).to_owned();
            nodes.push(Node { id, name, parent: None });
        }
        let n_countries = countries.len();
        for ((id, (number, name, country)), i) in divisions.iter_mut().zip(0u32..) {
            *number = i.saturating_add(u32::try_from(n_countries).unwrap_or(u32::MAX));
            let parent = country.and_then(|code| countries.get(&code).copied());
            nodes.push(Node { id: id.as_str().to_owned(), name: (*name).to_owned(), parent });
        }
        let of_place = corpus.places().iter().zip(in_division).map(|(place, division)| {
            let division = division.and_then(|(id, _)| divisions.get(id));
            let number = division.map(|(number, ..)| *number);
            // The country is that of the division, so that nothing lies in a division and not in its country.
            let country = division.map_or(place.country, |(.., country)| *country);
            [country.and_then(|code| countries.get(&code).copied()), number]
        });
        Self { of_place: of_place.collect(), nodes, n_countries }
    }

    /// The number of a node.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        let (countries, divisions) = self.nodes.split_at_checked(self.n_countries)?;
        let at = |nodes: &[Node]| nodes.binary_search_by(|node| node.id.as_str().cmp(id)).ok();
        let number = at(countries).or_else(|| Some(self.n_countries + at(divisions)?))?;
        u32::try_from(number).ok()
    }

    /// The country and the division in which a place lies.
    pub(super) fn around(&self, place: u32) -> [Option<u32>; 2] {
        self.of_place.get(place as usize).copied().unwrap_or_default()
    }
}
