//! Places that were taken out of a gazetteer for earlier texts: news stories speak of the same ones again and again.
//!
//! In goes the index of a place; out comes the place, copied instead of put together anew.
//! Only what the gazetteer holds is kept, and only so much.

use super::pack::Gazetteer;
use super::{Place, PlaceIdx};
use std::sync::MutexGuard;

/// Number of slots; a power of two. A new place takes the slot of another.
const N_SLOTS: usize = 1 << 10;

/// Places of earlier texts.
#[derive(Default)]
pub(super) struct Taken {
    slots: Vec<Option<(PlaceIdx, Place)>>,
}

/// Takes places out of a gazetteer; made once for a text.
pub(crate) struct Places<'a> {
    gazetteer: &'a Gazetteer,
    taken: Option<MutexGuard<'a, Taken>>,
}

impl Gazetteer {
    /// What takes places out of it.
    pub(crate) fn places(&self) -> Places<'_> {
        Places { gazetteer: self, taken: self.taken.take() }
    }
}

impl Places<'_> {
    /// The place, with all that belongs to it.
    pub(crate) fn get(&mut self, idx: PlaceIdx) -> Place {
        let new = || self.gazetteer.place(idx);
        let Some(taken) = &mut self.taken else { return new() };
        if taken.slots.is_empty() {
            taken.slots.resize_with(N_SLOTS, || None);
        }
        match taken.slots.get_mut(idx.0 as usize & (N_SLOTS - 1)) {
            Some(Some((there, place))) if *there == idx => place.clone(),
            Some(slot) => slot.insert((idx, new())).1.clone(),
            None => new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn places_are_the_same_however_often_they_are_taken() {
        let knowledge = Knowledge::curated().unwrap();
        let gazetteer = knowledge.gazetteer();
        assert!(gazetteer.len() > N_SLOTS, "some share a slot");
        let mut places = gazetteer.places();
        // Somebody who comes second finds the memory taken.
        let mut others = gazetteer.places();
        for _ in 0..2 {
            for idx in gazetteer.indices() {
                let place = gazetteer.place(idx);
                assert_eq!((places.get(idx), others.get(idx)), (place.clone(), place));
            }
        }
    }
}
