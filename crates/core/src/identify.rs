//! Which names are the same person or organisation.
//!
//! In go the names that `recognise` found in one article; out come actors, each once, and for every name the actor that it names.
//! The rules are told in docs/identity.md: `words` and `key` say what of a name is compared, `likeness` how alike two spellings are, `people` and `organisations` what makes two names one, `bare` whom a shared surname means.
//! The actors of several articles are put together by `across`.

use crate::text::Span;
use crate::text::prose::Prose;
use serde::{Deserialize, Serialize};

pub mod likeness;
mod costs;
pub mod key;
mod slug;
mod words;
mod classes;
mod people;
mod organisations;
mod known;
mod groups;
mod aliases;
mod bare;
mod descriptions;
mod article;
mod across;

pub use across::{Across, CorpusActor, across};
pub use known::{Known, known};
pub use likeness::{is_same_name, likeness};

use organisations::is_acronym;
use std::collections::BTreeMap;

/// More spellings of one actor are not listed.
const N_SPELLINGS: usize = 64;

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A body of people with a name: government, company, party, army, newspaper.
    Organisation,
}

/// The stable identity of an actor: a slug of its fullest name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActorId(String);

impl ActorId {
    /// An id, if the text has its form: 1 to 64 of `a-z`, `0-9` and `-`.
    pub fn new(id: &str) -> Option<Self> {
        let fits = (1..=64).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(id.to_owned()))
    }

    /// The id as it stands in addresses and files.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id with a number behind it, for another actor whose name gives the same one.
    pub(crate) fn numbered(&self, n: usize) -> Self {
        Self(format!("{}-{n}", self.0))
    }
}

/// A person or an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Stable identity.
    pub id: ActorId,
    /// Person or organisation.
    pub kind: ActorKind,
    /// The fullest name that the text gives; for a known organisation that has only an acronym there, its full name.
    pub name: String,
    /// Its other spellings in the text.
    pub spellings: Vec<String>,
}

/// A span that names a person or an organisation, as `recognise` finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorName {
    /// Where in the text; titles are not part of it.
    pub span: Span,
    /// What is named.
    pub kind: ActorKind,
}

/// A span that names an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorMention {
    /// Where in the text.
    pub span: Span,
    /// Index into [`Actors::list`].
    pub actor: u32,
}

/// The persons and organisations of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Actors {
    /// Each once, in the order of their first mention.
    pub list: Vec<Actor>,
    /// In the order of the text, without overlap.
    pub mentions: Vec<ActorMention>,
    /// Descriptions that certainly mean an actor ("Syrian president"), in the order of the text; they are no names.
    pub descriptions: Vec<ActorMention>,
}

impl Actors {
    /// The actor with this index.
    pub fn actor(&self, idx: u32) -> Option<&Actor> {
        self.list.get(idx as usize)
    }
}

/// Finds which names of an article are one actor; names that overlap an earlier one are left out.
pub fn identify(prose: &Prose, names: &[ActorName]) -> Actors {
    let mut found = article::put_together(prose, names);
    let mut actors = Actors::default();
    // Group → index into the list.
    let mut idxs: BTreeMap<u32, u32> = BTreeMap::new();
    // For every actor its spellings in the order of their first mention.
    let mut forms_of: Vec<Vec<u32>> = Vec::new();
    for &(span, form, group) in &found.mentions {
        let group = found.groups.find(group);
        let next = u32::try_from(forms_of.len()).unwrap_or(u32::MAX);
        let actor = *idxs.entry(group).or_insert(next);
        if actor == next {
            forms_of.push(Vec::new());
        }
        if let Some(forms) = forms_of.get_mut(actor as usize) {
            forms.push(form);
        }
        actors.mentions.push(ActorMention { span, actor });
    }
    let mut n_of_id: BTreeMap<ActorId, usize> = BTreeMap::new();
    for mut forms in forms_of {
        // Spellings are numbered in the order of their first mention.
        forms.sort_unstable();
        forms.dedup();
        let forms: Vec<&article::Form> =
            forms.iter().filter_map(|&f| found.forms.get(f as usize)).collect();
        let mut actor = actor(&forms);
        let n = n_of_id.entry(actor.id.clone()).or_insert(0);
        *n += 1;
        if *n > 1 {
            actor.id = actor.id.numbered(*n);
        }
        actors.list.push(actor);
    }
    let is_person = |m: &&ActorMention| {
        actors.list.get(m.actor as usize).is_some_and(|a| a.kind == ActorKind::Person)
    };
    let persons: Vec<ActorMention> = actors.mentions.iter().filter(is_person).copied().collect();
    actors.descriptions = descriptions::descriptions(prose, &persons);
    actors
}

/// The actor with these spellings.
fn actor(forms: &[&article::Form]) -> Actor {
    let kind = forms.first().map_or(ActorKind::Person, |f| f.kind);
    let fullness = |form: &article::Form| match kind {
        ActorKind::Person => form.telling.words.iter().filter(|w| w.len() > 1).count(),
        ActorKind::Organisation if is_acronym(form.text) => 0,
        ActorKind::Organisation => form.plain.split(' ').count(),
    };
    // The first of the fullest and most frequent; `max_by_key` would take the last.
    let fullest = forms.iter().rev().max_by_key(|f| (fullness(f), f.n_mentions));
    let known = forms.iter().find_map(|f| f.known).and_then(known::get);
    let text = fullest.map_or("", |f| f.text);
    let (id, name) = match known {
        Some(known) if is_acronym(text) => (known.id.clone(), known.name.to_owned()),
        Some(known) => (known.id.clone(), tidy(text)),
        None => {
            let name = without_titles(text);
            (slug::id(&name), name)
        }
    };
    let mut spellings: Vec<String> = Vec::new();
    for form in forms {
        let spelling = tidy(form.text);
        if spelling != name && !spellings.contains(&spelling) && spellings.len() < N_SPELLINGS {
            spellings.push(spelling);
        }
    }
    Actor { id, kind, name, spellings }
}

/// A name on one line.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name on one line without the honorifics before it.
fn without_titles(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|w| words::is_honorific(w)) {
        words.remove(0);
    }
    words.join(" ")
}
