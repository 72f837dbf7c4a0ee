//! The area that narrows: its name, and where it lies on the map.

use crate::camera::{Camera, Viewport};
use crate::movement::{Rect, outline};
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet::Area;
use dateline_core::order;

/// How far an outline may reach beyond the map, so that its own lines are not seen there, in CSS pixels.
const BEYOND: f64 = 8.0;

/// The name of an area: the countries of its places, those with more places first; else where it is.
pub(super) fn label(corpus: &Corpus, area: Area) -> String {
    let places = corpus.places().iter().filter(|p| p.point.is_some_and(|at| area.contains(at)));
    let mut names: Vec<(&str, usize)> = Vec::new();
    for name in places.filter_map(|p| corpus.country_of(p)) {
        match names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => names.push((name, 1)),
        }
    }
    order::sort_by(&mut names, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let names: Vec<&str> = names.into_iter().map(|(name, _)| name).collect();
    let middle = area.middle();
    wording::area::of_countries(&names)
        .unwrap_or_else(|| wording::area::around(middle.lat, middle.lon))
}

/// The outline of an area on the map, cut a little beyond its edge.
pub(super) fn drawn(camera: Camera, viewport: Viewport, area: Area) -> Rect {
    let rect = outline(camera, viewport, area);
    let shifted = Rect { left: rect.left + BEYOND, top: rect.top + BEYOND, ..rect };
    let wider =
        Viewport { width: viewport.width + 2.0 * BEYOND, height: viewport.height + 2.0 * BEYOND };
    let cut = shifted.within(wider);
    Rect { left: cut.left - BEYOND, top: cut.top - BEYOND, ..cut }
}
