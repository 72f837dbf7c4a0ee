//! Labels of what the set does not name: the larger first, towns only from the zoom that suits them.

use super::super::labels::{Box2, Room, text_width};
use super::super::map_set::MapSet;
use super::super::{LabelKind, MapLabel};
use super::Sight;
use crate::reader::Reader;
use dateline_core::corpus::Corpus;
use dateline_core::gazetteer::Place;

const TOWN_SIZE: f64 = 11.0;
const COUNTRY_SIZE: f64 = 11.0;
const WATER_SIZE: f64 = 12.5;
/// Spaced capitals are this much wider.
const COUNTRY_SPACING: f64 = 1.5;

pub(super) fn labels(
    corpus: &Corpus,
    reader: &Reader,
    set: &MapSet,
    zoom: f64,
    sight: &Sight,
    room: &mut Room,
) -> Vec<MapLabel> {
    let labelled = |&(i, kind, at)| {
        let place = corpus.atlas().get(i).filter(|p| zoom >= least_zoom(p, kind))?;
        let (x, y) = sight.of_point(at)?;
        let text = match kind {
            LabelKind::Country => crate::wording::capitals(reader.name(place)),
            LabelKind::Water | LabelKind::Town => reader.name(place).to_owned(),
        };
        let area = match kind {
            LabelKind::Country => {
                Box2::around(x, y, text_width(&text, COUNTRY_SIZE) * COUNTRY_SPACING / 2.0, 9.0)
            }
            LabelKind::Water => Box2::around(x, y, text_width(&text, WATER_SIZE) / 2.0, 9.0),
            LabelKind::Town => {
                let width = text_width(&text, TOWN_SIZE) + 9.0;
                Box2 { left: x - 7.0, top: y - 8.0, right: x + width, bottom: y + 8.0 }
            }
        };
        room.try_take(area).then_some(MapLabel {
            key: i as u32,
            text,
            language: reader.language_of(place).map(str::to_owned),
            kind,
            x,
            y,
        })
    };
    set.base.iter().filter_map(labelled).collect()
}

/// From which zoom a label is shown.
fn least_zoom(place: &Place, kind: LabelKind) -> f64 {
    let steps = match kind {
        LabelKind::Country => [2.0, 3.2, 4.2, 5.0, 6.0],
        LabelKind::Water => [1.5, 3.5, 4.5, 5.5, 6.5],
        LabelKind::Town => [4.0, 5.2, 7.4, 8.4, 9.4],
    };
    steps.get(usize::from(place.prominence.saturating_sub(1))).copied().unwrap_or(6.0)
}
