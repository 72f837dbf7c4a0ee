//! The actors of many articles, each once.
//!
//! In go the texts of articles with their actors; out come the actors of the corpus, and for each actor of an article the one that it is.
//! Full names are compared as within an article, only that the most frequent spelling stands first; an acronym takes the meaning that some article gives it, unless two articles give it two.
//! A surname alone joins a full name only if the corpus knows one bearer, or one that is named in ten times as many articles as the others together.

use super::classes::Classes;
use super::groups::Groups;
use super::organisations::{is_acronym, plain};
use super::people::{People, Telling};
use super::{Actor, ActorId, ActorKind, Actors, known, slug, tidy};
use std::collections::BTreeMap;

/// So many pairs of words are compared in a corpus at most.
const N_COMPARED: usize = 2_000_000;
/// In so many times as many articles as all others together a bearer of a surname must be named, to be meant by it alone.
const LEAD: u32 = 10;

/// A person or an organisation of the corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct CorpusActor {
    /// Stable identity: that of the table of organisations, or a slug of the name.
    pub id: ActorId,
    /// Person or organisation.
    pub kind: ActorKind,
    /// The most frequent full spelling.
    pub name: String,
    /// All spellings with the number of their mentions, the most frequent first.
    pub spellings: Vec<(String, u32)>,
}

/// The actors of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Across {
    /// Each once, in the order of their first article.
    pub list: Vec<CorpusActor>,
    /// For every article, and every actor of its list, the index into [`Across::list`].
    pub of: Vec<Vec<u32>>,
}

/// Puts the actors of articles together; each article is its text and its actors.
pub fn across(articles: &[(&str, &Actors)]) -> Across {
    let nodes: Vec<&Actor> = articles.iter().flat_map(|(_, actors)| &actors.list).collect();
    let mut groups = Groups::new(nodes.len());
    join_people(&nodes, &mut groups);
    join_organisations(&nodes, &mut groups);
    let mut counts = spellings(articles);
    let mut across = Across::default();
    let mut idxs: BTreeMap<u32, u32> = BTreeMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for n in 0..nodes.len() {
        let next = index(members.len());
        let actor = *idxs.entry(groups.find(index(n))).or_insert(next);
        if actor == next {
            members.push(Vec::new());
        }
        if let Some(members) = members.get_mut(actor as usize) {
            members.push(n);
        }
    }
    let mut n_of_id: BTreeMap<ActorId, usize> = BTreeMap::new();
    for members in &members {
        let Some(kind) = members.first().and_then(|&n| nodes.get(n)).map(|a| a.kind) else {
            continue;
        };
        let mut all: BTreeMap<String, u32> = BTreeMap::new();
        for &n in members {
            for (spelling, count) in counts.get_mut(n).map(core::mem::take).unwrap_or_default() {
                *all.entry(spelling).or_insert(0) += count;
            }
        }
        let of = members.iter().filter_map(|&n| nodes.get(n).copied());
        let mut actor = corpus_actor(kind, all, of);
        let n = n_of_id.entry(actor.id.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            actor.id = actor.id.numbered(*n);
        }
        across.list.push(actor);
    }
    let mut n = 0;
    for (_, actors) in articles {
        let of = (n..n + actors.list.len()).map(|n| groups.find(index(n)));
        across.of.push(of.filter_map(|group| idxs.get(&group).copied()).collect());
        n += actors.list.len();
    }
    across
}

/// For every actor of every article its spellings with the number of their mentions.
fn spellings(articles: &[(&str, &Actors)]) -> Vec<BTreeMap<String, u32>> {
    let mut counts = Vec::new();
    for (text, actors) in articles {
        let first = counts.len();
        counts.resize(first + actors.list.len(), BTreeMap::new());
        for mention in &actors.mentions {
            if let Some(of) = counts.get_mut(first + mention.actor as usize) {
                *of.entry(tidy(mention.span.of(text))).or_insert(0) += 1;
            }
        }
    }
    counts
}

fn corpus_actor<'a>(
    kind: ActorKind,
    spellings: BTreeMap<String, u32>,
    mut members: impl Iterator<Item = &'a Actor>,
) -> CorpusActor {
    let mut spellings: Vec<(String, u32)> = spellings.into_iter().collect();
    spellings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let is_full = |name: &str| match kind {
        ActorKind::Person => super::words::words(name).iter().filter(|w| w.len() > 2).count() > 1,
        ActorKind::Organisation => !is_acronym(name),
    };
    let fullest = spellings.iter().find(|s| is_full(&s.0));
    let known = (kind == ActorKind::Organisation).then(|| {
        let named = members.by_ref().filter_map(|a| known::find(&plain(&a.name)).map(|k| (a, k)));
        named.filter_map(|(a, k)| known::get(k).filter(|known| known.id == a.id)).next()
    });
    let known = known.flatten();
    let name = match (fullest, known) {
        (Some((name, _)), _) => name.clone(),
        (None, Some(known)) => known.name.to_owned(),
        (None, None) => spellings.first().map(|s| s.0.clone()).unwrap_or_default(),
    };
    let name = if kind == ActorKind::Person { super::without_titles(&name) } else { name };
    let id = known.map_or_else(|| slug::id(&name), |known| known.id.clone());
    CorpusActor { id, kind, name, spellings }
}

fn join_people(nodes: &[&Actor], groups: &mut Groups) {
    // The distinct names of persons, the most frequent first, and who bears them.
    let mut bearers: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (n, actor) in nodes.iter().enumerate().filter(|(_, a)| a.kind == ActorKind::Person) {
        for name in core::iter::once(&actor.name).chain(&actor.spellings) {
            bearers.entry(name).or_default().push(index(n));
        }
    }
    let mut names: Vec<(&str, Vec<u32>)> = bearers.into_iter().collect();
    names.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(b.0)));
    let mut classes = Classes::new(N_COMPARED);
    let tellings: Vec<Telling> =
        names.iter().map(|(name, _)| Telling::of(name, &mut classes)).collect();
    let tellings: Vec<&Telling> = tellings.iter().collect();
    let people = People::of(&tellings, |n| names.get(n).map_or(0, |(_, of)| index(of.len())));
    // Any node that bears the first name of a person.
    let node_of = |person: u32| names.get(person as usize).and_then(|(_, of)| of.first().copied());
    let mut has_full = vec![false; nodes.len()];
    for ((_, of), person) in names.iter().zip(&people.of) {
        let Some(first) = person.and_then(node_of) else { continue };
        for &n in of {
            groups.join(first, n);
            if let Some(full) = has_full.get_mut(n as usize) {
                *full = true;
            }
        }
    }
    let mut n_articles: BTreeMap<u32, u32> = BTreeMap::new();
    for n in (0..nodes.len()).filter(|&n| has_full.get(n) == Some(&true)) {
        *n_articles.entry(groups.find(index(n))).or_insert(0) += 1;
    }
    let mut joins = Vec::new();
    for ((_, of), telling) in names.iter().zip(&tellings) {
        if let (true, Some(&first)) = (telling.classes.is_empty(), of.first()) {
            // Nothing to tell it by but its own letters.
            of.iter().for_each(|&n| groups.join(first, n));
        }
        let &[class] = telling.classes.as_slice() else { continue };
        let mut found: Vec<u32> =
            people.with_surname(class).iter().filter_map(|&p| node_of(p)).collect();
        for n in &mut found {
            *n = groups.find(*n);
        }
        found.sort_unstable();
        found.dedup();
        let meant = leading(&found, &n_articles);
        let alone = of.iter().filter(|&&n| has_full.get(n as usize) != Some(&true));
        joins.extend(alone.map(|&n| (class, meant, n)));
    }
    // Joined after all were asked, so that no answer depends on another.
    let mut first_alone: BTreeMap<u32, u32> = BTreeMap::new();
    for (class, meant, n) in joins {
        let with = meant.unwrap_or_else(|| *first_alone.entry(class).or_insert(n));
        groups.join(with, n);
    }
}

/// The only bearer, or the one far ahead of the others.
fn leading(bearers: &[u32], n_articles: &BTreeMap<u32, u32>) -> Option<u32> {
    let count = |b: &u32| n_articles.get(b).copied().unwrap_or(0);
    let first = bearers.iter().max_by_key(|b| (count(b), core::cmp::Reverse(**b)))?;
    let others: u32 = bearers.iter().filter(|b| *b != first).map(count).sum();
    (bearers.len() == 1 || count(first) >= LEAD * others).then_some(*first)
}

fn join_organisations(nodes: &[&Actor], groups: &mut Groups) {
    let is_organisation = |a: &Actor| a.kind == ActorKind::Organisation;
    let names = |a: &Actor| -> Vec<(bool, String)> {
        let all = core::iter::once(&a.name).chain(&a.spellings);
        all.map(|name| (is_acronym(name), plain(name))).collect()
    };
    let mut by_plain: BTreeMap<String, u32> = BTreeMap::new();
    let mut by_id: BTreeMap<&ActorId, u32> = BTreeMap::new();
    let mut acronyms: Vec<(String, u32, bool)> = Vec::new();
    for (n, actor) in nodes.iter().enumerate().filter(|(_, a)| is_organisation(a)) {
        let n = index(n);
        let names = names(actor);
        let has_full = names.iter().any(|(is_acronym, _)| !is_acronym);
        // An id of the table is shared by all who bear it, whatever they are called in their article.
        let known = names.iter().filter_map(|(_, name)| known::find(name)).filter_map(known::get);
        if known.into_iter().any(|k| k.id == actor.id) {
            let first = *by_id.entry(&actor.id).or_insert(n);
            groups.join(first, n);
        }
        for (is_acronym, name) in names {
            if is_acronym {
                acronyms.push((name, n, has_full));
            } else {
                let first = *by_plain.entry(name).or_insert(n);
                groups.join(first, n);
            }
        }
    }
    // What each acronym means where it stands with a full name.
    let mut meanings: BTreeMap<&str, Option<u32>> = BTreeMap::new();
    for (acronym, n, _) in acronyms.iter().filter(|(_, _, has_full)| *has_full) {
        let group = groups.find(*n);
        let slot = meanings.entry(acronym).or_insert(Some(group));
        if slot.is_some_and(|other| groups.find(other) != group) {
            *slot = None;
        }
    }
    let mut first_alone: BTreeMap<&str, u32> = BTreeMap::new();
    let mut joins = Vec::new();
    for (acronym, n, _) in acronyms.iter().filter(|(_, _, has_full)| !has_full) {
        let with = match meanings.get(acronym.as_str()) {
            Some(&Some(group)) => group,
            _ => *first_alone.entry(acronym).or_insert(*n),
        };
        joins.push((with, *n));
    }
    for (with, n) in joins {
        groups.join(with, n);
    }
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
