//! Names that may mean the same places, taken together: a group has one sense in an article.

use super::around::Around;
use super::context::Likely;
use super::evidence::{self, Beside, Neighbours};
use super::prior;
use crate::annotate::Evidence;
use crate::gazetteer::PlaceIdx;
use crate::recognise::{Names, PlaceName};
use crate::text::Span;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// Of more candidates than this, the least known are passed over.
const MOST_WEIGHED: usize = 64;
/// Weight of a place that is named as its own name says, and not by another spelling.
const OWN_NAME: f64 = 1.2;
/// What is said beside one name of a group counts so much for the others.
const SAID_ELSEWHERE: f64 = 0.8;

/// A candidate under consideration.
pub(super) struct Weighed {
    pub(super) place: PlaceIdx,
    pub(super) score: f64,
    pub(super) evidence: Vec<Evidence>,
}

/// Names with the same candidates.
pub(super) struct Group {
    pub(super) candidates: Vec<PlaceIdx>,
    /// What is known of each candidate before the article is read, and the word for it.
    priors: Vec<(f64, Evidence)>,
    /// The most that is said for each candidate beside one of the names, and at which name.
    said: Vec<(f64, usize)>,
    /// Share of each candidate, as it stands.
    pub(super) shares: Vec<f64>,
    /// What the rest of the article says for each candidate, once that is settled.
    pub(super) likely: Vec<Likely>,
    /// How many names there are, those in a dateline more than once.
    pub(super) n: f64,
    /// Index of the group.
    pub(super) number: usize,
    /// Whether the names only point to the places ("Syrian").
    pub(super) points_only: bool,
}

/// All groups of an article.
pub(super) struct Groups {
    pub(super) list: Vec<Group>,
    /// Group of each name of a place.
    of_name: Vec<Option<usize>>,
    /// What is said beside each name of a place, for the candidates of its group.
    beside_name: Vec<Vec<Beside>>,
    of_associated: Vec<Option<usize>>,
    /// Groups of names that stand beside each other in an enumeration.
    pub(super) beside: Vec<(usize, usize)>,
}

impl Groups {
    pub(super) fn of<'a>(names: &'a Names, around: &Around<'a>) -> Self {
        let mut groups = Self {
            list: Vec::new(),
            of_name: Vec::new(),
            beside_name: Vec::new(),
            of_associated: Vec::new(),
            beside: Vec::new(),
        };
        let mut known: BTreeMap<(bool, &[PlaceIdx]), usize> = BTreeMap::new();
        for (idx, name) in names.places.iter().enumerate() {
            if name.candidates.is_empty() || evidence::is_elsewhere(name, around) {
                groups.of_name.push(None);
                groups.beside_name.push(Vec::new());
                continue;
            }
            let key = (false, &*name.candidates);
            let at = *known
                .entry(key)
                .or_insert_with(|| groups.add(name.span, &name.candidates, false, around));
            groups.of_name.push(Some(at));
            groups.note(at, idx, name, around);
        }
        for name in &names.associated {
            if name.candidates.is_empty() {
                groups.of_associated.push(None);
                continue;
            }
            let key = (true, &*name.candidates);
            let at = *known
                .entry(key)
                .or_insert_with(|| groups.add(name.span, &name.candidates, true, around));
            groups.of_associated.push(Some(at));
            if let Some(group) = groups.list.get_mut(at) {
                group.n += 1.0;
            }
        }
        groups.beside = groups.enumerated(around);
        for group in &mut groups.list {
            let weights = group.said_and_known();
            group.shares = shares(&weights);
        }
        groups
    }

    fn add(
        &mut self,
        span: Span,
        candidates: &[PlaceIdx],
        points_only: bool,
        around: &Around,
    ) -> usize {
        let surface = fold(span.of(around.text));
        let own_name = |place| {
            let name = around.gazetteer.name(place);
            // Letters and spaces fold to themselves, capitals aside.
            let is_plain = name.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
            let is_own =
                if is_plain { name.eq_ignore_ascii_case(&surface) } else { fold(name) == surface };
            if is_own { OWN_NAME } else { 0.0 }
        };
        let weighed = |&place: &PlaceIdx| {
            let (prior, evidence) = prior::prior(place, around.gazetteer);
            (place, (prior + own_name(place), evidence))
        };
        let mut known: Vec<(PlaceIdx, (f64, Evidence))> = candidates.iter().map(weighed).collect();
        known.sort_by(|(a, (x, _)), (b, (y, _))| y.total_cmp(x).then(a.cmp(b)));
        known.truncate(MOST_WEIGHED);
        let (candidates, priors): (Vec<_>, Vec<_>) = known.into_iter().unzip();
        let said = vec![(0.0, usize::MAX); candidates.len()];
        let number = self.list.len();
        self.list.push(Group {
            number,
            candidates,
            priors,
            said,
            shares: Vec::new(),
            likely: Vec::new(),
            n: 0.0,
            points_only,
        });
        self.list.len() - 1
    }

    /// Pairs of different groups whose names follow each other with nothing but a comma or a conjunction between.
    fn enumerated(&self, around: &Around) -> Vec<(usize, usize)> {
        let with_next = around.names.iter().zip(around.names.iter().skip(1));
        let of_name = self.of_name.iter().zip(self.of_name.iter().skip(1));
        with_next
            .zip(of_name)
            .filter(|((name, next), _)| evidence::is_enumerated(name, next, around))
            .filter_map(|(_, (one, other))| (*one).zip(*other))
            .filter(|(one, other)| one != other)
            .collect()
    }

    /// Takes over what is said beside a name.
    fn note<'a>(&mut self, at: usize, idx: usize, name: &'a PlaceName, around: &Around<'a>) {
        let Some(group) = self.list.get_mut(at) else { return };
        group.n += evidence::weight_of_role(name.role);
        let neighbours = Neighbours::of(name, around);
        let beside: Vec<Beside> =
            group.candidates.iter().map(|&place| neighbours.beside(place, around)).collect();
        for (beside, said) in beside.iter().zip(&mut group.said) {
            if beside.lasting() > said.0 {
                *said = (beside.lasting(), idx);
            }
        }
        self.beside_name.push(beside);
    }

    /// The candidates of a name with their final scores; `None` for a name that has none. To be asked once: what stands beside the name is handed over.
    pub(super) fn weigh(&mut self, idx: usize, name: &PlaceName) -> Option<Vec<Weighed>> {
        let at = (*self.of_name.get(idx)?)?;
        let group = self.list.get(at)?;
        let only = name.candidates.len() == 1;
        let beside = self.beside_name.get_mut(idx).map(core::mem::take)?;
        // What is said here of one candidate outweighs what is said elsewhere of another.
        let is_told_here = beside.iter().any(|here| here.lasting() > 0.0);
        let known = group.candidates.iter().zip(&group.priors).zip(&group.said);
        let rows = known.zip(beside).zip(&group.likely);
        Some(
            rows.map(|((((&place, (prior, known)), &(said, said_at)), here), likely)| {
                // Room for most of what can be said.
                let mut evidence = Vec::with_capacity(4 + here.evidence.len());
                if only {
                    evidence.push(Evidence::OnlyPlaceOfThatName);
                }
                evidence.push(known.clone());
                let mut score = prior + here.weight() + likely.weight();
                if said_at != idx && said > 0.0 && !is_told_here {
                    score += SAID_ELSEWHERE * said;
                    evidence.push(Evidence::SameNameInArticle);
                }
                evidence.extend(here.evidence);
                evidence.extend(likely.evidence());
                Weighed { place, score, evidence }
            })
            .collect(),
        )
    }

    /// The likeliest place that an associated name points to.
    pub(super) fn best_of_associated(&self, idx: usize) -> Option<PlaceIdx> {
        let group = self.list.get((*self.of_associated.get(idx)?)?)?;
        let ranked = group.candidates.iter().zip(&group.shares);
        ranked.max_by(|(a, x), (b, y)| x.total_cmp(y).then(b.cmp(a))).map(|(&place, _)| place)
    }
}

impl Group {
    /// Weight of each candidate without the rest of the article.
    pub(super) fn said_and_known(&self) -> Vec<f64> {
        let both = self.priors.iter().zip(&self.said);
        both.map(|((prior, _), (said, _))| prior + SAID_ELSEWHERE * said).collect()
    }
}

/// The softmax.
pub(super) fn shares(weights: &[f64]) -> Vec<f64> {
    let best = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let exps: Vec<f64> = weights.iter().map(|w| libm::exp(w - best)).collect();
    let total: f64 = exps.iter().sum();
    exps.into_iter().map(|e| e / total).collect()
}
