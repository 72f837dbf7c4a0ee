//! What the fields of a search mean in a corpus: `place:`, `outlet:`, `on:` and the others.
//!
//! In go a field and what is asked of it; out come sentences.
//! [`Fields`] is the seam: whoever knows more about the sentences answers more.

use super::find::plain_text;
use super::names::{Names, plain_name};
use super::query::{Days, Field, Manner, Phrase};
use super::set::SentenceSet;
use crate::article::{Article, Date};
use crate::corpus::Corpus;
use crate::facet::UNKNOWN;
use crate::identify::ActorKind;

/// Who answers fields.
pub trait Fields {
    /// Puts the sentences into the set that are about this.
    fn collect(&self, field: Field, phrase: &Phrase, set: &mut SentenceSet);

    /// Puts the sentences of articles into the set that were published then.
    fn collect_published(&self, days: Days, set: &mut SentenceSet);
}

/// Fields as a corpus knows them.
pub struct CorpusFields<'c> {
    corpus: &'c Corpus,
}

impl<'c> CorpusFields<'c> {
    /// The fields of this corpus.
    pub fn new(corpus: &'c Corpus) -> Self {
        Self { corpus }
    }

    fn collect_places(&self, phrase: &Phrase, set: &mut SentenceSet) {
        let places = self.corpus.places();
        let id_of = |place: u32| places.get(place as usize).map(|place| place.id.as_str());
        collect_named(&self.corpus.search_index().places, &id_of, phrase, set);
    }

    fn collect_actors(&self, kind: ActorKind, phrase: &Phrase, set: &mut SentenceSet) {
        let id_of = |actor: u32| self.id_of(actor, Some(kind));
        collect_named(&self.corpus.search_index().actors, &id_of, phrase, set);
    }

    /// The sentences with words of whoever bears the name.
    fn collect_said(&self, phrase: &Phrase, set: &mut SentenceSet) {
        let mut is_meant = vec![false; self.corpus.actors().len()];
        each_bearer(
            &self.corpus.search_index().actors,
            &|actor| self.id_of(actor, None),
            phrase,
            &mut |actor| {
                if let Some(slot) = is_meant.get_mut(actor as usize) {
                    *slot = true;
                }
            },
        );
        for (sentence, idx) in self.corpus.sentences().iter().zip(0u32..) {
            let mut speakers = self.corpus.statements_in(sentence).filter_map(|(_, s)| s.speaker);
            if speakers.any(|s| is_meant.get(s.0 as usize).copied().unwrap_or(false)) {
                set.insert(idx);
            }
        }
    }

    fn id_of(&self, actor: u32, kind: Option<ActorKind>) -> Option<&'c str> {
        let actor = self.corpus.actors().get(actor as usize)?;
        kind.is_none_or(|kind| kind == actor.kind).then(|| actor.id.as_str())
    }

    fn collect_outlets(&self, phrase: &Phrase, set: &mut SentenceSet) {
        let asked = Asked::new(phrase);
        // There are few outlets and many articles.
        let mut judged: Vec<(&str, bool)> = Vec::new();
        self.collect_articles(set, &mut |article| {
            let outlet = article.outlet.as_deref().unwrap_or(UNKNOWN);
            if let Some((_, fits)) = judged.iter().find(|(other, _)| *other == outlet) {
                return *fits;
            }
            let fits = asked.fits(&plain_name(outlet));
            judged.push((outlet, fits));
            fits
        });
    }

    fn collect_articles(&self, set: &mut SentenceSet, fits: &mut dyn FnMut(&'c Article) -> bool) {
        let mut last = (None, false);
        for (sentence, idx) in self.corpus.sentences().iter().zip(0u32..) {
            if last.0 != Some(sentence.article) {
                let article = &self.corpus.record(sentence.article).article;
                last = (Some(sentence.article), fits(article));
            }
            if last.1 {
                set.insert(idx);
            }
        }
    }
}

impl Fields for CorpusFields<'_> {
    fn collect(&self, field: Field, phrase: &Phrase, set: &mut SentenceSet) {
        match field {
            Field::Place => self.collect_places(phrase, set),
            Field::Person => self.collect_actors(ActorKind::Person, phrase, set),
            Field::Organisation => self.collect_actors(ActorKind::Organisation, phrase, set),
            Field::Outlet => self.collect_outlets(phrase, set),
            Field::Said => self.collect_said(phrase, set),
            // Days of publication are not asked for by words.
            Field::On => {}
        }
    }

    fn collect_published(&self, days: Days, set: &mut SentenceSet) {
        let has = |day: Option<Date>| day.is_some_and(|day| days.has(day));
        self.collect_articles(set, &mut |article| has(article.published));
    }
}

/// Puts the sentences into the set that name a bearer of such a name or id; who has no id is not meant.
fn collect_named<'a>(
    names: &Names,
    id_of: &dyn Fn(u32) -> Option<&'a str>,
    phrase: &Phrase,
    set: &mut SentenceSet,
) {
    each_bearer(names, id_of, phrase, &mut |bearer| names.collect(bearer, set));
}

/// Names everybody who bears such a name or id.
fn each_bearer<'a>(
    names: &Names,
    id_of: &dyn Fn(u32) -> Option<&'a str>,
    phrase: &Phrase,
    on: &mut dyn FnMut(u32),
) {
    let asked = Asked::new(phrase);
    let id = phrase.text().replace(' ', "-");
    let mut last = None;
    for (name, bearer) in names.iter().filter(|(_, bearer)| id_of(*bearer).is_some()) {
        let is_id = last.replace(bearer) != Some(bearer) && id_of(bearer) == Some(id.as_str());
        if is_id || asked.fits(name) {
            on(bearer);
        }
    }
}

/// A name that is asked for.
struct Asked {
    text: String,
    is_beginning: bool,
    is_whole: bool,
}

impl Asked {
    fn new(phrase: &Phrase) -> Self {
        Self {
            text: plain_text(phrase),
            is_beginning: phrase.words.last().is_some_and(|word| word.is_beginning),
            is_whole: phrase.manner != Manner::Plain,
        }
    }

    /// Whether a name of plain words holds what is asked, from the beginning of one of its words on; in quotation marks the whole name is asked.
    fn fits(&self, name: &str) -> bool {
        let mut rest = name;
        loop {
            if let Some(behind) = rest.strip_prefix(self.text.as_str()) {
                let goes_on = behind.starts_with(' ') && !self.is_whole;
                if behind.is_empty() || self.is_beginning || goes_on {
                    return true;
                }
            }
            match rest.split_once(' ') {
                Some((_, next)) if !self.is_whole => rest = next,
                _ => return false,
            }
        }
    }
}
