//! Where the places of a corpus lie on the flat map, and what part of it the corpus is about.
//!
//! In go the places and how the corpus speaks of them; out come positions, a country and a square. Made once for a corpus, because every view asks for them.
//! Names that stand for a government, datelines and credits do not count: "Moscow said" is not about Moscow.

use super::{CorpusData, CorpusPlaceIdx, Usage};
use crate::gazetteer::{CountryCode, Place};
use crate::geo::Square;
use crate::geo::mercator::{self, Point};
use crate::order;

/// The ground of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// For each place its position on the unit square.
    points: Vec<Option<Point>>,
    /// The places of the atlas that have a position, by id.
    pub atlas: Vec<AtlasPoint>,
    /// The country whose towns, bases and mountains are named most.
    pub country: Option<CountryCode>,
    /// The smallest square around these towns, bases and mountains; around all places when there are none; none when no place has a position.
    pub square: Option<Square>,
}

/// A place of the atlas on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AtlasPoint {
    /// Its index in the atlas.
    pub idx: usize,
    /// Its position on the unit square.
    pub at: Point,
    /// The place of the corpus that it is, if the corpus names it.
    pub named: Option<CorpusPlaceIdx>,
}

impl Ground {
    pub(super) fn of(data: &CorpusData, usage: &[Usage]) -> Self {
        let on_map = |place: &Place| place.point.map(mercator::project);
        let points: Vec<Option<Point>> = data.places.iter().map(on_map).collect();
        let idx_of = |place: &Place| {
            let at = data.places.binary_search_by(|p| p.id.cmp(&place.id)).ok()?;
            Some(CorpusPlaceIdx(u32::try_from(at).ok()?))
        };
        let point = |(idx, place): (usize, &Place)| {
            Some(AtlasPoint { idx, at: on_map(place)?, named: idx_of(place) })
        };
        let mut atlas: Vec<AtlasPoint> = data.atlas.iter().enumerate().filter_map(point).collect();
        order::sort_by_key(&mut atlas, |point| data.atlas.get(point.idx).map(|place| &place.id));
        let spots = || {
            let used = data.places.iter().zip(usage).zip(&points);
            let spots = used.map(|((place, usage), point)| (place, usage.n_located, point));
            spots.filter(|(place, n_located, _)| *n_located > 0 && is_spot(place))
        };
        let country = country_of(spots().map(|(place, n_located, _)| (place, n_located)));
        let of_country = spots().filter(|(p, ..)| country.is_none() || p.country == country);
        let square = Square::around_points(of_country.filter_map(|(.., point)| *point).collect())
            .or_else(|| Square::around_points(points.iter().filter_map(|point| *point).collect()));
        Self { points, atlas, country, square }
    }

    /// Where a place lies on the unit square; none for one without coordinates.
    pub fn point(&self, idx: CorpusPlaceIdx) -> Option<Point> {
        self.points.get(idx.0 as usize).copied().flatten()
    }
}

/// Whether a place is one spot of the map.
pub fn is_spot(place: &Place) -> bool {
    !place.kind.is_area() && place.point.is_some()
}

/// The country that holds most of what is named: each place with how often.
pub fn country_of<'a>(spots: impl Iterator<Item = (&'a Place, u32)>) -> Option<CountryCode> {
    let mut weights: Vec<(CountryCode, f64)> = Vec::new();
    for (place, n) in spots {
        if let Some(country) = place.country {
            // The tenth mention of a place says less than the first of another.
            let weight = libm::log1p(f64::from(n));
            match weights.iter_mut().find(|of| of.0 == country) {
                Some(of) => of.1 += weight,
                None => weights.push((country, weight)),
            }
        }
    }
    let heaviest = weights.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    heaviest.map(|(country, _)| country)
}
