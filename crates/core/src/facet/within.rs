//! The tree of places: countries, and the first-level divisions in them.
//!
//! A node is not the place of the same name: a sentence is within Syria when it names Syria or any place that lies in Syria, and names the place Syria only when it says so.
//! So whatever is within a division is also within its country; what is below a division is a place of the facet of places.
//! A country is written by its two capital letters ("SY"), which no place has for an id; a division by its id as a place.

use crate::corpus::Corpus;
use crate::gazetteer::{Place, PlaceKind};
use crate::text::keyed::Keyed;

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
        let places = || corpus.places().iter().zip(0u32..);
        let country = |place: u32| corpus.places().get(place as usize)?.country.as_ref();
        // Each with the first place that lies in it.
        let countries =
            Keyed::firsts(places().filter_map(|(p, i)| Some((p.country.as_ref()?.as_str(), i))));
        let divisions = Keyed::firsts(places().filter_map(|(p, i)| Some((division_of(p)?.0, i))));
        let n_countries = countries.pairs().len();
        let mut nodes = Vec::with_capacity(n_countries + divisions.pairs().len());
        for &(id, first) in countries.pairs() {
            let name = country(first).and_then(|code| corpus.country_name(*code)).unwrap_or(id);
            nodes.push(Node { id: id.to_owned(), name: name.to_owned(), parent: None });
        }
        for &(id, first) in divisions.pairs() {
            let name = corpus.places().get(first as usize).and_then(division_of);
            let parent = country(first).and_then(|code| countries.place(code.as_str()));
            let name = name.map_or(id, |(_, name)| name).to_owned();
            nodes.push(Node { id: id.to_owned(), name, parent });
        }
        let around = |place: &Place| {
            let division = division_of(place).and_then(|(id, _)| divisions.place(id));
            let division = division.map(|n| n.saturating_add(number(n_countries)));
            let of_division = division.map(|n| nodes.get(n as usize)?.parent);
            let own = || countries.place(place.country.as_ref()?.as_str());
            // The country is that of the division, so that nothing lies in a division and not in its country.
            [of_division.unwrap_or_else(own), division]
        };
        let of_place = corpus.places().iter().map(around).collect();
        Self { of_place, nodes, n_countries }
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

/// Id and name of the division in which a place lies, or which it is.
fn division_of(place: &Place) -> Option<(&str, &str)> {
    match &place.division {
        Some(division) => Some((division.id.as_str(), &division.name)),
        None => (place.kind == PlaceKind::Division).then_some((place.id.as_str(), &place.name)),
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
