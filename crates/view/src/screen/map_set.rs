//! What the map shows of a set, made once for the set and not for every frame: counts in reading order, positions, clusters.
//!
//! In go a corpus, a selection and the sentences that it leaves; out come places with their positions on the unit square of the map, and which of them are drawn as one at which zoom.
//! Where they lie on the screen depends on the camera, and is worked out in `map`.

use super::{ClusterMarker, LabelKind};
use dateline_core::cluster::{ClusterId, Clusters, Point};
use dateline_core::corpus::ground::AtlasPoint;
use dateline_core::corpus::{Corpus, CorpusPlaceIdx};
use dateline_core::facet::{Count, Counts, FacetKey, Selection};
use dateline_core::gazetteer::{CountryCode, Place, PlaceKind};
use dateline_core::geo::mercator::Point as Unit;
use dateline_core::order;
use std::cell::RefCell;

/// Markers of a small set are put together only when they lie nearly on one spot.
const LEAST_RADIUS: f64 = 7.0;
/// Those of a large one when their buttons would touch.
const MOST_RADIUS: f64 = 30.0;
/// Up to so many places a set is small.
const SMALL: usize = 60;
/// So many places more, and markers are put together from one pixel further.
const PLACES_PER_PIXEL: f64 = 20.0;

/// A place of the set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) count: Count<CorpusPlaceIdx>,
    /// On the unit square; none for a place without coordinates.
    pub(super) at: Option<Unit>,
    pub(super) is_area: bool,
    pub(super) is_selected: bool,
}

/// The places of a set, ready for any view of the map.
#[derive(Clone, Debug)]
pub struct MapSet {
    /// In reading order: what is selected, then most articles first.
    pub(super) spots: Vec<Spot>,
    /// Those with coordinates, in the same order: indexes of spots, and where they lie.
    pub(super) located: Vec<(usize, Unit)>,
    /// What is drawn as its own marker at every zoom: areas, and what is selected; indexes of spots.
    pub(super) alone: Vec<usize>,
    /// The others.
    pub(super) clusters: Clusters,
    /// The spot of each point of the clusters.
    pub(super) clustered: Vec<usize>,
    /// Places with a dot that the selection leaves out.
    pub(super) ghosts: Vec<Unit>,
    /// Places of the base map that the set does not name, the most important first.
    pub(super) base: Vec<(usize, LabelKind, Unit)>,
    /// The country that the corpus is about.
    pub(super) focus_country: Option<CountryCode>,
    /// What was told of clusters that have been in view.
    told: RefCell<Vec<(ClusterId, ClusterMarker)>>,
}

impl MapSet {
    /// The places of the sentences that a selection leaves.
    pub fn of(corpus: &Corpus, selection: &Selection, counts: &Counts) -> Self {
        Self::made(corpus, selection, counts, |_| false)
    }

    /// The same with every marker by itself, for paper: nothing can be opened there.
    pub fn apart(corpus: &Corpus, selection: &Selection, counts: &Counts) -> Self {
        Self::made(corpus, selection, counts, |_| true)
    }

    fn made(
        corpus: &Corpus,
        selection: &Selection,
        counts: &Counts,
        stands_alone: impl Fn(&Spot) -> bool,
    ) -> Self {
        let is_selected = |place: &Place| selection.includes(FacetKey::Place, place.id.as_str());
        let ground = corpus.ground();
        let mut spots: Vec<Spot> = counts
            .places()
            .map(|count| {
                let place = corpus.place(count.value);
                Spot {
                    at: ground.point(count.value),
                    is_area: place.kind.is_area(),
                    is_selected: is_selected(place),
                    count,
                }
            })
            .collect();
        order::sort_by_key(&mut spots, |s| {
            let Count { value, n_articles, n_excerpts } = s.count;
            (!s.is_selected, usize::MAX - n_articles, usize::MAX - n_excerpts, value)
        });
        let mut located = Vec::new();
        let (mut alone, mut clustered, mut points) = (Vec::new(), Vec::new(), Vec::new());
        for (i, spot) in spots.iter().enumerate() {
            let Some(at) = spot.at else { continue };
            located.push((i, at));
            if spot.is_area || spot.is_selected || stands_alone(spot) {
                alone.push(i);
            } else {
                clustered.push(i);
                let weight = u32::try_from(spot.count.n_articles).unwrap_or(u32::MAX);
                points.push(Point { x: at.x, y: at.y, weight });
            }
        }
        let mut is_named = vec![false; corpus.places().len()];
        for spot in &spots {
            if let Some(named) = is_named.get_mut(spot.count.value.0 as usize) {
                *named = true;
            }
        }
        let left_out = corpus.places().iter().zip(0u32..).zip(&is_named);
        let left_out = left_out.filter(|((place, _), named)| !**named && !place.kind.is_area());
        let ghosts = left_out.filter_map(|((_, idx), _)| ground.point(CorpusPlaceIdx(idx)));
        Self {
            clusters: Clusters::of(&points, radius(points.len())),
            ghosts: ghosts.collect(),
            base: base(corpus, &is_named),
            spots,
            located,
            alone,
            clustered,
            focus_country: ground.country,
            told: RefCell::default(),
        }
    }

    /// How many places the set names.
    pub(super) fn n_named(&self) -> usize {
        self.spots.len()
    }

    /// How many places have coordinates.
    pub(super) fn n_located(&self) -> usize {
        self.located.len()
    }

    /// What is told of a cluster; made when it is asked for the first time, because a large one is long to tell.
    pub(super) fn told(&self, id: ClusterId, tell: impl Fn() -> ClusterMarker) -> ClusterMarker {
        let mut all = self.told.borrow_mut();
        let at = match all.binary_search_by(|(other, _)| other.cmp(&id)) {
            Ok(at) => at,
            Err(at) => {
                all.insert(at, (id, tell()));
                at
            }
        };
        all.get(at).map_or_else(tell, |(_, told)| told.clone())
    }
}

/// From how many pixels on markers stand for themselves.
fn radius(n: usize) -> f64 {
    let more = n.saturating_sub(SMALL) as f64 / PLACES_PER_PIXEL;
    (LEAST_RADIUS + more).min(MOST_RADIUS)
}

/// The labels of the base map: the larger first.
fn base(corpus: &Corpus, is_named: &[bool]) -> Vec<(usize, LabelKind, Unit)> {
    let is_in_set = |idx: CorpusPlaceIdx| is_named.get(idx.0 as usize).copied().unwrap_or_default();
    let labelled = |point: &AtlasPoint| {
        let place = corpus.atlas().get(point.idx)?;
        let kind = label_kind(place)?;
        // They come by id, which decides where all else is equal.
        let rank = (kind == LabelKind::Town, place.prominence, kind == LabelKind::Water);
        (!point.named.is_some_and(is_in_set)).then_some((rank, (point.idx, kind, point.at)))
    };
    let mut out: Vec<_> = corpus.ground().atlas.iter().filter_map(labelled).collect();
    order::sort_by_key(&mut out, |label| label.0);
    out.into_iter().map(|(_, label)| label).collect()
}

fn label_kind(place: &Place) -> Option<LabelKind> {
    match place.kind {
        PlaceKind::Country | PlaceKind::Territory => Some(LabelKind::Country),
        PlaceKind::Sea | PlaceKind::Ocean | PlaceKind::Gulf => Some(LabelKind::Water),
        PlaceKind::Capital | PlaceKind::City | PlaceKind::Town => Some(LabelKind::Town),
        _ => None,
    }
}
