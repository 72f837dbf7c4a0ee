//! Which of the added people and organisations a corpus knows already.
//!
//! Within each part `identify::across` has told who is who; between parts this is told by names alone, so that the page need not know how names are compared.
//! Somebody is the same who has the same id; or else the first who shares a name of two words or more; or else, for a person with a surname alone, the only one of that surname.
//! Whoever was there first keeps id and name, so that links to the corpus stay valid.

use super::{Actor, CorpusActorIdx};
use crate::gazetteer::Spellings;
use crate::identify::{ActorId, ActorKind};
use crate::text::fold::fold;
use crate::text::keyed::Keyed;

/// All actors so far with their folded names, in the order in which they came.
#[derive(Default)]
pub(super) struct Pool {
    actors: Vec<Actor>,
    names: Vec<Vec<String>>,
}

/// Who of the pool an added actor may be.
#[derive(Clone, Copy, Default)]
struct Found {
    by_id: Option<u32>,
    by_name: Option<u32>,
    by_surname: Option<u32>,
    /// Several bear the surname.
    is_common: bool,
    /// The id is that of somebody else.
    is_id_taken: bool,
}

impl Pool {
    pub(super) fn len(&self) -> usize {
        self.actors.len()
    }

    /// Adds those of a part who are new; for each of the part the number of who it is.
    pub(super) fn take(&mut self, actors: &[Actor]) -> Vec<u32> {
        let names: Vec<Vec<String>> =
            actors.iter().map(|a| folded(&a.name, a.spellings.iter())).collect();
        let n_before = self.actors.len();
        let found = if n_before == 0 {
            vec![Found::default(); actors.len()]
        } else {
            self.find(actors, &names)
        };
        let mut out = Vec::with_capacity(actors.len());
        for ((actor, names), found) in actors.iter().zip(names).zip(found) {
            let by_surname = found.by_surname.filter(|_| !found.is_common);
            match found.by_id.or(found.by_name).or(by_surname) {
                Some(number) => {
                    self.add_spellings(number, actor);
                    out.push(number);
                }
                None => {
                    out.push(u32::try_from(self.actors.len()).unwrap_or(u32::MAX));
                    let id =
                        if found.is_id_taken { self.free_id(&actor.id) } else { actor.id.clone() };
                    self.actors.push(Actor { id, ..actor.clone() });
                    self.names.push(names);
                }
            }
        }
        out
    }

    /// One walk over the pool, which may be large, for all of a part, which is small.
    fn find(&self, actors: &[Actor], names: &[Vec<String>]) -> Vec<Found> {
        let mut found = vec![Found::default(); actors.len()];
        let all = || actors.iter().zip(names).zip(0u32..);
        let by_id = Keyed::all(all().map(|((actor, _), i)| (actor.id.as_str(), i)));
        let by_name = Keyed::all(all().flat_map(|((_, names), i)| {
            names.iter().filter(|name| is_full(name)).map(move |name| (name.as_str(), i))
        }));
        let by_surname = Keyed::all(all().filter_map(|((actor, names), i)| {
            let [surname] = names.as_slice() else { return None };
            let is_alone = actor.kind == ActorKind::Person && !is_full(surname);
            is_alone.then_some((surname.as_str(), i))
        }));
        for ((known, names), number) in self.actors.iter().zip(&self.names).zip(0u32..) {
            let mut each = |of: &[(&str, u32)], note: &dyn Fn(&mut Found, bool)| {
                for &(_, i) in of {
                    let i = i as usize;
                    if let (Some(found), Some(actor)) = (found.get_mut(i), actors.get(i)) {
                        note(found, actor.kind == known.kind);
                    }
                }
            };
            each(by_id.of(known.id.as_str()), &|f, is_same_kind| {
                f.by_id = f.by_id.or(is_same_kind.then_some(number));
                f.is_id_taken = true;
            });
            for name in names.iter().filter(|name| is_full(name)) {
                each(by_name.of(name), &|f, is_same_kind| {
                    f.by_name = f.by_name.or(is_same_kind.then_some(number));
                });
            }
            if let (ActorKind::Person, Some((_, surname))) =
                (known.kind, names.first().and_then(|name| name.rsplit_once(' ')))
            {
                each(by_surname.of(surname), &|f, _| {
                    f.is_common |= f.by_surname.is_some();
                    f.by_surname = Some(number);
                });
            }
        }
        found
    }

    fn add_spellings(&mut self, number: u32, actor: &Actor) {
        let at = number as usize;
        let (Some(known), Some(names)) = (self.actors.get_mut(at), self.names.get_mut(at)) else {
            return;
        };
        let n_before = known.spellings.iter().count();
        let new = core::iter::once(actor.name.as_str()).chain(actor.spellings.iter());
        let all = known.spellings.iter().chain(new).filter(|spelling| *spelling != known.name);
        let all = Keyed::firsts(all.zip(core::iter::repeat(0)));
        if all.pairs().len() > n_before {
            let all: Spellings = all.pairs().iter().map(|(spelling, _)| spelling).collect();
            *names = folded(&known.name, all.iter());
            known.spellings = all;
        }
    }

    fn free_id(&self, id: &ActorId) -> ActorId {
        let is_free = |id: &ActorId| self.actors.iter().all(|actor| actor.id != *id);
        (2..).map(|n| id.numbered(n)).find(is_free).unwrap_or_else(|| id.clone())
    }

    /// The actors that are used, people first and each by id; and for every number of the pool its index among them.
    pub(super) fn into_list(self, is_used: &[bool]) -> (Vec<Actor>, Vec<CorpusActorIdx>) {
        let Self { actors: mut pooled, .. } = self;
        let mut order: Vec<u32> = Vec::with_capacity(pooled.len());
        for kind in [ActorKind::Person, ActorKind::Organisation] {
            let used = pooled.iter().zip(is_used).zip(0u32..);
            let used = used.filter(|((actor, is_used), _)| **is_used && actor.kind == kind);
            let by_id = Keyed::all(used.map(|((actor, _), number)| (actor.id.as_str(), number)));
            order.extend(by_id.pairs().iter().map(|(_, number)| number));
        }
        let mut idx = vec![CorpusActorIdx(u32::MAX); pooled.len()];
        let mut actors = Vec::new();
        for (number, i) in order.into_iter().zip(0u32..) {
            let at = number as usize;
            let Some(actor) = pooled.get_mut(at) else { continue };
            idx.iter_mut().skip(at).take(1).for_each(|slot| *slot = CorpusActorIdx(i));
            let name = core::mem::take(&mut actor.name);
            let spellings = core::mem::take(&mut actor.spellings);
            actors.push(Actor { id: actor.id.clone(), kind: actor.kind, name, spellings });
        }
        (actors, idx)
    }
}

/// A name and spellings, folded.
fn folded<'a>(name: &'a str, spellings: impl Iterator<Item = &'a str>) -> Vec<String> {
    core::iter::once(name).chain(spellings).map(fold).collect()
}

/// Whether a folded name is more than one word.
fn is_full(name: &str) -> bool {
    name.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `person:ahmed-al-sharaa=Ahmed al-Sharaa|Ahmad al-Sharaa`.
    fn actors(rows: &[&str]) -> Vec<Actor> {
        let read = |row: &&str| {
            let (head, names) = row.split_once('=').unwrap();
            let (kind, id) = head.split_once(':').unwrap();
            let mut names = names.split('|');
            Actor {
                id: ActorId::new(id).unwrap(),
                kind: if kind == "org" { ActorKind::Organisation } else { ActorKind::Person },
                name: names.next().unwrap().to_owned(),
                spellings: names.collect(),
            }
        };
        rows.iter().map(read).collect()
    }

    #[test]
    fn who_is_known_already() {
        let known = actors(&[
            "person:ahmed-al-sharaa=Ahmed al-Sharaa|al-Sharaa",
            "person:vladimir-putin=Vladimir Putin",
            "person:jane-smith=Jane Smith",
            "person:john-smith=John Smith",
            "person:washington=Washington",
            "org:tass=TASS",
            "org:foreign-ministry=Foreign Ministry",
        ]);
        for (added, id, spellings) in [
            ("person:vladimir-putin=Vladimir Putin", "vladimir-putin", ""),
            // The same id, another spelling.
            ("person:vladimir-putin=Vladimir Poutine", "vladimir-putin", "Vladimir Poutine"),
            // A name in common.
            (
                "person:ahmad-al-sharaa=Ahmad al-Sharaa|Ahmed al-Sharaa",
                "ahmed-al-sharaa",
                "Ahmad al-Sharaa|al-Sharaa",
            ),
            // A surname of one, of two, of nobody.
            ("person:putin=Putin", "vladimir-putin", "Putin"),
            ("person:smith=Smith", "smith", ""),
            ("person:lavrov=Lavrov", "lavrov", ""),
            // No surname alone: another full name stands beside it.
            ("person:igor-putin=Igor Putin|Putin", "igor-putin", "Putin"),
            // Another kind.
            ("org:putin=Putin", "putin", ""),
            ("org:washington=Washington", "washington-2", ""),
            (
                "org:ministry=Ministry|foreign ministry",
                "foreign-ministry",
                "Ministry|foreign ministry",
            ),
            ("org:new=New", "new", ""),
        ] {
            let mut pool = Pool::default();
            let first = pool.take(&known);
            assert_eq!(first, (0..7).collect::<Vec<u32>>());
            let number = pool.take(&actors(&[added]))[0] as usize;
            let names = pool.names[number].clone();
            let is_used = vec![true; pool.len()];
            let (list, idx) = pool.into_list(&is_used);
            let found = &list[idx[number].0 as usize];
            assert_eq!(found.id.as_str(), id, "{added}");
            assert_eq!(found.spellings.iter().collect::<Vec<_>>().join("|"), spellings, "{added}");
            assert_eq!(names, folded(&found.name, found.spellings.iter()));
            assert!(list.is_sorted_by_key(|a| (a.kind, a.id.clone())), "{added}");
        }
    }
}
