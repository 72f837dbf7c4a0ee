//! The statements of a set by who made them.
//!
//! In goes a set; out come the speakers of its statements, quoted ones apart from told ones.
//! What one speaker says in one sentence is one statement, quoted if any of its words are; what goes on over several sentences counts where it begins.
//! A statement belongs to the set when one of its sentences does, and stands there once.
//! Sources that are described and not named stand together, and so do statements that say of nobody that they said it.

use super::Matches;
use super::slots::Slots;
use crate::corpus::{
    ArticleIdx, Corpus, CorpusActorIdx, CorpusPlaceIdx, Manner, Record, SentenceIdx, Statement,
};
use crate::order;
use crate::text::Span;
use core::cmp::Reverse;

/// A statement of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its article.
    pub article: ArticleIdx,
    /// Its first sentence in the set.
    pub sentence: SentenceIdx,
    /// The number of its first part among what was found in the article.
    pub number: usize,
    /// From its first to its last word.
    pub span: Span,
    /// How it is given, all parts together.
    pub manner: Manner,
}

/// Who made a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A person or an organisation.
    Actor(CorpusActorIdx),
    /// A place that stands for whoever speaks there: "Moscow said".
    Place(CorpusPlaceIdx),
    /// Somebody who is described: "a security source".
    Described,
    /// The text does not say who.
    Unknown,
}

/// A speaker with what the set holds of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub source: Source,
    /// Statements of the set.
    pub n_statements: usize,
    /// Their statements in their own words.
    pub direct: Vec<Said>,
    /// Those in the writer's words.
    pub told: Vec<Said>,
}

/// The statements of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// Speakers, those with the most statements first; then those without a name.
    pub speakers: Vec<Speaker>,
    /// How many speakers with a name there are, places among them.
    pub n_named: usize,
    /// How many statements there are.
    pub n_statements: usize,
}

/// The statements of a set.
pub fn statements(corpus: &Corpus, set: &Matches) -> Statements {
    let n_actors = corpus.actors().len();
    let n_names = n_actors + corpus.places().len();
    let n_groups = n_names + 2;
    // For each speaker how many are quoted, and how many told.
    let mut counts = vec![[0usize; 2]; n_groups];
    let group_of = |said: &Statement, at: Said| match source(corpus.record(at.article), said) {
        Source::Actor(actor) => actor.0 as usize,
        Source::Place(place) => n_actors + place.0 as usize,
        Source::Described => n_names,
        Source::Unknown => n_names + 1,
    };
    let is_told = |at: Said| usize::from(at.manner == Manner::Told);
    each(corpus, set, &mut |said, at| {
        if let Some(counts) = counts.get_mut(group_of(said, at)) {
            counts[is_told(at)] += 1;
        }
    });
    let mut order: Vec<(usize, [usize; 2])> =
        counts.into_iter().enumerate().filter(|(_, n)| n[0] + n[1] > 0).collect();
    order::sort_by_key(&mut order, |(group, n)| {
        ((group + 1).saturating_sub(n_names), Reverse(n[0] + n[1]))
    });
    let rooms = order.iter().flat_map(|(group, n)| [(group * 2, n[0]), (group * 2 + 1, n[1])]);
    let mut slots = Slots::new(rooms, n_groups * 2);
    each(corpus, set, &mut |said, at| slots.push(group_of(said, at) * 2 + is_told(at), at));
    let n_named = order.iter().filter(|(group, _)| *group < n_names).count();
    let n_statements = order.iter().map(|(_, n)| n[0] + n[1]).sum();
    let mut rows = slots.rows();
    let mut speakers = Vec::new();
    for (group, n) in order {
        let Some(direct) = rows.next() else { break };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let source = match (group.checked_sub(n_actors), group.checked_sub(n_names)) {
            (None, _) => Source::Actor(CorpusActorIdx(number(group))),
            (Some(place), None) => Source::Place(CorpusPlaceIdx(number(place))),
            (_, Some(0)) => Source::Described,
            _ => Source::Unknown,
        };
        let told = rows.next().unwrap_or_default();
        speakers.push(Speaker { source, n_statements: n[0] + n[1], direct, told });
    }
    Statements { speakers, n_named, n_statements }
}

/// Who made a statement of a record: a place, where its name is all that names the source.
pub(super) fn source(record: &Record, said: &Statement) -> Source {
    match (said.speaker, said.named) {
        (Some(actor), _) => Source::Actor(actor),
        (None, None) => Source::Unknown,
        (None, Some(named)) => {
            let at = record.mentions.partition_point(|m| m.span.end < named.end);
            let named_as = record.mentions.get(at).filter(|m| {
                let before = Span { start: named.start, end: m.span.start };
                let before = before.of(&record.article.text);
                m.span.end == named.end
                    && named.contains(m.span)
                    && (before.is_empty() || before.eq_ignore_ascii_case("the "))
            });
            named_as.map_or(Source::Described, |m| Source::Place(m.place))
        }
    }
}

/// Hands over every statement of a set once, in the order of the corpus.
fn each(corpus: &Corpus, set: &Matches, on: &mut dyn FnMut(&Statement, Said)) {
    let mut next = (ArticleIdx(0), 0);
    for &sentence in &set.sentences {
        let article = corpus.sentence(sentence).article;
        // What begins earlier and goes on to here was told in the sentence before.
        let from = if next.0 == article { next.1 } else { 0 };
        let (here, end) = of_sentence(corpus, sentence, from);
        next = (article, end);
        for said in here {
            if let Some(first) = corpus.record(article).statements.get(said.number) {
                on(first, said);
            }
        }
    }
}

/// The statements of a sentence among those from a number on, and the number behind the last of them.
pub(super) fn of_sentence(corpus: &Corpus, idx: SentenceIdx, from: usize) -> (Vec<Said>, usize) {
    let sentence = corpus.sentence(idx);
    let article = sentence.article;
    let record = corpus.record(article);
    let text = record.article.text.as_str();
    let named = |of: &Statement| of.named.map(|span| span.of(text));
    let (mut here, mut end): (Vec<Said>, usize) = (Vec::new(), from);
    for (number, part) in corpus.statements_in(sentence).skip_while(|(number, _)| *number < from) {
        end = number + 1;
        let is_of = |said: &&mut Said| {
            let first = record.statements.get(said.number);
            first.is_some_and(|first| match (first.speaker, part.speaker) {
                (None, None) => named(first) == named(part),
                (one, other) => one == other,
            })
        };
        let Some(whole) = here.iter_mut().find(is_of) else {
            let Statement { span, manner, .. } = *part;
            here.push(Said { article, sentence: idx, number, span, manner });
            continue;
        };
        whole.span.end = whole.span.end.max(part.span.end);
        if whole.manner != part.manner || whole.manner == Manner::Mixed {
            whole.manner = Manner::Mixed;
            whole.span = with_marks(text, whole.span);
        }
    }
    (here, end)
}

/// With the quotation marks at either end, which stand between words of both kinds.
fn with_marks(text: &str, span: Span) -> Span {
    let is_mark = |c: &char| matches!(c, '“' | '”' | '„' | '"' | '«' | '»');
    let before = Span { start: 0, end: span.start }.of(text).chars().next_back().filter(is_mark);
    let behind = text.get(span.end as usize..).and_then(|rest| rest.chars().next());
    let [before, behind] = [before, behind.filter(is_mark)].map(|c| c.map_or(0, char::len_utf8));
    Span::new(span.start as usize - before, span.end as usize + behind)
}
