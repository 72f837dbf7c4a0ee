//! The region of a corpus: which cells of the base map's detail its page carries.
//!
//! In: articles with their places. Out: the shell with as much detail around these places as the budget allows, those that most articles are about first.
//! What is named in passing does not count: a credit, a dateline, a government by its seat, or a place with a small share of one article.

use anyhow::{Context as _, Result};
use dateline_core::annotate::MentionRole;
use dateline_core::basemap::{CellId, DetailPack};
use dateline_core::corpus::{Corpus, Mention};
use dateline_core::gazetteer::PlaceKind;
use dateline_core::geo::{LatLon, mercator};
use dateline_formats::page;
use std::collections::{BTreeMap, BTreeSet};

/// Detail of the whole world, of which a page carries some.
const WORLD: &[u8] = include_bytes!("../../core/data/basemap/detail.pack");

/// So many bytes of a page may be detail: gzip in base64.
const BUDGET: usize = 400_000;
/// A place counts for the cells around it, too: this share of it one cell away, this share of that two cells away …
const BESIDE: f64 = 0.25;
/// … and so on, so many cells deep: at zoom 6, where detail begins, a screen shows that much around its middle.
const DEPTH: u16 = 3;
/// A cell that counts less than this share of the most important one is left out, even where there is room.
const LEAST: f64 = 0.004;

/// The shell with the detail for a corpus.
pub(crate) fn with_detail_for(shell: &str, corpus: &Corpus) -> Result<String> {
    let detail = DetailPack::open(WORLD).context("the base map's detail is not usable")?;
    let bytes = within_budget(&detail, &by_weight(corpus));
    page::with_detail(shell, &bytes)
        .context("the shell of the page is not usable; run `cargo xtask build` again")
}

/// As many of the cells as the budget allows, from the first on; nothing when that is none.
fn within_budget(detail: &DetailPack<'_>, cells: &[CellId]) -> Vec<u8> {
    let packed = |n: usize| {
        let chosen: BTreeSet<CellId> = cells.iter().take(n).copied().collect();
        detail.with_only(&chosen)
    };
    // More cells never take less room.
    let (mut fits, mut too_many) = (0, cells.len() + 1);
    while fits + 1 < too_many {
        let middle = fits.midpoint(too_many);
        if page::encode_block(&packed(middle)).len() <= BUDGET {
            fits = middle;
        } else {
            too_many = middle;
        }
    }
    if fits == 0 { Vec::new() } else { packed(fits) }
}

/// The cells around the places, the most important ones first.
fn by_weight(corpus: &Corpus) -> Vec<CellId> {
    let meant = |mention: &&Mention| {
        let kind = corpus.place(mention.place).kind;
        mention.role == MentionRole::Story
            && !mention.metonym
            && (!kind.is_area() || kind == PlaceKind::Division)
    };
    weigh(corpus.records().iter().map(|record| {
        let places = record.mentions.iter().filter(meant).map(|m| corpus.place(m.place));
        places.filter_map(|place| place.point).collect()
    }))
}

/// The same from the points that each article names, once per mention.
fn weigh(articles: impl Iterator<Item = Vec<LatLon>>) -> Vec<CellId> {
    let mut weights: BTreeMap<CellId, f64> = BTreeMap::new();
    for points in articles {
        // Each article counts once, shared among the places that it is about.
        let share = 1.0 / points.len() as f64;
        for point in points {
            let at = mercator::project(point);
            let cell = CellId::at(at.x, at.y);
            for (near, away) in cell.around(DEPTH) {
                let weight = (0..away).fold(share, |weight, _| weight * BESIDE);
                *weights.entry(near).or_default() += weight;
            }
        }
    }
    let most = weights.values().copied().fold(0.0, f64::max);
    let mut cells: Vec<_> =
        weights.into_iter().filter(|(_, weight)| *weight >= most * LEAST).collect();
    cells.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    cells.into_iter().map(|(cell, _)| cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALEPPO: LatLon = LatLon { lat: 36.2, lon: 37.16 };
    const CAIRO: LatLon = LatLon { lat: 30.05, lon: 31.23 };
    const LIMA: LatLon = LatLon { lat: -12.05, lon: -77.04 };
    const OSLO: LatLon = LatLon { lat: 59.91, lon: 10.74 };

    fn cell(point: LatLon) -> CellId {
        let at = mercator::project(point);
        CellId::at(at.x, at.y)
    }

    #[test]
    fn what_most_articles_are_about_comes_first() {
        for (articles, first, is_there, is_not) in [
            (vec![vec![ALEPPO], vec![ALEPPO], vec![CAIRO]], ALEPPO, CAIRO, LIMA),
            // Many mentions in one article count less than few in two.
            (vec![vec![LIMA; 9], vec![CAIRO], vec![CAIRO]], CAIRO, LIMA, OSLO),
            // Named once in passing by one article of many.
            (
                [vec![vec![ALEPPO; 9]; 40], vec![[vec![ALEPPO; 9], vec![LIMA]].concat()]].concat(),
                ALEPPO,
                ALEPPO,
                LIMA,
            ),
        ] {
            let cells = weigh(articles.into_iter());
            assert_eq!(cells.first(), Some(&cell(first)));
            assert!(cells.contains(&cell(is_there)) && !cells.contains(&cell(is_not)));
        }
        assert!(weigh(std::iter::empty()).is_empty());
    }

    #[test]
    fn the_budget_is_kept() {
        let all: BTreeSet<CellId> = DetailPack::open(WORLD).unwrap().cells().collect();
        let everywhere: Vec<CellId> = all.into_iter().collect();
        let bytes = within_budget(&DetailPack::open(WORLD).unwrap(), &everywhere);
        let room = page::encode_block(&bytes).len();
        assert!(room <= BUDGET && room > BUDGET / 10 * 9, "{room}");
        assert!(within_budget(&DetailPack::open(WORLD).unwrap(), &[]).is_empty());
    }
}
