//! Names of places in a text: where they stand, and what each may mean.
//!
//! In goes a text; out come spans that name a place, spans that point to one (demonyms, places inside names of other things), and names of places that the gazetteer does not hold.
//! The longest spelling wins, capitals are respected, and the words around decide whether it is a place at all.
//! Which place is meant is not decided here; `resolve` does that.

use crate::annotate::{AssociatedRole, MentionRole};
use crate::gazetteer::PlaceIdx;
use crate::identify::ActorName;
use crate::knowledge::Knowledge;
use crate::text::Span;
use crate::text::prose::Prose;
use crate::text::token::{Token, token_range, tokens_before};
use std::rc::Rc;

mod context;
mod cover;
mod language;
mod lines;
mod join;
mod matches;
mod passage;
mod small;
pub mod tagger;
mod trust;
mod unlisted;
mod words;

use lines::Lines;
pub(crate) use words::kinds_for;

/// Places of the gazetteer that a name may mean; all that is made of one match shares them.
pub type Candidates = Rc<[PlaceIdx]>;

/// A span that names a place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceName {
    /// Where in the text.
    pub span: Span,
    /// Places of the gazetteer that carry the name; none when it is not listed.
    pub candidates: Candidates,
    /// For a name that is not listed: the word that shows that it is a place ("airport", "village of").
    pub pattern: Option<String>,
    /// Its part in the article.
    pub role: MentionRole,
}

/// A span that points to places without naming one.
#[derive(Clone, Debug, PartialEq)]
pub struct AssociatedName {
    /// Where in the text.
    pub span: Span,
    /// Places that it may point to.
    pub candidates: Candidates,
    /// How it points there.
    pub role: AssociatedRole,
}

/// All names of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Names of places, in the order of the text, without overlap.
    pub places: Vec<PlaceName>,
    /// What points to places, in the order of the text.
    pub associated: Vec<AssociatedName>,
    /// Names of persons and organisations, in the order of the text, without overlap.
    pub actors: Vec<ActorName>,
}

/// A text with its words, as the parts of this module read it.
struct Reading<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lines: Lines,
    knowledge: &'a Knowledge,
}

impl<'a> Reading<'a> {
    fn of(prose: &'a Prose, knowledge: &'a Knowledge) -> Self {
        let (text, tokens) = (prose.text, prose.tokens.as_slice());
        Self { text, lines: Lines::of(text, tokens), tokens, knowledge }
    }

    fn word(&self, idx: usize) -> &str {
        self.tokens.get(idx).map_or("", |t| t.span.of(self.text))
    }

    /// The tokens that a span covers, as a half-open range of indexes.
    fn token_range(&self, span: Span) -> (usize, usize) {
        token_range(self.tokens, span)
    }

    /// The same for a span whose first token is known.
    fn tokens_from(&self, first: usize, span: Span) -> (usize, usize) {
        (first, first + tokens_before(self.tokens, first, span.end))
    }
}

/// What the rules alone find in a text.
struct Ruled {
    found: Vec<matches::Match>,
    /// All names that the gazetteer knows, those too that the rules do not trust; they may overlap.
    known: Vec<matches::Match>,
    /// For every match, what the words around make of it.
    verdicts: Vec<context::Verdict>,
    passages: Vec<passage::Passage>,
    names: Names,
}

/// Finds all names in a text.
pub fn names(prose: &Prose, knowledge: &Knowledge) -> Names {
    if small::is_all(prose) {
        return small::names(prose, knowledge);
    }
    let reading = Reading::of(prose, knowledge);
    let ruled = rules(&reading);
    match knowledge.tagger() {
        Some(tagger) => {
            let hints = tagger::Hints::of(&reading, &ruled);
            let tagged = tagger.names(prose, hints);
            join::join(prose, knowledge, &tagged, ruled)
        }
        None => ruled.names,
    }
}

/// Finds names of places by gazetteer and rules.
fn rules(reading: &Reading) -> Ruled {
    let passages = passage::passages(reading.text);
    let known = matches::all(reading);
    let found = matches::longest(reading, &known);
    let phrases = context::phrases(reading);
    let verdicts: Vec<_> = found.iter().map(|m| context::judge(reading, &phrases, m)).collect();
    let mut names = Names::default();
    for (m, verdict) in found.iter().zip(&verdicts) {
        let role = |span| passage::role(&passages, span);
        match verdict {
            context::Verdict::Place => names.places.push(PlaceName {
                span: m.span,
                candidates: m.places.clone(),
                pattern: None,
                role: role(m.span),
            }),
            context::Verdict::PartOfPlace(span, head) => names.places.push(PlaceName {
                span: *span,
                candidates: Candidates::default(),
                pattern: Some(head.clone()),
                role: role(*span),
            }),
            context::Verdict::PlaceWithKind(span, candidates) => {
                names.places.push(PlaceName {
                    span: *span,
                    candidates: candidates.as_slice().into(),
                    pattern: None,
                    role: role(*span),
                });
            }
            context::Verdict::Points(role) => names.associated.push(AssociatedName {
                span: m.span,
                candidates: m.places.clone(),
                role: *role,
            }),
            context::Verdict::Nothing => {}
        }
    }
    unlisted::add(reading, &found, &passages, &mut names.places);
    names.places.sort_by_key(|p| p.span);
    Ruled { found, known, verdicts, passages, names }
}
