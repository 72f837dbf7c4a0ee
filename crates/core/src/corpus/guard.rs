//! The door of the corpus: what a pack may hold and no screen can show is taken out here, once.
//!
//! In goes any data, however it was made; afterwards every span lies on character borders inside its text, every index leads somewhere, and points lie on the earth.
//! Nothing is reported: what a program of ours writes loses nothing here.

use super::{CorpusActorIdx, CorpusData, Record};
use crate::gazetteer::Place;
use crate::geo::LatLon;
use crate::text::Span;
use core::cmp::Reverse;

/// Takes out whatever leads nowhere, and puts mentions in the order of their text.
pub(super) fn make_sound(data: &mut CorpusData) {
    data.places.iter_mut().chain(&mut data.atlas).for_each(check_point);
    let n_places = data.places.len();
    let n_actors = data.actors.len();
    let n_values = data.time_values.len();
    for record in &mut data.records {
        let Record { article, mentions, actors, times, statements } = record;
        let fits = |span: Span| is_inside(span, &article.text);
        let is_actor = |actor: CorpusActorIdx| (actor.0 as usize) < n_actors;
        mentions.retain(|m| fits(m.span) && (m.place.0 as usize) < n_places);
        actors.retain(|m| fits(m.span) && is_actor(m.actor));
        times.retain(|m| fits(m.span));
        for mention in times.iter_mut() {
            mention.value = mention.value.filter(|v| (v.0 as usize) < n_values);
        }
        statements.retain(|s| fits(s.span));
        for said in statements.iter_mut() {
            for part in [&mut said.verb, &mut said.source, &mut said.named] {
                *part = part.filter(|span| fits(*span));
            }
            said.speaker = said.speaker.filter(|speaker| is_actor(*speaker));
        }
        mentions.sort_by_key(|m| m.span);
        actors.sort_by_key(|m| m.span);
        times.sort_by_key(|m| m.span);
        statements.sort_by_key(|s| (s.span.start, Reverse(s.span.end)));
    }
}

/// A point outside the earth is not known.
fn check_point(place: &mut Place) {
    place.point = place.point.and_then(|p| LatLon::new(p.lat, p.lon));
}

fn is_inside(span: Span, text: &str) -> bool {
    span.start < span.end
        && text.is_char_boundary(span.start as usize)
        && text.is_char_boundary(span.end as usize)
}
