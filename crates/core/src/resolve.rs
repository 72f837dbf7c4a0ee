//! Which place is meant: the names of an article are weighed together, and the evidence is kept.
//!
//! In go the names that `recognise` found; out come mentions, each with its ranked candidates.
//! Weights are sums of evidence on a logarithmic scale, as in a naive Bayes classifier; the confidence of a candidate is its share of the softmax.
//! The weights were chosen by hand on news text and are replaced by learned ones together with the world gazetteer.

use crate::annotate::{Associated, Candidate, Confidence, Evidence, PlaceMention};
use crate::gazetteer::{CountryCode, Gazetteer, Place, PlaceId, PlaceIdx};
use crate::knowledge::Knowledge;
use crate::recognise::{Names, PlaceName};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

mod evidence;
mod metonym;
mod unlisted;

/// How sure a name can be that has but one candidate: the rest is the chance that it is no place at all.
const CEILING: f64 = 0.97;

/// How many candidates of a name are told: the best ones.
const MOST_CANDIDATES: usize = 8;

/// How many certain places of an article are looked at for places nearby: the first ones.
const MOST_CERTAIN: usize = 256;

/// A candidate under consideration.
struct Weighed {
    place: PlaceIdx,
    score: f64,
    evidence: Vec<Evidence>,
}

/// What the article as a whole shows.
struct Surroundings<'a> {
    text: &'a str,
    names: &'a Names,
    gazetteer: &'a Gazetteer,
    /// How often each country is named or pointed to.
    countries: BTreeMap<CountryCode, u32>,
    /// For each candidate: how many places of names with one candidate lie near.
    near: BTreeMap<PlaceIdx, u32>,
    /// Indexes of names by their ends; of names that end together, the first.
    by_end: BTreeMap<u32, usize>,
}

/// The places of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// Every place that is chosen or weighed below.
    pub entities: Vec<Place>,
    /// Mentions of places, in the order of the text.
    pub places: Vec<PlaceMention>,
    /// What points to places, in the order of the text.
    pub associated: Vec<Associated>,
}

/// Resolves all names of a text.
pub fn resolve(text: &str, names: &Names, knowledge: &Knowledge) -> Resolved {
    let gazetteer = knowledge.gazetteer();
    let around = Surroundings::of(text, names, gazetteer);
    let mut weighed: Vec<Vec<Weighed>> =
        names.places.iter().map(|n| evidence::weigh(n, &around)).collect();
    one_sense_per_article(&names.places, text, &mut weighed);

    let mut entities = Entities::default();
    let mut places = Vec::with_capacity(names.places.len());
    for (name, weighed) in names.places.iter().zip(weighed) {
        let candidates = if weighed.is_empty() {
            vec![unlisted::candidate(name, &around, &mut entities)]
        } else {
            ranked(weighed, gazetteer, &mut entities)
        };
        let Some(best) = candidates.first() else { continue };
        let (place, confidence) = (best.place, best.confidence);
        let metonym = entities.list.get(place as usize).is_some_and(|p| {
            metonym::is_metonym(text, name.span, p, evidence_of_container(&candidates))
        });
        places.push(PlaceMention {
            span: name.span,
            place,
            confidence,
            metonym,
            role: name.role,
            candidates,
        });
    }
    let associated = names
        .associated
        .iter()
        .filter_map(|name| {
            let best = name.candidates.iter().min_by_key(|&&p| (gazetteer.prominence(p), p))?;
            Some(Associated {
                span: name.span,
                place: entities.index(*best, gazetteer),
                role: name.role,
            })
        })
        .collect();
    Resolved { entities: entities.list, places, associated }
}

fn evidence_of_container(candidates: &[Candidate]) -> bool {
    let names_container = |e: &Evidence| matches!(e, Evidence::ContainerNamedBeside(_));
    candidates.first().is_some_and(|best| best.evidence.iter().any(names_container))
}

impl<'a> Surroundings<'a> {
    fn of(text: &'a str, names: &'a Names, gazetteer: &'a Gazetteer) -> Self {
        let mut countries = BTreeMap::new();
        let mut certain = BTreeSet::new();
        let mut by_end = BTreeMap::new();
        let sole = |candidates: &[PlaceIdx]| match candidates {
            [one] => Some(*one),
            _ => None,
        };
        let lists = names
            .places
            .iter()
            .map(|n| &n.candidates)
            .chain(names.associated.iter().map(|n| &n.candidates));
        for place in lists.filter_map(|c| sole(c)) {
            if let Some(country) = gazetteer.country(place) {
                *countries.entry(country).or_insert(0) += 1;
            }
        }
        for place in names.places.iter().filter_map(|n| sole(&n.candidates)) {
            if certain.len() == MOST_CERTAIN {
                break;
            }
            if !gazetteer.kind(place).is_area() {
                certain.insert(place);
            }
        }
        // Once for each place of the gazetteer, however often it is a candidate.
        let candidates: BTreeSet<PlaceIdx> =
            names.places.iter().flat_map(|n| n.candidates.iter().copied()).collect();
        let near = candidates
            .into_iter()
            .map(|place| (place, evidence::count_near(place, &certain, gazetteer)))
            .collect();
        for (idx, name) in names.places.iter().enumerate() {
            by_end.entry(name.span.end).or_insert(idx);
        }
        Self { text, names, gazetteer, countries, near, by_end }
    }

    /// What stands right after a span.
    fn after(&self, span: Span) -> &'a str {
        self.text.get(span.end as usize..).unwrap_or_default()
    }

    /// The name that stands right after "," behind a span.
    fn name_after_comma(&self, span: Span) -> Option<&'a PlaceName> {
        let gap = self.after(span);
        let start = span.end as usize + gap.len() - gap.strip_prefix(", ")?.len();
        self.names_at(start).next()
    }

    /// The names that begin at an offset; more than one only when they overlap.
    fn names_at(&self, start: usize) -> impl Iterator<Item = &'a PlaceName> {
        let places = &self.names.places;
        let first = places.partition_point(|n| (n.span.start as usize) < start);
        places[first..].iter().take_while(move |n| n.span.start as usize == start)
    }

    /// The first name that ends at an offset.
    fn name_up_to(&self, end: u32) -> Option<&'a PlaceName> {
        self.by_end.get(&end).and_then(|&idx| self.names.places.get(idx))
    }
}

/// Adds to each candidate what the same spelling, better explained elsewhere in the article, says for it.
fn one_sense_per_article(names: &[PlaceName], text: &str, weighed: &mut [Vec<Weighed>]) {
    const SAME_NAME: f64 = 1.5;
    const CERTAIN: f64 = 0.9;
    let decided: Vec<(usize, PlaceIdx)> = weighed
        .iter()
        .enumerate()
        .filter(|(_, w)| w.len() > 1)
        .filter_map(|(i, w)| {
            let total: f64 = w.iter().map(|c| libm::exp(c.score)).sum();
            let best = w.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
            // "Homs governorate" says nothing of a bare "Homs".
            let by_kind = best.evidence.iter().any(|e| matches!(e, Evidence::KindNamed(_)));
            (!by_kind && libm::exp(best.score) / total > CERTAIN).then_some((i, best.place))
        })
        .collect();
    // The first two of each surface: one of them is not the name itself.
    let mut by_surface: BTreeMap<&str, Vec<(usize, PlaceIdx)>> = BTreeMap::new();
    for (i, place) in decided {
        let same = by_surface.entry(names[i].span.of(text)).or_default();
        if same.len() < 2 {
            same.push((i, place));
        }
    }
    for (i, candidates) in weighed.iter_mut().enumerate() {
        let same = by_surface.get(names[i].span.of(text));
        let elsewhere = same.and_then(|same| same.iter().find(|&&(j, _)| j != i));
        if let Some(&(_, place)) = elsewhere
            && let Some(c) = candidates.iter_mut().find(|c| c.place == place)
        {
            c.score += SAME_NAME;
            c.evidence.push(Evidence::SameNameInArticle);
        }
    }
}

fn ranked(
    mut weighed: Vec<Weighed>,
    gazetteer: &Gazetteer,
    entities: &mut Entities,
) -> Vec<Candidate> {
    weighed.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.cmp(&b.place)));
    let best = weighed.first().map_or(0.0, |w| w.score);
    let total: f64 = weighed.iter().map(|w| libm::exp(w.score - best)).sum();
    weighed
        .into_iter()
        .take(MOST_CANDIDATES)
        .map(|w| {
            let share = CEILING * libm::exp(w.score - best) / total;
            Candidate {
                place: entities.index(w.place, gazetteer),
                confidence: Confidence::from_share(share),
                evidence: w.evidence,
            }
        })
        .collect()
}

/// The places that an article's annotations speak of, each once.
#[derive(Default)]
struct Entities {
    list: Vec<Place>,
    listed: BTreeMap<PlaceIdx, u32>,
    unlisted: BTreeMap<PlaceId, u32>,
}

impl Entities {
    fn index(&mut self, place: PlaceIdx, gazetteer: &Gazetteer) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        *self.listed.entry(place).or_insert_with(|| {
            self.list.push(gazetteer.place(place));
            next
        })
    }

    /// The index of a place that the gazetteer does not hold.
    fn index_unlisted(&mut self, place: &Place) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        *self.unlisted.entry(place.id.clone()).or_insert_with(|| {
            self.list.push(place.clone());
            next
        })
    }
}
