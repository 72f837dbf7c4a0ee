//! What the corpus keeps of one article: its mentions of places, actors and times, and its statements.
//!
//! Everything is named by an index into a list of the corpus, so that a record is small and can be moved into another corpus.
//! A record knows where all its spans are; what follows from them is indexed in `index`.

use super::{CorpusActorIdx, CorpusPlaceIdx, TimeValueIdx, Weighed, Weighings};
use crate::annotate::{Confidence, MentionRole};
use crate::article::Article;
use crate::text::Span;
use crate::when::TimeKind;
use serde::{Deserialize, Serialize};

/// A mention of a place, as the corpus keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where in the text of its article.
    pub span: Span,
    /// The place.
    pub place: CorpusPlaceIdx,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether a seat of power stands for those who hold it.
    pub metonym: bool,
    /// Its part in the article.
    pub role: MentionRole,
    /// Number of the list of what was weighed for it in [`Record::weighings`]; nothing is known of it when there is none.
    pub weighing: u32,
}

/// A span that names a person or an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorMention {
    /// Where in the text of its article.
    pub span: Span,
    /// Who is named.
    pub actor: CorpusActorIdx,
}

/// A span that says when, how long or how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMention {
    /// Where in the text of its article.
    pub span: Span,
    /// What it says.
    pub kind: TimeKind,
    /// Its value; `None` when the text does not say enough.
    pub value: Option<TimeValueIdx>,
}

/// How a statement is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Manner {
    /// In the speaker's words, between quotation marks.
    Direct,
    /// In the writer's words.
    Told,
    /// A few quoted words inside a told sentence.
    Mixed,
}

/// Something that somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What was said, without the quotation marks around it.
    pub span: Span,
    /// The word that says that it was said.
    pub verb: Option<Span>,
    /// The words beside the verb that name or describe the source.
    pub source: Option<Span>,
    /// The words that name or describe the source, once pronouns are resolved.
    pub named: Option<Span>,
    /// Who said it, if that is an actor.
    pub speaker: Option<CorpusActorIdx>,
    /// How it is given.
    pub manner: Manner,
    /// Whether it goes on with the statement before, in a paragraph of its own.
    pub continues: bool,
}

/// One article with what was found in it, each kind in the order of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The article.
    pub article: Article,
    /// Its mentions of places.
    pub mentions: Vec<Mention>,
    /// Its mentions of people and organisations.
    pub actors: Vec<ActorMention>,
    /// Its mentions of dates, times, durations and sets.
    pub times: Vec<TimeMention>,
    /// Its statements; one may lie inside another.
    pub statements: Vec<Statement>,
    /// What was weighed for its mentions of places; each list once.
    pub weighings: Weighings,
}

impl Record {
    /// An article in which nothing was found.
    pub fn new(article: Article) -> Self {
        Self {
            article,
            mentions: Vec::new(),
            actors: Vec::new(),
            times: Vec::new(),
            statements: Vec::new(),
            weighings: Weighings::default(),
        }
    }

    /// What was weighed for a mention of this record, the best first.
    pub fn weighed(&self, mention: &Mention) -> Vec<Weighed> {
        self.weighings.list(mention.weighing)
    }

    /// The mentions of places that begin in a span.
    pub(crate) fn mentions_in(&self, span: Span) -> &[Mention] {
        beginning_in(&self.mentions, span, |m| m.span)
    }

    /// The mentions of people and organisations that begin in a span.
    pub(crate) fn actors_in(&self, span: Span) -> &[ActorMention] {
        beginning_in(&self.actors, span, |m| m.span)
    }

    /// The mentions of times that begin in a span.
    pub(crate) fn times_in(&self, span: Span) -> &[TimeMention] {
        beginning_in(&self.times, span, |m| m.span)
    }

    /// Goes through all spans, always in the same order; neighbours in it are neighbours in the text, as far as they can be.
    pub(crate) fn for_each_span(&mut self, at: &mut dyn FnMut(&mut Span)) {
        self.mentions.iter_mut().for_each(|m| at(&mut m.span));
        self.actors.iter_mut().for_each(|m| at(&mut m.span));
        self.times.iter_mut().for_each(|m| at(&mut m.span));
        for said in &mut self.statements {
            at(&mut said.span);
            [&mut said.verb, &mut said.source, &mut said.named]
                .into_iter()
                .flatten()
                .for_each(&mut *at);
        }
    }
}

/// Those of a list in the order of the text that begin in a span; they are few.
fn beginning_in<T>(list: &[T], within: Span, span_of: impl Fn(&T) -> Span) -> &[T] {
    let first = list.partition_point(|m| span_of(m).start < within.start);
    let rest = list.get(first..).unwrap_or_default();
    let n = rest.iter().take_while(|m| span_of(m).start < within.end).count();
    rest.get(..n).unwrap_or_default()
}
