//! Keys among the things on the map: one stop of the keyboard, arrows from one to the next.
//!
//! A clear rule with the map's own keys: on the map itself arrows move it, on a thing they go to the next.

use super::marker_layer::place_of;
use crate::browser::{Element, Key, focus, key_of, rove};
use dateline_core::gazetteer::PlaceId;
use dateline_view::roving::Rove;
use yew::prelude::*;

/// What a key does among the places; whether it does anything.
pub(super) fn on_key(
    event: &KeyboardEvent,
    layer: &Element,
    on_choose: &Callback<(PlaceId, bool, bool)>,
) -> bool {
    match key_of(event) {
        Key::Arrow(1, _) | Key::Arrow(_, 1) => rove(layer, Rove::Next),
        Key::Arrow(..) => rove(layer, Rove::Back),
        Key::Home => rove(layer, Rove::First),
        Key::End => rove(layer, Rove::Last),
        Key::Escape => focus_map(layer),
        Key::Enter if event.shift_key() => {
            let id = place_of(event);
            id.map(|id| on_choose.emit((id, true, false))).is_some()
        }
        _ => false,
    }
}

/// Gives the keyboard to the map around the places.
pub(super) fn focus_map(layer: &Element) -> bool {
    let map = layer.closest("[role=region]").ok().flatten();
    map.map(|map| focus(&map)).is_some()
}
