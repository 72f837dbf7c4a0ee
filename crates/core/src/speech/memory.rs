//! Who is meant: pronouns, descriptions and quotations without a source are led back to those who spoke before.
//!
//! In go quotations and clauses with the words beside them; out come statements with the source that is named.
//! The text is read from its beginning; whoever spoke is remembered, and looked for among the last few only.

use super::antecedent::{Gender, Known, Nature, head, name_in, read};
use super::before::source_of;
use super::direct::{By, Quoted};
use super::indirect::Told;
use super::lexicon::{
    is_auxiliary, is_between, is_nameless, is_organisation, is_pronoun, is_title,
};
use super::phrase;
use super::place::Story;
use super::{Statement, cue::Cue};
use crate::identify::ActorKind;
use crate::text::Span;
use std::ops::Range;

/// As many sources as are looked back at.
const BACK: usize = 10;

/// Makes statements of what was found.
pub(super) fn resolve(story: &Story, quoted: Vec<Quoted>, told: Vec<Told>) -> Vec<Statement> {
    let mut out = Vec::with_capacity(quoted.len() + told.len());
    let mut memory = Memory { story, known: Vec::new() };
    let mut told = told.into_iter().peekable();
    for quoted in quoted {
        let Some(quote) = story.quotes.get(quoted.quote) else { continue };
        while let Some(told) = told.next_if(|t| t.content.start <= quote.inner.start) {
            out.push(memory.told(&told));
        }
        let statement = memory.quoted(&quoted, quote.inner, quote.first, quote.continues);
        // The source may only be named where a quotation over several paragraphs ends.
        if quote.continues && quoted.by != By::Context {
            take_back(&mut out, &statement);
        }
        out.push(statement);
    }
    out.extend(told.map(|t| memory.told(&t)));
    out
}

/// Gives the source of the last part of a quotation to the parts before it that have none of their own.
fn take_back(out: &mut [Statement], last: &Statement) {
    for part in out.iter_mut().rev().filter(|s| s.direct) {
        if part.source.is_some() {
            break;
        }
        (part.named, part.speaker) = (last.named, last.speaker);
        if !part.continues {
            break;
        }
    }
}

/// Those who spoke so far.
struct Memory<'a> {
    story: &'a Story<'a>,
    known: Vec<Known>,
}

impl Memory<'_> {
    fn told(&mut self, told: &Told) -> Statement {
        let known = self.source(&told.source);
        statement(self.story, told.content, Some(told.cue), Some(&told.source), known.as_ref())
    }

    fn quoted(&mut self, quoted: &Quoted, inner: Span, first: usize, continues: bool) -> Statement {
        let (source, known) = match &quoted.by {
            By::Source(source) => (Some(source), self.source(source)),
            By::Context if continues => (None, self.known.last().cloned()),
            By::Context => (None, self.context(first)),
        };
        let mut out = statement(self.story, inner, quoted.cue, source, known.as_ref());
        (out.direct, out.partial, out.continues) = (true, quoted.partial, continues);
        out
    }

    /// Who a source is; it is remembered.
    fn source(&mut self, tokens: &Range<usize>) -> Option<Known> {
        let word = self.story.word(tokens.start);
        let known = if tokens.len() == 1 && is_pronoun(word) {
            self.pronoun(tokens.start)?
        } else {
            self.description(tokens)
        };
        self.known.push(known.clone());
        Some(known)
    }

    /// A named source, or one that is described: "the minister" is whoever was introduced as one.
    fn description(&self, tokens: &Range<usize>) -> Known {
        let mut known = read(self.story, tokens);
        if known.has_name {
            if let Some(earlier) = self.namesake(&known) {
                known.gender = known.gender.or(earlier.gender);
                known.speaker = known.speaker.or(earlier.speaker);
                if earlier.nature == Nature::Person {
                    known.nature = Nature::Person;
                }
            }
            return known;
        }
        let first = self.story.word(tokens.start);
        let refers = matches!(first, "the" | "The" | "this" | "This") || tokens.len() == 1;
        let head = self.story.word(head(self.story, tokens));
        let whole = known.named.of(self.story.prose.text);
        if !refers || known.nature == Nature::Paper {
            return known;
        }
        // "The second Syrian source" stays without a name, whoever stands beside such words elsewhere.
        let is_nameless = is_nameless(head);
        let introduced = |k: &&Known| {
            let around = self.beside(&k.tokens);
            k.has_name
                && !is_nameless
                && k.nature == Nature::Person
                && known.nature == Nature::Person
                && around.clone().any(|i| self.story.word(i).eq_ignore_ascii_case(head))
                || k.named.of(self.story.prose.text).eq_ignore_ascii_case(whole)
        };
        if let Some(earlier) = self.recent().find(introduced) {
            return Known { tokens: tokens.clone(), ..earlier.clone() };
        }
        if known.nature == Nature::Person
            && !is_nameless
            && let Some(person) = self.introduced_before(tokens.start, head)
        {
            return Known { tokens: tokens.clone(), ..person };
        }
        known
    }

    /// The tokens beside a name that may say what its bearer is: a title before it, an apposition behind.
    fn beside(&self, tokens: &Range<usize>) -> Range<usize> {
        let apposed = matches!(self.story.word(tokens.end), "," | "(" | "—");
        tokens.start.saturating_sub(3)..tokens.end + if apposed { 9 } else { 0 }
    }

    /// A person of the actors who stands right beside the word that describes the source.
    fn introduced_before(&self, at: usize, head: &str) -> Option<Known> {
        let mentions = &self.story.actors.mentions;
        let end = mentions.partition_point(|m| m.span.end <= self.story.start(at));
        let near = mentions.get(end.saturating_sub(BACK)..end)?;
        near.iter().rev().find_map(|m| {
            self.story.actors.list.get(m.actor as usize).filter(|a| a.kind == ActorKind::Person)?;
            let (first, last) = self.story.prose.token_range(m.span);
            let mut around = self.beside(&(first..last));
            around
                .any(|i| self.story.word(i).eq_ignore_ascii_case(head))
                .then(|| read(self.story, &(first..last)))
        })
    }

    fn recent(&self) -> impl Iterator<Item = &Known> {
        self.known.iter().rev().take(BACK)
    }

    /// One who spoke before and bears the same last name.
    fn namesake(&self, known: &Known) -> Option<&Known> {
        let text = self.story.prose.text;
        let last = |k: &Known| k.named.of(text).rsplit(' ').next().unwrap_or_default();
        self.recent().find(|k| {
            k.has_name
                && (k.speaker.is_some() && k.speaker == known.speaker || last(k) == last(known))
        })
    }

    /// Whom a pronoun means.
    fn pronoun(&mut self, at: usize) -> Option<Known> {
        let gender = match self.story.word(at) {
            w if w.eq_ignore_ascii_case("he") => Gender::Male,
            w if w.eq_ignore_ascii_case("she") => Gender::Female,
            w if w.eq_ignore_ascii_case("they") => {
                let body = self.recent().find(|k| k.nature == Nature::Body);
                return body.or_else(|| self.recent().next()).cloned();
            }
            w if w.eq_ignore_ascii_case("it") => {
                let thing = self.recent().find(|k| k.nature != Nature::Person).cloned();
                return thing.or_else(|| {
                    self.subjects_before(at, true).find(|k| k.nature != Nature::Person)
                });
            }
            w if w.eq_ignore_ascii_case("who") => return None,
            _ => return Some(read(self.story, &(at..at + 1))),
        };
        let mut known = self.person(at, Some(gender))?;
        known.gender = Some(gender);
        // From now on the gender of that person is known.
        for k in self.known.iter_mut().rev().take(BACK).filter(|k| k.named == known.named) {
            k.gender = Some(gender);
        }
        Some(known)
    }

    /// The person who is spoken of where a pronoun or a quotation stands.
    fn person(&self, at: usize, gender: Option<Gender>) -> Option<Known> {
        let fits = |k: &Known| {
            k.nature == Nature::Person
                && (gender.is_none() || k.gender.is_none() || k.gender == gender)
        };
        let last = self.recent().find(|k| fits(k));
        let last_at = last.map_or(0, |k| k.tokens.start);
        let subject = self.subjects_before(at, false).find(|k| fits(k) && k.has_name);
        match (subject, last) {
            (Some(subject), _) if subject.tokens.start > last_at => Some(subject),
            (_, Some(last)) => Some(last.clone()),
            (subject, None) => subject.or_else(|| self.nearest(at)).or_else(|| {
                self.subjects_before(at, true).find(|k| fits(k) && k.nature == Nature::Person)
            }),
        }
    }

    /// The subjects of the sentences before a token, the nearest first; its own sentence begins the row.
    /// Only those with a name, unless descriptions are asked for too.
    fn subjects_before(&self, at: usize, described: bool) -> impl Iterator<Item = Known> + '_ {
        const SENTENCES: usize = 6;
        let here = self.story.start(at);
        let end = self.story.prose.sentences.partition_point(|s| s.start < here);
        (end.saturating_sub(SENTENCES)..end).rev().filter_map(move |s| {
            let sentence = self.story.prose.sentences.get(s)?;
            let (first, last) = self.story.prose.token_range(*sentence);
            let region = self.story.region(first);
            let quoted = self
                .story
                .quotes
                .get(self.story.quotes.partition_point(|q| q.end <= first))
                .is_some_and(|q| q.first <= first);
            if quoted {
                return None;
            }
            let subject = phrase::subject(self.story, first, region.end.min(last).min(at))?;
            let is_adjective = !is_auxiliary(self.story.word(subject.end))
                && is_auxiliary(self.story.word(subject.end + 1))
                && !is_between(self.story.word(subject.end))
                && self.story.is_word(subject.end)
                && !self.story.is_capital(subject.end);
            if is_pronoun(self.story.word(subject.start))
                || !described && !self.is_named(&subject)
                || is_adjective
            {
                return None;
            }
            let mut known = read(self.story, &subject);
            if let Some(earlier) = self.namesake(&known) {
                known.gender = known.gender.or(earlier.gender);
                known.speaker = known.speaker.or(earlier.speaker);
            }
            Some(known)
        })
    }

    /// Whether a subject is the name of somebody: an actor, one who spoke, or two words written large and no body.
    fn is_named(&self, tokens: &Range<usize>) -> bool {
        let span = self.story.span(tokens);
        let mentions = &self.story.actors.mentions;
        let at = mentions.partition_point(|m| m.span.end <= span.start);
        if mentions.get(at).is_some_and(|m| m.span.start < span.end) {
            return true;
        }
        let Some(name) = name_in(self.story, tokens) else { return false };
        let known = read(self.story, tokens);
        let titled = name
            .start
            .checked_sub(1)
            .is_some_and(|i| is_title(self.story.word(i)) || self.story.word(i) == ".");
        // Without actors, two words are a name, and one is if a verb follows.
        let after = self.story.word(tokens.end);
        let acts = is_auxiliary(after) || after.ends_with("ed");
        let full = self.story.actors.list.is_empty()
            && (name.len() > 1 || acts)
            && !name.clone().any(|i| is_organisation(self.story.word(i)));
        titled || full || self.namesake(&known).is_some()
    }

    /// The nearest person of the actors before a token.
    fn nearest(&self, at: usize) -> Option<Known> {
        let mentions = &self.story.actors.mentions;
        let end = mentions.partition_point(|m| m.span.end <= self.story.start(at));
        let near = mentions.get(end.saturating_sub(BACK)..end)?;
        let is_person = |actor: u32| {
            self.story.actors.list.get(actor as usize).is_some_and(|a| a.kind == ActorKind::Person)
        };
        let mention = near.iter().rev().find(|m| is_person(m.actor))?;
        let (first, last) = self.story.prose.token_range(mention.span);
        Some(read(self.story, &(first..last)))
    }

    /// Who said a quotation that stands alone: the subject of the sentence before, or whoever spoke last.
    fn context(&mut self, first: usize) -> Option<Known> {
        let last = self.known.last().cloned();
        let spoken = last.as_ref().map_or(0, |k| k.tokens.end);
        let quoted = self
            .story
            .quote_before(first)
            .and_then(|i| self.story.quotes.get(i))
            .map_or(0, |q| q.end);
        let since = spoken.max(quoted);
        // Nothing but the rest of its sentence stands between: the same goes on.
        let between = first.saturating_sub(since);
        if between < 3 {
            return last;
        }
        let region = self.story.region(first.saturating_sub(2));
        if region.start <= spoken && spoken > 0 {
            return last;
        }
        // "TIGI believes this will pass." and then its words.
        let source = self
            .story
            .cues_in(&region)
            .first()
            .and_then(|c| source_of(self.story, &region, c, region.end));
        if let Some((source, _)) = source {
            return self.source(&source);
        }
        let at = first;
        let subject = self
            .subjects_before(at, false)
            .next()
            .filter(|k| k.nature == Nature::Person && k.tokens.start >= since);
        let known = subject.or(last);
        if let Some(known) = &known {
            self.known.push(known.clone());
        }
        known
    }
}

fn statement(
    story: &Story,
    span: Span,
    cue: Option<Cue>,
    source: Option<&Range<usize>>,
    known: Option<&Known>,
) -> Statement {
    Statement {
        span,
        verb: cue.map(|c| story.span(&(c.token..c.end))),
        source: source.map(|s| story.span(s)),
        named: known.map(|k| k.named),
        speaker: known.and_then(|k| k.speaker),
        direct: false,
        partial: false,
        continues: false,
    }
}
