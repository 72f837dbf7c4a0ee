//! The answer to "why here?": what was read, which candidates were weighed, how sure it is, and what can be corrected.
//!
//! In: the corpus with its corrections, and the mark that the reader asks about. Out: a panel as plain data.

use super::locator::{Locator, locator};
use super::{FixRow, fixes};
use crate::action::Action;
use crate::corrections::{Asked, FixAction};
use crate::state::State;
use crate::wording::{self, why};
use dateline_core::corpus::corrections::{Correction, Entity, Names, is_name};
use dateline_core::corpus::{Corpus, CorpusActorIdx, Mention, Record, Weighed};
use dateline_core::facet::FacetKey;
use dateline_core::gazetteer::{Place, PlaceId, Spellings};
use dateline_core::identify::ActorKind;
use dateline_core::text::Span;
use dateline_core::text::fold::fold;

/// Most names that are offered for what was typed.
const MOST_OFFERED: usize = 6;

/// The panel.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyScreen {
    /// "Why here? “Tripoli”".
    pub heading: String,
    /// What is asked about: the article, and where in its text. It tells one answer from another.
    pub key: String,
    /// The sentence before the mark, the mark, and the sentence behind it.
    pub sentence: [String; 3],
    /// What it was read as, in whole sentences.
    pub says: Vec<String>,
    /// Ways from here: narrow, show on the map.
    pub ways: Vec<FixChoice>,
    /// What was weighed, the best first.
    pub candidates: Vec<CandidateRow>,
    /// Said when nothing was.
    pub note: Option<&'static str>,
    /// Where the candidates lie, when they lie anywhere.
    pub map: Option<Locator>,
    /// Corrections that bear on the mark.
    pub fixes: Vec<FixRow>,
    /// Corrections that need no name; empty for what cannot be corrected.
    pub plain: Vec<FixChoice>,
    /// What was typed as another name; `None` where no name can be given.
    pub typed: Option<String>,
    /// Who is called so, or begins so.
    pub offered: Vec<CandidateRow>,
    /// Corrections by the name that was typed.
    pub named: Vec<FixChoice>,
    /// "3 corrections": the way to the list, when there are any.
    pub list: Option<FixChoice>,
}

/// A button.
#[derive(Clone, Debug, PartialEq)]
pub struct FixChoice {
    /// What stands on it.
    pub label: String,
    /// Its accessible name.
    pub spoken: String,
    /// What it does.
    pub action: Action,
}

/// Somebody or something that a name may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct CandidateRow {
    /// "Tripoli, city in Lebanon".
    pub label: String,
    /// Number on the small map; empty where it is not on it.
    pub number: String,
    /// "93 of 100"; empty where nothing was weighed.
    pub score: String,
    /// Length of its bar, 0 to 100.
    pub percent: u8,
    /// Why, in sentences.
    pub evidence: Vec<String>,
    /// Whether the mark is read as this one.
    pub is_chosen: bool,
    /// Makes it the one that is meant.
    pub choices: Vec<FixChoice>,
}

/// What the mark says, as far as the corpus knows.
struct Marked {
    names: Names,
    n_alike: usize,
    /// What was weighed for it when it is a place, the best first.
    weighed: Vec<Weighed>,
    entity: Option<Entity>,
}

pub(super) fn why(corpus: &Corpus, state: &State) -> Option<WhyScreen> {
    let asked = state.asked.as_ref()?;
    let record = corpus.record(corpus.find_article(&asked.article)?);
    let text = record.article.text.as_str();
    let wording = asked.span.of(text);
    let (start, end) = asked.span.in_chars(text);
    let mention = record.mentions.iter().find(|m| m.span.overlaps(asked.span));
    let actor = record.actors.iter().find(|m| m.span.overlaps(asked.span)).map(|m| m.actor);
    let time = record.times.iter().find(|m| m.span.overlaps(asked.span));
    let entity = match (mention, actor) {
        (Some(mention), _) => Some(Entity::Place(corpus.place(mention.place).id.clone())),
        (None, Some(idx)) => {
            let actor = corpus.actor(idx);
            Some(Entity::Actor(actor.kind, actor.id.clone()))
        }
        (None, None) => None,
    };
    let places = record.mentions.iter().map(|m| m.span);
    let all = places.chain(record.actors.iter().map(|m| m.span));
    let names = Names {
        article: asked.article.clone(),
        at: Some(Span::new(start, end)),
        wording: wording.to_owned(),
    };
    let marked = Marked {
        n_alike: all.filter(|span| span.of(text) == wording).count(),
        weighed: mention.map(|mention| record.weighed(mention)).unwrap_or_default(),
        entity,
        names,
    };
    let is_time = marked.entity.is_none() && time.is_some();
    let says = match (mention, actor, time.and_then(|time| time.value)) {
        (Some(mention), ..) => says_place(corpus, &marked, mention),
        (None, Some(idx), _) => says_actor(corpus, idx),
        (None, None, Some(value)) if is_time => {
            vec![why::read_as_time(&wording::facets::time(corpus.time_value(value)))]
        }
        _ => vec![why::NOTHING.to_owned()],
    };
    let mut candidates = candidates(corpus, &marked);
    let map = locator(corpus, &marked_places(corpus, &marked), mention.map(|m| m.place));
    if map.is_none() {
        candidates.iter_mut().for_each(|row| row.number.clear());
    }
    let typed = asked.typed.trim();
    let n_fixes = state.corrections.list.len();
    Some(WhyScreen {
        heading: why::heading(wording),
        key: format!("{}-{start}", asked.article.as_str()),
        sentence: sentence(corpus, asked, text),
        says,
        ways: ways(&marked, corpus),
        note: (candidates.is_empty() && mention.is_some()).then_some(why::NOT_WEIGHED),
        candidates,
        map,
        fixes: fixes::bearing(corpus, state, &marked.names, marked.entity.as_ref()),
        plain: if is_time { Vec::new() } else { plain(&marked) },
        typed: (!is_time).then(|| asked.typed.clone()),
        offered: if typed.is_empty() { Vec::new() } else { offered(corpus, &marked, typed) },
        named: if typed.is_empty() { Vec::new() } else { named(corpus, &marked, typed) },
        list: (n_fixes > 0).then(|| {
            let label = why::n_corrections(n_fixes);
            choice(&label, label.clone(), FixAction::ShowList(true))
        }),
    })
}

fn choice(label: &str, spoken: String, action: FixAction) -> FixChoice {
    FixChoice { label: label.to_owned(), spoken, action: Action::Fix(action) }
}

/// The sentence around the mark, in three pieces.
fn sentence(corpus: &Corpus, asked: &Asked, text: &str) -> [String; 3] {
    let idx = corpus.find_article(&asked.article);
    let sentences = idx.map_or(&[][..], |idx| corpus.sentences_of(idx));
    let around = sentences.iter().find(|s| s.span.contains(asked.span)).map(|s| s.span);
    let around = around.unwrap_or(asked.span);
    let piece = |start: u32, end: u32| Span { start, end }.of(text).replace('\n', " ");
    [
        piece(around.start, asked.span.start),
        piece(asked.span.start, asked.span.end),
        piece(asked.span.end, around.end),
    ]
}

fn says_place(corpus: &Corpus, marked: &Marked, mention: &Mention) -> Vec<String> {
    let place = corpus.place(mention.place);
    let described = described_place(corpus, place);
    let mut says = Vec::new();
    let read = marked.weighed.first();
    let read_place = read.and_then(|read| corpus.known_place(&read.place));
    // What was read is told before what a correction made of it.
    match (read, read_place) {
        (Some(read), Some(was)) if was.id != place.id => {
            let was = described_place(corpus, was);
            says.push(why::read_as(&was, read.confidence.hundredths()));
            says.push(why::corrected_to(&described));
        }
        (Some(read), _) => says.push(why::read_as(&described, read.confidence.hundredths())),
        (None, _) => says.push(why::read_as(&described, mention.confidence.hundredths())),
    }
    says.extend(mention.metonym.then(|| why::METONYM.to_owned()));
    says.extend(place.point.is_none().then(|| why::NO_POINT.to_owned()));
    says
}

fn says_actor(corpus: &Corpus, idx: CorpusActorIdx) -> Vec<String> {
    let actor = corpus.actor(idx);
    let of = |record: &Record| record.actors.iter().filter(|m| m.actor == idx).count();
    let n_mentions: Vec<usize> = corpus.records().iter().map(of).filter(|n| *n > 0).collect();
    let described = described_actor(actor.kind, &actor.name);
    let mut says = vec![why::read_as_actor(&described, n_mentions.iter().sum(), n_mentions.len())];
    says.extend(why::spellings(actor.spellings.iter()));
    says
}

fn described_actor(kind: ActorKind, name: &str) -> String {
    wording::facets::actor(key_of(kind), name)
}

fn key_of(kind: ActorKind) -> FacetKey {
    match kind {
        ActorKind::Person => FacetKey::Person,
        ActorKind::Organisation => FacetKey::Organisation,
    }
}

/// With its division, because places of one name are told apart by it.
fn described_place(corpus: &Corpus, place: &Place) -> String {
    let described = wording::described(place, corpus.country_of(place));
    match &place.division {
        Some(division) => why::in_division(&described, &division.name),
        None => described,
    }
}

/// What somebody or something is called, with its kind; its id where it is not known here.
pub(super) fn described(corpus: &Corpus, entity: &Entity) -> String {
    match entity {
        Entity::Place(id) => match any_place(corpus, id) {
            Some(place) => described_place(corpus, place),
            None => id.as_str().to_owned(),
        },
        Entity::Actor(kind, id) => match corpus.find_actor(*kind, id) {
            Some(idx) => described_actor(*kind, &corpus.actor(idx).name),
            // Whoever was merged into another one is known by id alone.
            None => described_actor(*kind, &id.as_str().replace('-', " ")),
        },
    }
}

/// A place that the corpus knows, or a label of the map.
fn any_place<'a>(corpus: &'a Corpus, id: &PlaceId) -> Option<&'a Place> {
    let label = || corpus.atlas().iter().find(|place| place.id == *id);
    corpus.known_place(id).or_else(label)
}

fn ways(marked: &Marked, corpus: &Corpus) -> Vec<FixChoice> {
    let way = |label: &str, action| FixChoice {
        label: label.to_owned(),
        spoken: label.to_owned(),
        action,
    };
    match &marked.entity {
        Some(Entity::Place(id)) => {
            let mut ways = vec![way(why::NARROW, Action::ChoosePlace(id.clone()))];
            if corpus.known_place(id).is_some_and(|place| place.point.is_some()) {
                ways.push(way(why::SHOW, Action::ShowPlace(id.clone())));
            }
            ways
        }
        Some(Entity::Actor(kind, id)) => {
            let narrow = Action::ToggleValue(key_of(*kind), id.as_str().to_owned());
            vec![way(why::NARROW, narrow)]
        }
        None => Vec::new(),
    }
}

/// The places that were weighed, and the one that is meant.
fn marked_places<'a>(corpus: &'a Corpus, marked: &Marked) -> Vec<&'a Place> {
    marked.weighed.iter().filter_map(|weighed| corpus.known_place(&weighed.place)).collect()
}

fn candidates(corpus: &Corpus, marked: &Marked) -> Vec<CandidateRow> {
    let name = |id: &PlaceId| corpus.known_place(id).map(|place| place.name.as_str());
    let known = marked.weighed.iter().filter_map(|w| Some((w, corpus.known_place(&w.place)?)));
    let row = |(number, (weighed, place)): (usize, (&Weighed, &Place))| {
        let percent = weighed.confidence.hundredths();
        let evidence = weighed.evidence.iter().map(|e| why::evidence(e, &name));
        CandidateRow {
            number: if place.point.is_some() { number.to_string() } else { String::new() },
            score: why::score(percent),
            percent,
            evidence: evidence.collect(),
            ..plain_row(corpus, marked, &Entity::Place(place.id.clone()))
        }
    };
    (1..).zip(known).map(row).collect()
}

/// Somebody or something that may be chosen.
fn plain_row(corpus: &Corpus, marked: &Marked, entity: &Entity) -> CandidateRow {
    let label = described(corpus, entity);
    let is_chosen = marked.entity.as_ref() == Some(entity);
    let add =
        |how: &str, correction| choice(how, why::choice(how, &label), FixAction::Add(correction));
    let mut choices = Vec::new();
    if !is_chosen {
        let is = |names: Names| Correction::Is(names, entity.clone());
        choices.push(add(why::ONLY_HERE, is(marked.names.clone())));
        if marked.n_alike > 1 {
            choices.push(add(why::IN_ARTICLE, is(all_alike(marked))));
        }
        let is_alike =
            |now: &&Entity| matches!(now, Entity::Place(_)) == matches!(entity, Entity::Place(_));
        if let Some(now) = marked.entity.as_ref().filter(is_alike) {
            choices.push(add(why::EVERYWHERE, Correction::Same(now.clone(), entity.clone())));
        }
    }
    CandidateRow {
        label,
        number: String::new(),
        score: String::new(),
        percent: 0,
        evidence: Vec::new(),
        is_chosen,
        choices,
    }
}

/// All names of that wording in the article.
fn all_alike(marked: &Marked) -> Names {
    Names { at: None, ..marked.names.clone() }
}

fn plain(marked: &Marked) -> Vec<FixChoice> {
    if marked.entity.is_none() {
        return Vec::new();
    }
    let wording = &marked.names.wording;
    let not = |label: String, names| {
        choice(&label, label.clone(), FixAction::Add(Correction::Not(names)))
    };
    let mut all = vec![not(why::not_here(wording), marked.names.clone())];
    if marked.n_alike > 1 {
        all.push(not(why::not_in_article(wording), all_alike(marked)));
    }
    all
}

/// Whoever is called as it was typed, or begins so, in any spelling: places of the corpus first when the mark is one.
fn offered(corpus: &Corpus, marked: &Marked, typed: &str) -> Vec<CandidateRow> {
    let typed = fold(typed);
    let is_called = |name: &str| {
        let name = fold(name);
        name.starts_with(&typed) || name.split(' ').any(|word| word.starts_with(&typed))
    };
    let is_meant =
        |name: &str, spellings: &Spellings| is_called(name) || spellings.iter().any(is_called);
    let mut found: Vec<Entity> = Vec::new();
    // The map's own labels are places that no article names.
    for list in [corpus.places(), corpus.weighed(), corpus.atlas()] {
        for place in list {
            if found.len() < MOST_OFFERED && is_meant(&place.name, &place.spellings) {
                let entity = Entity::Place(place.id.clone());
                if !found.contains(&entity) {
                    found.push(entity);
                }
            }
        }
    }
    let actors = corpus.actors().iter().filter(|actor| is_meant(&actor.name, &actor.spellings));
    let actors = actors.map(|actor| Entity::Actor(actor.kind, actor.id.clone()));
    let (mut first, mut second): (Vec<Entity>, Vec<Entity>) =
        (found, actors.take(MOST_OFFERED).collect());
    if matches!(marked.entity, Some(Entity::Actor(..))) {
        core::mem::swap(&mut first, &mut second);
    }
    first.append(&mut second);
    let others = first.iter().filter(|entity| marked.entity.as_ref() != Some(entity));
    others.take(MOST_OFFERED).map(|entity| plain_row(corpus, marked, entity)).collect()
}

/// What the typed name itself can mean: the name of what is marked, or of another one.
fn named(corpus: &Corpus, marked: &Marked, typed: &str) -> Vec<FixChoice> {
    let Some(entity) = marked.entity.as_ref().filter(|_| is_name(typed)) else { return Vec::new() };
    let add = |label: String, correction| choice(&label, label.clone(), FixAction::Add(correction));
    let name = match entity {
        Entity::Place(id) => corpus.known_place(id).map(|place| place.name.as_str()),
        Entity::Actor(kind, id) => {
            corpus.find_actor(*kind, id).map(|idx| corpus.actor(idx).name.as_str())
        }
    };
    let call = name.filter(|name| *name != typed).map(|name| {
        add(why::call(name, typed), Correction::Name(entity.clone(), typed.to_owned()))
    });
    let apart = Correction::Apart(marked.names.clone(), typed.to_owned());
    call.into_iter().chain([add(why::apart(typed), apart)]).collect()
}
