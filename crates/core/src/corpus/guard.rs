//! The door of the corpus: what a pack may hold and no screen can show is taken out here, once.
//!
//! In goes any data, however it was made; afterwards every span lies on character borders inside its text, every index leads somewhere, and points lie on the earth.
//! Nothing is reported: what a program of ours writes loses nothing here.

use super::{CorpusActorIdx, CorpusData, Record};
use crate::gazetteer::Place;
use crate::geo::LatLon;
use crate::text::Span;

/// Takes out whatever leads nowhere or stands before what comes before it.
pub(super) fn make_sound(data: &mut CorpusData) {
    data.places.iter_mut().chain(&mut data.atlas).chain(&mut data.weighed).for_each(check_point);
    let n_places = data.places.len();
    let n_actors = data.actors.len();
    let n_values = data.time_values.len();
    for record in &mut data.records {
        let Record { article, mentions, actors, times, statements, .. } = record;
        let fits = |span: Span| is_inside(span, &article.text);
        let is_actor = |actor: CorpusActorIdx| (actor.0 as usize) < n_actors;
        // What is in order is not sorted: a program that sorts four kinds of things is a larger program.
        let in_order = |span: Span, last: &mut u32| {
            let is_next = fits(span) && *last <= span.start;
            if is_next {
                *last = span.start;
            }
            is_next
        };
        let [mut last_place, mut last_actor, mut last_time, mut last_said] = [0; 4];
        mentions.retain(|m| (m.place.0 as usize) < n_places && in_order(m.span, &mut last_place));
        actors.retain(|m| is_actor(m.actor) && in_order(m.span, &mut last_actor));
        times.retain(|m| in_order(m.span, &mut last_time));
        statements.retain(|s| in_order(s.span, &mut last_said));
        for mention in times.iter_mut() {
            mention.value = mention.value.filter(|v| (v.0 as usize) < n_values);
        }
        for said in statements.iter_mut() {
            for part in [&mut said.verb, &mut said.source, &mut said.named] {
                *part = part.filter(|span| fits(*span));
            }
            said.speaker = said.speaker.filter(|speaker| is_actor(*speaker));
        }
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
